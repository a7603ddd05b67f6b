"""What holds for every page of the real site: its weight, its frame, its levels, its columns."""

import re
import statistics
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from guidegen.budget import MEDIAN_GZIPPED, MOST_GZIPPED, MOST_RAW, sizes
from guidegen.shell import contents, nested
from guidegen.templating.finishing import columns


class Outline(HTMLParser):
    """The headings of a page, its ids, its links within an article, and what it would load."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.ids: list[str] = []
        self.article_links = self.depth = 0
        self.loads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.ids += [str(held["id"])] if "id" in held else []
        self.levels += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        self.depth += tag == "article"
        self.article_links += tag == "a" and self.depth > 0
        self.loads += [tag] if tag in ("img", "link", "iframe", "video", "audio", "object", "embed") else []
        self.loads += [f"{tag} {name}" for name in held if name in ("src", "srcset", "style") or name.startswith("on")]

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "article"


@pytest.fixture(scope="module")
def pages(real_site: Path) -> dict[str, str]:
    return {file.relative_to(real_site).as_posix(): file.read_text() for file in real_site.rglob("*.html")}


@pytest.fixture(scope="module")
def outlines(pages: dict[str, str]) -> dict[str, Outline]:
    return {path: Outline(text) for path, text in pages.items()}


def test_every_guide_keeps_to_its_budget(pages: dict[str, str]) -> None:
    measured = sizes(pages)
    assert len(measured) > 200
    assert max(raw for raw, _ in measured.values()) <= MOST_RAW
    assert max(gzipped for _, gzipped in measured.values()) <= MOST_GZIPPED
    assert statistics.median(gzipped for _, gzipped in measured.values()) <= MEDIAN_GZIPPED


def test_headings_begin_with_one_h1_and_skip_no_level(outlines: dict[str, Outline]) -> None:
    for path, outline in outlines.items():
        assert outline.levels.count(1) == 1, path
        assert outline.levels[0] == 1, path
        steps = zip(outline.levels, outline.levels[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), path


def test_ids_are_unique_and_addresses_on_a_page_lead_to_one(
    pages: dict[str, str], outlines: dict[str, Outline]
) -> None:
    for path, outline in outlines.items():
        assert [name for name, count in Counter(outline.ids).items() if count > 1] == [], path
        assert set(re.findall(r'href="#([^"]+)"', pages[path])) <= set(outline.ids), path


def test_an_article_holds_no_link_and_no_page_loads_anything(outlines: dict[str, Outline]) -> None:
    for path, outline in outlines.items():
        assert outline.article_links == 0, path
        assert outline.loads == [], path


def test_links_lead_to_files_that_exist(real_site: Path, pages: dict[str, str]) -> None:
    for path, text in pages.items():
        for address in set(re.findall(r'href="([^"#]+)', text)):
            assert (real_site / path).parent.joinpath(address).resolve().is_file(), (path, address)


def test_no_sign_is_escaped_twice(pages: dict[str, str]) -> None:
    assert "AT&amp;T" in pages["en/index.html"]
    assert [path for path, text in pages.items() if re.search("&amp;(amp|lt|gt|quot|#[0-9]+);", text)] == []


def test_scripts_run_only_on_the_list_of_guides(pages: dict[str, str]) -> None:
    assert {path for path, text in pages.items() if "<script" in text} == {"en/index.html", "zh/index.html"}
    assert all(("script-src" in text) == ("<script" in text) for text in pages.values())
    assert all("default-src 'none'" in text for text in pages.values())


def test_plain_text_keeps_to_72_columns(real_site: Path) -> None:
    for file in real_site.rglob("*.txt"):
        wide = [line for line in file.read_text().split("\n") if columns(line) > 72]
        assert wide == [], file


def test_a_country_page_holds_each_of_its_guides_whole(pages: dict[str, str]) -> None:
    guides = [path for path in pages if re.fullmatch("zh/hk/.*", path)]
    country = Outline(pages["zh/hk.html"])
    assert len(guides) > 3
    assert country.levels.count(2) == len(guides)
    assert len(country.levels) == 1 + sum(len(Outline(pages[path]).levels) for path in guides)


def test_nested_guide_has_lower_headings_and_ids_of_its_own() -> None:
    guide = '<h1>Top up</h1>\n<h2 id="late">Late</h2>\n<p>h2 id="late"</p>'
    assert nested(guide, "ais") == '<h2>Top up</h2>\n<h3 id="ais-late">Late</h3>\n<p>h2 id="late"</p>'


def test_contents_are_the_words_of_the_sections() -> None:
    body = '<h2 id="way-1">Dial a code: <kbd>*100#</kbd></h2><h3 id="no">No</h3><h2>No</h2>'
    assert contents(body) == [("way-1", "Dial a code: *100#")]
