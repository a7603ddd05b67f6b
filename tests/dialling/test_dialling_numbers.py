"""Numbers to call and texts to send."""

import subprocess
import sys

import pytest

from guidegen.dialling import Purpose, check_number, check_sms


def kinds(number: str, country: str, *, priced: bool = False) -> list[str]:
    return [one.kind for one in check_number(number, country, stated_price=priced)]


@pytest.mark.parametrize(
    ("number", "country"),
    [
        ("43430", "GB"), ("1155", "DE"), ("*611", "US"), ("*3455", "CA"), ("#00", "KR"),
        ("13800138000", "CN"),
        ("0177 177 1157", "DE"), ("+44 7953 966150", "GB"), ("00 49 172 2290229", "DE"), ("0611", "RU"),
        ("1 800 643 4926", "CA"), ("*7253", "US"), ("#72", "US"),
        ("+7 727 258 0000", "RU"), ("+800 1234 5678", "DE"), ("191", "GB"),
        ("2{recipient}", "PH"), ("{phone}", "PH"), ("888 95566", "MO"), ("08212000", "ZA"), ("*72", "MX"),
    ],
)  # fmt: skip
def test_honest_number_passes(number: str, country: str) -> None:
    assert kinds(number, country) == []


@pytest.mark.parametrize(
    ("number", "country", "expected"),
    [
        ("", "DE", ["empty"]),
        ("*", "DE", ["empty"]),
        ("1" * 41, "DE", ["too-long"]),
        ("1" * 16, "ZZ", ["example-number"]),
        ("1729384756102938", "ZZ", ["impossible-number"]),
        ("*100#", "DE", ["is-a-code"]),
        ("*21*447700900123", "GB", ["is-a-code"]),
        ("112", "DE", ["emergency-number"]),
        ("911", "DE", ["emergency-number"]),
        ("112", "ZZ", ["emergency-number"]),
        ("110", "CN", ["emergency-number"]),
        ("191", "TH", ["emergency-number"]),
        ("+44 20 7031 3000", "DE", ["wrong-country"]),
        ("+999 123 4567", "DE", ["impossible-number"]),
        ("07953 966 150 99", "GB", ["impossible-number"]),
        ("+44 7953", "GB", ["impossible-number"]),
        ("+1 999", "US", ["impossible-number"]),
        ("+63 2 888 1111", "PH", ["doubtful-number"]),
        ("0906 123 4567", "GB", ["premium-rate"]),
        ("3610", "FR", ["premium-rate"]),
        ("01806 532272", "DE", ["shared-cost"]),
        ("*72", "US", ["vertical-service"]),
        ("*67", "CA", ["vertical-service"]),
        ("*72 212 736 5000", "US", ["vertical-service"]),
        ("*67{phone}", "DO", ["vertical-service"]),
        ("+", "ZZ", ["wrong-character"]),
        ("#+909", "ZZ", ["wrong-character"]),
        ("*+611", "US", ["wrong-character"]),
        ("07700 900123", "GB", ["example-number"]),
        ("+1 212 555 0123", "US", ["example-number"]),
        ("123456789", "ZZ", ["example-number"]),
        ("0928-000 928", "TW", ["number-punctuation"]),
        ("+49 +30 1234", "DE", ["wrong-character"]),
        ("4343O", "GB", ["letter"]),
        ("0177 XXX 1157", "DE", ["stand-in"]),
        ("\uff14\uff13430", "GB", ["other-digit"]),
        ("434\u200b30", "GB", ["invisible"]),
        ("43430, 1", "GB", ["wrong-character"]),
        ("{number}", "GB", ["unknown-placeholder"]),
    ],
)
def test_bad_number_is_refused(number: str, country: str, expected: list[str]) -> None:
    assert kinds(number, country) == expected


@pytest.mark.parametrize(("number", "country"), [("0906 123 4567", "GB"), ("3610", "FR"), ("01806 532272", "DE")])
def test_stated_price_clears_a_costly_number(number: str, country: str) -> None:
    assert kinds(number, country, priced=True) == []


@pytest.mark.parametrize(
    ("number", "message"),
    [
        ("07953 966 150 99", '"0795396615099": too long for GB'),
        ("+44 7953", '"+447953": too short for GB'),
        ("+999 123 4567", '"+9991234567": not a number of GB'),
    ],
)
def test_impossible_number_says_why(number: str, message: str) -> None:
    assert [one.message for one in check_number(number, "GB")] == [message]


def test_0770_of_another_country_is_not_the_british_example_range() -> None:
    assert kinds("0770 090 0123", "IQ") == []


@pytest.mark.parametrize("country", ["ZZ", "", "de", "XX", "Germany"])
def test_unknown_country_means_syntax_only(country: str) -> None:
    assert kinds("0906 123 4567", country) == []
    assert kinds("0906 123 456x", country) == ["letter"]


def test_entry_with_a_reason_lets_a_number_through() -> None:
    entry = {"+44 20 7031 3000": "the brand is run from London and names this number on its help page"}
    assert check_number("+44 20 7031 3000", "DE", allowed=entry) == ()


def test_problem_of_a_number_says_so() -> None:
    (found,) = check_number("112", "DE")
    assert (found.part, found.start, found.end, found.severity) == ("number", 0, 3, "error")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("VO {voucher}", []),
        ("CZ#{voucher}", []),
        ("SEND*{recipient}", ["sends-credit"]),
        ("Пополнить {amount}", []),
        ("{phone} {amount}", ["sends-credit"]),
        ("", ["empty"]),
        ("VO  {voucher}", ["text-spaces"]),
        (" VO", ["text-spaces"]),
        ("VO ", ["text-spaces"]),
        ("VO 1234567890123456", ["example-digits"]),
        ("VO XXXX", ["stand-in", "voucher-digits"]),
        ("VO {voucher:12}", ["voucher-digits"]),
        ("VO {code}", ["unknown-placeholder"]),
        ("VO {voucher", ["lone-brace"]),
        ("V\u200bO", ["invisible"]),
        ("VO \uff0a", ["look-alike-key"]),
        ("A" * 161, ["long-text"]),
        ("A" * 1001, ["too-long"]),
    ],
)
def test_text(text: str, expected: list[str]) -> None:
    found = check_sms(text, "65088", "GB", voucher_digits=(16,))
    assert [one.kind for one in found] == expected
    assert {one.part for one in found} <= {"text"}


def test_sending_credit_by_text_is_right_only_as_such() -> None:
    assert check_sms("P {amount} {phone}", "5511", "PL", purpose=Purpose.SEND_CREDIT) == ()
    assert [one.kind for one in check_sms("{amount}", "2{recipient}", "PH")] == ["sends-credit"]


def test_number_of_a_text_is_checked_too() -> None:
    assert [(one.part, one.kind) for one in check_sms(" A", "112", "DE")] == [
        ("text", "text-spaces"), ("number", "emergency-number"),
    ]  # fmt: skip
    assert check_sms("A", "3610", "FR", stated_price=True) == ()


def test_phone_tables_are_loaded_only_when_a_number_is_checked() -> None:
    program = "import sys, guidegen.dialling; assert 'phonenumbers' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True, env={"PYTHONPATH": ":".join(sys.path)})
