"""The fullest record that the model allows, made from its types, so that a new field is part of it at once.

Every text in it is a marker; `with_texts` puts other texts in their place, also such as no record file may hold.
"""

import re
from collections.abc import Callable, Iterator
from itertools import count
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

from guidegen.model import Amounts, Carrier, Country, Fee
from guidegen.model.blocks import Account
from guidegen.model.notation import OneOf, WordOrName, Written

MARKER = re.compile(r"Marker[0-9]+x")
# Values of the notations that are no free text, by what they read.
VALUES = {
    "whole number": "2",
    "share": "2.5",
    "truth value": "true",
    "date": "2026-11-01",
    "duration": "6 months",
    "time": "15 minutes",
    "amount of money": "10",
    "topic": "fee",
    "record id": "gb/case",
    "web address": "https://example.org/",
}
# Fields that would change what the rest of the record is, or that hold a key.
LEFT_OUT = {"unusable", "may_mean", "checked"}
FIXED: dict[Any, Any] = {Fee: "0.50", Amounts: ["10", "20"]}
Model = TypeVar("Model", bound=BaseModel)


def fullest_carrier(**changed: Any) -> Carrier:
    """A carrier with every field filled; each block that can have an end stands there with and without one."""
    numbers = count()
    tree = _block(Carrier, numbers) | {"kind": "carrier", "country": "GB", "currency": "GBP"}
    return Carrier.model_validate(tree | changed)


def fullest_country() -> Country:
    """The country file beside it."""
    return Country.model_validate(_block(Country, count(9000)) | {"country": "GB"})


def _block(model: type[BaseModel], numbers: Iterator[int], ended: bool = False) -> Any:
    if model in FIXED:
        return FIXED[model]
    fields = {field.alias or name: field for name, field in model.model_fields.items() if name not in LEFT_OUT}
    if not ended:
        fields.pop("ended", None)
    return {
        name: "page" if name == "source" else _value(field.annotation, field.metadata, numbers)
        for name, field in fields.items()
    }


def _value(annotation: Any, metadata: list[Any], numbers: Iterator[int]) -> Any:
    for notation in metadata:
        if isinstance(notation, Written):
            return VALUES[notation.kind] if notation.kind != "line" else f"Marker{next(numbers)}x"
        if isinstance(notation, WordOrName):
            return f"Marker{next(numbers)}x"
        if isinstance(notation, OneOf):
            return next(iter(notation.vocabulary))
    if get_origin(annotation) is Annotated:
        return _value(get_args(annotation)[0], list(get_args(annotation)[1:]), numbers)
    if get_origin(annotation) is tuple:
        return _several(get_args(annotation)[0], numbers)
    if get_origin(annotation) is dict:
        return {"page": _block(get_args(annotation)[1], numbers)}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _block(annotation, numbers, ended=True)
    choices = get_args(annotation)
    return choices[0] if isinstance(choices[0], str) else _value(choices[0], [], numbers)


def _several(item: Any, numbers: Iterator[int]) -> list[Any]:
    """One of each type that a list can hold, and one more with an end where it can have one; two sides of a dispute."""
    found = []
    for choice in _choices(item):
        if isinstance(choice, type) and issubclass(choice, BaseModel):
            found.append(_block(choice, numbers))
            if "ended" in choice.model_fields or choice is Account:
                found.append(_block(choice, numbers, ended=True))
        else:
            found.append(_value(choice, [], numbers))
    return found


def _choices(item: Any) -> list[Any]:
    """The types of a tagged union, or the type itself."""
    inner = get_args(item)[0] if get_origin(item) is Annotated else item
    parts = () if isinstance(inner, type) else get_args(inner)
    return [*parts] if len(parts) > 1 and issubclass(parts[0], BaseModel) else [item]


def with_texts(model: Model, text: Callable[[str], str]) -> Model:
    """The same record with other texts for its markers."""

    def replaced(value: Any) -> Any:
        if isinstance(value, BaseModel):
            fields = type(value).model_fields
            return value.model_copy(update={name: replaced(getattr(value, name)) for name in fields})
        if isinstance(value, tuple):
            return tuple(map(replaced, value))
        if isinstance(value, dict):
            return {key: replaced(item) for key, item in value.items()}
        return MARKER.sub(lambda match: text(match[0]), value) if isinstance(value, str) else value

    return replaced(model)  # type: ignore[no-any-return]
