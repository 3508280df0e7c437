"""Counts parameters and multiply-accumulates of real networks with hooks, and compares them with those of Model Scout.

Usage: check_costs.py FILE [--time], JSON lines of model, library, builder, options, input, params and macs. With --time
it prints, for each line that it reads, the milliseconds that building and counting each network once takes.
Networks stand on the meta device: their shapes are those of real ones, and no number is computed. Every count must be
equal to the unit.
"""

import functools
import json
import math
import sys
import time

import offline_frameworks  # noqa: F401  (first, so that no weights are fetched)
import pytorchcv.model_provider
import timm
import torch
import torchvision


@functools.lru_cache(maxsize=1)
def build(library, builder, options):
    """The real network, without weights. Auxiliary heads are off and none of its layers has changed anything yet."""
    keywords = dict(options)
    with torch.device("meta"):
        if library == "pytorchcv":
            return of_any_size(pytorchcv.model_provider.get_model(builder, pretrained=False, **keywords).eval())
        if library == "timm":
            return timm.create_model(builder, pretrained=False, **keywords).eval()
        if hasattr(torchvision.models.detection, builder):
            make = getattr(torchvision.models.detection, builder)
            return Maps(make(weights=None, weights_backbone=None, **keywords).eval())
        if builder.startswith("quantized_"):
            return getattr(torchvision.models.quantization, builder.removeprefix("quantized_"))(**keywords).eval()
        make = getattr(torchvision.models, builder)
        return make(**keywords).eval()


class Maps(torch.nn.Module):
    """A detector from an image of any size to its predictions: without resizing it, and without reading boxes from them."""

    def __init__(self, detector):
        super().__init__()
        self.backbone, self.head = detector.backbone, detector.head

    def forward(self, image):
        return self.head(list(self.backbone(image).values()))


def of_any_size(network):
    """Its last pooling, whose window has the side that images of one size come out with, as an average over all."""
    for name, layer in list(network.named_modules()):
        if name.endswith(("final_pool", "final_block.pool")):
            network.set_submodule(name, torch.nn.AdaptiveAvgPool2d(1))
    side = {"AlexNet": 6, "VGG": 7}.get(type(network).__name__)
    if side:
        network.features.append(torch.nn.AdaptiveAvgPool2d(side))
    return network


def count_macs(network, height, width, channels=3):
    """Products of the convolutions and fully connected layers that one image meets."""
    macs = 0

    def count(layer, _inputs, output):
        nonlocal macs
        if isinstance(layer, torch.nn.Conv2d):
            macs += output.numel() * layer.in_channels // layer.groups * math.prod(layer.kernel_size)
        elif isinstance(layer, torch.nn.Linear):
            macs += output.numel() * layer.in_features

    hooks = [layer.register_forward_hook(count) for layer in network.modules()]
    with torch.no_grad():
        network(torch.empty(1, channels, height, width, device="meta"))
    for hook in hooks:
        hook.remove()
    return macs


def time_counts(file):
    """Milliseconds for the networks of a file, one after the other, each at its own input, as often as it is asked for."""
    with open(file, encoding="utf-8") as lines:
        networks = [json.loads(line) for line in lines]
    for _ in sys.stdin:
        started = time.perf_counter()
        counts = []
        for cost in networks:
            network = build(cost["library"], cost["builder"], tuple(cost.get("options", {}).items()))
            counts.append(count_macs(network, *cost["input"]))
        print(1000 * (time.perf_counter() - started), flush=True)
        if counts != [cost["macs"] for cost in networks]:
            return 1
    return 0


def main(file):
    with open(file, encoding="utf-8") as lines:
        expected = [json.loads(line) for line in lines]
    failed = 0
    for cost in expected:
        network = build(cost["library"], cost["builder"], tuple(cost.get("options", {}).items()))
        params = sum(parameter.numel() for parameter in network.parameters())
        macs = count_macs(network, *cost["input"])
        if (params, macs) != (cost["params"], cost["macs"]):
            failed += 1
            ours = (cost["params"], cost["macs"])
            print(f"{cost['model']} at {cost['input']}: {cost['builder']} has {(params, macs)}, ours {ours}")
    networks = {(cost["library"], cost["builder"], str(cost.get("options"))) for cost in expected}
    print(f"{len(networks)} networks of libraries counted at five sizes each")
    print(f"costs: {len(expected) - failed} equal to the unit, {failed} not")
    return 1 if failed or not expected else 0


if __name__ == "__main__":
    sys.exit(time_counts(sys.argv[1]) if "--time" in sys.argv else main(sys.argv[1]))
