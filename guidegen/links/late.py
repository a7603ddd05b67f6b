"""Patterns that are compiled when they are first needed: most of them no text of a build ever meets."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(*alternatives: str) -> re.Pattern[str]:
    """The alternatives as one pattern; one with a class of Chinese characters takes more than a millisecond."""
    return re.compile("|".join(alternatives))
