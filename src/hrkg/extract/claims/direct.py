"""Claims in quotation marks: whose words they are, from the words before, after or between them."""

from collections.abc import Iterator

from hrkg.extract.claims.making import MOST
from hrkg.extract.claims.quotes import Quote
from hrkg.extract.claims.speakers import Line, Verb
from hrkg.extract.claims.stances import stance, target
from hrkg.extract.reading import Placed, span, tokens
from hrkg.model import Claim, Span

FRAMES = ("say", "tell", "that", "quote", "act", "participle")
_SENTENCES = 2


class Voice:
    """Who says a quotation, and the words that say so."""

    __slots__ = ("cue", "speaker", "stance", "target")

    def __init__(self, speaker: Placed, cue: Span, stance: str, target: Span | None = None) -> None:
        self.speaker, self.cue, self.stance, self.target = speaker, cue, stance, target


def direct(lines: list[Line], found: tuple[Quote, ...]) -> Iterator[tuple[Quote, Voice, list[Claim]]]:
    """The whole quotations with their speakers, and the claims that each makes."""
    last: tuple[Quote, Voice] | None = None
    for quote in found:
        if not quote.whole:
            continue
        voice = _attributed(lines, quote, found) or _continued(lines, quote, last)
        last = (quote, voice) if voice else None
        if voice:
            yield quote, voice, list(_claims(lines, quote, voice))


def _at(lines: list[Line], offset: int) -> int | None:
    return next(
        (n for n, line in enumerate(lines) if line.sentence.span.begin <= offset < line.sentence.span.end),
        None,
    )


def _voice(line: Line, verb: Verb, speaker: Placed | None, stop: int) -> Voice | None:
    speaker = line.usable(speaker)
    if speaker is None:
        return None
    row = verb.row(*FRAMES)
    assert row is not None
    aim = target(line, verb.end, stop) if row["frame"] == "act" else None
    if aim == speaker.mention.span:
        aim = None
    return Voice(speaker, span(line.doc, verb.start, verb.end), row["stance"], aim)


def _attributed(lines: list[Line], quote: Quote, found: tuple[Quote, ...]) -> Voice | None:
    return _by_tail(lines, quote, found) or _by_lead(lines, quote, found)


def _by_tail(lines: list[Line], quote: Quote, found: tuple[Quote, ...]) -> Voice | None:
    """As in '"…," she said'."""
    number = _at(lines, quote.outer.end - 1)
    if number is None:
        return None
    line = lines[number]
    start = tokens(line.doc, quote.outer)[1]
    following = [
        q for q in found if q.outer.begin >= quote.outer.end and q.outer.begin < line.sentence.span.end
    ]
    stop = tokens(line.doc, following[0].outer)[0] if following else line.end
    for verb in line.verbs(start, stop):
        if verb.start - start > 30:
            break
        if all(line.word(k) == "," for k in range(start, verb.start)):
            speaker = line.after(verb.end, stop)
        else:
            speaker = line.before(verb.start, start)
        return _voice(line, verb, speaker, stop)
    return None


def _by_lead(lines: list[Line], quote: Quote, found: tuple[Quote, ...]) -> Voice | None:
    """She said: "…"."""
    number = _at(lines, quote.outer.begin)
    if number is None:
        return None
    line = lines[number]
    first = tokens(line.doc, quote.outer)[0]
    before = [
        q for q in found if line.sentence.span.begin <= q.outer.begin and q.outer.end <= quote.outer.begin
    ]
    start = tokens(line.doc, before[-1].outer)[1] if before else line.start
    if first == line.start:
        previous = lines[number - 1] if number else None
        if previous and previous.word(previous.end - 1) == ":" and not previous.sentence.heading:
            return _lead(previous, previous.start, previous.end)
        return None
    return _lead(line, start, first)


def _lead(line: Line, start: int, stop: int) -> Voice | None:
    for verb in reversed(list(line.verbs(start, stop))):
        if voice := _voice(line, verb, line.before(verb.start, start), stop):
            return voice
    if stop - 1 > start and line.word(stop - 1) == ":":
        speaker = line.usable(line.ending.get(stop - 1))
        if speaker and speaker.start == start and speaker.mention.kind == "person":
            return Voice(speaker, span(line.doc, speaker.start, speaker.end), "report")
    return None


def _continued(lines: list[Line], quote: Quote, last: tuple[Quote, Voice] | None) -> Voice | None:
    """As in '"A," she said. "B."', and where a paragraph goes on with an open quotation."""
    if last is not None:
        before, voice = last
        if quote.continued and before.paragraph + 1 >= quote.paragraph:
            return Voice(voice.speaker, voice.cue, "report", None)
        one, other = _at(lines, before.outer.end - 1), _at(lines, quote.outer.begin)
        near = one is not None and other is not None and other - one <= 1
        if before.paragraph == quote.paragraph and near:
            return Voice(voice.speaker, voice.cue, "report", None)
    number = _at(lines, quote.outer.begin)
    if not number or lines[number - 1].sentence.paragraph != quote.paragraph:
        return None
    previous = lines[number - 1]
    if previous.sentence.span.begin >= quote.outer.begin:
        return None
    for verb in reversed(list(previous.verbs(previous.start, previous.end))):
        if voice_ := _voice(previous, verb, previous.before(verb.start, previous.start), previous.end):
            return Voice(voice_.speaker, voice_.cue, "report", None)
    return None


def _claims(lines: list[Line], quote: Quote, voice: Voice) -> Iterator[Claim]:
    """A quotation cut into claims of up to two sentences and eighty words."""
    parts: list[tuple[Line, Span]] = []
    for line in lines:
        begin, end = (
            max(line.sentence.span.begin, quote.inner.begin),
            min(line.sentence.span.end, quote.inner.end),
        )
        if begin < end:
            parts.append((line, Span(begin, end)))
    for k in range(0, len(parts), _SENTENCES):
        some = parts[k : k + _SENTENCES]
        content = some[0][1].hull(some[-1][1])
        while len(some) > 1 and len(content.of(some[0][0].text).split()) > MOST:
            some = some[:-1]
            content = some[0][1].hull(some[-1][1])
        words = len(content.of(some[0][0].text).split())
        if words > MOST or words < 4:
            continue
        line = some[0][0]
        if content.of(line.text)[-1] == ",":
            content = Span(content.begin, content.end - 1)
        start, end = tokens(line.doc, content)
        taken = stance(line, voice.stance, start, end, voice.speaker.mention, True)
        yield Claim(voice.speaker.mention.span, voice.cue, content, taken, voice.target, True)
