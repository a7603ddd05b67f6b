"""Which types and fields can stand at a path of a record, by following the types."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

Where = tuple[str | int, ...]


def models_at(annotation: Any, where: Where) -> Iterator[type[BaseModel]]:
    """The types of the blocks that can stand at a path; several where a `kind` decides and the path has none."""
    for part in alternatives(annotation):
        if get_origin(part) in (tuple, dict) and where:
            yield from models_at(get_args(part)[0 if get_origin(part) is tuple else 1], where[1:])
        elif isinstance(part, type) and issubclass(part, BaseModel):
            yield from _models_in(part, where)


def alternatives(annotation: Any) -> Iterator[Any]:
    """The parts of a union, without what pydantic is told about them."""
    if get_origin(annotation) is Annotated:
        yield from alternatives(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for part in get_args(annotation):
            yield from alternatives(part)
    else:
        yield annotation


def _models_in(model: type[BaseModel], where: Where) -> Iterator[type[BaseModel]]:
    if not where:
        yield model
    elif where[0] == tag_of(model):
        yield from _models_in(model, where[1:])
    else:
        found = (field for name, field in model.model_fields.items() if (field.alias or name) == where[0])
        for field in found:
            yield from models_at(field.annotation, where[1:])


def names_of(model: type[BaseModel], required: bool = False) -> list[str]:
    """The names of the fields of a type, as they stand in YAML."""
    fields = model.model_fields.items()
    return [field.alias or name for name, field in fields if field.is_required() or not required]


def tag_of(model: type[BaseModel]) -> str | None:
    """The word in `kind:` that chooses this type among others, as pydantic puts it into the path of an error."""
    field = model.model_fields.get("kind")
    choices = get_args(field.annotation) if field else ()
    return str(choices[0]) if len(choices) == 1 else None
