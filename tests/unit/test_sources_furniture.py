"""What is page furniture and what is article: a table of paragraphs, and whole pages as they are saved."""

import pytest

from hrkg import lexicons
from hrkg.model import Metadata, Span
from hrkg.sources.furniture import content
from hrkg.sources.paragraphs import paragraphs

LEAD = (
    "Police in the harbour town of Velmora arrested three printers on Monday after a raid on their shop, a lawyer "
    "for one of the families said."
)
MORE = '"They took my brother away before dawn and told us nothing at all," said Ilse Tarrant, a teacher.'
LAST = "The men have not been charged."

GOES = (
    """
Skip to content
Skip to content Skip to navigation
Skip to main content
Accessibility links
Breaking News
BREAKING NEWS:
Recent Features
Latest Headlines
Most Read
Advertisement
- ADVERTISEMENT -
Article continues below this ad
Google Ads 3
Sponsored content
Share
Share this article
Share on Facebook
Tweet
Print this page
Email this article
Print
Leave a comment
27 Comments
5 min read
Follow us on Twitter
Follow us on social media for updates.
Sign up for our weekly newsletter
Sign up here to get our newsletter in your inbox.
Subscribe to our newsletter | e-Paper
Subscribe now
Support our work
Donate now
Your gift can help free people who are jailed for what they write, wherever they are.
Your tax-deductible donation helps us send lawyers to courts around the world, and to publish what they find there, \
in eleven languages, every week of the year, for everybody who wants to know.
We use cookies to improve your experience; by continuing to use this site you consent to our use of them on your device.
Please enable JavaScript to view this page.
Please consider supporting our journalism with a monthly gift.
You have reached your limit of free articles.
Credit: Ada Brenn/Reuters
Photo: Ada Brenn
Photo by Ada Brenn/AFP
Image credit: Velmora Post
© 2017 Ada Brenn/Reuters
(AP Photo/Ada Brenn)
File photo
16x9 Image
Photo gallery (7)
Read more: Ten soups for winter
Related: Harbour fees rise again
See also: The week in pictures
Tags: press freedom, courts
Filed under: Courts
Copyright 2019 Velmora Post
© Velmora Post. All rights reserved.
© 2019 Velmora Post. All rights reserved. No part of this publication may be copied without written permission.
This article was originally published by the Velmora Post.
Home | World | Asia
Home > Velmora > Courts
News | Politics | Sport | Subscribe
Share | Print | © Velmora Post
Region / Country
Contact us
Contacts: press office | Follow us | Stay connected
For media enquiries, contact the press desk.
For more information, please contact: press office, Velmora
PRESS RELEASE
For immediate release
ENDS
###
Open popup
Welcome back!
Back to top
Click on the image to download the app
""".replace("\\\n", "")
    .strip()
    .splitlines()
)

STAYS = """
Three printers held in Velmora
Velmora court frees one printer, keeps two
April 4, 2017
By Ada Brenn
By Ada Brenn | Published June 22, 2022
Monday, 4 March 2019
VELMORA, March 4 (Harbour Wire) - Police arrested three printers on Monday.
(Reporting by Ada Brenn; Editing by Olu Tarrant)
China Power
He was freed.
Arrests continue
Background
Video by a bystander showed police beating the printer.
Photos published by the family show bruises on his arms.
A photo of the meeting was deleted.
Share prices fell after the arrest of the banker.
Subscribe or leave, the militia told shopkeepers.
Subscribers of the newspaper were questioned too.
Contact with the two men was lost on Friday.
Related charges against his wife were dropped.
Related charges dropped
Terms of the release were not made public.
Hosted by the monastery, the three stayed for a year.
Built by prisoners in 1931, the canal is closed.
Donations from abroad were the ground of the charge.
Prosecutors said that the group had asked readers to support its work and had collected 4,000 euros from abroad.
Copyright law is what the publisher was convicted under.
"Please help us, we have nobody else to turn to," she wrote.
"Your donation will be used for rifles," the leaflet said.
"Follow us," the officers said.
“Click here to see who betrayed you,” read the message that the journalist's colleagues received on Sunday.
The site says "we use cookies to improve your experience on these pages", which the court called surveillance.
The page, which was shared on Facebook and Twitter, led to his arrest.
She was charged over a comment on Facebook.
He had printed a newsletter about the harbour.
The newspaper's cookie factory story led to a libel case.
News of the arrest spread quickly.
Press freedom
Video evidence
1 | Ko Ranau | editor, Delta Voice | 3 February 2022 | s. 505(a) | 2 years
No. | Name | Occupation | Arrested | Charge
Sentenced to five years in prison.
Readers gathered outside the court, and one of them, a nurse, was taken away by men without uniforms, her sister said.
He works for Reuters.
The pictures were sold to Getty Images.
- Sayed Marhun, 31, paramedic
1. Basem Hadwan
""".strip().splitlines()


