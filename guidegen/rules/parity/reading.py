"""From a text to what it states. Both languages are read in either: a Chinese page quotes English titles."""

from functools import lru_cache

from guidegen.rules.parity import chinese, english
from guidegen.rules.parity.facts import CODES, FIGURES, REST, Stated, collect
from guidegen.rules.parity.money import signed, signed_amount


@lru_cache(maxsize=4096)
def stated(text: str, currency: str = "") -> Stated:
    """Everything that a text states in figures; `currency` is what a bare `$`, 比索 or 卢比 means in it."""
    plain = text.replace("\u00a0", " ")
    facts = collect(
        plain,
        (
            *CODES,
            *((pattern, english.date_of) for pattern in english.DATES),
            *((pattern, chinese.date_of) for pattern in chinese.DATES),
            (english.CLOCK, english.clock_of),
            *((pattern, lambda match: signed_amount(match, currency)) for pattern in signed()),
            (chinese.money(), lambda match: chinese.amount_of(match, currency)),
            (english.ORDINAL, english.ordinal_of),
            (chinese.ORDINAL, chinese.ordinal_of),
            (english.DURATION, english.duration_of),
            (chinese.DURATION, chinese.duration_of),
            *FIGURES,
            (chinese.MYRIAD, chinese.myriad_of),
            *REST,
        ),
    )
    return Stated(facts, (*english.words_in(plain), *chinese.words_in(plain)))
