"""Checks the ONNX files that Model Scout writes, runs them, and compares their outputs with those of its PyTorch modules.

Usage: check_onnx.py FOLDER, with index.jsonl: model, file, name (the class), code and image of each (channels, height, width).
Each file goes when it was checked. The modules get the weights of the files; an output may differ by 1e-4 of the largest.
"""

import json
import sys
from pathlib import Path

import numpy
import onnx
import onnxruntime
import torch

TOLERANCE = 1e-4


def weights_of(file):
    """The weights of a file in the order in which they stand there."""
    model = onnx.load(file)
    constants = ("integers ", "floats ", "scalar ")
    return [
        onnx.numpy_helper.to_array(tensor)
        for tensor in model.graph.initializer
        if not tensor.name.startswith(constants)
    ]


def tensors_of(network):
    """The weights of a module, layer after layer, each of shared ones once."""
    for layer in network.modules():
        if isinstance(layer, (torch.nn.Conv2d, torch.nn.Linear)):
            yield layer.weight
            if layer.bias is not None:
                yield layer.bias
        elif isinstance(layer, (torch.nn.BatchNorm1d, torch.nn.BatchNorm2d)):
            yield from (layer.weight, layer.bias, layer.running_mean, layer.running_var)


def fault(line, file):
    """What is wrong with one file; None where it gives what the module gives."""
    onnx.checker.check_model(str(file), full_check=True)
    scope = {}
    exec(compile(line["code"], line["model"], "exec"), scope)  # noqa: S102  (the code is what is tested)
    network = scope[line["name"]]().eval()
    weights, tensors = weights_of(str(file)), list(tensors_of(network))
    if [weight.shape for weight in weights] != [tuple(tensor.shape) for tensor in tensors]:
        return f"{len(weights)} weights in the file, {len(tensors)} in the module, or not of the same shapes"
    image = numpy.random.default_rng(1).standard_normal((2, *line["image"]), dtype=numpy.float32)
    with torch.no_grad():
        for tensor, weight in zip(tensors, weights):
            tensor.copy_(torch.from_numpy(weight.copy()))
        expected = network(torch.from_numpy(image))
    expected = expected if isinstance(expected, tuple) else (expected,)
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    outputs = session.run(None, {"image": image})
    for output, other in zip(outputs, expected, strict=True):
        largest = float(other.abs().max())
        apart = float(numpy.abs(output - other.numpy()).max())
        if not numpy.isfinite(largest) or largest == 0 or apart > TOLERANCE * largest:
            return f"outputs differ by {apart}, the largest is {largest}"
    return None


def main(folder):
    lines = [json.loads(line) for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    failed = 0
    for line in lines:
        file = folder / line["file"]
        found = fault(line, file)
        file.unlink()
        if found is not None:
            failed += 1
            print(f"{line['model']}: {found}")
    print(f"onnx: {len(lines) - failed} give what their modules give, {failed} not")
    return 1 if failed or not lines else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
