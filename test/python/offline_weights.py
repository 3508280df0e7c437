"""In place of every download: a state dict of the shapes that the weights have, for timm, torchvision and pytorchcv.

The libraries' own code puts it into the network that a snippet builds, so that names, arguments and heads that do not fit
the weights fail as they would with real ones. The shapes are those of the network that the library itself builds for the
weights.
"""

import collections
import functools

import torch

from offline_frameworks import on_meta  # first, so that torchvision can be imported
import timm
import timm.models._builder as timm_builder
import torchvision
from pytorchcv import model_provider
from pytorchcv.models.common import model_store


class Shapes(dict):
    """Shape and type of each tensor of a state dict, and what the layers say of theirs."""

    metadata = None


def shapes_of(network):
    state = network.state_dict()
    shapes = Shapes((name, (tensor.shape, tensor.dtype)) for name, tensor in state.items())
    shapes.metadata = state._metadata
    return shapes


def weights_for(network, shapes):
    """Where the network stands. One number serves each real tensor, so that the largest need no memory."""
    weights = collections.OrderedDict()
    on_meta_device = any(parameter.is_meta for parameter in network.parameters())
    for name, (shape, dtype) in shapes.items():
        empty = torch.empty(shape, dtype=dtype, device="meta")
        weights[name] = empty if on_meta_device else torch.zeros((), dtype=dtype, device="cpu").expand(shape)
    weights._metadata = shapes.metadata
    return weights


@functools.lru_cache(maxsize=4)
def timm_shapes(architecture, pretrained_cfg_name, classes):
    return shapes_of(timm.create_model(pretrained_cfg_name, pretrained=False, num_classes=classes))


load_pretrained = timm_builder.load_pretrained


def _timm_weights(model, pretrained_cfg=None, **kwargs):
    config = pretrained_cfg or model.pretrained_cfg
    name = ".".join(part for part in (config["architecture"], config["tag"]) if part)
    # some weights have one class more, of the background, which timm cuts off
    classes = config["num_classes"] + config.get("label_offset", 0)
    shapes = timm_shapes(config["architecture"], name, classes)

    def download(*_args, **_kwargs):
        return weights_for(model, shapes)

    timm_builder.load_state_dict_from_hf = timm_builder.load_state_dict_from_url = download
    timm_builder.load_custom_from_hf = lambda *_args, **_kwargs: model.load_state_dict(download(), strict=False)
    load_pretrained(model, pretrained_cfg=pretrained_cfg, **kwargs)


builders = {
    torchvision.models.get_model_weights(name): name
    for name in torchvision.models.list_models()
    if not name.startswith("quantized_")
}


@functools.lru_cache(maxsize=4)
def torchvision_shapes(weights):
    builder = builders[type(weights)]
    meta = weights.meta
    options = {"num_classes": len(meta["categories"])}
    package = torchvision.models.get_model_builder(builder).__module__
    if builder in ("googlenet", "inception_v3"):
        options |= {"aux_logits": True, "init_weights": False}
    if builder.startswith("vit_"):
        options |= {"image_size": meta["min_size"][0]}
    if ".detection" in package or ".segmentation" in package:
        options |= {"weights_backbone": None}
    if ".segmentation" in package and not builder.startswith("lraspp"):
        options |= {"aux_loss": True}
    if "keypoint_names" in meta:
        options |= {"num_keypoints": len(meta["keypoint_names"])}
    return shapes_of(on_meta(torchvision.models.get_model)(builder, weights=None, **options))


def _torchvision_weights(weights, *_args, **_kwargs):
    """Made into tensors only when it is known where the network that loads them stands."""
    return torchvision_shapes(weights)


load_state_dict = torch.nn.Module.load_state_dict


def _load_state_dict(network, state_dict, *args, **kwargs):
    if isinstance(state_dict, Shapes):
        state_dict = weights_for(network, state_dict)
    return load_state_dict(network, state_dict, *args, **kwargs)


@functools.lru_cache(maxsize=4)
def pytorchcv_shapes(name):
    return shapes_of(model_provider.get_model(name, pretrained=False))


def _pytorchcv_weights(net, model_name, **_kwargs):
    if model_name not in model_store.get_model_metainfo_dict():
        raise RuntimeError(f"pytorchcv has no weights of this name: {model_name}")
    net.load_state_dict(weights_for(net, pytorchcv_shapes(model_name)))


torch.nn.Module.load_state_dict = _load_state_dict
torchvision.models.WeightsEnum.get_state_dict = _torchvision_weights
timm_builder.load_pretrained = _timm_weights
model_store.download_model = _pytorchcv_weights
