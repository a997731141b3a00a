"""What a check of a graph finds: findings, and the report that holds them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How bad a finding is, as SHACL grades it; more is worse."""

    INFO = 1
    WARNING = 2
    VIOLATION = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a shape finds amiss."""

    severity: Severity
    shape: str
    """IRI of the shape."""
    focus: str
    """IRI of the node that is amiss."""
    path: str | None
    """Property or SPARQL path that is amiss, with the prefixes of the ontology, where one is."""
    value: str | None
    """IRI or text of the value that is amiss, where one is."""
    message: str
    """What is wrong and what to do."""
    article: str | None = None
    """File of the article that the node rests on, where the graph tells."""
    words: str | None = None
    """Words of that article that the node rests on, where the graph tells."""

    @property
    def order(self) -> tuple[int, str, str, str, str, str]:
        """Worst first, then by IRIs, so that the same graph gives the same report."""
        return (-self.severity, self.shape, self.focus, self.path or "", self.value or "", self.message)


@dataclass(frozen=True, slots=True)
class Report:
    """All findings on one graph, in their order."""

    findings: tuple[Finding, ...]

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity."""
        found = Counter(f.severity for f in self.findings)
        return {severity: found[severity] for severity in sorted(Severity, reverse=True)}

    def conforms_at(self, severity: Severity) -> bool:
        """Whether nothing so bad as `severity`, or worse, was found."""
        return all(finding.severity < severity for finding in self.findings)
