"""Runs snippets of timm, torchvision and pytorchcv on the meta device, where all is real but the numbers.

Each `run_` function takes a snippet, and returns the parameters of its network and how many the library says they are, None
where it does not. What is wrong with a snippet is raised.
"""

import functools
import logging

import torch
import yaml
from PIL import Image

import offline_frameworks
import offline_weights  # noqa: F401
import timm
import torchvision
from checks import NotRun, check, check_vector, parameters_of
from pytorchcv.models.common import model_store

# timm tells of heads that it leaves out
logging.getLogger("timm").setLevel(logging.ERROR)


def on_meta_or_cpu(run):
    """The meta device is fast and takes no memory; what it lacks is run for real."""

    def run_snippet(snippet):
        try:
            return run_on("meta", snippet)
        except (NotImplementedError, RuntimeError):
            return run_on("cpu", snippet)

    def run_on(device, snippet):
        offline_frameworks.build_device = device
        with torch.no_grad():
            return run(snippet, device)

    return run_snippet


def executed(snippet):
    scope = {}
    exec(compile(snippet["text"], "snippet", "exec"), scope)  # noqa: S102  (the snippet is what is tested)
    return scope


@on_meta_or_cpu
def run_timm(snippet, device):
    check(snippet["name"] in timm_names(), "timm does not list it")
    if snippet["kind"] == "config":
        return run_timm_config(yaml.safe_load(snippet["text"]), snippet)
    scope = executed(snippet)
    network = scope["backbone" if snippet["kind"] == "features" else "model"].to(device)
    check(network.training == (snippet["kind"] == "finetune"), "is in the wrong mode")
    size = transformed_size(snippet, scope)
    count = parameters_of(network)
    if snippet.get("form") == "maps":
        check_maps(snippet, network, network.eval()(images(size, device)))
    else:
        check_vector(snippet, network.eval()(images(size, device)))
    return count, None


@functools.cache
def timm_names():
    return set(timm.list_pretrained())


def run_timm_config(config, snippet):
    """As timm's `train.py` reads the file: the network first, then how its images are prepared."""
    network = timm.create_model(config["model"], pretrained=config["pretrained"], num_classes=config["num_classes"])
    check(network.num_classes == snippet["classes"], f"{network.num_classes} classes, {snippet['classes']} expected")
    prepared = timm.data.resolve_data_config(config, model=network)
    own = timm.data.resolve_model_data_config(network)
    for key in ("input_size", "mean", "std", "crop_pct", "interpolation"):
        given = tuple(config[key]) if isinstance(config.get(key), list) else config.get(key)
        check(given is None or given == prepared[key], f"timm reads {key} as {prepared[key]}")
        check(prepared[key] == own[key], f"{key} is {prepared[key]}, timm's own {own[key]}")
    return parameters_of(network), None


@on_meta_or_cpu
def run_torchvision(snippet, device):
    scope = executed(snippet)
    network = scope["backbone" if snippet["kind"] == "features" else "model"].to(device)
    check(network.training == (snippet["kind"] == "finetune"), "is in the wrong mode")
    size = transformed_size(snippet, scope)
    count = parameters_of(network)
    counted = scope["weights"].meta["num_params"] if snippet["kind"] == "load" else None
    try:
        output = network.eval()(images(size, device))
    except RuntimeError as error:
        # beside a CPU build of torch, detectors have not got their last step
        if "custom C++ ops" in str(error):
            return count, counted
        raise
    check_torchvision_output(snippet, output)
    if snippet["kind"] == "finetune" and getattr(network, "AuxLogits", None) is not None:
        check_training(snippet, network.train()(images(size, device, count=2)))
    return count, counted


@on_meta_or_cpu
def run_pytorchcv(snippet, device):
    scope = executed(snippet)
    network = scope["model"].to(device)
    check(snippet["kind"] == "finetune" or not network.training, "is in training mode")
    size = snippet.get("input") or [224, 224]
    if snippet["kind"] == "features":
        maps = scope["backbone"].to(device).eval()(images(size, device))
        maps = maps[0] if isinstance(maps, (tuple, list)) else maps
        check(maps.ndim == 4 and maps.shape[0] == 1, f"features of shape {tuple(maps.shape)}")
        return parameters_of(scope["backbone"]), None
    check_vector(snippet, network.eval()(images(size, device)))
    counted = model_store.get_model_weight_count(snippet["name"]) if snippet["kind"] == "load" else None
    return parameters_of(network), counted


def images(size, device, count=1):
    return torch.zeros(count, 3, *size, device=device)


def transformed_size(snippet, scope):
    """Height and width of what the snippet's own preprocessing makes of a picture."""
    shapes = {prepared_shape(scope[name]) for name in ("transform", "train_transform", "preprocess") if name in scope}
    check(len(shapes) == 1, f"transforms make {shapes}")
    channels, *size = shapes.pop()
    check(channels == 3, f"transform makes {channels} channels")
    expected = snippet.get("input")
    check(not expected or size == expected, f"transform makes {size}, the catalog says {expected}")
    return size


#: By what a transform prints, which says all that it does.
prepared = {}


def prepared_shape(transform):
    """Channels, height and width."""
    printed = repr(transform)
    if printed not in prepared:
        image = transform(Image.new("RGB", (900, 700)))
        check(isinstance(image, torch.Tensor), "transform makes no tensor")
        prepared[printed] = tuple(image.shape)
    return prepared[printed]


def check_torchvision_output(snippet, output):
    """Detectors answer with a dict of boxes for each image, segmentation with a dict of maps, classifiers with a vector."""
    if isinstance(output, list):
        return check({"boxes", "labels", "scores"} <= output[0].keys(), "yields no boxes with labels and scores")
    if isinstance(output, dict):
        shape = tuple(output["out"].shape)
        return check(shape[:2] == (1, snippet["checkpointClasses"]), f"maps of shape {shape}")
    return check_vector(snippet, output)


def check_training(snippet, output):
    """Inception v3 has a second head, which takes part in training alone."""
    for head in output:
        check(list(head.shape) == [2, snippet["classes"]], f"training output of shape {tuple(head.shape)}")


def check_maps(snippet, network, maps):
    check(len(maps) > 1 and all(stage.ndim == 4 for stage in maps), "yields no maps of several stages")
    # some of timm's networks compute channels last
    layouts = [[stage.shape[axis] for stage in maps] for axis in (1, 3)]
    stated = network.feature_info.channels()
    if "_pruned" in snippet["name"] and stated not in layouts:
        raise NotRun(f"timm states the channels from before it was pruned, {stated} for {layouts[0]}")
    check(stated in layouts, f"maps of {layouts[0]} channels")
