"""Links and pictures written in Markdown or HTML inside a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidegen.links.find import Find
from guidegen.links.reading import Reading

_LINK = re.compile(r"!?\[[^\[\]\n]{0,200}\]\((?=[^()\s])[^()\n]{1,300}\)")
_REFERENCE = re.compile(r"\[[^\[\]\n]{1,200}\]\[[^\[\]\n]{0,100}\]|(?m:^)[ ]{0,3}\[[^\[\]\n]{1,100}\]:[ \t]*\S+")
_TAG = re.compile(
    r"<\s*(?:a|img|iframe|form|meta|link|script|object|embed|video|audio|source|base|area|svg|input|button"
    r"|frame|track|style|use|image)"
    r"(?=[\s/>])[^<>]{0,600}>?"
)
_ATTRIBUTE = re.compile(r"<[a-z][^<>]{0,300}\b(?:href|src|srcset|action|on[a-z]{3,20}|style)\s?=[^<>]{0,300}>?")


def find_markup(reading: Reading) -> Iterator[Find]:
    """Markdown links, images and reference definitions; HTML elements that load, send or lead away."""
    text = reading.lower
    if "[" in text:
        for pattern in (_LINK, _REFERENCE):
            for match in pattern.finditer(text):
                yield Find(match.start(), match.end(), "markdown")
    if "<" in text:
        for pattern in (_TAG, _ATTRIBUTE):
            for match in pattern.finditer(text):
                yield Find(match.start(), match.end(), "html")
