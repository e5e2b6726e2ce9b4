#!/usr/bin/env python3
"""Codes and corroborates a corpus on Apache Spark; writes records and encounters as Parquet.

usage: rapporteur_spark.py --binary PROGRAM --out FOLDER [--register FILE] CORPUS ...

CORPUS names files and folders: JSON Lines (.jsonl, .ndjson, also .gz and .zst), archives (.warc, .warc.gz, .wacz, .arc)
and Parquet (columns text, title, published, source, ...). Run it with spark-submit, or with python where the package pyspark
is installed. FOLDER gets
  records/       one row a document, in the order of the corpus; the rows with `error` are the lines that are no document
  encounters/    one row a real encounter, in the order of the ids; its JSON is that of `rapporteur corroborate`
  summary.json   counts and seconds
What is in between is written to FOLDER/work, and removed at the end.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
MODULES = ("children.py", "corpus.py", "tables.py", "pooled.py")


def arguments(words=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--binary", required=True, help="the program, at a path that every worker has")
    parser.add_argument("--ship", action="store_true", help="send the program to the workers instead")
    parser.add_argument("--out", required=True, help="a folder that every worker sees; must not be there yet")
    parser.add_argument("--register", help="add the documents to this register at the end, on the driver")
    parser.add_argument("--task-bytes", type=int, default=16 << 20, help="the input of one task, where it can be cut")
    parser.add_argument("--max-line", type=int, default=64 << 20, help="the longest line in bytes")
    parser.add_argument("--patience", type=float, default=600, help="seconds that a document may take")
    parser.add_argument("--most-errors", type=float, default=1.0, help="the share of errors over which the job fails, 0 to 1")
    parser.add_argument("--keep-work", action="store_true", help="leave what is in between")
    options = parser.parse_args(words)
    if options.task_bytes < 1 or options.max_line < 1 or options.patience <= 0:
        parser.error("--task-bytes, --max-line, --patience: expected numbers above 0")
    # workers have folders of their own
    options.corpus = [path if "://" in path else os.path.abspath(path) for path in options.corpus]
    for name in ("binary", "out", "register"):
        if getattr(options, name):
            setattr(options, name, os.path.abspath(getattr(options, name)))
    return options


class Shipped:
    """The program as Spark sends it to workers."""

    def __init__(self, path):
        self.name = os.path.basename(path)

    def command(self, *words):
        from pyspark import SparkFiles

        path = SparkFiles.get(self.name)
        if not os.access(path, os.X_OK):
            os.chmod(path, 0o755)
        return [path, *words]


class Job:
    def __init__(self, spark, options):
        from pooled import Program

        self.spark = spark
        self.options = options
        self.seconds = {}
        for module in MODULES:
            spark.sparkContext.addPyFile(os.path.join(HERE, module))
        self.program = Program(options.binary)
        if options.ship:
            spark.sparkContext.addFile(options.binary)
            self.program = Shipped(options.binary)

    def keep(self, name, table):
        """Writes a table and reads it back: what comes after starts from files, and no child runs twice."""
        return self.timed(name, lambda: self.written(os.path.join(self.options.out, "work", name), table))

    def written(self, path, table):
        table.write.parquet(path)
        return self.spark.read.schema(table.schema).parquet(path)

    def timed(self, name, work):
        started = time.monotonic()
        result = work()
        self.seconds[name] = round(time.monotonic() - started, 3)
        return result

    def shares(self):
        from corpus import shares

        return shares(self.options.corpus, self.options.task_bytes)

    def records(self):
        """Codes the corpus: rows of RECORDS."""
        from corpus import tasks

        groups = tasks(self.shares(), self.options.task_bytes)
        context = self.spark.sparkContext
        # one partition a task; a task may have several small files
        spread = context.parallelize(groups, max(1, len(groups))).flatMap(lambda group: group)
        table = self.spark.createDataFrame(spread, "share int, kind string, path string, first bigint, last bigint")
        coded = table.mapInArrow(coder(self.program, self.options), columns())
        return self.timed("records", lambda: self.written(os.path.join(self.options.out, "records"), coded))

    def run(self):
        from pooled import Corroboration

        started = time.monotonic()
        records = self.records()
        errors = {row["error"]: row["count"] for row in
                  records.where("error is not null").groupBy("error").count().orderBy("error").collect()}
        count, failed = records.count(), sum(errors.values())
        if failed > self.options.most_errors * max(1, count):
            raise SystemExit(f"expected at most {self.options.most_errors:g} of the lines to be errors, found "
                             f"{failed} of {count}; {self.options.out}/records has them")
        encounters = Corroboration(self.spark, self.program, self.keep).encounters(records)
        encounters = self.timed(
            "encounters", lambda: self.written(os.path.join(self.options.out, "encounters"), encounters))
        summary = {"documents": count - failed, "errors": failed, "errors_by_code": errors,
                   "encounters": encounters.count(), "seconds": self.seconds}
        if self.options.register:
            self.timed("register", self.add)
        if not self.options.keep_work:
            shutil.rmtree(os.path.join(self.options.out, "work"), ignore_errors=True)
        self.seconds["all"] = round(time.monotonic() - started, 3)
        with open(os.path.join(self.options.out, "summary.json"), "w", encoding="utf-8") as file:
            json.dump(summary, file, indent=1, sort_keys=True)
        return summary

    def add(self):
        """Files the documents in a register, which has one writer: on the driver, in the order of the corpus."""
        from children import stage
        from corpus import documents

        lines = (item[1] for share in self.shares()
                 for item in documents(share, self.options.max_line, self.options.binary, self.options.patience)
                 if len(item) == 2)
        for _ in stage([self.options.binary, "add", "--register", self.options.register, "-"], lines):
            pass


def columns():
    from tables import RECORDS

    return " ".join(RECORDS.split())


def coder(program, options):
    """The function that codes shares: rows of shares in, rows of RECORDS out."""
    longest, patience = options.max_line, options.patience

    def run(frames):
        from children import code
        from corpus import documents
        from tables import RECORDS, arrow, batches, record_row

        extract = program.command()[0]
        code_command = program.command("code", "--jobs", "1", "--max-line", str(longest))
        shares = [tuple(row.values()) for frame in frames for row in frame.to_pylist()]
        paths = {share[0]: share[2] for share in shares}

        def lines():
            for share in shares:
                for number, (place, *rest) in enumerate(documents(share, longest, extract, patience)):
                    yield ((share[0], number, place), *rest)

        rows = (record_row(share, number, paths[share], place, record)
                for (share, number, place), record in code(code_command, lines(), patience))
        yield from batches(rows, arrow(RECORDS))

    return run


def session(settings=()):
    """A session of Spark; what spark-submit sets stands."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("rapporteur")
    for key, value in dict(settings).items():
        builder = builder.config(key, value)
    # a batch of Arrow holds ten thousand rows, which may be records of a megabyte each
    return builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "500").getOrCreate()


def main():
    options = arguments()
    if os.path.exists(options.out):
        raise SystemExit(f"expected a folder that is not there yet, found \"{options.out}\"; name another")
    try:
        subprocess.run([options.binary, "--version"], check=True, stdout=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SystemExit(f"expected a program that runs in \"{options.binary}\", found: {error}") from error
    spark = session()
    try:
        summary = Job(spark, options).run()
    finally:
        spark.stop()
    print(json.dumps(summary, sort_keys=True))


if __name__ == "__main__":
    main()
