#!/usr/bin/env python3
"""Reads six reports of one encounter, shows the records of two that disagree, and says what to do next.

usage: demo.py [--binary BIN]
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "Samples" / "c01.jsonl"
ONE, OTHER = "c01-r2", "c01-r6"
BOLD, DIM, END = ("\033[1m", "\033[2m", "\033[0m") if sys.stdout.isatty() else ("", "", "")


def heading(text):
    print(f"\n{BOLD}{text}{END}\n{'─' * len(text)}", flush=True)


def principal(record):
    encounters = record.get("encounters") or []
    return next((e for e in encounters if e.get("principal")), encounters[0] if encounters else {})


def claim(encounter, field):
    """What an encounter says of a field, in a few words; None where it is silent."""
    value = encounter.get(field)
    if field == "date" and value:
        return value.get("start")
    if field == "place" and value:
        return ", ".join(x for x in (value.get("name"), value.get("country")) if x)
    if field == "outcome" and value:
        return value.get("kind")
    if field == "persons":
        return ", ".join(p["person"] for p in encounter.get("participants") or [] if p.get("person")) or None
    if field == "issues":
        return ", ".join(sorted({i["code"] for i in value or []})) or None
    return value


def comparison(documents, records):
    """The table of what each report claims of its main encounter."""
    rows = [("report", "source", "date", "place", "status", "kind")]
    for document, record in zip(documents, records):
        e = principal(record)
        rows.append((document["id"], document["source"]["name"], *(claim(e, f) or "-" for f in ("date", "place", "status", "kind"))))
    widths = [max(len(str(r[i])) for r in rows) for i in range(len(rows[0]))]
    for number, row in enumerate(rows):
        line = "  " + "  ".join(str(x).ljust(w) for x, w in zip(row, widths)).rstrip()
        print(f"{DIM}{line}{END}" if number == 0 else line)


def differences(one, other):
    """The fields in which two encounters say different things, each with both values."""
    found = []
    for field in ("date", "place", "status", "kind", "persons"):
        a, b = claim(one, field), claim(other, field)
        if a and b and a != b:
            found.append((field, a, b))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(ROOT / ".build" / "release" / "rapporteur"))
    binary = parser.parse_args().binary
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    documents = {d["id"]: d for d in map(json.loads, lines)}
    run = subprocess.run([binary, "code"], input="\n".join(lines) + "\n", capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{binary} code ended with {run.returncode}: {run.stderr.strip()}")
    records = {r["id"]: r for r in map(json.loads, run.stdout.splitlines())}

    heading("Six reports of one encounter, as each of them has it")
    comparison(documents.values(), [records[i] for i in documents])

    for name in (ONE, OTHER):
        document = documents[name]
        heading(f"The record of what {document['source']['name']} wrote")
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / f"{name}.jsonl"
            file.write_text(json.dumps(document, ensure_ascii=False) + "\n", encoding="utf-8")
            subprocess.run([binary, "read", str(file)], check=True)

    heading("Where these two disagree")
    found = differences(principal(records[ONE]), principal(records[OTHER]))
    for field, a, b in found:
        print(f"  {field:<8} {documents[ONE]['source']['name']}: {a}\n  {'':<8} {documents[OTHER]['source']['name']}: {b}")
    if not found:
        print("  in nothing that the records state")

    heading("What the register makes of all twelve sample reports")
    register = ROOT / ".build" / "demo.sqlite"
    for ending in ("", "-wal", "-shm", ".lock"):
        register.with_name(register.name + ending).unlink(missing_ok=True)
    subprocess.run([binary, "add", "--register", register, ROOT / "Samples"], check=True)
    for words in (["search", "origins:>1"], ["show", "disputed:place"]):
        print(f"\n{DIM}rapporteur {' '.join(words)}{END}", flush=True)
        subprocess.run([binary, *words, "--register", register], check=True)

    heading("What to do next")
    print(f"""  See this in the browser        {binary} serve --register {register}
                                 and open http://127.0.0.1:8374/
  Read a report of your own      {binary} read report.txt --published 2026-02-01
  Keep a register                {binary} add --register register.sqlite Samples
  Find encounters                {binary} search 'dyad:RUS-CHN' --register register.sqlite
  Take its encounters out        {binary} export encounters --register register.sqlite
  Read what is published         {binary} extract page.html feed.xml crawl.warc.gz
  Watch a feed                   {binary} source add --register register.sqlite https://example.org/rss.xml, then watch
  Read many, one JSON a line     {binary} code < Samples/c02.jsonl > records.jsonl
  See what a record holds        Documentation/Record.md
  Take it along                  the program is the one file {binary}
""")


if __name__ == "__main__":
    main()
