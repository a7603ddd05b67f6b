"""How a value is written in YAML: one class serves the validator and the JSON Schema, so that they agree."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

# In a JSON Schema under construction: [name, schema] of a part that stands once in the finished one, under `$defs`.
SHARED = "x-shared"
# A scalar may stand without quotes in YAML, so editors may see a number or a truth value where a text is meant.
SCALAR = ["string", "number", "boolean"]


class Frozen(BaseModel):
    """The base of every type of the model: immutable, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def fault(kind: str, message: str, help: str) -> PydanticCustomError:
    """A value that cannot be read: what was found, and what to write instead."""
    return PydanticCustomError(kind, "{message}", {"message": message, "help": help})


def unknown_word(value: str, vocabulary: Mapping[str, str], kind: str) -> PydanticCustomError:
    """A word that is not on its list; the schema room names the nearest."""
    context = {"message": f"{value or 'an empty value'} is no {kind}", "word": value, "expected": list(vocabulary)}
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
    """A value written as a pattern; `build` makes the typed value from the match."""

    pattern: str
    kind: str
    help: str
    examples: tuple[str, ...] = ()
    build: Callable[[re.Match[str]], Any] = re.Match.group
    extra: Mapping[str, Any] | None = None

    def read(self, value: Any) -> Any:
        if not isinstance(value, (str, list, dict)):
            return value
        match = re.search(self.pattern, scalar(value))
        if match is None:
            raise fault(f"bad_{self.kind}", f"{value or 'an empty value'} is no {self.kind}", self.help)
        return self.build(match)

    def schema(self) -> dict[str, Any]:
        shape: dict[str, Any] = {"type": SCALAR, "pattern": self.pattern, **(self.extra or {})}
        return {**shape, "examples": list(self.examples)} if self.examples else shape


@dataclass(frozen=True, eq=False)
class OneOf(_Notation):
    """One word of a fixed list."""

    vocabulary: Mapping[str, str]
    kind: str

    def read(self, value: Any) -> str:
        if scalar(value) not in self.vocabulary:
            raise unknown_word(value, self.vocabulary, self.kind)
        return str(value)

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.vocabulary), "description": listed(self.vocabulary)}


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
        if text not in self.vocabulary and (not re.search(LINE, text) or re.search(WORD, text)):
            raise unknown_word(text, self.vocabulary, self.kind)
        return text

    def schema(self) -> dict[str, Any]:
        named = {"type": "object", "properties": {"name": {"type": SCALAR}}, "required": ["name"]}
        names = {"type": SCALAR, "pattern": LINE, "not": {"pattern": WORD}}
        forms = [{"enum": list(self.vocabulary)}, names, {**named, "additionalProperties": False}]
        return {"anyOf": forms, "description": listed(self.vocabulary)}


def listed(vocabulary: Mapping[str, str]) -> str:
    """The words of a list with their meanings, for the JSON Schema."""
    return "; ".join(f"{word}: {meaning}" for word, meaning in vocabulary.items())


WORD = "^[a-z0-9]+(?:_[a-z0-9]+)*$"
LINE = "^[^\\s`](?:[^\\n`]{0,398}[^\\s`])?$"
