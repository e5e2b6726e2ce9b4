#!/usr/bin/env python3
"""Measures the site at 50 clients at once over a large register, with Datasette over the same file in the same run as the yardstick.

usage: site_speed.py --register FILE [--binary BIN] [--seconds N] [--clients N] [--json FILE]

Each type of page is asked for at many addresses (encounters, dyads, queries drawn from the register: first with a server that remembers nothing, for two seconds; then when it has been asked for each address. Needs wrk (Debian) and datasette (PyPI); `make
site-speed` sees to both. Prints a table; ends with 1 where a 99th percentile is over 60 ms, or the site answers less than ten times
as many requests a second as Datasette for a comparable page.
"""
import argparse
import contextlib
import json
import pathlib
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

import site_server

SAMPLE = 3000
QUERIES = (
    "maritime security", '"counter-terrorism"', "grain exports Cairo", '"joint statement"', "disputed:yes origins:>2",
    "party:USA status:postponed", "issue:energy date:2010", "status:cancelled date:2020", "kind:call", "level:leader place:Geneva")
MOST, TIMES = 60, 10
LUA = """
local paths = {}
for line in io.lines("%s") do paths[#paths + 1] = line end
local thread = 0
function setup(t) t:set("id", thread); thread = thread + 1 end
local i = 0
function init() math.randomseed(id + 7); i = math.floor(#paths * id / 2) end
function request() i = i %% #paths + 1; return wrk.format("GET", paths[i]) end
"""


def load(base, paths, clients, seconds, folder):
    """Requests a second, latencies in ms at the median and the 99th percentile, and answers that were none."""
    listing = pathlib.Path(folder) / "paths"
    listing.write_text("\n".join(paths) + "\n")
    script = pathlib.Path(folder) / "load.lua"
    script.write_text(LUA % listing)
    run = subprocess.run(
        ["wrk", "-t2", f"-c{clients}", f"-d{seconds}s", "--latency", "--timeout", "30s", "-s", script, base],
        capture_output=True, text=True, check=True)

    def milliseconds(percent):
        number, unit = re.search(rf"^\s+{percent}%\s+([\d.]+)(us|ms|s|m)$", run.stdout, re.M).groups()
        return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit]
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", run.stdout)
    return {"rate": float(re.search(r"Requests/sec:\s+([\d.]+)", run.stdout).group(1)), "p50": milliseconds(50),
            "p99": milliseconds(99), "wrong": int(wrong.group(1)) if wrong else 0}


def addresses(base, generator):
    """Paths of each type of page, drawn from the register by its own interface."""
    def get(path):
        with urllib.request.urlopen(base + path) as answer:
            return json.load(answer)
    encounters, dyads, after = [], [], ""
    years = list(range(1996, 2025))
    while len(encounters) < SAMPLE:
        year, month = generator.choice(years), generator.randint(1, 12)
        found = get(f"/search.json?limit=200&q=date:{year}-{month:02}")["encounters"]
        encounters += [f"/encounters/{e['encounter']['id']}" for e in found]
        dyads += ["/dyads/" + "-".join(sorted(e["encounter"]["parties"])[:2]) for e in found if len(e["encounter"]["parties"]) > 1]
    dyads = sorted(set(dyads))
    generator.shuffle(encounters)
    generator.shuffle(dyads)
    words = list(QUERIES) + [
        f"dyad:{dyad.removeprefix('/dyads/')} date:{year}" for dyad in dyads[:150] for year in generator.sample(years, 4)]
    generator.shuffle(words)
    queries = [f"/search?q={urllib.parse.quote(words)}" for words in words]
    return {"today": ["/"], "encounter": encounters, "dyad": dyads, "search": queries}


@contextlib.contextmanager
def datasette(register):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "datasette", "serve", register, "--port", str(port), "--setting", "sql_time_limit_ms", "20000",
         "--setting", "num_sql_threads", "4"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(base + "/-/versions.json").read()
                break
            time.sleep(0.2)
        yield base
    finally:
        server.terminate()
        server.wait(10)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--register", required=True, type=pathlib.Path)
    parser.add_argument("--binary", default=str(site_server.ROOT / ".build" / "release" / "rapporteur"))
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--json")
    args = parser.parse_args()
    for tool in ("wrk",):
        if not shutil.which(tool):
            sys.exit(f"expected {tool} on the PATH, found none; `make site-speed` installs it as root")
    generator = random.Random(7)
    table = {}
    with tempfile.TemporaryDirectory() as folder:
        with site_server.serving(args.binary, args.register) as base:
            paths = addresses(base, generator)
        for name, list_ in paths.items():
            # a new server remembers nothing
            with site_server.serving(args.binary, args.register) as base:
                cold = load(base, list_, args.clients, 2, folder)
                rest = len(list_) - 2 * cold["rate"]
                if rest > 0:
                    load(base, list_, args.clients, 2 + int(rest / cold["rate"] * 1.5), folder)
                warm = load(base, list_, args.clients, args.seconds, folder)
            table[name] = {"addresses": len(list_), "cold": cold, "warm": warm}
            print(f"  {name:<10} {len(list_):5} addresses · at first: {cold['rate']:8.0f}/s, 99th {cold['p99']:7.1f} ms · "
                  f"then: {warm['rate']:8.0f}/s, 99th {warm['p99']:7.1f} ms · wrong {warm['wrong'] + cold['wrong']}", flush=True)
        name = urllib.parse.quote(args.register.stem)
        with datasette(args.register) as base:
            rows = [f"/{name}/encounter/{generator.randint(1, 150_000)}" for _ in range(SAMPLE)]
            lists = [f"/{name}/facet?_sort_desc=id&_size=30&_nocount=1&_nofacet=1"]
            for page, list_ in (("encounter", rows), ("today", lists), ("search", lists), ("dyad", lists)):
                table[page]["datasette"] = load(base, list_, args.clients, args.seconds, folder)
                told = table[page]["datasette"]
                print(f"  Datasette for {page}: {told['rate']:.0f}/s, 99th {told['p99']:.0f} ms, wrong {told['wrong']}", flush=True)
    missed = 0
    for page, told in table.items():
        ratio = told["warm"]["rate"] / max(told["datasette"]["rate"], 0.001)
        fast, often = told["warm"]["p99"] <= MOST, ratio >= TIMES
        missed += (not fast) + (not often) + (told["warm"]["wrong"] > 0)
        print(f"  {'met   ' if fast else 'MISSED'} {page}: 99th percentile <= {MOST} ms: {told['warm']['p99']:.1f}")
        print(f"  {'met   ' if often else 'MISSED'} {page}: >= {TIMES} times Datasette: {ratio:.0f}")
    if args.json:
        pathlib.Path(args.json).write_text(json.dumps(table, indent=1, sort_keys=True) + "\n")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
