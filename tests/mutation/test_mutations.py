"""Every real record, spoilt in every way that fits it: the rule meant for it speaks at the right line and column."""

import files
import pytest
import several
import signs
import sources
import wording
from mutant import KINDS, REAL, findings, text_of

MODULES = (files, sources, signs, wording, several)
# Ways to spoil that need something few records have; every other fits at least ten of the 31.
RARE = {
    *("two-spaces-in-a-text", "key-that-no-phone-has", "record-that-is-not-there"),
    *("premium-number", "currency-swapped"),
}


@pytest.mark.parametrize("key", REAL)
def test_the_record_itself_is_clean(key: str) -> None:
    assert list(findings(key, text_of(key))) == []


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_mutant_is_caught_by_its_rule_at_its_place(name: str) -> None:
    outcomes = {key: KINDS[name].on(key) for key in REAL}
    assert [key for key, caught in outcomes.items() if caught is False] == []
    assert sum(caught is True for caught in outcomes.values()) >= (1 if name in RARE else 10)


def test_there_are_enough_kinds_for_enough_rules() -> None:
    assert len(KINDS) >= 40
    assert len({kind.code for kind in KINDS.values()}) >= 30
