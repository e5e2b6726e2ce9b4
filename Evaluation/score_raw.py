#!/usr/bin/env python3
"""Score sentences, tokens and words on raw text, as the CoNLL 2018 shared task defines them.

usage: score_raw.py GOLD.conllu [--command CMD] [--json] [--errors N]

The text of GOLD is put together from its sentences (`SpaceAfter=No`, a blank line before `# newpar` and `# newdoc`), given to
CMD (default `.build/release/rapporteur parse`) document by document on standard input, and its CoNLL-U is compared by
position: a sentence, token or word counts where it begins and ends at the same letter, white space aside. Tokens are what
stands written (a range of words is one token), words are what it is split into. F1 of each; upos, uas and las are F1 over
words that are aligned, punctuation counted, universal part of a label.
"""
import argparse
import json
import shlex
import subprocess
import sys


class Document:
    """A text without its white space, and where its sentences, tokens and words stand in it."""

    def __init__(self):
        self.letters = 0
        self.sentences, self.tokens, self.words = set(), set(), {}


def read(lines):
    """Documents of a CoNLL-U file: raw text and positions."""
    documents = []
    document, text, row, broken = None, [], [], True
    comments = []

    def close():
        nonlocal row, comments
        if not row:
            return
        if any(c.startswith(("# newdoc", "#newdoc")) for c in comments) or document is None:
            start_document()
        elif any(c.startswith("# newpar") for c in comments) and text:
            text.append("\n\n")
        add(row)
        row, comments = [], []

    def start_document():
        nonlocal document, text
        if document is not None:
            documents.append((document, "".join(text)))
        document, text = Document(), []

    def add(rows):
        begin = document.letters
        ids, skip, pieces = {}, 0, []
        for c in rows:
            if "." in c[0]:
                continue
            if "-" in c[0]:
                first, skip = map(int, c[0].split("-"))
                surface = c
            elif int(c[0]) <= skip:
                surface = None
            else:
                surface = c
            if surface is not None:
                letters = "".join(surface[1].split())
                token = (document.letters, document.letters + len(letters))
                document.tokens.add(token)
                document.letters = token[1]
                pieces.append(surface[1] + ("" if "SpaceAfter=No" in surface[9].split("|") else " "))
                inside = token[0]
            if "-" not in c[0]:
                size = len("".join(c[1].split()))
                end = inside + size
                if skip and int(c[0]) == skip:
                    end = token[1]
                ids[int(c[0])] = (inside, end)
                inside = end
        for c in rows:
            if c[0].isdigit():
                head = int(c[6]) if c[6].isdigit() else 0
                document.words[ids[int(c[0])]] = (c[3], ids.get(head), c[7].split(":")[0])
        document.sentences.add((begin, document.letters))
        text.append("".join(pieces))

    for line in lines:
        line = line.rstrip("\n")
        if not line:
            close()
        elif line.startswith("#"):
            comments.append(line)
        else:
            row.append(line.split("\t"))
    close()
    if document is not None:
        documents.append((document, "".join(text)))
    return documents


def f1(right, gold, got):
    return round(2 * right / (gold + got), 4) if gold + got else 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("--command", default=".build/release/rapporteur parse")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", type=int, default=0, help="show the first N tokens that were cut otherwise")
    options = parser.parse_args()
    with open(options.gold, encoding="utf-8") as file:
        gold = read(file)
    totals = {k: [0, 0, 0] for k in ("sentences", "tokens", "words")}
    upos = uas = las = shown = 0
    for truth, text in gold:
        run = subprocess.run(shlex.split(options.command), input=text, capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"{options.command} ended with {run.returncode}: {run.stderr[-500:]}")
        found = read(["# newdoc\n"] + [line + "\n" for line in run.stdout.split("\n") if not line.startswith("# newdoc")])[0][0]
        if found.letters != truth.letters:
            sys.exit(f"the text changed: {truth.letters} letters in, {found.letters} out: {text[:80]!r}")
        for name in totals:
            a, b = getattr(truth, name), getattr(found, name)
            total = totals[name]
            total[0] += len(a.keys() & b.keys() if isinstance(a, dict) else a & b)
            total[1] += len(a)
            total[2] += len(b)
        for span, (tag, head, label) in truth.words.items():
            got = found.words.get(span)
            if got:
                upos += got[0] == tag
                uas += got[1] == head
                las += got[1] == head and got[2] == label
        letters = "".join(text.split())
        for start, end in sorted(truth.tokens - found.tokens):
            if shown < options.errors:
                shown += 1
                cut = [letters[a:b] for a, b in sorted(found.tokens) if a < end and b > start]
                print(f"{letters[start:end]!r} was cut as {cut} in {letters[max(0, start - 12):end + 12]!r}", file=sys.stderr)
    result = {name: f1(*total) for name, total in totals.items()}
    _, words, got = totals["words"]
    result.update(upos=f1(upos, words, got), uas=f1(uas, words, got), las=f1(las, words, got), documents=len(gold))
    print(json.dumps(result) if options.json else "\n".join(f"  {k:<10} {v}" for k, v in result.items()))


if __name__ == "__main__":
    main()
