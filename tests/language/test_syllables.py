"""The syllable count, against words counted by hand."""

from pathlib import Path

import pytest

from guidegen.rules.language.syllables import syllables

LINES = (Path(__file__).parent / "syllables.txt").read_text(encoding="utf-8").splitlines()
COUNTED = [line.split() for line in LINES if not line.startswith("#")]


def allowed(counted: str) -> range:
    low, _, high = counted.partition("-")
    return range(int(low), int(high or low) + 1)


def test_the_sample_is_large_enough() -> None:
    assert len({word for word, _ in COUNTED}) >= 200


@pytest.mark.parametrize(("word", "counted"), COUNTED)
def test_a_word_has_the_syllables_that_a_person_counted(word: str, counted: str) -> None:
    assert syllables(word) in allowed(counted)


@pytest.mark.parametrize(("word", "count"), [("top-up", 2), ("operator’s", 4), ("don't", 1), ("Wi-Fi", 2), ("x", 1)])
def test_hyphens_apostrophes_and_single_letters(word: str, count: int) -> None:
    assert syllables(word) == count
