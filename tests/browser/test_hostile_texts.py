"""Texts that run where a page does not escape them (`data/xss.txt`), in every text field of a record, in Chromium.

The rules would refuse most of them; here pages are made as if no rule had looked. Nothing runs, nothing is asked for,
and each page has the elements that it has with plain words.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from always import LEADING
from browsing import Reader
from fullest import fullest_carrier, fullest_country, with_texts
from hostile import hostile_texts
from records import AS_OF, TEMPLATES

from guidegen.render import Records
from guidegen.site import Site

pytestmark = pytest.mark.browser

TEXTS = hostile_texts()
CARRIER, COUNTRY = fullest_carrier(), fullest_country()
# Pages that put names into groups by how they are written, so that their elements depend on the texts.
SORTED = ("index", "which")
GUIDE = ("gb/case",)
PAGES = (*GUIDE, "gb", "index", "about", "which", "coverage")
TRAPS = """
  window.ran = [];
  for (const name of ["alert", "confirm", "prompt", "print", "open"])
    window[name] = (...given) => { window.ran.push(name) };
"""
# Every element with its attributes, of those that lead somewhere with the value, and every comment.
ELEMENTS = """leading => {
  const found = [], walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.localName == "wbr") continue;
    const attributes = [...node.attributes || []].filter(held => !["class", "data-s"].includes(held.name));
    found.push(node.nodeName + attributes.map(held => " " + held.name + leading.includes(held.name) * 1
      + (leading.includes(held.name) ? held.value : "")).sort().join(""));
  }
  return found;
}"""
WHAT_RAN = "() => [...window.ran, ...Object.keys(window)]"


def pages(language: str, text: Callable[[int], str], names: tuple[str, ...]) -> dict[str, str]:
    """The pages of a site of one record, with a text beside the marker of each field."""

    def placed(marker: str) -> str:
        number = int(marker[6:-1])
        return text(number) + marker if number % 2 else marker + text(number)

    records = Records({"gb/case": with_texts(CARRIER, placed)}, {"gb": with_texts(COUNTRY, placed)}, AS_OF)
    recipes = Site(records, TEMPLATES, ["en", "zh"], ["html"]).recipes()
    return {name: recipes[f"{language}/{name}.html"]().text for name in names}


@pytest.fixture
def window(chromium: Any, tmp_path: Path) -> Iterator[Reader]:
    context = chromium.new_context()
    made = Reader(context.new_page(), tmp_path).watch()
    made.page.on("dialog", lambda dialog: made.messages.append(dialog.message) or dialog.dismiss())
    made.page.add_init_script(TRAPS)
    made.page.set_default_timeout(120_000)  # pages of half a megabyte, on a machine that tests something else besides
    yield made
    context.close()


def seen(window: Reader, text: str) -> tuple[list[str], list[str]]:
    """The elements of a page and what ran on it, opened from disk."""
    (window.site / "page.html").write_text(text, encoding="utf-8")
    page = window.open("page.html")
    return page.evaluate(ELEMENTS, list(LEADING)), page.evaluate(WHAT_RAN)


def assert_dead(window: Reader, hostile: dict[str, str], plain: dict[str, Any]) -> None:
    for name, text in hostile.items():
        window.requests.clear()
        elements, ran = seen(window, text)
        assert window.messages == [], name
        assert window.requests == [(window.site / "page.html").as_uri()], name
        assert ran == plain[name][1], name
        if name in SORTED:
            assert set(elements) <= set(plain[name][0]), name
        else:
            assert elements == plain[name][0], name


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_text_runs_in_any_field(window: Reader, language: str) -> None:
    """Twenty texts stand in a field at once, and others in the next field, until every text stood in every field."""
    assert len(TEXTS) > 100
    groups = [" ".join(TEXTS[start : start + 20]) for start in range(0, len(TEXTS), 20)]
    plain = {name: seen(window, text) for name, text in pages(language, lambda number: "plain", PAGES).items()}
    for turn in range(len(groups)):
        names = PAGES if turn == 0 else GUIDE
        hostile = pages(language, lambda number, turn=turn: groups[(number + turn) % len(groups)], names)
        assert_dead(window, hostile, plain)


def test_no_text_runs_that_is_typed_into_the_search(window: Reader) -> None:
    (index,) = pages("en", lambda number: TEXTS[number % len(TEXTS)], ("index",)).values()
    elements, ran = seen(window, index)
    for text in TEXTS:
        window.page.fill("#q", text)
    assert window.messages == []
    assert window.requests == [(window.site / "page.html").as_uri()]
    assert window.page.evaluate(WHAT_RAN) == ran
    assert {element.split()[0] for element in window.page.evaluate(ELEMENTS, [])} <= {
        element.split()[0] for element in elements
    }


def test_a_page_that_does_not_escape_is_seen(window: Reader) -> None:
    """What this test looks at sees a script, a request and an element that a text brought in."""
    plain = {"gb/case": seen(window, "<p>plain</p>")}
    for text in (
        "<script>alert(1)</script>",
        "<img src=//x.invalid/a.png>",
        "<b>",
        "<!-- -->",
        "<script>y = 2</script>",
    ):
        window.messages.clear()
        with pytest.raises(AssertionError):
            assert_dead(window, {"gb/case": f"<p>plain{text}</p>"}, plain)
