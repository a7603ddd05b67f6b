"""No rule is left out of the first look: whatever one of its patterns matches holds a word that the rule needs."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidegen.links.contacts import NUMBERS
from guidegen.links.glance import glance
from guidegen.links.invitations import INVITATIONS
from guidegen.links.offers import OFFERS
from guidegen.links.platforms import PLATFORMS
from guidegen.links.rule import Needs
from guidegen.links.vocabulary import needs_met

RULES = [
    pytest.param(one.needs, pattern, one.cased, id=f"{one.family}-{pattern[:30]}")
    for one in (*NUMBERS, *INVITATIONS, *OFFERS)
    for pattern in one.patterns
]
NAMES = [
    pytest.param(one.needs, pattern.pattern, False, id=f"{one.family}-{pattern.pattern[:30]}")
    for one in PLATFORMS
    for pattern in (one.names, one.words)
    if pattern
]
matches = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


@pytest.mark.parametrize(("needs", "pattern", "cased"), [*RULES, *NAMES])
def test_a_match_holds_a_word_that_its_rule_needs(needs: Needs, pattern: str, cased: bool) -> None:
    @matches
    @given(st.from_regex(pattern))
    def held(drawn: str) -> None:
        text = drawn if cased else drawn.lower()
        for match in re.finditer(pattern, text):
            assert needs.met(needs_met(glance(match.group())))

    held()
