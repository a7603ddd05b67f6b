"""Characters: what can be typed on a phone keypad, and what only looks as if it could.

TS 22.030 clause 6.5.2 builds every procedure from the digits, `*` and `#`; E.164 numbers add a leading `+`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guidegen.dialling.kinds import problem
from guidegen.dialling.problems import Part, Problem

LOOK_ALIKES: dict[str, str] = {
    **dict.fromkeys("＊﹡∗⁎✱✲✳✶✻❋⚹※٭⋆★☆×🞱", "*"),
    **dict.fromkeys("＃﹟♯⌗⋕№", "#"),
    "＋": "+",
    "﹢": "+",
    "｛": "{",
    "｝": "}",
}
"""Characters people see as a key: full-width and small forms, operators, ornaments, the musical sharp."""

_TOKEN = re.compile(
    r"(?P<slot>\{[^{}]*\})|(?P<key>[0-9*#]+|[{}])"
    r"|(?P<word>[^\W\d_](?:[^\W\d_]|[ _'\u2019](?=[^\W\d_]))*)|(?P<other>.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A string as its author meant it: look-alikes replaced, invisible characters and spaces left out.

    `origin[i]` is where character `i` stood in the given string, so that a finding about the meaning still
    points at the right place.
    """

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the given string of `text[start:end]`; an empty run points at the key after it.

        There must be text: a string that folds to nothing has no place to point at.
        """
        last = len(self.origin) - 1
        return (self.origin[min(start, last)], self.origin[min(max(end - 1, start), last)] + 1)


def fold(text: str) -> Folded:
    """Read a string as its author meant it."""
    kept = [(_folded(char), place) for place, char in enumerate(text) if _shows(char)]
    return Folded("".join(char for char, _ in kept), tuple(place for _, place in kept))


def _folded(char: str) -> str:
    digit = unicodedata.decimal(char, None)
    return LOOK_ALIKES.get(char, char if digit is None else str(digit))


def _shows(char: str) -> bool:
    return not char.isspace() and not _is_invisible(char)


def _is_invisible(char: str) -> bool:
    # Cf holds zero-width and direction marks; Mn and Me the variation selector and keycap of an emoji star.
    return unicodedata.category(char) in ("Cf", "Cc", "Mn", "Me", "Cs", "Co", "Cn") or (char.isspace() and char != " ")


_MESSAGES: dict[str, Callable[[str], str]] = {
    "look-alike-key": lambda run: f'"{run}" is not the key "{"".join(LOOK_ALIKES[char] for char in run)}"',
    "other-digit": lambda run: f'"{run}" is not made of the digits 0 to 9',
    "invisible": lambda run: "invisible character " + ", ".join(f"U+{ord(char):04X}" for char in run[:4]),
    "space": lambda run: ("a space" if len(run) == 1 else "spaces") + "; a keypad has none",
    "wrong-character": lambda run: f'"{run}" cannot be typed on a keypad',
    "letter": lambda run: f'"{run}" is no digit; a keypad has no letters',
}


def character_problems(text: str, part: Part, legal: str = "") -> Iterator[Problem]:
    """One problem for each run of characters of one sort that cannot be typed. `legal` are let through."""
    waiting: tuple[str, int, int] | None = None
    for token in _TOKEN.finditer(text):
        sort = _sort(token, legal)
        if waiting and sort == waiting[0]:
            waiting = (sort, waiting[1], token.end())
            continue
        if waiting:
            yield _as_problem(text, waiting, part)
        waiting = (sort, *token.span()) if sort else None
    if waiting:
        yield _as_problem(text, waiting, part)


def _sort(token: re.Match[str], legal: str) -> str:
    """The kind a token is a case of, or nothing where it can be typed."""
    if token.lastgroup in ("slot", "key") or token[0] in legal:
        return ""
    if token.lastgroup == "word":
        return "" if is_stand_in(token[0]) else "letter"
    return _sort_of_char(token[0])


def _sort_of_char(char: str) -> str:
    if char in LOOK_ALIKES:
        return "look-alike-key"
    if unicodedata.decimal(char, None) is not None:
        return "other-digit"
    if char == " ":
        return "space"
    return "invisible" if _is_invisible(char) else "wrong-character"


def is_stand_in(word: str) -> bool:
    """`XXXX`, `nnnn`: one letter three times or more, in place of digits; it has a kind of its own."""
    return len(word) >= 3 and len(set(word.lower())) == 1 and word.lower()[0] in "xnyzo"


def _as_problem(text: str, waiting: tuple[str, int, int], part: Part) -> Problem:
    sort, start, end = waiting
    return problem(sort, (start, end), _MESSAGES[sort](text[start:end][:60]), part=part)
