"""Codes that never leave the phone: serial number, test menus, factory reset.

TS 22.030 clause 6.7 fixes only `*#06#` (the IMEI). The others are known from makers' service manuals; a phone
of another make sends them to the network, which does not know them. So no operator can use them.
"""

import re
from collections.abc import Iterator

from guidegen.dialling.kinds import problem
from guidegen.dialling.problems import PURPOSE_WORDS, Problem, Purpose

HANDSET_CODES: dict[str, str] = {
    "*#06#": "shows the serial number (IMEI) of the phone",
    "*#07#": "shows the radiation values of the phone",
    "*#0*#": "opens the test menu of the phone",
    "*#0000#": "shows the software version of the phone",
    "*#0011#": "shows network details in the phone",
    "*#0228#": "shows battery details in the phone",
    "*#0283#": "tests the sound of the phone",
    "*#0808#": "changes how the phone uses its USB socket",
    "*#1234#": "shows the software version of the phone",
    "*#2222#": "shows the hardware version of the phone",
    "*#2263#": "changes the radio bands of the phone",
    "*#7353#": "opens the test menu of the phone",
    "*#8999*8378#": "opens the test menu of the phone",
    "*#9090#": "changes service settings of the phone",
    "*#9900#": "dumps the system log of the phone",
    "*#12580*369#": "shows the software version of the phone",
    "*#3282*727336*#": "shows data use in the phone",
    "*3001#12345#*": "opens the field test of the phone",
}

RESET_CODES: frozenset[str] = frozenset(
    {
        "*2767*3855#", "*2767*2878#", "*2767*7377#", "*#7370#", "*#7780#", "*#7370925538#",
        "*#*#7780#*#*", "*#*#7594#*#*",
    }
)  # fmt: skip
"""Codes known to erase a phone or put it back to its first state, some without asking."""

# Android reads `*#*#…#*#*` as a secret code. Five digits or more after `*#` spell a word of the maker.
_TEST_CODE = re.compile(r"\*#\*#[0-9]+#\*#\*|\*#[0-9]{5,}(?:\*[0-9]*)*#")


def handset_problems(text: str, span: tuple[int, int], purpose: Purpose) -> Iterator[Problem]:
    """A code that the phone answers by itself. Shown for what it is (`Purpose.OTHER`) it is a notice."""
    if text in RESET_CODES:
        yield problem("handset-reset", span, f'code "{text}" can erase everything on some phones')
        return
    does = HANDSET_CODES.get(text) or ("opens a test function" if _TEST_CODE.fullmatch(text) else "")
    if does:
        kind = "handset-shown" if purpose is Purpose.OTHER else "handset-function"
        yield problem(kind, span, f'code "{text}" {does}; it does not {PURPOSE_WORDS[purpose]}')
