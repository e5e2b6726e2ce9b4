#!/usr/bin/env python3
"""Measure the speed of coding on one core, against `wc -w` on the same text in the same run.

usage: speed.py [--binary BIN] [--bulk FILE] [--limit N] [--repeats N] [--markdown]

Writes the documents of ../shared/data/bulk/whitehouse.jsonl.gz to a temporary file and times, each several times and
interleaved, medians reported:
  wc -w                    the yardstick, on one core
  rapporteur code          with --jobs 1 on one core, and with --jobs 2 on two
  rapporteur --version     and `rapporteur read` of a file of one line: the time to start
Megabytes are millions of bytes of the documents' titles and texts, not of their JSON. Where the file is absent, says so.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT / ".." / "shared"


def timed(command, path=None, cores=None):
    """Seconds of wall clock and peak memory in MB of one run with its output thrown away."""
    pinned = ["taskset", "-c", cores, *command] if cores and shutil.which("taskset") else command
    with open(path or os.devnull, "rb") as source:
        start = time.perf_counter()
        process = subprocess.Popen(pinned, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{' '.join(pinned)} ended with {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss / 1000


def write_documents(bulk, limit, target):
    """Writes the bulk file's documents; returns their number and the bytes of their titles and texts."""
    command = [sys.executable, str(SHARED / "tools" / "documents.py"), str(bulk)] + (["--limit", str(limit)] if limit else [])
    count = size = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process, open(target, "wb") as out:
        for line in process.stdout:
            out.write(line)
            document = json.loads(line)
            count += 1
            size += len(document["text"].encode()) + len(document.get("title", "").encode())
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return count, size


def start_up(command, repeats=20):
    """Median milliseconds of a command."""
    return statistics.median(timed(command)[0] for _ in range(repeats)) * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(ROOT / ".build" / "release" / "rapporteur"))
    parser.add_argument("--bulk", type=pathlib.Path, default=SHARED / "data" / "bulk" / "whitehouse.jsonl.gz")
    parser.add_argument("--limit", type=int, help="only the first N documents")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--markdown", action="store_true", help="print the table of Benchmarks/table.md")
    options = parser.parse_args()
    if not options.bulk.exists():
        print(f"skipped: {options.bulk} is absent")
        return 0
    binary = options.binary
    with tempfile.TemporaryDirectory() as folder:
        documents, line = os.path.join(folder, "documents.jsonl"), os.path.join(folder, "line.txt")
        count, size = write_documents(options.bulk, options.limit, documents)
        pathlib.Path(line).write_text("The foreign ministers of France and Japan met in Paris on Monday.\n", encoding="utf-8")
        yardstick, one, two = [], [], []
        for _ in range(options.repeats):
            yardstick.append(timed(["wc", "-w", documents], cores="0"))
            one.append(timed([binary, "code", "--jobs", "1"], documents, "0"))
            two.append(timed([binary, "code", "--jobs", "2"], documents, "0,1"))
        version = start_up([binary, "--version"])
        reading = start_up([binary, "read", "--published", "2026-02-01", line])
    words, single, double = (statistics.median(s for s, _ in runs) for runs in (yardstick, one, two))
    memory = [max(m for _, m in runs) for runs in (one, two)]
    rows = [
        ("text, one core", f"{size / 1e6 / single:.1f} MB/s"),
        ("documents, one core", f"{count / single:.0f} a second"),
        ("time against `wc -w`", f"{single / words:.2f} times"),
        ("second core", f"{single / double:.2f} times as fast"),
        ("peak memory, one job; two", f"{memory[0]:.0f} MB; {memory[1]:.0f} MB"),
        ("start of `--version`", f"{version:.1f} ms"),
        ("start and reading of one line", f"{reading:.1f} ms"),
    ]
    heading = f"{count} documents, {size / 1e6:.1f} MB of text; `wc -w` {words:.2f} s; medians of {options.repeats}"
    if options.markdown:
        print(f"{heading}\n\n| figure | value |\n|---|---|")
        for name, value in rows:
            print(f"| {name} | {value} |")
    else:
        print(heading)
        for name, value in rows:
            print(f"  {name:<32} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
