"""No text in a record can change the structure of a page, and every text reaches the reader, in each of the formats."""

from collections.abc import Callable, Iterator

import pytest
from always import STRUCTURES, first_difference
from fullest import MARKER, fullest_carrier, fullest_country, with_texts
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from records import AS_OF, TEMPLATES

from guidegen.render import Records
from guidegen.site import Site
from guidegen.templating import finishing

CARRIER, COUNTRY = fullest_carrier(), fullest_country()
NASTY = [
    "<script>alert(1)</script>",
    "</article></main><p>",
    "<!-- ",
    "]]>",
    "&lt;b&gt; &amp; &#60;",
    '" onclick="x" \'',
    "{{ 7 * 7 }} {% raw %} {#",
    "[here](there) ![x](y) [a]: b",
    "*a* _b_ **c** ~~d~~ `e` ``f",
    "\\",
    "| a | b |",
    "# heading",
    "== heading ==",
    "-- heading --",
    "- item",
    "+ item",
    "1. item",
    "1) item",
    "> quote",
    "    indented",
    "---",
    "===",
    "***",
    "```",
    "a\nb\n\n# c",
    "a\r\n- b\u2028c\x85d",
    "<auto@link>",
    "a  ",
    "&nbsp;",
    "\u202eabc",
    "中文",
]


# Pages that put names into groups by how they are written; there a tag may stand more or less often, but no other one.
SORTED = ("which.html", "index.html")


Choose = Callable[[int], str]


def structures(choose: Choose) -> dict[str, list[object]]:
    """The structure of every page, where each text of the record begins or ends with the one chosen for it.

    Each keeps its marker, so that two texts stay two. No text of a record begins or ends with a blank (G105); the marks
    of Markdown depend on that.
    """

    def text(marker: str) -> str:
        number = int(marker[6:-1])
        return (choose(number) + marker if number % 2 else marker + choose(number)).strip()

    records = Records({"gb/case": with_texts(CARRIER, text)}, {"gb": with_texts(COUNTRY, text)}, AS_OF)
    recipes = Site(records, TEMPLATES, ["en", "zh"], ["html", "md", "txt"]).recipes()
    # The page of a country is made of the guides that stand here already.
    pages = [make() for path, make in recipes.items() if not path.endswith("/gb.html")]
    return {page.path: STRUCTURES[page.format](page.text) for page in pages}


@pytest.fixture(scope="module")
def plain() -> Iterator[dict[str, list[object]]]:
    """The structure with harmless words; in plain text each paragraph on one line, since words of another length
    break it elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finishing, "WIDTH", 10**9)
        yield structures(lambda number: "plain words")


def assert_same(found: dict[str, list[object]], plain: dict[str, list[object]]) -> None:
    for path, structure in found.items():
        if path.endswith(SORTED):
            assert set(structure) <= set(plain[path]), path
        else:
            assert first_difference(structure, plain[path]) is None, path


@pytest.mark.parametrize("turn", range(0, len(NASTY), 6))
def test_no_text_changes_the_structure(plain: dict[str, list[object]], turn: int) -> None:
    """All of these texts at once, each field with another one, and with yet another one in the next turn."""
    assert {path.rsplit(".", 1)[1] for path in plain} == {"html", "md", "txt"}
    assert_same(structures(lambda number: NASTY[(number + turn + number // len(NASTY)) % len(NASTY)]), plain)


nasty_texts = st.text(st.sampled_from("<>&\"'`*_~[]()!|#+-=.1 \n\\/:;%中"), min_size=1, max_size=12)


# Two pages of 40,000 tokens are compared in each example, so there are few, and none is made smaller.
@settings(max_examples=3, deadline=None, phases=[Phase.generate])
@given(texts=st.lists(nasty_texts, min_size=40, max_size=40))
def test_no_mixture_of_marks_changes_the_structure(plain: dict[str, list[object]], texts: list[str]) -> None:
    assert_same(structures(lambda number: texts[number % len(texts)]), plain)


def texts_of(value: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Every marker of a record with the field that holds it."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_of(getattr(value, name), f"{where}.{name}")
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item, where)
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts_of(item, where)
    elif isinstance(value, str) and MARKER.fullmatch(value):
        yield where, value


# What a guide does not say in words, and why.
UNSAID = {
    ".also_known_as": "other names lead to the guide from the search of the index",
    ".misspellings": "misspellings lead to the guide from the search of the index",
    ".channels.steps.en": "the steps of a way that is over",
    ".channels.steps.zh": "the steps of a way that is over",
    ".channels.labels.lang": "the language of a label is an attribute in HTML",
    ".sources.lang": "the language of a title is an attribute in HTML",
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("format", ["html", "md", "txt"])
def test_every_text_of_a_record_reaches_the_reader(language: str, format: str) -> None:
    """A caveat that stands in a record and not in the guide would make the guide say more than its source."""
    site = Site(Records({"gb/case": CARRIER}, {"gb": COUNTRY}, AS_OF), TEMPLATES, [language], [format])
    page = site.recipes()[f"{language}/gb/case.{format}"]().text
    other = {"en": ".zh", "zh": ".en"}[language]
    held = [*texts_of(CARRIER), *texts_of(COUNTRY)]
    lost = {where for where, text in held if not where.endswith(other) and text not in page}
    assert lost - set(UNSAID) == set()
