"""Values and places of a record in words, for people who compare two versions of it."""

import datetime
import re
from typing import Any

from pydantic import BaseModel

from guidegen.diagnostics import Path
from guidegen.model import Amounts, Carrier, Country, Duration, Fee, Money, Name, PartialDate, Text
from guidegen.model.blocks import Dispute, Said
from guidegen.model.claims import Read
from guidegen.model.notation import WORD

# What tells one block of a list from its neighbours, the most telling first.
MARKS = ("code", "number", "name", "of", "about", "state", "text", "sells", "applies_to", "needed_for")


# Steps and fields that add nothing to the words.
_UNSAID = ("source", "checked", "accounts", "says")


def said(value: Any, currency: str | None, chinese: bool = False) -> str:
    """A value in words: `debit card, PayPal`, `10, 20 GBP`, `180 days`."""
    match value:
        case None | ():
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case str():
            return value.replace("_", " ") if re.search(WORD, value) else value
        case datetime.date():
            return value.isoformat()
        case tuple():
            return ", ".join(said(item, currency, chinese) for item in value)
        case Money():
            return " ".join(filter(None, (f"{value.amount}", value.currency or currency)))
        case Duration():
            return f"{value.number} {value.unit.replace('_', ' ')}{'s' if value.number != 1 else ''}"
        case PartialDate():
            return "-".join(f"{part:02}" for part in (value.year, value.month, value.day) if part)
        case Text() | Said():
            return value.zh if chinese else value.en
        case Name():
            return f"{value.en} ({value.zh})" if value.zh else value.en
        case Amounts():
            return _amounts(value, currency)
        case Fee() if value.none:
            return "no fee"
        case Dispute():
            return "; ".join(said(account.says, currency, chinese) for account in value.accounts)
        case Read():
            return f"{value.on.isoformat()}, {value.how.replace('_', ' ')}"
        case BaseModel():
            return _fields(value, currency, chinese)
    return str(value)


def _amounts(value: Amounts, currency: str | None) -> str:
    if value.free:
        return "any amount"
    if value.values:
        return said(value.values, currency)
    parts = {"from": value.low, "to": value.high, "in steps of": value.step}
    return " ".join(f"{word} {said(money, currency)}" for word, money in parts.items() if money)


def _fields(value: BaseModel, currency: str | None, chinese: bool) -> str:
    """The fields that say something, with their names: `most 3000 HKD, per month`."""
    fields = type(value).model_fields.items()
    parts = ((name, getattr(value, name), field.default) for name, field in fields)
    shown = (
        f"{name.replace('_', ' ')} {said(part, currency, chinese)}"
        for name, part, default in parts
        if part not in (None, (), default) and name not in _UNSAID
    )
    return ", ".join(shown)


def place(record: Carrier | Country, where: Path) -> str:
    """A path in words: `phone 43430 · fee`, `validity of credit · lasts`."""
    value: Any = record
    words: list[str] = []
    for step in where:
        holder = value
        value = holder[step] if isinstance(step, int) or isinstance(holder, dict) else getattr(holder, str(step))
        if isinstance(step, str):
            words += [] if step in _UNSAID else [step.replace("_", " ")]
        elif isinstance(value, BaseModel) and not hasattr(value, "value"):
            words[-1] = _named(words[-1], value, _needs_mark(value, holder))
    return " · ".join(word for word in words if word)


def _needs_mark(block: BaseModel, neighbours: Any) -> bool:
    """Whether its kind alone does not tell a block from its neighbours; a code or a number is told always."""
    kind = getattr(block, "kind", None)
    return kind in ("ussd", "sms", "phone") or sum(getattr(one, "kind", None) == kind for one in neighbours) > 1


def _named(word: str, block: BaseModel, several: bool) -> str:
    """A block of a list by its kind and what marks it: `phone 43430`, `validity of credit`."""
    kind = getattr(block, "kind", None)
    if isinstance(block, Dispute):
        return f"dispute about {said(block.about, None)}"
    name = said(kind, None) if word == "channels" and kind else word
    if word in ("balance", "how") and kind:
        name = f"{word} by {said(kind, None)}"
    marks = (getattr(block, mark, None) for mark in MARKS)
    mark = next((mark for mark in marks if mark), None) if several or word != "channels" else None
    text = said(getattr(mark, "value", mark), None) if mark else ""
    return f"{name} {text}".strip() if len(text) < 60 else name
