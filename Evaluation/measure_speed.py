#!/usr/bin/env python3
"""Measures how fast a large register's measures are: a dyad's page of figures, and the table of all dyads.

    Evaluation/measure_speed.py REGISTER [--binary BIN] [--dyads N]

Starts the site over the register, asks once for a page that needs the common model (that is made once for each state of the
register), then for the measures of N dyads, the largest and others at even distances, each once, one after another: none is
kept in memory. Beside it the whole table of dyads and of outlooks by the command line, its start included. Prints one JSON object.
"""
import argparse
import csv
import io
import json
import pathlib
import statistics
import subprocess
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
PORT = 8399


def timed(*command):
    started = time.monotonic()
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
    return done.stdout, time.monotonic() - started


def ask(path):
    started = time.monotonic()
    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}", timeout=300) as answer:
        size = len(answer.read())
    return time.monotonic() - started, size


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("register")
    parser.add_argument("--binary", default=ROOT / ".build" / "release" / "rapporteur", type=pathlib.Path)
    parser.add_argument("--dyads", type=int, default=200)
    options = parser.parse_args()
    text, table = timed(options.binary, "dyad", "--register", options.register, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    _, outlook = timed(options.binary, "outlook", "--register", options.register, "--format", "csv")
    rows.sort(key=lambda row: -int(row["contacts"]))
    chosen = rows[:options.dyads // 4] + rows[options.dyads // 4::max(1, len(rows) * 4 // (3 * options.dyads))]
    server = subprocess.Popen(
        [str(options.binary), "serve", "--register", options.register, "--port", str(PORT)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                ask("/health")
                break
            except OSError:
                time.sleep(0.1)
        whole, _ = ask("/calendar")
        ask(f"/dyads/{chosen[-1]['dyad']}/measures")
        answers = [(*ask(f"/dyads/{row['dyad']}/measures"), int(row["contacts"])) for row in chosen[:-1]]
    finally:
        server.terminate()
        server.wait()
    seconds = sorted(answer[0] for answer in answers)
    print(json.dumps({
        "dyads": len(rows), "contacts": sum(int(row["contacts"]) for row in rows), "asked": len(answers),
        "page_median_ms": round(statistics.median(seconds) * 1000, 1),
        "page_p99_ms": round(seconds[int(len(seconds) * .99)] * 1000, 1),
        "page_most_ms": round(seconds[-1] * 1000, 1), "largest_dyad": max(answer[2] for answer in answers),
        "largest_page_bytes": max(answer[1] for answer in answers), "table_seconds": round(table, 2),
        "outlooks_seconds": round(outlook, 2), "first_calendar_seconds": round(whole, 2)}, sort_keys=True))


if __name__ == "__main__":
    main()
