#!/usr/bin/env python3
"""Feed hostile input to the program and see that it neither dies nor lies.

usage: hostile.py [--program PATH] [--data DIR] [--quick]

Every file of --data goes to `read`; every line of it, and every file as one line, goes to `code`; generated input
follows. Asserted: exit status, one line of output for each line of input that is not blank, every line of output one
JSON object with its schema, no death by a signal, no terminal control in printed text, time that grows with the
length and not its square, and a peak of memory under 300 MB. Prints `N passed, N failed`; exit status 1 if any failed.
"""
import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

BLANK = b" \t\r"
SCHEMA = "rapporteur.record/1"
MEMORY_KB = 300_000
# Growth of time for four times the input: 4 is linear, 16 quadratic.
GROWTH = 7.0
# Below this many seconds start-up and noise decide.
NOISE = 0.15


class Tally:
    def __init__(self):
        self.passed, self.failed = 0, 0

    def check(self, holds, name, told=""):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {name}: {str(told)[:400]}", flush=True)
        return holds


def run(arguments, data=None, path=None, timeout=120):
    """Exit status (negative for a signal), output, standard error, seconds of processor time, peak memory in KB of this child."""
    started = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as spool:
        if path is not None:
            source = open(path, "rb")
        else:
            spool.write(data or b"")
            spool.seek(0)
            source = spool
        child = subprocess.Popen(arguments, stdin=source, stdout=out, stderr=err)
        status, usage, deadline = None, None, started + timeout
        while status is None:
            pid, code, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                status = os.waitstatus_to_exitcode(code)
            elif time.monotonic() > deadline:
                child.kill()
                os.wait4(child.pid, 0)
                status = "timeout"
            else:
                time.sleep(0.001)
        child.returncode = 0
        if path is not None:
            source.close()
        seconds = usage.ru_utime + usage.ru_stime if status != "timeout" else float(timeout)
        out.seek(0)
        err.seek(0)
        return status, out.read(), err.read().decode("utf-8", "replace"), seconds, usage.ru_maxrss


def lines_expected(data):
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    return sum(1 for line in data.split(b"\n") if line.strip(BLANK))


def is_record(line):
    try:
        record = json.loads(line)
    except ValueError:
        return False
    return record.get("schema") == SCHEMA and ("error" in record) != ("encounters" in record)


def is_safe(text):
    """No control but the line feed, and no turn of direction."""
    return not any(
        (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) <= 0x9F or c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        for c in text)


class Trial:
    def __init__(self, program):
        self.program, self.tally, self.peak = program, Tally(), 0

    def code(self, name, data=None, path=None, expected=None, timeout=120, extra=()):
        status, out, err, seconds, memory = run([self.program, "code", *extra], data, path, timeout)
        self.peak = max(self.peak, memory)
        check = self.tally.check
        if not check(status == 0, f"code {name}: exit status", f"{status} {err}"):
            return seconds
        lines = out.split(b"\n")[:-1]
        expected = lines_expected(data) if expected is None else expected
        check(len(lines) == expected, f"code {name}: lines", f"expected {expected}, found {len(lines)}")
        check(all(map(is_record, lines)), f"code {name}: records", [x for x in lines if not is_record(x)][:1])
        check(memory < MEMORY_KB, f"code {name}: memory", f"{memory} KB")
        return seconds

    def read(self, name, data=None, path=None, timeout=60):
        status, out, err, seconds, _ = run([self.program, "read", path or "-", "--width", "72"], data, None, timeout)
        check = self.tally.check
        if check(status in (0, 65), f"read {name}: exit status", f"{status} {err}"):
            if status == 0:
                text = out.decode("utf-8", "replace")
                check(is_safe(text), f"read {name}: terminal", ascii(text))
            else:
                check(err.startswith("rapporteur: "), f"read {name}: message", err)
        return seconds

    def grows(self, name, make, size, command):
        """Compares the time of n and 4n."""
        def best(n):
            return min(command(f"{name} x{n}", make(n)) for _ in range(2))
        small, large = best(size), best(size * 4)
        self.tally.check(
            large < max(small, NOISE) * GROWTH, f"{name}: time", f"{small:.2f} s for n, {large:.2f} s for 4n")


