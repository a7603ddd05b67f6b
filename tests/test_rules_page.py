"""`docs/rules.md` says the same as the program."""

import runpy

from records import ROOT

from guidegen.codes import all_rules


def test_the_page_of_rules_is_current() -> None:
    written = runpy.run_path(str(ROOT / "tools" / "write_rules.py"))["page"]()
    assert (ROOT / "docs" / "rules.md").read_text() == written, "run: python tools/write_rules.py"


def test_every_code_stands_on_it_with_reason_and_examples() -> None:
    page = (ROOT / "docs" / "rules.md").read_text()
    for code, rule in all_rules().items():
        part = page.split(f"### {code} ")[1].split("\n### ")[0]
        assert rule.summary in part
        assert all(f"**{word}:**" in part for word in ("Why", "Bad", "Good")), code
