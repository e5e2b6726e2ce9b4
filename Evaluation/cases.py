#!/usr/bin/env python3
"""Measures corroboration on the cases: ../shared/tools/score_cases.py, and whether order and repetition change anything.

usage: cases.py [--binary BIN] [--shared DIR] [--orders N]

Prints one JSON object: the scorer's figures, and `order`, the share of N random orders (each order's reports added in two
halves, then all again) whose export is byte for byte the first one's, the register's own times left out.
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

TIMES = re.compile(r'"(?:changed|first_seen)":"[^"]*",|,?"version":\d+')


def export(binary, folder, name, batches):
    """The export of a register to which batches of lines were added one after another, without the register's times."""
    register = folder / f"{name}.sqlite"
    for number, lines in enumerate(batches):
        source = folder / f"{name}-{number}.jsonl"
        source.write_text("".join(lines), encoding="utf-8")
        subprocess.run([binary, "add", "--register", register, source], check=True, stderr=subprocess.DEVNULL)
    run = subprocess.run(
        [binary, "export", "encounters", "--register", register], check=True, capture_output=True, text=True)
    return TIMES.sub("", run.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=".build/release/rapporteur")
    parser.add_argument("--shared", default="../shared")
    parser.add_argument("--orders", type=int, default=20)
    options = parser.parse_args()
    shared = pathlib.Path(options.shared)
    score = subprocess.run(
        [sys.executable, "-B", shared / "tools" / "score_cases.py", "--binary", options.binary, "--json"], check=True,
        capture_output=True, text=True)
    figures = json.loads(score.stdout)
    with open(shared / "data" / "cases" / "reports.jsonl", encoding="utf-8") as file:
        lines = [line for line in file if line.strip()]
    dice = random.Random(6)
    same = 0
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        expected = export(options.binary, folder, "all", [lines])
        for number in range(options.orders):
            shuffled = dice.sample(lines, len(lines))
            half = len(lines) // 2
            same += expected == export(options.binary, folder, str(number), [shuffled[:half], shuffled[half:], shuffled])
    figures["order"] = same / options.orders if options.orders else None
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
