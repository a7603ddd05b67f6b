"""Write `docs/mistakes.md`: slips of volunteers, typed into a record, and what `guidegen check` answers.

    python tools/write_mistakes.py

Each slip is made in the record below and checked for real; a test holds the page and the program together. The
judgement is ours: can somebody who is no programmer mend it from the message alone?
"""

import datetime
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from guidegen.catalogue import load
from guidegen.report import REPORTERS

PAGE = Path(__file__).parents[1] / "docs" / "mistakes.md"
DAY = datetime.date(2026, 12, 1)
RECORD = """\
name: Case Mobile
country: GB
currency: GBP

sources:
  page:
    title: How to top up
    publisher: Case Mobile
    kind: operator
    read: {on: 2026-11-23, as: live}

channels:
  - kind: phone
    number: "43430"
    keys: ["1", "1", "{voucher}"]
    fee: none
    source: page
  - kind: retail
    sells: voucher
    places: [supermarkets, Tesco]
    payment: [cash, debit_card]
    arrives_within: 15 minutes
    note: {en: Keep the receipt., zh: 保留小票。}
    source: page

balance:
  - kind: ussd
    code: "*100#"
    source: page
"""


@dataclass(frozen=True)
class Mistake:
    """A slip: what stood in the record, what was typed instead, whether the answer is enough, and why we think so."""

    name: str
    stood: str
    typed: str
    enough: str
    why: str


# Enough by itself, or enough for somebody who looks at a neighbour record or asks once.
YES, MOSTLY = "yes", "mostly"
NOTE = "{en: Keep the receipt., zh: 保留小票。}"
MISTAKES = (
    Mistake("A tab instead of spaces", "    fee: none", "\tfee: none", MOSTLY, "How many levels, one counts above."),
    Mistake("A code without quotes", '"*100#"', "*100#", YES, "It shows the code as it must be written."),
    Mistake("One word where a list is wanted", "[cash, debit_card]", "cash", YES, "It shows the list to write."),
    Mistake("A listed word in everyday spelling", "debit_card]", "Debit card]", YES, "It shows the word to write."),
    Mistake("One space too few", "    fee: none", "   fee: none", YES, "It counts the spaces and names the neighbour."),
    Mistake("One space too many", "    sells: voucher", "     sells: voucher", YES, "The same, the other way."),
    Mistake("No space behind a colon", "country: GB", "country:GB", YES, "It shows the line as it must be."),
    Mistake("The Chinese is missing", ", zh: 保留小票。}", "}", YES, "It says what to add; who writes it is the rule."),
    Mistake("One text where both languages belong", NOTE, "Keep the receipt.", YES, "It shows the form to fill in."),
    Mistake("“Free” instead of none", "fee: none", "fee: free", YES, "It also says when this may be written."),
    Mistake("A currency sign in a fee", "fee: none", "fee: £0.50", YES, "The example shows a plain number."),
    Mistake("Chinese quotation marks", '"43430"', "“43430”", YES, "It says which keyboard, and shows the result."),
    Mistake("A Chinese colon", "fee: none", "fee：none", YES, "The two look alike; the message says what differs."),
    Mistake("A Chinese comma in a list", "[cash, debit_card]", "[cash，debit_card]", YES, "It shows the items apart."),
    Mistake("The date as at home", "on: 2026-11-23", "on: 23/11/2026", YES, "The example shows the order."),
    Mistake("A source misspelt", "none\n    source: page", "none\n    source: pgae", YES, "It knows what was meant."),
    Mistake(
        "The source forgotten",
        "fee: none\n    source: page",
        "fee: none",
        MOSTLY,
        "It shows the line and the keys. That one line mends all three shows only when it is written.",
    ),
    Mistake("A field twice", "    fee: none", "    fee: none\n    fee: 1", MOSTLY, "Which is true, the source tells."),
    Mistake("A colon in a title", "How to top up", "Top up: how it works", YES, "It shows the line with its quotes."),
    Mistake("The country in everyday letters", "country: GB", "country: UK", YES, "It knows what was meant."),
    Mistake("A letter O in a number", '"43430"', '"4343O"', YES, "The caret stands under the letter."),
    Mistake("A dash without its space", "  - kind: retail", "  -kind: retail", YES, "It shows the line to write."),
    Mistake("A colon without its space", "fee: none", "fee:none", YES, "It shows the line to write."),
    Mistake("A bracket not closed", "debit_card]", "debit_card", YES, "It points at the bracket, not a line below."),
    Mistake("A quotation mark not closed", '"43430"', '"43430', YES, "It points at the mark, not a line below."),
    Mistake("An apostrophe in single quotes", ": Case Mobile\n    k", ": 'Case's shop'\n    k", YES, "It says why."),
    Mistake("A space from a web page", "fee: none", "fee:\u00a0none", YES, "Nobody sees it; the caret shows where."),
    Mistake("An address in a note", "Keep the", "See https://example.com. Keep the", YES, "It says what to write."),
    Mistake("A comma in braces", "Keep the receipt.", "Keep the receipt, and the card.", YES, "It says what to do."),
    Mistake("A kind that there is not", "kind: retail", "kind: shop", MOSTLY, "It lists the kinds; one has to choose."),
    Mistake("A unit cut short", "15 minutes", "15 min", YES, "The examples show the unit in full."),
)


def answer(mistake: Mistake) -> str:
    """What `guidegen check` prints for a record with this slip."""
    assert mistake.stood in RECORD, mistake.name
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "carriers", "gb", "case.yaml")
        file.parent.mkdir(parents=True)
        file.write_text(RECORD.replace(mistake.stood, mistake.typed, 1), encoding="utf-8", newline="\n")
        here = Path.cwd()
        os.chdir(name)
        try:
            catalogue = load(Path("carriers"), DAY)
        finally:
            os.chdir(here)
    return REPORTERS["text"](catalogue.findings, catalogue.texts).strip("\n")


def page() -> str:
    """The whole page: the record, a table of the slips, and each with its answer."""
    parts = [_HEAD, f"```yaml\n{RECORD}```", _table(), *map(_entry, MISTAKES)]
    return "\n\n".join(parts) + "\n"


_HEAD = """\
# Slips, and what `guidegen check` answers

Written by `tools/write_mistakes.py` from real runs. A maintainer of records need not be a programmer, so each message
is judged by one question: **could a volunteer mend it from the message alone?** Where the answer was no, the message
was changed. “Mostly” means that one more look is needed, at the source or at another record. The judgement is ours; no
volunteer has been watched while mending. This is the record into which each slip is typed:"""


def _table() -> str:
    rows = [f"| {slip.name} | {_code_of(slip)} | {slip.enough} | {slip.why} |" for slip in MISTAKES]
    head = "| Slip | Finding | From the message alone? | Why we think so |"
    return "\n".join([head, "|---|---|---|---|", *rows])


def _code_of(mistake: Mistake) -> str:
    return answer(mistake).split(" error ", 1)[1].split(" ", 1)[0]


def _entry(mistake: Mistake) -> str:
    return f"## {mistake.name}\n\n```text\n{answer(mistake)}\n```"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
