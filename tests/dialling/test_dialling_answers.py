"""What is said of a string, to the letter: where, of which kind, in which words, and what to do instead."""

import json
import re
from pathlib import Path

import pytest

from guidegen.dialling import KINDS, Problem, Purpose, check_code, check_number, check_sms

ANSWERS = Path(__file__).parent / "data" / "answers.txt"
PARTS = {"code": {"code"}, "number": {"number"}, "text": {"text", "number"}}
Asked = tuple[str, str, str, tuple[int, ...], str]


def answers() -> list[tuple[Asked, list[str]]]:
    found: list[tuple[Asked, list[str]]] = []
    for line in ANSWERS.read_text(encoding="utf-8").splitlines():
        if line.startswith("\t"):
            found[-1][1].append(line.strip())
        elif not line.startswith("#"):
            what, country, purpose, digits, string = line.split("\t")
            asked = (what, country, purpose, tuple(map(int, re.findall(r"\d+", digits))), json.loads(string))
            found.append((asked, []))
    return found


def checked(what: str, country: str, purpose: str, digits: tuple[int, ...], string: str) -> tuple[Problem, ...]:
    if what == "code":
        return check_code(string, Purpose(purpose), voucher_digits=digits)
    if what == "number":
        return check_number(string, country)
    return check_sms(string, "65088", country, purpose=Purpose(purpose), voucher_digits=digits)


def told(one: Problem) -> str:
    cells = [f"{one.start}-{one.end}", one.kind, one.message]
    return "\t".join(cells if one.help == KINDS[one.kind].help else [*cells, one.help])


@pytest.mark.parametrize(("asked", "expected"), answers(), ids=lambda value: value[-1] if value else "nothing")
def test_answer(asked: Asked, expected: list[str]) -> None:
    found = checked(*asked)
    assert [told(one) for one in found] == expected
    assert {one.part for one in found} <= PARTS[asked[0]]


@pytest.mark.parametrize(
    ("what", "length", "expected"),
    [
        ("code", 181, None),
        ("code", 183, ("too-long", "183 characters; a phone sends at most 182")),
        ("number", 40, ("impossible-number", None)),
        ("number", 41, ("too-long", "41 characters for one number")),
        ("text", 160, None),
        ("text", 161, ("long-text", "161 characters are more than one text")),
        ("text", 1000, ("long-text", "1000 characters are more than one text")),
        ("text", 1001, ("too-long", "1001 characters for one text")),
    ],
)
def test_a_length_that_passes_and_the_next(what: str, length: int, expected: tuple[str, str | None] | None) -> None:
    string = {"code": "*1" * 100, "number": "17293847561" * 10, "text": "Ab" * 600}[what]
    cut = string[: length - 1] + "#" if what == "code" else string[:length]
    found = checked(what, "ZZ", "top_up", (), cut)
    assert [(one.kind, one.start, one.end) for one in found] == ([(expected[0], 0, length)] if expected else [])
    assert expected is None or expected[1] in (None, found[0].message)
    assert {one.part for one in found} <= {what}


def test_the_number_of_a_text_is_asked_with_its_country_price_and_exceptions() -> None:
    assert [one.kind for one in check_sms("A", "3610", "FR")] == ["premium-rate"]
    assert check_sms("A", "3610", "FR", stated_price=True) == ()
    assert [one.kind for one in check_sms("A", "+44 20 7031 3000", "DE")] == ["wrong-country"]
    assert check_sms("A", "+44 20 7031 3000", "DE", allowed={"+44 20 7031 3000": "a reason"}) == ()
