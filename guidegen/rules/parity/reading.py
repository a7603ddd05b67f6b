"""From a text to what it states. Both languages are read in either: a Chinese page quotes English titles."""

import re
from functools import cache

from guidegen.rules.parity import chinese, english
from guidegen.rules.parity.facts import CODES, FIGURES, REST, Form, Stated, collect
from guidegen.rules.parity.money import signed

ANY_FIGURE = re.compile(f"[0-9`{{]|{english.DATE.cue.pattern}")
"""Without one of these a text states nothing in figures."""


def stated(text: str, currency: str = "") -> Stated:
    """Everything that a text states in figures; `currency` is what a bare `$`, 比索 or 卢比 means in it."""
    plain = text.replace("\u00a0", " ")
    return Stated(collect(plain, _forms(), currency) if ANY_FIGURE.search(plain) else (), lambda: words_in(plain))


def words_in(text: str) -> tuple[str, ...]:
    """The figures of a text that are written as words."""
    return (*english.words_in(text), *chinese.words_in(text))


@cache
def _forms() -> tuple[Form, ...]:
    """Every way to write a fact; what stands further up is taken first."""
    return (
        CODES,
        *(english.DATE, chinese.DATE, english.TIME),
        *(signed(), chinese.money()),
        *(english.PLACE_IN_A_ROW, chinese.PLACE_IN_A_ROW),
        *(english.LENGTH, chinese.LENGTH),
        *FIGURES,
        chinese.LARGE,
        *REST,
    )
