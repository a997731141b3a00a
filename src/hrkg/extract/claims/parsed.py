"""Claims read from the dependency tree: verbs and nouns of speech, who their subject is, and what they govern."""

from collections.abc import Iterator

from spacy.tokens import Token

from hrkg.extract.claims import contents
from hrkg.extract.claims.cues import Cue, bases, cues, procedures, speech, voices
from hrkg.extract.claims.making import dateline
from hrkg.extract.claims.speakers import Line
from hrkg.extract.claims.stances import stance
from hrkg.extract.claims.targets import aimed, blamed
from hrkg.extract.reading import Placed, span
from hrkg.extract.syntax import Tree
from hrkg.model import Claim, Mention, Span

_KINDS = frozenset({"person", "organization", "group"})
_OWNED = ("of", "by", "from", "for", "at", "in")


def read(
    tree: Tree, line: Line, quoted: list[tuple[int, int]], voiced: list[Span], states: dict[str, Mention]
) -> Iterator[Claim]:
    """The claims of one sentence; `quoted` are the tokens of whole quotations, `voiced` the cues already used."""
    for token in tree.tokens():
        if any(a <= token.i < b for a, b in quoted):
            continue
        if any(span(tree.doc, token.i, token.i + 1).overlaps(cue) for cue in voiced):
            continue
        for cue in cues(tree, token):
            found = list(_claims(tree, line, cue, quoted, states))
            if found:
                yield from found
                break
        if token.lower_ == "according" or token.lower_ == "by":
            yield from _according(tree, line, token, states)


def refused(tree: Tree, cue: Span) -> bool:
    """Whether the tree denies what the words alone take for speech: what is not told as done, and acts."""
    for token in tree.tokens():
        if token.idx < cue.end and cue.begin < token.idx + len(token.text) and speech(token):
            found = list(cues(tree, token))
            idle = [c for c in found if c.reads == "act" and (_procedural(tree, c) or _pleads(tree, c))]
            return not found or bool(idle)
    return False


def _claims(
    tree: Tree, line: Line, cue: Cue, quoted: list[tuple[int, int]], states: dict[str, Mention]
) -> Iterator[Claim]:
    at = _content(tree, cue)
    if at is not None and at[0] <= line.start + 1:
        at = contents.trimmed(tree, dateline(line, at[1]), at[1])
    if at is None or (cue.reads == "clause" and tree.doc[at[0]].lower_ == "to"):
        return
    for a, b in quoted:
        if a < at[1] and at[0] < b:
            cut = contents.trimmed(tree, at[0], a) if at[0] < a else None
            if cut is None:
                return
            at = cut
    inside = at[0] < cue.start < at[1]
    speakers = [
        p for p in who(tree, line, cue) if inside or not at[0] <= p.start < at[1] or at[0] == cue.start
    ]
    for speaker in speakers:
        if cue.reads in ("act", "of", "as", "noun") and speaker.mention.code == "court":
            continue
        if cue.end > cue.start + 1 and tree.doc[cue.end - 1].lower_ == "for" and _asks(tree, cue, speaker):
            continue
        for part in contents.parts(tree, at):
            yield _made(tree, line, cue, speaker, part, states)


def _made(
    tree: Tree, line: Line, cue: Cue, speaker: Placed, at: tuple[int, int], states: dict[str, Mention]
) -> Claim:
    taken = stance(line, cue.stance, *at, speaker.mention)
    whom = aimed(tree, line, cue, states)
    if whom is None and cue.reads == "clause":
        whom = blamed(tree, line, at, taken, states)
    said = span(tree.doc, cue.start, cue.end)
    return Claim(
        speaker.mention.span, said, span(tree.doc, *at), taken, whom if whom != speaker.mention.span else None
    )


def _content(tree: Tree, cue: Cue) -> tuple[int, int] | None:
    verb = cue.token
    if cue.reads == "clause":
        if tree.passive(verb) and not tree.children(verb, "obl:agent"):
            return None
        return contents.clause(tree, cue)
    if cue.reads == "opinion":
        return contents.clause(tree, cue) or contents.act(tree, cue)
    if cue.reads == "ask":
        asked = tree.children(verb, "obj", "iobj") or tree.passive(verb)
        to = any(t.lower_ == "to" and t.dep_ == "mark" for t in verb.subtree if t.i > verb.i)
        return contents.act(tree, cue) if asked and to else None
    if cue.reads in ("of", "as"):
        tied = [
            c for c in verb.subtree if c.lower_ == cue.reads and c.i > verb.i and c.dep_ in ("case", "mark")
        ]
        return contents.act(tree, cue) if tied else None
    if cue.reads == "call":
        named = tree.children(verb, "xcomp")
        named += [a for o in tree.children(verb, "obj") for a in tree.children(o, "appos")]
        objects = [o for o in tree.children(verb, "obj") if not o.lower_.endswith(("self", "selves"))]
        return contents.act(tree, cue) if objects and named else None
    if cue.reads == "count":
        counted = tree.children(verb, "obj", "ccomp") + [t for case, t in tree.obliques(verb) if case == "at"]
        numbers = [t for c in counted for t in c.subtree if t.pos_ == "NUM"]
        return contents.act(tree, cue) if numbers else None
    if cue.reads == "act":
        idle = _procedural(tree, cue) or _shared(tree, verb) or _pleads(tree, cue)
        return None if idle else contents.act(tree, cue)
    return contents.act(tree, cue) if cue.reads in ("noun", "state") else None


