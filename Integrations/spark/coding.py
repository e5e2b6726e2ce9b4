"""Coding on a worker: a task's records go to a file of Parquet, what they claim goes on to Spark.

Records are by far the most of what the job writes. A worker writes them by itself, under the name that the task has wherever and
however often it runs, so that one that is done twice writes the same file twice; Spark carries the claims alone.
"""
import contextlib
import functools
import hashlib
import json
import os
import uuid

import pyarrow as pa
import pyarrow.parquet

from children import code
from corpus import documents
from tables import RECORDS, arrow, batches, record_row

# What a record claims, its type first, as `rapporteur code --claims` writes it; and of each task one row `task`, what it did.
TOLD = "type string, a string, b string, c string, d string, e string, f string, g string"

# The number of a claim: that of its share, that of its line in it, its place in the record. Together 63 bits.
LINE_BITS = 25
CLAIM_BITS = 20
MOST_SHARES = 1 << (63 - LINE_BITS - CLAIM_BITS)


def coder(program, options, tasks):
    """The function that does tasks: their numbers in, rows of TOLD out. Files are left in the folders of the job.

    tasks    a broadcast list: the shares of each task
    """
    longest, patience, out = options.max_line, options.patience, options.out
    keeps_lines = options.register is not None

    def run(frames):
        for task in [number for frame in frames for number in frame.column(0).to_pylist()]:
            shares = tasks.value[task]
            with contextlib.ExitStack() as files:
                name = f"part-{shares[0][0]:06d}"
                records = files.enter_context(RecordFile(os.path.join(out, "records", name + ".parquet")))
                lines = files.enter_context(whole_file(os.path.join(out, "work", "lines", name))) if keeps_lines else None
                yield from batches(rows(shares, records, lines), arrow(TOLD))

    def rows(shares, records, lines):
        command = program.command("code", "--claims", "--jobs", "1", "--max-line", str(longest))
        paths = {share[0]: share[2] for share in shares}
        errors, size = {}, 0
        for (share, number, place), line, record, claims in code(command, read(shares, command[0]), patience):
            row = record_row(share, number, paths[share], place, record)
            records.add(row)
            if row.get("error"):
                errors[row["error"]] = errors.get(row["error"], 0) + 1
            elif lines:
                lines.write(record + b"\t" + line + b"\n")
            for claim in claims:
                size += len(claim)
                yield told_row(claim, share << LINE_BITS | number)
        yield {"type": "task", "a": json.dumps({
            "lines": records.count, "errors": errors, "claim_bytes": size,
            "program": digest(command[0]) if keeps_lines else None})}

    def read(shares, extract):
        for share in shares:
            for number, (place, *rest) in enumerate(documents(share, longest, extract, patience)):
                if number >> LINE_BITS:
                    raise ValueError(f"expected at most {1 << LINE_BITS} lines in \"{share[2]}\", found more; divide it")
                yield ((share[0], number, place), *rest)

    return run


def told_row(line, number):
    """A row of TOLD: the program counts records from 0, the job as they stand in the corpus."""
    kind, own, *columns = line.decode().split("\t")
    row = dict(zip("bcdefg", columns))
    row["type"] = kind
    row["a"] = str(number << CLAIM_BITS | int(own) if kind == "claim" else number)
    return row


@contextlib.contextmanager
def whole_file(path):
    """A file that is there whole or not at all. One that is written twice comes to be the same."""
    folder, name = os.path.split(path)
    os.makedirs(folder, exist_ok=True)
    unfinished = os.path.join(folder, f".{name}.{uuid.uuid4().hex}")
    try:
        with open(unfinished, "wb") as file:
            yield file
        os.replace(unfinished, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.remove(unfinished)


class RecordFile:
    """Rows of RECORDS in one file of Parquet."""

    def __init__(self, path):
        self.file = whole_file(path)
        self.schema = arrow(RECORDS)
        self.count = 0
        self.held = []

    def __enter__(self):
        self.writer = pa.parquet.ParquetWriter(self.file.__enter__(), self.schema)
        return self

    def __exit__(self, *fault):
        if fault[0] is None:
            self.flush()
        self.writer.close()
        return self.file.__exit__(*fault)

    def add(self, row):
        self.count += 1
        self.held.append(row)
        if len(self.held) >= 4096:
            self.flush()

    def flush(self):
        for batch in batches(self.held, self.schema):
            self.writer.write_batch(batch)
        self.held = []


@functools.cache
def digest(path):
    """What tells this program from any other."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
