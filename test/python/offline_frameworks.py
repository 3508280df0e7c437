"""Imports torch, torchvision, timm and pytorchcv so that no memory is taken for the networks that they build.

Networks are built on the meta device: they have shapes and no numbers. What they load in place of weights is in
`offline_weights`.
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

import shapes_alone  # noqa: E402, F401
import torchvision  # noqa: E402
import timm  # noqa: E402
from pytorchcv import model_provider  # noqa: E402
from torchvision.models import regnet  # noqa: E402


build_device = "meta"


def on_meta(build):
    """A few networks look at their own numbers while they are built: these are built for real."""

    @functools.wraps(build)
    def buildon_meta(*args, **kwargs):
        try:
            with torch.device(build_device):
                return build(*args, **kwargs)
        except (NotImplementedError, RuntimeError):
            if build_device == "cpu":
                raise
        return build(*args, **kwargs)

    return buildon_meta


timm.create_model = on_meta(timm.create_model)
model_provider.get_model = on_meta(model_provider.get_model)
for _package in (torchvision.models, torchvision.models.detection, torchvision.models.segmentation):
    for _name in torchvision.models.list_models(module=_package):
        setattr(_package, _name, on_meta(getattr(_package, _name)))


def _with_numbers(build):
    @functools.wraps(build)
    def build_with_numbers(cls, *args, **kwargs):
        with torch.device("cpu"):
            return build(cls, *args, **kwargs)

    return classmethod(build_with_numbers)


# the widths of a RegNet come out of tensors
regnet.BlockParams.from_init_params = _with_numbers(regnet.BlockParams.from_init_params.__func__)