def _asks(tree: Tree, cue: Cue, speaker: Placed) -> bool:
    """A person who asks for something may want a glass of water; a body that does so demands it."""
    return tree.kind(speaker) == "person" and any(base == "ask" for base in bases(cue.token))


def _shared(tree: Tree, verb: Token) -> bool:
    """A participle that shares the passive before it: "were recruited and promised money"."""
    parent = tree.parent(verb)
    bare = verb.dep_ == "conj" and not tree.children(verb, "nsubj", "aux")
    return bare and parent is not None and tree.passive(parent) and verb.tag_ in ("VBN", "VBD")


def _procedural(tree: Tree, cue: Cue) -> bool:
    """Denied bail, rejected an appeal, denied him insulin: acts, not words."""
    verb = cue.token
    if cue.stance not in ("deny", "reject", "urge"):
        return False
    objects = [t for case, t in tree.obliques(verb) if case == "for"] if cue.stance == "urge" else []
    objects += tree.children(verb, "obj") + (tree.children(verb, "nsubj:pass") if tree.passive(verb) else [])
    if cue.stance == "deny" and (
        tree.children(verb, "iobj")
        or any(o.pos_ == "PRON" and o.lower_ not in ("it", "this", "that") for o in objects)
    ):
        return True
    return any(base in procedures() for o in objects for base in bases(o))


def _pleads(tree: Tree, cue: Cue) -> bool:
    """A lawyer who defends somebody, which is no speech."""
    named = [p for o in tree.children(cue.token, "obj") for p in tree.members(o)]
    return cue.stance == "defend" and any(tree.kind(p) in ("person", "group") for p in named)


def who(tree: Tree, line: Line, cue: Cue) -> list[Placed]:
    """Who speaks: the subject of the verb, or the agent of a passive."""
    above = contents.resumed(tree, cue.token)
    found = speaking(tree, line, tree.agent(above or cue.token))
    if not found and not tree.passive(cue.token):
        before = line.usable(line.before(cue.start, line.start))
        found = [before] if before and line.doc[cue.start].tag_ != "VBG" else []
        behind = line.usable(line.starting.get(cue.end))
        if not found and behind and behind.mention.kind == "person" and line.word(behind.end) == ",":
            found = [behind]
    return found


def speaking(tree: Tree, line: Line, token: Token | None) -> list[Placed]:
    """The mentions that a nominal names as speakers: its own, or whose spokesman or statement it is."""
    if token is None:
        return []
    if token.lower_ in ("we", "i") and token.i in line.others:
        return [Placed(line.others[token.i], token.i, token.i + 1)]
    named = tree.members(token) or [p for t in _called(tree, token) for p in tree.members(t)]
    found = [p for p in named if tree.kind(p) in _KINDS and line.usable(p)]
    if found:
        return list(
            {min(line.roots(p.mention), default=p.mention.span): p for p in reversed(found)}.values()
        )[::-1]
    if token.i in line.others:
        return [Placed(line.others[token.i], token.i, token.i + 1)]
    speaks = voices("speaks") | voices("account") | voices("view")
    if any(base in speaks for base in bases(token)):
        owners = tree.children(token, "nmod:poss", "compound")
        owners += [t for case, t in tree.obliques(token) if case in _OWNED]
        issued = tree.children(token, "acl")
        owners += [t for verb in issued for case, t in tree.obliques(verb) if case == "by"]
        above = tree.parent(token)
        if token.dep_ == "obj" and above is not None and not owners and above.pos_ == "VERB":
            return speaking(tree, line, tree.agent(above))
        return [p for o in owners for p in tree.members(o) if tree.kind(p) in _KINDS and line.usable(p)]
    return []


def _called(tree: Tree, token: Token) -> list[Token]:
    """The name of a body in apposition ("the land agency, Incra") or behind "called"."""
    named = tree.children(token, "appos")
    for verb in tree.children(token, "acl"):
        if any(base in ("call", "name", "dub", "title") for base in bases(verb)):
            named += tree.children(verb, "xcomp", "obj", "ccomp")
    return [t for t in named if t.i > token.i]


def _according(tree: Tree, line: Line, token: Token, states: dict[str, Mention]) -> Iterator[Claim]:
    """As in "according to X, …" and "by X's count, …"."""
    head = token.head
    if not tree.inside(head) or token.dep_ != "case":
        return
    if token.lower_ == "by":
        if not any(base in voices("account") for base in bases(head)):
            return
        owners = tree.children(head, "nmod:poss") + [t for case, t in tree.obliques(head) if case == "of"]
        speakers = [p for o in owners for p in speaking(tree, line, o)]
        end = token.i + 1
    else:
        speakers = speaking(tree, line, head)
        end = token.i + 2
        if not speakers:
            after = line.usable(line.after(end, line.end))
            speakers = (
                [after] if after and after.mention.kind == "person" and after.start <= head.i + 2 else []
            )
    governor = tree.parent(head)
    while (
        governor is not None
        and governor.pos_ not in ("VERB", "AUX", "ADJ")
        and governor.dep_ not in ("root", "ccomp")
    ):
        governor = tree.parent(governor)
    if governor is None or not speakers:
        return
    phrase = [t.i for t in head.subtree if tree.inside(t)]
    phrase += [i for p in speakers for i in range(p.start, p.end)]
    at = contents.around(tree, governor, range(min(phrase), max(phrase) + 1))
    if at is None:
        return
    cue = Cue(token, token.i, end, "report", "clause")
    for speaker in speakers:
        if not at[0] <= speaker.start < at[1] or at[0] < cue.start:
            yield _made(tree, line, cue, speaker, at, states)
