"""Tree to frozen record: all faults, not the first, each at its place with what to write instead."""

import re
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from guidegen.diagnostics import Diagnostic, Path, fault, nearest
from guidegen.model import Carrier, Country
from guidegen.model.fields import models_at, names_of, tag_of
from guidegen.model.regions import currency_of
from guidegen.source import Data, Document
from guidegen.source.gaps import gap_at
from guidegen.source.limits import MAX_FINDINGS
from guidegen.source.tree import Scalar

UNKNOWN_FIELD = fault(
    "G101",
    "unknown-field",
    """
    Use a field that a record has here, or remove the line.

    Why: a field that guidegen does not know is silently lost, with the fact in it.
    Bad: `chanels:`
    Good: `channels:`
    """,
)
MISSING_FIELD = fault(
    "G102",
    "missing-field",
    """
    Add the field; without it the block says nothing.

    Why: a code without its digits, or a source without a publisher, cannot help a reader.
    Bad: `- kind: ussd` with no `code`
    Good: `- kind: ussd` and `code: "*100#"`
    """,
)
WRONG_SHAPE = fault(
    "G103",
    "wrong-shape",
    """
    Write a single value, a list or a block, as the field wants it.

    Why: the template cannot guess what was meant.
    Bad: `payment: cash`
    Good: `payment: [cash]`
    """,
)
UNKNOWN_WORD = fault(
    "G104",
    "unknown-word",
    """
    Use a word of the list, or the proper name of a thing that has no word.

    Why: each word stands for a sentence in every language; a new word has none.
    Bad: `payment: [paypall]`
    Good: `payment: [paypal]`
    """,
)
BAD_VALUE = fault(
    "G105",
    "bad-value",
    """
    Write the value in the form that the field reads.

    Why: amounts, durations and dates are compared and translated, so they must be exact.
    Bad: `unused_for: half a year`
    Good: `unused_for: 6 months`
    """,
)
MISSING_LANGUAGE = fault(
    "G106",
    "missing-language",
    """
    Write the text in every language of the guides.

    Why: both editions must say the same; a text in one language would be missing in the other.
    Bad: `note: {en: Keep the receipt.}`
    Good: `note: {en: Keep the receipt., zh: 保留小票。}`
    """,
)


def type_of(path: str) -> type[Carrier] | type[Country]:
    """Which type a file holds, by its name."""
    return Country if path.endswith("_country.yaml") else Carrier


def read_record(document: Document) -> tuple[Carrier | Country | None, list[Diagnostic]]:
    """The typed record of a document, or None and everything that is wrong with its shape."""
    if document.root is None:
        return None, []
    kind = type_of(document.path)
    try:
        return kind.model_validate(document.data()), []
    except ValidationError as error:
        return None, faults_of_shape(document, kind, error)


def faults_of_shape(document: Document, kind: type[BaseModel], error: ValidationError) -> list[Diagnostic]:
    """Everything that keeps a document from being of a type, each at its place."""
    details = error.errors(include_url=False, include_input=False)
    # One more than are shown, so that it can be said; most of the work is to find out what was meant.
    found = dict.fromkeys(_finding(document, kind, detail) for detail in details[: MAX_FINDINGS + 1])
    return sorted(found, key=lambda found: found.order)


def _finding(document: Document, kind: type[BaseModel], error: ErrorDetails) -> Diagnostic:
    where, context = Path(error["loc"]), error.get("ctx", {})
    gap = gap_at(document, Path((*where, "kind")) if error["type"] == "union_tag_invalid" else where)
    if gap is not None and error["type"] != "extra_forbidden":
        return gap
    match error["type"]:
        case "extra_forbidden":
            return _unknown_field(document, kind, where)
        case "missing":
            return _missing(document, where)
        case "union_tag_not_found":
            kinds = ", ".join(filter(None, map(tag_of, models_at(kind, where))))
            advice = f"add `kind:` with one of {kinds}"
            return MISSING_FIELD.at(document.path, document.span_at(where), "this block has no kind", advice)
        case "union_tag_invalid":
            return _unknown_kind(document, where, context)
        case "unknown_word":
            advice = _instead(document, where, context)
            return UNKNOWN_WORD.at(document.path, document.span_at(where), str(context["message"]), advice)
        case kind_of_error if kind_of_error.startswith("bad_"):
            return BAD_VALUE.at(document.path, document.span_at(where), str(context["message"]), str(context["help"]))
        case "wrong_type":
            return WRONG_SHAPE.at(document.path, document.span_at(where), str(context["message"]), str(context["help"]))
    return _wrong_shape(document, kind, where, error)


