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
from guidegen.model.notation import SCALAR, SHARED, Frozen, fault
from guidegen.model.values import Name, Text

T = TypeVar("T")
KEY = "^[a-z0-9]+(?:-[a-z0-9]+)*$"


def _keys(value: Any) -> tuple[str, ...]:
    if isinstance(value, dict):
        raise fault("wrong_type", "expected the key of a source, found a block", "write a key of `sources`, or a list")
    keys = (value,) if isinstance(value, str) else tuple(value)
    if not keys or not all(isinstance(key, str) and key for key in keys):
        raise fault("bad_source", "this names no source", "write a key of `sources`, or a list of keys")
    return keys


_KEY_SCHEMA = {"type": SCALAR, "minLength": 1}
Keys = Annotated[
    tuple[str, ...],
    BeforeValidator(_keys),
    WithJsonSchema({SHARED: ["keys", {"anyOf": [_KEY_SCHEMA, {"type": "array", "items": _KEY_SCHEMA, "minItems": 1}]}]}),
]


class Sourced(Frozen):
    """Anything that names its sources."""

    source: Keys = Field((), description="key of a source, or a list of keys / 来源的键，或键的列表")


class Claim(Sourced, Generic[T]):
    """One sourced statement. Two equal claims are still two claims, so identity counts, not equality."""

    value: T
    applies_to: Name | None = Field(None, description="the only plan or card it is true for / 只适用于这个套餐或这张卡")
    note: Text | None = Field(None, description="one short sentence that belongs to it / 一句补充说明")

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        full = dict(handler.resolve_ref_schema(handler(core)))
        return {SHARED: [cls.schema_name(), {"anyOf": [full["properties"]["value"], full]}]}

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
        lifted = dict(value)
        for name, many in claim_fields(cls):
            if name in lifted:
                lifted[name] = _lift(lifted[name], many, lifted.get("source"))
        return lifted

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        shape = dict(handler.resolve_ref_schema(handler(core)))
        for name, many in claim_fields(cls):
            if many:
                claim = get_args(cls.model_fields[name].annotation)[0]
                shape["properties"][name] = _many_schema(shape["properties"][name], claim.schema_name())
        return shape

    def claims(self) -> Iterator[tuple[Path, Claim[Any]]]:
        """Every claim of the block and of the blocks inside it, with its path."""
        for name in type(self).model_fields:
            yield from _claims_in(getattr(self, name), Path((name,)))


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
    if source is not None:
        claim.setdefault("source", source)
    return claim


def _many_schema(field: dict[str, Any], name: str) -> dict[str, Any]:
    """One claim in either form, or a list of claims in the long form."""
    one = field.pop("items")
    full = {"allOf": [one, {"type": "object", "required": ["value"]}]}
    kept: dict[str, Any] = {key: field[key] for key in ("description", "title") if key in field}
    return {**kept, SHARED: [f"{name} or list", {"anyOf": [one, {"type": "array", "items": full, "minItems": 1}]}]}


def _claims_in(value: Any, where: Path) -> Iterator[tuple[Path, Claim[Any]]]:
    if isinstance(value, Claim):
        yield where, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _claims_in(item, Path((*where, index)))
    elif isinstance(value, Block):
        yield from ((Path((*where, *path)), claim) for path, claim in value.claims())