def document(text, **more):
    return json.dumps({"text": text, **more}, ensure_ascii=False).encode() + b"\n"


def of_files(trial, folder):
    for base, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(base, name)
            with open(path, "rb") as file:
                data = file.read()
            short = os.path.relpath(path, folder)
            trial.read(short, path=path)
            trial.code(short, data)
            line = b" ".join(data.split(b"\n")) + b"\n"
            trial.code(short + " (one line)", line)
            trial.code(short + " (as text)", document(data.decode("utf-8", "replace"), title=name, id=short))


def of_strings(trial, folder):
    """Every naughty string as text, title and every other key."""
    path = os.path.join(folder, "blns.json")
    if not os.path.exists(path):
        return
    strings = json.load(open(path, encoding="utf-8"))
    trial.code("naughty strings", b"".join(
        document(s, title=s, id=s, published=s, language=s, url=s, place=s, source={"name": s, "kind": s}, **{s or "x": s})
        for s in strings))
    for i, string in enumerate(strings):
        trial.read(f"naughty string {i}", f"{string}\n\nLavrov met {string} in Ankara.".encode("utf-8", "replace"))


def of_bytes(trial, quick):
    rng = random.Random(7)
    for i in range(20 if quick else 100):
        noise = rng.randbytes(rng.randrange(1, 5000))
        trial.code(f"random bytes {i}", noise)
        trial.read(f"random bytes {i}", noise)
    good = document("Lavrov met Fidan “in Antalya”.", title="A \\ title", source={"name": "N"}, published="2026-03-12")[:-1]
    trial.code("truncated JSON", b"\n".join(good[:n] for n in range(len(good) + 1)))
    flipped = []
    for _ in range(300 if quick else 3000):
        line = bytearray(good)
        line[rng.randrange(len(line))] = rng.randrange(256)
        flipped.append(bytes(line).replace(b"\n", b" "))
    trial.code("flipped bytes", b"\n".join(flipped))
    for name, data in {
        "NUL bytes": b"\0" * 10_000, "NUL in text": document("a\0b\0", title="\0"), "white space": b" \t\r\n" * 10_000,
        "line feeds": b"\n" * 1_000_000, "nothing": b"", "lone surrogates": b'{"text":"a \\ud800 b \\udfff\\ud800"}\n' * 3,
        "surrogate in a key": b'{"text":"a","\\ud800":1}\n', "no last line feed": document("a") + document("b")[:-1],
        "BOM": b"\xef\xbb\xbf" + document("a"), "UTF-16": '{"text":"a"}\n'.encode("utf-16"), "CRLF": b'{"text":"a"}\r\n\r\n{"text":"b"}\r\n',
        "only white space as text": document(" \n\t\u3000 "), "huge numbers": b'{"text":"a","id":1e99999,"x":1e99999}\n',
        "the same key twice": b'{"text":"a","text":"b"}\n', "escapes of control": b'{"text":"\\u001b[31m\\u009b2J\\u202e"}\n',
    }.items():
        trial.code(name, data)
        trial.read(name, data)


def of_depth(trial):
    for opening, closing in ((b"[", b"]"), (b'{"a":', b"}")):
        for n in (120, 127, 128, 129, 511, 512, 513, 100_000):
            nested = opening * n + b"1" + closing * n
            trial.code(f"{n} nested {opening.decode()}", b'{"text":"a","x":' + nested + b"}\n" + nested + b"\n" + opening * n + b"\n")
    trial.read("nested brackets", b'{"text":"a","x":' + b"[" * 100_000)


