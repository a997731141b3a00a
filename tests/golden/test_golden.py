"""Whole graphs of short articles, byte for byte: a change of any statement shows here.

A folder a case: `article.txt` (or `.html`), maybe `manifest.csv`, `expected.ttl`, and `why.md` for what it is there to
show. `make golden` writes the graphs anew; read the difference before you commit it.
"""

from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from hrkg import pipeline, store, vocab

CASES = sorted(p.parent for p in Path(__file__).parent.glob("*/why.md"))


def test_the_number_of_cases():
    assert len(CASES) == 4


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_graph(case, request):
    built = pipeline.build([str(case / next(p.name for p in sorted(case.glob("article.*"))))])
    assert built.skipped == ()
    data = store.serialize(built.quads(), "ttl", vocab.prefixes())
    expected = case / "expected.ttl"
    if request.config.getoption("--golden-write"):
        expected.write_bytes(data)
    if data != expected.read_bytes():
        same = isomorphic(Graph().parse(data=data), Graph().parse(expected))
        pytest.fail(
            "the same graph in other bytes" if same else f"{case.name}: other statements; see `make golden`"
        )
