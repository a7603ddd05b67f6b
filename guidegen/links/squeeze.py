"""Squeezing: what was drawn apart, stressed or spelled with digits for letters, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from guidegen.links.domains import COMMON_TOPS, HAN
from guidegen.links.reading import Edit, Reading, reread, substitutions

SPACING = "spacing"
STRESS = "marks of stress"
STRESSES = "*_~`"
LEET = "digits for letters"
_SYMBOL = r"[^\w\s.,:;!?，。；：！？、()\[\]{}<>*#/@+\"'=&%$€£¥°§|~^-]"
_GAP = rf"(?:[ \n\t]{{1,3}}|[ ]?{_SYMBOL}{{1,4}}(?:[ ]{_SYMBOL}{{1,4}})?[ ]?)"
_ONE = r"(?:[^\W_]|[./:@+_-])"
# Single characters set apart by spaces, lines or pictures; and letters set apart by one and the same mark.
_RUN = re.compile(rf"(?<![^\s\W])(?:[^\W_]|[+@])(?:{_GAP}{_ONE}(?![^\W_])){{1,240}}")
_MARKED_RUN = re.compile(r"(?<![\w./-])[^\W\d_]([-_*|~^/.,、=])[^\W\d_](?:\1[^\W\d_]){1,20}(?![\w])")
_GAPS = re.compile(_GAP)
# Words between marks that messengers and Markdown take for bold, italic, struck out or code; not a code such as *104*.
_STRESSED = re.compile(
    r"(?<![A-Za-z0-9_*~`])(?P<mark>[*_~`])(?P=mark){0,2}+(?=[^\W\d_]|[@+]|\d{5})"
    r"(?P<words>[^\n]{1,80}?)(?<=[^\s*_~`])(?P=mark){1,3}+(?![A-Za-z0-9_])"
)
# What the two need at their first gap or mark: these begin with a set of characters, so the engine skips to them.
_MAY_RUN = re.compile(
    rf"[ \n\t](?<=(?:[^\W_]|[+@]).)(?<!\w..)[ \n\t]{{0,2}}(?:{_ONE}(?![^\W_])|{_SYMBOL})"
    rf"|{_SYMBOL}[ ]?(?:{_ONE}(?![^\W_])|{_SYMBOL})",
    re.S,
)
# A text that goes down the page with one word on each line.
_WORD = r"[A-Za-z0-9'%@+.,:!?/-]{1,16}"
_STACKED = re.compile(rf"(?<![^\n]){_WORD}(?:\n{_WORD}){{2,60}}(?![^\n])")
_MAY_BE_STACKED = re.compile(rf"\n{_WORD}\n(?=[A-Za-z0-9'%@+.,:!?/-])")
_REGISTRY = re.compile(rf"(?<=[^\W\d_]{{2}})({'|'.join(COMMON_TOPS)})\Z", re.I)
_MAY_BE_MARKED = re.compile(r"[-_*|~^/.,、=](?<=[^\W\d_].)(?<![\w./-]..)[^\W\d_](?=[-_*|~^/.,、=])")
_MAY_BE_STRESSED = re.compile(r"[*_~`](?<![A-Za-z0-9_*~`].)(?=[*_~`]{0,2}(?:[^\W\d_]|[@+]|\d{5}))")
_MAY_BE_SPELLED = re.compile(r"[013457@$!|](?:(?<=[A-Za-z].)|(?=[A-Za-z]))")
_HAN = re.compile(f"[{HAN}]")
# One gap inside a Chinese word. Its first character is looked for, not what stands before it.
_INSIDE = re.compile(
    rf"[\W_](?<=[{HAN}].)"
    rf"(?:(?<=[ \n])[ ]{{0,2}}|(?<={_SYMBOL}){_SYMBOL}{{0,3}}|(?<=[-_*|~^/.+=])[-_*|~^/.+=]?)(?=[{HAN}])",
    re.S,
)

_LEET_OF = {
    "3": "e",
    "4": "a",
    "1": "l",
    "0": "o",
    "5": "s",
    "7": "t",
    "@": "a",
    "$": "s",
    "!": "i",
    "|": "l",
}
LEET_NAMES = (
    "telegram",
    "whatsapp",
    "wechat",
    "weixin",
    "instagram",
    "facebook",
    "discord",
    "viber",
    "signal",
)
# Each letter of these names with the signs that stand for it; 1 and | also stand for an i.
SPELLED_WITH = {
    char: f"[{char}{''.join(sign for sign, of in _LEET_OF.items() if of == char or (of == 'l' and char == 'i'))}]"
    for char in "".join(LEET_NAMES)
}
SPELLED = re.compile("|".join("".join(SPELLED_WITH[char] for char in name) for name in LEET_NAMES), re.I)


def squeeze(source: Reading) -> Reading:
    """The text with drawn-apart words joined, without marks of stress; the source itself where there are none."""
    joined = source
    if _MAY_BE_STRESSED.search(joined.text):
        joined = reread(joined, chain.from_iterable(map(_unstressed, _STRESSED.finditer(joined.text))))
    if _MAY_RUN.search(joined.text):
        joined = reread(joined, substitutions(joined, _RUN, _join, SPACING))
    if _MAY_BE_STACKED.search(joined.text):
        joined = reread(joined, substitutions(joined, _STACKED, _laid_down, SPACING))
    if _MAY_BE_MARKED.search(joined.text):
        joined = reread(joined, substitutions(joined, _MARKED_RUN, _unmark, SPACING))
    if _HAN.search(joined.text):
        joined = reread(joined, (Edit(m.start(), m.end(), "", SPACING) for m in _INSIDE.finditer(joined.text)))
    if _MAY_BE_SPELLED.search(joined.text):
        joined = reread(joined, substitutions(joined, SPELLED, _unleet, LEET))
    return joined


def _join(match: re.Match[str]) -> str:
    """The characters without the gaps between them; a gap that is wider than others parts two words."""
    least = min(map(len, _GAPS.findall(match.group())))
    return _GAPS.sub(lambda gap: " " if len(gap[0]) > least and " " in gap[0] else "", match.group())


def _laid_down(match: re.Match[str]) -> str:
    return match.group().replace("\n", " ")


def _unstressed(match: re.Match[str]) -> Iterator[Edit]:
    start, end = match.span("words")
    yield Edit(match.start(), start, "", STRESS)
    yield Edit(end, match.end(), "", STRESS)


def _unmark(match: re.Match[str]) -> str:
    """The letters alone; between dots they can spell a host, whose registry is parted again."""
    letters = match.group().replace(match[1], "")
    return _REGISTRY.sub(r".\1", letters) if match[1] == "." else letters


def _unleet(match: re.Match[str]) -> str:
    """The platform name that a spelling with digits stands for; a name in plain letters stays as it is."""
    spelled = match.group().lower()
    name = next(name for name in LEET_NAMES if len(name) == len(spelled) and _same(name, spelled))
    return match.group() if name == spelled else name


def _same(name: str, spelled: str) -> bool:
    return all(
        a == b or _LEET_OF.get(b) == a or (_LEET_OF.get(b) == "l" and a == "i")
        for a, b in zip(name, spelled, strict=True)
    )
