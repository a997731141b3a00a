"""Claims told in the author's words: "X said that …", "X urged Y to …", "…, X said", "according to X, …"."""

from collections.abc import Iterator

from hrkg.extract.claims.making import LEAST, make
from hrkg.extract.claims.speakers import Line, Verb
from hrkg.extract.noun_phrases import bounds
from hrkg.extract.reading import Placed, span
from hrkg.model import Claim, Span

_TAIL = 9
"""Tokens that may follow the verb of "…, she told reporters in Kyiv"."""
_THEN = 14
"""Tokens within which "of" follows "accused", or "to" follows "asked"."""


def indirect(line: Line, quoted: list[tuple[int, int]], voiced: list[Span]) -> Iterator[Claim]:
    """The claims of one sentence; `quoted` are the tokens of whole quotations, `voiced` the cues already used."""
    speaker: Placed | None = None
    verbs = [v for v in line.verbs(line.start, line.end) if not any(a <= v.start < b for a, b in quoted)]
    verbs = [v for v in verbs if not any(span(line.doc, v.start, v.end).overlaps(cue) for cue in voiced)]
    made = bool(voiced)
    last = line.start
    for n, verb in enumerate(verbs):
        if verb.start < last:
            continue
        low = max([b for _, b in quoted if b <= verb.start] + [line.start])
        shared = speaker if speaker and line.word(verb.start - 1) in ("and", "but") else None
        found = shared or line.usable(line.before(verb.start, low))
        stop = _stop(line, verb, verbs[n + 1 :], quoted)
        claim = None
        if found:
            claim = _forward(line, verb, found, stop) or _backward(line, verb, found, low, made)
        elif line.word(verb.start - 1) == "," and verb.row("say", "that") and not made:
            found = line.usable(line.after(verb.end, line.end))
            if found and found.start - verb.end < _TAIL:
                claim = make(line, verb, found, low, verb.start - 1, "say", "that", "tell")
        elif (row := verb.row("participle")) and not made and line.word(verb.start - 1) == ",":
            found = _main_subject(line, low)
            if found and row:
                start = verb.end + (line.word(verb.end) == "that")
                claim = make(line, verb, found, start, stop, "participle")
        if claim and found:
            yield claim
            made, speaker = True, found
            last = stop if claim.content.begin > line.doc[verb.start].idx else verb.end
    if not made:
        yield from _according(line, quoted)


def _main_subject(line: Line, low: int) -> Placed | None:
    first = next((p for p in line.placed if p.start >= low), None)
    if first and first.start - low <= 1 and line.word(first.end) not in ("'s", "’s"):
        return line.usable(first)
    return None


def _stop(line: Line, verb: Verb, later: list[Verb], quoted: list[tuple[int, int]]) -> int:
    """Where what a verb says ends: at the next coordinated verb of speech, a semicolon, or the sentence's end."""
    stop = line.end
    for other in later:
        k = other.start
        if line.word(k - 1) in ("and", "but"):
            stop = min(stop, k - 1 - (line.word(k - 2) == ","))
            break
    for k in range(verb.end, stop):
        if line.word(k) == ";":
            stop = k
            break
    starts = [a for a, _ in quoted if verb.end <= a < stop]
    return min([stop, *starts])


def _forward(line: Line, verb: Verb, speaker: Placed, stop: int) -> Claim | None:
    """What follows the verb."""
    i = verb.end
    if line.word(i) in ("on", "at", "in") or line.word(i).endswith("day"):
        i = _skip_time(line, i)
    if line.word(i) == "that":
        row_frames = ("that", "say", "act", "tell")
        return make(line, verb, speaker, i + 1, stop, *row_frames)
    if verb.row("say") and line.word(i) not in (",", ".", "by", "to", "of", "") and not _closing(line, i):
        return make(line, verb, speaker, i, stop, "say")
    if verb.row("tell"):
        after = _addressee(line, i, stop)
        if after is not None:
            return make(line, verb, speaker, after, stop, "tell")
    if (
        verb.row("that")
        and not verb.row("act")
        and (
            line.word(i)
            in (
                "the",
                "its",
                "his",
                "her",
                "their",
                "no",
                "there",
                "he",
                "she",
                "it",
                "they",
            )
            or line.starting.get(i)
        )
    ):
        return make(line, verb, speaker, i, stop, "that") if _has_finite(line, i, stop) else None
    for row in verb.rows:
        if (
            row["frame"] != "act"
            or line.word(i) in (",", ".", "by", "")
            or not _then(line, row["then"], i, stop)
        ):
            continue
        if speaker.mention.code == "court":
            return None
        if row["stance"] == "deny" and (line.word(i) in bounds("pronoun") or _person(line, i)):
            continue
        return make(line, verb, speaker, verb.start, stop, "act", then=row["then"], aim=i)
    return None


