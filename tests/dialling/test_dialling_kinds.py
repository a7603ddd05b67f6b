"""The registry of kinds keeps its promises: each example is bad or good in the way it says."""

import re
from pathlib import Path
from typing import Any

import pytest

import guidegen.dialling
from guidegen.dialling import (
    KINDS,
    PLACEHOLDERS,
    KindInfo,
    Problem,
    Purpose,
    check_code,
    check_number,
    check_sms,
)


def checked(info: KindInfo, string: str) -> tuple[Problem, ...]:
    context: dict[str, Any] = dict(info.context)
    if info.part == "code":
        return check_code(string, Purpose(context.pop("purpose", "top_up")), **context)
    country = context.pop("country", "ZZ")
    if info.part == "number":
        return check_number(string, country, **context)
    return check_sms(string, "65088", country, **context)


@pytest.mark.parametrize("kind", KINDS)
def test_bad_example_has_the_kind_and_good_example_has_nothing(kind: str) -> None:
    info = KINDS[kind]
    bad = [one for one in checked(info, info.bad) if one.kind == kind]
    assert bad
    assert all(one.severity == info.severity and one.help for one in bad)
    assert checked(info, info.good) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_entry_lifts_a_kind_exactly_where_it_may(kind: str) -> None:
    info = KINDS[kind]
    if kind == "allowed-without-reason":
        return
    context = {**info.context, "allowed": {info.bad: "the operator's page says so"}}
    lifted = KindInfo(info.what, info.why, info.help, info.bad, info.good, part=info.part, context=context)
    left = {one.kind for one in checked(lifted, info.bad)}
    assert (kind not in left) == info.may_be_allowed


def test_every_kind_is_used_in_the_code() -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in Path(guidegen.dialling.__file__).parent.glob("*.py")
        if path.name != "kinds.py"
    )
    assert [kind for kind in KINDS if f'"{kind}"' not in source] == []


def test_texts_for_readers_are_whole_phrases() -> None:
    for kind, info in KINDS.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind)
        assert info.why.endswith(".")
        assert info.what
        assert info.help


def test_placeholders_have_meanings() -> None:
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) and meaning for name, meaning in PLACEHOLDERS.items())
    assert {
        "voucher",
        "phone",
        "recipient",
        "amount",
        "pin",
        "id",
        "card",
        "last4",
        "days",
        "language",
    } <= set(PLACEHOLDERS)
