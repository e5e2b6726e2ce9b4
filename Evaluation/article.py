#!/usr/bin/env python3
"""Check one long news article, statement by statement.

usage: article.py [--binary BIN] [--article FILE] [--record FILE] [--json]

Reads ../shared/data/articles/moscow-talks.txt as published by Parliament News on 2026-02-01 with `BIN read --format json`
(or a record made beforehand) and checks what a reader of the article would say of it: one encounter, who, when, where,
about what, with what outcome, on whose word; and that history, comment and outlook gave no encounter of their own.
Where the article is absent, says so and ends with 0.
"""
import argparse
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ISSUES = ["arms-control", "cyber-information-security", "regional-security", "sanctions-trade-restrictions"]
OUTCOME = "no formal agreements were announced"


def sentence_around(text, span):
    """The paragraph of the document that holds a span, for want of the reader's own sentences."""
    start, end = span
    return text[text.rfind("\n", 0, start) + 1:text.find("\n", end) if text.find("\n", end) >= 0 else len(text)]


def participant(encounter, party, name):
    """The encounter's participant of a party whose name holds a word."""
    return next((p for p in encounter.get("participants") or []
                 if p.get("party") == party and name in (p.get("person") or "")), None)


def outcome_sentence(encounter, text):
    """The words that the outcome rests on, widened to their sentence where evidence tells it."""
    outcome = encounter.get("outcome") or {}
    span = outcome.get("span")
    if not span:
        return outcome.get("text") or ""
    for evidence in encounter.get("evidence") or []:
        if evidence["span"][0] <= span[0] and span[1] <= evidence["span"][1]:
            return evidence["text"]
    return sentence_around(text, span)


def spanned(record, text):
    """The text that the record's spans refer to: the title that the reader found, a line feed, the rest."""
    title = (record.get("document") or {}).get("title")
    return title + "\n" + text[len(title):].lstrip("\n") if title and text.startswith(title) else text


def checks(record, text):
    """(statement, whether it holds, what was found) of each check."""
    encounters = record.get("encounters") or []
    principals = [e for e in encounters if e.get("principal")]
    e = principals[0] if principals else {}
    date, place, outcome = e.get("date") or {}, e.get("place") or {}, e.get("outcome") or {}
    yield "one principal encounter", len(principals) == 1, [x.get("id") for x in principals]
    yield "no other encounter", len(encounters) <= 1, [(x.get("kind"), (x.get("evidence") or [{}])[0].get("text")) for x in encounters if x is not e]
    shoigu, wang = participant(e, "RUS", "Shoigu"), participant(e, "CHN", "Wang")
    people = [(p.get("person"), p.get("party"), p.get("office")) for p in e.get("participants") or []]
    yield "Sergei Shoigu takes part for RUS", shoigu is not None and shoigu["person"] == "Sergei Shoigu", people
    yield "his office comes from the lexicon", any(
        o.get("basis") == "lexicon" and "Security Council" in o.get("title", "") for o in (shoigu or {}).get("offices") or []), \
        (shoigu or {}).get("offices")
    yield "Wang Yi takes part for CHN", wang is not None and wang["person"] == "Wang Yi", people
    yield "no third party takes part", {p[1] for p in people} == {"RUS", "CHN"}, people
    yield "it was held", e.get("status") == "held", e.get("status")
    yield "in person", e.get("medium") == "in-person", e.get("medium")
    yield "on 2026-02-01", (date.get("start"), date.get("end") or date.get("start")) == ("2026-02-01", "2026-02-01"), date
    yield "in Moscow, RUS", (place.get("name"), place.get("country")) == ("Moscow", "RUS"), place
    codes = [i.get("code") for i in e.get("issues") or []]
    for issue in ISSUES:
        yield f"about {issue}", issue in codes, codes
    yield "outcome none-reported", outcome.get("kind") == "none-reported", outcome
    yield f"by the words \"{OUTCOME}\"", OUTCOME in outcome_sentence(e, text), outcome
    quotations = record.get("quotations") or []
    yield "a quotation of an unnamed official", any(
        (q.get("speaker") or {}).get("grade") == "unnamed-official" and "Dialogue remains" in q.get("text", "") for q in quotations), quotations
    yield "every span within the text", all(
        0 <= start <= end <= (record.get("document") or {}).get("characters", len(text)) for start, end in spans(record)), None


def spans(value):
    """Every span of a record."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "span" and inner:
                yield inner
            else:
                yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def read(binary, article):
    """The article's record, by way of the command line."""
    command = [binary, "read", "--format", "json", "--published", "2026-02-01", "--source", "Parliament News", str(article)]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {run.returncode}: {run.stderr.strip()[-500:]}")
    return json.loads(run.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(ROOT / ".build" / "release" / "rapporteur"))
    parser.add_argument("--article", type=pathlib.Path, default=ROOT / ".." / "shared" / "data" / "articles" / "moscow-talks.txt")
    parser.add_argument("--record", type=pathlib.Path, help="check this record instead")
    parser.add_argument("--json", action="store_true", help="print the counts as one JSON object too")
    options = parser.parse_args()
    if not options.article.exists():
        print(f"skipped: {options.article} is absent")
        return 0
    text = options.article.read_text(encoding="utf-8")
    record = json.loads(options.record.read_text(encoding="utf-8")) if options.record else read(options.binary, options.article)
    record = record[0] if isinstance(record, list) else record
    text = spanned(record, text)
    passed = failed = 0
    for statement, holds, found in checks(record, text):
        passed, failed = passed + bool(holds), failed + (not holds)
        print(f"  {'pass' if holds else 'FAIL'}  {statement}" + ("" if holds else f": found {json.dumps(found, ensure_ascii=False)[:300]}"))
    print(f"{passed} passed, {failed} failed")
    if options.json:
        print(json.dumps({"passed": passed, "failed": failed, "share": round(passed / (passed + failed), 4)}))
    return 1 if failed and not options.json else 0


if __name__ == "__main__":
    sys.exit(main())
