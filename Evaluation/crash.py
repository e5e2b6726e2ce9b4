#!/usr/bin/env python3
"""Kills `rapporteur` while it writes and looks whether the register has lost anything.

usage: crash.py [--binary BIN] [--shared DIR] [--kills N] [--copies N]

1. The reports of the cases, several times over under other ids and dates, are added to one register; the process is
   killed (SIGKILL) after a random time, again and again, until an add ends by itself; then a new register is begun, until
   N kills are done.
2. Commands are killed at each named boundary (RAPPORTEUR_STOP_AT) and run again.
3. An add runs out of room (a limit on the size of files) and is run again with room.

After each kill `rapporteur check` finds the register sound, and every report that the progress line had told of is there.
In the end the export is byte for byte that of a register made in one go, the register's own times left out. Prints one
JSON object.
"""
import argparse
import json
import os
import pathlib
import pty
import random
import re
import resource
import shutil
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


def faults(binary, register, may_be_empty=False):
    """What `rapporteur check` finds wrong with a register; empty where nothing is, or where nothing was made yet."""
    if not register.exists():
        return [] if may_be_empty else ["no register"]
    run = subprocess.run([binary, "check", "--register", register], capture_output=True, text=True)
    if run.returncode and may_be_empty and "found another SQLite file" in run.stderr:
        return []
    return (run.stdout + run.stderr).splitlines() if run.returncode else []


def export(binary, register):
    run = subprocess.run([binary, "export", "encounters", "--register", register], check=True, capture_output=True, text=True)
    return TIMES.sub("", run.stdout)


def stored(register):
    """The number of reports in a register."""
    try:
        with sqlite3.connect(register) as db:
            return db.execute("SELECT count(*) FROM report").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


class Counts:
    def __init__(self):
        self.kills = self.registers = self.lost = self.unsound = self.different = 0

    def look(self, where, binary, register, told=0, may_be_empty=False):
        wrong = faults(binary, register, may_be_empty)
        self.unsound += bool(wrong)
        if wrong:
            print(f"{where}: {'; '.join(wrong)}", file=sys.stderr)
        if told > 0:
            self.lost += stored(register) < told


def random_kills(options, folder, source, longest, expected, counts):
    dice = random.Random(4)
    while counts.kills < options.kills:
        register = folder / f"{counts.registers}.sqlite"
        ended = False
        patience = longest
        while not ended:
            ended, told = add_and_kill(options.binary, register, source, dice.uniform(0.01, patience))
            counts.kills += not ended
            # on a machine that has other work to do an add takes longer than the first did
            patience *= 1.1
            counts.look(f"after kill {counts.kills}", options.binary, register, told, may_be_empty=told == 0)
        counts.different += export(options.binary, register) != expected
        counts.registers += 1
        register.unlink()


