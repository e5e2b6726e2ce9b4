"""Treebanks, names and batches for the teacher."""
import random
import re

import torch

from encoder import NAMES, shape

# CrossNER's kinds of politics as the kinds of UNER; the others are no names here.
CROSSNER = {"person": "PER", "politician": "PER", "politicalparty": "ORG", "organisation": "ORG", "country": "LOC", "location": "LOC"}


def blocks(path):
    """Lines of a file, block by block, comments left out."""
    block = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if not line.strip():
                if block:
                    yield block
                block = []
            elif not line.startswith("# "):
                block.append(line.split("\t"))
    if block:
        yield block


def treebank(path):
    """Sentences of words (form, tag, head, label)."""
    return [[(c[1], f"{c[3]}|{c[4]}", int(c[6]), c[7]) for c in block if c[0].isdigit()] for block in blocks(path)]


def names(path, word=0, kind=1, kinds=None):
    """Sentences of (words, IOB2 labels) of PER, ORG and LOC."""
    out = []
    for block in blocks(path):
        labels = []
        for c in block:
            known = None if c[kind] == "O" else (kinds.get(c[kind][2:]) if kinds else c[kind][2:])
            labels.append("O" if known is None else c[kind][:2] + known)
        out.append(([c[word] for c in block], labels))
    return out


def folded(word):
    """A word as the vocabulary counts it."""
    return re.sub(r"\d", "0", word.lower())


class Pieces:
    """Words to pieces; a word has at most six."""

    def __init__(self, tokenizer):
        self.tokenizer, self.cache = tokenizer, {}

    def item(self, words, **labels):
        ids, shapes, first = [101], [0], []
        for word in words:
            if word not in self.cache:
                self.cache[word] = self.tokenizer.encode(word, add_special_tokens=False).ids[:6] or [100]
            pieces = self.cache[word]
            first.append(len(ids))
            ids += pieces
            shapes += [shape(word)] * len(pieces)
        return dict(ids=ids + [102], shapes=shapes + [0], first=first, **{k: v for k, v in labels.items() if v is not None})


def label_numbers(labels):
    return None if labels is None else [NAMES.index(label) for label in labels]


def batch(items):
    """Items as tensors; -1 where a label is not known."""
    length, words, count = max(len(x["ids"]) for x in items), max(len(x["first"]) for x in items), len(items)
    full = lambda n, value=0: torch.full((count, n), value, dtype=torch.long)
    out = dict(ids=full(length), shapes=full(length), first=full(words), mask=torch.zeros(count, length, dtype=torch.bool),
               words=torch.zeros(count, words, dtype=torch.bool),
               **{k: full(words, -1) for k in ("tag", "head", "label", "names", "names2")})
    for i, x in enumerate(items):
        n, w = len(x["ids"]), len(x["first"])
        out["ids"][i, :n], out["shapes"][i, :n], out["mask"][i, :n] = torch.tensor(x["ids"]), torch.tensor(x["shapes"]), True
        out["first"][i, :w], out["words"][i, :w] = torch.tensor(x["first"]), True
        for k in ("tag", "head", "label", "names", "names2"):
            if k in x:
                out[k][i, :w] = torch.tensor(x[k])
    return out


def batches(items, pieces, chance=None):
    """Numbers of items of like length, together at most so many pieces, in an order of chance where one is given."""
    order = sorted(range(len(items)), key=lambda i: len(items[i]["ids"]) + (chance.random() * 4 if chance else 0))
    out, current, longest = [], [], 0
    for i in order:
        widest = max(longest, len(items[i]["ids"]))
        if current and widest * (len(current) + 1) > pieces:
            out.append(current)
            current, widest = [], len(items[i]["ids"])
        current.append(i)
        longest = widest
    if current:
        out.append(current)
    if chance:
        random.Random(chance.random()).shuffle(out)
    return out
