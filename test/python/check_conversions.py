"""Runs code that was converted from one framework to another: it loads weights of the shapes that the name has, with the head that the title says.

Usage: check_conversions.py CONVERSIONS.jsonl
"""

import json
import os
import pathlib
import re
import sys
import tempfile
import warnings

import keras_runs  # noqa: F401  (in place of its downloads)
import offline_frameworks
import offline_weights  # noqa: F401
import torch
import torchvision
import transformers
import transformers_runs
from checks import NotRun, check
from PIL import Image

warnings.simplefilter("ignore")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        conversions = [json.loads(line) for line in file]
    counts = {"right": 0, "not run": 0, "wrong": 0}
    for conversion in conversions:
        result, problem = result_of(conversion)
        counts[result] += 1
        if problem:
            print(f"{conversion['kind']}, {conversion['title']}: {problem}\n{conversion['text']}")
    print("conversions: " + ", ".join(f"{count} {result}" for result, count in counts.items()))
    sys.exit(1 if counts["wrong"] or not counts["right"] else 0)


def result_of(conversion):
    try:
        run(conversion)
        return "right", None
    except NotRun as reason:
        return "not run", reason
    except Exception as error:
        return "wrong", f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"


def run(conversion):
    """Alone in a folder, where those of the hub stand that the code names."""
    text = conversion["text"]
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as hub:
        os.chdir(hub)
        try:
            for name in re.findall(r'from_pretrained\("([^"]+)"', text):
                folder = pathlib.Path(hub, name)
                folder.mkdir(parents=True)
                transformers_runs.write_repository(name, folder)
            scope = {}
            exec(compile(text, "conversion", "exec"), scope)  # noqa: S102  (the code is what is tested)
            check_width(conversion, width_of(scope["m"], text))
        finally:
            os.chdir(before)


def width_of(network, text):
    """How many numbers the network makes of one image."""
    if "keras.applications." in text:
        shape = network.output_shape
    elif name := re.search(r'from_pretrained\("([^"]+)"', text):
        processor = transformers.AutoImageProcessor.from_pretrained(name[1])
        with torch.no_grad():
            shape = network.eval()(**processor(Image.new("RGB", (900, 700)), return_tensors="pt")).logits.shape
    else:
        device = offline_frameworks.build_device
        with torch.no_grad():
            shape = network.to(device).eval()(torch.zeros(1, 3, *size_of(network, text), device=device)).shape
    check(len(shape) == 2, f"output of shape {tuple(shape)}")
    return shape[1]


def size_of(network, text):
    """Height and width of the images that the weights are for."""
    if loaded := re.search(r'models\.(\w+)\(weights="(\w+)"', text):
        crop = torchvision.models.get_model_weights(loaded[1])[loaded[2]].transforms().crop_size
        return crop * 2 if len(crop) == 1 else crop
    return network.pretrained_cfg["input_size"][1:]


def check_width(conversion, width):
    head, classes = conversion["head"], conversion["classes"]
    # some of Google's weights on the hub have one class more, of the background
    expected = {"own": (1000, 1001), "new": (classes,)}.get(head)
    if expected is None:
        check(width not in (1000, 1001, classes), f"{width} features: the head is there")
    else:
        check(width in expected, f"{width} classes, {expected[0]} expected")


if __name__ == "__main__":
    main()
