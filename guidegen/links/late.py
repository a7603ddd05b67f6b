"""Patterns that are compiled when they are first needed: most of them no text of a build ever meets."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The compiled pattern; one with a class of Chinese characters takes more than a millisecond."""
    return re.compile(pattern)
