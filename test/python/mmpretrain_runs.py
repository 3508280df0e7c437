"""Runs snippets of MMPretrain on the meta device, with the shapes of what stands in their files of weights."""

import logging
import pathlib
import tempfile

import offline_frameworks
import torch
from checks import NotRun, check, parameters_of
from torch_runs import executed, images, on_meta_or_cpu

# its networks read numbers off this while they are built
linspace = torch.linspace
torch.linspace = lambda *args, **kwargs: linspace(*args, **{**kwargs, "device": "cpu"})

import mmengine.runner  # noqa: E402
import mmpretrain  # noqa: E402
from mmengine.config import Config  # noqa: E402
from mmengine.registry import DefaultScope  # noqa: E402
from mmpretrain.registry import MODELS  # noqa: E402
from offline_weights import shapes_of, weights_for  # noqa: E402

logging.disable(logging.WARNING)

loaded = []


@on_meta_or_cpu
def run_mmpretrain(snippet, device):
    loaded.clear()
    network = configured(snippet) if snippet["kind"] == "config" else loaded_network(snippet)
    size = snippet.get("input") or [224, 224]
    try:
        output = network.eval()(images(size, device), mode="tensor")
    except AssertionError as error:
        if "smaller than the window size" in str(error):
            raise NotRun("MMPretrain configures it for larger images than its name says") from error
        raise
    output = output[-1] if isinstance(output, (tuple, list)) else output
    expected = snippet["classes"] if snippet["kind"] == "config" else snippet["checkpointClasses"]
    check(output.ndim == 2 and output.shape[1] == expected, f"output of shape {tuple(output.shape)}")
    return parameters_of(network), None


def loaded_network(snippet):
    scope = executed(snippet)
    check(len(loaded) == 1, "MMPretrain has no weights of this name")
    check(not scope["model"].training, "is in training mode")
    return scope["model"]


def configured(snippet):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "config.py")
        path.write_text(snippet["text"], encoding="utf-8")
        config = Config.fromfile(str(path))
    with torch.device(offline_frameworks.build_device), DefaultScope.overwrite_default_scope("mmpretrain"):
        return MODELS.build(config.model)


def _load_checkpoint(network, filename, **_kwargs):
    check(filename.startswith("https://") and filename.endswith(".pth"), f"no file of weights: {filename}")
    loaded.append(filename)
    # as MMPretrain loads: tables that are made anew stand in no file
    network.load_state_dict(weights_for(network, shapes_of(network)), strict=False)
    return {}


mmengine.runner.load_checkpoint = _load_checkpoint
get_model = mmpretrain.get_model


def _get_model(*args, **kwargs):
    with torch.device(offline_frameworks.build_device):
        return get_model(*args, **kwargs)


mmpretrain.get_model = _get_model
