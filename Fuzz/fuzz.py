#!/usr/bin/env python3
"""Fuzzes the readers of Rapporteur with libFuzzer and the address sanitizer of the Swift toolchain.

usage: fuzz.py [--seconds N] [--pump N] [--jobs N] [--shared DIR] [TARGET ...]

Builds Fuzz/ into .build-fuzz/build, writes seeds to .build-fuzz/seeds (those of seeds.py, and what of --shared fits:
feeds, web archives, pages under 60 KB, JSON, dates), and runs each target for --seconds (600), --jobs (2) at a time. What
the fuzzer keeps grows in .build-fuzz/corpus from run to run. A finding is an input that crashes, breaks a rule, takes
over 5 seconds or 2 GB, and does so again when it is read alone; it is kept in Fuzz/found, and the run goes on after it.
Last, inputs of the corpus are pumped to see that time grows with length and not faster (growth.py).
Prints for each target executions, edges covered, size of the corpus and findings; exit status 1 where there are any.

To read one input again: FUZZ_TARGET=page .build-fuzz/build/release/fuzz Fuzz/found/page/crash-…
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import time

import growth
import seeds

ROOT = pathlib.Path(__file__).resolve().parent.parent
HOME = ROOT / ".build-fuzz"
FOUND = ROOT / "Fuzz" / "found"
# Longest input of each target in bytes.
LONGEST = {
    "page": 65536, "feed": 32768, "archive": 65536, "date": 240, "document": 16384, "address": 2048, "encoding": 8192,
    "robots": 8192, "publication": 16384,
}
SECONDS_PER_INPUT = 5
MEMORY_MB = 2048
# After as many findings a target is left: what it finds then is mostly the same again.
MOST_FINDINGS = 5
STATUS = re.compile(rb"#(\d+)\s+\w+\s+cov: (\d+) ft: (\d+) corp: (\d+)/(\S+)")
EXECUTED = re.compile(rb"stat::number_of_executed_units:\s+(\d+)")


def build():
    """The path of the program, built.

    The package manager hands the two sanitizers on one after the other, in any order, and the compiler heeds the last
    alone: it is told of both once more.
    """
    command = ["swift", "build", "--package-path", str(ROOT / "Fuzz"), "--scratch-path", str(HOME / "build"), "-c", "release",
               "-j", "2", "--sanitize=address", "--sanitize=fuzzer",
               "-Xswiftc", "-sanitize=fuzzer,address", "--product", "fuzz"]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if result.returncode != 0:
        sys.exit(result.stdout)
    return HOME / "build" / "release" / "fuzz"


class Run:
    """One target's run."""

    def __init__(self, program, target, seconds, pumping):
        self.program, self.target, self.seconds, self.pumping = program, target, seconds, pumping
        self.executions = self.edges = self.features = self.inputs = self.pumped = 0
        self.size = "0b"
        self.findings = []
        self.dismissed = 0

    def fuzz(self):
        """Runs until the seconds are over or too much was found, starting again after each finding."""
        corpus = HOME / "corpus" / self.target
        suspects = HOME / "suspects" / self.target
        for folder in (corpus, suspects):
            folder.mkdir(parents=True, exist_ok=True)
        end = time.monotonic() + self.seconds
        while len(self.findings) < MOST_FINDINGS and (left := int(end - time.monotonic())) > 0:
            before = set(suspects.iterdir())
            status = self.run([
                f"-max_total_time={left}", f"-timeout={SECONDS_PER_INPUT}", f"-rss_limit_mb={MEMORY_MB}",
                f"-max_len={LONGEST[self.target]}", "-print_final_stats=1", "-reload=0", "-use_value_profile=0",
                f"-dict={ROOT / 'Fuzz' / 'Dictionaries' / (self.target + '.dict')}", f"-artifact_prefix={suspects}/",
                str(corpus), str(HOME / "seeds" / self.target)])
            if status == 0:
                break
            fresh = [path for path in set(suspects.iterdir()) - before if not path.name.startswith("slow-unit")]
            if not fresh:
                self.findings.append(f"ended with {status} and left no input; see {self.log}")
                break
            for path in fresh:
                self.judge(path)
            if self.dismissed >= 20:
                break
        self.pump(corpus)
        return self

    def pump(self, corpus):
        """Keeps inputs whose time grows faster than their length."""
        slow, self.pumped = growth.findings(
            self.program, self.environment, self.target, corpus, HOME / "pumped" / self.target, self.pumping)
        for path, why in slow[:MOST_FINDINGS]:
            kept = FOUND / self.target / f"slow-{path.name}"
            kept.parent.mkdir(parents=True, exist_ok=True)
            path.rename(kept)
            self.findings.append(f"{kept.relative_to(ROOT)}: {why}")

    def judge(self, path):
        """Keeps an input that fails again when it is read alone; a machine under load is no finding."""
        alone = subprocess.run(
            [self.program, f"-timeout={SECONDS_PER_INPUT}", f"-rss_limit_mb={MEMORY_MB}", str(path)],
            env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if alone.returncode == 0:
            self.dismissed += 1
            path.unlink()
            return
        kept = FOUND / self.target / path.name
        kept.parent.mkdir(parents=True, exist_ok=True)
        path.rename(kept)
        why = re.search(rb"(VIOLATION: .*|Fatal error: .*|ERROR: .*)", alone.stdout)
        self.findings.append(f"{kept.relative_to(ROOT)}: {why.group(1).decode(errors='replace')[:300] if why else 'a crash'}")

    @property
    def environment(self):
        return dict(os.environ, FUZZ_TARGET=self.target, SWIFT_BACKTRACE="enable=no")

    @property
    def log(self):
        return HOME / "logs" / f"{self.target}.log"

    def run(self, arguments):
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with open(self.log, "wb") as log:
            status = subprocess.run([self.program, *arguments], env=self.environment, stdout=log, stderr=log).returncode
        text = self.log.read_bytes()
        lines = STATUS.findall(text)
        done = EXECUTED.search(text)
        self.executions += int(done.group(1)) if done else int(lines[-1][0]) if lines else 0
        if lines:
            _, self.edges, self.features, self.inputs, size = lines[-1]
            self.edges, self.features, self.inputs = int(self.edges), int(self.features), int(self.inputs)
            self.size = size.decode()
        return status

    def __str__(self):
        return (f"{self.target:9} {self.executions:11,} executions, {self.edges:6,} edges, {self.features:7,} features, "
                f"corpus {self.inputs:6,} inputs of {self.size:>7}, {self.pumped} pumped, findings {len(self.findings)}"
                + (f", {self.dismissed} that did not fail again" if self.dismissed else ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(LONGEST)}; all by default")
    parser.add_argument("--seconds", type=int, default=600, help="for each target")
    parser.add_argument("--pump", type=int, default=120, help="seconds at most of pumping, for each target")
    parser.add_argument("--jobs", type=int, default=2, help="targets that run at a time")
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared", help="the folder of shared data")
    options = parser.parse_args()
    targets = options.targets or list(LONGEST)
    if unknown := [target for target in targets if target not in LONGEST]:
        parser.error(f"expected targets of {', '.join(LONGEST)}, found {', '.join(unknown)}")
    program = build()
    for target in targets:
        count, added = seeds.write(HOME / "seeds" / target, target, options.shared / "data", LONGEST[target])
        print(f"{target:9} {count} seeds of our own, {added} of {options.shared / 'data'}", flush=True)
    runs = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for waiting in concurrent.futures.as_completed(
                [pool.submit(Run(program, target, options.seconds, options.pump).fuzz) for target in targets]):
            run = waiting.result()
            runs.append(run)
            print(run, flush=True)
            for finding in run.findings:
                print(f"  FOUND {finding}", flush=True)
    return 1 if any(run.findings for run in runs) else 0


if __name__ == "__main__":
    sys.exit(main())
