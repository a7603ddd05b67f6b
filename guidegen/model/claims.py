"""What a sourced statement is: a value with its sources, and the block that lends it one.

In YAML a claim is a bare value, which takes the source of its block, or `{value: …, source: …}`. A question that has
several answers (for two plans, say) takes a list of such blocks.
"""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Generic, TypeVar, get_args, get_origin

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, WithJsonSchema, model_validator
from pydantic_core import CoreSchema

from guidegen.diagnostics import Path
from guidegen.model import vocabulary as words
from guidegen.model.notation import SCALAR, SHARED, Frozen, OneOf, fault
from guidegen.model.values import Day, Line, Name, Text

T = TypeVar("T")
KEY = "^[a-z0-9]+(?:-[a-z0-9]+)*$"


def _keys(value: Any) -> tuple[str, ...]:
    if isinstance(value, str) and value:
        return (value,)
    if isinstance(value, dict):
        raise fault("wrong_type", "expected the key of a source, found a block", "write a key of `sources`, or a list")
    keys = (value,) if isinstance(value, str) else tuple(value)
    if not keys or not all(isinstance(key, str) and key for key in keys):
        raise fault("bad_source", "this names no source", "write a key of `sources`, or a list of keys")
    return keys


_KEY_SCHEMA = {"type": SCALAR, "minLength": 1}
_KEYS_SCHEMA = {"anyOf": [_KEY_SCHEMA, {"type": "array", "items": _KEY_SCHEMA, "minItems": 1}]}
Keys = Annotated[
    tuple[str, ...],
    BeforeValidator(_keys),
    WithJsonSchema({SHARED: ["keys", _KEYS_SCHEMA]}),
]


class Sourced(Frozen):
    """Anything that names its sources."""

    source: Keys = Field((), description="key of a source, or a list of keys / 来源的键，或键的列表")


class Read(Frozen):
    """When and how somebody read a source."""

    on: Day = Field(description="the day on which it was read / 阅读日期")
    how: Annotated[str, OneOf(words.READ_AS, "way of reading")] = Field(
        alias="as", description="live, stored_copy or in_person / 怎样读的"
    )


class Check(Read):
    """A later reading for one statement alone, of one of its sources."""

    source: Line | None = Field(
        None, description="which source was read again, where there are several / 有几个来源时，写重读的那个"
    )


class Checkable(Sourced):
    """A statement that can be checked again by itself; a block never lends `checked` to what stands in it."""

    checked: Check | None = Field(
        None,
        description="when this one statement was checked again, after its source was read: "
        "{on: 2026-12-01, as: live} / 这一条单独再核对的日期和方式",
    )


class Claim(Checkable, Generic[T]):
    """One sourced statement. Two equal claims are still two claims, so identity counts, not equality."""

    value: T = Field(description="the answer itself / 答案本身")
    applies_to: Name | None = Field(None, description="the only plan or card it is true for / 只适用于这个套餐或这张卡")
    note: Text | None = Field(None, description="one short sentence that belongs to it / 一句补充说明")

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        full = dict(handler.resolve_ref_schema(handler(core)))
        short = {key: part for key, part in full["properties"]["value"].items() if key != "description"}
        return {SHARED: [cls.schema_name(), {"anyOf": [short, full]}]}

    @classmethod
    def schema_name(cls) -> str:
        """`claim of way to pay list`: what it is called in the JSON Schema."""
        return f"claim of {_named(cls.__pydantic_generic_metadata__['args'][0])}"


def _named(annotation: Any) -> str:
    """What a type is called: by the kind of its notation, a list by its items."""
    if get_origin(annotation) is tuple:
        return f"{_named(get_args(annotation)[0])} list"
    notations = getattr(annotation, "__metadata__", ())
    return str(notations[0].kind if notations else annotation.__name__)


class Block(Sourced):
    """Several claims about one thing; its `source` holds for each claim that names none of its own."""

    @model_validator(mode="before")
    @classmethod
    def _lift_claims(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        many, source = dict(claim_fields(cls)), value.get("source")
        return {name: _lift(item, many[name], source) if name in many else item for name, item in value.items()}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        shape = dict(handler.resolve_ref_schema(handler(core)))
        for name, many in claim_fields(cls):
            if many:
                claim = get_args(cls.model_fields[name].annotation)[0]
                shape["properties"][name] = _many_schema(shape["properties"][name], claim.schema_name())
        return shape

    def claims(self) -> Iterator[tuple[Path, Claim[Any]]]:
        """Every claim of the block and of the blocks inside it, with its path, in the order of the fields."""
        return iter(_claims_in(self, (), []))


@cache
def claim_fields(block: type[Block]) -> tuple[tuple[str, bool], ...]:
    """The fields of a block that hold claims: name in YAML, and whether there can be several."""
    kinds = ((field.alias or name, _claim_kind(field.annotation)) for name, field in block.model_fields.items())
    return tuple((name, kind) for name, kind in kinds if kind is not None)


def _claim_kind(annotation: Any) -> bool | None:
    """True for several claims, False for one, None for anything else."""
    if get_origin(annotation) is tuple:
        return True if _is_claim(get_args(annotation)[0]) else None
    return False if any(_is_claim(part) for part in (annotation, *get_args(annotation))) else None


def _is_claim(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Claim)


def _lift(value: Any, many: bool, source: Any) -> Any:
    if not many:
        return _with_source(value, source)
    if isinstance(value, list) and value and all(isinstance(item, dict) and "value" in item for item in value):
        return [_with_source(item, source) for item in value]
    return [_with_source(value, source)]


def _with_source(value: Any, source: Any) -> Any:
    claim = dict(value) if isinstance(value, dict) and "value" in value else {"value": value}
    if source and isinstance(source, (str, list)):  # anything else is reported at the block, once
        claim.setdefault("source", source)
    return claim


def _many_schema(field: dict[str, Any], name: str) -> dict[str, Any]:
    """One claim in either form, or a list of claims in the long form."""
    one = field.pop("items")
    full = {"allOf": [one, {"type": "object", "required": ["value"]}]}
    kept: dict[str, Any] = {key: field[key] for key in ("description", "title") if key in field}
    return {**kept, SHARED: [f"{name} or list", {"anyOf": [one, {"type": "array", "items": full, "minItems": 1}]}]}


Found = list[tuple[Path, Claim[Any]]]


def _claims_in(block: Block, where: tuple[str | int, ...], found: Found) -> Found:
    """The list with the claims of a block added; a plain walk, since every record is walked many times."""
    for name, value in vars(block).items():
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                _add(item, (*where, name, index), found)
        elif value is not None:
            _add(value, (*where, name), found)
    return found


def _add(value: Any, where: tuple[str | int, ...], found: Found) -> None:
    base = _base(value.__class__)
    if base is Claim:
        found.append((Path(where), value))
    elif base is Block:
        _claims_in(value, where, found)


@cache
def _base(of: type) -> type | None:
    """Claim, Block or neither; remembered, since pydantic makes `isinstance` slow."""
    return next((base for base in (Claim, Block) if issubclass(of, base)), None)
