#!/usr/bin/env python3
"""Measure how fast text is tagged and parsed on one core, against `wc -w` on the same text in the same run.

usage: parse_speed.py [--binary BIN] [--bulk FILE] [--limit MB] [--repeats N] [--json]

Writes the texts of ../shared/data/bulk/kremlin_en.jsonl.gz to a temporary file and times, interleaved, pinned to one core,
medians reported: `wc -w`, and `rapporteur parse --time --jobs 1`, which cuts the text into sentences and words, tags and
parses every one, and writes nothing. Sentences are counted at 22 words each. Where the file is absent, says so.
"""
import argparse
import gzip
import json
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORDS = 22


def timed(command):
    """Seconds of one run on the first core, and what it told on standard error."""
    pinned = ["taskset", "-c", "0", *command] if shutil.which("taskset") else command
    start = time.perf_counter()
    run = subprocess.run(pinned, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    seconds = time.perf_counter() - start
    if run.returncode:
        sys.exit(f"{' '.join(pinned)} ended with {run.returncode}: {run.stderr[-300:]}")
    return seconds, run.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(ROOT / ".build/release/rapporteur"))
    parser.add_argument("--bulk", type=pathlib.Path, default=ROOT / ".." / "shared" / "data" / "bulk" / "kremlin_en.jsonl.gz")
    parser.add_argument("--limit", type=float, default=0, help="megabytes of text at most")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not options.bulk.exists():
        print(f"skipped: {options.bulk} is not there")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "text"
        size = 0
        with gzip.open(options.bulk, "rt", encoding="utf-8") as source, open(path, "w", encoding="utf-8") as out:
            for line in source:
                text = json.loads(line)["text"] + "\n\n"
                size += len(text.encode())
                out.write(text)
                if options.limit and size > options.limit * 1e6:
                    break
        ours, yardstick = [], []
        for _ in range(options.repeats):
            yardstick.append(timed(["wc", "-w", str(path)])[0])
            seconds, said = timed([options.binary, "parse", "--time", "--jobs", "1", str(path)])
            ours.append(seconds)
        sentences, words = map(int, re.search(r"(\d+) sentences, (\d+) words", said).groups())
    mine, wc = statistics.median(ours), statistics.median(yardstick)
    result = {
        "sentences_of_22_a_second": round(words / WORDS / mine), "ratio_to_wc": round(mine / wc, 1), "sentences": sentences,
        "words": words, "seconds": round(mine, 2), "wc_seconds": round(wc, 3), "megabytes": round(size / 1e6, 1),
    }
    print(json.dumps(result) if options.json else "\n".join(f"  {k:<26} {v}" for k, v in result.items()))


if __name__ == "__main__":
    main()
