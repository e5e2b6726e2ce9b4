#!/usr/bin/env python3
"""Scores the reading of dates against the specifications of Microsoft's Recognizers-Text.

    Evaluation/score_dates.py [--command CMD] [--data DIR] [--json] [--errors N]

The data are `Specs/DateTime/English` of that project (MIT licence): texts with a reference day and the values expected.

Files: those of the default mode that give values, FILES below. The other files hold extractors (no values), other
kinds (times, durations, sets, holidays, zones) or the recogniser's optional modes, whose conventions contradict the
default ones.

Kinds that we read, and that count:
  date       days: calendar dates, weekdays, "yesterday", "two days ago"
  daterange  periods of days: ranges, weeks, months, quarters, years, parts of them
  datetime   its date only; the clock time is not compared
Not ours, and not counted:
  other types      time, timerange, datetimerange, duration, set, timezone, datetimealt
  open ranges      one end only ("before 2012"; the modifiers before, after, since, until): no interval to compare
  holidays         known by name (HOLIDAYS below)
  unresolved       no value is given ("fiscal year 2008", "the summer", "Feb 30")
  the present      "now", timex PRESENT_REF: no date is told
A case whose NotSupported or NotSupportedByDesign names `dotnet` is dropped: the reference implementation itself does
not read it. The cases that carry no such flag for any platform are counted apart, as `every_platform`.

A result counts as right where one of our dates overlaps its words and its first and last day equal one of the
`values` (of which past and future are alternatives). `end` is exclusive. Only where the words join two ends ("from
Monday to Friday", "2014-2018"; their timex is "(start,end,period)") the data's `end` is the first day of the second end, which we include: there it may also
be any of: our last day, the first of its month, the first of its year. Counted apart, and never as right: `coarser`,
where our interval holds the expected one and is longer ("two months ago" is some day of that month to us).
"""
import argparse
import collections
import datetime
import json
import pathlib
import re
import shlex
import subprocess
import sys

FILES = ["DateTimeModel.json", "MergedParser.json", "DateParser.json", "DatePeriodParser.json", "DateTimeParser.json"]
KINDS = ("date", "daterange", "datetime")
OPEN = ("before", "after", "since", "until")
HOLIDAYS = re.compile(
    r"easter|christmas|xmas|thanksgiving|halloween|new year|patrick|juneteenth|black friday|independence day|labor day"
    r"|freedom day|jubilee day|workers' day|eid al|martin luther|mother'?s day|father'?s day|valentine|memorial day", re.I)
JOINED = re.compile(r"\b(to|till|until|through|thru|and|between)\b|[-–—~]", re.I)


