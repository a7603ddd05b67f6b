"""Every kind of problem: what it is, why it is refused, what to write instead, a bad and a good example."""

from guidegen.dialling.problems import KindInfo, Part, Problem

KINDS: dict[str, KindInfo] = {
    # Characters: TS 22.030 clause 6.5.2 knows the digits, star and hash
    "empty": KindInfo(
        "nothing to dial", "A step without its code leaves the reader alone.",
        "write the code, or leave the field out", "", "*100#", may_be_allowed=False,
    ),
    "too-long": KindInfo(
        "longer than a phone can send", "A USSD string holds 182 characters, an E.164 number 15 digits.",
        "write only the code; explanations go in their own field", "*1" + "*1" * 100 + "#", "*1*1#",
        may_be_allowed=False,
    ),
    "look-alike-key": KindInfo(
        "a character that looks like star, hash or plus", "A copied look-alike dials nothing.",
        "type the plain key: * # or +", "\uff0a100#", "*100#", may_be_allowed=False,
    ),
    "other-digit": KindInfo(
        "digits of another script or width", "Full-width digits fail when they are dialled or read aloud.",
        "type the digits 0 to 9", "*\uff11\uff10\uff10#", "*100#", may_be_allowed=False,
    ),
    "letter": KindInfo(
        "words or letters", "Keypads of today show no letters, and words are not typed at all.",
        "write digits; for what the reader fills in, a placeholder such as {voucher}",
        "*141*voucher number#", "*141*{voucher}#", may_be_allowed=False,
    ),
    "stand-in": KindInfo(
        "letters such as XXXX in place of digits",
        "Readers look for these keys; translations cannot name them.",
        "write a placeholder such as {voucher}", "*104*XXXXXXXX#", "*104*{voucher}#", may_be_allowed=False,
    ),
    "space": KindInfo(
        "a space inside a code", "Readers try to type it; a code is dialled without spaces.",
        "leave the space out", "*104* {voucher}#", "*104*{voucher}#", may_be_allowed=False,
    ),
    "invisible": KindInfo(
        "an invisible character", "It travels along when the code is copied, and the call fails.",
        "delete it, or type the code again by hand", "*100\u200b#", "*100#", may_be_allowed=False,
    ),
    "wrong-character": KindInfo(
        "a character that is on no keypad", "It cannot be dialled.",
        "write only digits, star, hash and placeholders in braces", "*100;1#",
        "*100*1#", may_be_allowed=False,
    ),
    # Placeholders
    "lone-brace": KindInfo(
        "a brace without its partner", "The placeholder is cut, so nobody knows what to type.",
        "write the placeholder as {voucher}", "*104*{voucher#", "*104*{voucher}#", may_be_allowed=False,
    ),
    "unknown-placeholder": KindInfo(
        "a placeholder outside the fixed list",
        "Every language names the same list; another name has no words.",
        "write a name of the list", "*104*{scratchcode}#", "*104*{voucher}#", may_be_allowed=False,
    ),
    "voucher-digits": KindInfo(
        "room for another number of digits than the voucher has", "One of the two statements is wrong.",
        "correct the code or the voucher's `digits`, whichever the source contradicts",
        "*104*{voucher:14}#", "*104*{voucher:16}#", may_be_allowed=False, context={"voucher_digits": (16,)},
    ),
    "example-digits": KindInfo(
        "a long or invented run of digits in a code", "People dial example digits.",
        "write a placeholder such as {voucher} or {phone}", "*104*1234567890123456#", "*104*{voucher}#",
    ),
    # Structure: TS 22.030 clause 6.5.2
    "lost-star": KindInfo(
        "a code that lost the star or hash at its beginning",
        "Without it the phone calls a number or shows an entry of the phone book (TS 22.030 clause 6.6.4).",
        "write the first key as the source shows it: * or #", "101{voucher}#", "*101*{voucher}#",
        may_be_allowed=False,
    ),
    "lost-hash": KindInfo(
        "a code without the hash at its end", "Without it the phone starts a call.",
        "end the code with #; a number to call (such as *611) belongs in `number`",
        "*104*{voucher}", "*104*{voucher}#", may_be_allowed=False,
    ),
    "lost-separator": KindInfo(
        "a placeholder glued to digits or to another one", "The star between them was probably lost.",
        "put * between them, or give an entry with a reason", "*104{voucher}#", "*104*{voucher}#",
    ),
    "lost-service-code": KindInfo(
        "a code without its first number", "The network learns what is asked from the first digits.",
        "write the digits after the first key, as in *104*{voucher}#", "*{voucher}#", "*104*{voucher}#",
    ),
    "empty-field": KindInfo(
        "two keys with nothing between them", "Digits were lost, or a key was typed twice.",
        "write what stands between the keys, or give an entry with a reason",
        "*104**{voucher}#", "*104*{voucher}#",
    ),
    "trailing-star": KindInfo(
        "a star straight before the last hash", "Rare in real codes; more often the rest was lost.",
        "compare with the source; give an entry with a reason if it is right", "*111*#", "*111#", "warning",
    ),
    "inner-hash": KindInfo(
        "a hash in the middle", "Some phones send the code at the first hash; often a star is meant.",
        "compare with the source; give an entry with a reason if it is right",
        "*134#{voucher}#", "*134*{voucher}#", "warning",
    ),
    "two-codes": KindInfo(
        "two codes in one", "Each code is dialled by itself, with the answer of the first one in between.",
        "write two steps", "*100#*101#", "*100#", may_be_allowed=False,
    ),
    "register-or-erase": KindInfo(
        "a code that begins with ** or ##", "These prefixes set up or erase network services (TS 22.030).",
        "compare with the source: codes of operators begin with *, # or *#", "##107#", "*#107#",
    ),
    # Codes that phones and networks keep for themselves: TS 22.030 Annex B and clause 6.6
    "call-forwarding": KindInfo(
        "diverts calls (21, 61, 62, 67, 002, 004)", "Calls and one-time codes reach somebody else.",
        "remove the code; codes that divert calls are a well-known trick of thieves", "**21*{phone}#",
        "*121#",
    ),
    "call-barring": KindInfo(
        "blocks calls (33, 330 to 335, 35, 351, 353)", "The reader can no longer call, also not for help.",
        "remove the code", "*33*{pin}#", "*133#",
    ),
    "password-change": KindInfo(
        "changes the network password (03)", "It gives the reader's call barring to somebody else.",
        "remove the code", "**03*330*{pin}*{pin}*{pin}#", "*103#",
    ),
    "pin-change": KindInfo(
        "changes a PIN or uses a PUK (04, 042, 05, 052)", "A wrong PUK ten times destroys the SIM.",
        "remove the code", "**04*{pin}*{pin}*{pin}#", "*104#",
    ),
    "caller-id": KindInfo(
        "shows or hides numbers and names of callers (30, 31, 76, 77, 300)",
        "It does nothing for the credit.",
        "remove the code", "#31#", "*131#",
    ),
    "call-waiting": KindInfo(
        "call waiting and deflection (43, 66)",
        "It changes how calls arrive and does nothing for the credit.",
        "remove the code", "*43#", "*143#",
    ),
    "rare-service": KindInfo(
        "may be a network service few networks offer", "Some phones keep the code for themselves.",
        "make sure that the operator writes this code, then give an entry with a reason",
        "*214#", "*2140#", "warning",
    ),
    "handset-function": KindInfo(
        "a function of the phone itself, such as *#06#", "The operator never sees the code.",
        "remove the code", "*#06#", "*#10#",
    ),
    "handset-shown": KindInfo(
        "a function of the phone, shown as something else than a top-up", "The operator never sees the code.",
        "say that the phone answers, not the operator", "*#06#", "*#10#", "notice",
        context={"purpose": "other"},
    ),
    "handset-reset": KindInfo(
        "a code that can erase the phone", "Readers lose everything on it.",
        "remove the code", "*2767*3855#", "*276#", may_be_allowed=False,
    ),
    # Meaning
    "sends-credit": KindInfo(
        "sends the reader's credit to somebody else",
        "Shown as a top-up it takes money instead of giving it.",
        "remove it, or show it as credit sent to another SIM", "*100*{recipient}*{amount}#",
        "*100*{voucher}#",
    ),
    "wrong-purpose": KindInfo(
        "asks for a voucher or an amount, but is shown as a question",
        "It would spend what the reader types.",
        "move the code to the channel it belongs to", "*100*{voucher}#", "*100#",
        context={"purpose": "balance"},
    ),
    "card-number": KindInfo(
        "asks for a bank card number",
        "The digits stay in the call list of the phone and travel unprotected.",
        "leave the code out, or give an entry with a reason", "*888*{card}#", "*888#", "warning",
    ),
    "allowed-without-reason": KindInfo(
        "an entry that lets a code through and says no reason", "Nobody can judge it later.",
        "write who publishes the code and where", "*62#", "*162#", may_be_allowed=False,
        context={"allowed": {"*62#": " "}},
    ),
    # Numbers: ITU-T E.164, TS 22.101 clause 10
    "is-a-code": KindInfo(
        "a code where a number to call belongs", "Codes are sent, not called; the steps differ.",
        "move it to a channel of kind ussd", "*100#", "*611", part="number", may_be_allowed=False,
    ),
    "emergency-number": KindInfo(
        "an emergency number", "Calling it for a top-up takes a line from someone in danger.",
        "write the number of the operator", "112", "1155", part="number", may_be_allowed=False,
    ),
    "wrong-country": KindInfo(
        "a number of another country", "It costs an international call, or is a copying mistake.",
        "write the number for the country of the record, or give an entry with a reason",
        "+44 20 7031 3000", "+49 30 1234 5678", part="number", context={"country": "DE"},
    ),
    "impossible-number": KindInfo(
        "too long or too short for its country", "A digit was lost or added.",
        "compare with the source, digit by digit", "07953 966 150 99", "07953 966 150", part="number",
        context={"country": "GB"},
    ),
    "doubtful-number": KindInfo(
        "possible, but in no range that its country assigns", "A digit may be wrong, or the range is new.",
        "compare with the source; give an entry with a reason if it is right", "+63 2 888 1111",
        "+63 2 8888 1111", "warning", part="number", context={"country": "PH"},
    ),
    "premium-rate": KindInfo(
        "a premium-rate number without its price", "The call can cost more than the top-up.",
        "state the price from the source, or name another number", "0906 123 4567", "020 7031 3000",
        part="number", context={"country": "GB"},
    ),
    "shared-cost": KindInfo(
        "a number at a special rate without its price", "Mobile networks charge extra for such numbers.",
        "state the price from the source", "01806 532272", "030 12345678", "warning", part="number",
        context={"country": "DE"},
    ),
    "vertical-service": KindInfo(
        "a star number that changes how calls work (North America)",
        "*72 diverts calls, *67 hides the number.",
        "remove the number", "*72", "*611", part="number", context={"country": "US"},
    ),
    "example-number": KindInfo(
        "an invented number", "People call it, and somebody may answer.",
        "write the real number or a placeholder such as {phone}", "07700 900123",
        "07953 966150", part="number",
        may_be_allowed=False, context={"country": "GB"},
    ),
    "number-punctuation": KindInfo(
        "hyphens, dots or brackets in a number", "The guides group digits with spaces only (language.md §3).",
        "write spaces in their place", "0928-000-928", "0928 000 928", "notice", part="number",
        context={"country": "TW"},
    ),
    # Texts
    "text-spaces": KindInfo(
        "a space at an end of a text, or two in a row", "Spaces are sent too, and services compare exactly.",
        "write one space, only where the source has one", "VO  {voucher}", "VO {voucher}",
        "warning", part="text",
    ),
    "long-text": KindInfo(
        "more than one text message",
        "160 characters fit one; the rest is a second message and can cost again.",
        "write only what the operator asks for", "A" * 161, "A", "warning", part="text",
    ),
}  # fmt: skip


def problem(kind: str, span: tuple[int, int], message: str, *, instead: str = "", part: Part = "code") -> Problem:
    """A problem of a registered kind; severity and, unless given, help come from the registry."""
    info = KINDS[kind]
    return Problem(kind, message, instead or info.help, *span, info.severity, part)