def kept(text: str, metadata: Metadata | None = None) -> list[str]:
    return [span.of(text) for span in content(text, metadata or Metadata())]


def test_the_table_is_long_enough() -> None:
    assert len(GOES) >= 70
    assert len(STAYS) >= 45
    assert len(set(GOES + STAYS)) == len(GOES) + len(STAYS)


@pytest.mark.parametrize("line", GOES)
def test_goes(line: str) -> None:
    assert kept(f"{LEAD}\n\n{line}\n\n{MORE}") == [LEAD, MORE]


@pytest.mark.parametrize("line", STAYS)
def test_stays(line: str) -> None:
    for text in (f"{line}\n\n{LEAD}\n\n{MORE}", f"{LEAD}\n\n{line}\n\n{MORE}", f"{LEAD}\n\n{MORE}\n\n{line}"):
        assert kept(text) == [text]


def test_the_word_list_is_sorted_and_each_of_its_phrases_once() -> None:
    rows = [(row["pattern"], row["kind"]) for row in lexicons.rows("furniture")]
    assert rows == sorted(set(rows))
    kinds = {kind for _, kind in rows}
    assert kinds == {
        *("exact", "notice", "prefix", "contains", "strong"),
        *("tail-start", "box-start", "credit", "credit-start", "menu"),
    }


@pytest.mark.parametrize(
    ("caption", "stays"),
    [
        (
            "A printer is led away in Velmora, 4 March 2019. © 2019 Ada Brenn/Reuters",
            "in Velmora, 4 March 2019.",
        ),
        ("A printer is led away in Velmora. REUTERS/A. Brenn", "A printer is led away in Velmora."),
        ("A printer is led away in Velmora. Photo: Ada Brenn", "A printer is led away in Velmora."),
        ("A printer is led away in Velmora (AP Photo/Ada Brenn)", "A printer is led away in Velmora"),
        ("A printer is led away in Velmora | Ada Brenn/AFP", "A printer is led away in Velmora"),
        ("A printer is led away in Velmora (March 2019 file photo)", "(March 2019 file photo)"),
        ('A printer holds a banner, "Free our brothers from jail now!" [Ada Brenn/AFP]', 'from jail now!"'),
    ],
)
def test_of_a_caption_only_the_credit_goes(caption: str, stays: str) -> None:
    first, second = kept(f"{caption}\n\n{LEAD}") if stays != "(March 2019 file photo)" else (caption, LEAD)
    assert (first.endswith(stays), second) == (True, LEAD)
    assert "Brenn" not in first


def test_a_caption_written_twice_counts_once() -> None:
    caption = "A printer is led away in Velmora (March 2019 file photo)"
    assert kept(f"{caption}\n{caption}\n{LEAD}") == [caption, LEAD]


def test_a_headline_said_again_counts_once() -> None:
    headline = "Three printers held in Velmora"
    assert kept(f"{headline}\n\n{headline}\n\n{LEAD}") == [headline, LEAD]
    assert kept(f"{headline}\n\n{LEAD}\n\n{headline}", Metadata(headline=headline)) == [
        f"{headline}\n\n{LEAD}"
    ]


def test_entries_that_are_alike_stay() -> None:
    text = "\n\n".join([LEAD, "Bo Ranau", "Sentenced to five years in prison.", "Ma Sandar"] * 2)
    assert kept(text) == [text]
    bare = "Bo Ranau\n\nSentence: five years in prison\n\nMa Sandar\n\nSentence: five years in prison"
    assert kept(bare) == [bare]


