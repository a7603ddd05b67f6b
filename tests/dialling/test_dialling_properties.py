"""Whatever stands in a record: no exception, spans inside the string, runs that join back, bounded work."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from guidegen.dialling import (
    KINDS,
    Purpose,
    characters,
    check_code,
    check_number,
    check_sms,
    grammar,
    normalise,
    parse_code,
    placeholders,
    segments,
)

HOSTILE = st.text(
    alphabet=st.sampled_from("*#{}0123456789:+ -.xX\uff0a\uff03\uff11voucher\u200b\ufe0f\uff08*#*#{}"),
    max_size=60,
)
ANY = st.one_of(st.text(max_size=60), HOSTILE)
COUNTRY = st.one_of(st.sampled_from(["DE", "GB", "US", "CN", "HK", "ZZ"]), st.text(max_size=4))


@given(ANY, st.sampled_from(list(Purpose)), st.sets(st.integers(0, 20), max_size=3))
def test_any_code_gets_an_answer_inside_the_string(code: str, purpose: Purpose, digits: set[int]) -> None:
    for one in check_code(code, purpose, voucher_digits=digits):
        assert 0 <= one.start <= one.end <= len(code)
        assert one.kind in KINDS
        assert all((one.message, one.help))


@given(ANY, COUNTRY, st.booleans())
@settings(max_examples=150)
def test_any_number_gets_an_answer_inside_the_string(number: str, country: str, priced: bool) -> None:
    for one in check_number(number, country, stated_price=priced):
        assert 0 <= one.start <= one.end <= len(number)
        assert one.kind in KINDS


@given(st.text(alphabet=st.sampled_from("*#+0123456789 {}x-"), max_size=12), COUNTRY)
def test_a_number_without_problems_can_be_dialled(number: str, country: str) -> None:
    if not check_number(number, country) and not segments(number)[0].name:
        assert re.match(r"[*#+]? *[0-9]|\{", number.strip())


@given(ANY, ANY)
@settings(max_examples=100)
def test_any_text_gets_an_answer_inside_the_string(text: str, number: str) -> None:
    for one in check_sms(text, number, "DE"):
        assert 0 <= one.start <= one.end <= len(text if one.part == "text" else number)


@given(ANY)
def test_segments_join_back(code: str) -> None:
    runs = segments(code)
    assert "".join(run.text for run in runs) == code
    assert tuple(run.name for run in runs if run.name) == placeholders(code)
    assert all(run.text for run in runs)


@given(HOSTILE)
def test_a_code_without_problems_parses_and_survives_normalising(code: str) -> None:
    if not check_code(code, Purpose.TOP_UP):
        assert parse_code(code) is not None
    assert normalise(normalise(code)) == normalise(code)


@given(st.lists(st.from_regex(r"[0-9]{1,3}|\{voucher\}", fullmatch=True), min_size=1, max_size=4))
def test_fields_come_back(fields: list[str]) -> None:
    parsed = parse_code("*" + "*".join(fields) + "#")
    assert parsed is not None
    assert parsed.parts == tuple(fields)


def test_long_input_is_cut_before_it_is_read() -> None:
    """Linear by construction: past the limit a string is one problem, however hostile."""
    for unit in ("*", "#", "{", "{}", "*#", "1", "{voucher}", "\u200b*", "x ", "\uff0a"):
        flood = unit * (1_000_000 // len(unit))
        assert len(check_code(flood, Purpose.TOP_UP)) == 1
        assert len(check_number(flood, "DE")) == 1
        assert {one.kind for one in check_sms(flood, "65088", "GB")} <= {"too-long"}


def test_reading_gives_one_token_for_one_key() -> None:
    """Work grows with the text: twice the text, twice the characters and twice the fields, never more."""
    for unit in ("*1", "{a}", "1{", "\uff0a\uff11"):
        assert len(characters.fold(unit * 1000).text) == 2 * len(characters.fold(unit * 500).text)
    code = grammar.read("*1" * 1000 + "#")
    assert code is not None
    assert len(code.fields) == 1000
