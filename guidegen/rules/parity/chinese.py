"""How Chinese writes dates, amounts, ordinals and durations."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from guidegen.rules.language.firstlook import any_of
from guidegen.rules.parity.facts import NUMBER, Fact, Form, date_fact, figure, listed
from guidegen.rules.parity.money import codes_by_name

_YEAR = "(?P<year>(?:19|20)[0-9]{2}) ?年"
# 2018年7月31日, 2018年7月, 2018年, 7月31日 and 7月; 7 个月 is no month of the year.
DATES = (
    re.compile(f"{_YEAR}(?: ?(?P<month>[0-9]{{1,2}}) ?月(?: ?(?P<day>[0-9]{{1,2}}) ?日)?)?"),
    re.compile("(?<![0-9第])(?P<month>[0-9]{1,2}) ?月(?: ?(?P<day>[0-9]{1,2}) ?日)?(?P<year>)"),
)
_UNITS = {
    "个工作日": "working day",
    "工作日": "working day",
    "秒钟": "second",
    "秒": "second",
    "分钟": "minute",
    "个小时": "hour",
    "小时": "hour",
    "个月": "month",
    "个星期": "week",
    "星期": "week",
    "周": "week",
    "天": "day",
    "年": "year",
}
_LIST = f"{NUMBER}(?: ?(?:、|，|,|和|或|至|到|或者) ?{NUMBER})*"
DURATION = re.compile(f"(?<![A-Za-z0-9.第])(?<!第 )(?P<list>{_LIST}) ?(?:整|满)?(?P<unit>{'|'.join(_UNITS)})(?![龄级])")
ORDINAL = re.compile(f"第 ?(?P<list>{NUMBER})(?: ?[天日周年]| ?个月)?")
MYRIAD = re.compile(f"(?P<list>{NUMBER}) ?(?P<times>[万亿])")
_WORDS = {
    **{digit: str(value) for value, digit in enumerate("零一二三四五六七八九十")},
    "两": "2",
    "半": "0.5",
    "双": "2",
    "首次": "1",
    "十一": "11",
    "十二": "12",
}
_WORD = re.compile("|".join(sorted(_WORDS, key=len, reverse=True)))


def date_of(match: re.Match[str], _currency: str) -> Iterator[Fact]:
    """The date that one of DATES found."""
    month = match["month"]
    yield date_fact(match, match["year"], int(month) if month else None, match["day"])


@cache
def money() -> Form:
    """10、20 或 30 欧元: the name after the last number holds for all of them."""
    names = "|".join(re.escape(name) for name in sorted(codes_by_name(), key=len, reverse=True))
    amount = re.compile(f"(?<![A-Za-z0-9.])(?P<list>{_LIST}) ?(?P<times>[万亿])? ?(?P<name>{names})(?![A-Za-z])")
    return Form(re.compile(f"[0-9](?![0-9]) ?[万亿]? ?(?:{any_of(codes_by_name())})"), (amount,), amount_of)


def amount_of(match: re.Match[str], currency: str) -> Iterator[Fact]:
    """Each number of the list as an amount."""
    code = codes_by_name()[match["name"]] or currency
    for fact in listed(match, "amount", "{}"):
        yield Fact("amount", f"{code} {_times(fact.value, match['times'])}", fact.start, fact.end)


def myriad_of(match: re.Match[str], _currency: str) -> Iterator[Fact]:
    """2 万 is 20000."""
    yield Fact("number", _times(figure(match["list"]), match["times"]), *match.span())


def _times(value: str, unit: str | None) -> str:
    factor = {"万": 10_000, "亿": 100_000_000}.get(unit or "", 1)
    return figure(format(Decimal(value) * factor, "f")) if factor > 1 else value


def duration_of(match: re.Match[str], _currency: str) -> Iterator[Fact]:
    """30、75、120 天: each number with the unit."""
    yield from listed(match, "duration", "{} " + _UNITS[match["unit"]])


def ordinal_of(match: re.Match[str], _currency: str) -> Iterator[Fact]:
    """第 7 个月 and 第 180 天: a place in a row, no length of time."""
    yield from listed(match, "number", "{}")


def words_in(text: str) -> tuple[str, ...]:
    """The figures that are written as words."""
    return tuple(_WORDS[match[0]] for match in _WORD.finditer(text))


DATE = Form(re.compile("[0-9] ?[年月]"), DATES, date_of)
PLACE_IN_A_ROW = Form(re.compile("第"), (ORDINAL,), ordinal_of)
LENGTH = Form(re.compile("[0-9] ?[整满]?[个工秒分小星周天年]"), (DURATION,), duration_of)
LARGE = Form(re.compile("[0-9] ?[万亿]"), (MYRIAD,), myriad_of)
