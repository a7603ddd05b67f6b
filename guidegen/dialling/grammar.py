"""The grammar of a code: prefix, service code, fields, final hash.

TS 22.030 clause 6.5.2 gives the structure of a supplementary-service procedure, `*SC*SIA*SIB*SIC#`, and the
five prefixes. Clause 6.5.3.2 sends everything else that ends with `#` to the network as a USSD string
(TS 22.090), at most 182 characters of the default alphabet (TS 23.038). Both share one shape, so one grammar
reads both.
"""

import re
from dataclasses import dataclass

from guidegen.dialling.characters import fold
from guidegen.dialling.placeholders import SLOT

LONGEST = 182
"""Characters that fit one USSD string: 160 octets of seven-bit characters, TS 23.038 clause 6.1.2.3."""

PROCEDURES: dict[str, str] = {
    "*": "activation",
    "#": "deactivation",
    "*#": "interrogation",
    "**": "registration",
    "##": "erasure",
}
"""TS 22.030 clause 6.5.2: what a prefix asks of a supplementary service. In a USSD string it is only text."""

_PREFIX = re.compile(r"\*\*|##|\*#|\*|#")
# A separator and what stands after it. Keys inside braces belong to the placeholder.
_FIELD = re.compile(r"([*#])((?:\{[^{}]*\}|[^*#])*)")
_TYPED = re.compile(r"(?:[0-9*#]|\{[^{}]*\})+")


@dataclass(frozen=True, slots=True)
class Field:
    """What stands between two keys `*` or `#`; `separator` is the key before it. Offsets are in the code."""

    text: str
    separator: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Code:
    """A code read by the grammar. `text` is the code, `fields[0]` its service code (if it is a number)."""

    text: str
    prefix: str
    fields: tuple[Field, ...]

    @property
    def procedure(self) -> str:
        """The name of the prefix in TS 22.030 clause 6.5.2."""
        return PROCEDURES[self.prefix]

    @property
    def service_code(self) -> str:
        """The first field where it is all digits, else an empty string."""
        return self.fields[0].text if self.fields[0].text.isdigit() else ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The fields as text, in dialling order."""
        return tuple(field.text for field in self.fields)

    @property
    def placeholders(self) -> tuple[str, ...]:
        """What stands in braces, in dialling order."""
        return tuple(SLOT.findall(self.text))


def read(text: str) -> Code | None:
    """Read a folded string; a missing hash at the end is tolerated, a missing prefix gives None."""
    prefix = _PREFIX.match(text)
    if prefix is None:
        return None
    # The last key of the prefix doubles as the separator of the first field.
    start = prefix.end() - 1
    end = len(text) - 1 if text.endswith("#") and len(text) > prefix.end() else len(text)
    fields = tuple(
        Field(match[2], match[1], match.start(2), match.end(2)) for match in _FIELD.finditer(text, start, end)
    )
    return Code(text, prefix[0], fields)


def parse_code(code: str) -> Code | None:
    """Read a code as it stands: only keys and placeholders, a prefix, at least one field, a hash at the end.

    None where it is no code: `*611` (a call), `101{voucher}#`, `* 100#`, `*#`. A dangerous code is a code.
    """
    if len(code) > LONGEST or not code.endswith("#") or not _TYPED.fullmatch(code):
        return None
    read_code = read(code)
    return read_code if read_code and read_code.fields[0].text else None


def normalise(code: str) -> str:
    """One spelling for one code, to compare what two carriers give.

    Look-alikes become keys, spaces go, and every placeholder becomes `{}`: `*104*{voucher:16}#` and
    `*104* {pin} #` are the same thing to dial.
    """
    return SLOT.sub("{}", fold(code).text)
