"""Structure, characters, placeholders, digits and purpose of a code."""

import pytest

from guidegen.dialling import Problem, Purpose, check_code, normalise, parse_code, placeholders, segments


def found(code: str, purpose: Purpose = Purpose.TOP_UP, digits: tuple[int, ...] = ()) -> list[Problem]:
    return list(check_code(code, purpose, voucher_digits=digits))


def marked(code: str, purpose: Purpose = Purpose.TOP_UP, digits: tuple[int, ...] = ()) -> list[tuple[str, str]]:
    """Kind and the piece of the string it points at."""
    return [(one.kind, code[one.start : one.end]) for one in found(code, purpose, digits)]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("101{voucher}#", [("lost-star", "1")]),
        ("104*{voucher}#", [("lost-star", "1")]),
        ("{voucher}#", [("lost-star", "{")]),
        ("*104*{voucher}", [("lost-hash", "}")]),
        ("*104*", [("lost-hash", "*"), ("trailing-star", "*")]),
        ("*611", [("lost-hash", "1")]),
        ("*104{voucher}#", [("lost-separator", "104{voucher}")]),
        ("*104*{serial}{pin}#", [("lost-separator", "{serial}{pin}")]),
        ("*104*{voucher}5#", [("lost-separator", "{voucher}5")]),
        ("*{voucher}#", [("lost-service-code", "{voucher}")]),
        ("*#", [("lost-service-code", "#")]),
        ("*104**{voucher}#", [("empty-field", "**")]),
        ("*104*{voucher}##", [("empty-field", "##")]),
        ("*111*#", [("trailing-star", "*#")]),
        ("*134#{voucher}#", [("inner-hash", "#")]),
        ("*100#*101#", [("two-codes", "#*")]),
        ("##107#", [("register-or-erase", "##")]),
        ("**107*{voucher}#", [("register-or-erase", "**")]),
        ("*\uff11\uff10\uff10#", [("other-digit", "\uff11\uff10\uff10")]),
        ("\uff0a100\uff03", [("look-alike-key", "\uff0a"), ("look-alike-key", "\uff03")]),
        ("✱100#", [("look-alike-key", "✱")]),
        ("*141*voucher number #", [("letter", "voucher number"), ("space", " ")]),
        ("*100 #", [("space", " ")]),
        ("*100\u200b\u200e#", [("invisible", "\u200b\u200e")]),
        ("*\ufe0f\u20e3100#", [("invisible", "\ufe0f\u20e3")]),
        ("`*100#`", [("wrong-character", "`"), ("wrong-character", "`")]),
        ("*104*充值码#", [("letter", "充值码")]),
        ("*104*{voucher#", [("lone-brace", "{"), ("letter", "voucher")]),
        ("*104*{PIN}#", [("unknown-placeholder", "{PIN}")]),
        ("*104*{}#", [("unknown-placeholder", "{}")]),
        ("*104*{voucher:0}#", [("unknown-placeholder", "{voucher:0}")]),
        ("*104*1234567890123456#", [("example-digits", "1234567890123456")]),
        ("*104*12345#", [("example-digits", "12345")]),
        ("*104*00000#", [("example-digits", "00000")]),
        ("*104*XXXX#", [("stand-in", "XXXX")]),
    ],
)
def test_fault_is_found_at_its_place(code: str, expected: list[tuple[str, str]]) -> None:
    assert marked(code) == expected


@pytest.mark.parametrize("code", ["*1700*500*888#", "*123*8484#", "*#137*137#", "*149*01*99#", "*72536*1#", "*9#"])
def test_short_digit_runs_are_menu_numbers(code: str) -> None:
    assert found(code) == []


def test_lost_hash_points_behind_good_keys_only() -> None:
    assert ("lost-hash", "e") not in marked("*104*code")


def test_empty_and_endless_codes() -> None:
    assert [one.kind for one in found("")] == ["empty"]
    assert [one.kind for one in found(" \u200b ")] == ["empty"]
    assert [one.kind for one in found("*" * 10_000)] == ["too-long"]
    assert found("*1" * 90 + "1#") == []


def test_help_names_the_nearest_placeholder() -> None:
    assert found("*104*{vouchr}#")[0].help == 'write "{voucher}"'
    assert found("*104*{nin}#")[0].help == 'write "{id}"'
    assert "{voucher}, " in found("*104*{qqqq}#")[0].help


