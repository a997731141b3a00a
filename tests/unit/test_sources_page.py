"""Web pages: rendering, what they say of themselves, and what makes one unfit."""

import json

import pytest
import trafilatura

from hrkg.errors import ArticleError
from hrkg.model import Article, Metadata
from hrkg.sources import Source, read

BODY = "".join(
    f"<p>Police in the harbour town of Velmora arrested {who} on Monday after a raid on a shop in {where} Street, a "
    "lawyer for the family said, and took the detainee to a station outside the town.</p>"
    for who, where in (
        ("a printer", "North"),
        ("a teacher", "South"),
        ("a nurse", "West"),
        ("a baker", "East"),
    )
)


def page(head: str = "", body: str = BODY, html: str = '<html lang="en">') -> str:
    return (
        f'<!DOCTYPE html>{html}<head><meta charset="utf-8"><title>Held - Velmora Post</title>{head}</head><body>'
        f'<nav><a href="/">Home</a> <a href="/w">World</a></nav><article>{body}</article>'
        "<footer><p>Sign up for our newsletter</p></footer></body></html>"
    )


def reading(html: str | bytes, row: Metadata | None = None, name: str = "a.html") -> Article:
    return read(Source(name, data=html if isinstance(html, bytes) else html.encode(), row=row))


def said(head: str = "", body: str = BODY, html: str = '<html lang="en">') -> Metadata:
    return reading(page(head, body, html)).metadata


def test_rendering() -> None:
    article = reading(page(body=f"<h1>Four held in Velmora</h1>{BODY}<script>alert('x')</script>"))
    assert article.rendering == f"trafilatura {trafilatura.__version__}"
    assert "<" not in article.text
    assert "alert" not in article.text
    assert "newsletter" not in article.text
    words = "\n".join(s.of(article.text) for s in article.content)
    assert [who in words for who in ("a printer", "a teacher", "a nurse", "a baker")] == [True] * 4
    assert reading(page(body=f"<h1>Four held in Velmora</h1>{BODY}<script>alert('x')</script>")) == article


def test_furniture_that_the_renderer_leaves_goes() -> None:
    article = reading(page(body=f"{BODY}<p>Your gift can help free people who are jailed.</p>"))
    assert not any("Your gift" in s.of(article.text) for s in article.content)


@pytest.mark.parametrize("name", ["a.html", "A.HTM", "a.xhtml"])
def test_suffixes(name: str) -> None:
    assert reading(page(), name=name).rendering.startswith("trafilatura")


def test_standard_input_is_looked_at() -> None:
    assert reading(page(), name="-").rendering.startswith("trafilatura")
    assert reading('\ufeff <?xml version="1.0"?>' + page(), name="-").rendering.startswith("trafilatura")
    assert reading("Police in Velmora arrested three printers on Monday.", name="-").rendering == "text"


def test_an_xml_declaration_does_not_change_the_letters() -> None:
    article = reading('<?xml version="1.0" encoding="iso-8859-1"?>' + page(body=BODY.replace("nurse", "né")))
    assert "a né on" in article.text