def _unknown_field(document: Document, kind: type[BaseModel], where: Path) -> Diagnostic:
    name = str(where[-1])
    fields = sorted({field for model in models_at(kind, where[:-1]) for field in names_of(model)})
    owners = [tag_of(model) for model in models_at(kind, where[:-2]) if name in names_of(model) and tag_of(model)]
    near = nearest(name, fields)
    if match := re.match("([a-z_]+) *：", name):
        advice = f"type the colon on an English keyboard, with a space behind it: `{match[1]}: …`"
    elif " " in name or not name.isascii():
        advice = "put the text in double quotes: a comma or a colon in it ended it too early"
    elif owners:
        advice = f"{name} belongs to {', '.join(map(str, owners))}; remove it, or correct the kind"
    else:
        advice = f"write {near}" if near else f"fields here: {', '.join(fields)}"
    return UNKNOWN_FIELD.at(document.path, document.key_span(where), f"unknown field {name}", advice)


def _missing(document: Document, where: Path) -> Diagnostic:
    name, span = str(where[-1]), document.span_at(Path(where[:-1]))
    if name in ("en", "zh"):
        language = {"en": "English", "zh": "Chinese"}[name]
        advice = f"add `{name}:` with the same statement in {language}"
        return MISSING_LANGUAGE.at(document.path, span, f"this text has no {language}", advice)
    return MISSING_FIELD.at(document.path, span, f"the field {name} is missing", f"add `{name}:`")


def _unknown_kind(document: Document, where: Path, context: dict[str, Any]) -> Diagnostic:
    found, kinds = str(context["tag"]), _tags(context)
    advice = _choose(found, kinds)
    span = document.span_at(Path((*where, "kind")))
    return UNKNOWN_WORD.at(document.path, span, f"{found or 'an empty value'} is no kind for this list", advice)


def _tags(context: dict[str, Any]) -> list[str]:
    return [tag.strip(" '") for tag in str(context.get("expected_tags", "")).split(",") if tag.strip()]


def _instead(document: Document, where: Path, context: dict[str, Any]) -> str:
    """What to write instead of an unknown word: what is known to be meant, else the nearest."""
    if context["meant"]:
        return f"write {context['meant']}"
    if where == ("currency",) and (currency := currency_of(str(_field_of(document, "country")))):
        return f"write {currency}, the currency of {_field_of(document, 'country')}"
    word, expected = str(context["word"]), context["expected"]
    if context["named"] and not nearest(word, expected):
        return f"write {{name: {word}}} if it is a proper name, else one of {', '.join(expected)}"
    return _choose(word, expected)


def _field_of(document: Document, name: str) -> Data:
    data = document.data()
    return data.get(name, "") if isinstance(data, dict) else ""


def _choose(word: str, expected: list[str]) -> str:
    near = nearest(word, expected)
    shown = expected if len(expected) <= 40 else [*expected[:5], "…"]
    return f"write {near}" if near else f"write one of {', '.join(shown)}"


# What pydantic wanted, in the words of a maintainer.
_SHAPES = {
    "tuple_type": ("expected a list", "write [a, b], or one item a line after `- `"),
    "model_type": ("expected a block", "write `key: value` lines below it, or {key: value}"),
    "model_attributes_type": ("expected a block", "write `key: value` lines below it, or {key: value}"),
    "dict_type": ("expected a block", "write `key: value` lines below it"),
    "too_short": ("too few entries", "a dispute has at least two accounts"),
}


def _wrong_shape(document: Document, kind: type[BaseModel], where: Path, error: ErrorDetails) -> Diagnostic:
    message, advice = _SHAPES.get(error["type"], (error["msg"], WRONG_SHAPE.summary))
    needed = [name for model in models_at(kind, where) for name in names_of(model, required=True)]
    if message == "expected a block" and 0 < len(needed) <= 4:
        advice = f"write {{{', '.join(f'{name}: …' for name in needed)}}}"
    elif error["type"] == "tuple_type" and not any(models_at(kind, Path((*where, 0)))):
        advice = _as_list(document, where) or advice
    return WRONG_SHAPE.at(document.path, document.span_at(where), message, advice)


def _as_list(document: Document, where: Path) -> str:
    """What to write where one value stands in place of a list; nothing where it is long or no single value."""
    node = document.node_at(where)
    if not isinstance(node, Scalar) or not 0 < len(node.value) <= 60:
        return ""
    if match := re.fullmatch("[［【](.*)[］】]", node.value):
        return f"type the brackets on an English keyboard: [{match[1]}]"
    return f"write [{', '.join(re.split(' *[,，、] *', node.value))}]"
