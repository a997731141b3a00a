"""Find people by name where the words around tell a person."""

from collections.abc import Iterator

from hrkg.extract.mentions import words as lists
from hrkg.extract.mentions.candidates import Board, Candidate
from hrkg.extract.mentions.names import Run, family_first, given, not_names, opens_line, ordinary, runs
from hrkg.extract.mentions.page import Line, Page

EVIDENT, LISTED = 60, 58
_OLDEST = 120


def evident(page: Page, line: Line, board: Board) -> Iterator[Candidate]:
    """People whom a sentence names with evidence that they are people."""
    for run in runs(page, line, board):
        if _evidence(page, run, line):
            yield Candidate(run.start, run.end, EVIDENT, "person", page.slice(run.start, run.end))


def _evidence(page: Page, run: Run, line: Line) -> bool:
    words = page.words[run.start : run.end]
    if not run.title and all(w.isupper() and len(w) > 2 for w in words if w != "-"):
        return False
    if run.title in ("honorific", "rank"):
        return True
    if ordinary(page, run.start, run.end) or " ".join(words) in lists.demonyms():
        return False
    if run.size == 1:
        if run.title == "office":
            return words[0] not in not_names() and not opens_line(page, run.start, line)
        if words[0] in lists.demonyms():
            return False
        named = words[0] in given() and _age_after(page, run, line)
        return named or _role_before(page, run, line, sure=True)
    if run.size > 5:
        return False
    return (
        _given(page, run)
        or bool(run.title)
        or _age_after(page, run, line)
        or _role_before(page, run, line, sure=False)
        or _apposition(page, run, line)
        or _speaks(page, run, line)
        or _suffers(page, run, line)
    )


def _given(page: Page, run: Run) -> bool:
    """Whether one of the words is a given name, or the first a family name that stands first."""
    words = page.words
    if words[run.start] in given() or any(words[k] in given() for k in range(run.start, run.end - 1)):
        return True
    return words[run.start] in family_first() and run.size <= 4 and len(words[run.end - 1]) > 1


def _age_after(page: Page, run: Run, line: Line) -> bool:
    """Such as ", 34,", "(34)", ", aged 34", ", a 34-year-old"."""
    j = run.end
    if page.word(j, line) not in (",", "("):
        return False
    number = page.word(j + 1, line)
    if number in ("aged", "age"):
        return True
    if number.isdigit() and 0 < int(number) < _OLDEST:
        return page.word(j + 2, line) in (",", ".", ")", ";", "and", "")
    if number in ("a", "an", "the") and page.word(j + 2, line).isdigit():
        return page.word(j + 3, line) == "-" and page.word(j + 4, line) == "year"
    return False


def _role_before(page: Page, run: Run, line: Line, *, sure: bool) -> bool:
    """Such as "lawyer X", "her husband, X"; if it has to be sure, a comma only after kin."""
    k = run.start - 1
    if k < line.start:
        return False
    role = lists.role_ends().get(page.lower[k])
    if role and (not page.capital[k] or k == line.start):
        return role in ("occupation", "post", "kin") or not sure
    if page.words[k] in (",", ":"):
        role = lists.role_ends().get(page.word(k - 1, line))
        return role == "kin" or (role is not None and not sure)
    return page.words[k] in ("named", "identified") and not sure


def _apposition(page: Page, run: Run, line: Line) -> bool:
    """Such as ", a lawyer", ", director of", ", who"."""
    j = run.end
    if page.word(j, line) not in (",", "–", "—", "|"):
        return False
    if page.word(j + 1, line) in ("who", "whose", "whom"):
        return True
    for k in range(j + 1, min(j + 10, line.end)):
        word = page.lower[k]
        if not (word[0].isalpha() or word in ("-", "'s", "'")) or word in lists.verb_forms("speech"):
            return False
        if word in lists.role_ends() and not (k == j + 1 and page.capital[k]):
            return True
        if word in lists.cues("auxiliary") or word in ("was", "were", "and", "but"):
            return False
    return False


def _speaks(page: Page, run: Run, line: Line) -> bool:
    """Whether a verb of saying follows, or stands before as after a quotation (", said X")."""
    following = page.word(run.end, line)
    if following in lists.cues("adverb"):
        following = page.word(run.end + 1, line)
    if following in lists.personal_speech():
        return True
    before = page.word(run.start - 1, line)
    quoted = page.word(run.start - 2, line) in ('"', "”", "'", ",", "“")
    return quoted and before in lists.personal_speech()


def _suffers(page: Page, run: Run, line: Line) -> bool:
    """Whether somebody does something to them that is done to people."""
    before = page.word(run.start - 1, line)
    if before in lists.verb_forms("custody") | lists.verb_gerunds("custody") | lists.verb_bases("custody"):
        return True
    if before == "of" and page.word(run.start - 2, line) in lists.cues("referred-noun"):
        return True
    if page.word(run.end, line) not in ("was", "were", "is", "has", "had"):
        return False
    for k in range(run.end + 1, min(run.end + 4, line.end)):
        if page.lower[k] in lists.verb_forms("custody") or page.lower[k] in ("born", "married"):
            return True
        if page.lower[k] not in ("been", "being") and page.lower[k] not in lists.cues("adverb"):
            return False
    return False


def listed(page: Page, line: Line, board: Board) -> Iterator[Candidate]:
    """Names that stand in one list with a person: "A, B and C", "A, 9, and B, 6"."""
    found = [r for r in runs(page, line, board) if _fits(page, r)]
    people = [c for c in board.within(line.start, line.end) if c.kind == "person" and c.form == "name"]
    if not people or not found:
        return
    ends, starts = {c.end: c for c in people}, {c.start: c for c in people}
    for direction in (1, -1):
        for run in found[::direction]:
            before, after = ends.get(_back(page, run.start, line)), starts.get(_forth(page, run.end, line))
            single = run.size == 1
            if run.start in starts or not (before or after):
                continue
            if single and not (before and before.end - before.start == 1 and _joined(page, run, line)):
                continue
            c = Candidate(run.start, run.end, LISTED, "person", page.slice(run.start, run.end))
            ends[c.end] = starts[c.start] = c
            yield c


def _joined(page: Page, run: Run, line: Line) -> bool:
    """Whether "and" stands before a single name; after a comma it needs an age or a list that goes on."""
    if page.words[run.start] in lists.demonyms() or page.word(run.end, line) == "-":
        return False
    return page.word(run.start - 1, line) == "and" or _age_after(page, run, line)


def _back(page: Page, i: int, line: Line) -> int:
    """End of the name before a list's comma or "and"; -1 if neither stands there."""
    k = i
    while page.word(k - 1, line) in (",", "and") or _age(page, k - 1, line):
        k -= 1
    return k if k < i else -1


def _forth(page: Page, i: int, line: Line) -> int:
    """Begin of the name behind a list's comma or "and"; -1 if neither stands there."""
    k = i
    while page.word(k, line) in (",", "and") or _age(page, k, line):
        k += 1
    return k if k > i else -1


def _age(page: Page, i: int, line: Line) -> bool:
    word = page.word(i, line)
    return word.isdigit() and 0 < int(word) < _OLDEST and page.word(i - 1, line) == ","


def _fits(page: Page, run: Run) -> bool:
    """Whether a run in a list may be a name: not long, not in capitals throughout."""
    if ordinary(page, run.start, run.end):
        return False
    return run.size <= 4 and not all(w.isupper() for w in page.words[run.start : run.end] if len(w) > 1)
