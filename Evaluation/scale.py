#!/usr/bin/env python3
"""Tests the register at a million synthetic reports with known truth (synthetic.py).

usage: scale.py [--binary BIN] [--reports N] [--small N] [--whole N] [--seed SEED] [--folder DIR] [--json FILE]

Writes N reports (a million) of a plan of --whole reports over thirty years (default: N), adds the first --small (a tenth of
N) to one register and all to another, and measures of each the time, the reports a second, the peak memory and the
size of the file. Of the larger: the encounters against the truth, and how long `show` and `search` take where the program
has them, its start included. Prints a table, writes JSON, and ends with 1 where a goal is missed.

  pairs, b3     F1 of the clusters (news of a report -> encounter) over pairs of reports, and B-cubed
  date, country, status   share of the true encounters whose largest cluster has them right
  told          share of the injected errors, in a field that a clean report of another origin tells as well, that are
                a dispute which names their report
  false         disputes in clusters of encounters without any error, for each hundred such encounters
"""
import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict

import synthetic

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIELDS = {"date": "date", "place": "place", "status": "status", "office": "participants"}
QUERIES = (
    "dyad:RUS-CHN date:2015-01/2016-02", "party:JPN issue:arms-control", "disputed:yes origins:>2", "maritime security",
    '"counter-terrorism"', "party:USA status:postponed", "dyad:DEU-FRA", "issue:energy date:2010", "grain exports Cairo",
    '"joint statement" party:KOR', "party:IND party:RUS", "status:cancelled date:2020-01/2020-12")
CALLS = 200
# The least or the greatest that will do.
GOALS = {"ratio": ("<=", 12), "rate": (">=", 1500), "megabytes": ("<", 1000), "p99": ("<=", 50)}


