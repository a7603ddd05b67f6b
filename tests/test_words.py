"""Markdown as markdown-it-py reads it, HTML as a browser shows it, and plain text say the same words."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from records import AS_OF, CARRIERS, TEMPLATES

from guidegen.catalogue import load
from guidegen.render import Records, render_guide, templates_for
from guidegen.templating import finishing

WORD = re.compile(r"[^\W_]+")


class Shown(HTMLParser):
    """The text of a page as a phone shows it: each cell of a table after the word of its column.

    Facts of one name stand together in HTML; here each is read after its name, as the other formats print it. The
    drawing is left out: its words stand beside it.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.left_out = 0
        self.facts = self.naming = self.named = False
        self.name: list[str] = []
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.left_out += tag in ("svg", "thead")
        self.parts.append("" if tag in ("wbr", "span", "b", "strong", "small", "kbd") else " ")
        self.parts.append(held.get("data-label") or "")
        if tag == "dl":
            self.facts = held.get("class") == "facts"
        elif tag == "dt":
            self.name, self.naming, self.named = [], True, True
        elif tag == "dd":
            self.parts += [] if self.named or not self.facts else [*self.name, " "]
            self.named = False

    def handle_endtag(self, tag: str) -> None:
        self.left_out -= tag in ("svg", "thead")
        self.naming = self.naming and tag != "dt"

    def handle_data(self, data: str) -> None:
        self.parts.append("" if self.left_out else data)
        if self.naming:
            self.name.append(data)


def words_of_html(text: str) -> list[str]:
    shown = Shown()
    shown.feed(text)
    return WORD.findall("".join(shown.parts))


def words_of_markdown(text: str) -> list[str]:
    """Each cell of a table after the word of its column, as on a phone."""
    parts: list[str] = []
    columns: list[str] = []
    place, opened = 0, ""
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type in ("thead_open", "tr_open"):
            columns, place = ([] if token.type == "thead_open" else columns), 0
        elif token.nesting == 1:
            opened = token.type
        elif token.type == "inline" and opened == "th_open":
            columns.append(content(token))
        elif token.type == "inline":
            parts += [columns[place]] if opened == "td_open" and place else []
            parts.append(content(token))
            place += opened == "td_open"
    return WORD.findall(" ".join(parts))


def content(token: Token) -> str:
    if token.children:
        return "".join(map(content, token.children))
    return " " if token.type == "softbreak" else token.content


def words_of_text(text: str) -> list[str]:
    """The numbers of steps are marks, no words."""
    return WORD.findall(re.sub(r"(?m)^\d+\. ", "", text))


READERS = {"html": words_of_html, "md": words_of_markdown, "txt": words_of_text}


@pytest.fixture(scope="module")
def records() -> Records:
    catalogue = load(CARRIERS, AS_OF)
    assert [finding for finding in catalogue.findings if finding.severity == "error"] == []
    return Records(catalogue.carriers, catalogue.countries, AS_OF)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_formats_say_the_same_words(records: Records, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finishing, "WIDTH", 10**9)  # a word of Chinese has no blank to tell it from a line's end
    templates = {format: templates_for(TEMPLATES, language, format) for format in READERS}
    for key in records.carriers:
        view = records.view(key)
        html, markdown, text = (READERS[format](render_guide(view, made)) for format, made in templates.items())
        assert len(html) > 100
        assert difference(html, markdown) == {}, key
        assert difference(html, text) == {}, key
        assert markdown == text, key


def difference(one: list[str], other: list[str]) -> dict[str, int]:
    """How much more often the first says a word than the second; HTML puts facts of one name together."""
    counted = Counter(one)
    counted.subtract(other)
    return {word: count for word, count in counted.items() if count}
