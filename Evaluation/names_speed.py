#!/usr/bin/env python3
"""Measure how fast the lexicon's names are found in raw text, against `grep -F -o -f names` in the same run.

usage: names_speed.py [--binary BIN] [--bulk FILE] [--megabytes N] [--names N] [--repeats N] [--json]

The names are the wordings of the program's own tables (`rapporteur lexicon export`), filled up to N with cities. Both read
the same file on one core, interleaved; medians. Also timed: compiling a lexicon of N names, and opening the compiled file
(`who` with it, less `who` without). Where the bulk text is absent, says so.
"""
import argparse
import gzip
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
WORDINGS = {"party-names": ["wording"], "office-names": ["wording"], "persons": ["name", "aliases"], "person-names": ["name"],
            "bodies": ["name", "aliases"], "agents": ["wording"], "places": ["name", "aliases"], "cities": ["name", "aliases"],
            "instruments": ["name", "wordings"], "series": ["name", "wordings"], "regions": ["name", "wordings"]}


def timed(command, core="0"):
    pinned = ["taskset", "-c", core, *command] if shutil.which("taskset") else command
    start = time.perf_counter()
    run = subprocess.run(pinned, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, "LC_ALL": "C"})
    if run.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {run.returncode}: {run.stderr.decode()[:300]}")
    return time.perf_counter() - start


def names(folder):
    """The wordings of exported tables, without markers."""
    found = set()
    for path in sorted(folder.rglob("*.tsv")):
        kind = path.parent.name if path.parent.name in ("persons", "bodies") else path.stem
        header = None
        for line in path.open(encoding="utf-8"):
            fields = line.rstrip("\n").split("\t")
            if line.startswith("#"):
                continue
            if header is None:
                header = fields
                continue
            row = dict(zip(header, fields))
            for column in WORDINGS.get(kind, []):
                for word in row.get(column, "").split("|"):
                    word = word.replace("/", "").strip()
                    if len(word) > 2 and not word.startswith("@"):
                        found.add(word)
    return sorted(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(ROOT / ".build" / "release" / "rapporteur"))
    parser.add_argument("--bulk", type=pathlib.Path, default=ROOT.parent / "shared" / "data" / "bulk" / "whitehouse.jsonl.gz")
    parser.add_argument("--megabytes", type=int, default=60)
    parser.add_argument("--names", type=int, default=120_000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not options.bulk.exists():
        print(f"skipped: {options.bulk} is absent")
        return 0
    binary = options.binary
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        text, patterns, compiled = folder / "text.txt", folder / "names.txt", folder / "lexicon.bin"
        size = 0
        with gzip.open(options.bulk, "rt", encoding="utf-8") as source, text.open("w", encoding="utf-8") as out:
            for line in source:
                document = json.loads(line)
                size += out.write((document.get("title") or "") + "\n" + (document.get("text") or document.get("body") or "") + "\n")
                if size > options.megabytes * 1_000_000:
                    break
        size = text.stat().st_size
        subprocess.run([binary, "lexicon", "export", "--to", str(folder / "tables")], check=True, stderr=subprocess.DEVNULL)
        known = names(folder / "tables")
        patterns.write_text("\n".join(known[:: max(1, len(known) // options.names)][:options.names]) + "\n", encoding="utf-8")
        count = sum(1 for _ in patterns.open(encoding="utf-8"))
        ours, yardstick, compiling, opening, bare = [], [], [], [], []
        for _ in range(options.repeats):
            ours.append(timed([binary, "lexicon", "find", str(text), "--quiet"]))
            compiling.append(timed([binary, "lexicon", "compile", "-o", str(compiled)]))
        for _ in range(max(1, options.repeats // 2)):
            yardstick.append(timed(["grep", "-F", "-o", "-f", str(patterns), str(text)]))
        for _ in range(20):
            opening.append(timed([binary, "who", "x", "--lexicon", str(compiled)]))
            bare.append(timed([binary, "--version"]))
        seconds, grep = statistics.median(ours), statistics.median(yardstick)
        figures = {
            "names_compiled": len(known), "compile_seconds": round(statistics.median(compiling), 2),
            "open_and_answer_ms": round(statistics.median(opening) * 1000, 1), "start_ms": round(statistics.median(bare) * 1000, 1),
            "find_MB_per_second": round(size / 1e6 / seconds, 1), "grep_MB_per_second": round(size / 1e6 / grep, 1),
            "grep_names": count, "times_as_fast_as_grep": round(grep / seconds, 2),
        }
    print(json.dumps(figures) if options.json else "\n".join(f"  {k:<24} {v}" for k, v in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
