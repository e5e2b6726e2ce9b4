#!/usr/bin/env python3
"""Scores how many sentences of ours are coded as they should be.

usage: score_codebook.py [--binary FILE] [--sentences FILE]

Runs `rapporteur codebook check` over the examples and counter-examples of every frame, or over the sentences of a file, and
prints one JSON object: `sentences`, and `right`, the share of those that are right.
"""
import argparse
import json
import re
import subprocess
import sys


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=".build/release/rapporteur")
    parser.add_argument("--sentences")
    options = parser.parse_args()
    command = [options.binary, "codebook", "check", "--summary"]
    if options.sentences:
        command += ["--sentences", options.sentences]
    run = subprocess.run(command, capture_output=True, text=True)
    found = re.search(r"^ *(\d+) of (\d+) right$", run.stdout, re.M)
    if run.returncode not in (0, 65) or not found:
        sys.exit(f"expected a count from {' '.join(command)}, found: {run.stderr[-500:]}")
    right, sentences = map(int, found.groups())
    print(json.dumps({"right": round(right / sentences, 4), "sentences": sentences}))


if __name__ == "__main__":
    main()
