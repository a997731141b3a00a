"""Run SPARQL 1.1 queries over a graph, and never over the network."""

import re

import pyoxigraph as ox

from hrkg import vocab
from hrkg.errors import SetupError
from hrkg.query.tables import Cell, Table

_WHERE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_LONGEST_COMPLAINT = 160
"""Characters of the parser's list of what it expected; the whole one runs over many lines."""
_INERT = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'  # strings
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<[^<>\"{}|^`\\\s]*>"  # IRIs
    r"|#[^\n\r]*",  # comments
    re.DOTALL,
)
"""What cannot hold a keyword."""
_NAMES = re.compile(r"[?$:]\w+")
"""Variables and local names."""
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_DECLARED = re.compile(r"\bPREFIX\s+([^\s:]*):", re.IGNORECASE)
_PREFIX = re.compile(r"(?<![\w:.?$-])([A-Za-z][\w.-]*|(?=:)):")
_UPDATE = re.compile(r"\b(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD)\b", re.IGNORECASE)


def run(store: ox.Store, query: str, name: str = "the query") -> Table:
    """Answer a SPARQL query.

    The prefixes of `ontology/prefixes.ttl` need no declaration. Rows are sorted unless the query itself orders them.
    ASK gives one row with `true` or `false`; CONSTRUCT and DESCRIBE give a row for each triple.

    Args:
        store: the graph; where it holds named graphs, their union is added to its default graph, since a triple
            that several articles tell would otherwise count several times.
        query: SPARQL 1.1 Query.
        name: what to call the query in messages, such as its file.

    Raises:
        SetupError: malformed (with line and column), an update, or a query that would reach over the network.
    """
    words = _words(query)
    if _reaches_out(query):
        raise SetupError(
            f"{name} uses SERVICE, which asks another server: hrkg reads only the graph it is given; take it out "
            "(a prefix or name that holds the word must be renamed)"
        )
    if any(True for _ in store.named_graphs()):
        store.bulk_extend([ox.Quad(*q.triple) for g in list(store.named_graphs()) for q in _in(store, g)])
    try:
        return _table(store.query(query, prefixes=dict(vocab.prefixes())), ordered=_ordered(words))
    except SyntaxError as error:
        if _UPDATE.match(
            re.sub(r"\b(?:PREFIX|BASE)\b\s*[\w.-]*:?\s*", "", words, flags=re.IGNORECASE).lstrip()
        ):
            raise SetupError(
                f"{name} is an update: hrkg query only reads; ask with SELECT or CONSTRUCT"
            ) from error
        raise SetupError(
            f"{name} is not well-formed SPARQL: {_complaint(error, words)}; mend it there"
        ) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise SetupError(f"{name} cannot be answered: {error}; mend the query") from error


def _in(store: ox.Store, graph: ox.NamedNode | ox.BlankNode) -> list[ox.Quad]:
    return list(store.quads_for_pattern(None, None, None, graph))


def _table(result: object, *, ordered: bool) -> Table:
    if isinstance(result, ox.QueryBoolean):
        answer = bool(result)
        return Table(("answer",), ((ox.Literal(answer),),), kind="boolean")
    if isinstance(result, ox.QueryTriples):
        triples = {(t.subject, t.predicate, t.object) for t in result}
        return Table(("subject", "predicate", "object"), tuple(sorted(triples, key=_order)), kind="graph")
    assert isinstance(result, ox.QuerySolutions)
    variables = result.variables
    rows: list[tuple[Cell, ...]] = [tuple(solution[v] for v in variables) for solution in result]
    return Table(
        tuple(v.value for v in variables),
        tuple(rows if ordered else sorted(rows, key=_order)),
        kind="bindings",
    )


def _order(row: tuple[Cell, ...]) -> tuple[tuple[bool, str], ...]:
    """Empty cells last, others by their N-Triples form."""
    return tuple((cell is None, str(cell)) for cell in row)


def _words(query: str) -> str:
    """The query with strings, IRIs and comments blanked out."""
    return _INERT.sub(" ", query)


def _ordered(words: str) -> bool:
    """Whether the query, and not only a subquery of it, has an ORDER BY."""
    while (outer := re.sub(r"\{[^{}]*\}", " ", words)) != words:
        words = outer
    return re.search(r"\bORDER\s+BY\b", words, re.IGNORECASE) is not None


def _reaches_out(query: str) -> bool:
    """Whether the query may hold the keyword SERVICE, the only one of SPARQL Query that pyoxigraph fetches for.

    pyoxigraph has no switch against it. It accepts keywords glued to what stands before (`1SERVICE`), so every
    occurrence counts that is not inert; between `<` and `>` it is inert unless a bracket closes before it, since
    what looks like an IRI may be a comparison. Escaped code points are tried both ways.
    """
    return any("service" in _live(text).lower() for text in (query, _CODEPOINT.sub(_unescape, query)))


def _live(query: str) -> str:
    def blank(found: re.Match[str]) -> str:
        text = found.group()
        return text if text.startswith("<") and re.search(r"\).*service", text, re.IGNORECASE) else " "

    return _NAMES.sub(" ", _INERT.sub(blank, query))


def _unescape(found: re.Match[str]) -> str:
    number = int(found.group(1) or found.group(2), 16)
    return chr(number) if number <= 0x10FFFF else " "


def _complaint(error: SyntaxError, words: str) -> str:
    """Where a query is malformed, and why; the parser does not say that a prefix is missing."""
    found = _WHERE.match(str(error))
    if not found:
        return str(error)
    line, column, rest = found.groups()
    known = {*vocab.prefixes(), *_DECLARED.findall(words)}
    unknown = sorted(set(_PREFIX.findall(words)) - known)
    if unknown:
        rest = f"the prefix {unknown[0]}: is not declared"
    elif "unbound" in rest:
        rest = "it selects a variable that it does not bind or group by"
    rest = " ".join(rest.split())
    if len(rest) > _LONGEST_COMPLAINT:
        rest = rest[:_LONGEST_COMPLAINT].rsplit(",", 1)[0] + ", …"
    return f"line {line}, column {column}: {rest}"
