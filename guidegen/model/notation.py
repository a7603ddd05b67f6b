"""How a value is written in YAML: one class serves the validator and the JSON Schema, so that they agree."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from guidegen.diagnostics import nearest

# In a JSON Schema under construction: [name, schema] of a part that stands once in the finished one, under `$defs`.
SHARED = "x-shared"
# A scalar may stand without quotes in YAML, so editors may see a number or a truth value where a text is meant.
SCALAR = ["string", "number", "boolean"]


class Frozen(BaseModel):
    """The base of every type of the model: immutable, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


def fault(kind: str, message: str, help: str) -> PydanticCustomError:
    """A value that cannot be read: what was found, and what to write instead."""
    return PydanticCustomError(kind, "{message}", {"message": message, "help": help})


def unknown_word(
    value: str, vocabulary: Mapping[str, str], kind: str, meant: str | None = None, named: bool = False
) -> PydanticCustomError:
    """A word that is not on its list; the schema room names the nearest, or what is known to be meant.

    `named` tells that a proper name can stand here.
    """
    message = f"{value or 'an empty value'} is no {kind}"
    context = {"message": message, "word": value, "expected": list(vocabulary), "meant": meant, "named": named}
    return PydanticCustomError("unknown_word", "{message}", context)


def scalar(value: Any) -> str:
    """The string of a scalar; raises where a list or a block stands."""
    if isinstance(value, str):
        return value
    found = "a list" if isinstance(value, list) else "a block"
    raise fault("wrong_type", f"expected one value, found {found}", "write one value on the same line")


class _Notation:
    """A pydantic annotation that reads one scalar; `kind` names what it reads."""

    kind: str

    def read(self, value: Any) -> Any:
        """The typed value; raises PydanticCustomError."""
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of what `read` accepts."""
        raise NotImplementedError

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {SHARED: [self.kind, self.schema()]}


@dataclass(frozen=True, eq=False)
class Written(_Notation):
    """A value written as a pattern; `build` makes the typed value from the match, `choices` lists what can be near."""

    pattern: str
    kind: str
    help: str
    examples: tuple[str, ...] = ()
    build: Callable[[re.Match[str]], Any] = re.Match.group
    extra: Mapping[str, Any] | None = None
    choices: Collection[str] = ()

    @cached_property
    def _search(self) -> Callable[[str], re.Match[str] | None]:
        return re.compile(self.pattern).search

    def read(self, value: Any) -> Any:
        if not isinstance(value, (str, list, dict)):
            return value
        match = self._search(scalar(value))
        if match is None:
            near = nearest(scalar(value), self.choices)
            advice = f"write {near}" if near else self.help
            raise fault(f"bad_{self.kind}", f"{value or 'an empty value'} is no {self.kind}", advice)
        return self.build(match)

    def schema(self) -> dict[str, Any]:
        shape: dict[str, Any] = {"type": SCALAR, "pattern": self.pattern, **(self.extra or {})}
        return {**shape, "examples": list(self.examples)} if self.examples else shape


@dataclass(frozen=True, eq=False)
class OneOf(_Notation):
    """One word of a fixed list; `meant` knows other spellings of its words."""

    vocabulary: Mapping[str, str]
    kind: str
    meant: Callable[[str], str | None] | None = None

    def read(self, value: Any) -> str:
        if scalar(value) not in self.vocabulary:
            raise unknown_word(value, self.vocabulary, self.kind, self.meant(value) if self.meant else None)
        return str(value)

    def schema(self) -> dict[str, Any]:
        return choices(self.vocabulary)


@dataclass(frozen=True, eq=False)
class WordOrName(_Notation):
    """A word of a fixed list, or the proper name of something that has none.

    A name in small letters (epay) is written as `{name: epay}`, so that a mistyped word is not taken for a name.
    """

    vocabulary: Mapping[str, str]
    kind: str

    def read(self, value: Any) -> str:
        if isinstance(value, dict) and set(value) == {"name"}:
            return scalar(value["name"])
        text = scalar(value)
        if text in self.vocabulary:
            return text
        if re.search(other_spellings(self.vocabulary), text):
            meant = next(word for word in self.vocabulary if re.search(other_spellings((word,)), text))
            raise unknown_word(text, self.vocabulary, self.kind, meant)
        if not re.search(LINE, text) or re.search(WORD, text):
            raise unknown_word(text, self.vocabulary, self.kind, named=bool(re.search(WORD, text)))
        return text

    def schema(self) -> dict[str, Any]:
        named = {"type": "object", "properties": {"name": _NAME}, "required": ["name"]}
        words = {"anyOf": [{"pattern": WORD}, {"pattern": other_spellings(self.vocabulary)}]}
        names = {"type": SCALAR, "pattern": LINE, "not": words}
        return {"anyOf": [choices(self.vocabulary), names, {**named, "additionalProperties": False}]}


def choices(vocabulary: Mapping[str, str]) -> dict[str, Any]:
    """The words of a list, each with its meaning in English and Chinese as editors show it (`enumDescriptions`)."""
    return {"enum": list(vocabulary), "enumDescriptions": list(meanings(vocabulary).values())}


def meanings(vocabulary: Mapping[str, str]) -> dict[str, str]:
    """Each word of a list with its meaning in English and Chinese."""
    from guidegen.model.chinese import in_chinese

    chinese = in_chinese(vocabulary)
    return {word: f"{english} / {chinese[word]}" for word, english in vocabulary.items()}


def other_spellings(vocabulary: Collection[str]) -> str:
    """A pattern for the words of a list as people write them: Cash, Debit card, DEBIT-CARD, supermarket."""
    return f"^(?:{'|'.join(map(_spelt, vocabulary))})$"


def _spelt(word: str) -> str:
    letters = ("[ _-]" if sign == "_" else f"[{sign.upper()}{sign}]" for sign in word.removesuffix("s"))
    return f"{''.join(letters)}[Ss]?"


_NAME = {"type": SCALAR, "description": "a proper name in small letters: epay / 小写的专有名称"}
WORD = "^[a-z0-9]+(?:_[a-z0-9]+)*$"
LINE = "^[^\\s`](?:[^\\n`]{0,398}[^\\s`])?$"
