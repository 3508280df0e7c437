"""Imports torch, torchvision, timm and pytorchcv so that no weights are fetched and no memory is taken for them.

Networks are built on the meta device: they have shapes and no numbers. Each name is still looked up in the framework's
own list of weights, so a snippet that names weights which do not exist fails.
"""

import functools

import torch


def _without_compiled_operators(register):
    """torchvision's wheel is built for CUDA: beside a CPU build of torch its own operators are missing."""

    @functools.wraps(register)
    def register_fake(op, *args, **kwargs):
        if isinstance(op, str) and op.startswith("torchvision::"):
            return lambda function: function
        return register(op, *args, **kwargs)

    return register_fake


torch.library.register_fake = _without_compiled_operators(torch.library.register_fake)

import torchvision  # noqa: E402
import timm  # noqa: E402
import timm.models._builder as timm_builder  # noqa: E402
from pytorchcv import model_provider  # noqa: E402
from pytorchcv.models.common import model_store  # noqa: E402


build_device = "meta"


def _on_meta(build):
    """A few networks look at their own numbers while they are built: these are built for real."""

    @functools.wraps(build)
    def build_on_meta(*args, **kwargs):
        try:
            with torch.device(build_device):
                return build(*args, **kwargs)
        except (NotImplementedError, RuntimeError):
            if build_device == "cpu":
                raise
        return build(*args, **kwargs)

    return build_on_meta


def _keep_weights(module, *args, **kwargs):
    """In place of load_state_dict: there is nothing to load."""
    return torch.nn.modules.module._IncompatibleKeys([], [])


def _timm_weights(model, pretrained_cfg=None, **kwargs):
    source, _ = timm_builder._resolve_pretrained_source(pretrained_cfg or model.pretrained_cfg)
    if not source:
        raise RuntimeError("timm has no weights of this name")


def _pytorchcv_weights(net, model_name, **kwargs):
    if model_name not in model_store.get_model_metainfo_dict():
        raise RuntimeError(f"pytorchcv has no weights of this name: {model_name}")


def _normalized_shape(images, running_mean, *args, **kwargs):
    """Batch normalization keeps the shape. On the meta device it is most of the time of a network."""
    if running_mean is not None and images.shape[1] != running_mean.shape[0]:
        raise RuntimeError(f"{images.shape[1]} channels, {running_mean.shape[0]} expected")
    return images


torch.nn.functional.batch_norm = _normalized_shape
torch.nn.Module.load_state_dict = _keep_weights
torchvision.models.WeightsEnum.get_state_dict = lambda self, *args, **kwargs: {}
timm_builder.load_pretrained = _timm_weights
timm.create_model = _on_meta(timm.create_model)
model_store.download_model = _pytorchcv_weights
model_provider.get_model = _on_meta(model_provider.get_model)
for _name in torchvision.models.list_models(module=torchvision.models):
    setattr(torchvision.models, _name, _on_meta(getattr(torchvision.models, _name)))
