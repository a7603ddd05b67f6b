"""Every text of a record that a reader sees in two languages, and what part it plays on the page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from guidegen.diagnostics import Path
from guidegen.model import Source
from guidegen.source import Data, Document, Mapping, Node, Scalar, Sequence

LANGUAGES = ("en", "zh")


class Role(StrEnum):
    """What a text is on the page."""

    PROSE = "prose"  # whole sentences
    STEP = "step"  # one numbered step
    PHRASE = "phrase"  # words inside a fixed sentence
    DESCRIPTION = "description"  # who publishes a source: often a name, often words
    NAME = "name"  # a name, or the title of a source


# By the key that holds the text; keys that are not here hold names.
ROLES = {
    **dict.fromkeys(("note", "text", "if_it_fails", "reason", "replaced_by", "where"), Role.PROSE),
    **dict.fromkeys(("says", "hours", "means"), Role.PHRASE),
    "steps": Role.STEP,
    "publisher": Role.DESCRIPTION,
}
# Keys whose scalars are proper names, in whatever language.
_NAMED = {"name", "also_known_as", "title", "publisher", "ask_for", "applies_to", "places", "banks", "also_works"}

# What stands inside such a key and is part of the name; its note and its source are not.
_INSIDE = {"value", "name", "en", "zh"}


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
    """Every text of a record that stands there in English and in Chinese, in the order of the file."""
    waiting: list[tuple[tuple[str | int, ...], Node]] = [((), document.root)] if document.root is not None else []
    while waiting:
        where, node = waiting.pop()
        if isinstance(node, Mapping):
            en, zh = node.entries.get("en"), node.entries.get("zh")
            if isinstance(en, Scalar) and isinstance(zh, Scalar):
                yield Pair(Path(where), role_at(where), en.value, zh.value)
            inside: Iterable[tuple[str | int, Node]] = node.entries.items()
        else:
            inside = enumerate(node.items) if isinstance(node, Sequence) else ()
        waiting += [((*where, step), part) for step, part in inside if type(part) is not Scalar][::-1]


def role_at(where: tuple[str | int, ...]) -> Role:
    """The role of a text by the key that holds it."""
    key = next((step for step in reversed(where) if isinstance(step, str) and step != "value"), "")
    return ROLES.get(key, Role.NAME)


def names_in(data: Data, sources: Iterable[Source] = ()) -> tuple[str, ...]:
    """The proper names of a record and of other sources, longest first.

    A text that holds one is not longer or harder for it.
    """
    others = (name for source in sources for name in (source.publisher, source.title) if name)
    found = {*_names(data), *(text for name in others for text in (name.en, name.zh) if text)}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def _names(data: Data) -> Iterator[str]:
    waiting = [(False, data)]
    while waiting:
        named, part = waiting.pop()
        if isinstance(part, dict):
            inside = _NAMED | _INSIDE if named else _NAMED
            waiting += [
                (key in inside, value) for key, value in part.items() if key in inside or type(value) is not str
            ]
        elif isinstance(part, list):
            waiting += [(named, item) for item in part]
        elif named:
            yield part


HAN = "\u3400-\u9fff\uf900-\ufaff"
CODE = re.compile(r"(?<![\w*#])(?=[*#]*[0-9{])[*#0-9]*(?:[*#](?:[0-9*#]|\{[^{}]*\})*)+|`[^`\n]*`")
QUOTATION = re.compile('“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》|‘[^’]*’|(?<!\\w)"[^"]*"')
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
