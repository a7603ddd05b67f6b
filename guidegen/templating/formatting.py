"""Numbers, dates and names of places as each language writes them (CLDR, through Babel), remembered."""

import datetime
import re
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from babel import Locale
from babel.dates import format_date

from guidegen.model import PartialDate

NBSP = "\u00a0"


def dated(day: datetime.date | PartialDate, patterns: Mapping[str, str], locale: str) -> str:
    """A date with as much as is known of it, by the language's own patterns (CLDR pattern letters)."""
    if isinstance(day, datetime.date):
        return _date(day, patterns["day"], locale)
    kind = "day" if day.day else "month" if day.month else "year"
    return _date(day.first, patterns[kind], locale)


@cache
def _date(day: datetime.date, pattern: str, locale: str) -> str:
    return str(format_date(day, pattern, locale)).replace(" ", NBSP)


def grouped(amount: Decimal | int, least_digits: int) -> str:
    """1,000 or 12,000 with a comma from so many digits on; no empty decimals, two where there are any."""
    whole = amount % 1 == 0
    text = f"{amount:.0f}" if whole else f"{amount:.2f}"
    head, dot, tail = text.partition(".")
    return (f"{int(head):,}" if len(head) >= least_digits else head) + dot + tail


@cache
def currency_sign(code: str, locale: str) -> str:
    """The sign of a currency, or its code where CLDR has no sign of its own for it."""
    return str(Locale.parse(locale).currency_symbols.get(code, code))


@cache
def currency_name(code: str, locale: str) -> str:
    """The name of a currency in a language."""
    return str(Locale.parse(locale).currencies.get(code, code))


@cache
def territory(code: str, locale: str) -> str:
    """The name of a country in a language."""
    return str(Locale.parse(locale).territories.get(code, code))


@cache
def language(code: str, locale: str) -> str:
    """The name of a language in a language; `zh-Hans` and `zh_Hans` mean the same."""
    parsed = Locale.parse(locale)
    return str(parsed.languages.get(code.replace("-", "_")) or parsed.languages.get(code.split("-")[0], code))


def coded(code: str, words: Mapping[str, str]) -> str:
    """A code with its placeholders in the reader's words: `*104*{voucher code}#`; no line ends inside one."""
    return _SLOT.sub(lambda match: "{" + words.get(match[1], match[1]).replace(" ", NBSP) + "}", code)


_SLOT = re.compile(r"\{([a-z][a-z0-9_]*)(?::[0-9]+)?\}")


def coded_all(codes: Iterable[str], words: Mapping[str, str]) -> list[str]:
    """The same for several keys."""
    return [coded(code, words) for code in codes]


def curly(text: str) -> str:
    """A text with the quotation marks of print in place of the straight ones that editors type."""
    return _QUOTED.sub(r"“\1”", text).replace("'", "’")


_QUOTED = re.compile(r'"([^"]*)"')


def worded(values: Iterable[str], table: Mapping[str, str]) -> list[str]:
    """The reader words for words of a fixed list; proper names stay as they are."""
    return [table.get(value, value) for value in values]


def without(values: Iterable[str], left_out: Collection[str]) -> list[str]:
    """The values that are not among others, in their order."""
    return [value for value in values if value not in left_out]


FILTERS: dict[str, Any] = {
    "dated": dated,
    "grouped": grouped,
    "currency_sign": currency_sign,
    "currency_name": currency_name,
    "territory": territory,
    "language": language,
    "coded": coded,
    "coded_all": coded_all,
    "curly": curly,
    "worded": worded,
    "without": without,
}
