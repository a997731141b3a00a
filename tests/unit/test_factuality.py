"""Hard sentences around releases, verdicts and deaths: what is told as having happened, and nothing else.

Each row: the text, the types told as having happened (releases, steps of a case and deaths only), and the status that
the text leaves the person in, if any.
"""

from collections.abc import Callable

import pytest

from hrkg.extract.dates import EXTRACTOR as DATES
from hrkg.extract.events import EXTRACTOR as EVENTS
from hrkg.extract.sentences import EXTRACTOR as SENTENCES
from hrkg.extract.statuses import EXTRACTOR as STATUSES
from hrkg.model import Document, Extracted

JUDGED = frozenset(
    {
        "release",
        "acquittal",
        "conviction",
        "charging",
        "sentencing",
        "imprisonment",
        "death-in-custody",
        "execution",
        "killing",
    }
)

TOLD = [
    # releases
    ("{g:Two prisoners} freed in May spoke to {o:Lantern League}.", {"release"}, None),
    ("{p:Ana Soler}, freed in May, now lives in {l:Lelu}.", {"release"}, "released"),
    ("{p:Ana Soler} was pardoned and released on Monday.", {"release"}, "released"),
    ("{p:Ana Soler} was freed from house arrest in May.", {"release"}, "released"),
    ("{p:Ana Soler} walked free from {o.court:the court} on Friday.", {"release"}, "released"),
    ("{p:Ana Soler} was let go after two hours.", {"release"}, "released"),
    ("{p:Ana Soler} was freed in a prisoner swap in March.", {"release"}, "released"),
    ("{p:Ana Soler} was released on bail pending trial.", {"release"}, "released"),
    (
        "{o.court:The court} ordered {p:Ana Soler} freed, and {p:she=Ana Soler} left prison.",
        {"release"},
        "released",
    ),
    ("{o.government:The government} finally released {p:Ana Soler} after pressure.", {"release"}, "released"),
    ("{p:Ana Soler}, who had been released in 2019, was re-arrested in May 2024.", {"release"}, "detained"),
    ("{p:Ana Soler} was released in May 2023 and re-arrested in March 2024.", {"release"}, "detained"),
    ("{p:Ana Soler} has since been released.", {"release"}, "released"),
    ("{p:Ana Soler} was released without charge.", {"release"}, "released"),
    (
        "{o.government:The government} agreed to free {p:Ana Soler}, who walked free in May.",
        {"release"},
        "released",
    ),
    ("{p:Ana Soler} was among {g:40 prisoners} released on Monday.", {"release"}, None),
    # steps of a case
    ("{p:Ana Soler} was acquitted of fraud on Monday.", {"acquittal"}, "acquitted"),
    ("{o.court:The High Court} acquitted {p:Ana Soler}.", {"acquittal"}, "acquitted"),
    ("{p:Ana Soler} was convicted of libel in May.", {"conviction"}, "convicted"),
    ("{o.security:Police} charged {p:Ana Soler} with sedition.", {"charging"}, "charged"),
    ("{p:Ana Soler} was given a two-year suspended sentence.", {"sentencing"}, "convicted"),
    ("{p:Ana Soler} was sentenced to death in May.", {"sentencing"}, "*"),
    ("{p:Ana Soler} was executed at dawn.", {"execution"}, "executed"),
    ("{p:Ana Soler} died in custody in May.", {"death-in-custody"}, "died-in-custody"),
    ("{p:Ana Soler}, who died in prison in 2019, was a poet.", {"death-in-custody"}, "died-in-custody"),
    ("{p:Ana Soler} is serving a six-year sentence.", {"imprisonment"}, "imprisoned"),
]

HEADLINES = [
    ("Court frees {p:Ana Soler}", {"release"}),
    ("{o.court:Court} frees {p:Ana Soler}", {"release"}),
    ("{o.court:Court} acquits {p:Ana Soler}", {"acquittal"}),
    ("{o.court:Court} jails {p:Ana Soler}", {"imprisonment"}),
    ("{p:Ana Soler} walks free", {"release"}),
    ("{p:Ana Soler} freed after two years", {"release"}),
    ("Call to free {p:Ana Soler}", set()),
    ("Free {p:Ana Soler}", set()),
    ("{o:Lantern League} wants {p:Ana Soler} freed", set()),
    ("Release of {p:Ana Soler} urged", set()),
    ("{o.court:Court} refuses to free {p:Ana Soler}", set()),
    ("{p:Ana Soler} to be freed", set()),
]

