"""What a reader meets: a small screen, large letters, a keyboard, paper, no network, another language."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browsing import KINDS, OTHERS, as_json

pytestmark = pytest.mark.browser

TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
BROKEN = """[...document.querySelectorAll("kbd:not(.long)")]
  .filter(code => code.getClientRects().length > 1).map(code => code.textContent)"""


@pytest.mark.parametrize("letters", [100, 200])
def test_no_page_scrolls_sideways_on_a_small_phone(reader: Callable[..., Any], letters: int) -> None:
    window = reader(width=320)
    wide = {}
    for path in (*KINDS, *OTHERS):
        page = window.open(path)
        page.evaluate(f"document.documentElement.style.fontSize = '{letters}%'")
        if page.evaluate(TOO_WIDE) > 0:
            wide[path] = page.evaluate(TOO_WIDE)
    assert not wide, as_json(wide)


def test_codes_stay_in_one_piece_and_one_tap_selects_them(reader: Callable[..., Any]) -> None:
    window = reader(width=320)
    for path in KINDS:
        page = window.open(path)
        assert page.evaluate(BROKEN) == [], path
    page = window.open("zh/sa/stc-sawa.html")
    assert page.evaluate("getComputedStyle(document.querySelector('kbd')).userSelect") == "all"


def test_a_page_asks_for_nothing_but_itself_and_keeps_nothing(reader: Callable[..., Any]) -> None:
    window = reader()
    for path in (*KINDS, *OTHERS):
        page = window.open(path)
        assert page.evaluate("document.cookie") == "", path
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0, path
    assert window.messages == []
    assert window.requests == [(window.site / path).as_uri() for path in (*KINDS, *OTHERS)]


def test_nothing_moves(reader: Callable[..., Any]) -> None:
    page = reader(reduced_motion="reduce").open("en/gb/giffgaff.html")
    assert page.evaluate("document.getAnimations().length") == 0


def test_forced_colours_keep_boxes_and_the_time_line(reader: Callable[..., Any]) -> None:
    page = reader(forced_colors="active").open("en/gb/giffgaff.html")
    width = "getComputedStyle(document.querySelector('.open')).borderTopWidth"
    ink = "getComputedStyle(document.querySelector('svg path')).stroke"
    paper = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(width) == "1px"
    assert page.evaluate(ink) != page.evaluate(paper)


def test_a_status_has_words_and_a_shape(reader: Callable[..., Any]) -> None:
    page = reader().open("en/gb/giffgaff.html")
    marks = page.evaluate("""[...document.querySelectorAll(".status")].map(status =>
      [status.textContent.trim(), getComputedStyle(status, "::before").content])""")
    assert len(marks) > 20
    assert all(words and shape not in ("none", "normal") for words, shape in marks)
    assert len({shape for _, shape in marks}) >= 4


def test_the_keyboard_reaches_everything_and_shows_where_it_is(reader: Callable[..., Any]) -> None:
    page = reader(width=1280).open("en/index.html")
    reached = []
    for _ in range(16):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            page.keyboard.press("Enter")
        reached.append(
            page.evaluate("document.activeElement.id || document.activeElement.type || document.activeElement.pathname")
        )
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert "q" in reached
    assert reached.count("checkbox") == 4
    assert any(str(place).endswith("zh/index.html") for place in reached)


def test_the_contents_open_by_key_and_lead_to_a_section(reader: Callable[..., Any]) -> None:
    page = reader().open("en/gb/giffgaff.html")
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Keep your number").press("Enter")
    assert page.evaluate("location.hash") == "#keep"
    assert page.evaluate("Math.abs(document.getElementById('keep').getBoundingClientRect().top)") < 40


@pytest.mark.parametrize(
    "path", ["gb/giffgaff.html", "index.html", "about.html", "th.html", "which.html", "coverage.html"]
)
def test_every_page_leads_to_its_twin_and_back(reader: Callable[..., Any], path: str) -> None:
    page = reader().open(f"en/{path}")
    page.get_by_role("link", name="中文", exact=True).click()
    assert page.url.endswith(f"/zh/{path}")
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    page.get_by_role("link", name="English", exact=True).click()
    assert page.url.endswith(f"/en/{path}")


@pytest.mark.parametrize("path", ["which.html", "coverage.html"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page_on_all_guides_is_short_until_one_opens_a_part(
    reader: Callable[..., Any], language: str, path: str
) -> None:
    page = reader(java_script_enabled=False).open(f"{language}/{path}")
    parts = page.locator("details")
    assert parts.count() > 20
    height = "document.documentElement.scrollHeight"
    assert page.evaluate(height) < 7000
    part = parts.nth(5)
    assert not part.locator("a").first.is_visible()
    part.locator("summary").press("Enter")
    assert part.locator("a").first.is_visible()


@pytest.mark.parametrize("path", ["which.html", "coverage.html"])
def test_paper_shows_every_part(reader: Callable[..., Any], path: str) -> None:
    page = reader().open(f"en/{path}")
    page.emulate_media(media="print")
    hidden = "[...document.querySelectorAll('details a')].filter(link => !link.checkVisibility()).length"
    assert page.evaluate(hidden) == 0


def test_labels_of_another_script_keep_their_direction(reader: Callable[..., Any]) -> None:
    window = reader()
    found = []
    for path in ("eg/vodafone", "ae/du", "sa/stc-sawa", "dz/djezzy"):
        page = window.open(f"en/{path}.html")
        found += page.evaluate("""[...document.querySelectorAll("[lang=ar]")].map(label =>
          [getComputedStyle(label).direction, getComputedStyle(label).unicodeBidi])""")
    assert found
    assert set(map(tuple, found)) == {("rtl", "isolate")}


PAGE = re.compile(rb"/Type /Page\b")


# These say too much for two pages of A5 in letters of 7.5 points; they take a third.
THREE_OF_A5 = {
    f"en/{guide}.html"
    for guide in (
        "cn/china-unicom", "de/o2", "de/telekom", "de/vodafone-callya", "gb/lebara", "ng/mtn", "sa/stc-sawa",
        "sg/starhub", "uz/ucell",
    )
}  # fmt: skip


def pages_of(window: Any, path: str, paper: str) -> int:
    return len(PAGE.findall(window.open(path).pdf(format=paper)))


def longest(site: Path, count: int) -> list[str]:
    """The longest guides of both languages, by bytes."""
    guides = sorted(site.glob("??/??/*.html"), key=lambda file: file.stat().st_size)
    return [file.relative_to(site).as_posix() for file in guides[-count:]]


def test_every_guide_prints_on_two_pages_of_a4(reader: Callable[..., Any], real_site: Path) -> None:
    window = reader()
    assert not {path: pages for path in longest(real_site, 1000) if (pages := pages_of(window, path, "A4")) > 2}


def test_the_longest_guides_print_on_two_pages_of_a5(reader: Callable[..., Any], real_site: Path) -> None:
    window = reader()
    printed = {path: pages_of(window, path, "A5") for path in longest(real_site, 60)}
    assert {path for path, pages in printed.items() if pages > 2} <= THREE_OF_A5
    assert max(printed.values()) <= 3


LETTERS = """[...document.querySelectorAll("main *")].filter(each => each.checkVisibility() && each.innerText)
  .map(each => parseFloat(getComputedStyle(each).fontSize) * .75)"""


@pytest.mark.parametrize(("width", "least"), [(559, 7.5), (794, 8)])
def test_printed_letters_can_be_read(reader: Callable[..., Any], width: int, least: float) -> None:
    for path in ("en/sa/stc-sawa.html", "zh/uz/ucell.html"):
        page = reader(width=width).open(path)
        page.emulate_media(media="print")
        assert min(page.evaluate(LETTERS)) >= least - 0.01, path


def test_print_leaves_out_what_paper_cannot_do(reader: Callable[..., Any]) -> None:
    page = reader(width=794).open("zh/gb/giffgaff.html")
    page.emulate_media(media="print")
    assert page.locator("nav").evaluate_all("navs => navs.filter(nav => nav.offsetHeight).length") == 0
    assert page.evaluate(BROKEN) == []
    assert page.locator(".counter").first.is_visible()
