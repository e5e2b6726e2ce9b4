#!/usr/bin/env python3
"""Measures ideal points and outlooks on the visits and votes of ../shared.

    Evaluation/measures.py [--binary BIN] [--shared DIR] [--from YYYY-MM] [--to YYYY-MM]

Makes a register of the tables of visits and the recorded votes, scores the ideal points in it (ideal_points.py) and the
outlooks (`rapporteur outlook --evaluate`: forecasts of each month from what was known before it, by default 2019 to 2023,
for dyads with ten contacts before). Prints one JSON object:

  median_r, least_r, within_band        of ideal points against the published ones, see ideal_points.py
  brier_30, brier_90, brier_180         skill of the forecaster that the program goes by (combined) against the best baseline (in hindsight)
  count_30, count_180, wait             the same of the ranked scores of counts and of waits
  low_NAME, high_NAME                   bounds of the skill's interval of 90 %
  dyads, forecasts                      what the skills rest on
  votes_seconds, visits_seconds         how long the imports took
"""
import argparse
import csv
import io
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

import ideal_points

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAMES = {"brier_30": "brier_30", "brier_90": "brier_90", "brier_180": "brier_180", "crps_count_30": "count_30",
         "crps_count_180": "count_180", "crps_wait": "wait"}


def run(*command):
    """Standard output of a command, and its seconds."""
    started = time.monotonic()
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"measures.py: {' '.join(map(str, command))} ended with {done.returncode}: {done.stderr.strip()[-300:]}")
    return done.stdout, time.monotonic() - started


def positions(register):
    """The register's ideal points as ideal_points.py reads them."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(ideal_points.COLUMNS)
    with sqlite3.connect(register) as db:
        writer.writerows(db.execute("SELECT session, party, position, lower, upper FROM ideal_point"))
    return ideal_points.read_ours(text.getvalue().splitlines())


def skills(evaluation):
    """The skills of the forecaster that the program goes by."""
    combined = next(result for result in evaluation["results"] if result["forecaster"] == "combined")
    figures = {"dyads": evaluation["dyads"], "forecasts": combined["brier_30"]["forecasts"]}
    for key, name in NAMES.items():
        figures[name] = round(combined[key]["skill"], 4)
        figures[f"low_{name}"] = round(combined[key]["skill_low"], 4)
        figures[f"high_{name}"] = round(combined[key]["skill_high"], 4)
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=ROOT / ".build" / "release" / "rapporteur", type=pathlib.Path)
    parser.add_argument("--shared", default=ROOT.parent / "shared", type=pathlib.Path)
    parser.add_argument("--from", dest="first", default="2019-01")
    parser.add_argument("--to", dest="last", default="2023-12")
    options = parser.parse_args()
    data = options.shared / "data"
    with tempfile.TemporaryDirectory() as folder:
        register = pathlib.Path(folder) / "measures.sqlite"
        _, visits = run(options.binary, "import", "visits", "--register", register, *sorted((data / "visits").glob("*.csv")))
        _, votes = run(options.binary, "import", "votes", "--register", register, data / "votes" / "unga")
        with open(data / "votes" / "idealpoints_2025-07.csv", encoding="utf-8", newline="") as published:
            points = ideal_points.score(positions(register), ideal_points.read_published(published))
        evaluated, _ = run(
            options.binary, "outlook", "--register", register, "--format", "json",
            "--evaluate", f"{options.first}..{options.last}")
    figures = {name: points[name] for name in ("median_r", "least_r", "within_band", "sessions", "country_sessions")}
    figures.update(skills(json.loads(evaluated)))
    figures.update(visits_seconds=round(visits, 1), votes_seconds=round(votes, 1))
    print(json.dumps(figures, sort_keys=True))


if __name__ == "__main__":
    main()