def test_declared_encodings() -> None:
    html = page(body=BODY.replace("a nurse", "“Zoë” – a nurse")).replace('"utf-8"', '"ISO-8859-1"')
    assert "“Zoë” – a nurse" in reading(html.encode("cp1252")).text
    assert "“Zoë” – a nurse" in reading(html.encode()).text
    with pytest.raises(ArticleError, match="is not UTF-8"):
        reading(html.replace('"ISO-8859-1"', '"no-such"').encode("cp1252"))
    with pytest.raises(ArticleError, match="is not UTF-8"):
        reading(html.replace('"ISO-8859-1"', '"utf-8"').encode("cp1252"))
    with pytest.raises(ArticleError, match="nor the"):
        reading(html.replace('"ISO-8859-1"', '"hex"').encode("cp1252"))


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("<html><body></body></html>", "no article text"),
        ("<html><body><script>var a = 1;</script></body></html>", "no article text"),
        ("<p>x</p>", "no web page that can be parsed"),
        (page(body="<div>" * 100_000 + BODY), "deeper than 200"),
        (page(body="<div>" * 220 + BODY), "deeper than 200"),
        (
            '<!DOCTYPE html [<!ENTITY a "b">]><html><body>&a;' + BODY + "</body></html>",
            "entities .* at offset 0",
        ),
        (
            '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD" "x" [<!ENTITY c "&a;">]><html>&c;</html>',
            "entities .* at offset 21",
        ),
        (
            page(body="<p>La police a arrêté trois imprimeurs lundi à Velmora, a dit un avocat.</p>" * 6),
            "another lang",
        ),
    ],
)
def test_unfit(html: str, problem: str) -> None:
    with pytest.raises(ArticleError, match=rf"^a\.html .*{problem}"):
        reading(html)


def test_depth_that_pages_have_is_fine() -> None:
    assert "a nurse" in reading(page(body="<div>" * 60 + BODY + "</div>" * 60)).text


def test_entities_are_not_expanded() -> None:
    assert "&lol;" in reading(page(body=BODY.replace("a nurse", "a nurse &lol;"))).text


def test_a_page_silent_of_itself_says_nothing() -> None:
    body = f"<p>4 years ago, on 5 May 2014.</p>{BODY}<a href='/2014/05/05/x'>x</a>"
    assert said(body=body, html="<html>") == Metadata()


def test_meta_elements() -> None:
    head = """<meta property="og:title" content="Four held in Velmora - Velmora Post">
        <meta property="og:site_name" content="Velmora Post"><meta name="author" content="By Ada Brenn and Olu Tarrant">
        <meta property="article:published_time" content="2019-03-04T23:10:00+05:00">
        <link rel="canonical" href="https://post.example/2019/held">"""
    assert said(head) == Metadata(
        url="https://post.example/2019/held",
        headline="Four held in Velmora",
        publisher="Velmora Post",
        published="2019-03-04",
        authors=("Ada Brenn", "Olu Tarrant"),
        language="en",
    )


def ld(**fields: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def test_json_ld() -> None:
    node = ld(
        headline="Four held in Velmora",
        datePublished="2019-03-04T10:00:00Z",
        dateModified="2020-01-01",
        publisher={"@type": "Organization", "name": "Velmora Post"},
        author=[{"@type": "Person", "name": "Ada Brenn"}, {"@type": "Organization", "name": "Velmora Post"}],
    )
    got = said(node)
    assert (got.headline, got.published, got.publisher, got.authors) == (
        "Four held in Velmora",
        "2019-03-04",
        "Velmora Post",
        ("Ada Brenn",),
    )


def test_escapes_smuggle_in_nothing_that_cannot_be_written() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "Article",'
        ' "headline": "Four\\ud800 held\\u0007 there \\ud83d\\ude00",'
        ' "publisher": "Velmora\\u009b Post", "author": "Ada\\udfff Brenn"}</script>'
    )
    got = said(head)
    assert (got.headline, got.publisher, got.authors) == (
        "Four held there 😀",
        "Velmora Post",
        ("Ada Brenn",),
    )
    assert said('<meta property="og:title" content="Four held&#7; there">').headline == "Four held there"


@pytest.mark.parametrize("encoding", ["unicode_escape", "utf-7", "idna", "punycode", "undefined", "rot13"])
def test_encodings_that_no_browser_takes(encoding: str) -> None:
    html = page().replace("utf-8", encoding).replace("a nurse", "a n\\ud800rse").encode() + b"\xe9"
    with pytest.raises(ArticleError, match=r"a\.html is (neither|not) UTF-8"):
        reading(html)


