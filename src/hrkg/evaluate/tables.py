"""Scores as text for a terminal and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from hrkg.evaluate.faults import Fault
from hrkg.evaluate.scoring import Summary, Tally
from hrkg.query.terminal import plain

_NAME = 22
_OPEN, _CLOSE = "«", "»"


def as_text(
    summary: Summary, parts: Mapping[str, Summary], faults: Sequence[Fault], view: str | None = None
) -> str:
    """The scores of all articles, then of parts of them, then the errors.

    Args:
        summary: of all articles.
        parts: of those of each genre or country; may be empty.
        faults: the errors to show.
        view: show this view alone.
    """
    lines = [f"{'view':<{_NAME}}{'P':>6}{'R':>6}{'F1':>6}   right/wrong/missed"]
    lines += [_row(name, tally) for name, tally in summary.views.items() if view in (None, name)]
    lines += [
        _row(f"  {name}", tally)
        for name, tally in summary.details.items()
        if view in (None, name.partition(".")[0])
    ]
    if view is None:
        lines += ["", *_groups(summary)]
    if parts:
        lines += ["", *_parts(parts, view)]
    for fault in faults:
        lines += ["", *_fault(fault)]
    return "\n".join(lines) + "\n"


def _row(name: str, tally: Tally) -> str:
    figures = "".join(f"{share:6.2f}" for share in (tally.precision, tally.recall, tally.f1))
    return f"{name:<{_NAME}}{figures}   {tally.right}/{tally.wrong}/{tally.missed}"


def _groups(summary: Summary) -> Iterable[str]:
    for name, tally in summary.groups.items():
        yield f"{name:<{_NAME + 12}}{tally.f1:6.3f}"
    yield f"{'mean F1 of the eleven groups':<{_NAME + 12}}{summary.mean_f1:6.3f}"
    yield ""
    yield f"articles {summary.articles}, metadata right {_of(summary.metadata)}, traps sprung {_of(summary.traps)}"
    yield f"evidence spans exact {_of(summary.exact)}, statements without a report {summary.unreported}"


def _of(pair: tuple[int, int]) -> str:
    return f"{pair[0]} of {pair[1]}"


def _parts(parts: Mapping[str, Summary], view: str | None) -> Iterable[str]:
    """A line for each part: the F1 of each group, or the figures of one view."""
    width = max(len(name) for name in parts) + 2
    if view is not None:
        yield f"{'':<{width}}articles     P     R    F1   right/wrong/missed"
        for name, part in parts.items():
            yield f"{plain(name):<{width}}{part.articles:8}{_row('', part.views[view])[_NAME:]}"
        return
    groups = list(next(iter(parts.values())).groups)
    yield f"{'':<{width}}articles   mean traps  " + "  ".join(groups)
    for name, part in parts.items():
        figures = "  ".join(f"{part.groups[group].f1:{len(group)}.2f}" for group in groups)
        yield f"{plain(name):<{width}}{part.articles:8}{part.mean_f1:7.3f}{part.traps[0]:6}  {figures}"


def _fault(fault: Fault) -> Iterable[str]:
    yield plain(f"{fault.article} {fault.view} {fault.kind}: {fault.what}")
    if fault.why:
        yield plain(f"    {fault.why}")
    if fault.sentence:
        shown, at = "", 0
        for begin, end in fault.marked:
            shown += plain(fault.sentence[at:begin]) + _OPEN + plain(fault.sentence[begin:end]) + _CLOSE
            at = end
        yield f"    {shown}{plain(fault.sentence[at:])}"


def as_json(
    summary: Summary, parts: Mapping[str, Summary], faults: Sequence[Fault], view: str | None = None
) -> str:
    """The same for programs: keys in a fixed order, shares rounded to four digits."""
    told = _summary(summary, view)
    if parts:
        told["parts"] = {name: _summary(part, view) for name, part in parts.items()}
    told["errors"] = [
        {
            "article": fault.article,
            "view": fault.view,
            "kind": fault.kind,
            "what": fault.what,
            "why": fault.why,
            "sentence": fault.sentence,
            "begin": fault.begin,
            "marked": [list(stretch) for stretch in fault.marked],
        }
        for fault in faults
    ]
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _summary(summary: Summary, view: str | None) -> dict[str, object]:
    told: dict[str, object] = {"articles": summary.articles}
    told["views"] = {n: _tally(t) for n, t in summary.views.items() if view in (None, n)}
    told["details"] = {
        n: _tally(t) for n, t in summary.details.items() if view in (None, n.partition(".")[0])
    }
    if view is None:
        told["groups"] = {name: _tally(tally) for name, tally in summary.groups.items()}
        told["mean_f1"] = round(summary.mean_f1, 4)
        told["metadata"] = dict(zip(("right", "annotated"), summary.metadata, strict=True))
        told["traps"] = dict(zip(("sprung", "set"), summary.traps, strict=True))
        told["evidence"] = dict(zip(("exact", "spans"), summary.exact, strict=True))
        told["unreported"] = summary.unreported
    return told


def _tally(tally: Tally) -> dict[str, object]:
    return {
        "precision": round(tally.precision, 4),
        "recall": round(tally.recall, 4),
        "f1": round(tally.f1, 4),
        "right": tally.right,
        "wrong": tally.wrong,
        "missed": tally.missed,
    }
