"""`docs/mistakes.md` shows what the program says, and each slip is answered where it was made."""

import runpy
from typing import Any

import pytest
from records import ROOT

TOOL: dict[str, Any] = runpy.run_path(str(ROOT / "tools" / "write_mistakes.py"))
MISTAKES = TOOL["MISTAKES"]


def test_the_page_of_slips_is_current() -> None:
    assert (ROOT / "docs" / "mistakes.md").read_text(encoding="utf-8") == TOOL["page"](), (
        "run: python tools/write_mistakes.py"
    )


def test_the_record_without_a_slip_is_sound() -> None:
    assert TOOL["answer"](TOOL["Mistake"]("none", "fee: none", "fee: none", "", "")) == ""


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_the_first_finding_is_on_the_line_of_the_slip_and_says_what_to_write(mistake: Any) -> None:
    record, answer = TOOL["RECORD"], TOOL["answer"](mistake)
    changed = record.replace(mistake.stood, mistake.typed, 1)
    pairs = zip(record.split("\n"), changed.split("\n"), strict=False)
    line = next(number for number, (old, new) in enumerate(pairs, start=1) if old != new)
    # A source that is gone is missed where the claims stand, above the line.
    expected = range(14, 18) if mistake.name == "The source forgotten" else (line,)
    assert int(answer.split(":", 2)[1]) in expected
    assert "\n   help: " in answer


def test_each_slip_has_a_judgement_with_its_reason() -> None:
    assert {mistake.enough for mistake in MISTAKES} == {TOOL["YES"], TOOL["MOSTLY"]}
    assert all(mistake.why.endswith(".") for mistake in MISTAKES)
