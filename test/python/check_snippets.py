"""Parses every snippet that the catalog offers, and runs those of timm, torchvision and pytorchcv.

Usage: python check_snippets.py SNIPPETS.jsonl [--all]
Of timm, which has a thousand architectures, the smallest of each family is run; with --all every one is, for hours.
Prints a line for each failure and at the end `N passed, N failed`.
"""

import ast
import json
import multiprocessing
import sys
import warnings

import yaml

executed = {"timm", "torchvision", "pytorchcv"}


def main(path, everything=False):
    with open(path, encoding="utf-8") as file:
        snippets = [json.loads(line) for line in file]
    problems = [(snippet, problem) for snippet in snippets for problem in parse_problems(snippet)]
    runs = distinct_runs(snippets)
    if not everything:
        runs = smallest_of_families(runs)
    with multiprocessing.Pool(2, initializer=import_frameworks) as pool:
        results = pool.imap_unordered(run_problems, runs, chunksize=4)
        problems += [(snippet, problem) for snippet, problem in results if problem]
        names = {}
        for snippet in snippets:
            if snippet["framework"] in executed:
                names.setdefault((snippet["framework"], snippet["name"]), snippet)
        results = pool.imap_unordered(name_problems, names.values(), chunksize=32)
        problems += [(snippet, problem) for snippet, problem in results if problem]
    for snippet, problem in problems:
        form = f" ({snippet['form']})" if snippet.get("form") else ""
        print(f"{snippet['framework']} {snippet.get('name', snippet['model'])} {snippet['kind']}{form}: {problem}")
    total = len(snippets) + len(runs) + len(names)
    print(f"{len(snippets)} snippets parsed, {len(runs)} run, {len(names)} names of weights looked up")
    print(f"{total - len(problems)} passed, {len(problems)} failed")
    return 1 if problems or not runs else 0


def parse_problems(snippet):
    text = snippet["text"]
    try:
        if snippet["language"] == "python":
            ast.parse(text)
        elif snippet["language"] == "yaml":
            check(isinstance(yaml.safe_load(text), dict), "is no mapping")
        else:
            check(isinstance(json.loads(text), dict), "is no object")
    except (SyntaxError, ValueError, AssertionError, yaml.YAMLError) as error:
        yield f"does not parse: {error}"


def distinct_runs(snippets):
    """One snippet of each kind for each architecture: weights of one architecture differ in numbers only."""
    runs = {}
    for snippet in snippets:
        if snippet["framework"] in executed and snippet["language"] == "python" and snippet["kind"] != "record":
            architecture = snippet["name"] if snippet["framework"] == "pytorchcv" else snippet["name"].split(".")[0]
            runs.setdefault((snippet["framework"], architecture, snippet["kind"], snippet.get("form")), snippet)
    return list(runs.values())


def smallest_of_families(runs):
    """All runs but those of timm, and of these the one with fewest parameters of each family, kind and form."""
    smallest = {}
    others = []
    for snippet in runs:
        if snippet["framework"] != "timm":
            others.append(snippet)
            continue
        key = (snippet["family"], snippet["kind"], snippet.get("form"))
        known = smallest.get(key)
        if known is None or snippet.get("params", float("inf")) < known.get("params", float("inf")):
            smallest[key] = snippet
    return others + list(smallest.values())


def import_frameworks():
    warnings.simplefilter("ignore")
    import torch

    torch.set_num_threads(1)
    import offline_frameworks  # noqa: F401


def name_problems(snippet):
    """The weights that a snippet names are in the framework's own list."""
    import timm
    import torchvision
    from pytorchcv.models.common import model_store

    name = snippet["name"]
    try:
        if snippet["framework"] == "timm":
            check(name in timm.list_pretrained(), "timm does not list it")
        elif snippet["framework"] == "torchvision":
            builder, member = name.split(".")
            check(member in torchvision.models.get_model_weights(builder).__members__, "torchvision does not list it")
        else:
            check(name in model_store.get_model_metainfo_dict(), "pytorchcv does not list it")
    except Exception as error:
        return snippet, f"{type(error).__name__}: {error}"
    return snippet, None


