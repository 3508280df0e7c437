"""Compiles every file of test/fixtures/inserted: what insertions at many places of Python files leave.

Compiling, unlike parsing alone, also refuses a `from __future__` that does not stand first.
Usage: python check_inserted.py FOLDER
"""

import ast
import pathlib
import sys


def problems_of(path):
    source = path.read_text(encoding="utf-8")
    try:
        compile(source, str(path), "exec", dont_inherit=True)
    except SyntaxError as error:
        return [str(error)]
    names = [name for node in ast.walk(ast.parse(source)) for name in imported_names(node)]
    return [f"imports {name} twice" for name in sorted(set(names)) if names.count(name) > 1]


def imported_names(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def main(folder):
    paths = sorted(pathlib.Path(folder).glob("*.py"))
    problems = [(path, problem) for path in paths for problem in problems_of(path)]
    for path, problem in problems:
        print(f"{path.name}: {problem}")
    print(f"{len(paths)} files with inserted code compiled")
    return 1 if problems or not paths else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
