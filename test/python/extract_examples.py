"""Writes the code that the docstrings of installed packages show as examples, a file of it for each file that has any.

Usage: python extract_examples.py FOLDER PACKAGE …
Nothing of the packages is run. Lines of examples stand on the lines that they have in the package, so that places there are places here.
"""

import ast
import doctest
import importlib.util
import pathlib
import sys
import warnings

documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def main(folder, *packages):
    count = 0
    for package in packages:
        root = pathlib.Path(importlib.util.find_spec(package).origin).parent
        for path in sorted(root.rglob("*.py")):
            lines = example_lines(path.read_text(encoding="utf-8"))
            if lines:
                count += 1
                target = pathlib.Path(folder, package, path.relative_to(root))
                target.parent.mkdir(parents=True, exist_ok=True)
                text = "".join(f"{lines.get(number, '')}\n" for number in range(1, max(lines) + 1))
                target.write_text(text, encoding="utf-8", newline="\n")
    print(f"{count} files of examples")
    return 0 if count else 1


def example_lines(source):
    """Code by the number of its line. What does not look like examples to doctest is left out."""
    lines = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(source)
    for node in ast.walk(tree):
        text = docstring_of(node)
        if text is None:
            continue
        try:
            examples = doctest.DocTestParser().get_examples(text.value)
        except ValueError:
            continue
        for example in examples:
            for offset, line in enumerate(example.source.splitlines()):
                lines[text.lineno + example.lineno + offset] = line
    return lines


def docstring_of(node):
    """The constant, whose text begins on the line where it stands."""
    body = node.body if isinstance(node, documented) else None
    first = body[0] if body else None
    value = first.value if isinstance(first, ast.Expr) else None
    return value if isinstance(value, ast.Constant) and isinstance(value.value, str) else None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
