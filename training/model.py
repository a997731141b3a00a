"""The encoder (BERT, 6 layers of 384, word shapes as token types) and its heads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from hrkg.language.engine.labels import NAME_TAGS
from hrkg.language.engine.wordpiece import SHAPES

WIDTH, INNER, LAYERS, HEADS, POSITIONS = 384, 1536, 6, 12, 512


@dataclass(frozen=True)
class Sizes:
    """How many labels each head has, and the widths of the biaffine parser."""

    relations: int
    upos: int
    xpos: int
    feats: int
    scripts: int
    arc: int = 256
    label: int = 64


class Dropout(nn.Module):
    """Dropout whose masks are cut at random places out of a pool: drawing them anew took a fifth of a step."""

    pool: Tensor
    POOL = 1 << 23

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate
        kept = (torch.rand(self.POOL) >= rate).to(torch.bfloat16) / (1.0 - rate)
        self.register_buffer("pool", kept, persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        begin = int(torch.randint(0, self.POOL - x.numel(), ()))
        return x * self.pool[begin : begin + x.numel()].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    """One transformer layer, normalised after each sum as in BERT."""

    def __init__(self, dropout: Dropout) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        result: Tensor
        batch, length, _ = x.shape
        qkv = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        q, k, v = qkv[0], qkv[1], qkv[2]
        scores = (q * (WIDTH // HEADS) ** -0.5) @ k.transpose(-1, -2) + bias
        mixed = scores.softmax(-1) @ v
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        result = self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))
        return result


class Encoder(nn.Module):
    """Subword identifiers and shapes to vectors."""

    def __init__(self, vocabulary: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(self.dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x: Tensor = self.words(pieces) + self.positions(places)[None] + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        bias = ((1.0 - mask.to(x.dtype)) * -10000.0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x

    @classmethod
    def from_minilm(cls, path: Path) -> Encoder:
        """Load the published MiniLM weights (safetensors); shapes start as token type 0 with small noise."""
        weights = load_file(path)
        encoder = cls(weights["embeddings.word_embeddings.weight"].shape[0])
        state: dict[str, Tensor] = {
            "words.weight": weights["embeddings.word_embeddings.weight"],
            "positions.weight": weights["embeddings.position_embeddings.weight"],
            "norm.weight": weights["embeddings.LayerNorm.weight"],
            "norm.bias": weights["embeddings.LayerNorm.bias"],
        }
        plain = weights["embeddings.token_type_embeddings.weight"][0]
        state["shapes.weight"] = plain[None] + torch.randn(SHAPES, WIDTH) * 0.02
        for number in range(LAYERS):
            old, new = f"encoder.layer.{number}.", f"layers.{number}."
            for part in ("weight", "bias"):
                attention = old + "attention."
                state[new + f"qkv.{part}"] = torch.cat(
                    [weights[attention + f"self.{name}.{part}"] for name in ("query", "key", "value")]
                )
                state[new + f"out.{part}"] = weights[attention + f"output.dense.{part}"]
                state[new + f"norm1.{part}"] = weights[attention + f"output.LayerNorm.{part}"]
                state[new + f"up.{part}"] = weights[old + f"intermediate.dense.{part}"]
                state[new + f"down.{part}"] = weights[old + f"output.dense.{part}"]
                state[new + f"norm2.{part}"] = weights[old + f"output.LayerNorm.{part}"]
        encoder.load_state_dict(state)
        return encoder


class Engine(nn.Module):
    """The encoder with all heads; every head works on the first subword of each word.

    `first` holds for each word the place of its first subword; word 0 is [CLS] and stands for the root.
    """

    def __init__(self, encoder: Encoder, sizes: Sizes, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = encoder
        self.sizes = sizes
        self.dropout = Dropout(dropout)
        self.names = nn.Linear(WIDTH, len(NAME_TAGS))
        self.tags = nn.Linear(WIDTH, sizes.upos + sizes.xpos + sizes.feats + sizes.scripts + 2)
        self.arc_head = nn.Linear(WIDTH, sizes.arc)
        self.arc_dependent = nn.Linear(WIDTH, sizes.arc)
        self.arc_bilinear = nn.Linear(sizes.arc + 1, sizes.arc, bias=False)
        self.label_head = nn.Linear(WIDTH, sizes.label)
        self.label_dependent = nn.Linear(WIDTH, sizes.label)
        self.label_bilinear = nn.Linear(sizes.label + 1, sizes.relations * (sizes.label + 1), bias=False)
        nn.init.normal_(self.arc_bilinear.weight, std=0.02)
        nn.init.normal_(self.label_bilinear.weight, std=0.02)

    def forward(
        self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Return name scores, tag scores, arc scores [dependent, head], label queries and label keys."""
        x = self.encoder(pieces, shapes, mask)
        x = torch.gather(x, 1, first[..., None].expand(-1, -1, WIDTH))
        x = self.dropout(x)
        words = x[:, 1:]
        ones = torch.ones_like(words[..., :1])
        dependent = torch.cat([F.gelu(self.arc_dependent(words)), ones], -1)
        arcs = self.arc_bilinear(dependent) @ F.gelu(self.arc_head(x)).transpose(1, 2)
        key = F.gelu(self.label_head(x))
        key = torch.cat([key, torch.ones_like(key[..., :1])], -1)
        query = self.label_bilinear(torch.cat([F.gelu(self.label_dependent(words)), ones], -1))
        return self.names(words), self.tags(words), arcs, query, key

    def tag_groups(self) -> tuple[int, int, int, int, int]:
        """Return the widths of the groups in the tag scores: UPOS, XPOS, features, lemma script, start."""
        s = self.sizes
        return s.upos, s.xpos, s.feats, s.scripts, 2


def label_scores(query: Tensor, key: Tensor, heads: Tensor, relations: int) -> Tensor:
    """Return the relation scores of each word for its given head (0 is the root)."""
    batch, length, _ = query.shape
    chosen = torch.gather(key, 1, heads[..., None].expand(-1, -1, key.shape[-1]))
    scores: Tensor = (query.view(batch, length, relations, -1) @ chosen[..., None]).squeeze(-1)
    return scores
