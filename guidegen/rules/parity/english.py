"""How English writes dates, times, ordinals and durations."""

import re
from collections.abc import Iterator

from guidegen.rules.parity.facts import NUMBER, Fact, Form, date_fact, listed

_MONTHS = [
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
]
_MONTH = "|".join(_MONTHS)
# 31 July 2018, July 2018, 31 July, and “in July”; “May” alone is no month.
DATES = (
    re.compile(f"\\b(?:(?P<day>[0-9]{{1,2}}) )?(?P<month>{_MONTH}) (?P<year>[0-9]{{4}})\\b"),
    re.compile(f"\\b(?P<day>[0-9]{{1,2}}) (?P<month>{_MONTH})\\b(?P<year>)"),
    re.compile(f"\\b(?:in|of|since|until|from) (?P<month>{_MONTH})\\b(?P<day>)(?P<year>)"),
)
CLOCK = re.compile("\\b(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2}))? ?(?P<half>am|pm)\\b")
ORDINAL = re.compile("\\b(?P<list>[0-9]+)(?:st|nd|rd|th)\\b|(?<=\\bday )(?P<day>[0-9]+)")
_LIST = f"{NUMBER}(?:(?:, | and | or | to |, and |, or ){NUMBER})*"
_UNITS = "working day|second|minute|hour|day|week|month|year"
_OF = "[ -](?:full |more |calendar )?"
DURATION = re.compile(f"(?<![A-Za-z0-9.])(?P<list>{_LIST}){_OF}(?P<unit>{_UNITS})s?\\b")
_ZERO_TO_TWELVE = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_WORDS = {
    **{word: str(value) for value, word in enumerate(_ZERO_TO_TWELVE)},
    "half": "0.5",
    "once": "1",
    "twice": "2",
    "a": "1",
    "an": "1",
    "single": "1",
    "no": "0",
    "first": "1",
    "second": "2",
    "third": "3",
    "both": "2",
    "double": "2",
}
_WORD = re.compile(f"\\b(?:{'|'.join(_WORDS)})\\b", re.IGNORECASE)


def date_of(match: re.Match[str], _currency: str) -> Iterator[Fact]:
    """The date that one of DATES found."""
    yield date_fact(match, match["year"], _MONTHS.index(match["month"]) + 1, match["day"])


def clock_of(match: re.Match[str], _currency: str) -> Iterator[Fact]:
    """8:30pm is 20:30."""
    hour = int(match["hour"]) % 12 + (12 if match["half"] == "pm" else 0)
    yield Fact("time", f"{hour}:{match['minute'] or '00'}", *match.span())


def ordinal_of(match: re.Match[str], _currency: str) -> Iterator[Fact]:
    """The 7th month and day 180: a place in a row, no length of time."""
    yield Fact("number", match["list"] or match["day"], *match.span())


def duration_of(match: re.Match[str], _currency: str) -> Iterator[Fact]:
    """12 to 24 months: each number with the unit."""
    yield from listed(match, "duration", "{} " + match["unit"])


def words_in(text: str) -> tuple[str, ...]:
    """The figures that are written as words."""
    return tuple(_WORDS[match[0].lower()] for match in _WORD.finditer(text))


DATE = Form(re.compile(_MONTH), DATES, date_of)
TIME = Form(re.compile("[0-9] ?[ap]m"), (CLOCK,), clock_of)
PLACE_IN_A_ROW = Form(re.compile("[0-9](?:st|nd|rd|th)|day [0-9]"), (ORDINAL,), ordinal_of)
LENGTH = Form(re.compile(f"[0-9]{_OF}(?:{_UNITS})"), (DURATION,), duration_of)