def _person(line: Line, i: int) -> bool:
    """Whether a person stands there: to deny somebody something is no speech."""
    found = line.starting.get(i)
    return found is not None and found.mention.kind == "person"


def _skip_time(line: Line, i: int) -> int:
    for k in range(i, i + 6):
        if line.word(k) == "that":
            return k
    return i + 1 if line.word(i).endswith("day") else i


def _closing(line: Line, i: int) -> bool:
    """Whether only a time or place follows, as at the end of "…, she said on Monday"."""
    rest = [line.word(k) for k in range(i, line.end)]
    return len([w for w in rest if w.isalnum()]) < LEAST or (
        rest[0] in bounds("preposition") and len(rest) < _TAIL
    )


def _has_finite(line: Line, i: int, stop: int) -> bool:
    return any(line.word(k) in bounds("auxiliary") or line.word(k).endswith("ed") for k in range(i + 1, stop))


def _addressee(line: Line, i: int, stop: int) -> int | None:
    """The first token after whom somebody told: "that", a pronoun or a new noun phrase that a verb follows."""
    for k in range(i, min(stop, i + 12)):
        if line.word(k) == "that":
            return k + 1
    k = i
    found = line.starting.get(k)
    if found:
        k = found.end
    else:
        while (
            k < stop
            and k - i < 4
            and line.doc[k].is_alpha
            and line.word(k) not in ("he", "she", "it", "they", "the")
        ):
            k += 1
        if line.word(i) == "the":
            return None
    if line.word(k) in ("he", "she", "it", "they", "the", "his", "her", "their", "its") or line.starting.get(
        k
    ):
        return k if _has_finite(line, k, stop) else None
    return None


def _then(line: Line, word: str, i: int, stop: int) -> bool:
    """Whether the word that the verb needs follows ("accused … of"); "a" stands for "an" too."""
    if not word:
        return True
    wanted = {"a", "an"} if word == "a" else {word}
    reach = 7 if word == "a" else _THEN
    return any(line.word(k) in wanted for k in range(i + 1, min(stop, i + reach)))


def _backward(line: Line, verb: Verb, speaker: Placed, low: int, made: bool) -> Claim | None:
    """What stands before ", she said" or on both sides of it."""
    if not verb.row("say", "that", "tell") or made:
        return None
    comma = _comma_before(line, speaker, low)
    if comma is None:
        return None
    if line.word(verb.end) == "," and (_adverbial(line, low) or comma - low < line.end - verb.end):
        return make(line, verb, speaker, verb.end + 1, line.end, "say", "that", "tell")
    return make(line, verb, speaker, low, comma, "say", "that", "tell")


def _adverbial(line: Line, start: int) -> bool:
    """Whether the words before the first comma only say when, where or on what condition."""
    first = line.word(start)
    return first in bounds("preposition") or first in (
        "if",
        "when",
        "while",
        "because",
        "although",
        "unless",
        "should",
        "had",
    )


def _comma_before(line: Line, speaker: Placed, low: int) -> int | None:
    """The comma that parts the words said from the speaker's noun phrase."""
    k = speaker.start
    if line.word(k - 1) == "," and line.word(speaker.end) == ",":
        k -= 1
    while k > low and speaker.start - k < 12:
        if line.word(k - 1) == ",":
            return k - 1
        if line.word(k - 1) in (";", ":", "“", '"'):
            return None
        k -= 1
    return None


def _according(line: Line, quoted: list[tuple[int, int]]) -> Iterator[Claim]:
    """As in "According to X, …" and "…, according to X"."""
    for i in range(line.start, line.end - 2):
        if line.word(i) != "according" or line.word(i + 1) != "to":
            continue
        speaker = line.usable(line.after(i + 2, line.end))
        if speaker is None:
            return
        cue = Verb(i, i + 2, ({"word": "according to", "stance": "report", "frame": "say", "then": ""},))
        middle = (
            line.word(i - 1) == ","
            and line.word(speaker.end) == ","
            and line.end - speaker.end > i - line.start
        )
        if i - line.start > 3 and not middle:
            claim = make(line, cue, speaker, line.start, i - (line.word(i - 1) == ","), "say")
        else:
            k = speaker.end
            while k < line.end and line.word(k) != ",":
                k += 1
            if line.word(k + 1) in ("who", "which", "a", "an", "whose"):
                k = next((m for m in range(k + 1, line.end) if line.word(m) == ","), k)
            claim = make(line, cue, speaker, k + 1, line.end, "say")
        if claim and not any(a <= i < b for a, b in quoted):
            yield claim
        return
