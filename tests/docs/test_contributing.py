"""The recipes of CONTRIBUTING.md, walked through literally in a copy of the repository."""

import re
from pathlib import Path

import pytest
from walking import ROOT, Checkout, blocks

PAGE = ROOT / "CONTRIBUTING.md"
RECIPES = ("A fact in five minutes", "A carrier in twenty minutes", "A rule", "A language", "A format")


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_works_as_it_stands(recipe: str, tmp_path: Path) -> None:
    found = [block for block in blocks(PAGE) if block.section == recipe]
    done = Checkout(tmp_path / "copy").walk(found, {})
    assert len(done) >= 3


def test_no_block_of_the_page_is_left_to_chance() -> None:
    """Each block is one that a walk runs, writes, applies or compares."""
    assert all(block.language in ("sh", "text") or block.path for block in blocks(PAGE))
    assert {block.section for block in blocks(PAGE)} == {*RECIPES, "Set up", "Before you open a pull request"}


@pytest.mark.parametrize(
    "words",
    [
        "real ways to top up a prepaid SIM, with a source",
        "resellers’ contacts, referral or invite codes",
        "adds nothing in its favour",
        "No machine translation without a reader",
    ],
)
def test_the_scope_is_written_down(words: str) -> None:
    text = re.sub(r"\s+", " ", PAGE.read_text(encoding="utf-8").replace("**", ""))
    assert words in text
