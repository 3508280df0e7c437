"""Parses every snippet that the catalog offers, and looks up the weights that those of timm, torchvision and pytorchcv name.

What they do is run by `verify_snippets.py`. Usage: python check_snippets.py SNIPPETS.jsonl
Prints a line for each failure and at the end `N passed, N failed`.
"""

import ast
import json
import sys

import offline_frameworks  # noqa: F401  (first, so that torchvision can be imported)
import timm
import torchvision
import yaml
from checks import check
from pytorchcv.models.common import model_store

named = {"timm", "torchvision", "pytorchcv"}


def main(path):
    with open(path, encoding="utf-8") as file:
        snippets = [json.loads(line) for line in file]
    names = {(snippet["framework"], snippet["name"]) for snippet in snippets if snippet["framework"] in named}
    problems = [problem for snippet in snippets for problem in parse_problems(snippet)]
    problems += [problem for name in sorted(names) for problem in name_problems(*name)]
    for problem in problems:
        print(problem)
    total = len(snippets) + len(names)
    print(f"{len(snippets)} snippets parsed, {len(names)} names of weights looked up")
    print(f"{total - len(problems)} passed, {len(problems)} failed")
    return 1 if problems or not names else 0


def parse_problems(snippet):
    text = snippet["text"]
    try:
        if snippet["language"] == "python":
            ast.parse(text)
        elif snippet["language"] == "yaml":
            check(isinstance(yaml.safe_load(text), dict), "is no mapping")
        else:
            check(isinstance(json.loads(text), dict), "is no object")
    except (SyntaxError, ValueError, AssertionError, yaml.YAMLError) as error:
        name = snippet.get("name", snippet["model"])
        yield f"{snippet['framework']} {name} {snippet['kind']}: does not parse: {error}"


def name_problems(framework, name):
    """The weights that a snippet names are in the framework's own list."""
    try:
        if framework == "timm":
            check(name in timm.list_pretrained(), "timm does not list it")
        elif framework == "torchvision":
            builder, member = name.split(".")
            check(member in torchvision.models.get_model_weights(builder).__members__, "torchvision does not list it")
        else:
            check(name in model_store.get_model_metainfo_dict(), "pytorchcv does not list it")
    except Exception as error:
        yield f"{framework} {name}: {type(error).__name__}: {error}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