def run(command, source=None, fine=(0,)):
    """Seconds of wall clock, seconds of processor time and peak memory in MB of one run with its output thrown away; `fine` are
    the exit statuses that it may end with."""
    with open(source or os.devnull, "rb") as lines:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=lines, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in fine:
        sys.exit(f"{' '.join(map(str, command))} ended with {os.waitstatus_to_exitcode(status)}: {said.decode()[-300:]}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000


def head(source, target, count):
    """The first lines of a file as another."""
    with open(source, "rb") as lines, open(target, "wb") as out:
        for _, line in zip(range(count), lines):
            out.write(line)


def add(binary, register, documents, count):
    seconds, processor, memory = run([binary, "add", "--register", register, documents])
    size = sum(f.stat().st_size for f in register.parent.glob(register.name + "*"))
    return {"reports": count, "seconds": round(seconds, 1), "processor_seconds": round(processor, 1),
            "rate": round(count / seconds), "megabytes": round(memory), "file_megabytes": round(size / 1e6)}


class Truth:
    """What a truth file says: encounters, and of each report its last version."""

    def __init__(self, lines):
        self.encounters, self.reports = {}, {}
        for line in lines:
            fact = json.loads(line)
            if "report" not in fact:
                self.encounters[fact["encounter"]] = fact
                continue
            errors = {e["field"]: e["value"] for e in fact["errors"]}
            known = self.reports.get(fact["report"])
            if known is None or known["version"] < fact["version"]:
                self.reports[fact["report"]] = {
                    "encounter": fact["encounter"], "origin": fact["origin"], "stage": fact["stage"], "errors": errors,
                    "version": fact["version"]}
        self.told = {r["encounter"] for r in self.reports.values()}

    def comparable_errors(self):
        """Errors that a clean report of another origin, at the same stage, speaks against: (report, field)."""
        clean = defaultdict(set)
        for report in self.reports.values():
            if not report["errors"]:
                clean[report["encounter"], report["stage"]].add(report["origin"])
        for name, report in self.reports.items():
            for field in report["errors"]:
                if clean[report["encounter"], report["stage"]] - {report["origin"]}:
                    yield name, field


class Found:
    """What an export says: of each report the encounter that is its news, of each encounter what is scored."""

    def __init__(self, lines):
        self.home, self.encounters = {}, {}
        secondary = {}
        for line in lines:
            e = json.loads(line)
            for report in e["reports"]:
                if report.get("principal"):
                    self.home[report["document"]] = e["id"]
                elif report.get("reported"):
                    secondary.setdefault(report["document"], e["id"])
            disputes = [(d["field"], {doc for v in d["values"] for doc in v["documents"]}) for d in e.get("disputes") or []]
            self.encounters[e["id"]] = {
                "date": (e.get("date") or {}).get("start"), "country": (e.get("place") or {}).get("country"),
                "status": e["status"], "disputes": disputes}
        self.home = {**secondary, **self.home}


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def clusters(truth, found):
    """Pairwise and B-cubed precision, recall and F1; a report without an encounter is a cluster of its own."""
    cells, ours, theirs = Counter(), Counter(), Counter()
    for name, report in truth.reports.items():
        home = found.home.get(name, name)
        cells[home, report["encounter"]] += 1
        ours[home] += 1
        theirs[report["encounter"]] += 1
    total = len(truth.reports)

    def pairs(counts):
        return sum(n * (n - 1) // 2 for n in counts.values())

    both = pairs(cells)
    pair = (both / max(1, pairs(ours)), both / max(1, pairs(theirs)))
    cubed = (sum(n * n / ours[home] for (home, _), n in cells.items()) / total,
             sum(n * n / theirs[name] for (_, name), n in cells.items()) / total)
    result = {}
    for name, (precision, recall) in (("pairs", pair), ("b3", cubed)):
        result[name] = {"precision": precision, "recall": recall, "f1": f1(precision, recall)}
    return result


def fields(truth, found):
    """Shares of the true encounters with the right date, country and status, and of errors that are disputes."""
    homes = defaultdict(Counter)
    for name, report in truth.reports.items():
        if name in found.home:
            homes[report["encounter"]][found.home[name]] += 1
    right, asked = Counter(), Counter()
    faulty = {r["encounter"] for r in truth.reports.values() if r["errors"]}
    stages = defaultdict(set)
    for report in truth.reports.values():
        stages[report["encounter"]].add(report["stage"])
    sound = false = 0
    for name in truth.told:
        fact = truth.encounters[name]
        best = max(homes[name].items(), key=lambda item: (item[1], item[0]))[0] if homes[name] else None
        e = found.encounters.get(best, {})
        # where only the announcement was read, that is all that can be known
        status = fact["status"] if fact["status"] in stages[name] else "announced"
        for field, value in (("date", fact["date"]), ("country", fact["country"]), ("status", status)):
            if value is not None:
                asked[field] += 1
                right[field] += e.get(field) == value
        if name not in faulty:
            sound += 1
            false += len(e.get("disputes", ()))
    told, injected = Counter(), Counter()
    for name, field in truth.comparable_errors():
        injected[field] += 1
        disputes = found.encounters.get(found.home.get(name), {}).get("disputes", ())
        told[field] += any(f == FIELDS[field] and name in documents for f, documents in disputes)
    shares = {field: right[field] / asked[field] if asked[field] else None for field in asked}
    shares["told"] = sum(told.values()) / max(1, sum(injected.values()))
    shares["told_by_field"] = {f: [told[f], injected[f]] for f in sorted(injected)}
    shares["false"] = 100 * false / max(1, sound)
    return shares


def latency(binary, register, ids, seed):
    """Milliseconds of mixed calls of `show` and `search`, as far as the program has them."""
    known = subprocess.run([binary, "--help"], capture_output=True, text=True, check=True).stdout
    commands = [c for c in ("show", "search") if f"\n  {c} " in known]
    if not commands:
        return None
    dice = random.Random(seed)
    taken = defaultdict(list)
    for i in range(CALLS):
        command = commands[i % len(commands)]
        what = dice.choice(ids) if command == "show" else dice.choice(QUERIES)
        # 1: nothing was found
        taken[command].append(run([binary, command, what, "--register", register], fine=(0, 1))[0] * 1000)
    both = sorted(ms for times in taken.values() for ms in times)
    result = {c: {"p50": sorted(t)[len(t) // 2], "p99": sorted(t)[int(len(t) * 0.99)]} for c, t in taken.items()}
    result["p99"] = both[int(len(both) * 0.99)]
    return result


def export(binary, register):
    with subprocess.Popen([binary, "export", "encounters", "--register", register], stdout=subprocess.PIPE) as process:
        found = Found(process.stdout)
    if process.returncode != 0:
        sys.exit(f"export ended with {process.returncode}")
    return found


def measure(options, folder):
    documents, truth_file, part = folder / "reports.jsonl", folder / "truth.jsonl", folder / "part.jsonl"
    start = time.perf_counter()
    generator = synthetic.Generator(options.seed, options.whole // 5, options.whole, ROOT / "Data")
    with open(documents, "w", encoding="utf-8") as out, open(truth_file, "w", encoding="utf-8") as facts:
        synthetic.write(generator, out, facts, options.reports)
    result = {"generated_a_second": round(options.reports / (time.perf_counter() - start))}
    head(documents, part, options.small)
    result["code_a_second"] = round(options.small / run([options.binary, "code"], part)[0])
    result["small"] = add(options.binary, folder / "small.sqlite", part, options.small)
    whole = folder / "whole.sqlite"
    result["whole"] = add(options.binary, whole, documents, options.reports)
    for ratio, unit in (("ratio", "seconds"), ("processor_ratio", "processor_seconds")):
        result[ratio] = round(result["whole"][unit] / result["small"][unit], 2)
    found = export(options.binary, whole)
    with open(truth_file, encoding="utf-8") as facts:
        truth = Truth(facts)
    result["encounters"] = {"true": len(truth.told), "found": len(found.encounters)}
    result.update(clusters(truth, found))
    result.update(fields(truth, found))
    result["latency"] = latency(options.binary, whole, sorted(found.encounters), options.seed)
    return result


def goals(result, small):
    """Name, value, goal and whether it is met; the ratio is asked for ten times the reports only."""
    figures = {"ratio": result["ratio"], "rate": result["whole"]["rate"], "megabytes": result["whole"]["megabytes"]}
    if result["latency"]:
        figures["p99"] = result["latency"]["p99"]
    if result["whole"]["reports"] != 10 * small:
        del figures["ratio"]
    for name, value in figures.items():
        sign, goal = GOALS[name]
        met = {"<=": value <= goal, ">=": value >= goal, "<": value < goal}[sign]
        yield name, value, f"{sign} {goal}", met


def table(result):
    rows = [("generated, read by `code`", f"{result['generated_a_second']}, {result['code_a_second']} reports a second")]
    for name in ("small", "whole"):
        m = result[name]
        rows.append((f"add of {m['reports']}", f"{m['seconds']} s ({m['processor_seconds']} s of processors), {m['rate']} a "
                     f"second, {m['megabytes']} MB of memory, {m['file_megabytes']} MB on disk"))
    rows.append(("ratio of times, of processors'", f"{result['ratio']}, {result['processor_ratio']}"))
    rows.append(("encounters true, found", f"{result['encounters']['true']}, {result['encounters']['found']}"))
    for name in ("pairs", "b3"):
        m = result[name]
        rows.append((name, f"F1 {m['f1']:.4f} (precision {m['precision']:.4f}, recall {m['recall']:.4f})"))
    rows += [(f, f"{100 * result[f]:.2f} %") for f in ("date", "country", "status", "told") if result.get(f) is not None]
    rows += [(f"  told of {f}", f"{told} of {all_}") for f, (told, all_) in result["told_by_field"].items()]
    rows.append(("false disputes", f"{result['false']:.2f} for each hundred encounters"))
    for command, times in (result["latency"] or {}).items():
        if isinstance(times, dict):
            rows.append((f"`{command}`", f"{times['p50']:.0f} ms, 99th percentile {times['p99']:.0f} ms"))
    return "\n".join(f"  {name:<28} {value}" for name, value in rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(ROOT / ".build" / "release" / "rapporteur"))
    parser.add_argument("--reports", type=int, default=1_000_000)
    parser.add_argument("--small", type=int, help="default: a tenth of --reports")
    parser.add_argument("--whole", type=int, help="reports of the thirty years of which --reports are the first")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--folder", help="where the files are kept; default: a temporary one (a million take some 15 GB)")
    parser.add_argument("--json", type=pathlib.Path, help="file for the figures")
    options = parser.parse_args()
    options.small = options.small or max(1, options.reports // 10)
    options.whole = options.whole or options.reports
    if options.whole < options.reports:
        parser.error(f"--whole: expected at least {options.reports}, found {options.whole}")
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        result = measure(options, pathlib.Path(folder))
    print(table(result))
    missed = False
    for name, value, goal, met in goals(result, options.small):
        print(f"  {'met   ' if met else 'MISSED'} {name} {goal}: {value:g}")
        missed |= not met
    if options.json:
        options.json.write_text(json.dumps(result, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
