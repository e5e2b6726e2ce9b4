#!/usr/bin/env python3
"""Measure the reader and compare with the floors that Floors.json pins.

usage: evaluate.py [--check | --pin [--lower REASON]] [--only NAME] [--floors FILE] [--root DIR]

Without an option: measures everything and prints a table beside floors and goals.
--check  fails where a figure is worse than its floor, where a corpus is no longer the one that was measured, or where a
         floor was changed by hand.
--pin    moves every floor up to what is measured now and records the corpora. A floor that would fall is refused, unless
         --lower REASON says why; the reason goes into the history of Floors.json.

A measurement is a command that prints one JSON object of figures; its corpus is a list of files under ../shared, known by
one SHA-256 digest. Where ../shared is absent nothing is measured, and the output says so.
"""
import argparse
import datetime
import hashlib
import json
import pathlib
import shlex
import subprocess
import sys


class Trouble(Exception):
    """Something that stops one measurement, in words for people."""


def digest(root, patterns):
    """SHA-256 over the names and digests of a corpus's files, in order of name; `None` where there is no corpus."""
    if not patterns:
        return None
    files = sorted({file for pattern in patterns for file in (root / pattern).parent.glob(pathlib.PurePath(pattern).name)})
    if not files:
        raise Trouble(f"expected the corpus {' '.join(patterns)}, found no file of it")
    total = hashlib.sha256()
    for file in files:
        total.update(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n".encode())
    return total.hexdigest()


def measure(root, measurement):
    """The figures of one measurement and the digest of its corpus."""
    command = shlex.split(measurement["command"])
    missing = [a for a in command if a.endswith(".py") and not (root / a).exists()]
    if missing:
        raise Trouble(f"{missing[0]} is not there")
    found = digest(root, measurement["corpus"])
    run = subprocess.run(command, cwd=root, capture_output=True, text=True)
    lines = [line for line in run.stdout.splitlines() if line.startswith("{")]
    if not lines:
        said = (run.stderr.strip() or "nothing on standard error").splitlines()
        raise Trouble(f"no figures from `{measurement['command']}` (exit status {run.returncode}): {said[-1][:200]}")
    return json.loads(lines[-1]), found


def figure(figures, name, metric):
    """One figure of a measurement's object: by its name, or by the metric's `path` of keys."""
    value = figures
    for key in metric.get("path", [name]):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def is_worse(metric, value, than):
    """Whether a figure is worse than another; no figure is worse than any."""
    if than is None:
        return False
    if value is None:
        return True
    return value > than if metric.get("better") == "lower" else value < than


def history_findings(floors):
    """Floors that differ from the last value that the history gives them."""
    last = {}
    for entry in floors["history"]:
        for key, (_, to) in entry["changes"].items():
            last[key] = to
    findings = []
    for m in floors["measurements"]:
        for name, metric in m["metrics"].items():
            key = f"{m['name']}.{name}"
            if metric["floor"] != last.get(key):
                findings.append(f"{key}: expected the floor {last.get(key)} of the history, found {metric['floor']}; "
                                "floors change by `evaluate.py --pin` only")
    return findings


def findings(measurement, figures, found):
    """What a measurement breaks: figures under their floors, a corpus that is not the one measured before."""
    name = measurement["name"]
    out = []
    if measurement["digest"] not in (None, found):
        out.append(f"{name}: expected the corpus {measurement['digest'][:12]}, found {found[:12]}; "
                   "look at what changed, then `evaluate.py --pin`")
    for key, metric in measurement["metrics"].items():
        value = figure(figures, key, metric)
        if is_worse(metric, value, metric["floor"]):
            side = "at most" if metric.get("better") == "lower" else "at least"
            out.append(f"{name}.{key}: expected {side} {metric['floor']}, found {value}")
    return out


def pin(floors, results, reason, today):
    """Moves floors to the figures measured; returns the floors that would fall where no reason is given."""
    changes, refused = {}, []
    for m in floors["measurements"]:
        if m["name"] not in results:
            continue
        figures, found = results[m["name"]]
        for key, metric in m["metrics"].items():
            value = figure(figures, key, metric)
            if value == metric["floor"]:
                continue
            if is_worse(metric, value, metric["floor"]) and not reason:
                refused.append(f"{m['name']}.{key}: the floor {metric['floor']} would fall to {value}")
            elif value is not None or reason:
                changes[f"{m['name']}.{key}"] = [metric["floor"], value]
    if refused:
        return refused
    entry = {"date": today, "reason": reason or "measured", "changes": changes}
    for m in floors["measurements"]:
        if m["name"] not in results:
            continue
        figures, found = results[m["name"]]
        if m["digest"] not in (None, found):
            entry.setdefault("corpora", {})[m["name"]] = [m["digest"], found]
        m["digest"] = found
        for key, metric in m["metrics"].items():
            metric["floor"] = changes.get(f"{m['name']}.{key}", [None, metric["floor"]])[1]
    if changes or "corpora" in entry:
        floors["history"].append(entry)
    return []


def row(measurement, key, metric, value):
    floor, goal = metric["floor"], metric.get("goal")
    shown = ["-" if x is None else f"{x:.4g}" if abs(x) > 1 else f"{x:.4f}" for x in (value, floor, goal)]
    if is_worse(metric, value, floor):
        mark = "BELOW THE FLOOR"
    elif value is not None and goal is not None and not is_worse(metric, value, goal):
        mark = "goal reached"
    else:
        mark = ""
    return f"  {measurement:<20} {key:<14} {shown[0]:>8} {shown[1]:>8} {shown[2]:>8}  {mark}".rstrip()


def run_all(root, floors, only):
    """Measures, printing a row a figure; returns results, findings and troubles."""
    results, broken, troubles = {}, [], []
    print(f"  {'measurement':<20} {'figure':<14} {'now':>8} {'floor':>8} {'goal':>8}")
    for m in floors["measurements"]:
        if only and m["name"] != only:
            continue
        try:
            figures, found = measure(root, m)
        except Trouble as trouble:
            print(f"  {m['name']:<20} skipped: {trouble}", flush=True)
            if any(metric["floor"] is not None for metric in m["metrics"].values()) or ".py is not there" not in str(trouble):
                troubles.append(f"{m['name']}: {trouble}")
            continue
        results[m["name"]] = (figures, found)
        broken += findings(m, figures, found)
        for key, metric in m["metrics"].items():
            print(row(m["name"], key, metric, figure(figures, key, metric)), flush=True)
    return results, broken, troubles


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    parser.add_argument("--floors", type=pathlib.Path)
    parser.add_argument("--only", metavar="NAME")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true")
    mode.add_argument("--pin", action="store_true")
    parser.add_argument("--lower", metavar="REASON")
    options = parser.parse_args()
    if options.lower is not None and (not options.pin or not options.lower.strip()):
        parser.error("--lower REASON goes with --pin, and the reason may not be empty")
    path = options.floors or options.root / "Floors.json"
    floors = json.loads(path.read_text(encoding="utf-8"))
    if not (options.root / ".." / "shared").is_dir():
        print("skipped: ../shared is absent")
        return 0
    results, broken, troubles = run_all(options.root, floors, options.only)
    if options.pin:
        refused = pin(floors, results, options.lower, datetime.date.today().isoformat())
        for line in refused:
            print(f"refused: {line}; give --lower REASON where that is meant")
        if not refused:
            path.write_text(json.dumps(floors, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
            print(f"pinned in {path.name}")
        return 1 if refused or troubles else 0
    broken += history_findings(floors)
    for line in broken + troubles:
        print(f"error: {line}")
    if options.check:
        count = sum(len(m["metrics"]) for m in floors["measurements"] if m["name"] in results)
        print(f"floors: {count} figures, {len(broken) + len(troubles)} findings")
        return 1 if broken or troubles else 0
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
