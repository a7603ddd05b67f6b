"""What a finder hands to the decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from guidegen.links.reading import Reading


@dataclass(frozen=True, slots=True)
class Find:
    """A span of a reading that may be a hit.

    ``certain`` finds carry an address, a number or a name and stand on their own;
    the others are words of invitation, which the sentence around them can excuse.
    """

    start: int
    end: int
    family: str
    certain: bool = True


Finder: TypeAlias = Callable[[Reading], Iterator[Find]]
# Finders of words also get the words and phrases of the registries that stand in the reading.
WordFinder: TypeAlias = Callable[[Reading, frozenset[str]], Iterator[Find]]
