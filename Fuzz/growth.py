"""Looks for inputs whose time grows faster than their length.

An input of the corpus is pumped: a piece of it is repeated until the whole has 64 KB, and again until it has 256 KB. Where
the longer one takes over eight times as long as the shorter one (four is linear, sixteen quadratic), the longer one is a
finding: in time of the processor, as others may use the machine. libFuzzer alone finds such inputs seldom: it favours
short ones.
"""
import os
import random
import re
import subprocess
import time

SIZES = (64 << 10, 256 << 10)
# Address.parse takes no more than 64 KB.
SMALLER = {"address": (16 << 10, 64 << 10)}
# Targets that read no long inputs.
SHORT = {"date"}
GROWTH = 8.0
# Milliseconds below which start-up and noise decide.
NOISE = 300
EXECUTED = re.compile(rb"Executed (\S+) in (\d+) ms")


def pumped(seed, start, end, size):
    """The input with what stands between two places repeated until it is that long."""
    piece = seed[start:end]
    times = max(1, (size - len(seed)) // len(piece))
    return seed[:start] + piece * times + seed[end:]


def times(program, environment, paths):
    """Milliseconds of each file; files after one that ends the process are missing."""
    result = subprocess.run([program, "-timeout=60", "-rss_limit_mb=2048", *map(str, paths)], env=environment,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return {name.decode(): int(ms) for name, ms in EXECUTED.findall(result.stdout)}, result.returncode


def processor(program, environment, path):
    """Milliseconds of the processor that one file takes, start-up included; the least of two runs."""
    least = None
    for _ in range(2):
        child = subprocess.Popen([program, "-timeout=60", "-rss_limit_mb=2048", str(path)], env=environment,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        usage = os.wait4(child.pid, 0)[2]
        child.returncode = 0
        took = 1000 * (usage.ru_utime + usage.ru_stime)
        least = took if least is None else min(least, took)
    return least


def findings(program, environment, target, corpus, folder, seconds, most=100):
    """Files whose time grows too fast, and why; the number of inputs that were pumped, over as many seconds at most."""
    if target in SHORT:
        return [], 0
    chance = random.Random(1)
    folder.mkdir(parents=True, exist_ok=True)
    end_of_time = time.monotonic() + seconds
    seeds = [path for path in sorted(corpus.iterdir()) if 4 <= path.stat().st_size <= 16 << 10]
    chosen = chance.sample(seeds, min(most, len(seeds)))
    pairs = []
    for number, path in enumerate(chosen):
        seed = path.read_bytes()
        start = chance.randrange(len(seed))
        end = min(len(seed), start + chance.choice([1, 2, 4, 8, 16, 32, 64, 128, 512]))
        pair = []
        for size in SMALLER.get(target, SIZES):
            file = folder / f"{number:03}-{size >> 10}k"
            file.write_bytes(pumped(seed, start, end, size))
            pair.append(file)
        pairs.append(pair)
    nothing = folder / "nothing"
    nothing.write_bytes(b"")
    start_up = processor(program, environment, nothing)
    found, done = [], 0
    while done < len(pairs) and time.monotonic() < end_of_time:
        for short, long in suspects(program, environment, pairs[done:done + 5], found):
            before, after = [processor(program, environment, file) - start_up for file in (short, long)]
            if after > NOISE and after > GROWTH * max(before, 1):
                found.append((long, f"{before:.0f} ms for {short.stat().st_size} bytes, {after:.0f} ms for {long.stat().st_size}"))
        done += 5
    kept = {path for path, _ in found}
    for file in folder.iterdir():
        if file not in kept:
            file.unlink()
    return found, min(done, len(pairs))


def suspects(program, environment, pairs, found):
    """Pairs that look too slow once; a file that ends the process is found at once."""
    took, status = times(program, environment, [file for pair in pairs for file in pair])
    if status != 0:
        for pair in pairs:
            for file in pair:
                if str(file) not in took and times(program, environment, [file])[1] != 0:
                    found.append((file, "fails, or takes over a minute or 2 GB"))
    for short, long in pairs:
        before, after = took.get(str(short)), took.get(str(long))
        if before is not None and after is not None and after > NOISE and after > GROWTH / 2 * max(before, 1):
            yield short, long
