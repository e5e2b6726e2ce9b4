#!/usr/bin/env python3
"""Measures the extraction of articles: text (F1 over runs of four words), title, day of publication.

usage: pages.py [--binary FILE] [--shared DIR] [--set fundus|kremlin|all] [--errors N] [--json]

The development set is every page of web/fundus (expectation: the JSON beside it) and of web/kremlin-html (expectation:
bulk/kremlin_en.jsonl.gz by the page's number). Expectations are made at run time; `pages-corrections.json` mends them by
page and position. The text is scored by ../shared/tools/score_extraction.py.

Publishers give an article several titles: one in the page, one for search engines, one for social networks, and the
expectation holds one of them. `title` is the share of pages whose title is the expectation's or another that the page's
structured data (headline of JSON-LD, og:title) give the article, without the publisher's name; `title_expected` the share
that is the expectation's alone.
"""
import argparse
import glob
import gzip
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
from html import unescape

HERE = pathlib.Path(__file__).resolve().parent


def words(text):
    return re.findall(r"\w+", text or "")


def fundus_text(body):
    parts = list(body.get("summary") or [])
    for section in body.get("sections") or []:
        parts += (section.get("headline") or []) + (section.get("paragraphs") or [])
    return [p.replace("\u00ad", "") for p in parts]


def fundus(root):
    """{key: {"path", "paragraphs", "title", "date"}}: each page beside the expectation whose title and words it holds."""
    gold = {}
    for country in sorted(p for p in os.listdir(root) if os.path.isdir(root / p)):
        for file in sorted(glob.glob(str(root / country / "*.json"))):
            publisher = os.path.basename(file)[:-5]
            versions = json.load(open(file, encoding="utf-8"))
            pages = sorted(p for p in glob.glob(str(root / country / (publisher + "_*.html.gz")))
                           if re.fullmatch(re.escape(publisher) + r"_\d{4}_\d\d_\d\d\.html\.gz", os.path.basename(p)))
            texts = {p: gzip.open(p).read().decode("utf-8", "replace") for p in pages}
            bags = {p: set(words(t)) for p, t in texts.items()}
            free = list(pages)
            for name, expected in sorted(versions.items()):
                paragraphs = fundus_text(expected["body"])
                wanted = set(words(" ".join(paragraphs)))
                if not free or not wanted:
                    continue
                best = max(free, key=lambda p: len(wanted & bags[p]))
                free.remove(best)
                key = country + "/" + os.path.basename(best)[:-8]
                gold[key] = {"path": best, "paragraphs": paragraphs, "title": expected["title"],
                             "date": (expected["publishing_date"] or "")[:10]}
    return gold


