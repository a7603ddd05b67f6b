"""How texts, numbers and dates of records are written for a reader."""

import pytest

from guidegen.templating.formatting import curly


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("the operator's own shops", "the operator’s own shops"),
        ('says "some machines" and "some shops"', "says “some machines” and “some shops”"),
        ('a screen of 5"', 'a screen of 5"'),
        ("已经“停机”", "已经“停机”"),
    ],
)
def test_straight_quotation_marks_are_printed_curly(typed: str, printed: str) -> None:
    assert curly(typed) == printed