def of_length(trial, quick):
    sentence = "Lavrov met Fidan in Antalya and "
    makers = {
        "long sentence": lambda n: document(sentence * (n // 6)),
        "nested quotes": lambda n: document("“" * n + "said Lavrov" + "”" * n),
        "straight quotes": lambda n: document('" ' * n),
        "brackets": lambda n: document("(" * n + ")" * n),
        "combining marks": lambda n: document("e" + "\u0301" * n),
        "one word": lambda n: document("a" * n),
        "full stops": lambda n: document(". " * n),
        "line feeds in text": lambda n: document("\n" * n),
        "commas and names": lambda n: document("Lavrov, " * n),
        "apostrophes": lambda n: document("'" * n),
        "hyphens": lambda n: document("Russian-" * n),
        "initials": lambda n: document("U.S." * n),
        "emoji": lambda n: document("👩‍👩‍👧" * n),
        "unknown keys": lambda n: document("a", **{f"k{i}": i for i in range(n)}),
    }
    for name, make in makers.items():
        size = 12_500 if quick else 50_000
        trial.grows(name, make, size, lambda title, data: trial.code(title, data))
        plain = lambda n, make=make: json.loads(make(n))["text"].encode()
        trial.grows(name + " (read)", plain, size, lambda title, data: trial.read(title, data))
    trial.code("1 MB of combining marks", document("\u0301" * 500_000, title="\u0301" * 1000))
    trial.grows("many short lines", lambda n: b'{"text":"a"}\n' * n, 25_000, lambda title, data: trial.code(title, data))


def of_long_lines(trial, quick):
    for megabytes in ([70] if quick else [70, 200]):
        with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
            file.write(document("before") + b'{"text":"')
            for _ in range(megabytes):
                file.write(b"word " * 209_715 + b"x")
            file.write(b'"}\n' + document("after"))
            file.flush()
            trial.code(f"a line of {megabytes} MB", path=file.name, expected=3)
            trial.code(f"a line of {megabytes} MB, one job", path=file.name, expected=3, extra=("--jobs", "1"))


def of_endings(trial):
    """Closed and full outputs."""
    check, program = trial.tally.check, trial.program
    feed = document("Lavrov met Fidan.") * 20_000
    with tempfile.TemporaryFile() as source:
        source.write(feed)
        source.seek(0)
        child = subprocess.Popen([program, "code"], stdin=source, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        child.stdout.readline()
        child.stdout.close()
        told = child.stderr.read().decode()
        check(child.wait() == 0 and told == "", "closed output ends quietly", f"{child.returncode} {told}")
    if os.path.exists("/dev/full"):
        with tempfile.TemporaryFile() as source, open("/dev/full", "wb") as full:
            source.write(feed)
            source.seek(0)
            done = subprocess.run([program, "code"], stdin=source, stdout=full, stderr=subprocess.PIPE)
            check(done.returncode == 74 and b"No space" in done.stderr, "full disk", f"{done.returncode} {done.stderr}")
    for arguments, status in ((["read", "/nonexistent"], 66), (["read", "/"], 66), (["read"], 64), (["code", "--jobs", "0"], 64),
                              (["code", "--max-line", "-1"], 64), (["read", "-", "--published", "soon"], 64), (["nothing"], 64)):
        found = run([program, *arguments])
        check(found[0] == status, f"exit status of {arguments}", f"expected {status}, found {found[0]}: {found[2]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=".build/release/rapporteur")
    parser.add_argument("--data", default=os.path.join(os.path.dirname(__file__), "..", "..", "shared", "data", "hostile"), help="folder of hostile files")
    parser.add_argument("--quick", action="store_true", help="smaller generated input")
    options = parser.parse_args()
    trial, started = Trial(options.program), time.monotonic()
    parts = [
        ("files", lambda: of_files(trial, options.data)), ("strings", lambda: of_strings(trial, options.data)),
        ("bytes", lambda: of_bytes(trial, options.quick)), ("depth", lambda: of_depth(trial)),
        ("length", lambda: of_length(trial, options.quick)), ("long lines", lambda: of_long_lines(trial, options.quick)),
        ("endings", lambda: of_endings(trial))]
    for name, part in parts:
        begun, before = time.monotonic(), trial.tally.passed
        part()
        print(f"{name}: {trial.tally.passed - before} passed in {time.monotonic() - begun:.0f} s", flush=True)
    print(f"peak memory of code: {trial.peak // 1024} MB; {time.monotonic() - started:.0f} s")
    print(f"{trial.tally.passed} passed, {trial.tally.failed} failed")
    sys.exit(1 if trial.tally.failed else 0)


if __name__ == "__main__":
    main()
