"""What holds for every page of the real site: its weight, its frame, its levels, its columns."""

import re
import statistics
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

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


def test_every_guide_keeps_to_its_budget(real_site: Path, pages: dict[str, str]) -> None:
    measured = sizes(real_site, pages)
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


def test_a_guide_says_the_topic_of_rules_once(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        topics = re.findall("<h3>(.*?)</h3>", text.partition('id="rules"')[2].partition('id="safety"')[0])
        assert all(one != next_one for one, next_one in pairwise(topics)), path


def test_a_style_sheet_has_the_hash_that_its_page_allows(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        [style] = re.findall("<style>(.*?)</style>", text, re.DOTALL)
        allowed = b64encode(sha256(style.encode()).digest()).decode()
        assert f"style-src 'sha256-{allowed}'" in text, path


CARD = re.compile('<div class="counter">.*?</div>', re.DOTALL)


def test_the_card_for_shop_staff_has_english_and_on_chinese_pages_both(pages: dict[str, str]) -> None:
    assert re.findall("lang=\"([^\"]*)\">([^<]*)", CARD.findall(pages["en/th/ais.html"])[0]) == [
        ("en", "AIS top-up voucher"), ("en", "Operator: AIS"), ("en", "Amount: "),
    ]  # fmt: skip
    for path, text in pages.items():
        for card in CARD.findall(text):
            tags = re.findall('lang="([^"]*)"', card)
            assert tags[0] == "en", path
            if path.startswith(("zh/", "en/cn/")):
                assert any(tag.startswith("zh") for tag in tags), path


def test_markdown_needs_no_html_and_says_what_the_page_says(real_site: Path, pages: dict[str, str]) -> None:
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    for file in real_site.glob("??/??/*.md"):
        tokens = reader.parse(file.read_text())
        kinds = {each.type for token in tokens for each in (token, *(token.children or ()))}
        assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_block", "fence"}, file
        levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
        page = pages[file.relative_to(real_site).with_suffix(".html").as_posix()]
        assert levels == Outline(page).levels, file


def test_contents_are_the_words_of_the_sections() -> None:
    body = '<h2 id="way-1">Dial a code: <kbd>*100#</kbd></h2><h3 id="no">No</h3><h2>No</h2>'
    assert contents(body) == [("way-1", "Dial a code: *100#")]
