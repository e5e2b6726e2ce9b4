#!/usr/bin/env python3
"""Measures one process against a cluster of two workers of one core each, on this machine.

usage: benchmark.py [--binary PROGRAM] [--bytes N] [--corpus FILE.gz ...] [--json FILE]    also `make spark-bench`

One process is `rapporteur code --jobs 1 | rapporteur corroborate` on one core, before the cluster and after it; the cluster
runs the whole job, its start apart (a job over ten documents comes first). Told are seconds by the clock and of processors,
of all processes of each side, and

  speed-up        seconds of one process (the mean of both runs) by those of two workers; the aim is 1.5
  by processors   what the clock would tell on idle cores: seconds of processors of one process by half of the cluster's

The clock says something only where nothing else runs: the load before each run is told beside it. With --spread the claims
are corroborated in shares, as those of a larger corpus would be.
"""
import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import time

import cluster

cluster.prepare()
from rapporteur_spark import Job, arguments

BULK = os.path.join(os.path.dirname(cluster.ROOT), "shared", "data", "bulk")
TICKS = os.sysconf("SC_CLK_TCK")


def processors(root):
    """Seconds of processors of a process and of all below it, those that have ended and were waited for included."""
    parents, used = {}, {}
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat", encoding="ascii", errors="replace") as file:
                fields = file.read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        parents[int(name)] = int(fields[1])
        used[int(name)] = sum(map(int, fields[11:15]))

    def is_below(pid):
        while pid in parents and pid != root:
            pid = parents[pid]
        return pid == root

    return sum(ticks for pid, ticks in used.items() if is_below(pid)) / TICKS


def corpus(files, folder, most):
    """The lines of packed files in one plain file, up to so many bytes of each."""
    path = os.path.join(folder, "corpus.jsonl")
    with open(path, "wb") as out:
        for name in files:
            left = most // len(files)
            with gzip.open(name, "rb") as file:
                for line in file:
                    left -= len(line)
                    if left < 0:
                        break
                    out.write(line if line.endswith(b"\n") else line + b"\n")
    return path


def one(binary, path, out):
    """The load before, seconds by the clock and of processors, of one process of each command on one core."""
    load, core = os.getloadavg()[0], {min(os.sched_getaffinity(0))}

    def pinned():
        os.sched_setaffinity(0, core)

    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with open(path, "rb") as file, open(out, "wb") as encounters:
        code = subprocess.Popen([binary, "code", "--jobs", "1"], stdin=file, stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, preexec_fn=pinned)
        subprocess.run([binary, "corroborate"], stdin=code.stdout, stdout=encounters, stderr=subprocess.DEVNULL, check=True,
                       preexec_fn=pinned)
        code.stdout.close()
        code.wait()
    clock = time.monotonic() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"load": load, "clock": clock, "processors": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime}


def many(binary, path, folder, words):
    """The same of the cluster, with seconds of each step; and what it made."""
    with open(path, "rb") as file:
        few = [file.readline() for _ in range(10)]
    warm = os.path.join(folder, "few.jsonl")
    with open(warm, "wb") as file:
        file.writelines(few)
    with cluster.cluster(folder) as spark:
        def run(name, corpus_path, *more):
            out = os.path.join(folder, name)
            return Job(spark, arguments(["--binary", binary, "--out", out, *words, *more, corpus_path])).run()

        # in several tasks, so that both workers start their Python
        run("warm", warm, "--task-bytes", str(os.path.getsize(warm) // 4))
        load = os.getloadavg()[0]
        before, started = processors(os.getpid()), time.monotonic()
        summary = run("out", path)
        clock, used = time.monotonic() - started, processors(os.getpid()) - before
        return ({"load": load, "clock": clock, "processors": used, "steps": summary["seconds"]}, summary,
                cluster.written(os.path.join(folder, "out"), "encounter", "encounters"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=cluster.BINARY)
    parser.add_argument("--bytes", type=int, default=1 << 40, help="of the corpus, at most")
    parser.add_argument("--task-bytes", type=int, default=16 << 20)
    parser.add_argument("--spread", action="store_true", help="corroborate in shares, however few the claims are")
    parser.add_argument("--corpus", nargs="+", default=[
        os.path.join(BULK, name) for name in ("whitehouse.jsonl.gz", "kremlin_en.jsonl.gz")])
    parser.add_argument("--json")
    options = parser.parse_args()
    if not all(map(os.path.exists, options.corpus)):
        raise SystemExit(f"expected a corpus in {', '.join(options.corpus)}, found none; name one with --corpus")
    with cluster.temporary() as folder:
        path = corpus(options.corpus, folder, options.bytes)
        size = os.path.getsize(path) / 1e6
        alone = os.path.join(folder, "alone.jsonl")
        words = ["--task-bytes", str(options.task_bytes), *(["--together", "0"] if options.spread else [])]
        first = one(options.binary, path, alone)
        two, summary, encounters = many(options.binary, path, folder, words)
        last = one(options.binary, path, alone)
        with open(alone, "rb") as file:
            same = file.read() == encounters
    clock, used = ((first[key] + last[key]) / 2 for key in ("clock", "processors"))
    figures = {
        "megabytes": size, "documents": summary["documents"], "encounters": summary["encounters"], "same_encounters": same,
        "one": [first, last], "two": two, "speed_up": clock / two["clock"],
        "speed_up_by_processors": used / (two["processors"] / 2), "speed_up_coding": clock / summary["seconds"]["claims"]}
    figures = json.loads(json.dumps(figures), parse_float=lambda text: round(float(text), 2))
    print(json.dumps(figures, indent=1))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(figures, file, indent=1)
    if not same:
        raise SystemExit("expected the encounters of one process, found others")


if __name__ == "__main__":
    main()
