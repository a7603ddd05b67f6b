"""From a text to what it states. Both languages are read in either: a Chinese page quotes English titles."""

import re
from functools import cache

from guidegen.rules.parity import chinese, english
from guidegen.rules.parity.facts import CODES, FIGURES, REST, Form, Stated, collect
from guidegen.rules.parity.money import signed

# Without one of these a text states nothing in figures.
_ANY_FIGURE = re.compile("[0-9`{]")


def stated(text: str, currency: str = "") -> Stated:
    """Everything that a text states in figures; `currency` is what a bare `$`, 比索 or 卢比 means in it."""
    plain = text.replace("\u00a0", " ")

    def words() -> tuple[str, ...]:
        return (*english.words_in(plain), *chinese.words_in(plain))

    return Stated(collect(plain, _forms(), currency) if _ANY_FIGURE.search(plain) else (), words)


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
