#!/usr/bin/env python3
"""Makes what `train` learns from beside the treebanks: text that a teacher has tagged, parsed and labelled.

usage: teach.py train    --model FOLDER --out teacher.pt [--data DIR] [--second FILE] [--epochs 3]
       teach.py label    --model FOLDER --teacher teacher.pt --in TEXT.conllu --out LABELLED.conllu
       teach.py clusters --model FOLDER --teacher teacher.pt --out clusters.tsv TEXT.conllu...

`train` fits the encoder of FOLDER (config.json, model.safetensors, tokenizer.json) to the treebanks of ../shared/data, to
the names of UNER's development part (every fifth block of forty sentences held back) and CrossNER, and with --second to names
that another model gave the treebanks' sentences. `label` writes CoNLL-U with tags, trees and NE=. `clusters` groups the words
of the texts by the teacher's view of them: a word, one of 1,000 clusters, one of 120 groups a line.
Some twenty minutes for training on two cores, and two thousand words a second for labelling. Needs torch, numpy, tokenizers,
safetensors.
"""
import argparse
import collections
import json
import pathlib
import random
import re

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from tokenizers import Tokenizer

from data import CROSSNER, Pieces, batch, batches, blocks, folded, label_numbers, names, treebank
from encoder import NAMES, Encoder, Teacher
from trees import best_tree