def first_day(text):
    """The day at the start of an ISO date or time; None for year 1, the data's mark of "no such day"."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", text or "")
    if not match or match[1] == "0001":
        return None
    return datetime.date(*map(int, match.groups()))


def alternatives(result):
    """The expected values of a result: a list of (start, end exclusive), empty where not resolved, and the modifiers."""
    resolution = result.get("Resolution") or result.get("Value") or {}
    values = resolution.get("values")
    if values is None:
        values = [dict(resolution.get(side) or {}, timex=resolution.get("Timex", ""), Mod=resolution.get("Mod", ""))
                  for side in ("FutureResolution", "PastResolution")]
    found, mods, timexes = [], set(), set()
    for value in values:
        mods.add(value.get("Mod", ""))
        timexes.add(value.get("timex", ""))
        start = first_day(value.get("start") or value.get("startDate"))
        end = first_day(value.get("end") or value.get("endDate"))
        day = first_day(value.get("value") or value.get("date") or value.get("dateTime"))
        if start and end:
            found.append((start, end))
        elif day and not start and not end:
            found.append((day, day + datetime.timedelta(1)))
        elif start or end:
            mods.add("before" if end else "since")
    return found, mods, timexes


def cases(data):
    """The cases that count, each with what the data expect; and how many were left out, by reason."""
    kept, left_out = [], collections.Counter()
    for name in FILES:
        for number, spec in enumerate(json.loads((data / name).read_text(encoding="utf-8-sig"))):
            flags = [p.strip().lower() for key in ("NotSupported", "NotSupportedByDesign")
                     for p in str(spec.get(key) or "").split(",") if p.strip()]
            for result in spec.get("Results") or []:
                kind = (result.get("TypeName") or result.get("Type") or "none").replace("datetimeV2.", "")
                values, mods, timexes = alternatives(result)
                text = result.get("Text", "")
                if kind not in KINDS:
                    left_out["type " + kind] += 1
                elif "dotnet" in flags:
                    left_out["not supported by the reference"] += 1
                elif any(part in OPEN for mod in mods for part in re.split("[-_]", mod)):
                    left_out["open range"] += 1
                elif HOLIDAYS.search(text):
                    left_out["holiday"] += 1
                elif "PRESENT_REF" in timexes:
                    left_out["the present"] += 1
                elif not values:
                    left_out["unresolved"] += 1
                else:
                    start = result["Start"]
                    end = result["End"] + 1 if "End" in result else start + result["Length"]
                    kept.append({
                        "id": f"{name}:{number}", "input": spec["Input"], "kind": kind, "words": text,
                        "reference": (spec.get("Context") or {}).get("ReferenceDateTime", "")[:10] or None,
                        "span": (start, end), "values": values, "joined": kind == "daterange" and any(t.startswith("(") for t in timexes)
                        and JOINED.search(text) is not None, "everywhere": not flags, "file": name})
    return kept, left_out


def verdict(case, dates):
    """"right", "coarser", "wrong" or "missed"."""
    near = [d for d in dates if d["span"][0] < case["span"][1] and case["span"][0] < d["span"][1]]
    best = "wrong" if near else "missed"
    for found in near:
        start, last = (datetime.date.fromisoformat(found[k]) for k in ("start", "end"))
        ends = {last + datetime.timedelta(1)}
        if case["joined"] and last > start:
            ends |= {last, last.replace(day=1), last.replace(month=1, day=1)}
        for wanted_start, wanted_end in case["values"]:
            if start == wanted_start and wanted_end in ends:
                return "right"
            if start <= wanted_start and wanted_end <= last + datetime.timedelta(1):
                best = "coarser"
    return best


def run(command, kept):
    """The dates that the command reads, by case id."""
    lines = {c["id"]: json.dumps({"id": c["id"], "text": c["input"], "reference": c["reference"]}) for c in kept}
    done = subprocess.run(shlex.split(command), input="\n".join(lines.values()) + "\n", capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command}: exit status {done.returncode}: {done.stderr.strip()[-500:]}")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if len(answers) != len(lines):
        sys.exit(f"{command}: expected {len(lines)} lines, found {len(answers)}")
    return {a["id"]: a["dates"] for a in answers}


def share(counts):
    total = sum(counts.values())
    return {"cases": total, "right": counts["right"], "share": round(counts["right"] / total, 4) if total else None,
            "coarser": counts["coarser"], "wrong": counts["wrong"], "missed": counts["missed"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", default=".build/release/rapporteur dates")
    parser.add_argument("--data", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2] / "shared/data/dates/DateTime/English")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the first N cases that are not right")
    options = parser.parse_args()
    kept, left_out = cases(options.data)
    if not kept:
        sys.exit(f"{options.data}: no cases found")
    answers = run(options.command, kept)
    groups = collections.defaultdict(collections.Counter)
    shown = 0
    for case in kept:
        dates = answers[case["id"]]
        outcome = verdict(case, dates)
        names = ["all", "kind " + case["kind"], "file " + case["file"]] + ["every_platform"] * case["everywhere"]
        for name in names:
            groups[name][outcome] += 1
        if outcome != "right" and shown < options.errors:
            shown += 1
            ours = "; ".join(f"{d['text']} = {d['start']}..{d['end']}" for d in dates)
            wanted = "; ".join(f"{a}..{b - datetime.timedelta(1)}" for a, b in case["values"])
            print(f"{outcome:8}{case['id']:28}{case['reference']}  {case['input'][:110]}\n"
                  f"        {case['words']!r}: {wanted}\n        ours: {ours}", file=sys.stderr)
    figures = {name: share(counts) for name, counts in sorted(groups.items())}
    if options.json:
        print(json.dumps({"figures": figures, "left_out": left_out}, sort_keys=True))
        return
    for name, f in figures.items():
        print(f"{name:28}{f['right']:5} of {f['cases']:5} right ({f['share']:.1%}), "
              f"{f['coarser']} coarser, {f['wrong']} wrong, {f['missed']} missed")
    print("left out: " + ", ".join(f"{n} {reason}" for reason, n in left_out.most_common()))


if __name__ == "__main__":
    main()