UNTOLD = [
    # governed participles
    "We look for new ways of getting {g:political prisoners} freed.",
    "The campaign to get {p:Ana Soler} released began in May.",
    "{o:Lantern League} hopes to see {p:Ana Soler} freed in May.",
    "Friends want {p:Ana Soler} freed at once.",
    "{g:Diplomats} worked to have {p:Ana Soler} released.",
    "{o:Lantern League} wants to see {p:Ana Soler} released, and soon.",
    "A push to have {p:Ana Soler} acquitted failed.",
    "{o:Lantern League} is seeking to get {p:Ana Soler} freed from prison.",
    "{g:Lawyers} tried to get {p:Ana Soler} released on bail.",
    "The minister wanted {p:Ana Soler} jailed.",
    "{o:Lantern League} demands {p:Ana Soler} freed by Friday.",
    "{p:Ion Sava} wishes {p:Ana Soler} released.",
    "{p:Ion Sava} would like {p:Ana Soler} freed.",
    "Helping {p:Ana Soler} walk free is what we want.",
    "The money could have helped {g:dozens of prisoners} freed in the next swap.",
    "Nobody expected {p:Ana Soler} freed so soon.",
    "{o:Lantern League} needs {p:Ana Soler} released before the winter.",
    "{o:Lantern League} is working to have {p:Ana Soler} cleared of all charges.",
    # urged, sought, negotiated
    "{o:Lantern League} urged that {p:Ana Soler} be freed.",
    "{o:Lantern League} has sought the release of {p:Ana Soler} since May.",
    "{g:Diplomats} negotiated the release of {p:Ana Soler} for a year without success.",
    "{g:Diplomats} negotiated for {p:Ana Soler} to be freed.",
    "Relatives hoped for the release of {p:Ana Soler}.",
    "{o.government:The government} offered to free {p:Ana Soler}.",
    "{o:Lantern League} prayed for the release of {p:Ana Soler}.",
    "{p:Ana Soler} should have been released in May.",
    "{p:Ana Soler} ought to have been released long ago.",
    "{p:Ana Soler} was to have been released in May.",
    "{p:Ana Soler} was supposed to be released in May.",
    "It is time that {p:Ana Soler} was released.",
    "It is high time {p:Ana Soler} was freed.",
    "{o:Lantern League} asked when {p:Ana Soler} was to be freed.",
    "Talks on freeing {p:Ana Soler} resumed.",
    "{o:Lantern League} spoke of freeing {p:Ana Soler}.",
    "{o.government:The government} considered releasing {p:Ana Soler}.",
    "{g:Diplomats} insisted on {p:Ana Soler} being released.",
    # conditional, refused, delayed, revoked
    "{p:Ana Soler} would be freed if {p:she=Ana Soler} confessed.",
    "Had {p:Ana Soler} been released, the talks would have gone on.",
    "Unless {p:Ana Soler} is released, there will be no deal.",
    "Only when {p:Ana Soler} is released will the talks resume.",
    "{o.government:The government} refused to have {p:Ana Soler} released.",
    "{o.government:The authorities} delayed the release of {p:Ana Soler}.",
    "{o.court:The court} blocked the release of {p:Ana Soler}.",
    "{o.court:The court} revoked the release of {p:Ana Soler}.",
    "{o.court:The court} refused to release {p:Ana Soler} on bail.",
    "{p:Ana Soler} was denied bail.",
    "{p:Ana Soler} was not granted bail.",
    "{p:Ana Soler} was refused release on bail.",
    "{p:Ana Soler} was nearly released in May.",
    "{p:Ana Soler} was almost freed last year.",
    "{o.government:The government} stopped short of releasing {p:Ana Soler}.",
    "Instead of releasing {p:Ana Soler}, {o.government:the government} moved the trial.",
    "{p:Ana Soler} was neither charged nor released.",
    "Far from being released, {p:Ana Soler} was moved.",
    "{p:Ana Soler} has yet to be released.",
    "{p:Ana Soler} is still not released.",
    "{p:Ana Soler} is unlikely to be acquitted.",
    # mistakes and denials
    "{o:The Lelu Post} wrongly reported that {p:Ana Soler} was released.",
    "{o:The Lelu Post} mistakenly said that {p:Ana Soler} had been freed.",
    "Reports that {p:Ana Soler} was freed were false.",
    "Reports that {p:Ana Soler} had been released proved untrue.",
    "A rumour that {p:Ana Soler} had died in custody was denied.",
    "It is not true that {p:Ana Soler} was released.",
    "{o.government:The government} denied that {p:Ana Soler} died in custody.",
    "{o.government:The government} falsely claimed {p:Ana Soler} had been released.",
    "Contrary to reports, {p:Ana Soler} was not released.",
    # other senses
    "{p:Ana Soler} released a statement.",
    "The film about {p:Ana Soler} was released in May.",
    "{o:The fund} freed money for {p:Ana Soler}.",
    "{o:Lantern League} released figures on {g:prisoners}.",
    "A letter by {p:Ana Soler} was released on Monday.",
    "{p:Ana Soler}'s new album, released in May, sold well.",
    "{o:The bank} charged {p:Ana Soler} a fee.",
    "{p:Ana Soler} was charged 40 dinars for the visa.",
    "{g:The crowd} charged {o.security:the police}.",
    "{p:Ana Soler} executed the plan.",
    # of others
    "The lawyer of {p:Ana Soler} was released.",
    "{p:Ana Soler}'s husband was freed.",
    "{p:Ana Soler} thanked those who were freed.",
    "{p:Ana Soler} wrote about being released.",
    # generic, historical law
    "Anyone convicted under the law faces prison.",
    "{g:Prisoners} are usually released after a year.",
    "{g:Lawyers} can be convicted without evidence.",
    "If convicted, {p:Ana Soler} faces ten years in prison.",
    "{p:Ana Soler} faces up to ten years in prison.",
    "{p:Ana Soler} could be sentenced to ten years in prison.",
    "{p:Ana Soler} risks being convicted.",
    "{p:Ana Soler} fears being executed.",
    "Was {p:Ana Soler} ever released?",
    "Prosecutors want {p:Ana Soler} sentenced to ten years in prison.",
    "Prosecutors asked for {p:Ana Soler} to be sentenced to ten years in prison.",
    "{p:Ana Soler} escaped being convicted.",
    "{p:Ana Soler} was not sentenced to death.",
    "The order that {p:Ana Soler} be released was ignored.",
]


