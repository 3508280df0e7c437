"""Runs the snippets that the catalog offers against the libraries that they are written for, and reports what came of each.

Usage: verify_snippets.py SNIPPETS.jsonl REPORT.tsv [--again] [--only FRAMEWORK] [--processes COUNT]
       verify_snippets.py SNIPPETS.jsonl REPORT.tsv --sample COUNT [--seed SEED]
A line of the report that was made of the same text with the same versions is kept, unless --again is said. With --sample,
COUNT snippets of all libraries and kinds are run afresh and compared with their lines, and the report stays as it is.
"""

import argparse
import hashlib
import importlib
import importlib.metadata
import json
import multiprocessing
import os
import pathlib
import random
import sys
import time
import warnings

from checks import NotRun, check

columns = ("framework", "checkpoint", "kind", "versions", "result", "parameters", "snippet")
#: Of each framework, the module and function that run its snippets, and the packages whose versions decide.
runners = {
    "timm": ("torch_runs", "run_timm", ("timm", "torch")),
    "torchvision": ("torch_runs", "run_torchvision", ("torchvision", "torch")),
    "pytorchcv": ("torch_runs", "run_pytorchcv", ("pytorchcv", "torch")),
    "keras": ("keras_runs", "run_keras", ("keras", "torch")),
    "transformers": ("transformers_runs", "run_transformers", ("transformers", "timm", "torch")),
    "mmpretrain": ("mmpretrain_runs", "run_mmpretrain", ("mmpretrain", "torch")),
}
seconds_between_saves = 15
# threads of one process that wait for each other stand still on a busy machine
os.environ.setdefault("OMP_NUM_THREADS", "1")


def main():
    options = parsed_options()
    with open(options.snippets, encoding="utf-8") as file:
        snippets = [snippet for snippet in map(json.loads, file) if snippet["framework"] in runners]
    report = read_report(options.report)
    if options.sample:
        return compare_sample(snippets, report, options)
    wanted = {key_of(snippet): snippet for snippet in snippets}
    kept = {key: line for key, line in report.items() if key in wanted}
    stale = [
        snippet
        for key, snippet in wanted.items()
        if options.again or key not in kept or not is_current(kept[key], snippet)
    ]
    if options.only:
        stale = [snippet for snippet in stale if snippet["framework"] == options.only]
    saved = time.monotonic()
    for line in results_of(stale, options.processes):
        kept[key_in(line)] = line
        if time.monotonic() - saved > seconds_between_saves:
            write_report(options.report, kept)
            saved = time.monotonic()
    write_report(options.report, kept)
    return summarize(list(kept.values()))


def parsed_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("snippets", type=pathlib.Path)
    parser.add_argument("report", type=pathlib.Path)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--only", choices=sorted(runners))
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 31))
    return parser.parse_args()


def compare_sample(snippets, report, options):
    reported = [snippet for snippet in snippets if key_of(snippet) in report]
    drawn = stratified(reported, options.sample, random.Random(options.seed))
    print(f"{len(drawn)} of {len(reported)} snippets in the report drawn from seed {options.seed}")
    failed = 0
    for line in results_of(drawn, options.processes):
        known = report.get(key_in(line))
        if known != line or is_failure(line):
            failed += 1
            print(f"{' '.join(key_in(line))}: {line['result']}, {line['parameters']} parameters; reported: {known}")
    print(f"snippets run afresh: {len(drawn) - failed} as reported, {failed} not")
    return 1 if failed or not drawn else 0


def stratified(snippets, count, randomness):
    """As many of each framework and kind as can be, the rest from all."""
    strata = {}
    for snippet in snippets:
        strata.setdefault((snippet["framework"], kind_of(snippet)), []).append(snippet)
    for stratum in strata.values():
        randomness.shuffle(stratum)
    drawn = []
    while len(drawn) < count and any(strata.values()):
        drawn += [stratum.pop() for stratum in strata.values() if stratum]
    return drawn[:count]


def results_of(snippets, processes):
    """A line for each snippet, in any order. Those of one architecture follow one another, so that its shapes are made once."""
    groups = {}
    for snippet in sorted(snippets, key=key_of):
        groups.setdefault((snippet["framework"], architecture_of(snippet)), []).append(snippet)
    with multiprocessing.get_context("spawn").Pool(processes, maxtasksperchild=150) as pool:
        for lines in pool.imap_unordered(run_group, groups.values()):
            yield from lines


def architecture_of(snippet):
    return snippet["name"].split(".")[0] if snippet["framework"] in ("timm", "torchvision") else snippet["name"]


def run_group(snippets):
    return [run_one(snippet) for snippet in snippets]


def run_one(snippet):
    warnings.simplefilter("ignore")
    framework = snippet["framework"]
    line = {
        "framework": framework,
        "checkpoint": snippet["name"],
        "kind": kind_of(snippet),
        "versions": versions_of(framework),
        "parameters": "",
        "snippet": hash_of(snippet),
    }
    try:
        module, function, _ = runners[framework]
        parameters, stated = getattr(importlib.import_module(module), function)(snippet)
        if snippet["kind"] == "load":
            counts = [count for count in (stated, snippet.get("computedParams")) if count is not None]
            check(not counts or parameters in counts, f"{parameters} parameters, {counts} counted")
        return line | {"result": "passed", "parameters": str(parameters)}
    except NotRun as reason:
        return line | {"result": f"not run: {reason}"}
    except Exception as error:
        return line | {"result": f"failed: {type(error).__name__}: {first_line(error)}"}


def first_line(error):
    return " ".join(str(error).split())[:200]


def versions_of(framework):
    def version(package):
        try:
            return importlib.metadata.version(package).partition("+")[0]
        except importlib.metadata.PackageNotFoundError:
            return "not installed"

    return ", ".join(f"{package} {version(package)}" for package in runners[framework][2])


def kind_of(snippet):
    return f"{snippet['kind']}:{snippet['form']}" if snippet.get("form") else snippet["kind"]


def key_of(snippet):
    return snippet["framework"], snippet["name"], kind_of(snippet)


def key_in(line):
    return line["framework"], line["checkpoint"], line["kind"]


def hash_of(snippet):
    return hashlib.sha256(snippet["text"].encode()).hexdigest()[:12]


def is_failure(line):
    return line["result"].startswith("failed")


def is_current(line, snippet):
    same = line["snippet"] == hash_of(snippet) and line["versions"] == versions_of(snippet["framework"])
    return same and not is_failure(line)


def read_report(path):
    if not path.exists():
        return {}
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    if tuple(head.split("\t")) != columns:
        raise ValueError(f"{path} is no report: its first line is {head}")
    rows = [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]
    return {key_in(row): row for row in rows}


def write_report(path, report):
    rows = [columns, *(tuple(report[key][name] for name in columns) for key in sorted(report))]
    text = "".join("\t".join(row) + "\n" for row in rows)
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)


def summarize(lines):
    failures = [line for line in lines if is_failure(line)]
    for line in failures:
        print(f"{' '.join(key_in(line))}: {line['result']}")
    for framework in runners:
        results = [line["result"].partition(":")[0] for line in lines if line["framework"] == framework]
        counts = [f"{results.count(result)} {result}" for result in ("passed", "not run", "failed")]
        print(f"{framework}: {', '.join(counts)}")
    passed = sum(line["result"] == "passed" for line in lines)
    print(f"{len(lines)} snippets in the report, {len(lines) - passed - len(failures)} of them not run")
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
