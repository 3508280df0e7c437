"""Makes networks on the meta device fast: what neither makes nor changes a shape is left out there.

Half of the time of a network goes into first numbers for its weights, and much of the rest into layers that keep the shape of
what they are given. On the meta device there are no numbers.
"""

import functools

import torch
from torch.nn import functional


def without_numbers(method):
    """An operation in place with numbers alone."""

    @functools.wraps(method)
    def fill(tensor, *args, **kwargs):
        if tensor.is_meta and not any(isinstance(arg, torch.Tensor) for arg in args):
            return tensor
        return method(tensor, *args, **kwargs)

    return fill


def copied(method):
    @functools.wraps(method)
    def copy(tensor, source, *args, **kwargs):
        if tensor.is_meta and tensor.shape == source.shape:
            return tensor
        return method(tensor, source, *args, **kwargs)

    return copy


def of_same_shape(function):
    """A function of one tensor for each number of it."""

    @functools.wraps(function)
    def keep(images, *args, **kwargs):
        return images if images.is_meta else function(images, *args, **kwargs)

    return keep


def normalized(function):
    @functools.wraps(function)
    def layer_norm(images, normalized_shape, *args, **kwargs):
        if images.is_meta and tuple(images.shape[-len(normalized_shape) :]) == tuple(normalized_shape):
            return images
        return function(images, normalized_shape, *args, **kwargs)

    return layer_norm


def batch_normalized(images, running_mean, *args, **kwargs):
    if running_mean is not None and images.shape[1] != running_mean.shape[0]:
        raise RuntimeError(f"{images.shape[1]} channels, {running_mean.shape[0]} expected")
    return images


for name in ("normal_", "uniform_", "erfinv_", "clamp_", "fill_", "zero_", "mul_", "add_"):
    setattr(torch.Tensor, name, without_numbers(getattr(torch.Tensor, name)))
torch.Tensor.copy_ = copied(torch.Tensor.copy_)
for name in ("gelu", "silu", "relu", "relu6", "hardswish", "hardsigmoid", "softmax", "dropout", "mish", "leaky_relu"):
    setattr(functional, name, of_same_shape(getattr(functional, name)))
functional.layer_norm = normalized(functional.layer_norm)
functional.batch_norm = batch_normalized
