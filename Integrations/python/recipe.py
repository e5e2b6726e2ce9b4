#!/usr/bin/env python3
"""Reads what Rapporteur writes with duckdb and pandas: a dyad's timeline as a picture, and the places that reports tell.

usage: recipe.py timeline ENCOUNTERS PARTY PARTY OUT.svg
       recipe.py places CLAIMS ENCOUNTER

ENCOUNTERS is the folder encounters/ that Integrations/spark writes (Parquet), or `rapporteur export encounters --format csv`;
CLAIMS is `rapporteur export claims --format csv`.
"""
import os
import sys

import duckdb

# Statuses under which an encounter took place.
HAPPENED = ("held", "under-way")


def encounters(path):
    """The encounters of a file, their parties as a list: a frame of pandas."""
    if os.path.isdir(path):
        table, parties = f"read_parquet('{quoted(path)}/*.parquet')", "parties"
    else:
        table, parties = f"read_csv('{quoted(path)}', all_varchar = true)", "string_split(coalesce(parties, ''), '; ')"
    return duckdb.sql(
        f"SELECT id, kind, status, date_start, {parties} AS parties, CAST(reports AS INTEGER) AS reports FROM {table} "
        "ORDER BY date_start, id").df()


def quoted(path):
    return path.replace("'", "''")


def dyad(frame, one, other):
    """The encounters that took place between two parties, with the year and the month of each that has one."""
    mine = frame[frame.status.isin(HAPPENED) & frame.parties.map(lambda parties: {one, other} <= set(parties))]
    months = mine.date_start.str.slice(0, 7).where(mine.date_start.str.len() >= 7)
    return mine.assign(month=months, year=mine.date_start.str.slice(0, 4))


def by_year(mine):
    """Encounters of a dyad by year and kind; those without a date are not counted."""
    return mine.groupby(["year", "kind"]).size().unstack(fill_value=0)


def draw(mine, title, out):
    """A bar for each month, as high as there were encounters; months without any are blank."""
    import matplotlib
    import pandas as pd

    matplotlib.use("svg")
    # the same picture every time
    matplotlib.rcParams["svg.hashsalt"] = "rapporteur"
    from matplotlib import pyplot

    counts = mine.month.dropna().value_counts().sort_index()
    figure, axes = pyplot.subplots(figsize=(9, 2.4))
    axes.bar(pd.to_datetime(counts.index), counts.values, width=25, color="#335c81")
    axes.set_title(title, loc="left")
    axes.set_ylabel("encounters a month")
    axes.yaxis.get_major_locator().set_params(integer=True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    figure.savefig(out, bbox_inches="tight", metadata={"Date": None})
    pyplot.close(figure)


def places(path, encounter):
    """Where the reports of an encounter say that it was, and how many say so: the city, or the country alone."""
    return duckdb.execute(
        f"SELECT coalesce(place, country) AS place, count(DISTINCT document) AS reports "
        f"FROM read_csv('{quoted(path)}', all_varchar = true) WHERE encounter = ? AND country IS NOT NULL "
        "GROUP BY 1 ORDER BY reports DESC, place", [encounter]).df()


def main():
    words = sys.argv[1:]
    if len(words) == 5 and words[0] == "timeline":
        mine = dyad(encounters(words[1]), words[2], words[3])
        draw(mine, f"{words[2]} and {words[3]}", words[4])
        print(by_year(mine).to_string())
    elif len(words) == 3 and words[0] == "places":
        print(places(words[1], words[2]).to_string(index=False))
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
