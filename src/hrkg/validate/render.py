"""Show a report of findings: text for people, JSON for programs."""

import json
from itertools import groupby

from hrkg.validate.findings import Finding, Report, Severity

_SHOWN = 5
"""Nodes shown for each shape, unless all are asked for: a wrong build breaks one shape a thousand times."""
_WORDS = 80
"""Characters of an article's words shown on a line."""


def text(report: Report, *, limit: int | None = _SHOWN) -> str:
    """A paragraph for each shape that is broken, the worst and most frequent first, and a line that sums up.

    Args:
        report: What was found.
        limit: How many nodes to show for each shape; None shows all.
    """
    groups = [list(group) for _, group in groupby(report.findings, key=lambda f: (f.severity, f.shape))]
    groups.sort(key=lambda g: (-g[0].severity, -len(g), g[0].shape))
    return "\n".join([*(_paragraph(group, limit) for group in groups), summary(report)]) + "\n"


def summary(report: Report) -> str:
    """One line: how many findings of each severity."""
    if not report.findings:
        return "The graph conforms: nothing found."
    counts = [f"{n} {_name(s, n)}" for s, n in report.counts.items() if n]
    verdict = "conforms" if report.conforms_at(Severity.VIOLATION) else "does not conform"
    return f"The graph {verdict}: {', '.join(counts)}."


def as_json(report: Report) -> str:
    """All findings as a JSON object with `conforms`, `counts` and `findings`, the same bytes for the same report."""
    found = {
        "conforms": report.conforms_at(Severity.VIOLATION),
        "counts": {severity.name.lower(): n for severity, n in report.counts.items()},
        "findings": [_record(finding) for finding in report.findings],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _record(finding: Finding) -> dict[str, str | None]:
    return {
        "severity": finding.severity.name.lower(),
        "shape": finding.shape,
        "focus": finding.focus,
        "path": finding.path,
        "value": finding.value,
        "message": finding.message,
        "article": finding.article,
        "words": finding.words,
    }


def _paragraph(group: list[Finding], limit: int | None) -> str:
    first = group[0]
    one = len({finding.message for finding in group}) == 1
    lines = [f"{first.severity.name} {first.shape} ({len(group)})"]
    if one:
        lines.append(f"  {first.message}")
    shown = group if limit is None else group[:limit]
    for finding in shown:
        value = f" {finding.path}" if finding.path else ""
        value += f" = {finding.value}" if finding.value is not None else ""
        lines.append(f"  - <{finding.focus}>{value}" + (f": {_line(finding.words)}" if finding.words else ""))
        if finding.article:
            lines[-1] += f" ({finding.article})"
        if not one:
            lines.append(f"    {finding.message}")
    if len(shown) < len(group):
        lines.append(f"  ... and {len(group) - len(shown)} more")
    return "\n".join(lines) + "\n"


def _line(words: str) -> str:
    flat = " ".join(words.split())
    return f'"{flat if len(flat) <= _WORDS else flat[:_WORDS] + "..."}"'


def _name(severity: Severity, count: int) -> str:
    name = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.VIOLATION: "violation"}[severity]
    return name if count == 1 else name + "s"
