"""A first look: one cheap pattern that tells which texts are worth the many slow patterns of a rule.

Each slow pattern is taken apart into strings of which every match holds one, so that no word of a table can be left
out of the look. What the look does not find is never read again.
"""

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import groupby
from typing import Any

# What `re` itself takes patterns apart with; its names are the same from Python 3.11 to 3.14.
_parser = import_module("re._parser")


def fold(text: str) -> str:
    """A text without the difference of capital and small letters, at least as `re.IGNORECASE` sees it."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace("ı", "i").replace("\u0307", "")


def first_look(*patterns: re.Pattern[str], words: bool = False) -> re.Pattern[str]:
    """A pattern that finds something in `fold(text)` wherever one of these would match in the text.

    `words`: all of them begin with a letter or digit that no letter stands before. The look then takes the character
    before, so a text needs one in front. Raises ValueError for a pattern that can match without any certain string.
    """
    strings = {string for pattern in patterns for string in needed(pattern, lead=words)}
    shortest = {one for one in strings if not any(_covers(other, one, words) for other in strings - {one})}
    either = any_of(shortest)
    return re.compile(f"[^a-z](?:{either})" if words else either)


def _covers(short: str, long: str, words: bool) -> bool:
    return long.startswith(short) if words else short in long


def any_of(strings: Iterable[str]) -> str:
    """A pattern for one of some strings, by their first characters, which the engine compares fast."""
    groups = groupby(sorted(set(strings)), lambda string: string[0])
    rests = ((first, [re.escape(string[1:]) for string in group]) for first, group in groups)
    return "|".join(re.escape(first) + (f"(?:{'|'.join(rest)})" if all(rest) else "") for first, rest in rests)


def needed(pattern: re.Pattern[str], *, lead: bool = False) -> frozenset[str]:
    """Folded strings of which every match holds one; `lead`: begins with one. Raises ValueError without any."""
    found = _needed(_parser.parse(pattern.pattern, pattern.flags), lead)
    if not found:
        raise ValueError(f"no string is certain in {pattern.pattern}")
    return frozenset(map(fold, found))


def _needed(parsed: Iterable[Any], lead: bool) -> frozenset[str]:
    """The best of the sets that a sequence offers: marks tell more than letters, long strings more than short ones."""
    offers = list(_offers(parsed, lead))
    return max(offers[:1] if lead else offers, key=_worth, default=frozenset())


def _worth(strings: frozenset[str]) -> tuple[bool, int]:
    if not strings:
        return False, 0
    return not any(string.replace(" ", "").isalnum() for string in strings), min(map(len, strings))


def _offers(parsed: Iterable[Any], lead: bool) -> Iterator[frozenset[str]]:
    run = ""
    for name, argument in ((str(op), argument) for op, argument in parsed):
        if name == "LITERAL":
            run += chr(argument)
            continue
        if run:
            next_ones = _offer(name, argument, lead=True)
            yield frozenset(run + one for one in next_ones or [""])
            run = ""
        if name not in ("ASSERT", "ASSERT_NOT", "AT"):
            yield _offer(name, argument, lead)
    if run:
        yield frozenset([run])


def _offer(name: str, argument: Any, lead: bool) -> frozenset[str]:
    """What a part that is no plain character offers; nothing where it can be left out or be anything."""
    if name == "SUBPATTERN":
        return _needed(argument[3], lead)
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        return _needed(argument[2], lead) if argument[0] else frozenset()
    if name == "BRANCH":
        branches = [_needed(branch, lead) for branch in argument[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    if name == "IN" and all(str(op) == "LITERAL" for op, _ in argument):
        return frozenset(chr(char) for _, char in argument)
    return frozenset()
