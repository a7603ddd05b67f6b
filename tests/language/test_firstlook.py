"""The first look leaves nothing out: wherever a slow pattern matches, the look finds something."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidegen.rules.language.firstlook import first_look, fold, needed
from guidegen.rules.language.form import _ADDRESS, _ADDRESS_LOOKS, _IN_WORDS, _IN_WORDS_LOOKS
from guidegen.rules.language.glossary import _looks, _pattern
from guidegen.rules.language.vague import _LOOKS, VAGUE
from guidegen.rules.parity.chinese import money
from guidegen.rules.parity.facts import Form
from guidegen.rules.parity.money import codes_by_name, codes_by_sign, signed
from guidegen.rules.parity.reading import ANY_FIGURE, _forms

LOOKED_FOR = [
    *((_LOOKS["en"], kind.english) for kind in VAGUE),
    *((_LOOKS["zh"], kind.chinese) for kind in VAGUE),
    *((_looks()[language], _pattern(language)) for language in ("en", "zh")),
    *((_ADDRESS_LOOKS[language], pattern) for language in ("en", "zh") for pattern, _ in _ADDRESS[language]),
    *((_IN_WORDS_LOOKS[language], _IN_WORDS[language]) for language in ("en", "zh")),
]
given_matches = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


@pytest.mark.parametrize(("look", "pattern"), LOOKED_FOR, ids=lambda one: one.pattern[:30])
def test_a_look_finds_every_match(look: re.Pattern[str], pattern: re.Pattern[str]) -> None:
    @given_matches
    @given(st.from_regex(pattern))
    def found(text: str) -> None:
        assert look.search(f"\n{fold(text)}\n")

    found()


# Hypothesis takes minutes for the hundreds of names of currencies; each of them is tried below.
OTHER_FORMS = [form for form in _forms() if form not in (signed(), money())]


@pytest.mark.parametrize("form", OTHER_FORMS, ids=lambda form: form.patterns[0].pattern[:30])
def test_a_cue_stands_wherever_a_fact_does(form: Form) -> None:
    for pattern in form.patterns:

        @given_matches
        @given(st.from_regex(pattern))
        def cued(text: str) -> None:
            assert form.cue.search(text)
            assert ANY_FIGURE.search(text)

        cued()


def test_a_cue_stands_wherever_an_amount_does() -> None:
    before = [f"{sign}{gap}10" for sign in codes_by_sign() for gap in ("", " ")]
    after = [f"10 {sign}" for sign in codes_by_sign()]
    named = [f"1.50{gap}{name}" for name in codes_by_name() for gap in ("", " ", "万", " 亿 ")]
    for form, texts in ((signed(), [*before, *after]), (money(), named)):
        assert [text for text in texts if not any(pattern.search(text) for pattern in form.patterns)] == []
        assert [text for text in texts if not form.cue.search(text)] == []


def test_the_strings_that_a_match_must_hold() -> None:
    assert needed(re.compile("add(?:s|ed)? money|top-?up")) == {" money", "top"}
    assert needed(re.compile("add(?:s|ed)? money|top-?up"), lead=True) == {"add", "top"}
    assert needed(re.compile("\\b\\w+n[’']t\\b")) == {"n’", "n'"}
    assert needed(re.compile("(?<=[0-9]) ?[^，]{1,8}起(?!动)")) == {"起"}
    assert needed(re.compile("KAUFEN", re.IGNORECASE)) == {"kaufen"}


def test_a_pattern_without_any_certain_string_is_refused() -> None:
    with pytest.raises(ValueError, match="no string is certain"):
        first_look(re.compile("[a-z]+|10"))


def test_capitals_are_folded_as_the_patterns_ignore_them() -> None:
    assert [fold(text) for text in ("AutoPay", "ſoon", "\u212aYC", "sımple", "SİMPLE")] == [
        *("autopay", "soon", "kyc", "simple", "simple"),
    ]
