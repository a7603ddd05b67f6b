"""Grammar and safety of what a guide tells a person to dial, call or text.

Three questions, three pure functions: `check_code` (codes that begin with a star or hash and end with a
hash), `check_number` (customer service, voice menus, short and star numbers) and `check_sms` (a text and
where it goes). Each answers with problems, never with an exception: what stands in a record is data, also
when it is nonsense.

Sources: 3GPP TS 22.030 (MMI), TS 22.090 (USSD), TS 22.101 clause 10 (emergency numbers), ITU-T E.164.
Facts about one operator never stand here: a real code that looks dangerous is let through by an entry with a
reason, which the caller passes in as `allowed`.
"""

from guidegen.dialling.codes import check_code
from guidegen.dialling.grammar import Code, Field, normalise, parse_code
from guidegen.dialling.kinds import KINDS
from guidegen.dialling.numbers import check_number
from guidegen.dialling.placeholders import PLACEHOLDERS, Segment, placeholders, segments
from guidegen.dialling.problems import KindInfo, Problem, Purpose
from guidegen.dialling.texts import check_sms

__all__ = [
    "KINDS",
    "PLACEHOLDERS",
    "Code",
    "Field",
    "KindInfo",
    "Problem",
    "Purpose",
    "Segment",
    "check_code",
    "check_number",
    "check_sms",
    "normalise",
    "parse_code",
    "placeholders",
    "segments",
]
