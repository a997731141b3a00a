"""Which things mentions stand for, as references within the article tie them."""

from collections.abc import Iterable

from hrkg.model import Document, Membership, Mention, Reference, Span


class Resolution:
    """Which mentions can fill a role: named ones, unnamed groups and bodies, and what references tie to those."""

    def __init__(self, document: Document) -> None:
        self._mentions = {m.span: m for m in document.of(Mention)}
        self._ties: dict[Span, list[Span]] = {}
        for reference in document.of(Reference):
            self._ties.setdefault(reference.mention, []).append(reference.antecedent)
        for membership in document.of(Membership):
            self._ties.setdefault(membership.group, []).append(membership.member)

    def targets(self, at: Span) -> tuple[Span, ...]:
        """The spans of the named mentions, groups or bodies that the mention at `at` stands for; none if unknown."""
        return tuple(dict.fromkeys(self._follow(at, frozenset())))

    def _follow(self, at: Span, seen: frozenset[Span]) -> Iterable[Span]:
        if at in seen:
            return
        tied = self._ties.get(at)
        if tied:
            for antecedent in tied:
                yield from self._follow(antecedent, seen | {at})
            return
        mention = self._mentions.get(at)
        if mention is None or mention.form == "pronoun":
            return
        if mention.form == "name" or mention.kind in ("group", "organization"):
            yield at

    def root(self, at: Span) -> Span:
        """One span for all named mentions of the same name and kind as the mention at `at`: the first of them."""
        mention = self._mentions[at]
        return min(
            m.span for m in self._mentions.values() if (m.kind, m.name) == (mention.kind, mention.name)
        )

    def fillers(self, mention: Mention) -> tuple[Span, ...]:
        """Spans to write as fillers: the mention itself, or all it stands for where those are several."""
        found = self.targets(mention.span)
        return found if len(found) > 1 else (mention.span,) if found else ()

    def kind(self, at: Span) -> str | None:
        """The kind of the thing that the mention at `at` stands for."""
        for target in self.targets(at):
            return self._mentions[target].kind
        return None
