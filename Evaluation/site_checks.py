#!/usr/bin/env python3
"""Crawls the running site: every page is valid HTML by the Nu validator, every answer is as the OpenAPI document says (schemathesis).

usage: site_checks.py [--binary BIN] [--examples N]

Needs Java and the Python packages of browse-requirements.txt (`make browse` sees to both). Prints a line for each check; ends with 1
where one fails.
"""
import argparse
import html.parser
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request

import site_server

MOST = 250


class Links(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.found += [value for name, value in attributes if name == "href" and value]


def crawl(base):
    """Pages of the site by their paths, from the first one on; of each kind of page some."""
    seen, queue, pages, kinds = {"/"}, ["/", "/nowhere", "/search?q=kind:nothing", "/search?q=zzzz"], {}, {}
    while queue and len(pages) < MOST:
        path = queue.pop(0)
        try:
            with urllib.request.urlopen(base + path) as answer:
                body, kind = answer.read().decode(), answer.headers["Content-Type"]
        except urllib.error.HTTPError as answer:
            body, kind = answer.read().decode(), answer.headers["Content-Type"]
        if not kind.startswith("text/html"):
            continue
        pages[path] = body
        links = Links()
        links.feed(body)
        for link in links.found:
            link = urllib.parse.urldefrag(link).url
            sort = link.split("/")[1].split("?")[0] if link.startswith("/") else None
            if sort is None or link in seen or kinds.get(sort, 0) >= 25:
                continue
            kinds[sort] = kinds.get(sort, 0) + 1
            seen.add(link)
            queue.append(link)
    return pages


def validate(pages):
    """What the validator finds."""
    jar = next(pathlib.Path(sys.prefix).rglob("vnu.jar"))
    with tempfile.TemporaryDirectory() as folder:
        for number, body in enumerate(pages.values()):
            (pathlib.Path(folder) / f"{number}.html").write_text(body, encoding="utf-8")
        run = subprocess.run(["java", "-Xss8m", "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "gnu", folder], capture_output=True, text=True)
        names = list(pages)
        found = re.findall(r"/(\d+)\.html\"?:(.*)", run.stderr)
        return [f"{names[int(number)]}: {words[:240]}" for number, words in found]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(site_server.ROOT / ".build" / "release" / "rapporteur"))
    parser.add_argument("--examples", type=int, default=40)
    args = parser.parse_args()
    failures = 0
    with site_server.serving(args.binary) as base:
        pages = crawl(base)
        found = validate(pages)
        failures += bool(found)
        print(f"  {'FAILED' if found else 'passed'}  {len(pages)} pages are valid HTML", *found[:20], sep="\n            " if found else "", flush=True)
        run = subprocess.run(
            [pathlib.Path(sys.executable).parent / "schemathesis", "run", base + "/openapi.json", "--checks", "all", "--max-examples", str(args.examples),
             "--generation-deterministic", "--no-color"], capture_output=True, text=True)
        failures += run.returncode != 0
        print(f"  {'FAILED' if run.returncode else 'passed'}  answers are as the OpenAPI document says")
        if run.returncode:
            print(run.stdout[-6000:], run.stderr[-1000:])
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
