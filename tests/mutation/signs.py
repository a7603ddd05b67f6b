"""Links, invitations, and spoilt codes and numbers: G4 and G5."""

import re

from mutant import Mutant, Record, kind


def _said(record: Record, language: str, sentence: str, seen: str) -> Mutant | None:
    """A prose text with one more sentence; the finding is at `seen` in it."""
    pair = record.pair()
    leaf = record.node((*pair.where, language)) if pair else None
    if leaf is None or seen in leaf.value:
        return None
    gap = " " if language == "en" else ""
    return record.written(leaf, f"{leaf.value}{gap}{sentence}", seen)


@kind("G401")
def handle_in_a_note(record: Record) -> Mutant | None:
    return _said(record, "en", "Ask @topup_help7 for a code.", "@topup_help7")


@kind("G401")
def address_in_a_note(record: Record) -> Mutant | None:
    return _said(record, "en", "The page is https://example.com/top-up here.", "https://example.com/top-up")


@kind("G401")
def address_in_a_title(record: Record) -> Mutant | None:
    found = record.leaf("title") or record.leaf("publisher") or record.leaf("publisher", "en")
    return record.written(found[1], f"{found[1].value} www.example.com", "www.example.com") if found else None


@kind("G401")
def mail_address(record: Record) -> Mutant | None:
    return _said(record, "en", "Write to help@example.org for this.", "help@example.org")


@kind("G401")
def look_alike_domain(record: Record) -> Mutant | None:
    return _said(record, "en", "See lebаra.com for this.", "lebаra.com")


@kind("G401")
def full_width_domain(record: Record) -> Mutant | None:
    return _said(record, "zh", "见ｔ．ｍｅ/czhelp。", "ｔ．ｍｅ/czhelp")


@kind("G401")
def wechat_invitation(record: Record) -> Mutant | None:
    pair = record.pair()
    leaf = record.node((*pair.where, "zh")) if pair else None
    return record.written(leaf, f"{leaf.value}加微信 cz88866 代充。", "加微信") if leaf else None


@kind("G401")
def phone_for_an_agent(record: Record) -> Mutant | None:
    return _said(record, "en", "WhatsApp +44 7700 900123 for a top-up.", "WhatsApp +44 7700 900123")


@kind("G401")
def markdown_link(record: Record) -> Mutant | None:
    return _said(record, "en", "See [the list](//example.net/a).", "[the list](//example.net/a)")


def _spoilt_code(record: Record, pattern: str, value: str, replacement: str, seen: str | int) -> Mutant | None:
    found = record.leaf("code", value=pattern) or record.leaf("code", "value", value=pattern)
    if found is None or found[0][0] == "disputes":
        return None
    spoilt = re.sub(value, replacement, found[1].value, count=1)
    if isinstance(seen, str):
        return record.written(found[1], spoilt, seen)
    mutant = record.written(found[1], spoilt)
    return Mutant(mutant.text, mutant.line, mutant.column + 1 + range(len(spoilt))[seen])


@kind("G501")
def wide_star(record: Record) -> Mutant | None:
    return _spoilt_code(record, "^\\*", "^\\*", "＊", "＊")


@kind("G501")
def call_forwarding(record: Record) -> Mutant | None:
    return _spoilt_code(record, "^\\*[0-9].*#$", "^\\*.*$", "**21*447700900123#", "**21")


@kind("G501")
def hash_lost(record: Record) -> Mutant | None:
    return _spoilt_code(record, "^\\*[0-9*]+#$", "#$", "", -1)


@kind("G501")
def star_lost(record: Record) -> Mutant | None:
    return _spoilt_code(record, "^\\*[0-9]", "^\\*", "", 0)


@kind("G501")
def placeholder_misspelt(record: Record) -> Mutant | None:
    return _spoilt_code(record, "\\{voucher\\}", "\\{voucher\\}", "{vouchr}", "{vouchr}")


@kind("G501")
def credit_to_somebody_else(record: Record) -> Mutant | None:
    ways = [index for index, way in enumerate(record.carrier.channels) if way.kind == "ussd"]
    index = record.any_of(ways)
    leaf = record.node(("channels", index, "code")) if index is not None else None
    return record.written(leaf, "*140*{recipient}*{amount}#", "*140") if leaf else None


@kind("G501")
def serial_number_of_the_phone(record: Record) -> Mutant | None:
    return _spoilt_code(record, "^\\*[0-9].*#$", "^.*$", "*#06#", 0)


@kind("G502")
def premium_number(record: Record) -> Mutant | None:
    from phonenumbers import PhoneNumberType, example_number_for_type, national_significant_number

    example = example_number_for_type(record.carrier.country, PhoneNumberType.PREMIUM_RATE)
    ways = [n for n, one in enumerate(record.carrier.customer_service) if one.number and not one.fee]
    leaf = record.node(("customer_service", record.any_of(ways), "number")) if ways else None
    if example is None or leaf is None:
        return None
    return record.written(leaf, f"+{example.country_code}{national_significant_number(example)}", "+")


@kind("G502")
def letter_in_a_number(record: Record) -> Mutant | None:
    found = record.leaf("customer_service", None, "number", value="^[0-9 ]+$")
    return record.written(found[1], found[1].value[:-1] + "O", "O") if found else None


@kind("G503")
def two_spaces_in_a_text(record: Record) -> Mutant | None:
    found = record.leaf("text", value="^[A-Z]+ \\{")
    return record.written(found[1], found[1].value.replace(" ", "  ", 1), "  ") if found else None


@kind("G504")
def key_that_no_phone_has(record: Record) -> Mutant | None:
    leaves = [found for found in record.leaves if found[0][0] == "channels" and "keys" in found[0]]
    found = record.any_of([one for one in leaves if re.fullmatch("[0-9]", one[1].value)])
    return record.written(found[1], "A") if found else None
