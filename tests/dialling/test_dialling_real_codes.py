"""What the 130 fact sheets tell people to dial, call or text: passed, or refused for a stated reason."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from guidegen.dialling import Problem, Purpose, check_code, check_number, check_sms, parse_code

DATA = Path(__file__).parent / "data"


def rows(name: str) -> Iterator[list[str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def checked(what: str, country: str, purpose: str, string: str, number: str) -> tuple[Problem, ...]:
    if what == "code":
        return check_code(string, Purpose(purpose))
    if what == "number":
        return check_number(string, country)
    return check_sms(string, number, country, purpose=Purpose(purpose))


GOOD = [(*row, "")[:6] for row in rows("real-codes.txt")]
REFUSED = list(rows("real-exceptions.txt"))


def test_the_list_is_as_long_as_the_sheets_are_rich() -> None:
    assert len(GOOD) >= 340
    assert len({row[2] for row in GOOD}) >= 100


@pytest.mark.parametrize("row", GOOD, ids=lambda row: f"{row[2]}:{row[4]}")
def test_real_string_passes(row: tuple[str, ...]) -> None:
    what, country, _, purpose, string, number = row
    problems = checked(what, country, purpose, string, number)
    assert [one for one in problems if one.severity != "notice"] == []
    if what == "code":
        assert parse_code(string) is not None


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: f"{row[2]}:{row[4]}")
def test_refused_string_is_refused_for_the_stated_kinds(row: list[str]) -> None:
    what, country, _, purpose, string, number, kinds, judgement = row
    problems = checked(what, country, purpose, string, number)
    assert {one.kind for one in problems if one.severity != "notice"} == set(kinds.split())
    assert judgement
