"""Runs the PyTorch modules that Model Scout writes, and compares what they are with what it counts.

Usage: check_modules.py FILE, JSON lines of model, name (the class), imageChannels, code and counts (input, params, macs,
outputs), some with yaml and json, which must describe the same network.
Modules stand on the meta device: their shapes are those of real ones, and no number is computed.
"""

import json
import math
import sys

import torch
import yaml
from check_costs import count_macs


def faults(line):
    """What is wrong with one module; nothing where all is as counted."""
    scope = {}
    exec(compile(line["code"], line["model"], "exec"), scope)  # noqa: S102  (the code is what is tested)
    with torch.device("meta"):
        network = scope[line["name"]]().eval()
    if "yaml" in line and yaml.safe_load(line["yaml"]) != json.loads(line["json"]):
        yield "its YAML and its JSON differ"
    params = sum(parameter.numel() for parameter in network.parameters())
    for count in line["counts"]:
        if params != count["params"]:
            yield f"{params} parameters, counted {count['params']}"
        made = []
        hook = network.register_forward_hook(lambda _network, _inputs, output, made=made: made.append(output))
        macs = count_macs(network, *count["input"], line["imageChannels"])
        hook.remove()
        if macs != count["macs"]:
            yield f"{macs} multiply-accumulates at {count['input']}, counted {count['macs']}"
        outputs = made[0] if isinstance(made[0], tuple) else (made[0],)
        sizes = [math.prod(output.shape) for output in outputs]
        if sizes != [math.prod(shape) for shape in count["outputs"]]:
            yield f"outputs of {[tuple(output.shape) for output in outputs]}, counted {count['outputs']}"


def main(file):
    with open(file, encoding="utf-8") as lines:
        modules = [json.loads(line) for line in lines]
    failed = 0
    for module in modules:
        found = list(faults(module))
        failed += bool(found)
        for fault in found:
            print(f"{module['model']}: {fault}")
    print(f"modules: {len(modules) - failed} as counted, {failed} not")
    return 1 if failed or not modules else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