def test_json_ld_in_a_graph_and_of_another_kind() -> None:
    graph = {
        "@graph": [{"@type": "WebPage", "name": "x"}, {"@type": ["Article"], "headline": "Four held there"}]
    }
    assert (
        said(f'<script type="application/ld+json">{json.dumps(graph)}</script>').headline == "Four held there"
    )
    assert (
        said('<script type="application/ld+json">{"@type": "Recipe", "name": "Four soups"}</script>').headline
        is None
    )


def test_json_ld_of_several_articles_or_broken_says_nothing() -> None:
    assert said(ld(headline="Four held there") + ld(headline="Harbour fees rise")).headline is None
    assert said('<script type="application/ld+json">{"@type": </script>').headline is None
    assert said('<script type="application/ld+json">' + "[" * 100_000 + "</script>").headline is None


@pytest.mark.parametrize(
    ("marks", "published"),
    [
        ('<time itemprop="datePublished" datetime="2019-03-04">Monday</time>', "2019-03-04"),
        (
            '<time pubdate datetime="2019-03-04T10:00">x</time><time datetime="2020-01-01">x</time>',
            "2019-03-04",
        ),
        ('<time datetime="2019-03-04">x</time><time datetime="2019-03-04T09:00">x</time>', "2019-03-04"),
        ('<time datetime="2019-03-04">x</time><time datetime="2019-03-09">x</time>', None),
        ('<meta name="date" content="4 March 2019">', "2019-03-04"),
        ('<meta name="citation_publication_date" content="2019/03/04">', "2019-03-04"),
        ('<meta name="dc.date" content="2019-03">', "2019-03"),
        ('<meta name="date" content="03/04/2019">', None),
        ('<meta name="date" content="2019-02-31">', None),
        ('<meta name="date" content="2019-03-04"><meta name="pubdate" content="2019-03-05">', "2019-03-05"),
        ('<meta name="date" content="2019-03-04"><meta name="pubdate" content="2019-04-05">', None),
        ('<meta property="article:modified_time" content="2019-03-04">', None),
        ("<p>Last changed 4 March 2019, 10:00</p>", None),
    ],
)
def test_dates(marks: str, published: str | None) -> None:
    assert said(marks if marks.startswith("<meta") else "", BODY + marks).published == published


@pytest.mark.parametrize(
    ("name", "authors"),
    [
        ("Ada Brenn", ("Ada Brenn",)),
        ("Ada Brenn; Olu Tarrant", ("Ada Brenn", "Olu Tarrant")),
        ("admin", ()),
        ("Velmora Post Staff", ()),
        ("https://social.example/ada", ()),
    ],
)
def test_authors(name: str, authors: tuple[str, ...]) -> None:
    assert said(f'<meta name="author" content="{name}">').authors == authors


@pytest.mark.parametrize("href", ["javascript:alert(1)", "/relative", "https://a.example/<x>"])
def test_unsafe_addresses_are_left_out(href: str) -> None:
    assert said(f'<link rel="canonical" href="{href}">').url is None


def test_the_only_h1_is_the_headline() -> None:
    assert said(body=f"<h1>Four held in Velmora</h1>{BODY}").headline == "Four held in Velmora"
    assert said(body=f"<h1>Four held in Velmora</h1>{BODY}<h1>Harbour fees rise again</h1>").headline is None


def test_a_manifest_is_not_overruled() -> None:
    row = Metadata(headline="Held", published="2018", language="en")
    got = reading(
        page('<meta property="og:title" content="Four held"><meta name="date" content="2019-03-04">'), row
    )
    assert (got.metadata.headline, got.metadata.published) == ("Held", "2018")


def test_a_template_in_another_language_does_not_hide_english() -> None:
    assert said(html='<html lang="fr">').language == "en"
    with pytest.raises(ArticleError, match="fr, as the page says"):
        said(body="<h1>Conventions nationales</h1><p>Velmora Post, Oslo</p>", html='<html lang="fr">')
