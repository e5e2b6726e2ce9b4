#!/usr/bin/env python3
"""Score `rapporteur who` on names with a day: state, person, kind of office.

usage: score_who.py [--binary BIN] [--shared DIR] [--set un-speakers|cases] [--errors N] [--json]

un-speakers  speakers of the UN General Debate 1990-2024 whose post is known: `who NAME --on YEAR-09-25`; right where the first
             candidate is of the speaker's state and holds an office of the post's kind that day. The table un-speakers.tsv is
             compiled from this list: the figure tests spellings, dates and the order of names. Not asked: posts that are no
             office ("Chair of the Delegation") or of no kind below.
cases        participants of the cases' truth: `who PERSON --on DAY`; right where the first candidate is of the party and an
             office of that day shares at least half of the words of one office of the truth. A deputy is no minister.
"""
import argparse
import concurrent.futures
import csv
import json
import pathlib
import re
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
# the list's own codes that are slips or no ISO 3166
STATES = {"POR": "PRT", "PKR": "PRK", "ZFA": "ZAF", "DKN": "DNK", "PAR": "PRY", "CZK": "CSK", "EU": "EUR", "EC": "EUR"}
# of one state with different codes over time, or named alike in the list
SAME_STATE = [{"SRB", "YUG", "SCG"}, {"RUS", "SUN"}, {"CZE", "CSK"}, {"DEU", "DDR"}]
KINDS = [
    ("deputy", r"^(deputy|vice|first vice|second minister|minister of state|vice-)"),
    ("un", r"(un representative|permanent representative)"),
    ("foreign", r"^((federal |state )?(minister|secretary)|deputy prime minister and minister).*(foreign|external|foregn|international affairs)"
                r"|foreign minister|relations with states"),
    ("government", r"(prime minister|premier|chancellor|head of (the )?government|president of the (council of ministers|government)"
                   r"|chief adviser|taoiseach)"),
    ("state", r"^(constitutional |interim |acting |transitional )?(president|head of state|king|amir|emir|sultan|pope|prince|"
              r"chairman of the presidency|crown prince|state counsell?or)"),
]
OFFICES = {
    "un": {"permanent-representative"},
    "foreign": {"foreign-minister"},
    "government": {"head-of-government", "head-of-state", "supreme-leader"},
    "state": {"head-of-state", "supreme-leader", "crown-prince", "organisation-head", "royal", "head-of-government"},
    "deputy": {"deputy-head-of-state", "deputy-head-of-government", "deputy-foreign-minister", "deputy-minister", "foreign-minister",
               "minister", "senior-diplomat"},
}


def words(text):
    return set(re.findall(r"[a-z]+", (text or "").lower())) - {"of", "the", "and", "for", "a", "to"}


def kind(post):
    post = " ".join(post.lower().split())
    return next((name for name, pattern in KINDS if re.search(pattern, post)), None)


def same_state(a, b):
    return a == b or any(a in group and b in group for group in SAME_STATE)


def un_speakers(shared):
    path = shared / "data/lexicon-sources/un-speakers/speakers_by_session.csv"
    for row in csv.DictReader(path.open(encoding="utf-8-sig")):
        post, name = (row["Post"] or "").strip(), " ".join((row["Name of Person Speaking"] or "").split())
        year = int(row["Year"] or 0)
        if 1990 <= year <= 2024 and name and kind(post):
            iso = STATES.get(row["ISO Code"], row["ISO Code"])
            yield {"name": name, "on": f"{year}-09-25", "party": iso, "post": post, "kind": kind(post)}


def participants(shared):
    seen = set()
    for line in (shared / "data/cases/cases.jsonl").open(encoding="utf-8"):
        encounter = json.loads(line)["encounter"]
        day = (encounter.get("date") or {}).get("start")
        for one in encounter["participants"]:
            key = (one.get("person"), day)
            if one.get("person") and one.get("office") and day and len(day) == 10 and key not in seen:
                seen.add(key)
                yield {"name": one["person"], "on": day, "party": one["party"], "office": one["office"]}


def ask(binary, case):
    run = subprocess.run([binary, "who", case["name"], "--on", case["on"], "--format", "json"], capture_output=True, text=True)
    try:
        return (json.loads(run.stdout)["candidates"] or [None])[0]
    except (ValueError, KeyError):
        return None


def judge(case, got):
    """(state right, person known, office right)"""
    got = got or {}
    state = same_state(case["party"], got.get("party") or "") or case["party"] == got.get("group")
    # an office that was laid down before the day, or comes after it, is none of that day
    now = got.get("offices", []) if got.get("standing") in ("incumbent", "acting", "disputed", "elect") else []
    if "kind" in case:
        office = any(seat["code"] in OFFICES[case["kind"]] for seat in now)
    else:
        wanted = [words(part) for part in case["office"].split(";")]
        titles = [words(seat["title"]) for seat in now]
        office = any(w and len(w & t) * 2 >= len(w) and ("deputy" in w) == ("deputy" in t) for w in wanted for t in titles)
    return state, bool(got.get("key")), office


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=".build/release/rapporteur")
    parser.add_argument("--shared", default=HERE.parent.parent / "shared", type=pathlib.Path)
    parser.add_argument("--set", choices=("un-speakers", "cases"), default="cases")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    cases = list((un_speakers if options.set == "un-speakers" else participants)(options.shared))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda case: ask(options.binary, case), cases))
    verdicts = [judge(case, got) for case, got in zip(cases, answers)]
    shown = 0
    for case, got, verdict in zip(cases, answers, verdicts):
        if not (verdict[0] and verdict[2]) and shown < options.errors:
            shown += 1
            brief = {k: (got or {}).get(k) for k in ("party", "person", "office", "standing")}
            print(json.dumps({"case": case, "got": brief}, ensure_ascii=False))
    count = len(cases)
    figures = {
        "state": round(sum(v[0] for v in verdicts) / count, 4),
        "person": round(sum(v[1] for v in verdicts) / count, 4),
        "right": round(sum(v[0] and v[2] for v in verdicts) / count, 4),
        "asked": count,
    }
    print(json.dumps(figures) if options.json else "\n".join(f"  {k:<7} {v}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
