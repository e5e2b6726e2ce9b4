#!/usr/bin/env python3
"""Texts for the teacher to label, as CoNLL-U of words alone.

usage: texts.py --binary RAPPORTEUR [--data DIR] [--characters 30000000] --out TEXT.conllu

Passages of at most 4,500 characters of the documents of bulk/, in an order drawn by a fixed seed, the two collections in
turn; cut into words by `rapporteur parse`; sentences of 3 to 70 words, each once.
"""
import argparse
import gzip
import itertools
import json
import pathlib
import random
import subprocess


def passages(folder, limit):
    chance = random.Random(5)
    collections = []
    for name in ("whitehouse", "kremlin_en"):
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            texts = [json.loads(line)["text"] for line in file]
        chance.shuffle(texts)
        collections.append(texts)
    total = 0
    for text in itertools.chain.from_iterable(itertools.zip_longest(*collections)):
        if text and len(text) > 5000:
            start = chance.randrange(len(text) - 4500)
            text = text[text.find("\n", start) + 1:][:4500]
            text = text[:text.rfind(".") + 1]
        if text:
            yield text
            total += len(text)
        if total > limit:
            return


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=".build/release/rapporteur")
    parser.add_argument("--data", type=pathlib.Path, default=pathlib.Path("../shared/data"))
    parser.add_argument("--characters", type=int, default=30_000_000)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    text = "\n\n".join(passages(options.data / "bulk", options.characters))
    run = subprocess.run([options.binary, "parse"], input=text, stdout=subprocess.PIPE, text=True, check=True)
    seen, words = set(), []
    with open(options.out, "w", encoding="utf-8") as out:
        for line in run.stdout.split("\n"):
            if line:
                columns = line.split("\t")
                if columns[0].isdigit():
                    words.append(columns[1])
                continue
            if 3 <= len(words) <= 70 and tuple(words) not in seen:
                seen.add(tuple(words))
                out.write("".join(f"{i}\t{word}\n" for i, word in enumerate(words, 1)) + "\n")
            words = []


if __name__ == "__main__":
    main()