def run_problems(snippet):
    import torch

    import offline_frameworks

    problem = None
    # the meta device computes shapes alone and is fast; what it lacks is run for real
    for device in ("meta", "cpu"):
        offline_frameworks.build_device = device
        try:
            with torch.no_grad():
                run(snippet, device)
            return snippet, None
        except (NotImplementedError, RuntimeError) as error:
            problem = f"{type(error).__name__}: {error}".splitlines()[0]
        except Exception as error:
            return snippet, f"{type(error).__name__}: {error}".splitlines()[0]
    return snippet, problem


def run(snippet, device):
    scope = {}
    exec(compile(snippet["text"], "snippet", "exec"), scope)
    if snippet["framework"] == "pytorchcv":
        return run_pytorchcv(snippet, scope, device)
    size = transformed_size(scope)
    if snippet.get("input"):
        check(size == snippet["input"], f"transform makes {size}, the catalog says {snippet['input']}")
    network = scope["backbone" if snippet["kind"] == "features" else "model"].to(device)
    if snippet["kind"] == "finetune":
        check(network.training or snippet["framework"] == "timm", "is not in training mode")
    else:
        check(not network.training, "is in training mode")
    if snippet.get("form") == "maps":
        return check_maps(network, network.eval()(images(size, device)))
    try:
        output = network.eval()(images(size, device))
    except RuntimeError as error:
        # beside a CPU build of torch, detectors have not got their last step
        if "custom C++ ops" in str(error):
            return None
        raise
    check_output(snippet, output)
    if snippet["kind"] == "finetune" and getattr(network, "AuxLogits", None) is not None:
        check_training(snippet, network.train()(images(size, device, count=2)))
    return None


def run_pytorchcv(snippet, scope, device):
    size = snippet.get("input") or [224, 224]
    if snippet["kind"] == "features":
        maps = scope["backbone"].to(device).eval()(images(size, device))
        maps = maps[0] if isinstance(maps, (tuple, list)) else maps
        return check(maps.ndim == 4 and maps.shape[0] == 1, f"features of shape {tuple(maps.shape)}")
    check_vector(snippet, scope["model"].to(device).eval()(images(size, device)))
    return None


def images(size, device, count=1):
    import torch

    return torch.zeros(count, 3, *size, device=device)


def transformed_size(scope):
    """Height and width of what the snippet's own preprocessing makes of a picture."""
    import torch
    from PIL import Image

    transform = scope.get("transform") or scope["preprocess"]
    image = transform(Image.new("RGB", (900, 700)))
    check(isinstance(image, torch.Tensor) and image.shape[0] == 3, "transform makes no image tensor")
    if "train_transform" in scope:
        check(scope["train_transform"](Image.new("RGB", (900, 700))).shape == image.shape, "train_transform differs")
    return list(image.shape[1:])


def check_output(snippet, output):
    """Detectors answer with a dict of boxes for each image, segmentation with a dict of maps, classifiers with a vector."""
    if isinstance(output, list):
        return check({"boxes", "labels", "scores"} <= output[0].keys(), "yields no boxes with labels and scores")
    if isinstance(output, dict):
        shape = tuple(output["out"].shape)
        return check(shape[:2] == (1, snippet["checkpointClasses"]), f"maps of shape {shape}")
    return check_vector(snippet, output)


def check_vector(snippet, output):
    check(output.ndim == 2 and output.shape[0] == 1, f"output of shape {tuple(output.shape)}")
    width = output.shape[1]
    if snippet["kind"] == "load":
        check(width == snippet["checkpointClasses"], f"{width} classes, {snippet['checkpointClasses']} expected")
    elif snippet["kind"] == "finetune":
        check(width == snippet["classes"], f"{width} classes, {snippet['classes']} expected")
    else:
        check(width not in (snippet["checkpointClasses"], snippet["classes"]), f"{width} features: the head is there")


def check_training(snippet, output):
    """Inception v3 has a second head, which takes part in training alone."""
    for head in output:
        check(list(head.shape) == [2, snippet["classes"]], f"training output of shape {tuple(head.shape)}")


def check_maps(network, maps):
    check(len(maps) > 1 and all(stage.ndim == 4 for stage in maps), "yields no maps of several stages")
    # some of timm's networks compute channels last
    layouts = [[stage.shape[axis] for stage in maps] for axis in (1, 3)]
    check(network.feature_info.channels() in layouts, f"maps of {layouts[0]} channels")


def check(holds, problem):
    if not holds:
        raise AssertionError(problem)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
