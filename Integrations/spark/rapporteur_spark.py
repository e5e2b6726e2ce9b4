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
MODULES = ("children.py", "coding.py", "corpus.py", "tables.py", "pooled.py")


def arguments(words=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--binary", required=True, help="the program, at a path that every worker has")
    parser.add_argument("--ship", action="store_true", help="send the program to the workers instead")
    parser.add_argument("--out", required=True, help="a folder that every worker sees; must not be there yet")
    parser.add_argument("--register", help="add the documents to this register at the end, on the driver")
    parser.add_argument("--task-bytes", type=int, default=16 << 20, help="the input of one task, where it can be cut")
    parser.add_argument("--together", type=int, default=64 << 20,
                        help="claims of so many bytes in all are corroborated by one task; more are spread")
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

    def read(self, folder):
        """What was written, for the driver itself: a job of Spark would take longer to start."""
        from pyarrow.dataset import dataset

        return dataset(os.path.join(self.options.out, folder), format="parquet")

    def timed(self, name, work):
        started = time.monotonic()
        result = work()
        self.seconds[name] = round(time.monotonic() - started, 3)
        return result

    def coded(self):
        """Codes the corpus: leaves the records in a folder; gives rows of TOLD, and what each task did."""
        import pyarrow.compute

        from coding import MOST_SHARES, TOLD, RecordFile, coder
        from corpus import shares, tasks

        size, slots = self.options.task_bytes, self.spark.sparkContext.defaultParallelism
        found = shares(self.options.corpus, size, slots)
        if len(found) > MOST_SHARES:
            raise SystemExit(f"expected at most {MOST_SHARES} files and shares of files, found {len(found)}; "
                             "put files together, or ask for larger tasks by --task-bytes")
        groups = tasks(found, size, slots)
        # one partition a task
        table = self.spark.range(0, len(groups), 1, max(1, len(groups)))
        work = coder(self.program, self.options, self.spark.sparkContext.broadcast(groups))
        told = self.keep("claims", table.mapInArrow(work, TOLD))
        records = os.path.join(self.options.out, "records")
        if not groups:
            with RecordFile(os.path.join(records, "part-000000.parquet")):
                pass
        for name in os.listdir(records):
            # what a lost worker left
            if name.startswith("."):
                os.remove(os.path.join(records, name))
        with open(os.path.join(records, "_SUCCESS"), "wb"):
            pass
        done = self.read("work/claims").to_table(columns=["a"], filter=pyarrow.compute.field("type") == "task")
        return told, [json.loads(row) for row in done.column(0).to_pylist()]

    def run(self):
        from pooled import Corroboration

        started = time.monotonic()
        told, tasks = self.coded()
        errors = {}
        for task in tasks:
            for code, count in task["errors"].items():
                errors[code] = errors.get(code, 0) + count
        count, failed = sum(task["lines"] for task in tasks), sum(errors.values())
        if failed > self.options.most_errors * max(1, count):
            raise SystemExit(f"expected at most {self.options.most_errors:g} of the lines to be errors, found "
                             f"{failed} of {count}; {self.options.out}/records has them")
        corroboration = Corroboration(self.spark, self.program, self.keep)
        is_spread = sum(task["claim_bytes"] for task in tasks) > self.options.together
        encounters = corroboration.spread(told) if is_spread else corroboration.whole(told)
        self.timed("encounters", lambda: self.written(os.path.join(self.options.out, "encounters"), encounters))
        summary = {"documents": count - failed, "errors": failed, "errors_by_code": errors,
                   "encounters": self.read("encounters").count_rows(), "spread": is_spread, "seconds": self.seconds}
        if self.options.register:
            self.timed("register", lambda: self.add({task["program"] for task in tasks}))
        if not self.options.keep_work:
            shutil.rmtree(os.path.join(self.options.out, "work"), ignore_errors=True)
        self.seconds["all"] = round(time.monotonic() - started, 3)
        with open(os.path.join(self.options.out, "summary.json"), "w", encoding="utf-8") as file:
            json.dump(summary, file, indent=1, sort_keys=True)
        return summary

    def add(self, programs):
        """Files the documents in a register, which has one writer: on the driver, in the order of the corpus. It takes the
        records as they are where every worker has the driver's own program."""
        from children import stage
        from coding import digest

        folder = os.path.join(self.options.out, "work", "lines")
        parts = sorted(name for name in os.listdir(folder) if not name.startswith(".")) if os.path.isdir(folder) else []

        def lines():
            for part in parts:
                with open(os.path.join(folder, part), "rb") as file:
                    yield from (line.rstrip(b"\n") if is_own else line.rstrip(b"\n").partition(b"\t")[2] for line in file)

        is_own = programs == {digest(self.options.binary)}
        command = [self.options.binary, "add", "--register", self.options.register, *(["--records"] if is_own else []), "-"]
        for _ in stage(command, lines()):
            pass


# Set where nobody has set them otherwise.
DEFAULTS = {
    # a batch of Arrow holds ten thousand rows, which may be records of a megabyte each
    "spark.sql.execution.arrow.maxRecordsPerBatch": "500",
    # executors pass bytes on: what the second compiler of Java costs at their start is more than it saves
    "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


def session(settings=()):
    """A session of Spark; what spark-submit sets stands."""
    from pyspark import SparkConf
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("rapporteur")
    given = SparkConf()
    for key, value in {**DEFAULTS, **dict(settings)}.items():
        if key in settings or not given.contains(key):
            builder = builder.config(key, value)
    return builder.getOrCreate()


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
