#!/usr/bin/env python3
"""Measures how fast pages are read, against trafilatura on the same files in the same run, each on one core.

usage: pages_speed.py --python FILE [--binary FILE] [--shared DIR] [--rounds N] [--json]

FILE is a Python that has trafilatura (`make page-speed` makes one). The pages are those of web/fundus. Of each program the
best of N rounds counts, in seconds of the processor; of ours the start of the program is counted, of trafilatura's the import
is not. `ratio` is against trafilatura with its metadata, which ours reads too; `ratio_text` against its text alone.
"""
import argparse
import glob
import gzip
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
YARDSTICK = """
import json, logging, sys, time
import trafilatura
logging.disable(logging.CRITICAL)
pages = [open(path, "rb").read() for path in sys.argv[1:]]
for with_metadata in (True, False):
    start = time.process_time()
    for page in pages:
        trafilatura.extract(page, with_metadata=with_metadata)
    print(time.process_time() - start)
print(trafilatura.__version__)
"""


def ours(binary, pages):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([binary, "extract", "--jobs", "1", *pages], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", required=True)
    parser.add_argument("--binary", default=str(HERE.parent / ".build/release/rapporteur"))
    parser.add_argument("--shared", default=str(HERE.parent.parent / "shared"), type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    packed = sorted(glob.glob(str(options.shared / "data/web/fundus/*/*.html.gz")))
    if not packed:
        sys.exit("expected pages in ../shared/data/web/fundus, found none")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[0]})
    with tempfile.TemporaryDirectory() as folder:
        pages = []
        for i, path in enumerate(packed):
            pages.append(os.path.join(folder, f"{i}.html"))
            with open(pages[-1], "wb") as out:
                out.write(gzip.open(path).read())
        mine, theirs, text_alone, version = [], [], [], ""
        for _ in range(options.rounds):
            mine.append(ours(options.binary, pages))
            said = subprocess.run([options.python, "-c", YARDSTICK, *pages], check=True, capture_output=True, text=True)
            seconds, alone, version = said.stdout.split()
            theirs.append(float(seconds))
            text_alone.append(float(alone))
    figures = {
        "pages": len(pages), "rounds": options.rounds, "trafilatura": version,
        "pages_a_second": round(len(pages) / min(mine), 1), "trafilatura_pages_a_second": round(len(pages) / min(theirs), 1),
        "trafilatura_text_pages_a_second": round(len(pages) / min(text_alone), 1),
        "ratio": round(min(theirs) / min(mine), 2), "ratio_text": round(min(text_alone) / min(mine), 2),
    }
    print(json.dumps(figures) if options.json else "\n".join(f"  {k:<32} {v}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
