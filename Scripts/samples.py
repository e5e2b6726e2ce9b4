#!/usr/bin/env python3
"""Writes Samples/*.jsonl from the cases of ../shared: documents of the contract, without their truth.

usage: samples.py [--reports FILE] [CASE...]
"""
import argparse
import json
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
KEYS = ("id", "title", "text", "published", "language", "source", "url")


def document(report):
    """A report as a document: what was published, silent fields absent."""
    found = {key: report[key] for key in KEYS if report.get(key) is not None}
    if "source" in found:
        found["source"] = {key: value for key, value in found["source"].items() if value is not None}
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", default=["c01", "c02"])
    parser.add_argument("--reports", type=pathlib.Path, default=ROOT / ".." / "shared" / "data" / "cases" / "reports.jsonl")
    options = parser.parse_args()
    reports = [json.loads(line) for line in options.reports.read_text(encoding="utf-8").splitlines() if line.strip()]
    for case in options.cases:
        chosen = [document(r) for r in reports if r["case"] == case]
        file = ROOT / "Samples" / f"{case}.jsonl"
        file.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in chosen), encoding="utf-8")
        print(f"{file.relative_to(ROOT)}: {len(chosen)} reports")


if __name__ == "__main__":
    main()
