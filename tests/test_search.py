"""What the search of the list knows about a guide, and what the list weighs with 2,000 of them."""

import datetime
import gzip
import random
from pathlib import Path
from typing import Any

from babel import Locale
from records import AS_OF, TEMPLATES, checked

from guidegen.model import Carrier
from guidegen.render import Records
from guidegen.search import FILTERS, other_names, situations
from guidegen.site import Site

HEAD = """\
name: {name}
country: GB
currency: GBP
sources:
  page: {{title: Top up, publisher: Case, kind: operator, read: {{on: 2026-11-01, as: live}}}}
channels:
"""


def masks(tmp_path: Path, channels: str) -> list[int]:
    catalogue = checked(tmp_path, {"gb/case.yaml": HEAD.format(name="Case") + channels})
    assert not [finding for finding in catalogue.findings if finding.severity == "error"]
    ways = Records(catalogue.carriers, {}, AS_OF).view("gb/case").ways
    return [int(digit, 16) for digit in situations(ways)]


def bits(*names: str) -> int:
    return sum(FILTERS[name][0] for name in names)


def test_a_situation_counts_only_where_a_claim_says_so(tmp_path: Path) -> None:
    assert masks(tmp_path, "  - {kind: online, source: page}\n") == []
    told = "  - {kind: online, source: page, from_outside: yes, not_needed: [account], payment: [cash]}\n"
    assert masks(tmp_path, told) == [bits("outside", "account", "cash")]


def test_a_code_with_a_voucher_needs_neither_card_nor_internet(tmp_path: Path) -> None:
    assert masks(tmp_path, '  - {kind: ussd, source: page, code: "*100*{voucher}#"}\n') == [bits("cash", "internet")]


def test_situations_of_two_ways_are_not_added_up(tmp_path: Path) -> None:
    one = "  - {kind: online, source: page, from_outside: yes}\n"
    other = "  - {kind: sms, source: page, number: '1234', text: TOP}\n"
    assert masks(tmp_path, one + other) == [bits("outside"), bits("internet")]


def carrier(**fields: Any) -> Carrier:
    return Carrier.model_validate({"name": {"en": "Case"}, "country": "GB", "sources": {}, **fields})


def test_other_names_leave_out_what_the_list_shows_already() -> None:
    names = carrier(name={"en": "China Unicom", "zh": "中国联通"}, also_known_as=["联通", "Unicom", "CUCC"])
    assert other_names(names, "China Unicom") == "中国联通; CUCC"
    assert other_names(names, "中国联通") == "China Unicom; CUCC"


def test_misspellings_and_former_names_can_be_found() -> None:
    former = [{"name": {"en": "Old Case"}, "source": "page"}]
    assert other_names(carrier(misspellings=["Kase"], former_names=former), "Case") == "Old Case; Kase"


def crowd(count: int) -> dict[str, Carrier]:
    """Made-up carriers with names as long as real ones, in every country, by id."""
    dice = random.Random(5)
    countries = [code for code in Locale.parse("en").territories if len(code) == 2 and code.isalpha()]
    real = [code for code in countries if code not in ("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ")]

    def latin() -> str:
        return "".join(dice.choice("bdfgklmnprstvz") + dice.choice("aeiou") for _ in range(dice.randint(2, 4))).title()

    def han() -> str:
        return "".join(dice.choice("电信移动联通国际中华东南西北星空网络") for _ in range(4))

    made = {}
    for number in range(count):
        country, name = dice.choice(real), f"{latin()} {latin()}"
        others = [latin() for _ in range(dice.randint(0, 3))] + [han()] * dice.randint(0, 1)
        made[f"{country.lower()}/{name.lower().replace(' ', '-')}-{number}"] = carrier(
            name={"en": name, "zh": han()} if number % 3 == 0 else {"en": name},
            country=country, also_known_as=others, misspellings=[name.lower()[:-1]],
        )  # fmt: skip
    return made


def test_the_list_of_2000_carriers_stays_under_100_kb() -> None:
    site = Site(Records(crowd(2000), {}, datetime.date(2026, 11, 24)), TEMPLATES, ["en", "zh"], ["html"])
    for language in ("en", "zh"):
        page = site.recipes()[f"{language}/index.html"]().text
        assert page.count("<li") > 2000
        assert len(gzip.compress(page.encode(), 6)) < 100_000