def kremlin(pages, bulk):
    files = {os.path.basename(p)[:-5]: p for p in glob.glob(str(pages / "*.html"))}
    gold = {}
    with gzip.open(bulk, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            key = str(row["id"])
            if key in files:
                paragraphs = row["text"].split("\n")
                if row.get("lead") and row["lead"] not in row["text"]:
                    paragraphs.insert(0, row["lead"])
                gold["kremlin/" + key] = {"path": files[key], "paragraphs": paragraphs, "title": row["title"],
                                          "date": row["date"], "place": row.get("place")}
    return gold


def own_titles(html):
    """The titles that a page's structured data give its article."""
    titles = []
    for block in re.findall(r"<script[^>]*application/ld\+json[^>]*>(.*?)</script>", html, re.S | re.I):
        try:
            waiting = [json.loads(block, strict=False)]
        except ValueError:
            continue
        while waiting:
            value = waiting.pop()
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                if re.search(r"(Article|Posting|Report)$", str(value.get("@type"))) and isinstance(value.get("headline"), str):
                    titles.append(value["headline"])
                waiting += [value[k] for k in ("@graph", "mainEntity") if k in value]
    for tag in re.findall(r"<meta[^>]+og:title[^>]*>", html, re.I):
        found = re.search(r"""content\s*=\s*("([^"]*)"|'([^']*)')""", tag)
        if found:
            titles.append(found.group(2) or found.group(3) or "")
    return [plain(unescape(unescape(t))) for t in titles]


def same_title(found, wanted):
    """Whether a title is another, but for the publisher's name behind a separator."""
    return found == wanted or bool(found) and re.match(re.escape(found) + r"\s*[|–—•·-]", wanted) is not None


def corrected(gold, corrections):
    """Applies the corrections: `drop` paragraphs by number, another `date`."""
    for key, mend in corrections.items():
        if key not in gold:
            continue
        for i in sorted(mend.get("drop", []), reverse=True):
            del gold[key]["paragraphs"][i]
        gold[key].update({k: mend[k] for k in ("date",) if k in mend})
    return gold


def plain(text):
    return re.sub(r"\s+", " ", (text or "").replace("\u00ad", "").replace("\u200b", "")).strip()


def write(target, data):
    """Writes a page and gives its text."""
    target.write_bytes(data)
    return data.decode("utf-8", "replace")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(HERE.parent / ".build/release/rapporteur"))
    parser.add_argument("--shared", default=str(HERE.parent.parent / "shared"), type=pathlib.Path)
    parser.add_argument("--set", default="all", choices=["fundus", "kremlin", "all"])
    parser.add_argument("--command", help="another extractor, given paths (default: BINARY extract)")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--keep", help="leave pages and gold.json in this folder")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    data = options.shared / "data"
    gold = {}
    if options.set != "kremlin":
        gold.update(fundus(data / "web/fundus"))
    if options.set != "fundus":
        gold.update(kremlin(data / "web/kremlin-html", data / "bulk/kremlin_en.jsonl.gz"))
    gold = corrected(gold, json.load(open(HERE / "pages-corrections.json", encoding="utf-8"))["pages"])
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.keep or temporary)
        for key, page in gold.items():
            target = folder / (key + ".html")
            target.parent.mkdir(parents=True, exist_ok=True)
            with (gzip.open if page["path"].endswith(".gz") else open)(page["path"], "rb") as source:
                page["own"] = own_titles(write(target, source.read()))
        (folder / "gold.json").write_text(json.dumps(
            {k: {"articleBody": "\n".join(p["paragraphs"])} for k, p in gold.items()}), encoding="utf-8")
        command = options.command or f"{options.binary} extract"
        score = subprocess.run(
            [sys.executable, options.shared / "tools/score_extraction.py", folder / "gold.json", folder, "--json",
             "--errors", str(options.errors), "--command", command], capture_output=True, text=True)
        if score.returncode:
            sys.exit(score.stderr)
        *worst, figures = score.stdout.strip().split("\n")
        result = json.loads(figures)
        out = subprocess.run(shlex.split(command) + [str(folder / (k + ".html")) for k in gold],
                             capture_output=True, text=True, check=True).stdout
        got = {}
        for line in out.splitlines():
            row = json.loads(line)
            if row.get("id"):
                key = next((k for k in gold if row["id"].removesuffix(".html").endswith("/" + k)), None)
                got[key] = row
    fields = {
        "title": (lambda k, r: any(same_title(plain(r.get("title")), t) for t in [plain(gold[k]["title"]), *gold[k]["own"]])),
        "title_expected": (lambda k, r: plain(r.get("title")) == plain(gold[k]["title"])),
        "date": (lambda k, r: (r.get("published") or "")[:10] == gold[k]["date"]),
        "place": (lambda k, r: plain(r.get("place")) == plain(gold[k]["place"])),
    }
    for field, holds in fields.items():
        asked = [k for k in gold if gold[k].get("title" if field == "title_expected" else field)]
        right = [k for k in asked if holds(k, got.get(k, {}))]
        result[field] = round(len(right) / len(asked), 4) if asked else None
        for k in asked if options.errors else []:
            if k not in right:
                row = got.get(k, {})
                expected = gold[k]["title" if field == "title_expected" else field]
                found = {"title": "title", "title_expected": "title", "date": "published", "place": "place"}[field]
                print(f"{field} {k}: expected {plain(expected)!r}, found {row.get(found)!r}")
    print("\n".join(worst))
    print(json.dumps(result) if options.json else "\n".join(f"  {k:<10} {v}" for k, v in result.items()))


if __name__ == "__main__":
    main()
