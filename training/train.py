"""Train the language engine: all heads jointly, resumable, scheduled by training time.

Example: python -m training.train --data DATASETS --base MINILM_FOLDER --out RUN_FOLDER
"""

from __future__ import annotations

import argparse
import json
import logging
import time
import tomllib
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from hrkg.language.engine.wordpiece import WordPiece

from .articles import read_articles
from .augment import Augmenter, Rates
from .batches import IGNORE, Batch, Collator, Inventories, Sampler
from .corpus import Record, add_names, inventory, lexicon, read_names, read_parses, silver
from .model import Encoder, Engine, Sizes, label_scores

logger = logging.getLogger("training")

ARTICLES = Path(__file__).parents[1] / "data" / "corpus" / "train"


def load(data: Path, config: dict[str, Any]) -> tuple[list[tuple[list[Record], float]], Inventories]:
    """Read all corpora, give the treebank its names, and take the label inventories from the treebank."""
    demonyms = frozenset(row["form"] for row in lexicon("demonyms"))
    law_heads = frozenset(row["head"] for row in lexicon("law_heads"))
    treebank = read_parses(data / config["treebank"]["train"], "treebank")
    parses = [record.parse for record in treebank if record.parse is not None]
    least = config["least"]
    inventories = Inventories(
        *(
            inventory((label for p in parses for label in getattr(p, name)), least[name])
            for name in ("relations", "upos", "xpos", "feats", "scripts")
        )
    )
    corpora: list[tuple[list[Record], float]] = []
    for entry in config["names"]:
        records = read_names(
            data / entry["file"], Path(entry["file"]).stem, entry.get("unannotated", ()), entry["weight"]
        )
        before = sum(r.names is not None for r in treebank)
        if entry["file"].endswith(("train_early.spacy", "gum.spacy")):
            named = add_names([r for r in treebank if r.names is None], records)
            treebank = [r for r in treebank if r.names is not None] + named
            logger.info(
                "%s: %d treebank documents named",
                entry["file"],
                sum(r.names is not None for r in treebank) - before,
            )
        else:
            corpora.append(([silver(r, demonyms, law_heads) for r in records], entry["share"]))
    corpora.append(([silver(r, demonyms, law_heads) for r in treebank], 1.0))
    articles = read_articles(ARTICLES, "articles")
    corpora.append(([silver(r, demonyms, law_heads) for r in articles], config["articles"]["share"]))
    return corpora, inventories


def losses(
    engine: Engine, batch: Batch, weights: dict[str, float], trusting: bool, unlikely: float
) -> Tensor:
    """Return the weighted sum of the heads' losses."""
    names, tags, arcs, query, key = engine(batch.pieces, batch.shapes, batch.mask, batch.first)
    names, tags, arcs = names.float(), tags.float(), arcs.float()
    right = names.masked_fill(~batch.allowed, -1e4).logsumexp(-1) - names.logsumexp(-1)
    weight = batch.weight
    if not trusting:
        doubtful = batch.noisy[:, None] & (right.detach().exp() < unlikely)
        weight = weight.masked_fill(doubtful, 0.0)
    total: Tensor = -weights["names"] * (right * weight).sum() / weight.sum().clamp(min=1.0)
    known = batch.heads != IGNORE
    if not known.any():
        return total
    same = batch.sentence[:, :, None] == batch.sentence[:, None, :]
    same &= ~torch.eye(same.shape[1], dtype=torch.bool)[None]
    same = torch.cat([torch.ones_like(same[:, :, :1]), same], -1)
    arcs = arcs.masked_fill(~same, -1e4)
    rows = known.any(1)
    total = total + weights["arcs"] * F.cross_entropy(arcs[known], batch.heads[known])
    heads = batch.heads.clamp(min=0)
    scores = label_scores(query[rows], key[rows], heads[rows], engine.sizes.relations).float()
    total = total + weights["relations"] * F.cross_entropy(
        scores.flatten(0, 1), batch.relations[rows].flatten(), ignore_index=IGNORE
    )
    groups = tags.split(engine.tag_groups(), -1)
    for name, group in zip(("upos", "xpos", "feats", "scripts", "starts"), groups, strict=True):
        gold = getattr(batch, name)
        if (gold != IGNORE).any():
            total = total + weights[name] * F.cross_entropy(
                group.flatten(0, 1), gold.flatten(), ignore_index=IGNORE
            )
    return total


def rate(done: float, warmup: float, floor: float) -> float:
    """Return the learning rate's factor after a share of the schedule."""
    return max(floor, min(done / warmup, (1.0 - done) / (1.0 - warmup)))


