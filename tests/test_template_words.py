"""The words of the templates hold nothing that works as a link, wherever in a template they stand."""

from pathlib import Path

import pytest
from records import TEMPLATES

from guidegen.rules.templates import template_findings


def test_our_templates_hold_no_link() -> None:
    assert list(template_findings(TEMPLATES)) == []


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("<p>{{ say.hello }} topup-example.com</p>", 1, 20),
        ('{% set words = {"help": "add us on Telegram @topup_example"} %}', 1, 26),
        ("first\n{{ one }} write to refill@topup-example.com", 2, 20),
    ],
)
def test_a_link_is_found_at_its_place(tmp_path: Path, text: str, line: int, column: int) -> None:
    (tmp_path / "bad.j2").write_text(text)
    found = list(template_findings(tmp_path))
    assert [finding.code for finding in found] == ["G403"]
    assert (found[0].span.line, found[0].span.column) == (line, column)


def test_names_and_expressions_are_no_words(tmp_path: Path) -> None:
    (tmp_path / "good.j2").write_text('<nav><a href="{{ up }}index.html">{{ say.topics["validity.credit"] }}</a></nav>')
    assert list(template_findings(tmp_path)) == []
