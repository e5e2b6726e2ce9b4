#!/usr/bin/env python3
"""Kills `rapporteur add` at random moments and looks whether the register has lost anything.

usage: crash.py [--binary BIN] [--shared DIR] [--kills N] [--copies N]

The reports of the cases, several times over under other ids and dates, are added to one register; the process is killed
(SIGKILL) after a random time, again and again, until an add ends by itself. After each kill: SQLite finds the file sound, every
report that the progress line had told of is there, and no claim points to an encounter that is not. In the end the export is
byte for byte that of a register made in one go, the register's own times left out. Then a new register is begun, until N kills
are done. Prints one JSON object.
"""
import argparse
import json
import os
import pathlib
import pty
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from cases import TIMES

PROGRESS = re.compile(rb"(\d+) reports, \d+ a second")


def corpus(shared, copies):
    """Lines of documents: the cases' reports, each copy a year's multiple earlier under ids of its own."""
    with open(shared / "data" / "cases" / "reports.jsonl", encoding="utf-8") as file:
        reports = [json.loads(line) for line in file if line.strip()]
    lines = []
    for copy in range(copies):
        for report in reports:
            document = {k: report[k] for k in ("title", "text", "published", "language", "source") if k in report}
            document["id"] = f"{report['id']}-{copy}"
            if document.get("published"):
                year = int(document["published"][:4]) - copy % 20
                day = document["published"][4:10]
                document["published"] = f"{year}{'-02-28' if day == '-02-29' else day}"
            lines.append(json.dumps(document, ensure_ascii=False) + "\n")
    return lines


def add_and_kill(binary, register, source, wait):
    """Runs an add under a terminal and kills it after some seconds; whether it ended by itself, and the reports it told of."""
    leader, follower = pty.openpty()
    process = subprocess.Popen([binary, "add", "--register", register, source], stdout=follower, stderr=follower)
    os.close(follower)
    time.sleep(wait)
    ended = process.poll() is not None
    if not ended:
        os.kill(process.pid, signal.SIGKILL)
    process.wait()
    said = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:
            break
        if not piece:
            break
        said += piece
    os.close(leader)
    if ended and process.returncode != 0:
        raise SystemExit(f"add ended with {process.returncode}: {said.decode(errors='replace')[-300:]}")
    told = [int(n) for n in PROGRESS.findall(said)]
    return ended, max(told, default=0)


def faults(register):
    """What is wrong with a register, in words; empty where nothing is."""
    found = []
    with sqlite3.connect(register) as db:
        if db.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            found.append("integrity_check")
        if db.execute("PRAGMA foreign_key_check").fetchone():
            found.append("foreign_key_check")
        if db.execute("SELECT count(*) FROM claim WHERE encounter IS NOT NULL AND encounter NOT IN (SELECT id FROM encounter)").fetchone()[0]:
            found.append("a claim of no encounter")
        if db.execute("SELECT count(*) FROM report WHERE id NOT IN (SELECT report FROM version)").fetchone()[0]:
            found.append("a report without a version")
    return found


def export(binary, register):
    run = subprocess.run([binary, "export", "encounters", "--register", register], check=True, capture_output=True, text=True)
    return TIMES.sub("", run.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=".build/release/rapporteur")
    parser.add_argument("--shared", default="../shared")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--copies", type=int, default=20)
    options = parser.parse_args()
    dice = random.Random(4)
    kills = rounds = lost = unsound = different = 0
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        source = folder / "reports.jsonl"
        source.write_text("".join(corpus(pathlib.Path(options.shared), options.copies)), encoding="utf-8")
        started = time.monotonic()
        whole = folder / "whole.sqlite"
        subprocess.run([options.binary, "add", "--register", whole, source], check=True, stderr=subprocess.DEVNULL)
        longest = time.monotonic() - started
        expected = export(options.binary, whole)
        while kills < options.kills:
            register = folder / f"{rounds}.sqlite"
            ended = False
            while not ended:
                ended, told = add_and_kill(options.binary, register, source, dice.uniform(0.01, longest * 1.05))
                kills += not ended
                if not register.exists():
                    continue
                try:
                    with sqlite3.connect(register) as db:
                        stored = db.execute("SELECT count(*) FROM report").fetchone()[0]
                except sqlite3.OperationalError:
                    stored = 0
                    if told == 0:
                        continue
                lost += stored < told
                wrong = faults(register)
                unsound += bool(wrong)
                if wrong:
                    print(f"after kill {kills}: {', '.join(wrong)}", file=sys.stderr)
            different += export(options.binary, register) != expected
            rounds += 1
    print(json.dumps({
        "kills": kills, "registers": rounds, "lost": lost, "unsound": unsound, "different": different,
        "seconds_of_one_add": round(longest, 2)}))
    return 1 if lost or unsound or different else 0


if __name__ == "__main__":
    sys.exit(main())