@pytest.mark.parametrize(
    "start",
    [
        "Related stories",
        "Subscribe to the Velmora Post",
        "Follow us",
        "More on this topic",
        "You may also like:",
    ],
)
def test_tail(start: str) -> None:
    tail = f"{start}\n\nHarbour fees rise again\n\nHere is where you can read what the town says of its harbour today."
    assert kept(f"{LEAD}\n\n{MORE}\n\n{tail}") == [f"{LEAD}\n\n{MORE}"]


@pytest.mark.parametrize("after", [LAST, MORE, LEAD + " Again.", "1. Bo Ranau"])
def test_reporting_after_a_box_stays(after: str) -> None:
    for box in ("Related stories", "Subscribe to the Velmora Post", "Follow us on Harbour Square"):
        text = f"{LEAD}\n\n{box}\n\n{after}"
        assert kept(text)[-1].endswith(after)


def test_a_tail_does_not_start_above_the_reporting() -> None:
    assert kept(f"Share this article\n\nRelated stories\n\n{LEAD}") == [LEAD]


BIO = "Ada Brenn writes about courts from Velmora. She has reported from nine countries."


def test_note_about_the_author() -> None:
    assert kept(f"{LEAD}\n\nAbout the author\n\n{BIO}") == [LEAD]
    assert kept(f"{LEAD}\n\nAda Brenn\n\n{BIO}", Metadata(authors=("Ada Brenn",))) == [LEAD]
    about = "The Velmora Post is a weekly that reports on the harbour, its people and its courts."
    assert kept(f"{LEAD}\n\nAbout Velmora Post\n\n{about}", Metadata(publisher="Velmora Post")) == [LEAD]


def test_what_only_looks_like_a_note_about_the_author_stays() -> None:
    own = Metadata(authors=("Ada Brenn",), publisher="Velmora Post")
    for text in (
        f"{LEAD}\n\n{MORE}\n\nAda Brenn",
        f"{LEAD}\n\nVelmora Post\n\nPolice searched the newspaper's office and held two of its editors overnight.",
        f"{LEAD}\n\nBo Ranau\n\n{BIO}",
        f"{LEAD}\n\n{BIO}",
    ):
        assert kept(text, own) == [text]
    quoting = f"{LEAD}\n\nAbout the author\n\n{MORE}"
    assert kept(quoting, own)[-1] == MORE


def test_a_saved_page() -> None:
    text = "\n\n".join(
        [
            "Skip to content",
            "Home | World | Asia",
            "Three printers held in Velmora",
            "Breaking News",
            "Three printers held in Velmora",
            "A printer is led away. © 2019 Ada Brenn/Reuters",
            "4 March 2019",
            LEAD,
            "Advertisement",
            MORE,
            LAST,
            "Your gift can help free people who are jailed for what they write.",
            "Region / Country",
            "Related stories",
            "Harbour fees rise again",
            "Welcome back!",
        ]
    )
    assert kept(text) == [
        "Three printers held in Velmora",
        "A printer is led away.",
        f"4 March 2019\n\n{LEAD}",
        f"{MORE}\n\n{LAST}",
    ]


def test_nothing_but_furniture() -> None:
    assert content("Skip to content\n\nShare this", Metadata()) == ()
    assert content("", Metadata()) == ()


WRAPPED = """Police in the harbour town of Velmora arrested three
printers on Monday after a raid on their shop, a lawyer
Donate gave as his name said. Follow us, the officers
Share and Tarrant told the three, who were then taken to
a station outside the town and have not been charged.

Advertisement

The families have had no word from any of the three men
and do not know where they are."""


def test_lines_of_wrapped_text_are_no_paragraphs() -> None:
    found = paragraphs(WRAPPED)
    assert [p.text.split()[0] for p in found] == ["Police", "Advertisement", "The"]
    assert len(kept(WRAPPED)) == 2
    assert found[0].span == Span(0, WRAPPED.index("\n\n"))


def test_lines_that_fit_their_sentence_are_paragraphs() -> None:
    text = f"Three printers held in Velmora\nBy Ada Brenn\n{LEAD}\n{MORE}"
    assert [p.text for p in paragraphs(text)] == text.split("\n")
