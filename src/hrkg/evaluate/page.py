"""Scores and errors as one HTML page that needs nothing else: no script, no font, no network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from hrkg.evaluate.faults import Fault
from hrkg.evaluate.scoring import Summary, Tally

_STYLE = """
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; margin: 1rem 0 2rem }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem }
th, td { padding: .2rem .8rem; border-bottom: 1px solid #8884; text-align: right }
th:first-child, td:first-child { text-align: left }
tr.detail td:first-child { padding-left: 2rem }
article { border-left: 4px solid #8886; padding: .2rem 1rem; margin: 1.2rem 0 }
article.trap, article.wrong { border-color: #c33 }
article h3 { font-size: 1rem; margin: 0 }
article p { margin: .3rem 0 }
blockquote { margin: .4rem 0 }
mark { padding: 0 .15em; border-radius: .2em }
.scroll { overflow-x: auto }
"""


def as_html(
    summary: Summary, parts: Mapping[str, Summary], faults: Sequence[Fault], view: str | None = None
) -> str:
    """A page with the scores of all articles, of parts of them, and the errors in their sentences.

    Args:
        summary: of all articles.
        parts: of those of each genre or country; may be empty.
        faults: the errors to show.
        view: show this view alone.
    """
    title = f"Evaluation of {summary.articles} articles" + (f": {view}" if view else "")
    body = [f"<h1>{escape(title)}</h1>"]
    if view is None:
        body += [_overview(summary), _groups(summary)]
    body.append(_views(summary, view))
    if parts:
        body.append(_parts(parts, view))
    if faults:
        body += ["<h2>Errors, the worst first</h2>", *map(_fault, faults)]
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def _overview(summary: Summary) -> str:
    (right, annotated), (sprung, traps), (exact, spans) = summary.metadata, summary.traps, summary.exact
    return (
        f"<p>Mean F1 of the eleven groups <strong>{summary.mean_f1:.3f}</strong>; metadata right {right} of "
        f"{annotated}; traps sprung {sprung} of {traps}; evidence spans exact {exact} of {spans}; statements "
        f"without a report {summary.unreported}.</p>"
    )


def _groups(summary: Summary) -> str:
    rows = [(name, [f"{tally.f1:.3f}"]) for name, tally in summary.groups.items()]
    return _table("Groups", ["group", "F1"], rows)


def _views(summary: Summary, view: str | None) -> str:
    rows = []
    for name, tally in summary.views.items():
        if view in (None, name):
            rows.append((name, _figures(tally)))
            rows += [(n, _figures(t)) for n, t in summary.details.items() if n.partition(".")[0] == name]
    return _table("Views and their details", ["view", *_HEADS], rows)


_HEADS = ("precision", "recall", "F1", "right", "wrong", "missed")


def _figures(tally: Tally) -> list[str]:
    shares = [f"{share:.2f}" for share in (tally.precision, tally.recall, tally.f1)]
    return [*shares, str(tally.right), str(tally.wrong), str(tally.missed)]


def _parts(parts: Mapping[str, Summary], view: str | None) -> str:
    if view is not None:
        rows = [(name, [str(p.articles), *_figures(p.views[view])]) for name, p in parts.items()]
        return _table("By part", ["part", "articles", *_HEADS], rows)
    groups = list(next(iter(parts.values())).groups)
    rows = [
        (
            name,
            [
                str(p.articles),
                f"{p.mean_f1:.3f}",
                str(p.traps[0]),
                *(f"{p.groups[g].f1:.2f}" for g in groups),
            ],
        )
        for name, p in parts.items()
    ]
    return _table("By part", ["part", "articles", "mean F1", "traps", *groups], rows)


def _table(caption: str, heads: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]]) -> str:
    lines = ["".join(f'<th scope="col">{escape(head)}</th>' for head in heads)]
    told = [
        f"<tr{' class=' + chr(34) + 'detail' + chr(34) if '.' in name else ''}><td>{escape(name)}</td>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        + "</tr>"
        for name, cells in rows
    ]
    return (
        f'<div class="scroll"><table><caption>{escape(caption)}</caption>\n<thead><tr>{lines[0]}</tr></thead>\n'
        "<tbody>\n" + "\n".join(told) + "\n</tbody></table></div>"
    )


def _fault(fault: Fault) -> str:
    kind = fault.kind.split()[0]
    why = f"<p>{escape(fault.why)}</p>" if fault.why else ""
    quote = f"<blockquote>{_sentence(fault)}</blockquote>" if fault.sentence else ""
    return (
        f'<article class="{escape(kind)}"><h3>{escape(fault.article)}, {escape(fault.view)}: {escape(fault.kind)}</h3>'
        f"<p>{escape(fault.what)}</p>{why}{quote}</article>"
    )


def _sentence(fault: Fault) -> str:
    shown, at = "", 0
    for begin, end in fault.marked:
        shown += escape(fault.sentence[at:begin]) + f"<mark>{escape(fault.sentence[begin:end])}</mark>"
        at = end
    return shown + escape(fault.sentence[at:])
