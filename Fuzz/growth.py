"""Looks for inputs whose time grows faster than their length.

An input of the corpus is pumped: a piece of it is repeated until the whole has 64 KB, and again until it has 256 KB. Where
the longer one takes over eight times as long as the shorter one (four is linear, sixteen quadratic), three times in a
row, the longer one is a finding. libFuzzer alone finds such inputs seldom: it favours short ones.
"""
import random
import re
import subprocess

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


def findings(program, environment, target, corpus, folder, most=150):
    """Files whose time grows too fast, and why; the number of inputs that were pumped."""
    if target in SHORT:
        return [], 0
    chance = random.Random(1)
    folder.mkdir(parents=True, exist_ok=True)
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
    found = []
    for i in range(0, len(pairs), 10):
        for short, long in suspects(program, environment, pairs[i:i + 10], found):
            best = [min(times(program, environment, [file])[0].get(str(file), 60_000) for _ in range(3)) for file in (short, long)]
            if best[1] > NOISE and best[1] > GROWTH * max(best[0], 1):
                found.append((long, f"{best[0]} ms for {short.stat().st_size} bytes, {best[1]} ms for {long.stat().st_size}"))
    kept = {path for path, _ in found}
    for file in folder.iterdir():
        if file not in kept:
            file.unlink()
    return found, len(pairs)


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
        if before is not None and after is not None and after > NOISE and after > GROWTH * max(before, 1):
            yield short, long
