"""Write the trained engine as an ONNX graph, in floating point or with 8-bit weights.

8-bit products quantise the activations row by row (one range per subword), so that neither the other sentences of a
batch nor its padding change what a word gets; one range for a whole tensor did.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from hrkg.language.engine.labels import NAME_TAGS

from .model import HEADS, LAYERS, Sizes

Weights = Mapping[str, NDArray[np.float32]]
LIFT = 0.17  # GELU is never lower than -LIFT
MICROSOFT = "com.microsoft"


class Graph:
    """Collects nodes and weights."""

    def __init__(self, eight_bit: bool, ranges: Mapping[str, NDArray[np.float32]]) -> None:
        self.eight_bit = eight_bit
        self.ranges = ranges
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._constants: dict[str, str] = {}

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """Add a weight."""
        self.weights.append(numpy_helper.from_array(value, name))
        return name

    def numbers(self, *values: int) -> str:
        """Return a small vector of whole numbers as an input."""
        name = "n_" + "_".join(str(v).replace("-", "m") for v in values)
        if name not in self._constants:
            self._constants[name] = self.constant(name, np.array(values, np.int64))
        return name

    def op(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        """Add a node with one output."""
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def ops(self, kind: str, inputs: list[str], outputs: list[str], **attributes: Any) -> list[str]:
        """Add a node with several outputs."""
        self.nodes.append(helper.make_node(kind, inputs, outputs, name=outputs[0], **attributes))
        return outputs

    def product(self, x: str, name: str, weight: NDArray[np.float32], after_gelu: bool = False) -> str:
        """Multiply by a weight matrix of shape [outputs, inputs] in the graph's mode."""
        if not self.eight_bit:
            return self.op(
                "MatMul", [x, self.constant(f"{name}.w", np.ascontiguousarray(weight.T))], f"{name}.p"
            )
        most = self.ranges.get(name)
        level = np.ones(weight.shape[1], np.float32)
        if most is not None:
            level = np.sqrt(np.maximum(most, 1e-3) / np.maximum(np.abs(weight).max(0), 1e-4))
            level = (level / level.mean()).astype(np.float32)
        weight = weight * level
        scale = (np.maximum(np.abs(weight).max(1), 1e-8) / 127.0).astype(np.float32)
        values = np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8)
        self.constant(f"{name}.w", np.ascontiguousarray(values.T))
        self.constant(f"{name}.s", scale)
        if after_gelu:
            x = self.op("Add", [x, self.number("lift", LIFT)], f"{name}.lifted")
        if most is not None:
            x = self.op("Mul", [x, self.constant(f"{name}.level", 1.0 / level)], f"{name}.levelled")
        quantised, rows, point = self._quantise(x, weight.shape[1], after_gelu)
        whole = self.op(
            "MatMulIntegerToFloat",
            [quantised, f"{name}.w", self.number("one", 1.0), f"{name}.s", point],
            f"{name}.i",
            MICROSOFT,
        )
        product = self.op("Mul", [whole, rows], f"{name}.m")
        if not after_gelu:
            return product
        added = LIFT * (scale[:, None] * values / level).astype(np.float64).sum(1)
        return self.op("Sub", [product, self.constant(f"{name}.back", added.astype(np.float32))], f"{name}.p")

    def number(self, name: str, value: float) -> str:
        """Return a single real number as an input."""
        if name not in self._constants:
            self._constants[name] = self.constant(name, np.array(value, np.float32))
        return name

    def _quantise(self, x: str, columns: int, positive: bool) -> tuple[str, str, str]:
        """Quantise each row over its own range: [-max, max] about 128, or [0, max]."""
        size = x if positive else self.op("Abs", [x], f"{x}.abs")
        most = self.op("ReduceMax", [size, self.numbers(-1)], f"{x}.max", keepdims=1)
        held = self.op("Max", [most, self.number("low", 1e-8)], f"{x}.held")
        steps = self.number("all_steps", 255.0) if positive else self.number("half_steps", 127.0)
        rows = self.op("Div", [held, steps], f"{x}.rows")
        width = self.op("Shape", [x], f"{x}.width")
        flat = self.op("Reshape", [x, self.numbers(-1, columns)], f"{x}.flat")
        scale = self.op("Reshape", [rows, self.numbers(-1)], f"{x}.scale")
        point, value = ("point0", 0) if positive else ("point128", 128)
        if point not in self._constants:
            self._constants[point] = self.constant(point, np.array(value, np.uint8))
        points = self.op("Expand", [point, self.op("Shape", [scale], f"{x}.count")], f"{x}.points")
        whole = self.op("QuantizeLinear", [flat, scale, points], f"{x}.whole", axis=0)
        return self.op("Reshape", [whole, width], f"{x}.q"), rows, point

    def embedding(self, ids: str, name: str, table: NDArray[np.float32]) -> str:
        """Look up rows of a table; with 8-bit weights each row has its own scale."""
        if not self.eight_bit:
            return self.op("Gather", [self.constant(f"{name}.w", table), ids], f"{name}.e")
        scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127.0
        values = np.clip(np.rint(table / scale), -127, 127).astype(np.int8)
        rows = self.op("Gather", [self.constant(f"{name}.w", values), ids], f"{name}.r")
        scales = self.op("Gather", [self.constant(f"{name}.s", scale.astype(np.float32)), ids], f"{name}.g")
        return self.op(
            "Mul", [self.op("Cast", [rows], f"{name}.f", to=TensorProto.FLOAT), scales], f"{name}.e"
        )


