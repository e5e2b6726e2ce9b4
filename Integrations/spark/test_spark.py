#!/usr/bin/env python3
"""Checks the job on a cluster of two workers: what it writes is what one process writes, whatever goes wrong beside it.

usage: test_spark.py [--binary PROGRAM]    also `make spark`, which installs what it needs; some minutes
"""
import gzip
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import cluster

cluster.prepare()

import pyarrow as pa
import pyarrow.parquet as pq

import children
import corpus
import tables
from rapporteur_spark import Job, arguments

BINARY = cluster.BINARY
GENERATOR = os.path.join(cluster.ROOT, "Evaluation", "synthetic.py")
SAMPLES = os.path.join(cluster.ROOT, "Samples")
LONGEST = 64 << 20

# A program that ends on one word and hangs on another, and is the program on all else.
POISONED = """#!{python}
import subprocess, sys, time
if sys.argv[1] != "code":
    sys.exit(subprocess.run(["{binary}", *sys.argv[1:]]).returncode)
for line in sys.stdin.buffer:
    if b"POISON-EXIT" in line:
        sys.exit(3)
    if b"POISON-HANG" in line:
        time.sleep(600)
    done = subprocess.run(["{binary}", *sys.argv[1:]], input=line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    sys.stdout.buffer.write(done.stdout)
    sys.stdout.buffer.flush()
"""


# What the synthetic reports are too few for: a plan that lapses, talks in the course of a visit, a dispute, news without a time.
TOLD = [
    ("Norway's Foreign Minister Espen Barth Eide will meet Foreign Minister Murat Nurtleu of Kazakhstan in Oslo on March 12, it was "
     "announced.",
     "2024-03-01", "Wire A"),
    ("President Vladimir Putin of Russia is paying a state visit to China on May 16-17, 2024.",
     "2024-05-16", "Wire A"),
    ("Russian Defence Minister Andrei Belousov held talks with Chinese Defence Minister Dong Jun in Beijing on May 16, 2024.",
     "2024-05-17", "Wire B"),
    ("Russian Foreign Minister Sergei Lavrov and Turkish Foreign Minister Hakan Fidan met in Antalya on June 20, 2024.",
     "2024-06-20", "Wire C"),
    ("Russian Foreign Minister Sergei Lavrov and Turkish Foreign Minister Hakan Fidan met in Ankara on June 20, 2024.",
     "2024-06-21", "Wire B"),
    ("Russian Foreign Minister Sergei Lavrov met with Turkish Foreign Minister Hakan Fidan.",
     None, None),
]


def told():
    """The reports of TOLD as lines of documents."""
    return b"".join(json.dumps({
        "id": f"told-{i}", "text": text, **({"published": day, "source": {"name": name, "kind": "agency"}} if day else {})
    }).encode() + b"\n" for i, (text, day, name) in enumerate(TOLD))


def synthetic(path, reports, seed):
    subprocess.run([sys.executable, "-B", GENERATOR, path, path + ".truth", "--reports", str(reports), "--seed", str(seed)],
                   check=True, stdout=subprocess.DEVNULL)


def plain(kind):
    """A type of Arrow as Spark has it: names of items of lists, widths of texts and units of times are its own."""
    if pa.types.is_list(kind):
        return pa.list_(plain(kind.value_type))
    if pa.types.is_timestamp(kind):
        return pa.timestamp("us", kind.tz)
    return pa.string() if pa.types.is_large_string(kind) else kind


def poisoned(folder):
    path = os.path.join(folder, "poisoned")
    with open(path, "w", encoding="utf-8") as file:
        file.write(POISONED.format(python=sys.executable, binary=BINARY))
    os.chmod(path, 0o755)
    return path


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="rapporteur-spark-")
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def write(self, name, data):
        with open(self.path(name), "wb") as file:
            file.write(data)
        return self.path(name)