def boundaries(options, folder, source, whole, expected, counts):
    """Kills at each boundary that the command passes, then runs the command again."""
    binary = options.binary
    ids = [json.loads(line)["id"] for line in export(binary, whole).splitlines()]
    merge = ["decide", "merge", ids[0], ids[-1], "--author", "crash", "--reason", "a test"]
    copy = folder / "copy.sqlite"
    subprocess.run([binary, "backup", "--register", whole, copy], check=True)
    merged = folder / "merged.sqlite"
    shutil.copy(copy, merged)
    subprocess.run([binary, *merge, "--register", merged], check=True, stdout=subprocess.DEVNULL)
    decided = export(binary, merged)
    table = folder / "events.csv"
    rows = ("\t".join([str(n), "20260310", *[""] * 5, "USA", *[""] * 9, "RUS", *[""] * 43]) for n in range(150_000))
    table.write_text("".join(row + "\n" for row in rows), encoding="utf-8")
    cases = [
        ("alleged-before-commit", ["import", "gdelt", table], copy, expected),
        ("alleged-before-commit:2", ["import", "gdelt", table], copy, expected),
        ("batch-before-commit", ["add", source], None, expected),
        ("batch-before-commit:2", ["add", source], None, expected),
        ("batch-after-commit", ["add", source], None, expected),
        ("batch-after-commit:2", ["add", source], None, expected),
        ("reconciliation-middle", ["add", source], None, expected),
        ("reconciliation-middle:40", ["add", source], None, expected),
        ("reconciliation-before-commit", ["add", source], None, expected),
        ("reconciliation-after-commit", ["add", source], None, expected),
        ("reconciliation-middle", merge, copy, decided),
        ("decision-before-commit", merge, copy, decided),
        ("backup-before-rename", ["backup", folder / "second.sqlite"], copy, expected),
        ("restore-before-rename", ["restore", copy], copy, expected),
        ("rebuild-staged", ["rebuild"], copy, expected),
        ("rebuild-before-commit", ["rebuild"], copy, expected),
        ("reconciliation-middle:20", ["rebuild"], copy, expected),
    ]
    for number, (boundary, command, start, wanted) in enumerate(cases):
        register = folder / f"boundary{number}.sqlite"
        if start:
            shutil.copy(start, register)
        line = [binary, *command, "--register", register]
        killed = subprocess.run(line, env={**os.environ, "RAPPORTEUR_STOP_AT": boundary}, capture_output=True)
        if killed.returncode != -signal.SIGKILL:
            raise SystemExit(f"expected {command[0]} to reach {boundary}, found {killed.returncode}: {killed.stderr}")
        counts.kills += 1
        counts.look(f"{boundary} of {command[0]}", binary, register, may_be_empty=start is None)
        if start:
            counts.different += export(binary, register) != expected
        subprocess.run(line, check=True, capture_output=True)
        counts.look(f"after {boundary} of {command[0]}", binary, register)
        counts.different += export(binary, register) != wanted
    return len(cases)


def no_room(options, folder, source, whole, expected, counts):
    """Adds under limits on the size of files, then without."""
    sizes = [whole.stat().st_size * part // 10 for part in (1, 3, 6, 9)]
    for number, size in enumerate(sizes):
        register = folder / f"full{number}.sqlite"
        line = [options.binary, "add", "--register", register, source]

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        full = subprocess.run(line, preexec_fn=limit, capture_output=True, text=True)
        if full.returncode != 74 or "no room" not in full.stderr:
            raise SystemExit(f"expected 74 where there is no room, found {full.returncode}: {full.stderr}")
        counts.look(f"without room over {size} bytes", options.binary, register, may_be_empty=True)
        subprocess.run(line, check=True, capture_output=True)
        counts.look("with room again", options.binary, register)
        counts.different += export(options.binary, register) != expected
    return len(sizes)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=".build/release/rapporteur")
    parser.add_argument("--shared", default="../shared")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--copies", type=int, default=3)
    options = parser.parse_args()
    counts = Counts()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        source = folder / "reports.jsonl"
        source.write_text("".join(corpus(pathlib.Path(options.shared), options.copies)), encoding="utf-8")
        started = time.monotonic()
        whole = folder / "whole.sqlite"
        subprocess.run([options.binary, "add", "--register", whole, source], check=True, stderr=subprocess.DEVNULL)
        longest = time.monotonic() - started
        expected = export(options.binary, whole)
        random_kills(options, folder, source, longest, expected, counts)
        points = boundaries(options, folder, source, whole, expected, counts)
        limits = no_room(options, folder, source, whole, expected, counts)
    print(json.dumps({
        "kills": counts.kills, "registers": counts.registers, "boundaries": points, "no_room": limits,
        "lost": counts.lost, "unsound": counts.unsound, "different": counts.different, "seconds_of_one_add": round(longest, 2),
        "seconds": round(time.monotonic() - began)}))
    return 1 if counts.lost or counts.unsound or counts.different else 0


if __name__ == "__main__":
    sys.exit(main())
