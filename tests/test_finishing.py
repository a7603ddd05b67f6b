"""The last touch on a page: empty lines, blanks at ends, spaces between scripts, and where a line breaks."""

import pytest

from guidegen.templating.finishing import close_up, columns, space_scripts, tidy, wrap


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("", ""),
        ("\n\n", ""),
        ("\n\na\n\n\nb\nc", "a\nb\nc"),
        ("a\n \n\nb\n\n", "a\n \nb\n"),
    ],
)
def test_html_has_no_empty_lines(text: str, closed: str) -> None:
    assert close_up(text) == closed


def test_text_never_has_two_empty_lines() -> None:
    assert tidy("\n a \n\n \n\nb\u00a0\n\n") == "a\n\nb\n"


@pytest.mark.parametrize(
    ("text", "spaced"),
    [
        ("用Visa卡付10英镑", "用 Visa 卡付 10 英镑"),
        ("2026年11月23日在Tesco", "2026年11月23日在 Tesco"),
        ('<p class="付a款">用Visa</p>', '<p class="付a款">用 Visa</p>'),
        ("“用Visa卡”用Visa", "“用Visa卡”用 Visa"),
        ("一“开头的Visa\n用Visa”", "一“开头的 Visa\n用 Visa”"),
    ],
)
def test_a_space_between_han_and_latin(text: str, spaced: str) -> None:
    assert space_scripts(text) == spaced


@pytest.mark.parametrize(
    ("line", "wrapped"),
    [
        ("中" * 36, ["中" * 36]),
        ("中" * 37, ["中" * 36, "中"]),
        ("中" * 36 + "，中", ["中" * 35, "中，中"]),
        ("- " + "word " * 14 + "- 12. more", ["- " + "word " * 12 + "word", "  word - 12. more"]),
        ("a" * 70 + " 1. b", ["a" * 70 + " 1.", "b"]),
        ("a" * 66 + "中2026年11月23日", ["a" * 66 + "中", "2026年11月23日"]),
    ],
)
def test_a_line_breaks_where_it_may(line: str, wrapped: list[str]) -> None:
    assert wrap(line).split("\n") == wrapped


def test_wide_characters_take_two_columns() -> None:
    assert [columns(text) for text in ("abc", "中文", "a中ｂ", "é…")] == [3, 4, 5, 2]
