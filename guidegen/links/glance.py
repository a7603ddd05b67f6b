"""What a text is made of: its distinct tokens, words, marks and foreign characters, taken in one pass over its bytes.

A page repeats most of its words, and bytes are cut up several times faster than
text; whatever is asked of the whole page is asked of these small sets.
"""

from __future__ import annotations

import string
from typing import NamedTuple

_LETTERS = string.ascii_letters.encode()
_TOKEN = frozenset(_LETTERS + string.digits.encode() + b"+/_-=")
_TO_TOKENS = bytes(code if code in _TOKEN else 32 for code in range(256))
_TO_WORDS = bytes(code if code in _LETTERS else 32 for code in range(256)).lower()
_ASCII = bytes(range(128))
_NO_MARKS = _LETTERS + string.digits.encode() + b" " + bytes(range(128, 256))
_NONE: frozenset[str] = frozenset()


class Glance(NamedTuple):
    """The distinct parts of a text.

    ``lower`` is the text in lower case and UTF-8; ``tokens`` are runs of letters, digits and ``+/_-=``;
    ``words`` runs of Latin letters in lower case; ``marks`` the codes of all ASCII
    characters but these, digits and the space; ``foreign`` what is not ASCII, as written and in lower case.
    """

    text: str
    lower: bytes
    tokens: tuple[bytes, ...]
    words: frozenset[str]
    marks: frozenset[int]
    foreign: frozenset[str]


def glance(text: str) -> Glance:
    """The distinct parts of a text."""
    data = text.encode("utf-8", "surrogatepass")
    tokens = tuple(set(data.translate(_TO_TOKENS).split()))
    words = frozenset(b" ".join(tokens).translate(_TO_WORDS).decode("ascii").split())
    marks = frozenset(data.translate(None, _NO_MARKS))
    if text.isascii():
        return Glance(text, data.lower(), tokens, words, marks, _NONE)
    foreign = "".join(set(data.translate(None, _ASCII).decode("utf-8", "surrogatepass")))
    small = foreign.lower()
    lower = data.lower() if small == foreign else text.lower().encode("utf-8", "surrogatepass")
    return Glance(text, lower, tokens, words, marks, frozenset(foreign + small))
