"""What a text states in figures: codes, amounts, dates, durations, numbers, each in a form that no language colours.

A fact is found once: what one pattern has taken is blotted out before the next one looks.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation


@dataclass(frozen=True, slots=True)
class Fact:
    """One stated figure: `kind` and `value` are the same in both languages; the place is that in the text."""

    kind: str
    value: str
    start: int
    end: int

    @property
    def key(self) -> tuple[str, str]:
        """What is compared."""
        return self.kind, self.value

    @property
    def words(self) -> str:
        """The fact for a message: `90 day`, `EUR 10`, `code *100#`."""
        return self.value if self.kind in ("amount", "duration", "date", "number") else f"{self.kind} {self.value}"


@dataclass(frozen=True, slots=True)
class Stated:
    """The facts of a text, and the figures written as words, which may stand for digits of the other language.

    The words are read only where the digits of the two languages differ.
    """

    facts: tuple[Fact, ...]
    words: Callable[[], tuple[str, ...]] = tuple


NUMBER = "[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?"
Read = Callable[[re.Match[str], str], Iterable[Fact]]


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write facts: its patterns, what each match states (given the currency of the record), and a cue.

    The cue begins with one of few characters, so it is found fast, and it is there wherever a pattern matches.
    """

    cue: re.Pattern[str]
    patterns: tuple[re.Pattern[str], ...]
    read: Read


def figure(text: str) -> str:
    """A number in one form: 1,000 is 1000 and 2.50 is 2.5; leading zeros stay, they belong to a code or number."""
    plain = text.replace(",", "")
    if plain.isdigit() and plain[0] != "0":
        return plain
    if len(plain) > 1 and plain[0] == "0" and plain[1] != ".":
        return plain
    try:
        return format(Decimal(plain).normalize(), "f")
    except InvalidOperation:
        return plain


def numbers_in(match: re.Match[str], group: str) -> Iterator[tuple[str, int, int]]:
    """Each number of a list such as `10, 20 and 30`, with its place."""
    offset = match.start(group)
    for one in re.finditer(NUMBER, match[group]):
        yield figure(one[0]), offset + one.start(), offset + one.end()


def listed(match: re.Match[str], kind: str, form: str) -> Iterator[Fact]:
    """A fact for each number of the group `list`; `form` has {} for the number."""
    for value, start, end in numbers_in(match, "list"):
        yield Fact(kind, form.format(value), start, end)


def code_of(match: re.Match[str], _currency: str) -> Iterator[Fact]:
    """A code or anything else in code font; what the reader fills in is the same in any language."""
    text = match[0].strip("`").strip()
    yield Fact("code", re.sub("\\{[^{}]*\\}", "{}", text), match.start(), match.end())


CODE_SPAN = re.compile("`[^`\n]+`")
BARE_CODE = re.compile("(?<![\\w*#])[*#]+[0-9{][0-9*#]*(?:\\{[^{}]*\\}[0-9*#]*)*")
PHONE = re.compile("\\+?[0-9]{2,}(?: [0-9]{2,})+(?![0-9])|\\+[0-9]{7,}")
PER_CENT = re.compile(f"(?P<list>{NUMBER}) ?%")
DATA = re.compile(f"(?P<list>{NUMBER}) ?(?P<unit>[KMGT]B)(?![a-z])")
CLOCK = re.compile("(?<![0-9:])(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?! ?[ap]m)(?![0-9:])")
YEAR = re.compile("(?<![0-9A-Za-z.,-])(?:19|20)[0-9]{2}(?![0-9A-Za-z])(?![.,][0-9])")
PLAIN = re.compile(f"(?<![A-Za-z0-9])(?<![A-Za-z0-9][.])(?P<list>{NUMBER})(?![0-9A-Za-z])")


def phone_of(match: re.Match[str], _currency: str) -> Iterator[Fact]:
    """A telephone number, without its spaces."""
    yield Fact("phone", match[0].replace(" ", ""), match.start(), match.end())


def clock_of(match: re.Match[str], _currency: str) -> Iterator[Fact]:
    """A time of day by 24 hours."""
    yield Fact("time", f"{int(match['hour'])}:{match['minute']}", *match.span())


def year_of(match: re.Match[str], _currency: str) -> Iterator[Fact]:
    """A year alone."""
    yield Fact("date", match[0], *match.span())


def date_fact(match: re.Match[str], year: str | None, month: int | None, day: str | None) -> Fact:
    """A date with as much as is known of it: `2018-7-31`, `2018-7`, `-7-31`."""
    parts = [year or "", *([str(month)] if month else []), *([str(int(day))] if day else [])]
    return Fact("date", "-".join(parts), *match.span())


CODES = Form(re.compile("[`*#]"), (CODE_SPAN, BARE_CODE), code_of)
FIGURES = (
    Form(re.compile("%"), (PER_CENT,), lambda match, _: listed(match, "share", "{} %")),
    Form(re.compile("[0-9] ?[KMGT]B"), (DATA,), lambda match, _: listed(match, "data", "{} " + match["unit"])),
    Form(re.compile("[0-9]:[0-9]"), (CLOCK,), clock_of),
)
REST = (
    Form(re.compile("[0-9]{2} [0-9]|\\+[0-9]"), (PHONE,), phone_of),
    Form(re.compile("(?:19|20)[0-9]{2}"), (YEAR,), year_of),
    Form(re.compile("[0-9]"), (PLAIN,), lambda match, _: listed(match, "number", "{}")),
)


def collect(text: str, forms: Iterable[Form], currency: str) -> tuple[Fact, ...]:
    """The facts of a text, in their order there; the forms come one after the other, each stretch is read once."""
    facts: list[Fact] = []
    for form in forms:
        if form.cue.search(text):
            for pattern in form.patterns:
                text = _taken(text, pattern, form.read, currency, facts)
    return tuple(sorted(facts, key=lambda fact: fact.start))


def _taken(text: str, pattern: re.Pattern[str], read: Read, currency: str, facts: list[Fact]) -> str:
    """The text without what a pattern finds in it; what that states is added to the facts."""
    spans: list[tuple[int, int]] = []
    for match in pattern.finditer(text):
        facts += read(match, currency)
        spans.append(match.span())
    for start, end in spans:
        text = text[:start] + "\ufffc" * (end - start) + text[end:]
    return text


def differing(one: Stated, other: Stated) -> tuple[list[Fact], list[Fact]]:
    """The facts that only one side states; a figure that the other side writes as a word is no difference."""
    if sorted(fact.key for fact in one.facts) == sorted(fact.key for fact in other.facts):
        return [], []
    return _surplus(one, other), _surplus(other, one)


def _surplus(side: Stated, other: Stated) -> list[Fact]:
    there = Counter(fact.key for fact in other.facts)
    words = Counter(other.words())
    left = []
    for fact in side.facts:
        value = fact.value.split()[0]
        if there[fact.key]:
            there[fact.key] -= 1
        elif fact.kind in ("number", "duration") and words[value]:
            words[value] -= 1
        else:
            left.append(fact)
    return left
