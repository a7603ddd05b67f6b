"""The list of guides: found as one types, in either script, misspelt; whole without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser


def shown(page: Any) -> list[str]:
    """The guides that the list still shows, by address."""
    links = page.locator(".land li:not([hidden]) a:visible")
    return [link.get_attribute("href") for link in links.all()]


def typed(window: Any, language: str, words: str) -> list[str]:
    page = window.open(f"{language}/index.html")
    page.locator("#q").press_sequentially(words)
    return shown(page)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("words", "guide"),
    [
        ("giffgaff", "gb/giffgaff.html"),
        ("GIFF", "gb/giffgaff.html"),
        ("gifgaf", "gb/giffgaff.html"),
        ("gfifgaff", "gb/giffgaff.html"),
        ("中国联通", "cn/china-unicom.html"),
        ("联通", "cn/china-unicom.html"),
        ("中國联通", "cn/china-unicom.html"),
        ("china unicom", "cn/china-unicom.html"),
        ("chinaunicom", "cn/china-unicom.html"),
        ("thailand ais", "th/ais.html"),
        ("tailand", "th/ais.html"),
        ("泰国", "th/ais.html"),
        ("泰国 AIS", "th/ais.html"),
        ("泰国AIS", "th/ais.html"),
        ("UK", "gb/giffgaff.html"),
        ("乌兹别克", "uz/ucell.html"),
        ("uzbekstan", "uz/ucell.html"),
    ],
)
def test_a_name_finds_its_guide(reader: Callable[..., Any], language: str, words: str, guide: str) -> None:
    window = reader()
    found = typed(window, language, words)
    assert guide in found
    assert len(found) < 20
    assert window.messages == []


def test_the_number_of_guides_is_said(reader: Callable[..., Any]) -> None:
    window = reader()
    typed(window, "en", "giffgaff")
    assert window.page.locator("#said").inner_text() == "1 guide"
    typed(window, "en", "gifgoff")
    assert window.page.locator("#said").inner_text().startswith("No name is written like that.")


def test_not_found_says_so_and_leads_on(reader: Callable[..., Any]) -> None:
    window = reader()
    assert typed(window, "en", "qqxxyyzz") == []
    assert window.page.locator("#none").is_visible()
    window.page.locator("#none a", has_text="ask for a guide").click()
    assert window.page.url.endswith("en/about.html#ask")
    typed(window, "zh", "没有这个名称")
    window.page.locator("#none a").first.click()
    assert window.page.url.endswith("zh/which.html")


def test_an_emptied_field_brings_the_whole_list_back(reader: Callable[..., Any]) -> None:
    window = reader()
    every = shown(window.open("en/index.html"))
    typed(window, "en", "china")
    window.page.locator("#q").fill("")
    assert shown(window.page) == every
    assert window.page.locator("#said").inner_text() == ""


def test_enter_opens_the_only_guide_left(reader: Callable[..., Any]) -> None:
    window = reader()
    typed(window, "en", "giffgaff")
    window.page.keyboard.press("Enter")
    window.page.wait_for_url("**/en/gb/giffgaff.html")


def test_filters_narrow_the_list_together(reader: Callable[..., Any]) -> None:
    page = reader().open("en/index.html")
    every = len(shown(page))
    page.locator("#search summary").click()
    page.get_by_label("works from outside").check()
    outside = shown(page)
    page.get_by_label("no mobile data").check()
    both = shown(page)
    assert 0 < len(both) < len(outside) < every
    assert set(both) <= set(outside)
    page.get_by_label("works from outside").uncheck()
    assert len(shown(page)) > len(both)


def test_without_javascript_the_list_is_whole_and_no_dead_field_stands_there(reader: Callable[..., Any]) -> None:
    with_script = shown(reader().open("zh/index.html"))
    page = reader(java_script_enabled=False).open("zh/index.html")
    assert shown(page) == with_script
    assert not page.locator("#search").is_visible()
    assert page.locator("main > ul a").count() == 2