def build(
    weights: Weights,
    sizes: Sizes,
    eight_bit: bool,
    ranges: Mapping[str, NDArray[np.float32]] | None = None,
) -> onnx.ModelProto:
    """Return the model.

    Args:
        weights: the engine's parameters by name.
        sizes: the widths of the heads.
        eight_bit: whether products and the embedding use 8-bit weights.
        ranges: the largest absolute input of each product by column; columns with large inputs are then scaled down
            and their weights up, so that one column does not take the whole range.
    """
    g = Graph(eight_bit, ranges or {})
    e = "encoder."
    words = g.embedding("pieces", "words", weights[e + "words.weight"])
    shapes = g.op("Gather", [g.constant("shapes.w", weights[e + "shapes.weight"]), "shapes"], "shapes.e")
    length = g.op("Shape", ["pieces"], "length", start=1, end=2)
    positions = g.op(
        "Slice",
        [g.constant("positions.w", weights[e + "positions.weight"]), g.numbers(0), length, g.numbers(0)],
        "positions.e",
    )
    x = g.op("Add", [g.op("Add", [words, shapes], "sum1"), positions], "sum2")
    x = g.op(
        "LayerNormalization",
        [x, g.constant("norm.w", weights[e + "norm.weight"]), g.constant("norm.b", weights[e + "norm.bias"])],
        "x0",
        axis=-1,
        epsilon=1e-12,
    )
    mask = g.op("Cast", ["mask"], "mask.i", to=TensorProto.INT32)
    for number in range(LAYERS):
        x = _layer(g, weights, f"{e}layers.{number}.", f"l{number}", x, mask)
    places = g.op("Unsqueeze", ["first", g.numbers(-1)], "places")
    x = g.op("GatherND", [x, places], "w", batch_dims=1)
    _heads(g, weights, sizes, x)
    return _model(g, sizes)


def _layer(g: Graph, weights: Weights, old: str, name: str, x: str, mask: str) -> str:
    def bias(part: str) -> str:
        return g.constant(f"{name}.{part}.bias", weights[f"{old}{part}.bias"])

    qkv = g.product(x, f"{name}.qkv", weights[f"{old}qkv.weight"])
    q, k, v = g.ops("Split", [qkv, g.numbers(384, 384, 384)], [f"{name}.{c}" for c in "qkv"], axis=-1)
    mixed = g.op(
        "MultiHeadAttention", [q, k, v, bias("qkv"), mask], f"{name}.mixed", MICROSOFT, num_heads=HEADS
    )
    out = g.product(mixed, f"{name}.out", weights[f"{old}out.weight"])

    def normed(a: str, b: str, part: str, norm: str) -> str:
        return g.op(
            "SkipLayerNormalization",
            [
                a,
                b,
                g.constant(f"{name}.{norm}.w", weights[f"{old}{norm}.weight"]),
                g.constant(f"{name}.{norm}.b", weights[f"{old}{norm}.bias"]),
                bias(part),
            ],
            f"{name}.{norm}",
            MICROSOFT,
            epsilon=1e-12,
        )

    x = normed(out, x, "out", "norm1")
    up = g.product(x, f"{name}.up", weights[f"{old}up.weight"])
    inner = g.op("BiasGelu", [up, bias("up")], f"{name}.inner", MICROSOFT)
    down = g.product(inner, f"{name}.down", weights[f"{old}down.weight"], after_gelu=True)
    return normed(down, x, "down", "norm2")


