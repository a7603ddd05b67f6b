"""A guide carries the rules of the style sheet that it can use, and no others."""

from pathlib import Path

import pytest

from guidegen.style import Style, _sheet, names_in, read

NAMES = names_in('<main><p class="status stored">…</p></main>')


def test_names_are_elements_and_classes() -> None:
    assert names_in('<p class="status stored">class="x" <b lang="en">kbd</b></p>') == {"p", "status", "stored", "b"}
    assert names_in('<p title="a > b" class="late">') == {"p", "late"}
    assert names_in('<p{% if late %} class="late"{% endif %}>') == {"p", "late"}


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        ("p{a:b}kbd{c:d}", "p{a:b}"),
        (".stored::before{a:b}.overdue::before{c:d}", ".stored::before{a:b}"),
        ("p.status,small,.way>:first-child{a:b}", "p.status{a:b}"),
        (":root{a:b}*{c:d}:focus-visible{e:f}", ":root{a:b}*{c:d}:focus-visible{e:f}"),
        ("td:has(.status){a:b}p:has(.status){c:d}", "p:has(.status){c:d}"),
        ("@media print{@page{margin:1mm}p{a:b}kbd{c:d}}", "@media print{@page{margin:1mm}p{a:b}}"),
        ("#search{a:b}p[hidden]{c:d}", "#search{a:b}p[hidden]{c:d}"),
    ],
)
def test_only_rules_that_can_match_are_kept(sheet: str, kept: str) -> None:
    assert Style(sheet).for_page(NAMES) == kept


def test_sheets_are_read_without_line_ends_and_comments(tmp_path: Path) -> None:
    (tmp_path / "one.css").write_text("/* why;\n */p{a:b;}\n@media print{\nb{c:d}\n}\n")
    (tmp_path / "two.css").write_text("i{e:f}\n")
    assert read([tmp_path / "one.css", tmp_path / "two.css"]).text == "p{a:b}@media print{b{c:d}}i{e:f}"


def test_what_is_remembered_has_a_limit() -> None:
    """A site has nearly as many shapes of pages as pages, and a process makes them all."""
    style = Style("p{a:b}b{c:d}")
    for number in range(200):
        assert style.for_page(frozenset(("p", f"x{number}"))) == "p{a:b}"
    assert 0 < _sheet.cache_info().currsize <= 64
