#!/usr/bin/env python3
"""Scores ideal points of members of the UN General Assembly against the published ones.

    Evaluation/ideal_points.py [FILE] [--published CSV]

FILE, or standard input, is CSV with the columns session, party, position, lower, upper; parties are codes of three
letters. The published points are those of Bailey, Strezhnev and Voeten (JCR 61:2, 2017) in the edition of July 2025:
`idealpointall` with its posterior quantiles `q5all` and `q95all`, by `iso3c` and year. Session s is the year 1945 + s.

Only what both hold is compared. In each session our positions are brought to the published scale by the line of least
squares; a session with fewer than LEAST members in common, or without variance, is left out. Prints one JSON object:

  median_r          median over sessions of |r|, the correlation of our positions with theirs
  least_r           the least |r|
  least_session     its session
  within_band       the share of all country-sessions whose position, so brought over, lies in the published 5-95 % band
  sessions          sessions compared
  country_sessions  country-sessions compared
  overlap           the share of country-sessions whose 5-95 % interval, so brought over, meets the published band

A country that stands twice in a session of the published file (two states of one code) is left out there.
"""
import argparse
import csv
import json
import pathlib
import statistics
import sys

HERE = pathlib.Path(__file__).resolve().parent
PUBLISHED = HERE.parent.parent / "shared" / "data" / "votes" / "idealpoints_2025-07.csv"
LEAST = 5
COLUMNS = ("session", "party", "position", "lower", "upper")


def read_ours(lines):
    """Positions by session: {session: {party: (position, lower, upper)}}."""
    reader = csv.DictReader(lines)
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or [])]
    if missing:
        raise ValueError(f"expected the columns {', '.join(COLUMNS)}, found none called {', '.join(missing)}")
    result = {}
    for row in reader:
        session = result.setdefault(int(row["session"]), {})
        if row["party"] in session:
            raise ValueError(f"expected each party once in a session, found {row['party']} twice in {row['session']}")
        session[row["party"]] = tuple(float(row[name]) for name in COLUMNS[2:])
    return result


def read_published(lines):
    """Published points by session: {session: {code: (point, q5, q95)}}."""
    result, twice = {}, set()
    for row in csv.DictReader(lines):
        values = [row["idealpointall"], row["q5all"], row["q95all"]]
        if not row["iso3c"] or not all(values):
            continue
        session = int(float(row["year"])) - 1945
        key = (session, row["iso3c"])
        if row["iso3c"] in result.setdefault(session, {}):
            twice.add(key)
        result[session][row["iso3c"]] = tuple(map(float, values))
    for session, code in twice:
        del result[session][code]
    return result


def line(xs, ys):
    """Intercept, slope and correlation of the line of least squares; None where one side has no variance."""
    mx, my = statistics.fmean(xs), statistics.fmean(ys)
    sxx = sum((x - mx) ** 2 for x in xs)
    syy = sum((y - my) ** 2 for y in ys)
    if sxx <= 0 or syy <= 0:
        return None
    sxy = sum((x - mx) * (y - my) for x, y in zip(xs, ys))
    slope = sxy / sxx
    return my - slope * mx, slope, sxy / (sxx * syy) ** 0.5


def score(ours, published):
    correlations, within, meets, count = [], 0, 0, 0
    for session in sorted(ours):
        common = sorted(ours[session].keys() & published.get(session, {}).keys())
        if len(common) < LEAST:
            continue
        theirs = [published[session][code] for code in common]
        fit = line([ours[session][code][0] for code in common], [point for point, _, _ in theirs])
        if fit is None:
            continue
        intercept, slope, r = fit
        correlations.append((abs(r), session))
        for code, (_, low, high) in zip(common, theirs):
            position, lower, upper = (intercept + slope * value for value in ours[session][code])
            lower, upper = min(lower, upper), max(lower, upper)
            within += low <= position <= high
            meets += lower <= high and upper >= low
        count += len(common)
    if not correlations:
        return {"median_r": None, "least_r": None, "least_session": None, "within_band": None, "sessions": 0,
                "country_sessions": 0, "overlap": None}
    least, session = min(correlations)
    return {"median_r": round(statistics.median(r for r, _ in correlations), 4), "least_r": round(least, 4),
            "least_session": session, "within_band": round(within / count, 4), "sessions": len(correlations),
            "country_sessions": count, "overlap": round(meets / count, 4)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", nargs="?", help="CSV of our positions; standard input where it is not given")
    parser.add_argument("--published", type=pathlib.Path, default=PUBLISHED)
    options = parser.parse_args()
    try:
        if options.file:
            with open(options.file, newline="", encoding="utf-8") as lines:
                ours = read_ours(lines)
        else:
            ours = read_ours(sys.stdin)
        with open(options.published, newline="", encoding="utf-8") as lines:
            published = read_published(lines)
    except (OSError, ValueError) as error:
        sys.exit(f"ideal_points.py: {error}")
    print(json.dumps(score(ours, published)))


if __name__ == "__main__":
    main()
