"""Markdown as markdown-it-py reads it, HTML as a browser shows it, and plain text say the same words, in each language."""

import difflib
import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from records import AS_OF, CARRIERS, TEMPLATES

from guidegen.catalogue import load
from guidegen.render import Records, render_guide, templates_for

WORD = re.compile(r"[^\W_]+")


class Shown(HTMLParser):
    """The text of a page without the drawing, which has its words beside it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.drawing = 0
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.drawing += tag == "svg"
        self.parts.append("" if tag in ("wbr", "span", "b", "strong", "small", "kbd") else " ")

    def handle_endtag(self, tag: str) -> None:
        self.drawing -= tag == "svg"

    def handle_data(self, data: str) -> None:
        self.parts.append("" if self.drawing else data)


def words_of_html(text: str) -> list[str]:
    shown = Shown()
    shown.feed(text)
    return WORD.findall("".join(shown.parts))


def words_of_markdown(text: str) -> list[str]:
    def content(token: Token) -> str:
        return "".join(map(content, token.children)) if token.children else token.content or " " * (token.nesting == 0)

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return WORD.findall(" ".join(content(token) for token in tokens if token.type == "inline"))


def words_of_text(text: str) -> list[str]:
    """Lines that continue are joined as their language joins them; the numbers of steps are marks, no words."""
    joined = re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef])\n +(?=\S)|(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[^\n\-=0-9])", "", text)
    return WORD.findall(re.sub(r"(?m)^\d+\. ", "", joined))


READERS = {"html": words_of_html, "md": words_of_markdown, "txt": words_of_text}


@pytest.fixture(scope="module")
def records() -> Records:
    catalogue = load(CARRIERS, AS_OF)
    assert [finding for finding in catalogue.findings if finding.severity == "error"] == []
    return Records(catalogue.carriers, catalogue.countries, AS_OF)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_formats_say_the_same_words(records: Records, language: str) -> None:
    templates = {format: templates_for(TEMPLATES, language, format) for format in READERS}
    for key in records.carriers:
        view = records.view(key)
        html, markdown, text = (READERS[format](render_guide(view, made)) for format, made in templates.items())
        assert len(html) > 100
        assert difference(html, markdown) == [], key
        assert difference(html, text) == [], key


def difference(one: list[str], other: list[str]) -> list[str]:
    """Words that only one of the two says, with a few around them; empty where both say the same in the same order."""
    return [] if one == other else list(difflib.unified_diff(one, other, lineterm="", n=4))[2:40]
