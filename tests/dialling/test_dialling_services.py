"""TS 22.030 Annex B: every procedure with every service code, and the lookalikes that must pass."""

import pytest

from guidegen.dialling import Purpose, check_code

FORWARDING = ("21", "61", "62", "67", "002", "004")
BARRING = ("33", "330", "331", "332", "333", "335", "35", "351", "353")
PASSWORDS = ("03",)
PINS = ("04", "042", "05", "052")
CALLER_ID = ("30", "31", "76", "77", "300")
WAITING = ("43", "66")
RARE = ("37", "96", "88", "214", "360", "361", "362", "363", "591", "594", "75", "750", "754", "156", "157")
BY_KIND = {
    "call-forwarding": FORWARDING, "call-barring": BARRING, "password-change": PASSWORDS,
    "pin-change": PINS, "caller-id": CALLER_ID, "call-waiting": WAITING, "rare-service": RARE,
}  # fmt: skip
PREFIXES = ("*", "**", "#", "##", "*#")
TAILS = ("#", "*{phone}#", "*{phone}*11#", "**11*20#", "*{pin}*{pin}*{pin}#", "#{phone}")
SERVICE_CODES = [code for codes in BY_KIND.values() for code in codes]
CASES = [(kind, code) for kind, codes in BY_KIND.items() for code in codes]


def kinds(code: str, purpose: Purpose = Purpose.TOP_UP, allowed: dict[str, str] | None = None) -> set[str]:
    return {one.kind for one in check_code(code, purpose, allowed=allowed or {})}


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize(("kind", "service"), CASES)
def test_procedure_is_named(prefix: str, service: str, tail: str, kind: str) -> None:
    assert kind in kinds(prefix + service + tail)


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize(("kind", "service"), CASES)
def test_no_purpose_makes_a_service_code_right(purpose: Purpose, kind: str, service: str) -> None:
    assert kind in kinds(f"*{service}#", purpose)


@pytest.mark.parametrize(("kind", "service"), CASES)
def test_rare_services_are_doubted_and_the_others_refused(kind: str, service: str) -> None:
    (found,) = (one for one in check_code(f"*{service}#", Purpose.TOP_UP) if one.kind == kind)
    assert found.severity == ("warning" if kind == "rare-service" else "error")


@pytest.mark.parametrize("service", SERVICE_CODES)
def test_service_code_behind_another_field_is_plain_ussd(service: str) -> None:
    assert kinds(f"*121*{service}#") == set()


@pytest.mark.parametrize("service", SERVICE_CODES)
def test_service_code_as_the_beginning_of_a_longer_number_is_plain_ussd(service: str) -> None:
    assert kinds(f"*{service}80#") == set()


@pytest.mark.parametrize("code", ["*#131#", "*131#", "*130*{voucher}#", "*101#", "#225#", "*620#", "#100*31#"])
def test_codes_that_only_contain_the_digits_pass(code: str) -> None:
    assert kinds(code) == set()


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("*21*{phone}#", 'code "*21*…#" diverts calls; it does not top up'),
        ("**21*{phone}#", 'code "**21*…#" diverts calls; it does not top up'),
        ("##002#", 'code "##002#" changes all call forwarding; it does not top up'),
        ("*#62#", 'code "*#62#" asks about call forwarding when not reachable; it does not top up'),
        ("**04*{pin}*{pin}*{pin}#", 'code "**04*…#" changes the SIM PIN; it does not top up'),
        ("#31#", 'code "#31#" changes who sees your number; it does not top up'),
        ("*43#", 'code "*43#" switches on call waiting; it does not top up'),
    ],
)
def test_message_says_in_words_what_the_code_does(code: str, message: str) -> None:
    assert message in [one.message for one in check_code(code, Purpose.TOP_UP)]


def test_message_names_the_purpose() -> None:
    (found,) = check_code("*#21#", Purpose.BALANCE)
    assert found.message.endswith("it does not show the balance")
    assert found.help
    assert (found.start, found.end) == (0, 5)


def test_phone_number_behind_a_service_code_is_not_compared_with_the_voucher() -> None:
    found = check_code("*21*447700900123#", Purpose.TOP_UP, voucher_digits=(16,))
    assert [one.kind for one in found] == ["call-forwarding", "example-digits"]


def test_service_code_is_found_behind_disguise() -> None:
    assert "call-forwarding" in kinds("\uff0a\uff0a21\uff0a{phone}\uff03")
    assert "call-forwarding" in kinds("* 2\u200b1 #")
    assert "call-forwarding" in kinds("*\uff12\uff11#")
    assert "call-forwarding" in kinds("**21*{phone}")


def test_entry_with_a_reason_lets_a_lookalike_through() -> None:
    entry = {"*62#": "the operator's own balance code, on its help page"}
    assert kinds("*62#", Purpose.BALANCE, entry) == set()
    assert kinds("*61#", Purpose.BALANCE, entry) == {"call-forwarding"}


def test_entry_without_a_reason_lets_nothing_through() -> None:
    assert kinds("*62#", Purpose.BALANCE, {"*62#": "  "}) == {"call-forwarding", "allowed-without-reason"}


def test_entry_never_lifts_what_cannot_be_dialled() -> None:
    assert kinds("*62 #", Purpose.TOP_UP, {"*62 #": "seen on a poster"}) == {"space"}


@pytest.mark.parametrize("code", ["*#06#", "*#07#", "*#0*#", "*#*#4636#*#*", "*#7465625#", "*3001#12345#*"])
def test_phone_functions_do_not_top_up(code: str) -> None:
    assert kinds(code) == {"handset-function"}
    assert kinds(code, Purpose.OTHER) == {"handset-shown"}


def test_phone_function_shown_as_such_is_a_notice() -> None:
    assert [one.severity for one in check_code("*#06#", Purpose.OTHER)] == ["notice"]


@pytest.mark.parametrize("code", ["*#10#", "*#107#", "*#131#", "*#1345#", "*#1345*{voucher}#", "*#137*137#"])
def test_real_codes_of_the_same_shape_pass(code: str) -> None:
    assert kinds(code) == set()


@pytest.mark.parametrize("code", ["*2767*3855#", "*#*#7780#*#*", "*#7370#"])
@pytest.mark.parametrize("purpose", [Purpose.TOP_UP, Purpose.OTHER])
def test_codes_that_erase_a_phone_are_never_right(code: str, purpose: Purpose) -> None:
    assert kinds(code, purpose, {code: "a forum says so"}) == {"handset-reset"}
