"""Names of countries in the order of pinyin: every territory of CLDR, judged by pypinyin."""

from itertools import pairwise

import pytest
from babel import Locale
from pypinyin import Style, load_phrases_dict, pinyin
from records import TEMPLATES

from guidegen.collation import sorter
from guidegen.templating import Templates


@pytest.fixture(scope="module")
def names() -> list[str]:
    words = Templates(TEMPLATES, "zh", "html").words
    order = sorter(words.collation, words.sort_as)
    territories = [code for code in Locale.parse("zh_Hans_CN").territories if len(code) == 2]
    return sorted({str(words.country(code)) for code in territories}, key=order)


# pypinyin reads 泊 as in 湖泊 (pō); in the name of Nepal it is bó.
load_phrases_dict({"尼泊尔": [["ní"], ["bó"], ["ěr"]]})


def readings(name: str) -> list[str]:
    """One reading for each character, with its tone, as it is read in this name."""
    return [found[0] for found in pinyin(name, style=Style.TONE3, neutral_tone_with_five=True, errors=list)]


def test_every_territory_stands_in_the_order_of_pinyin(names: list[str]) -> None:
    """Character by character, as CLDR and dictionaries sort: the first character that differs decides."""
    assert len(names) > 250
    for before, after in pairwise(names):
        differ = [n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b]
        in_order = readings(before)[differ[0]] <= readings(after)[differ[0]] if differ else len(before) < len(after)
        assert in_order, (before, after)


def test_characters_with_two_readings_stand_where_they_are_read(names: list[str]) -> None:
    assert names.index("秘鲁") < names.index("波兰")
    assert names.index("斐济") < names.index("芬兰")


def test_latin_letters_ignore_accents_and_case() -> None:
    order = sorter("latin", {})
    assert sorted(["Zambia", "Åland Islands", "chatr", "Airtel"], key=order) == [
        "Airtel", "Åland Islands", "chatr", "Zambia"
    ]  # fmt: skip
