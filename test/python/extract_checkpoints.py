"""Prints what timm and torchvision say of every set of weights that they load, as JSON. No weights are fetched.

Each framework is a reader of its own in `readers`; a further one, such as Keras, is one more function there.
Usage: python extract_checkpoints.py > ../../data/extracted/frameworks.json
"""

import json
import sys

import offline_frameworks  # noqa: F401
import timm
import torchvision
from timm.models import _registry

spdx = {
    "apache-2.0": "Apache-2.0",
    "mit": "MIT",
    "bsd-3-clause": "BSD-3-Clause",
    "cc-by-nc-4.0": "CC-BY-NC-4.0",
    "cc-by-nc-sa-4.0": "CC-BY-NC-SA-4.0",
    "cc-by-4.0": "CC-BY-4.0",
}


def read_timm():
    names = timm.list_pretrained()
    return {
        "version": timm.__version__,
        "checkpoints": [timm_checkpoint(name) for name in sorted(names)],
        "withoutWeights": sorted({*timm.list_models()} - {name.partition(".")[0] for name in names}),
        "renamed": {old: new for old, new in sorted(_registry._deprecated_models.items()) if new},
        "deprecated": sorted(old for old, new in _registry._deprecated_models.items() if not new),
    }


def timm_checkpoint(name):
    architecture, _, tag = name.partition(".")
    config = _registry._model_pretrained_cfgs[name]
    test_input = config.test_input_size
    return stated(
        name=name,
        architecture=architecture,
        tag=tag,
        licence=licence_of(config.license),
        input=list(config.input_size[1:]),
        testInput=list(test_input[1:]) if test_input else None,
        cropPct=config.crop_pct,
        testCropPct=config.test_crop_pct,
        cropMode=config.crop_mode if config.crop_mode != "center" else None,
        interpolation=config.interpolation,
        mean=list(config.mean),
        std=list(config.std),
        classes=config.num_classes,
        head=config.classifier,
        fixedInput=config.fixed_input_size or None,
        hub=config.hf_hub_id if config.hf_hub_id != f"timm/{name}" else None,
    )


def read_torchvision():
    checkpoints = []
    for builder in torchvision.models.list_models():
        for weights in torchvision.models.get_model_weights(builder):
            checkpoints.append(torchvision_checkpoint(builder, weights))
    return {"version": torchvision.__version__.partition("+")[0], "checkpoints": checkpoints}


def torchvision_checkpoint(builder, weights):
    transform = weights.transforms()
    crop, resize = (side_of(getattr(transform, name, None)) for name in ("crop_size", "resize_size"))
    interpolation = getattr(transform, "interpolation", None)
    return stated(
        name=f"{builder}.{weights.name}",
        architecture=builder,
        tag=weights.name,
        default=weights == type(weights).DEFAULT or None,
        licence=licence_of(weights.meta.get("license")),
        input=[crop, crop] if crop else None,
        resize=resize,
        interpolation=interpolation.value if interpolation else None,
        mean=values_of(transform, "mean"),
        std=values_of(transform, "std"),
        classes=len(weights.meta["categories"]) if weights.meta.get("categories") else None,
        quantizes=weights.meta.get("backend"),
    )


def values_of(transform, name):
    return list(getattr(transform, name)) if hasattr(transform, name) else None


def side_of(size):
    return size[0] if isinstance(size, (list, tuple)) else size


def licence_of(text):
    """The SPDX id where there is one, else the framework's own words; `unknown` where it says nothing."""
    return spdx.get(text.lower(), text) if text else "unknown"


def stated(**fields):
    return {name: value for name, value in fields.items() if value is not None}


readers = {"timm": read_timm, "torchvision": read_torchvision}


def compact(frameworks):
    """JSON with one line for each set of weights, so that a newer version shows as changed lines."""

    def text(value):
        return json.dumps(value, separators=(",", ":"))

    parts = []
    for name, framework in frameworks.items():
        rows = ",\n".join(text(row) for row in framework["checkpoints"])
        rest = "".join(f",\n{text(key)}:{text(value)}" for key, value in framework.items() if key != "checkpoints")
        parts.append(f'{text(name)}:{{"checkpoints":[\n{rows}\n]{rest}}}')
    return "{" + ",\n".join(parts) + "}\n"


def main():
    sys.stdout.write(compact({name: read() for name, read in readers.items()}))


if __name__ == "__main__":
    main()