@pytest.mark.parametrize(
    ("code", "digits", "kinds"),
    [
        ("*104*{voucher:16}#", (16,), []),
        ("*104*{voucher:16}#", (12, 16), []),
        ("*104*{voucher:16}#", (), []),
        ("*104*{voucher:14}#", (16,), ["voucher-digits"]),
        ("*104*{amount:3}#", (16,), []),
        ("*104*XXXXXXXXXXXXXX#", (16,), ["stand-in", "voucher-digits"]),
        ("*104*XXXXXXXXXXXXXXXX#", (16,), ["stand-in"]),
        ("*104*0000000000000#", (16,), ["example-digits", "voucher-digits"]),
        ("*104*0000000000000000#", (16,), ["example-digits"]),
    ],
)
def test_room_for_digits_is_compared_with_the_voucher(code: str, digits: tuple[int, ...], kinds: list[str]) -> None:
    assert [one.kind for one in found(code, Purpose.TOP_UP, digits)] == kinds


@pytest.mark.parametrize("purpose", [one for one in Purpose if one is not Purpose.SEND_CREDIT])
@pytest.mark.parametrize("code", ["*1*{recipient}#", "*100*{phone}*{amount}#", "*133*{phone}*{amount}*{pin}#"])
def test_credit_for_somebody_else_is_no_top_up(code: str, purpose: Purpose) -> None:
    assert "sends-credit" in [one.kind for one in found(code, purpose)]
    assert found(code, Purpose.SEND_CREDIT) == []


@pytest.mark.parametrize("code", ["*126*{voucher}*{phone}#", "*131*{phone}#", "*115*{amount}#"])
def test_topping_up_a_number_with_a_voucher_sends_no_credit(code: str) -> None:
    assert found(code) == []


@pytest.mark.parametrize("purpose", [Purpose.BALANCE, Purpose.OWN_NUMBER])
def test_a_question_takes_no_voucher(purpose: Purpose) -> None:
    assert [one.kind for one in found("*100*{voucher}#", purpose)] == ["wrong-purpose"]
    assert found("*100*{pin}#", purpose) == []


def test_bank_card_number_in_a_code_is_doubted() -> None:
    assert [(one.kind, one.severity) for one in found("*888*{card}#")] == [("card-number", "warning")]


def test_parse_code_gives_the_parts() -> None:
    code = parse_code("*#137*{voucher}*2#")
    assert code is not None
    assert (code.prefix, code.service_code, code.procedure) == ("*#", "137", "interrogation")
    assert code.parts == ("137", "{voucher}", "2")
    assert code.placeholders == ("voucher",)
    assert [(one.separator, code.text[one.start : one.end]) for one in code.fields] == [
        ("#", "137"), ("*", "{voucher}"), ("*", "2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "procedure"),
    [("*21#", "activation"), ("#21#", "deactivation"), ("**21*1#", "registration"), ("##21#", "erasure")],
)
def test_parse_code_names_the_procedure(code: str, procedure: str) -> None:
    parsed = parse_code(code)
    assert parsed is not None
    assert parsed.procedure == procedure
    assert parsed.service_code == "21"


@pytest.mark.parametrize(
    "code", ["", "*#", "#", "*", "*611", "101#", "\uff0a100#", "*1 0#", "*1*{voucher#", "*" * 200 + "#"]
)
def test_parse_code_refuses_what_is_no_code(code: str) -> None:
    assert parse_code(code) is None


def test_service_code_of_a_placeholder_is_empty() -> None:
    code = parse_code("*{voucher}#")
    assert code is not None
    assert code.service_code == ""


def test_segments_in_dialling_order() -> None:
    runs = [(run.text, run.name, run.digits) for run in segments("*104*{voucher:16}#")]
    assert runs == [("*104*", "", None), ("{voucher:16}", "voucher", 16), ("#", "", None)]
    assert [run.text for run in segments("{a}{b}")] == ["{a}", "{b}"]
    assert [run.text for run in segments("*{Bad Name}#")] == ["*{Bad Name}#"]
    assert segments("") == ()


def test_placeholders_in_dialling_order() -> None:
    assert placeholders("*126*{voucher}*{phone}#") == ("voucher", "phone")


@pytest.mark.parametrize("other", ["*104*{pin}#", "\uff0a104* {voucher:16} #", "*1\u200b04*{voucher}#"])
def test_normalise_gives_one_spelling(other: str) -> None:
    assert normalise(other) == normalise("*104*{voucher}#") == "*104*{}#"
    assert normalise("*105*{voucher}#") != normalise(other)
