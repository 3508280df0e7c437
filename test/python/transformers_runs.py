"""Runs snippets of Transformers with folders in place of the hub: a configuration and weights that are all zero.

`from_pretrained` takes a folder of the name that it is given, and loads it as it would load the hub's files. The files of
weights have holes where the zeros are and take no room. A configuration is what timm writes for its hub, or what the
library's own class makes of the width and size that the name says. How pictures are prepared is only known of those of timm.
"""

import json
import os
import pathlib
import re
import tempfile
import types

os.environ["HF_HUB_OFFLINE"] = "1"

import offline_frameworks  # noqa: E402, F401
import timm  # noqa: E402
import torch  # noqa: E402
import transformers  # noqa: E402
from checks import NotRun, check, parameters_of  # noqa: E402
from PIL import Image  # noqa: E402
from timm.models._hub import save_config_for_hf  # noqa: E402
from transformers.models.auto import auto_factory  # noqa: E402

# which asks the hub alone whether it has a name
auto_factory.hf_api = lambda: types.SimpleNamespace(repo_exists=os.path.isdir)
transformers.logging.set_verbosity_error()
transformers.logging.disable_progress_bar()


def run_transformers(snippet):
    with tempfile.TemporaryDirectory() as hub:
        folder = pathlib.Path(hub, snippet["name"])
        folder.mkdir(parents=True)
        write_repository(snippet["name"], folder)
        before = os.getcwd()
        os.chdir(hub)
        try:
            scope = {}
            exec(compile(snippet["text"], "snippet", "exec"), scope)  # noqa: S102  (the snippet is what is tested)
            return check_network(snippet, scope)
        finally:
            os.chdir(before)


def check_network(snippet, scope):
    kind = snippet["kind"]
    network = scope["backbone" if kind == "features" else "model"]
    unloaded = [name for name, parameter in network.named_parameters() if parameter.any()]
    check(kind == "finetune" or not unloaded, f"weights that the file lacks: {unloaded[:3]}")
    check(len(unloaded) <= 2, f"weights that the file lacks: {unloaded[:3]}")
    pixels = scope["processor"](images=Image.new("RGB", (900, 700)), return_tensors="pt")
    with torch.no_grad():
        output = network.eval()(**pixels)
    if kind == "features":
        maps = output.feature_maps if snippet["form"] == "maps" else [output.last_hidden_state]
        check(all(len(each) == 1 and each.ndim >= 2 for each in maps) and maps, "yields no features")
    else:
        expected = snippet["classes"] if kind == "finetune" else snippet["checkpointClasses"]
        found = list(output.logits.shape)
        # Google's weights have one class more, of the background
        check(found in ([1, expected], [1, background_classes(snippet)]), f"{found[1]} classes, {expected} expected")
    return parameters_of(network), None


def background_classes(snippet):
    has_background = snippet["kind"] == "load" and snippet["name"].startswith("google/mobilenet_")
    return snippet["checkpointClasses"] + (1 if has_background else 0)


def write_repository(name, folder):
    if name.startswith("timm/"):
        with torch.device("meta"):
            network = timm.create_model(name.removeprefix("timm/"), pretrained=False)
        save_config_for_hf(network, folder / "config.json")
    else:
        config, processor = configuration_of(name)
        config.save_pretrained(folder)
        processor.save_pretrained(folder)
        with torch.device("meta"):
            network = transformers.AutoModelForImageClassification.from_config(config)
    write_zeros({key: tensor for key, tensor in network.state_dict().items()}, folder / "model.safetensors")


resnets = {
    "18": {"depths": [2, 2, 2, 2], "hidden_sizes": [64, 128, 256, 512], "layer_type": "basic"},
    "34": {"depths": [3, 4, 6, 3], "hidden_sizes": [64, 128, 256, 512], "layer_type": "basic"},
    "50": {"depths": [3, 4, 6, 3]},
    "152": {"depths": [3, 8, 36, 3]},
}
#: Width, depth, features and size of the paper, and blocks whose padding differs.
efficientnets = {
    "0": (1.0, 1.0, 1280, 224, []),
    "2": (1.1, 1.2, 1408, 260, [5, 8, 16]),
    "7": (2.0, 3.1, 2560, 600, [18]),
}


def configuration_of(name):
    """What the name says; the rest is the default of the library's class."""
    if match := re.fullmatch(r"google/mobilenet_v([12])_([\d.]+)_(\d+)", name):
        version, width, size = match[1], float(match[2]), int(match[3])
        config = getattr(transformers, f"MobileNetV{version}Config")(
            depth_multiplier=width, image_size=size, num_labels=1001
        )
        processor = getattr(transformers, f"MobileNetV{version}ImageProcessor")
        return config, processor(size={"shortest_edge": size + 32}, crop_size={"height": size, "width": size})
    if match := re.fullmatch(r"microsoft/resnet-(\d+)", name):
        config = transformers.ResNetConfig(**resnets[match[1]], num_labels=1000)
        return config, transformers.ConvNextImageProcessor(size={"shortest_edge": 224})
    if match := re.fullmatch(r"google/efficientnet-b(\d)", name):
        width, depth, features, size, padded = efficientnets[match[1]]
        config = transformers.EfficientNetConfig(
            width_coefficient=width,
            depth_coefficient=depth,
            hidden_dim=features,
            image_size=size,
            depthwise_padding=padded,
            num_labels=1000,
        )
        return config, transformers.EfficientNetImageProcessor(size={"height": size, "width": size})
    raise NotRun("no configuration without a download")


bytes_of = {torch.float32: ("F32", 4), torch.int64: ("I64", 8), torch.bool: ("BOOL", 1)}


def write_zeros(tensors, path):
    """A file of safetensors: the length of its head, the head, and as many zeros as the weights take."""
    head, offset = {"__metadata__": {"format": "pt"}}, 0
    for name, tensor in tensors.items():
        kind, width = bytes_of[tensor.dtype]
        end = offset + width * tensor.numel()
        head[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [offset, end]}
        offset = end
    text = json.dumps(head).encode()
    with open(path, "wb") as file:
        file.write(len(text).to_bytes(8, "little"))
        file.write(text)
        file.truncate(8 + len(text) + offset)
