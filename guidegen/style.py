"""The style sheets of a site, as short as they can be: no line ends, and on a guide no rule that it has no use for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

_LINE_ENDS = re.compile(r"/\*.*?\*/|\n|;(?=})", re.DOTALL)
# A rule, also one within a media query; `@page` and the like are none.
_RULE = re.compile(r"(?:^|(?<=[{}]))([^{}@]+)(\{[^{}]*\})")
_NO_NAME = re.compile(r"::?[\w-]+|#[\w-]+|\[[^]]*\]")
_NAME = re.compile(r"[a-z][\w-]*")
_TAG = re.compile(r'<[a-z][^>"]*+(?:"[^"]*"[^>"]*+)*+')
_NAMES = re.compile(r'^<([a-z][a-z0-9]*)|\bclass="([^"{}]*)"')


@dataclass(frozen=True)
class Rule:
    """A rule of a sheet: its selectors, each with the names that it needs, and its block with the braces."""

    selectors: tuple[tuple[str, frozenset[str]], ...]
    block: str

    def for_page(self, names: frozenset[str]) -> str:
        """The rule with the selectors that can match, or nothing."""
        used = [selector for selector, needs in self.selectors if needs <= names]
        return ",".join(used) + self.block if used else ""


@dataclass(frozen=True)
class Style:
    """A style sheet without line ends and comments."""

    text: str

    def for_page(self, names: frozenset[str]) -> str:
        """The sheet without what no element of a page can match; `names` are its elements and classes."""
        return _sheet(self, names)

    @cached_property
    def parts(self) -> list[str | Rule]:
        """The rules of the sheet in their order, with what stands between them as text."""
        parts: list[str | Rule] = []
        at = 0
        for found in _RULE.finditer(self.text):
            selectors = tuple((each, _needs(each)) for each in found[1].split(","))
            parts += [self.text[at : found.start()], Rule(selectors, found[2])]
            at = found.end()
        return [*parts, self.text[at:]]


# The languages of a guide share a sheet, and guides of one shape; there are as many shapes as guides, nearly.
@lru_cache(maxsize=64)
def _sheet(style: Style, names: frozenset[str]) -> str:
    return "".join(part if isinstance(part, str) else part.for_page(names) for part in style.parts)


def read(files: Iterable[Path]) -> Style:
    """The sheets of these files as one."""
    return Style(_LINE_ENDS.sub("", "".join(file.read_text(encoding="utf-8") for file in files)))


def names_in(html: str) -> frozenset[str]:
    """The elements and classes of a page or of a template."""
    return frozenset().union(*map(_names_of, set(_TAG.findall(html))))


@lru_cache(maxsize=4096)
def _names_of(tag: str) -> frozenset[str]:
    """The element and classes of a tag; pages share most of their tags."""
    return frozenset(name for element, classes in _NAMES.findall(tag) for name in (element or classes).split())


def _needs(selector: str) -> frozenset[str]:
    return frozenset(_NAME.findall(_NO_NAME.sub(" ", selector)))
