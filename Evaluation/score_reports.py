#!/usr/bin/env python3
"""Score the reader on news reports: what each report claims of its main encounter.

usage: score_reports.py [--command CMD] [--data DIR] [--errors N] [--json]

CMD is a filter: one JSON document a line on stdin, one record a line on stdout, in the same order (see
Documentation/Record.md). Default: `.build/release/rapporteur code`. DIR holds cases/reports.jsonl; only the reports in
English are read, and `claims` is never passed on.

The principal encounter of each record (the one with "principal": true, else the first) is compared with the report's
claims. A report that is silent on a field is left out of that field:
  status, medium, kind   the same word (a medium of "unknown" is silence)
  country                place.country, on reports that state one
  date                   date.start, on reports that state one
  parties                the same set of parties
  outcome                outcome.kind
  person_f1              mean F1 of persons; two are one where they share a name word
  issues                 mean Jaccard similarity of codes, among the 29 codes with which the claims were set
"""
import argparse
import json
import os
import re
import shlex
import subprocess
import sys
import unicodedata
from collections import Counter

HERE = os.path.dirname(os.path.abspath(__file__))
KEYS = ("id", "title", "text", "published", "language", "source", "url")
ISSUES = set("""arms-control nuclear-proliferation strategic-stability cyber-information-security emerging-technology
space-security terrorism law-enforcement armed-conflict ceasefire-peace-process regional-security territorial-sovereignty
maritime-security military-cooperation alliances-security-architecture intelligence-sharing sanctions-trade-restrictions
trade-investment supply-chains-critical-minerals energy infrastructure-transport climate-environment humanitarian-aid
migration-refugees human-rights detainees-prisoner-exchange health international-institutions bilateral-relations""".split())
PARTICLES = {"al", "bin", "van", "de"}
EXACT = ["found", "status", "country", "date", "medium", "kind", "parties", "outcome"]
MEANS = ["person_f1", "issues"]


def name_words(person):
    folded = unicodedata.normalize("NFKD", person or "")
    folded = "".join(c for c in folded if not unicodedata.combining(c)).lower().replace("’", "'")
    return {w for w in re.findall(r"[^\W\d_]+(?:[-'][^\W\d_]+)*", folded) if len(w) > 1} - PARTICLES


def persons_f1(truth, found):
    """F1 of the persons of two lists of participants; None where the truth names nobody."""
    gold = [w for w in (name_words(p.get("person")) for p in truth) if w]
    got = [w for w in (name_words(p.get("person")) for p in found) if w]
    if not gold:
        return None
    if not got:
        return 0.0
    recall = sum(any(g & h for h in got) for g in gold) / len(gold)
    precision = sum(any(h & g for g in gold) for h in got) / len(got)
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def parties(participants):
    return {p["party"] for p in participants or [] if p.get("party")}


def principal(record):
    encounters = record.get("encounters") or []
    return next((e for e in encounters if e.get("principal")), encounters[0] if encounters else None)


def judge(claims, encounter):
    """What of one report's claims the encounter has right: field to bool, or to 0...1 for the means."""
    e = encounter or {}
    got = {"found": encounter is not None}
    if claims.get("status"):
        got["status"] = e.get("status") == claims["status"]
    country = (claims.get("place") or {}).get("country")
    if country:
        got["country"] = (e.get("place") or {}).get("country") == country
    start = (claims.get("date") or {}).get("start")
    if start:
        got["date"] = ((e.get("date") or {}).get("start") or "")[:10] == start[:10]
    if claims.get("medium") not in (None, "unknown"):
        got["medium"] = e.get("medium") == claims["medium"]
    if claims.get("kind"):
        got["kind"] = e.get("kind") == claims["kind"]
    if parties(claims.get("participants")):
        got["parties"] = parties(e.get("participants")) == parties(claims["participants"])
    outcome = (claims.get("outcome") or {}).get("kind")
    if outcome:
        got["outcome"] = (e.get("outcome") or {}).get("kind") == outcome
    f1 = persons_f1(claims.get("participants") or [], e.get("participants") or [])
    if f1 is not None:
        got["person_f1"] = f1
    gold = set(claims.get("issues") or []) & ISSUES
    if gold:
        found = {i.get("code") for i in e.get("issues") or []} & ISSUES
        got["issues"] = len(gold & found) / len(gold | found)
    return got


def document(report):
    """The report as the contract has it, without its claims."""
    return {k: report[k] for k in KEYS if report.get(k) is not None}


def read(command, reports):
    lines = "".join(json.dumps(document(r), ensure_ascii=False) + "\n" for r in reports)
    run = subprocess.run(shlex.split(command), input=lines, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{command} ended with {run.returncode}: {run.stderr[-500:]}")
    records = [json.loads(line) for line in run.stdout.splitlines() if line.strip()]
    if len(records) != len(reports):
        print(f"note: {len(reports)} documents in, {len(records)} records out", file=sys.stderr)
    return {r.get("id"): r for r in records}


def score(reports, records):
    """Totals and hits by field, and the judgement of each report."""
    hits, totals, judged = Counter(), Counter(), []
    for report in reports:
        encounter = principal(records.get(report["id"]) or {})
        got = judge(report.get("claims") or {}, encounter)
        judged.append((report, encounter, got))
        for field, value in got.items():
            hits[field] += value
            totals[field] += 1
    return hits, totals, judged


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", default=".build/release/rapporteur code")
    parser.add_argument("--data", default=os.path.join(HERE, "..", "..", "shared", "data"))
    parser.add_argument("--errors", type=int, default=0, help="print N reports that are not wholly right")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    path = os.path.join(options.data, "cases", "reports.jsonl")
    with open(path, encoding="utf-8") as file:
        reports = [r for r in map(json.loads, filter(str.strip, file)) if r["language"] == "en"]
    hits, totals, judged = score(reports, read(options.command, reports))
    shown = 0
    for report, encounter, got in judged:
        wrong = [f for f in EXACT if got.get(f) is False] + [f for f in MEANS if got.get(f, 1) < 1]
        if any(f in EXACT for f in wrong) and shown < options.errors:
            shown += 1
            print(json.dumps({"id": report["id"], "title": report["title"], "missed": wrong, "truth": report["claims"],
                              "got": encounter}, ensure_ascii=False))
    shares = {f: round(hits[f] / totals[f], 4) if totals[f] else None for f in EXACT + MEANS}
    if options.json:
        print(json.dumps({"documents": len(reports), **shares}))
        return
    print(f"{len(reports)} reports")
    for field in EXACT:
        print(f"  {field:<9} {hits[field]:>5} / {totals[field]:<5} {100 * (shares[field] or 0):6.1f} %")
    for field in MEANS:
        print(f"  {field:<9} {'mean':>5} / {totals[field]:<5} {100 * (shares[field] or 0):6.1f} %")


if __name__ == "__main__":
    main()
