"""G609: Chinese characters that a reader may never have met (`language.md` §6)."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from guidegen.diagnostics import Found, Path, Severity, rule
from guidegen.model.regions import COUNTRIES, CURRENCIES
from guidegen.rules import Subject
from guidegen.rules.language.record import columns, own_names, texts
from guidegen.rules.language.texts import HAN, QUOTATION, hide, hide_names
from guidegen.templating.formatting import currency_name, territory


@cache
def common_han() -> frozenset[str]:
    """The 3,500 characters of level 1 of the 通用规范汉字表 (see common-han.txt for the source)."""
    text = files(__package__).joinpath("common-han.txt").read_text(encoding="utf-8")
    return frozenset("".join(line for line in text.splitlines() if not line.startswith("#")))


@cache
def _names_of_the_world() -> str:
    """The Chinese names of all countries and currencies (CLDR): 泰铢 and 阿联酋 hold rare characters."""
    codes = (*COUNTRIES, *CURRENCIES)
    return " ".join(
        (*(territory(code, "zh_Hans_CN") for code in codes), *(currency_name(code, "zh_Hans_CN") for code in codes))
    )


def in_a_place_or_currency(match: re.Match[str]) -> bool:
    """Whether a character stands with a neighbour that it has in the name of a country or a currency."""
    text, at = match.string, match.start()
    return any(len(part) == 2 and part in _names_of_the_world() for part in (text[at - 1 : at + 1], text[at : at + 2]))


_HAN = re.compile(f"[{HAN}]")


@rule("G609", Severity.WARNING)
def rare_character(subject: Subject) -> Iterator[Found]:
    """A Chinese text holds a character that is not among the 3,500 common ones, or is a traditional form.

    Why: nine years of school teach these 3,500; another one stops a reader, and a traditional form is another script.
    Bad: `zh: 卡丟了，要補一張。`
    Good: `zh: 卡丢了，要补一张。` Names and quotations keep their characters.
    """
    rare = set(_HAN.findall("".join(set(columns(subject)["zh"].joined) - common_han())))
    for pair in texts(subject) if rare else ():
        if rare.isdisjoint(pair.zh):
            continue
        shown = hide_names(hide(pair.zh, QUOTATION), own_names(subject))
        for match in _HAN.finditer(shown):
            if match[0] in rare and not in_a_place_or_currency(match):
                where, message = Path((*pair.where, "zh")), f"{match[0]} is not one of the 3,500 common characters"
                yield Found(where, message, "write a common word", match.start(), match.end())
