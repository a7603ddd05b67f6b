"""Rules: a pattern, the words without which it cannot match, and what a match means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidegen.links.find import Find
from guidegen.links.late import compiled
from guidegen.links.reading import Reading

PHONE = r"(?:\(?\+|(?<![\d*#]))[\d(](?:[\s().-]{0,2}\d){6,14}(?!\d)"


WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Needs:
    """What must stand in a text for a pattern to match: any of the Latin words, or any of the strings.

    The first look is made of these, so no rule can be forgotten there.
    """

    words: frozenset[str]
    strings: frozenset[str]

    def met(self, there: frozenset[str]) -> bool:
        """True where one of the needs is among the words and strings that stand in a text."""
        return not (self.words.isdisjoint(there) and self.strings.isdisjoint(there))


def needs(listed: str) -> Needs:
    """Needs from a list parted by spaces; ``_`` is a space inside one of them."""
    each = [need.replace("_", " ") for need in listed.split()]
    words = frozenset(need for need in each if WORD.fullmatch(need))
    return Needs(words, frozenset(each) - words)


@dataclass(frozen=True, slots=True)
class Rule:
    """Alternative patterns over a reading, in lower case unless it is ``cased``.

    ``certain``: a match stands on its own; otherwise the sentence may excuse it.
    """

    family: str
    needs: Needs
    patterns: tuple[str, ...]
    certain: bool = False
    cased: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return compiled(*self.patterns)


def rule(family: str, needed: str, *patterns: str, certain: bool = False, cased: bool = False) -> Rule:
    """A rule from its needs and alternative patterns; ``PHONE`` stands for a telephone number."""
    written = tuple(pattern.replace("PHONE", PHONE) for pattern in patterns)
    return Rule(family, needs(needed), written, certain, cased)


def apply(rules: Sequence[Rule], reading: Reading, there: frozenset[str]) -> Iterator[Find]:
    """The matches of every rule whose needs are met; ``there`` holds the words and strings of the reading."""
    for one in rules:
        if one.needs.met(there):
            for match in one.pattern.finditer(reading.text if one.cased else reading.lower):
                yield Find(match.start(), match.end(), one.family, one.certain)