@pytest.fixture
def told(
    document: Callable[..., Document], marked: Callable[[str], Document]
) -> Callable[[str], tuple[set[str], list[tuple[str, str]]]]:
    def read(text: str) -> tuple[set[str], list[tuple[str, str]]]:
        made = marked(text)
        again = document(made.text, [x.record for x in made.found], published="2024-06-15")
        for extractor in (DATES, SENTENCES, EVENTS):
            again = again.adding(Extracted(r, extractor.name) for r in extractor(again))
        from hrkg.model import Event

        types = {e.type for e in again.of(Event) if e.prospect is None} & JUDGED
        return types, [(s.about.of(made.text), s.status) for s in STATUSES(again)]

    return read


@pytest.mark.parametrize(("text", "types", "status"), TOLD, ids=[t for t, _, _ in TOLD])
def test_what_is_told_is_an_event_and_a_status(told, text: str, types: set[str], status: str | None):
    found, statuses = told(text)
    assert found == types
    if status != "*":
        assert {s for _, s in statuses if s != "convicted" or status == s} - {status} == set()
        assert status is None or status in {s for _, s in statuses}


@pytest.mark.parametrize(("text", "types"), HEADLINES, ids=[t for t, _ in HEADLINES])
def test_headlines_tell_in_the_present_tense(told, text: str, types: set[str]):
    assert told(text)[0] == types


@pytest.mark.parametrize("text", UNTOLD)
def test_what_is_not_told_is_neither_event_nor_status(told, text: str):
    types, statuses = told(text)
    assert types == set()
    assert not {s for _, s in statuses} & {
        "released",
        "acquitted",
        "convicted",
        "charged",
        "imprisoned",
        "executed",
        "died-in-custody",
    }


def test_the_tables_are_whole():
    assert (len(TOLD), len(HEADLINES), len(UNTOLD)) == (26, 12, 94)