def _heads(g: Graph, weights: Weights, sizes: Sizes, x: str) -> None:
    parts = ["names", "tags", "arc_head", "arc_dependent", "label_head", "label_dependent"]
    widths = [weights[f"{p}.bias"].shape[0] for p in parts]
    stacked = np.concatenate([weights[f"{p}.weight"] for p in parts])
    scores = g.op(
        "Add",
        [
            g.product(x, "heads", stacked),
            g.constant("heads.bias", np.concatenate([weights[f"{p}.bias"] for p in parts])),
        ],
        "heads.sum",
    )
    names, tags, arc_head, arc_dep, label_head, label_dep = g.ops(
        "Split", [scores, g.numbers(*widths)], [f"h.{p}" for p in parts], axis=-1
    )
    last, start = g.numbers(2**31), g.numbers(1)

    def drop_root(y: str) -> str:
        return g.op("Slice", [y, start, last, start], f"{y}.words")

    def gelu(y: str) -> str:
        if "nought" not in g._constants:
            g._constants["nought"] = g.constant("nought", np.zeros(sizes.arc, np.float32))
            g.constant("nought2", np.zeros(sizes.label, np.float32))
        return g.op("BiasGelu", [y, "nought" if "arc" in y else "nought2"], f"{y}.gelu", MICROSOFT)

    g.op("Identity", [drop_root(names)], "names")
    groups = [sizes.upos, sizes.xpos, sizes.feats, sizes.scripts, 2]
    kinds = ["upos", "xpos", "feats", "scripts", "starts"]
    outs = g.ops("Split", [drop_root(tags), g.numbers(*groups)], [f"t.{k}" for k in kinds], axis=-1)
    for kind, out in zip(kinds[:4], outs[:4], strict=True):
        g.op("ArgMax", [out], kind, axis=-1, keepdims=0)
    g.op("Softmax", [outs[4]], "starts", axis=-1)
    # The constant 1 that the bilinear products append is written as a bias: [d, 1] U = d U[:-1] + U[-1].
    arcs = weights["arc_bilinear.weight"]
    dependent = g.op(
        "MatMul",
        [gelu(drop_root(arc_dep)), g.constant("arc.w", np.ascontiguousarray(arcs[:, :-1].T))],
        "arc.d",
    )
    dependent = g.op("Add", [dependent, g.constant("arc.b", np.ascontiguousarray(arcs[:, -1]))], "arc.db")
    g.op("MatMul", [dependent, g.op("Transpose", [gelu(arc_head)], "arc.h", perm=[0, 2, 1])], "arcs")
    labels = weights["label_bilinear.weight"]
    query = g.op(
        "MatMul",
        [gelu(drop_root(label_dep)), g.constant("label.w", np.ascontiguousarray(labels[:, :-1].T))],
        "label.q",
    )
    g.op("Add", [query, g.constant("label.b", np.ascontiguousarray(labels[:, -1]))], "query")
    g.op("Identity", [gelu(label_head)], "key")


def _model(g: Graph, sizes: Sizes) -> onnx.ModelProto:
    def value(name: str, kind: int, *shape: str | int) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, kind, list(shape))

    integer, real = TensorProto.INT64, TensorProto.FLOAT
    inputs = [value(n, integer, "batch", "pieces") for n in ("pieces", "shapes", "mask")]
    inputs.append(value("first", integer, "batch", "places"))
    outputs = [value("names", real, "batch", "words", len(NAME_TAGS))]
    outputs += [value(n, integer, "batch", "words") for n in ("upos", "xpos", "feats", "scripts")]
    outputs += [
        value("starts", real, "batch", "words", 2),
        value("arcs", real, "batch", "words", "places"),
        value("query", real, "batch", "words", sizes.relations * (sizes.label + 1)),
        value("key", real, "batch", "places", sizes.label),
    ]
    graph = helper.make_graph(g.nodes, "language", inputs, outputs, g.weights)
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)], ir_version=9
    )
    onnx.checker.check_model(model, full_check=False)
    return model
