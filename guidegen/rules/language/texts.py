"""Every text of a record that a reader sees in two languages, and what part it plays on the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from guidegen.diagnostics import Path
from guidegen.source import Document, Mapping, Node, Scalar, Sequence, scalars

LANGUAGES = ("en", "zh")


class Role(StrEnum):
    """What a text is on the page."""

    PROSE = "prose"  # whole sentences
    STEP = "step"  # one numbered step
    PHRASE = "phrase"  # words inside a fixed sentence
    NAME = "name"  # a name, or the title of a source


# By the key that holds the text; keys that are not here hold names.
ROLES = {
    **dict.fromkeys(("note", "text", "if_it_fails", "reason", "replaced_by", "where"), Role.PROSE),
    **dict.fromkeys(("says", "hours", "means"), Role.PHRASE),
    "steps": Role.STEP,
}
# Keys whose scalars are proper names, in whatever language.
_NAMED = {"name", "also_known_as", "title", "publisher", "ask_for", "applies_to", "places", "banks", "also_works"}


@dataclass(frozen=True, slots=True)
class Pair:
    """One text in both languages."""

    where: Path
    role: Role
    en: str
    zh: str

    def sides(self) -> Iterator[tuple[Path, str, str]]:
        """Each side as (path, language, text)."""
        for language in LANGUAGES:
            yield Path((*self.where, language)), language, getattr(self, language)


def pairs(document: Document) -> Iterator[Pair]:
    """Every text of a record that stands there in English and in Chinese."""
    if document.root is not None:
        yield from _pairs(document.root, Path())


def _pairs(node: Node, where: Path) -> Iterator[Pair]:
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _pairs(item, Path((*where, index)))
    elif isinstance(node, Mapping):
        en, zh = (node.entries.get(language) for language in LANGUAGES)
        if isinstance(en, Scalar) and isinstance(zh, Scalar):
            yield Pair(where, role_at(where), en.value, zh.value)
        for key, value in node.entries.items():
            yield from _pairs(value, Path((*where, key)))


def role_at(where: Path) -> Role:
    """The role of a text by the key that holds it."""
    key = next((step for step in reversed(where) if isinstance(step, str) and step != "value"), "")
    return ROLES.get(key, Role.NAME)


def names_in(document: Document) -> tuple[str, ...]:
    """The proper names of a record, longest first; a text that holds one is not longer or harder for it."""
    if document.root is None:
        return ()
    found = {scalar.value for where, scalar in scalars(document.root) if _NAMED.intersection(where)}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


HAN = "\u3400-\u9fff\uf900-\ufaff"
CODE = re.compile(r"(?<![\w*#])(?=[*#]*[0-9{])[*#0-9]*(?:[*#](?:[0-9*#]|\{[^{}]*\})*)+|`[^`\n]*`")
QUOTATION = re.compile("“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》|‘[^’]*’|(?<!\\w)\"[^\"]*\"")
HIDDEN = "\ufffc"


def hide(text: str, *patterns: re.Pattern[str]) -> str:
    """A text of the same length in which everything that a pattern matches is blotted out."""
    for pattern in patterns:
        text = pattern.sub(lambda match: HIDDEN * len(match[0]), text)
    return text


def hide_names(text: str, names: tuple[str, ...]) -> str:
    """The same for names that stand in the text."""
    for name in names:
        if name and name in text:
            text = text.replace(name, HIDDEN * len(name))
    return text
