"""Records made from the types of the model, so that a new field is part of them at once.

`fullest_carrier` has every field, `drawn_carrier` some, as chance decides. Every text is a marker; `with_texts` puts
other texts in their place, also such as no record file may hold.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

from guidegen.model import Amounts, Carrier, Country, Fee
from guidegen.model.blocks import Account
from guidegen.model.notation import OneOf, WordOrName, Written

MARKER = re.compile(r"Marker[0-9]+x")
Model = TypeVar("Model", bound=BaseModel)
# Values of the notations that are no free text, by what they read.
VALUES = {
    "whole number": ["2", "0", "1", "16", "999999"],
    "share": ["2.5", "0", "99.99"],
    "truth value": ["true", "false"],
    "date": ["2026-11-01", "2019-05-31", "1999-12-31", "2099-01-01"],
    "duration": ["6 months", "1 day", "99999 years", "90 seconds", "2 working_days"],
    "time": ["15 minutes", "at_once", "1 week"],
    "amount of money": ["10", "0", "999999999.999", "0.05", "5 USD"],
    "topic": ["fee"],
    "record id": ["gb/case"],
    "web address": ["https://example.org/"],
}
# Fields that would change what the rest of the record is, or that hold a key; and one that every block needs.
LEFT_OUT = {"unusable", "may_mean", "checked"}
ALWAYS = {"source"}
FIXED: dict[Any, Any] = {
    Fee: ["0.50", "none", "2 %", "text_price", {"amount": "1", "bound": "at_most", "bank_may_charge": "true"}],
    Amounts: [["10", "20"], "any", {"from": "1", "to": "100", "step": "5"}, {"from": "5"}, {"to": "7"}],
}


@dataclass(frozen=True, slots=True)
class Filling:
    """How a record is filled: the number of the next marker, and chance, where there is any."""

    numbers: Iterator[int] = field(default_factory=count)
    chance: Random | None = None

    def marker(self) -> str:
        return f"Marker{next(self.numbers)}x"

    def choose(self, choices: Sequence[Any]) -> Any:
        """The first of several, or any."""
        return choices[0] if self.chance is None else self.chance.choice(choices)

    def some(self, items: Sequence[Any]) -> Sequence[Any]:
        """All of several, or a few, at least one."""
        if self.chance is None:
            return items
        return self.chance.sample(items, min(len(items), self.chance.choice((1, 1, 2, 3))))

    def keeps(self, needed: bool) -> bool:
        """Whether a field is filled."""
        return needed or self.chance is None or self.chance.random() < 0.5


def fullest_carrier(**changed: Any) -> Carrier:
    """A carrier with every field filled; each block that can have an end stands there with and without one."""
    return Carrier.model_validate(_tree(Filling()) | changed)


def fullest_country() -> Country:
    """The country file beside it."""
    return _country(Filling(count(9000)))


def drawn_tree(chance: Random) -> dict[str, Any]:
    """A carrier with some fields and with values of every kind, as chance decides; as its file would hold it."""
    return _tree(Filling(chance=chance))


def drawn_carrier(chance: Random) -> Carrier:
    """The same, read."""
    return Carrier.model_validate(drawn_tree(chance))


def drawn_country(chance: Random) -> Country:
    """A country file, likewise."""
    return _country(Filling(count(9000), chance))


def _tree(filling: Filling) -> dict[str, Any]:
    return {**_block(Carrier, filling), "kind": "carrier", "country": "GB", "currency": "GBP"}


def _country(filling: Filling) -> Country:
    return Country.model_validate(_block(Country, filling) | {"country": "GB"})


def _block(model: type[BaseModel], filling: Filling, ended: bool = False) -> Any:
    if model in FIXED:
        return filling.choose(FIXED[model])
    fields = {field.alias or name: field for name, field in model.model_fields.items() if name not in LEFT_OUT}
    if not ended:
        fields.pop("ended", None)
    return {
        name: "page" if name == "source" else _value(field.annotation, field.metadata, filling)
        for name, field in fields.items()
        if name in ALWAYS or filling.keeps(field.is_required())
    }


def _value(annotation: Any, metadata: list[Any], filling: Filling) -> Any:
    for notation in metadata:
        if isinstance(notation, Written):
            return filling.marker() if notation.kind == "line" else filling.choose(VALUES[notation.kind])
        if isinstance(notation, WordOrName):
            return filling.choose([filling.marker(), *notation.vocabulary])
        if isinstance(notation, OneOf):
            return filling.choose([*notation.vocabulary])
    if get_origin(annotation) is Annotated:
        return _value(get_args(annotation)[0], list(get_args(annotation)[1:]), filling)
    if get_origin(annotation) is tuple:
        return _several(get_args(annotation)[0], filling)
    if get_origin(annotation) is dict:
        return {"page": _block(get_args(annotation)[1], filling)}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _block(annotation, filling, ended=True)
    choices = get_args(annotation)
    return filling.choose(choices) if isinstance(choices[0], str) else _value(choices[0], [], filling)


def _several(item: Any, filling: Filling) -> list[Any]:
    """One of each type that a list can hold, and one more with an end where it can have one; two sides of a dispute."""
    found = []
    for choice in filling.some(_choices(item)):
        if isinstance(choice, type) and issubclass(choice, BaseModel):
            found.append(_block(choice, filling))
            if choice is Account or ("ended" in choice.model_fields and filling.keeps(False)):
                found.append(_block(choice, filling, ended=True))
        else:
            found.append(_value(choice, [], filling))
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
