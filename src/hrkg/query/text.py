"""An explanation as text for reading: each statement, who says it, and the sentence with the words marked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from hrkg import vocab
from hrkg.query.explanation import Article, Evidence, Explanation, Item, Node, Quote, Statement
from hrkg.query.terminal import plain, shorten, wrap

_OPEN, _CLOSE = "\x01", "\x02"
"""Stand around marked words until lines are broken; `plain` lets neither through from an article."""
Style = Callable[[str], str]


def _guillemets(words: str) -> str:
    return f"«{words}»"


def _as_is(text: str) -> str:
    return text


def as_text(
    explanation: Explanation, *, mark: Style = _guillemets, heading: Style = _as_is, width: int | None = None
) -> str:
    """Render an explanation.

    Args:
        explanation: what to show.
        mark: sets off the words that a statement rests on.
        heading: sets off headings and names.
        width: columns to wrap at; None wraps nothing.
    """
    lines: list[str] = []
    count = len(explanation.nodes)
    if count > 1:
        lines += [f"{count} things in the graph are called so; it does not say that they are one.", ""]
    for node in explanation.nodes:
        lines += [*_node(node, heading), "", ""]
    return "\n".join(_laid_out(lines, mark, width)).rstrip() + "\n"


def _laid_out(lines: Iterable[str], mark: Style, width: int | None) -> Iterator[str]:
    """Break lines, keep their indents, and style what is marked."""
    for line in lines:
        indent = line[: len(line) - len(line.lstrip(" "))]
        body = line[len(indent) :]
        inside = False
        for part in wrap(body, max(width - len(indent), 20)) if width else [body]:
            shown, inside = _styled(part, mark, inside)
            yield indent + shown if part else ""


def _styled(part: str, mark: Style, inside: bool) -> tuple[str, bool]:
    """A line with its marked stretches styled, and whether one goes on into the next line."""
    text = (_OPEN if inside else "") + part
    shown = ""
    while _OPEN in text:
        before, _, text = text.partition(_OPEN)
        words, closed, text = text.partition(_CLOSE)
        shown += before + (mark(words) if words else "")
        if not closed:
            return shown, True
    return shown + text, False


def _node(node: Node, heading: Style) -> Iterator[str]:
    yield heading(plain(node.label))
    yield plain(shorten(node.iri))
    what = [*node.types, *(f"kind: {k}" for k in node.kinds)]
    if what:
        yield plain(", ".join(what))
    if node.names:
        yield plain(f"also called {'; '.join(node.names)}")
    for article, mentions in groupby(node.mentions, key=lambda m: m.article):
        times = len(list(mentions))
        yield plain(f"named {f'{times} times' if times > 1 else 'once'} in {_source(article)}")
    for section in node.sections:
        yield ""
        yield heading(section.heading)
        shown = [_spoken(s, node.iri) for s in section.statements]
        yield from _statements(shown, "  ")
        for item in section.items:
            yield from _item(item, heading)


def _item(item: Item, heading: Style) -> Iterator[str]:
    yield (
        "  "
        + heading(plain(item.node.label))
        + (f"  {plain(shorten(item.node.iri))}" if item.node.iri else "")
    )
    yield from _statements([(_words(s), s) for s in item.statements], "    ")


def _spoken(statement: Statement, about: str) -> tuple[str, Statement]:
    """A statement in words: without its subject where that is what is explained."""
    said = _words(statement)
    return (said if statement.subject.iri == about else f"{statement.subject.label} › {said}"), statement


def _words(statement: Statement) -> str:
    """Predicate and value; the text of a claim is its speaker's, which a bare "text" would not say."""
    says = "claims" if statement.predicate.iri == f"{vocab.NAMESPACE}text" else statement.predicate.label
    return f"{says}: {statement.object.label}"


def _statements(told: Sequence[tuple[str, Statement]], indent: str) -> Iterator[str]:
    """What no report backs first, then the reported, gathered by where it is said."""
    for words, statement in told:
        if not statement.evidence:
            lack = "  (no report in the graph says where this stands)" if statement.needs_report else ""
            yield indent + plain(words) + lack
    places: dict[tuple[object, ...], list[tuple[str, Evidence]]] = {}
    for words, statement in told:
        for evidence in statement.evidence:
            places.setdefault(_place(evidence), []).append((words, evidence))
    for _, said in sorted(places.items(), key=lambda item: str(item[0])):
        several = len({evidence.quotes for _, evidence in said}) > 1
        for words, evidence in said:
            quoted = " … ".join(plain(q.words) for q in evidence.quotes)
            yield indent + plain(words) + (f"  “{quoted}”" if several and quoted else "")
        yield f"{indent}    {plain(_who(said[0][1]))}"
        for line in _quoted([quote for _, evidence in said for quote in evidence.quotes]):
            yield f"{indent}    {line}"


def _place(evidence: Evidence) -> tuple[object, ...]:
    """What two pieces of evidence share where they are shown as one."""
    article = evidence.article
    return (
        (article.published if article else None) or "~",
        article.iri if article else "",
        tuple(f"{q.begin if q.sentence_begin is None else q.sentence_begin:09}" for q in evidence.quotes),
        evidence.modality,
        evidence.speakers,
        evidence.confidence or "",
    )


def _who(evidence: Evidence) -> str:
    """Article, and who says it there in which way."""
    speaker = ", quoted by ".join(evidence.speakers)
    match evidence.modality:
        case "asserted":
            manner = f"in the words of {speaker}" if speaker else "in the article's own voice"
        case "attributed":
            manner = f"said by {speaker}" if speaker else "said by somebody whom the graph does not name"
        case "presupposed":
            manner = f"taken for granted by {speaker}" if speaker else "taken for granted, not said"
        case "derived":
            manner = "follows from other reports"
        case "metadata":
            manner = "from the article's metadata"
        case other:
            manner = f"source: {other}" if other else "the report does not say in which way"
    sure = f"; confidence {evidence.confidence}" if evidence.confidence else ""
    return f"— {_source(evidence.article)} ({manner}{sure})"


def _source(article: Article | None) -> str:
    if article is None:
        return "no source named"
    return ", ".join(p for p in (f"“{article.headline}”", article.publisher, article.published) if p)


def _quoted(quotes: Sequence[Quote]) -> Iterator[str]:
    """Each sentence once, in the order of the text, with all the words marked; words alone where there is none."""
    by_sentence: dict[tuple[int, str], set[tuple[int, int]]] = {}
    for quote in quotes:
        if quote.marked and quote.sentence is not None and quote.sentence_begin is not None:
            by_sentence.setdefault((quote.sentence_begin, quote.sentence), set()).add(quote.marked)
        else:
            by_sentence.setdefault((quote.begin, quote.words), set()).add((0, len(quote.words)))
    for (_, text), stretches in sorted(by_sentence.items()):
        yield _marked(text, stretches)


def _marked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """`text` with sentinels around the stretches; those that touch or overlap become one."""
    joined: list[list[int]] = []
    for begin, end in sorted(stretches):
        if joined and begin <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([begin, end])
    shown, at = "", 0
    for begin, end in joined:
        shown += plain(text[at:begin]) + _OPEN + plain(text[begin:end]) + _CLOSE
        at = end
    return shown + plain(text[at:])