class Reading(Folder):
    """Shares of a corpus, without Spark."""

    def read(self, path, most, longest=LONGEST):
        return [item for share in corpus.shares([path], most)
                for item in corpus.documents(share, longest, BINARY, 60)]

    def test_every_line_is_in_one_share_however_a_file_is_cut(self):
        text = b'{"text":"a"}\n\n  \r\n{"text":"bb"}\r\nxyz\n{"text":"no feed"}'
        path = self.write("a.jsonl", text)
        whole = self.read(path, len(text))
        self.assertEqual([line for _, line in whole],
                         [b'{"text":"a"}', b'{"text":"bb"}\r', b"xyz", b'{"text":"no feed"}'])
        for place, line in whole:
            self.assertEqual(text[place:place + len(line)], line)
        for most in range(1, len(text) + 1):
            self.assertEqual(self.read(path, most), whole)

    def test_packed_files_of_several_members_are_read_to_their_end(self):
        lines = [b'{"text":"%d"}' % i for i in range(1000)]
        halves = [b"\n".join(lines[:500]) + b"\n", b"\n".join(lines[500:])]
        zipped = self.write("a.jsonl.gz", b"".join(gzip.compress(half) for half in halves))
        self.assertEqual([line for _, line in self.read(zipped, 10)], lines)
        frames = b"".join(pa.compress(half, codec="zstd", asbytes=True) for half in halves)
        self.assertEqual([line for _, line in self.read(self.write("a.jsonl.zst", frames), 10)], lines)

    def test_a_broken_file_is_one_error_after_what_was_read(self):
        whole = gzip.compress(b"".join(b'{"text":"%d"}\n' % (i * 7919 ** 3) for i in range(200000)))
        found = self.read(self.write("cut.jsonl.gz", whole[:len(whole) // 2]), 1000)
        self.assertGreater(len(found), 1000)
        self.assertEqual([json.loads(item[2])["error"]["code"] for item in found if len(item) == 3], ["unreadable"])
        found = self.read(self.write("none.parquet", b"PAR1 and no table"), 1000)
        self.assertEqual([json.loads(item[2])["error"]["code"] for item in found], ["unreadable"])

    def test_a_line_over_the_limit_is_passed_over_in_bounded_memory(self):
        path = self.write("a.jsonl", b'{"text":"a"}\n' + b"x" * (5 << 20) + b'\n{"text":"b"}\n')
        found = self.read(path, 1 << 20, longest=1 << 20)
        self.assertEqual([item[1] for item in found], [b'{"text":"a"}', b"", b'{"text":"b"}'])
        error = json.loads(found[1][2])["error"]
        self.assertEqual(error["code"], "line-too-long")
        self.assertIn(f"found {5 << 20};", error["message"])

    def test_rows_of_a_table_are_documents(self):
        rows = [{"id": f"r{i}", "text": f"Text {i}", "title": None if i else "T", "source": "Wire",
                 "source_kind": "agency"} for i in range(10)]
        path = self.path("t.parquet")
        pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=3)
        self.assertEqual(len(corpus.shares([path], 1)), 4)
        found = self.read(path, 1)
        self.assertEqual([place for place, _ in found], list(range(10)))
        self.assertEqual(json.loads(found[0][1]), {
            "id": "r0", "text": "Text 0", "title": "T", "source": {"name": "Wire", "kind": "agency"}})
        self.assertNotIn("title", json.loads(found[1][1]))

    def test_an_archive_is_read_by_the_program_and_what_is_broken_is_told(self):
        page = b"<html><head><title>Talks</title></head><body><p>" + b"The ministers met in Oslo on Monday. " * 20 + b"</p>"
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        record = (b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\n"
                  b"WARC-Date: 2026-03-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
                  b"Content-Length: %d\r\n\r\n" % (len(head) + len(page))) + head + page + b"\r\n\r\n"
        found = self.read(self.write("a.warc", record), 10)
        self.assertEqual(len(found), 1)
        self.assertIn("ministers met in Oslo", json.loads(found[0][1])["text"])
        found = self.read(self.write("b.warc", record + b"no archive at all"), 10)
        self.assertEqual([len(item) for item in found], [2, 3])

    def test_folders_are_read_in_the_order_of_names_without_marks(self):
        for name in ("b.jsonl", "a.jsonl", "_SUCCESS", ".a.jsonl", "note.txt"):
            self.write(name, b'{"text":"x"}\n')
        self.assertEqual([os.path.basename(share[2]) for share in corpus.shares([self.folder.name], 100)],
                         ["a.jsonl", "b.jsonl"])
        with self.assertRaises(FileNotFoundError):
            corpus.shares([self.path("none")], 100)
        with self.assertRaises(ValueError):
            corpus.shares([self.path("note.txt")], 100)

    def test_small_shares_are_one_task_and_archives_one_each(self):
        shares = [(0, "lines", "a", 0, 4), (1, "lines", "b", 0, 5), (2, "archive", "c", 0, 1), (3, "lines", "d", 0, 9)]
        self.assertEqual(corpus.tasks(shares, 10), [shares[:2], [shares[2]], [shares[3]]])


class Coding(Folder):
    """Children that fail, without Spark."""

    def code(self, lines, patience=60, program=None):
        command = [program or poisoned(self.folder.name), "code", "--claims", "--jobs", "1"]
        found = list(children.code(command, enumerate(lines), patience))
        self.assertEqual([(key, line) for key, line, *_ in found], list(enumerate(lines)))
        return [json.loads(record) for _, _, record, _ in found]

    def test_one_document_fails_alone(self):
        lines = [b'{"id":"d%d","text":"Lavrov met Wang Yi in Moscow."}' % i for i in range(12)]
        lines[3] = b'{"text":"POISON-EXIT"}'
        lines[4] = b'{"text":"POISON-EXIT"}'
        lines[9] = b'{"text":"POISON-HANG"}'
        lines[11] = b"\xff\xfe"
        records = self.code(lines, patience=3)
        self.assertEqual([r.get("error", {}).get("code") for r in records],
                         [None] * 3 + ["child-exit"] * 2 + [None] * 4 + ["child-timeout", None, "not-utf8"])
        self.assertEqual([r["id"] for r in records if "error" not in r], [f"d{i}" for i in (0, 1, 2, 5, 6, 7, 8, 10)])

    def test_records_that_are_known_keep_their_turn(self):
        made = children.failure("line-too-long", "too long")
        items = [(0, b"", made), (1, b'{"id":"a","text":"x"}'), (2, b"", made), (3, b'{"text":"POISON-EXIT"}'),
                 (4, b"", made), (5, b'{"id":"b","text":"y"}'), (6, b"", made)]
        found = list(children.code([poisoned(self.folder.name), "code", "--claims"], items, 60))
        self.assertEqual([key for key, *_ in found], list(range(7)))
        self.assertEqual([json.loads(r).get("error", {}).get("code", "none") for _, _, r, _ in found],
                         ["line-too-long", "none", "line-too-long", "child-exit", "line-too-long", "none", "line-too-long"])
        self.assertEqual(list(children.code([BINARY, "code", "--claims"], [], 60)), [])

    def test_a_child_that_waits_for_documents_is_not_stuck(self):
        def slow():
            yield 0, b'{"text":"a"}'
            time.sleep(2.5)
            yield 1, b'{"text":"b"}'

        found = list(children.code([BINARY, "code", "--claims", "--jobs", "1"], slow(), 1))
        self.assertEqual(["error" in json.loads(record) for _, _, record, _ in found], [False, False])

    def test_a_stage_that_fails_fails_the_task(self):
        with self.assertRaises(children.ChildFailed) as caught:
            list(children.stage([BINARY, "corroborate", "--stage", "ties"], iter([b"no columns"])))
        self.assertIn("line 1: expected 4 columns", str(caught.exception))


class OnSpark(Folder):
    @classmethod
    def setUpClass(cls):
        cls.place = cluster.temporary()
        cls.addClassCleanup(cls.place.cleanup)
        cls.session = cluster.cluster(cls.place.name)
        cls.spark = cls.session.__enter__()
        cls.addClassCleanup(cls.session.__exit__, None, None, None)
        cls.corpus = os.path.join(cls.place.name, "synthetic.jsonl")
        synthetic(cls.corpus, 1500, 11)
        with open(cls.corpus, "ab") as file:
            file.write(told())
        cls.samples = [os.path.join(SAMPLES, name) for name in sorted(os.listdir(SAMPLES)) if name.endswith(".jsonl")]
        cls.expected = cluster.one_process(BINARY, [cls.corpus, *cls.samples], cls.place.name)

    def run_job(self, *files, binary=None, most=100_000, more=()):
        words = ["--binary", binary or BINARY, "--out", self.path("out"), "--task-bytes", str(most), *more, *files]
        return Job(self.spark, arguments(words)).run()

    def encounters(self):
        return cluster.written(self.path("out"), "encounter", "encounters")

    def test_encounters_are_those_of_one_process_from_shares(self):
        self.check(True, "--together", "0")

    def test_encounters_are_those_of_one_process_from_one_task(self):
        self.check(False)

    def check(self, is_spread, *more):
        summary = self.run_job(self.corpus, *self.samples, more=more)
        self.assertEqual((summary["errors"], summary["spread"]), (0, is_spread))
        self.assertEqual(summary["encounters"], self.expected.count(b"\n"))
        # what is compared has what shares could get wrong
        for part in (b'"disputes":[{', b'"status":"lapsed"', b'"relations":[{"encounter"'):
            self.assertTrue(part in self.expected, part)
        self.assertTrue(self.encounters() == self.expected, "expected the encounters of one process")
        self.check_records()
        self.check_schema()

    def check_records(self):
        """The records are those of `rapporteur code`, in the order of the corpus."""
        with open(os.path.join(self.place.name, "records.jsonl"), "rb") as file:
            self.assertTrue(cluster.written(self.path("out"), "record", "records") == file.read())

    def check_schema(self):
        import duckdb

        for name, columns in (("records", tables.RECORDS), ("encounters", tables.ENCOUNTERS)):
            read = pq.read_table(os.path.join(self.path("out"), name))
            expected = tables.arrow(columns)
            self.assertEqual([(f.name, f.type) for f in read.schema],
                             [(f.name, pa.list_(pa.field("element", pa.string())) if pa.types.is_list(f.type) else f.type)
                              for f in expected])
        glob = os.path.join(self.path("out"), "encounters", "*.parquet")
        count, held = duckdb.sql(
            f"SELECT count(*), count(*) FILTER (WHERE encounter->>'$.status' = status) FROM '{glob}'").fetchall()[0]
        self.assertEqual((count, held), (self.expected.count(b"\n"), count))

    def test_a_poisoned_document_fails_alone(self):
        bad = self.write("a-bad.jsonl", b"".join([
            b"not JSON\n", b'{"text":"\xff"}\n', b"x" * (50 << 20) + b"\n", b'{"text":"POISON-EXIT"}\n', b"[]\n"]))
        with open(self.corpus, "rb") as file:
            good = self.write("b-good.jsonl", b"".join(file.readlines()[:60]))
        expected = cluster.one_process(BINARY, [good], self.folder.name)
        summary = self.run_job(bad, good, binary=poisoned(self.folder.name))
        self.assertEqual(summary["documents"], 60)
        self.assertEqual(summary["errors_by_code"], {"not-an-object": 1, "child-exit": 1, "malformed-json": 2, "not-utf8": 1})
        self.assertTrue(self.encounters() == expected, "expected the encounters of one process")
        rows = pq.read_table(os.path.join(self.path("out"), "records")).to_pylist()
        errors = [json.loads(row["record"])["error"] for row in rows if row["error"]]
        self.assertEqual([e["place"] for e in errors], [0, 9, 22, 22 + (50 << 20) + 1, 22 + (50 << 20) + 1 + 23])
        self.assertEqual({e["input"] for e in errors}, {bad})

    def test_a_worker_that_is_killed_as_it_codes_changes_nothing(self):
        self.kill_during("code")

    def test_a_worker_that_is_killed_as_it_corroborates_changes_nothing(self):
        self.kill_during("corroborate --stage encounters")

    def kill_during(self, command):
        killed = []
        marks = self.path("marks")
        os.mkdir(marks)

        # the task tells which process of Java it belongs to; this test kills that one process, once
        slow = self.path("slow")
        with open(slow, "w", encoding="utf-8") as file:
            file.write(f"""#!{sys.executable}
import os, subprocess, sys, time
def parent(pid):
    with open(f"/proc/{{pid}}/stat") as file:
        return int(file.read().rsplit(")", 1)[1].split()[1])
def name(pid):
    with open(f"/proc/{{pid}}/comm") as file:
        return file.read().strip()
if " ".join(sys.argv[1:]).startswith("{command}"):
    pid = os.getppid()
    while name(pid) != "java":
        pid = parent(pid)
    with open(f"{marks}/{{pid}}", "w"):
        pass
    time.sleep(1)
os.execv("{BINARY}", ["{BINARY}", *sys.argv[1:]])
""")
        os.chmod(slow, 0o755)

        def kill():
            until = time.monotonic() + 120
            while time.monotonic() < until:
                found = [int(name) for name in os.listdir(marks)]
                if found:
                    pid = found[0]
                    with open(f"/proc/{pid}/cmdline", "rb") as file:
                        words = file.read().split(b"\0")
                    if any(b"CoarseGrainedExecutorBackend" in word for word in words):
                        os.kill(pid, signal.SIGKILL)
                        killed.append(pid)
                    return
                time.sleep(0.05)

        killer = threading.Thread(target=kill)
        killer.start()
        summary = self.run_job(self.corpus, *self.samples, binary=slow, more=["--together", "0"])
        killer.join()
        self.assertEqual(len(killed), 1)
        self.assertEqual([n for n in os.listdir(os.path.join(self.path("out"), "records")) if n.startswith(".")], [])
        self.check_records()
        self.assertFalse(os.path.exists(f"/proc/{killed[0]}"))
        self.assertEqual(summary["errors"], 0)
        self.assertTrue(self.encounters() == self.expected, "expected the encounters of one process")

    def test_a_table_and_a_packed_file_and_a_register(self):
        with open(self.corpus, "rb") as file:
            lines = [line.rstrip(b"\n") for line in file.readlines()[:80]]
        packed = self.write("a.jsonl.gz", gzip.compress(b"\n".join(lines[:40])))
        table = self.path("b.parquet")
        # ids, texts and publishers of the rest as columns
        rows = [json.loads(line) for line in lines[40:]]
        pq.write_table(pa.Table.from_pylist(rows), table)
        plain = self.write("plain.jsonl", b"\n".join(lines))
        expected = cluster.one_process(BINARY, [plain], self.folder.name)
        register = self.path("register.db")
        self.run_job(packed, table, more=["--register", register])
        self.assertTrue(self.encounters() == expected, "expected the encounters of one process")
        exported = self.exported("encounters", register)
        self.assertEqual(sorted(json.loads(line)["id"] for line in exported.splitlines()),
                         sorted(json.loads(line)["id"] for line in expected.splitlines()))
        # what came with its records is what `add` makes of the documents
        again = self.path("again.db")
        subprocess.run([BINARY, "add", "--register", again, plain], check=True, stderr=subprocess.DEVNULL)
        for kind in ("claims", "events"):
            self.assertTrue(self.exported(kind, register) == self.exported(kind, again), kind)

    def exported(self, kind, register, *more):
        command = [BINARY, "export", kind, "--register", register, *more]
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout

    def test_spark_reads_the_tables_of_an_export(self):
        register = self.path("register.db")
        subprocess.run([BINARY, "add", "--register", register, *self.samples], check=True, stderr=subprocess.DEVNULL)
        for kind in ("encounters", "participants", "issues", "disputes", "reports", "claims", "events", "sources"):
            path = self.path(kind + ".parquet")
            self.exported(kind, register, "--format", "parquet", "--to", path)
            expected, found = pq.read_table(path), self.spark.read.parquet(path).toArrow()
            self.assertGreater(expected.num_rows, 0, kind)
            self.assertEqual([(f.name, plain(f.type)) for f in found.schema],
                             [(f.name, plain(f.type)) for f in expected.schema], kind)
            self.assertTrue(found.to_pylist() == expected.to_pylist(), kind)

    def test_nothing_in_is_nothing_out(self):
        summary = self.run_job(self.write("empty.jsonl", b""))
        self.assertEqual((summary["documents"], summary["errors"], summary["encounters"]), (0, 0, 0))
        self.assertEqual(self.encounters(), b"")


if __name__ == "__main__":
    if "--binary" in sys.argv:
        place = sys.argv.index("--binary")
        BINARY = os.path.abspath(sys.argv[place + 1])
        del sys.argv[place:place + 2]
    unittest.main()
