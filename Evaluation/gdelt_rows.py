#!/usr/bin/env python3
"""Multiplies real rows of GDELT 2.0 events into a large table: the same rows again and again with other ids, days, actors and addresses.

usage: gdelt_rows.py [--rows N] [--seed N] [--from FOLDER] OUT

The rows are those of `events.csv` and `eventsT.csv` (61 columns) in the folder. Ids go up by one to three from row to row as GDELT's
do, days advance by one for each 100,000 rows, half of the rows with an actor get one of the countries of all rows, every third
row begins another address. The same seed gives the same bytes. Where the folder is absent, says so and ends with 0.
"""
import argparse
import datetime
import pathlib
import random
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAMPLES = ROOT.parent / "shared" / "data" / "formats" / "gdelt_real_spark-gdelt_Apache2"
FIRST_DAY = datetime.date(2015, 2, 19)
FIRST_ID = 410_412_347
ROWS_A_DAY = 100_000
CODE, NAME, COUNTRY = 0, 1, 2
ACTORS = (5, 15)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=2_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="folder", type=pathlib.Path, default=SAMPLES)
    options = parser.parse_args()
    files = [options.folder / name for name in ("events.csv", "eventsT.csv")]
    if not all(file.exists() for file in files):
        print(f"skipped: {options.folder} is absent")
        return 0
    real = [line.split("\t") for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    countries = sorted({tuple(row[first + place] for place in (CODE, NAME, COUNTRY)) for row in real for first in ACTORS
                        if len(row[first + CODE]) == 3 and row[first + COUNTRY]})
    chance = random.Random(options.seed)
    number, address = FIRST_ID, ""
    with options.out.open("w", encoding="utf-8", newline="\n") as out:
        for place in range(options.rows):
            row = list(real[chance.randrange(len(real))])
            number += chance.randint(1, 3)
            added = FIRST_DAY + datetime.timedelta(days=place // ROWS_A_DAY)
            day = added - datetime.timedelta(days=chance.choice((0, 0, 0, 0, 0, 1, 1, 7, 30, 365)))
            row[0], row[1], row[2], row[3] = str(number), f"{day:%Y%m%d}", f"{day:%Y%m}", f"{day:%Y}"
            row[4] = f"{day.year + (day.timetuple().tm_yday / 366):.4f}"
            for first in ACTORS:
                if row[first] and chance.random() < 0.5:
                    row[first], row[first + NAME], row[first + COUNTRY] = chance.choice(countries)
            if place % 3 == 0:
                address = f"{row[60]}-{place:x}" if row[60].startswith("http") else f"http://example.org/{place:x}"
            row[59], row[60] = f"{added:%Y%m%d}{chance.randrange(24):02}{chance.randrange(4) * 15:02}00", address
            out.write("\t".join(row) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
