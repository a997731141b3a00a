"""`hrkg evaluate` at the command line."""

import json
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner

from hrkg.cli import main

ARTICLES = {
    "one": "Mira Kolesnik, a lawyer, was arrested in Zarova on 3 May 2024, the League for Open Courts said.\n",
    "two": "Police detained the journalist Pavel <b>Ondrus & sons</b> in Zarova on 5 May 2024.\n",
}
ANNOTATIONS = {
    "one": {
        "source": {"genre": "news", "country": "Norway"},
        "meta": {"headline": "Lawyer arrested", "published": "2024-05-04"},
        "persons": [
            {"name": "Mira Kolesnik", "occupations": ["lawyer"], "evidence": "Mira Kolesnik, a lawyer"}
        ],
        "events": [
            {
                "type": "Arrest",
                "affected": ["Mira Kolesnik"],
                "place": "Zarova",
                "edtf": "2024-05-03",
                "evidence": "was arrested",
            }
        ],
        "traps": [{"view": "persons", "value": "Mira Kolesnik", "why": "to see one sprung"}],
    },
    "two": {
        "source": {"genre": "statement"},
        "meta": {},
        "persons": [{"name": "Somebody Else", "evidence": "Police detained the journalist"}],
    },
}


@pytest.fixture
def folder(tmp_path):
    gold = tmp_path / "gold"
    gold.mkdir()
    for name, text in ARTICLES.items():
        (gold / f"{name}.txt").write_text(text, encoding="utf-8")
        (gold / f"{name}.json").write_text(json.dumps(ANNOTATIONS[name]), encoding="utf-8")
    return gold


def run(*arguments):
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


def test_a_table_of_all_views(folder):
    result = run(folder)
    assert result.exit_code == 0, result.output
    rows = {line.split()[0]: line.split()[-1] for line in result.stdout.splitlines() if line.count("/") == 2}
    assert rows["events"].startswith("1/")
    assert rows["occupations"].startswith("1/")
    assert "mean F1 of the eleven groups" in result.stdout
    assert "traps sprung 1 of 1" in result.stdout
    assert "statements without a report 0" in result.stdout


def test_json_is_stable_and_parts_add_up(folder):
    result = run(folder, "--format", "json", "--by", "genre")
    assert result.exit_code == 0
    assert result.stdout == run(folder, "--format", "json", "--by", "genre", "--threads", "1").stdout
    told = json.loads(result.stdout)
    assert list(told["parts"]) == ["news", "statement"]
    for view, figures in told["views"].items():
        assert figures["right"] == sum(part["views"][view]["right"] for part in told["parts"].values())
    assert told["evidence"]["exact"] == told["evidence"]["spans"] > 0
    assert told["metadata"] == {"right": 2, "annotated": 2}
    assert list(json.loads(run(folder, "--format", "json", "--by", "country").stdout)["parts"]) == [
        "Norway",
        "–",
    ]


def test_without_metadata(folder):
    told = json.loads(run(folder, "--format", "json", "--no-manifest").stdout)
    assert told["metadata"] == {"right": 0, "annotated": 2}


def test_errors_come_worst_first_with_their_sentence(folder):
    told = json.loads(run(folder, "--format", "json", "--errors", "50").stdout)
    kinds = [error["kind"] for error in told["errors"]]
    order = ["trap sprung", "wrong", "wrong detail", "missed"]
    assert kinds == sorted(kinds, key=order.index)
    assert kinds[0] == "trap sprung"
    (missed,) = [e for e in told["errors"] if e["view"] == "persons" and e["kind"] == "missed"]
    assert missed["article"] == "two"
    begin, end = missed["marked"][0]
    assert missed["sentence"][begin:end] == "Police detained the journalist"
    for error in told["errors"]:
        text = ARTICLES[error["article"]]
        assert text[error["begin"] :].startswith(error["sentence"])
    assert "«Police detained the journalist»" in run(folder, "--view", "persons", "--errors", "9").stdout


def test_one_view_alone(folder):
    result = run(folder, "--view", "persons", "--by", "genre")
    assert "persons" in result.stdout
    assert "events" not in result.stdout
    told = json.loads(run(folder, "--view", "persons", "--format", "json", "--errors", "50").stdout)
    assert list(told["views"]) == ["persons"]
    assert {error["view"] for error in told["errors"]} == {"persons"}


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.links, self.marked, self._inside = [], [], [], False

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in ("src", "href")]
        self._inside = tag == "mark"

    def handle_endtag(self, tag):
        self._inside = False

    def handle_data(self, data):
        if self._inside:
            self.marked.append(data)


def test_a_page_needs_nothing_else_and_escapes_what_articles_say(folder, tmp_path):
    out = tmp_path / "report.html"
    result = run(folder, "--format", "html", "--by", "genre", "-o", out)
    assert result.exit_code == 0
    page = _Page()
    text = out.read_text(encoding="utf-8")
    page.feed(text)
    assert page.links == []
    assert "script" not in page.tags
    assert "b" not in page.tags
    assert "&lt;b&gt;Ondrus &amp; sons&lt;/b&gt;" in text
    assert "Police detained the journalist" in page.marked


def test_the_cache_changes_nothing(folder, tmp_path):
    cache = tmp_path / "cache"
    plain = run(folder, "--format", "json", "--errors", "50")
    first = run(folder, "--format", "json", "--errors", "50", "--cache", cache)
    kept = sorted(cache.iterdir())
    assert len(kept) == 2
    again = run(folder, "--format", "json", "--errors", "50", "--cache", cache)
    assert first.stdout == again.stdout == plain.stdout
    assert sorted(cache.iterdir()) == kept
    (folder / "one.txt").write_text(ARTICLES["one"] + "More.\n", encoding="utf-8")
    run(folder, "--cache", cache)
    assert len(list(cache.iterdir())) == 3
    kept[0].write_bytes(b"damaged")
    kept[1].write_bytes(b"damaged")
    result = run(folder, "--cache", cache)
    assert result.exit_code == 2
    assert "is damaged" in result.stderr


def test_texts_elsewhere_and_named(folder, tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    (folder / "one.txt").rename(texts / "first.txt")
    (folder / "two.txt").rename(texts / "two.txt")
    named = {**ANNOTATIONS["one"], "source": {"file": "first.txt"}}
    (folder / "one.json").write_text(json.dumps(named), encoding="utf-8")
    result = run(folder, "--texts", texts)
    assert result.exit_code == 0, result.output
    assert "articles 2" in result.stdout


def test_what_cannot_be_used_is_skipped_and_told(folder):
    (folder / "bad.json").write_text('{"persons": [{}]}', encoding="utf-8")
    (folder / "bad.txt").write_text("x", encoding="utf-8")
    (folder / "two.txt").write_text("", encoding="utf-8")
    result = run(folder)
    assert result.exit_code == 1
    assert "bad.json: persons[0].name must be there" in result.stderr
    assert "two.txt is scored as if nothing was read of it" in result.stderr
    assert "articles 2" in result.stdout


def test_cannot_run(tmp_path):
    assert run(tmp_path / "nowhere").exit_code == 2
    result = run(tmp_path)
    assert result.exit_code == 2
    assert "holds no annotated article" in result.stderr
    assert run(tmp_path, "--view", "nothing").exit_code == 2