class Master:
    """Full-precision weights and their optimizer for an engine that computes in bfloat16.

    On processors with matrix units for bfloat16 a step takes a third of the time.
    """

    def __init__(self, engine: Engine, schedule: dict[str, Any]) -> None:
        self.names = [name for name, _ in engine.named_parameters()]
        self.weights = [nn.Parameter(p.detach().clone()) for p in engine.parameters()]
        self.half = list(engine.bfloat16().parameters())
        groups = []
        for rate_name, inside in (("encoder_rate", True), ("head_rate", False)):
            chosen = [
                w for n, w in zip(self.names, self.weights, strict=True) if n.startswith("encoder.") == inside
            ]
            groups.append({"params": chosen, "lr": schedule[rate_name], "top": schedule[rate_name]})
        self.optimizer = torch.optim.AdamW(groups, weight_decay=schedule["weight_decay"], fused=True)

    def step(self, factor: float) -> None:
        """Apply the gradients at a share of the top learning rate and refresh the bfloat16 weights."""
        for group in self.optimizer.param_groups:
            group["lr"] = group["top"] * factor
        for weight, half in zip(self.weights, self.half, strict=True):
            weight.grad = torch.zeros_like(weight) if half.grad is None else half.grad.float()
            half.grad = None
        nn.utils.clip_grad_norm_(self.weights, 1.0)
        self.optimizer.step()
        self.refresh()

    def refresh(self) -> None:
        """Copy the full-precision weights into the engine."""
        with torch.no_grad():
            for weight, half in zip(self.weights, self.half, strict=True):
                half.copy_(weight)

    def state(self) -> dict[str, Tensor]:
        """Return the full-precision weights by name."""
        return {n: w.detach() for n, w in zip(self.names, self.weights, strict=True)}

    def load(self, state: dict[str, Tensor]) -> None:
        """Set the full-precision weights."""
        with torch.no_grad():
            for name, weight in zip(self.names, self.weights, strict=True):
                weight.copy_(state[name])
        self.refresh()


def save(path: Path, state: dict[str, Any]) -> None:
    """Write beside and rename, so that a killed run leaves a whole file."""
    beside = path.with_suffix(".part")
    torch.save(state, beside)
    beside.replace(path)


def main() -> None:
    """Train to the end of the schedule, going on from the last checkpoint if there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the ud/ and ner/ corpora")
    parser.add_argument(
        "--base", type=Path, required=True, help="folder with MiniLM's model.safetensors, vocab.txt"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints and logs")
    parser.add_argument("--config", type=Path, default=Path(__file__).parent / "config.toml")
    parser.add_argument("--minutes", type=float, help="training time; the config's if left out")
    parser.add_argument(
        "--start", type=Path, help="engine.pt of an earlier run to go on from, as a new schedule"
    )
    options = parser.parse_args()
    config = tomllib.loads(options.config.read_text(encoding="utf-8"))
    schedule = config["schedule"]
    minutes = options.minutes or schedule["minutes"]
    options.out.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(schedule["threads"])
    torch.manual_seed(config["seed"])
    random = Random(config["seed"])
    corpora, inventories = load(options.data, config)
    (options.out / "labels.json").write_text(json.dumps(asdict(inventories), indent=0), encoding="utf-8")
    counts = {name: len(labels) for name, labels in asdict(inventories).items()}
    logger.info(
        "labels %s; words %s", counts, {rs[0].source: sum(len(r.words) for r in rs) for rs, _ in corpora}
    )
    wordpiece = WordPiece.from_file(options.base / "vocab.txt")
    noisy = frozenset(Path(entry["file"]).stem for entry in config["names"] if entry.get("noisy"))
    collator = Collator(wordpiece, inventories, noisy)
    rates = dict(config["augmentation"])
    templates = rates.pop("templates")
    augmenter = Augmenter(Rates(**rates), [r for rs, _ in corpora for r in rs if r.source not in noisy])
    engine = Engine(Encoder.from_minilm(options.base / "model.safetensors"), Sizes(**counts))
    master = Master(engine, schedule)
    if options.start:
        master.load(torch.load(options.start, weights_only=True)["engine"])
    elapsed, step, words = 0.0, 0, 0
    checkpoint = options.out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        master.load(state["engine"])
        master.optimizer.load_state_dict(state["optimizer"])
        elapsed, step, words = state["elapsed"], state["step"], state["words"]
        random.setstate(state["random"])
        torch.set_rng_state(state["torch_random"])
        logger.info("going on at step %d after %.1f minutes", step, elapsed / 60)
    sampler = Sampler(
        corpora, augmenter, collator, config["windows"], templates, schedule["pieces_per_batch"], random
    )
    saved = elapsed
    engine.train()
    mean = 0.0
    begun = time.monotonic()
    for batch in sampler:
        done = elapsed / (minutes * 60)
        if done >= 1.0:
            break
        loss = losses(engine, batch, config["losses"], done < schedule["trust_after"], schedule["unlikely"])
        loss.backward()  # type: ignore[no-untyped-call]
        master.step(rate(done, schedule["warmup"], schedule["floor"]))
        step += 1
        words += batch.words()
        mean = 0.98 * mean + 0.02 * loss.item() if mean else loss.item()
        now = time.monotonic()
        elapsed += now - begun
        begun = now
        if step % 25 == 0:
            logger.info(
                "step %d pass %d loss %.3f words %d words/s %.0f done %.3f",
                step,
                sampler.passes,
                mean,
                words,
                words / elapsed,
                done,
            )
        if elapsed - saved > schedule["checkpoint_minutes"] * 60:
            saved = elapsed
            save(
                checkpoint,
                {
                    "engine": master.state(),
                    "optimizer": master.optimizer.state_dict(),
                    "elapsed": elapsed,
                    "step": step,
                    "words": words,
                    "random": random.getstate(),
                    "torch_random": torch.get_rng_state(),
                },
            )
    save(
        options.out / "engine.pt",
        {"engine": master.state(), "counts": counts, "step": step, "words": words, "minutes": elapsed / 60},
    )
    logger.info("done: %d steps, %d words, %.1f minutes", step, words, elapsed / 60)


if __name__ == "__main__":
    main()
