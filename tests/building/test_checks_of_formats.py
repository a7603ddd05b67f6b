"""The rules for pages hold in whatever format is built: in HTML alone as in Markdown."""

from pathlib import Path

import pytest
from records import SOUND, TEMPLATES, built

LONG = "word " * 40
LABELS = "languages/en.j2"


@pytest.mark.parametrize("formats", [("html",), ("md",), ("html", "md", "txt")])
def test_a_fact_that_one_language_lacks_is_found(tmp_path: Path, formats: tuple[str, ...]) -> None:
    (tmp_path / "mine" / "languages").mkdir(parents=True)
    words = (TEMPLATES / LABELS).read_text()
    assert words.count("{%- macro dial_now(code) -%}") == 1
    (tmp_path / "mine" / LABELS).write_text(
        words.replace("{%- macro dial_now(code) -%}", "{%- macro dial_now(code) -%}Pay £7. ")
    )
    record = SOUND + 'balance:\n  - {kind: ussd, code: "*102#", source: page}\n'
    result = built(
        tmp_path, {"gb/case.yaml": record}, tmp_path / "site", formats=formats, templates=tmp_path / "mine", jobs=1
    )
    assert {finding.code[:3] for finding in result.findings} == {"G62"}
    assert any("7" in finding.message for finding in result.findings)