LONGEST = 110


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", choices=["train", "label", "clusters"])
    parser.add_argument("texts", nargs="*")
    parser.add_argument("--model", type=pathlib.Path, required=True)
    parser.add_argument("--data", type=pathlib.Path, default=pathlib.Path("../shared/data"))
    parser.add_argument("--teacher")
    parser.add_argument("--second")
    parser.add_argument("--in", dest="source")
    parser.add_argument("--out", required=True)
    parser.add_argument("--epochs", type=int, default=3)
    options = parser.parse_args()
    torch.manual_seed(7)
    tokenizer = Tokenizer.from_file(str(options.model / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    pieces = Pieces(tokenizer)
    if options.work == "train":
        train(options, pieces)
        return
    saved = torch.load(options.teacher)
    model = Teacher(Encoder(options.model), len(saved["tags"]), len(saved["labels"]))
    model.load_state_dict(saved["state"])
    model.eval()
    if options.work == "label":
        label(options, pieces, model, saved["tags"], saved["labels"])
    else:
        clusters(options, pieces, model, tokenizer)


def train(options, pieces):
    chance = random.Random(7)
    gold = [s for p in ("en_ewt-train", "en_gum-train-free") for s in treebank(options.data / "treebank" / f"{p}.conllu")]
    count = lambda column: collections.Counter(word[column] for s in gold for word in s)
    tags = sorted(k for k, n in count(1).items() if n >= 5)
    labels = sorted(k for k, n in count(3).items() if n >= 5)
    tag_number, label_number = ({k: i for i, k in enumerate(x)} for x in (tags, labels))
    second = json.load(open(options.second, encoding="utf-8")) if options.second else {}

    def tree_item(s):
        words = [w for w, *_ in s]
        return pieces.item(
            words, tag=[tag_number.get(t, -1) for _, t, _, _ in s], head=[h for _, _, h, _ in s],
            label=[label_number.get(r, label_number.get(r.split(":")[0], -1)) for *_, r in s],
            names2=label_numbers(second.get(" ".join(words))))

    trees = [tree_item(s) for s in gold if len(s) <= LONGEST]
    own = names(options.data / "names/uner_en_ewt/en_ewt-ud-dev.iob2", 1, 2)
    named = [pieces.item(w, names=label_numbers(t), names2=label_numbers(second.get(" ".join(w))))
             for i, (w, t) in enumerate(own) if (i // 40) % 5]
    held = [pieces.item(w, names=label_numbers(t)) for i, (w, t) in enumerate(own) if (i // 40) % 5 == 0]
    for part in ("train", "dev", "test"):
        named += [pieces.item(w, names=label_numbers(t))
                  for w, t in names(options.data / "names/crossner_politics" / f"{part}.txt", 0, 1, CROSSNER)]
    dev = [tree_item(s) for s in treebank(options.data / "treebank/en_ewt/en_ewt-ud-dev.conllu")]

    model = Teacher(Encoder(options.model), len(tags), len(labels))
    model.encoder.word.weight.requires_grad_(False)
    inner = {id(p) for p in model.encoder.parameters()}
    optimizer = torch.optim.AdamW(
        [dict(params=list(model.encoder.parameters()), lr=1.2e-4, weight_decay=0.01),
         dict(params=[p for p in model.parameters() if id(p) not in inner], lr=1.5e-3, weight_decay=0.0)], betas=(0.9, 0.98))
    plan = []
    for _ in range(options.epochs):
        epoch = [(trees, b) for b in batches(trees, 2200, chance)] + [(named, b) for b in batches(named, 2200, chance)] * 2
        chance.shuffle(epoch)
        plan += epoch
    rates = [g["lr"] for g in optimizer.param_groups]
    for step, (source, chosen) in enumerate(plan):
        factor = min(1, (step + 1) / (0.06 * len(plan))) * (1 - step / len(plan))
        for group, rate in zip(optimizer.param_groups, rates):
            group["lr"] = rate * factor
        loss = losses(model, batch([source[i] for i in chosen]))
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        if step % 100 == 99:
            print(f"step {step + 1} of {len(plan)}: loss {loss.item():.3f}", flush=True)
    torch.save(dict(state=model.state_dict(), tags=tags, labels=labels), options.out)
    model.eval()
    print(json.dumps(dict(dev=measure(model, dev), held=measure(model, held))))


def losses(model, b):
    cross = lambda x, y: F.cross_entropy(x.reshape(-1, x.shape[-1]), y.reshape(-1), ignore_index=-1)
    out = model(b)
    loss = 0.0
    if (b["head"] >= 0).any():
        loss = cross(out["tag"], b["tag"]) + cross(out["arcs"], b["head"])
        loss = loss + cross(model.label_scores(out, b["head"].clamp(min=0)), b["label"])
    if (b["names"] >= 0).any():
        loss = loss + cross(out["names"], b["names"])
    if (b["names2"] >= 0).any():
        loss = loss + 0.3 * cross(out["names2"], b["names2"])
    return loss


@torch.no_grad()
def read(model, items, pieces=6000):
    """For each item: tags, heads, labels and names by number, and the vectors of its words."""
    results = [None] * len(items)
    for chosen in batches(items, pieces):
        b = batch([items[i] for i in chosen])
        out = model(b)
        scores = torch.log_softmax(out["arcs"], -1).numpy()
        heads = torch.zeros_like(b["first"])
        for row, i in enumerate(chosen):
            n = len(items[i]["first"])
            heads[row, :n] = torch.tensor(best_tree(scores[row, :n, :n + 1]).astype(np.int64))
        labels = model.label_scores(out, heads).argmax(-1)
        for row, i in enumerate(chosen):
            n = len(items[i]["first"])
            results[i] = tuple(x[row, :n].tolist() for x in (out["tag"].argmax(-1), heads, labels, out["names"].argmax(-1)))
    return results


def measure(model, items):
    """Shares of right tags, heads and labelled heads, and of right labels of names."""
    right = collections.Counter()
    for item, (tag, head, label_, name) in zip(items, read(model, items)):
        for k, found in (("tag", tag), ("head", head), ("names", name)):
            if k in item:
                right[k] += sum(a == b for a, b in zip(item[k], found))
                right[k + " all"] += len(found)
        if "head" in item:
            right["labelled"] += sum(a == b and c == d for a, b, c, d in zip(item["head"], head, item["label"], label_))
    share = {k: round(right[k] / right[k + " all"], 4) for k in ("tag", "head", "names") if right[k + " all"]}
    return share | ({"labelled": round(right["labelled"] / right["head all"], 4)} if right["head all"] else {})


def label(options, pieces, model, tags, labels):
    sentences = [[c[1] for c in block if c[0].isdigit()] for block in blocks(options.source)]
    sentences = [s for s in sentences if s and len(s) <= LONGEST]
    with open(options.out, "w", encoding="utf-8") as out:
        for start in range(0, len(sentences), 4000):
            part = sentences[start:start + 4000]
            for words, (tag, head, label_, name) in zip(part, read(model, [pieces.item(w) for w in part])):
                for i, word in enumerate(words):
                    universal, penn = tags[tag[i]].split("|")
                    out.write(f"{i + 1}\t{word}\t_\t{universal}\t{penn}\t_\t{head[i]}\t{labels[label_[i]]}\t_\tNE={NAMES[name[i]]}\n")
                out.write("\n")
            print(f"{min(start + 4000, len(sentences))} of {len(sentences)} sentences", flush=True)


@torch.no_grad()
def clusters(options, pieces, model, tokenizer):
    """k-means over what the teacher makes of each word alone: its vector, its embedding, its tags and names."""
    counts = collections.Counter(
        folded(c[1]) for path in options.texts for block in blocks(path) for c in block if c[0].isdigit())
    known = tokenizer.get_vocab()
    counts.update(w for w in known if re.fullmatch(r"[a-z]{2,}", w))
    words = [w for w, n in counts.most_common() if (n >= 3 or w in known) and len(w) < 30]
    unit = lambda x: x / x.norm(dim=-1, keepdim=True)
    rows = []
    for start in range(0, len(words), 2048):
        items = [pieces.item([w]) for w in words[start:start + 2048]]
        b = batch(items)
        h = model.encoder(b["ids"], b["shapes"], b["mask"])
        h = h.gather(1, b["first"][..., None].expand(-1, -1, h.shape[-1]))[:, 0]
        embedding = torch.stack([model.encoder.word.weight[x["ids"][1:-1]].mean(0) for x in items])
        likely = [0.7 * torch.softmax(head(h), -1).sqrt() for head in (model.tag, model.names)]
        rows.append(torch.cat([unit(h), unit(embedding), *likely], 1))
    weight = torch.tensor([min(counts[w], 200) ** 0.5 for w in words])
    fine, centres = k_means(torch.cat(rows), weight, 1000, 12, 1)
    coarse, _ = k_means(centres, torch.ones(len(centres)), 120, 20, 2)
    with open(options.out, "w", encoding="utf-8") as out:
        for word, cluster in zip(words, fine.tolist()):
            out.write(f"{word}\t{cluster + 1}\t{int(coarse[cluster]) + 1}\n")


def k_means(points, weight, k, rounds, seed):
    """Lloyd's algorithm from points drawn by weight; each point's cluster, and the centres."""
    centres = points[torch.multinomial(weight, k, generator=torch.Generator().manual_seed(seed))].clone()
    for _ in range(rounds):
        nearest = torch.cat([(x @ centres.T - 0.5 * (centres * centres).sum(1)).argmax(1) for x in points.split(8192)])
        sums = torch.zeros_like(centres).index_add_(0, nearest, points * weight[:, None])
        total = torch.zeros(k).index_add_(0, nearest, weight)
        centres = torch.where(total[:, None] > 0, sums / total.clamp(min=1e-9)[:, None], centres)
    return nearest, centres


if __name__ == "__main__":
    main()
