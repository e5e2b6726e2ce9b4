#!/usr/bin/env python3
"""Measures how fast a table of GDELT 2.0 events becomes a part of a register, against DuckDB on the same file in the same run.

usage: gdelt_speed.py [--binary BIN] [--rows N] [--repeats N] [--python PY] [--table FILE] [--json]

Ours is `rapporteur import gdelt --register R FILE` into a new register; theirs is `read_csv` of the 61 columns, by name and type,
into a table of a new database file, with one thread. Both run on one core, turn by turn; the figures are of processor time (user and
system, of which a busy machine takes less than of the clock's) and of the clock, medians. Peak memory is the process's. The table is
made by gdelt_rows.py from real rows; where they are absent, says so. PY is a Python with the package duckdb.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
ACTOR = ["Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code",
         "Type3Code"]
PLACE = [("Type", "INTEGER"), ("FullName", "VARCHAR"), ("CountryCode", "VARCHAR"), ("ADM1Code", "VARCHAR"), ("ADM2Code", "VARCHAR"),
         ("Lat", "DOUBLE"), ("Long", "DOUBLE"), ("FeatureID", "VARCHAR")]
COLUMNS = ([("GLOBALEVENTID", "BIGINT"), ("SQLDATE", "INTEGER"), ("MonthYear", "INTEGER"), ("Year", "INTEGER"), ("FractionDate", "DOUBLE")]
           + [(f"Actor{n}{name}", "VARCHAR") for n in (1, 2) for name in ACTOR]
           + [("IsRootEvent", "INTEGER"), ("EventCode", "VARCHAR"), ("EventBaseCode", "VARCHAR"), ("EventRootCode", "VARCHAR"),
              ("QuadClass", "INTEGER"), ("GoldsteinScale", "DOUBLE"), ("NumMentions", "INTEGER"), ("NumSources", "INTEGER"),
              ("NumArticles", "INTEGER"), ("AvgTone", "DOUBLE")]
           + [(f"{who}Geo_{name}", kind) for who in ("Actor1", "Actor2", "Action") for name, kind in PLACE]
           + [("DATEADDED", "BIGINT"), ("SOURCEURL", "VARCHAR")])
DUCKDB = """
import duckdb, sys
base = duckdb.connect(sys.argv[1], config={{"threads": 1}})
base.execute("CREATE TABLE events AS SELECT * FROM read_csv(?, delim='\\t', header=false, quote='', escape='', auto_detect=false, columns={columns})",
             [sys.argv[2]])
base.execute("CHECKPOINT")
print(base.execute("SELECT count(*) FROM events").fetchone()[0])
"""


def run(command):
    """Seconds of the processor, of the clock, and the peak of memory in megabytes."""
    pinned = ["taskset", "-c", "0", *map(str, command)] if shutil.which("taskset") else list(map(str, command))
    start = time.perf_counter()
    with subprocess.Popen(pinned, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        output = process.stdout.read() + process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(pinned)} ended with {process.returncode}: {output.decode(errors='replace')[:500]}")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(ROOT / ".build" / "release" / "rapporteur"))
    parser.add_argument("--rows", type=int, default=2_000_000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--table", type=pathlib.Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if subprocess.run([options.python, "-c", "import duckdb"], capture_output=True, check=False).returncode != 0:
        print(f"skipped: {options.python} has no package duckdb (pip install duckdb)")
        return 0
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        table = options.table or folder / "events.csv"
        if not options.table:
            subprocess.run([sys.executable, ROOT / "Evaluation" / "gdelt_rows.py", "--rows", str(options.rows), table], check=True)
        if not table.exists():
            return 0
        with table.open("rb") as lines:
            rows = sum(1 for _ in lines)
        script = folder / "duck.py"
        script.write_text(DUCKDB.format(columns=dict(COLUMNS)), encoding="utf-8")
        ours, theirs, sizes = [], [], {}
        for turn in range(options.repeats):
            register, base = folder / f"{turn}.sqlite", folder / f"{turn}.duckdb"
            ours.append(run([options.binary, "import", "gdelt", "--register", register, table]))
            theirs.append(run([options.python, script, base, table]))
            sizes = {"register_bytes_a_row": register.stat().st_size / rows, "duckdb_bytes_a_row": base.stat().st_size / rows}
            register.unlink()
            base.unlink()

    def rate(runs, place):
        return rows / statistics.median(one[place] for one in runs)

    figures = {
        "rows": rows, "rows_per_cpu_second": round(rate(ours, 0)), "duckdb_rows_per_cpu_second": round(rate(theirs, 0)),
        "times_duckdb": round(rate(ours, 0) / rate(theirs, 0), 2), "rows_per_second": round(rate(ours, 1)),
        "duckdb_rows_per_second": round(rate(theirs, 1)), "peak_MB": round(max(one[2] for one in ours)),
        "duckdb_peak_MB": round(max(one[2] for one in theirs)), **{name: round(value) for name, value in sizes.items()},
    }
    print(json.dumps(figures) if options.json else "\n".join(f"  {name:<28} {value}" for name, value in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
