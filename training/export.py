"""Write a trained engine as the model folder: engine.onnx (8-bit), labels.json, vocab.txt.

Example: python -m training.export --run RUN_FOLDER --base MINILM_FOLDER --data DATASETS --out FOLDER [--float]
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from hrkg.language.engine.wordpiece import WordPiece

from .corpus import read_parses
from .graph import LIFT, build
from .model import LAYERS, Encoder, Engine, Sizes

SAMPLE = "ud/ud_train.spacy"
SAMPLE_STEP = 10


def export(run: Path, base: Path, data: Path, out: Path, eight_bit: bool, file: str = "engine.onnx") -> Path:
    """Write the model of a finished run, or of its last checkpoint, and return the file."""
    finished = run / "engine.pt"
    state = torch.load(finished if finished.exists() else run / "checkpoint.pt", weights_only=False)
    weights = {name: value.float().numpy() for name, value in state["engine"].items()}
    sizes = Sizes(
        relations=weights["label_bilinear.weight"].shape[0] // weights["label_bilinear.weight"].shape[1],
        **_tag_counts(run),
    )
    out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(run / "labels.json", out / "labels.json")
    shutil.copyfile(base / "vocab.txt", out / "vocab.txt")
    path = out / file
    found = ranges(state["engine"], sizes, base, data) if eight_bit else None
    path.write_bytes(build(weights, sizes, eight_bit, found).SerializeToString())
    return path


def ranges(
    state: dict[str, torch.Tensor], sizes: Sizes, base: Path, data: Path
) -> dict[str, NDArray[np.float32]]:
    """Return the largest absolute input of each product by column, over a sample of the training treebank."""
    wordpiece = WordPiece.from_file(base / "vocab.txt")
    engine = Engine(
        Encoder(len((base / "vocab.txt").read_text(encoding="utf-8").split("\n")) - 1), sizes
    ).eval()
    engine.load_state_dict(state)
    largest: dict[str, torch.Tensor] = {}

    def watch(name: str, lift: float) -> None:
        def keep(_module: nn.Module, inputs: tuple[torch.Tensor, ...], _output: torch.Tensor) -> None:
            most = (inputs[0] + lift).abs().flatten(0, -2).amax(0)
            largest[name] = torch.maximum(largest[name], most) if name in largest else most

        engine.get_submodule(module).register_forward_hook(keep)

    for number in range(LAYERS):
        for part in ("qkv", "out", "up", "down"):
            module = f"encoder.layers.{number}.{part}"
            watch(f"l{number}.{part}", LIFT if part == "down" else 0.0)
    module = "names"
    watch("heads", 0.0)
    for record in read_parses(data / SAMPLE, "treebank")[::SAMPLE_STEP]:
        ids, forms, places = [wordpiece.start], [0], [0]
        for word in record.words[:100]:
            places.append(len(ids))
            more, cases = wordpiece.word(word)
            ids += more
            forms += cases
        ids.append(wordpiece.end)
        forms.append(0)
        with torch.no_grad():
            engine(
                torch.tensor([ids]), torch.tensor([forms]), torch.ones(1, len(ids)), torch.tensor([places])
            )
    return {name: value.numpy() for name, value in largest.items()}


def _tag_counts(run: Path) -> dict[str, int]:
    labels = json.loads((run / "labels.json").read_text(encoding="utf-8"))
    return {name: len(labels[name]) for name in ("upos", "xpos", "feats", "scripts")}


def main() -> None:
    """Export from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument(
        "--data", type=Path, required=True, help="a sample of the training treebank sets the ranges"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="also write float.onnx, to compare with")
    options = parser.parse_args()
    path = export(options.run, options.base, options.data, options.out, eight_bit=True)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    if options.float:
        export(options.run, options.base, options.data, options.out, False, "float.onnx")


if __name__ == "__main__":
    main()
