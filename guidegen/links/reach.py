"""How far from its word a rule can reach: derived from its pattern, so that no rule reaches further than is looked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any

# What `re` itself takes patterns apart with; its names are the same from Python 3.11 to 3.14.
_parser = import_module("re._parser")

# What may be repeated without end is taken for a word: a match that is cut short there is a match still.
_WORD = 24
_REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))


@cache
def reach(pattern: re.Pattern[str]) -> int:
    """The most characters that a match takes, with all that must stand before and behind it."""
    return _width(_parser.parse(pattern.pattern, pattern.flags))


def _width(parsed: Iterable[Any]) -> int:
    return sum(_one(str(name), argument) for name, argument in parsed)


def _one(name: str, argument: Any) -> int:
    if name == "BRANCH":
        return max(map(_width, argument[1]))
    if name in _REPEATS:
        return min(int(argument[1]), _WORD) * _width(argument[2])
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _width(argument[-1] if name == "SUBPATTERN" else argument)
    if name in ("ASSERT", "ASSERT_NOT"):
        return _width(argument[1])
    if name == "GROUPREF":
        return _WORD
    return 0 if name == "AT" else 1
