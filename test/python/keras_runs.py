"""Runs snippets of Keras: their networks are built for real, with the shapes of what stands in their files of weights.

Keras computes with PyTorch here, and names of files are looked up in its own lists. The largest network offered has 144 M parameters.
"""

import os
import re

os.environ["KERAS_BACKEND"] = "torch"

import keras  # noqa: E402
import numpy  # noqa: E402
from checks import NotRun, check  # noqa: E402
from keras.src.utils import file_utils  # noqa: E402

#: Shapes of a network with its classifier by the checkpoint's name, and what the snippet loaded.
shapes = {}
loaded = []


def run_keras(snippet):
    loaded.clear()
    scope = {}
    try:
        exec(compile(snippet["text"], "snippet", "exec"), scope)  # noqa: S102  (the snippet is what is tested)
    except ValueError as error:
        if "not available with the torch backend" in str(error):
            raise NotRun("Keras has no such network where it computes with PyTorch") from error
        raise
    kind = snippet["kind"]
    network = scope["backbone" if kind == "features" else "model"]
    whole = whole_shapes(snippet["name"])
    check(len(loaded) == 1, f"{len(loaded)} files of weights loaded")
    file, found = loaded[0]
    part = whole if kind == "load" else whole[: len(found)]
    check(found == part, f"weights of other shapes than those of {file}")
    without_head = "notop" in file.replace("_", "").replace("-", "")
    check(without_head == (kind != "load"), f"loads {file}")
    check(kind == "load" or len(found) < len(whole), "the head is there")
    check_shapes(snippet, network, scope["preprocess_input"])
    return network.count_params(), None


def check_shapes(snippet, network, preprocess_input):
    size = snippet.get("input") or list(network.input_shape[1:3])
    # those that take any size say so
    takes = list(network.input_shape[1:])
    check(takes in ([*size, 3], [None, None, 3]), f"takes images of {takes}")
    image = numpy.zeros((1, *size, 3), dtype="float32")
    check(preprocess_input(image).shape == image.shape, "preprocess_input changes the shape")
    batch, *rest = network.output_shape
    check(batch is None and len(rest) == 1, f"output of shape {network.output_shape}")
    expected = {"load": snippet["checkpointClasses"], "finetune": snippet["classes"]}.get(snippet["kind"])
    if expected is None:
        return check(rest[0] not in (snippet["checkpointClasses"], snippet["classes"]), "the head is there")
    check(rest[0] == expected, f"{rest[0]} classes, {expected} expected")
    if snippet["kind"] == "finetune":
        check(len(network.trainable_weights) == 2, f"{len(network.trainable_weights)} weights to train, 2 expected")
    return None


def whole_shapes(name):
    """Of the network that Keras builds for a name such as `MobileNet(alpha=0.5)`, with its classifier and without weights."""
    if name not in shapes:
        builder, arguments = re.fullmatch(r"(\w+)(?:\((.*)\))?", name).groups()
        options = eval(f"dict({arguments or ''})")  # noqa: S307  (names come from the catalog of this repository)
        network = getattr(keras.applications, builder)(weights=None, **options)
        shapes[name] = [tuple(weight.shape) for weight in network.weights]
    return shapes[name]


def _get_file(fname=None, origin=None, **_kwargs):
    check(bool(fname) and origin.startswith("https://"), f"no file of weights: {fname}")
    return fname


def _load_weights(network, filepath, **_kwargs):
    loaded.append((filepath, [tuple(weight.shape) for weight in network.weights]))


file_utils.get_file = _get_file
keras.Model.load_weights = _load_weights
