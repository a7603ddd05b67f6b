"""The order of keys, from the types of the model: own fields first, then what every block has, its source last."""

from collections.abc import Iterator
from functools import cache
from inspect import get_annotations
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from guidegen.canonical.tree import Entry, Mapping, Node, Scalar, Sequence
from guidegen.model.blocks import (
    CountryRule,
    Dispute,
    KeepNumber,
    NotFound,
    NotTopUp,
    Registration,
    Source,
    Statement,
    Validity,
    Voucher,
)
from guidegen.model.carrier import Carrier, Country
from guidegen.model.channels import Answers
from guidegen.model.claims import Claim
from guidegen.model.fields import alternatives, tag_of

# What closes a block, whatever it is.
LAST = ("steps", "labels", "ended", "note", "source", "checked")
CLAIM = ("value", "source", "checked", "applies_to", "note")
# What is written one field a line, however short it is.
TALL = (
    *(Carrier, Country, Source, Answers, Voucher, Validity, KeepNumber, Registration),
    *(Statement, CountryRule, NotTopUp, Dispute, NotFound),
)


def arrange(tree: Mapping, kind: type[BaseModel]) -> Mapping:
    """The same tree with the keys of every block in order, and the blocks marked that are written tall."""
    _arrange(tree, kind)
    return tree


def _arrange(node: Node, annotation: Any) -> None:
    if isinstance(node, Sequence):
        item = _item_type(annotation, node)
        for entry in node.entries:
            _arrange(entry.node, item)
    elif isinstance(node, Mapping):
        _arrange_mapping(node, annotation)


def _arrange_mapping(node: Mapping, annotation: Any) -> None:
    table = next((part for part in alternatives(annotation) if get_origin(part) is dict), None)
    if table is not None:
        for entry in node.entries:
            _arrange(entry.node, get_args(table)[1])
        node.tall = True
        return
    model = _model_of(annotation, node)
    if model is None:
        return
    types = _types(model)
    places = {name: number for number, name in enumerate(types)}
    node.entries.sort(key=lambda entry: places.get(entry.key, len(places)))
    node.tall = issubclass(model, TALL)
    for entry in node.entries:
        _arrange(entry.node, types.get(entry.key))


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    for part in alternatives(annotation):
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield part
        elif get_origin(part) is tuple:
            yield from _models(get_args(part)[0])


def _model_of(annotation: Any, node: Mapping) -> type[BaseModel] | None:
    """The type that a block holds: a claim in its long form, the value of one in its short form, or a tagged block."""
    kind = node.get("kind")
    for model in _models(annotation):
        if issubclass(model, Claim):
            return model if node.get("value") else _model_of(_types(model)["value"], node)
        tag = tag_of(model)
        if tag is None or (kind is not None and isinstance(kind.node, Scalar) and kind.node.value == tag):
            return model
    return None


def _item_type(annotation: Any, node: Sequence) -> Any:
    """The type of the items of a list; a list that is the short form of one claim holds parts of its value."""
    for model in _models(annotation):
        if issubclass(model, Claim) and not all(_is_long(entry) for entry in node.entries):
            return _types(model)["value"]
    return annotation


def _is_long(entry: Entry) -> bool:
    return isinstance(entry.node, Mapping) and entry.node.get("value") is not None


@cache
def _types(model: type[BaseModel]) -> dict[str, Any]:
    """The fields of a type as they are written in YAML, in canonical order, with their annotations."""
    fields = model.model_fields
    if issubclass(model, Claim):
        order = list(CLAIM)
    else:
        own = [name for part in model.__mro__ for name in get_annotations(part) if name in fields]
        first = [name for name in dict.fromkeys(own) if name not in LAST]
        order = [*first, *(name for name in LAST if name in fields)]
    return {fields[name].alias or name: fields[name].annotation for name in order}
