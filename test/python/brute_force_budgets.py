"""Answers latency budgets from the public files of timm alone, row by row, without any code of the product.

Usage: python brute_force_budgets.py FOLDER > ../fixtures/deviceBudgets.json
FOLDER holds the public figures. An answer is the most accurate weights whose architecture was timed within the limit at the
very size that the accuracy is of; weights of another name are not joined.
"""

import csv
import json
import pathlib
import sys

files = {
    "i7-12700h": ["benchmark-infer-fp32-nchw-pt240-cpu-i7_12700h-dynamo.csv"],
    "i9-10940x": [
        "benchmark-infer-fp32-nchw-pt240-cpu-i9_10940x-dynamo.csv",
        "benchmark-infer-fp32-nchw-pt221-cpu-i9_10940x-dynamo.csv",
    ],
}
limits = {
    "i7-12700h": [2.6, 3, 3.5, 4, 5, 7, 10, 15, 25, 40, 80],
    "i9-10940x": [4, 4.5, 5, 6, 7, 10, 15, 25, 40, 60, 80],
}
# timm's networks for its own tests are not models that anybody chooses, and stand in no catalog
left_out = "test_"


def main(folder):
    timm = pathlib.Path(folder, "timm")
    accuracies = [row for row in read(timm / "results-imagenet.csv") if not row["model"].startswith(left_out)]
    answers = []
    for device, names in files.items():
        known = times(timm, names)
        answers += [answer(device, limit, known, accuracies) for limit in limits[device]]
    json.dump(answers, sys.stdout, indent="\t")
    sys.stdout.write("\n")


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def times(timm, names):
    """Milliseconds by architecture and size; of two files the one named first, which is newer."""
    found = {}
    for name in names:
        for row in read(timm / name):
            found.setdefault((row["model"], row["infer_img_size"]), float(row["infer_step_time"]))
    return found


def answer(device, limit, known, accuracies):
    timed = [(row, known.get((row["model"].split(".")[0], row["img_size"]))) for row in accuracies]
    within = [(row, ms) for row, ms in timed if ms is not None and ms <= limit]
    best, ms = max(within, key=lambda pair: float(pair[0]["top1"]))
    return {
        "budget": f"≤{limit}ms@{device}",
        "meets": len(within),
        "exceeds": sum(1 for _, ms in timed if ms is not None and ms > limit),
        "unknown": sum(1 for _, ms in timed if ms is None),
        "weights": best["model"],
        "size": int(best["img_size"]),
        "top1": float(best["top1"]),
        "ms": ms,
    }


if __name__ == "__main__":
    main(sys.argv[1])
