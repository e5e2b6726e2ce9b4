#!/usr/bin/env python3
"""Measures how fast DuckDB writes the rows of a file of Parquet, the yardstick of our own writer.

usage: parquet_speed.py [--repeats N] FILE...

Needs the packages of parquet-requirements.txt. Reads each FILE, whose name ends in its codec (`-zstd.parquet`), into a table
in memory, and has DuckDB write that by `COPY TO` with the same codec, in row groups of as many rows, with one thread.
Prints the median of the processor time and the size, beside the size of FILE.
"""
import argparse
import os
import pathlib
import statistics
import tempfile
import time

import duckdb


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("files", nargs="+", type=pathlib.Path, metavar="FILE")
    arguments = parser.parse_args()
    for path in arguments.files:
        codec = path.stem.rsplit("-", 1)[-1]
        connection = duckdb.connect()
        connection.execute("set threads = 1; set timezone = 'UTC'")
        connection.execute("create table rows as select * from read_parquet($path)", {"path": str(path)})
        count = connection.execute("select count(*) from rows").fetchone()[0]
        times = []
        with tempfile.TemporaryDirectory() as folder:
            target = pathlib.Path(folder) / "out.parquet"
            for _ in range(arguments.repeats):
                start = time.process_time()
                connection.execute(
                    f"copy rows to '{target}' (format parquet, compression {codec}, row_group_size 131072)")
                times.append(time.process_time() - start)
            size = os.path.getsize(target)
        print(f"{codec}: {count} rows, DuckDB {statistics.median(times) * 1000:.0f} ms of one core, "
              f"{size} bytes; {path.name} {path.stat().st_size} bytes, {path.stat().st_size / size:.2f} times")


if __name__ == "__main__":
    main()
