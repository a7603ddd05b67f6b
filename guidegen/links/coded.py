"""Which tokens of a text hide another text: base64, base32, hexadecimal, digits for letters, one long number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from guidegen.links.decode import HIDDEN_FORMS
from guidegen.links.glance import Glance
from guidegen.links.squeeze import LEET_NAMES, SPELLED

_SHAPE_OF = {
    **dict.fromkeys(b"abcdefghijklmnopqrstuvwxyz", "a"),
    **dict.fromkeys(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "A"),
    **dict.fromkeys(b"0134579", "0"),
    **dict.fromkeys(b"268", "2"),
}
_TO_SHAPES = bytes(ord(_SHAPE_OF.get(code, chr(code))) if code < 128 else code for code in range(256))
_LEET = re.compile(r"[aA]0[aA]|^0[aA]")
_OCTAL = re.compile(r"0[0-3][0-7]{10}")
_SHORT, _LONG_WORD, _LONG_NUMBER = 8, 16, 11


def coded(seen: Glance) -> Iterator[str]:
    """The tokens that hide something. Most words have one of few shapes that cannot, so a shape is looked at once."""
    shapes = b" ".join(seen.tokens).translate(_TO_SHAPES).split()
    telling = {shape for shape in set(shapes) if _tells(shape)}
    if telling:
        for token, shape in zip(seen.tokens, shapes, strict=True):
            if shape in telling and _hides(token.decode("ascii")):
                yield token.decode("ascii")


@lru_cache(maxsize=4096)
def _tells(shape: bytes) -> bool:
    """True for the shape of a token that mixes kinds of characters as encoded or disguised text does."""
    token = shape.decode("ascii")
    if not token.strip("_-") or all(_is_word(part) for part in token.split("-")):
        return False
    if len(token) < _SHORT:
        return bool(_LEET.search(token))
    if token.isalpha():
        return not (token.islower() or token[1:].islower() or (token.isupper() and len(token) < _LONG_WORD))
    return not token.replace("-", "").isdigit() or len(token) > _LONG_NUMBER


def _is_word(part: str) -> bool:
    """True for a word of letters in an ordinary case; compounds such as third-party have several."""
    return 0 < len(part) < _LONG_WORD and part.isalpha() and (part.islower() or part[1:].islower() or part.isupper())


def _hides(token: str) -> bool:
    lower = token.lower()
    if "0x" in lower or "d0t" in lower or _leet(lower) or _OCTAL.search(token):
        return True
    return len(token) >= _SHORT and any(
        step.new(match) != match.group()
        for step in HIDDEN_FORMS
        for part in token.split("=")
        for match in step.pattern.finditer(part)
    )


def _leet(lower: str) -> bool:
    return any(match.group() not in LEET_NAMES for match in SPELLED.finditer(lower))
