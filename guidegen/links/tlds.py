"""Which last labels make a name a real internet domain."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def top_level_domains() -> frozenset[str]:
    """Every top-level domain in lower case, in Unicode form (see tlds.txt for source and version)."""
    text = files(__package__).joinpath("tlds.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def is_top_level(label: str) -> bool:
    """True for a real top-level domain, in lower case; every punycode label counts as one."""
    return label in top_level_domains() or (label.startswith("xn--") and len(label) > 6)
