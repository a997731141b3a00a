"""Arguments of verbs and nouns in a dependency tree, and the mentions that stand there."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from hrkg.extract.clauses import Resolution, closed
from hrkg.extract.reading import Placed
from hrkg.model import Document, TextSentence

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_OBLIQUE = frozenset({"obl", "obl:agent", "obl:unmarked", "nmod", "advcl", "xcomp", "ccomp", "advmod"})
_INNER = 2
"""Nominals between an act and its place."""
_DEEP = 6
"""Steps up or along a tree before a search is given up."""


def parsed(doc: Doc) -> bool:
    """Whether a document has dependencies."""
    return bool(doc.has_annotation("DEP"))


def lemmas(token: Token) -> tuple[str, ...]:
    """The lemma as predicted, and with endings that a predicted one may lack ("releas", "tri")."""
    lemma = token.lemma_.lower()
    ended = f"{lemma[:-1]}y" if lemma.endswith("i") else f"{lemma}e"
    return (lemma, ended, token.lower_)


class Tree:
    """One sentence's tree with the mentions on its tokens."""

    def __init__(
        self, document: Document, sentence: TextSentence, placed: Sequence[Placed], resolution: Resolution
    ) -> None:
        self.document = document
        self.doc = document.doc
        self.sentence = sentence
        self.resolution = resolution
        self._at = {i: p for p in reversed(placed) for i in range(p.start, p.end)}

    def tokens(self) -> Iterator[Token]:
        """The sentence's tokens."""
        yield from self.doc[self.sentence.start : self.sentence.end]

    def inside(self, token: Token) -> bool:
        """Whether a token belongs to the sentence."""
        return self.sentence.start <= token.i < self.sentence.end

    def at(self, token: Token) -> Placed | None:
        """The mention that holds a token, whatever it stands for."""
        return self._at.get(token.i)

    def children(self, token: Token, *relations: str) -> list[Token]:
        """Dependents with one of some relations, from left to right."""
        return [c for c in token.children if c.dep_ in relations and self.inside(c)]

    def parent(self, token: Token) -> Token | None:
        """The head; None of a root, or of a token whose head stands in another sentence."""
        head = token.head
        return head if head.i != token.i and self.inside(head) else None

    def case(self, token: Token) -> str:
        """The prepositions before a nominal, joined: "of", "out of"."""
        return " ".join(c.lower_ for c in self.children(token, "case") if c.i < token.i)

    def passive(self, verb: Token) -> bool:
        """Whether a participle has its object as subject: passives and reduced relatives."""
        if self.children(verb, "aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"):
            return True
        parent = self.parent(verb)
        shared = verb.dep_ == "conj" and not self.children(verb, *_SUBJECTS, "obj", "ccomp", "xcomp")
        if verb.tag_ == "VBD" and shared and parent is not None and self.children(parent, "aux:pass"):
            return True  # "was detained but sent home"
        if verb.tag_ != "VBN" or self.children(verb, "aux"):
            return False
        if verb.dep_ == "conj" and not self.children(verb, *_SUBJECTS, "obj"):
            return parent is not None and parent.tag_ == "VBN" and self.passive(parent)
        return not self.children(verb, "obj") or verb.dep_ in ("acl", "amod")

    def subject(self, verb: Token, depth: int = 0) -> Token | None:
        """The token at the head of a verb's subject, its own or one that it shares with the verb that governs it."""
        own = self.children(verb, *_SUBJECTS)
        if own:
            return self._antecedent(verb, own[0])
        parent = self.parent(verb)
        if parent is None or depth > _DEEP:
            return None
        if verb.dep_ == "conj":
            if parent.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
                same = self.passive(parent) == self.passive(verb) or verb.tag_ in ("VBD", "VBZ", "VBP")
                return self.subject(parent, depth + 1) if same or self.children(verb, "aux") else None
            return None
        bare = verb.dep_ == "ccomp" and verb.tag_ == "VBN" and not self.children(verb, "mark")
        if verb.dep_ == "xcomp" or bare:  # "ordered him held"
            objects = self.children(parent, "obj", "iobj")
            return objects[0] if objects and objects[0].i < verb.i else self._undergoer(parent, depth)
        if (verb.dep_ == "advcl" and not self.children(verb, "mark")) or self._infinitive(verb):
            obliques = [o for o in self.children(parent, "obj", "obl", "iobj") if o.i < verb.i]
            controlled = verb.dep_ == "advcl" and self._infinitive(verb) and bool(obliques)
            return obliques[-1] if controlled else self.subject(parent, depth + 1)
        if verb.dep_ in ("advcl",) and verb.tag_ == "VBG":
            return self.subject(parent, depth + 1)
        if verb.dep_ in ("acl", "acl:relcl"):
            return parent
        return None

    def _undergoer(self, verb: Token, depth: int) -> Token | None:
        return self.subject(verb, depth + 1)

    def _infinitive(self, verb: Token) -> bool:
        return any(c.lower_ == "to" for c in self.children(verb, "mark"))

    def _antecedent(self, verb: Token, subject: Token) -> Token:
        """What a relative pronoun stands for."""
        if "Rel" in subject.morph.get("PronType", []) or subject.lower_ in ("who", "which", "that", "whom"):
            at: Token | None = verb
            for _ in range(_DEEP):
                if at is None:
                    break
                if at.dep_ in ("acl:relcl", "acl"):
                    return self.parent(at) or subject
                at = self.parent(at) if at.dep_ == "conj" else None
        return subject

    def object(self, verb: Token) -> Token | None:
        """The token at the head of whom or what a verb's act befalls."""
        if self.passive(verb):
            if verb.dep_ in ("acl", "amod") and not self.children(verb, *_SUBJECTS):
                return self.parent(verb)
            return self.subject(verb)
        own = self.children(verb, "obj")
        if own:
            return self._antecedent(verb, own[0])
        if verb.dep_ == "acl:relcl" and not self.children(verb, "nsubj:pass"):
            subject = self.children(verb, "nsubj")
            relative = subject and subject[0].lower_ not in ("who", "which", "that")
            return self.parent(verb) if relative else None  # "the lawyer police arrested"
        if verb.dep_ == "conj" and (parent := self.parent(verb)) is not None:
            later = [o for o in self.children(parent, "obj") if o.i > verb.i]
            return later[0] if later else None  # "beat and arrested him"
        for second in self.children(verb, "conj"):
            if not self.children(second, *_SUBJECTS) and (shared := self.children(second, "obj")):
                return shared[0]
        return None

    def agent(self, verb: Token) -> Token | None:
        """The token at the head of who acts."""
        if not self.passive(verb):
            return self.subject(verb)
        by = [o for o in self.children(verb, "obl:agent", "obl") if self.case(o) == "by"]
        return by[0] if by else None

    def obliques(self, token: Token) -> Iterator[tuple[str, Token]]:
        """Prepositions and the nominals that they tie to a verb or noun."""
        for c in token.children:
            if c.dep_ in _OBLIQUE and self.inside(c):
                yield self.case(c), c

    def kind(self, member: Placed) -> str:
        """What a mention, or the thing that it stands for, is."""
        return self.resolution.kind(member.mention.span) or member.mention.kind

    def past(self, verb: Token) -> bool:
        """Whether a verb group is in the past or the perfect."""
        group = [verb, *self.children(verb, "aux", "aux:pass", "cop")]
        modal = any(t.tag_ == "MD" for t in group)
        return not modal and any(
            t.tag_ in ("VBD", "VBN") or t.lower_ in ("has", "have", "had") for t in group
        )

    def past_or_present(self, verb: Token) -> bool:
        """Whether a verb group has no modal and no "to"."""
        helpers = self.children(verb, "aux", "aux:pass", "cop", "mark")
        return not any(t.tag_ in ("MD", "TO") or t.lower_ == "to" for t in [verb, *helpers])

    def members(self, token: Token | None, depth: int = 0) -> list[Placed]:
        """The mentions that a nominal names: its own, of what it is a part or an apposition, and coordinated ones."""
        if token is None or depth > _DEEP:
            return []
        found = self._named(token)
        for c in self.children(token, "conj"):
            excluded = any(n.lower_ == "not" for n in self.children(c, "advmod", "cc"))
            if c.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and not excluded:
                found += self.members(c, depth + 1)
        return list(dict.fromkeys(found))

    def _named(self, token: Token) -> list[Placed]:
        own = self._at.get(token.i)
        names = [
            p
            for c in self.children(token, "appos", "flat", "nmod:desc", "compound")
            for p in (self.members(c, _DEEP - 1) if c.dep_ == "appos" else [self._at.get(c.i)])
            if p is not None and p.mention.form == "name" and p.mention.kind == "person"
        ]
        if own is None or own.mention.form == "nominal":
            people = own is None or own.mention.kind in ("person", "group")
            if names and people:
                return names  # "the lawyer, Ana Soler", "two editors, Ana Soler and Bo Lind"
        if own is not None and self.resolution.fillers(own.mention):
            return [own]
        return [own] if own is not None and self.resolution.fillers(own.mention) else []

    def place(self, token: Token) -> Placed | None:
        """The nearest place that a preposition ties to a verb or noun: "from a restaurant in Lomasi"."""
        waiting = [(token, 0)]
        while waiting:
            at, depth = waiting.pop(0)
            for c in self.children(at, "obl", "nmod", "obl:unmarked", "appos"):
                found = self._at.get(c.i)
                located = bool(set(self.case(c).split()) & closed("locative"))
                if found is not None and found.mention.kind == "place" and located:
                    return found
                if depth < _INNER and (found is None or found.mention.kind == "place"):
                    waiting.append((c, depth + 1))
        return None
