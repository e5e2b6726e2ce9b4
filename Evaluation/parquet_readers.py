#!/usr/bin/env python3
"""Opens files of Parquet with DuckDB, pandas (by pyarrow) and Polars, and compares what they find.

usage: parquet_readers.py [--quiet] FILE...

Needs the packages of parquet-requirements.txt. Of each column it prints its type, how many values and nulls it has, and a
sum: of numbers and truths; of days and microseconds since 1970; of the bytes of texts; of the elements of lists. Sums of
doubles leave out NaN and infinities. A digest of all values in their order is compared too, doubles to the bit but for
NaN. pyarrow checks the checksum of every page. Polars knows no JSON and takes it for bytes, which is no difference.
With --quiet only differences and a last line. Ends with 1 where readers differ or one cannot read a file.
"""
import argparse
import hashlib
import math
import pathlib
import struct
import sys

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.parquet

# What each reader calls a type, in the words of the writer.
DUCKDB = {"VARCHAR": "utf8", "JSON": "json", "INTEGER": "int32", "BIGINT": "int64", "DOUBLE": "double",
          "BOOLEAN": "boolean", "DATE": "date", "TIMESTAMP WITH TIME ZONE": "timestamp", "VARCHAR[]": "list"}
POLARS = {"String": "utf8", "Binary": "json", "Int32": "int32", "Int64": "int64", "Float64": "double",
          "Boolean": "boolean", "Date": "date", "Datetime(time_unit='us', time_zone='UTC')": "timestamp",
          "List(String)": "list"}
ARROW = {"string": "utf8", "large_string": "utf8", "extension<arrow.json>": "json", "int32": "int32", "int64": "int64",
         "double": "double", "bool": "boolean", "date32[day]": "date", "timestamp[us, tz=UTC]": "timestamp",
         "list<element: string not null>": "list", "list<element: string>": "list"}


def by_duckdb(path):
    """(name, type, values) of each column, days and times as whole numbers."""
    connection = duckdb.connect()
    found = connection.execute("describe select * from read_parquet(?)", [path]).fetchall()
    for name, kind, *_ in found:
        quoted = '"' + name.replace('"', '""') + '"'
        value = {"DATE": f"({quoted} - date '1970-01-01')::int", "TIMESTAMP WITH TIME ZONE": f"epoch_us({quoted})",
                 "JSON": f"{quoted}::varchar"}.get(kind, quoted)
        rows = connection.execute(f"select {value} from read_parquet(?)", [path]).fetchall()
        yield name, DUCKDB.get(kind, kind), [row[0] for row in rows]


def by_pandas(path):
    frame = pandas.read_parquet(path, dtype_backend="pyarrow", page_checksum_verification=True)
    for place, name in enumerate(frame.columns):
        values = frame.iloc[:, place].array.__arrow_array__()
        kind = ARROW.get(str(values.type), str(values.type))
        if kind in ("date", "timestamp"):
            values = values.cast(pyarrow.int32() if kind == "date" else pyarrow.int64())
        if kind == "json":
            chunks = values.chunks if isinstance(values, pyarrow.ChunkedArray) else [values]
            yield name, kind, [text for chunk in chunks for text in chunk.storage.to_pylist()]
        else:
            yield name, kind, values.to_pylist()


def by_polars(path):
    for series in polars.read_parquet(path).get_columns():
        kind = POLARS.get(str(series.dtype), str(series.dtype))
        yield series.name, kind, (series.to_physical() if kind in ("date", "timestamp") else series).to_list()


READERS = {"duckdb": by_duckdb, "pandas": by_pandas, "polars": by_polars}


def canonical(value):
    """Bytes that are those of no other value."""
    if value is None:
        return b"n"
    if isinstance(value, (list, tuple)):
        return b"l" + struct.pack("<q", len(value)) + b"".join(map(canonical, value))
    if isinstance(value, float):
        return b"d" + (b"nan" if math.isnan(value) else struct.pack("<d", value))
    if isinstance(value, (str, bytes)):
        text = value if isinstance(value, bytes) else value.encode()
        return b"t" + struct.pack("<q", len(text)) + text
    return b"i" + struct.pack("<q", value)


def figures(values):
    """Count of values, of nulls, their sum, and the digest of all."""
    digest = hashlib.blake2b(digest_size=8)
    for value in values:
        digest.update(canonical(value))
    there = [value for value in values if value is not None]
    if there and isinstance(there[0], float):
        try:
            total = math.fsum(filter(math.isfinite, there))
        except OverflowError:
            total = "beyond doubles"
    elif there and isinstance(there[0], (str, bytes, list, tuple)):
        total = sum(len(value.encode()) if isinstance(value, str) else len(value) for value in there)
    else:
        total = sum(map(int, there))
    return len(there), len(values) - len(there), total, digest.hexdigest()


def compare(path, quiet):
    """How many columns of a file the readers differ in."""
    found = {}
    for name, reader in READERS.items():
        try:
            found[name] = [(column, kind, *figures(values)) for column, kind, values in reader(path)]
        except Exception as error:  # whatever a reader has against a file is what is asked for
            print(f"{path}: error: {name} cannot read it: {type(error).__name__}: {error}")
            found[name] = None
    if None in found.values():
        return 1
    differences = 0
    for rows in zip(*found.values(), strict=True) if len({len(rows) for rows in found.values()}) == 1 else [()]:
        if len(set(rows)) != 1:
            differences += 1
            for name, row in zip(found, rows):
                print(f"{path}: error: {name} finds {row}")
        elif not quiet:
            column, kind, count, nulls, total, digest = rows[0]
            print(f"{column:20} {kind:9} {count:>9} values {nulls:>9} nulls  sum {total}  {digest}")
    return differences


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("files", nargs="+", type=pathlib.Path, metavar="FILE")
    arguments = parser.parse_args()
    differences = rows = 0
    for path in arguments.files:
        try:
            about = pyarrow.parquet.read_metadata(path)
            rows += about.num_rows
            if not arguments.quiet:
                print(f"{path}: {about.num_rows} rows, {about.num_row_groups} row groups, by {about.created_by}")
                for key, value in (about.metadata or {}).items():
                    print(f"  {key.decode()}: {value.decode()}")
        except Exception as error:
            print(f"{path}: error: no file of Parquet: {error}")
            differences += 1
            continue
        differences += compare(str(path), arguments.quiet)
    print(f"parquet: {len(arguments.files)} files, {rows} rows, {', '.join(READERS)}: {differences} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
