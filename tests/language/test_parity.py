"""What two texts state, and whether it is the same."""

from decimal import Decimal

import pytest
from records import TEMPLATES

from guidegen.model import Money
from guidegen.model.regions import CURRENCIES
from guidegen.render import templates_for
from guidegen.rules.parity.facts import differing
from guidegen.rules.parity.pages import differences
from guidegen.rules.parity.reading import stated

SAME = [
    ("31 July 2018", "2018年7月31日"),
    ("in July 2018", "2018年7月"),
    ("from 13 October", "10月13日起"),
    ("in December 2023 and January 2024", "2023年12月和2024年1月"),
    ("a page of 2011", "2011年的页面"),
    ("8am to 8:30pm", "8:00 至 20:30"),
    ("24 hours a day", "24 小时可用"),
    ("£10", "10 英镑"),
    ("€10, €20 or €30", "10、20 或 30 欧元"),
    ("€10 to €50", "10 至 50 欧元"),
    ("THB 1,000", "1,000 泰铢"),
    ("IDR 20,000", "2 万印尼盾"),
    ("RM1 to RM100", "1 至 100 马来西亚林吉特"),
    ("12 to 24 months", "12 至 24 个月"),
    ("30, 75 and 120 days", "30、75、120 天"),
    ("6 weeks", "6 周"),
    ("2 working days", "2 个工作日"),
    ("the 7th month", "第 7 个月"),
    ("on the 1st of each month", "每月 1 日"),
    ("day 180", "第 180 天"),
    ("a 16-digit code", "16 位充值码"),
    ("three payments", "前 3 次付款"),
    ("2 cards", "两张卡"),
    ("2.5% more", "多 2.5%"),
    ("500 MB", "500 MB"),
    ("dial `*104*{voucher code}#`", "拨 `*104*{充值码}#`"),
    ("dial *106#", "拨 *106#"),
    ("call 0800 000 000", "拨打 0800 000 000"),
    ("the O2 network, 4G and version 4.4.0", "O2 网络，4G，4.4.0 版"),
    ("39 CNY", "39 元人民币"),
    ("DKK 100", "100 丹麦克朗"),
]
OTHER = [
    ("90 days", "60 天", "90 day", "60 day"),
    ("90 days", "90 个月", "90 day", "90 month"),
    ("180 days", "6 个月", "180 day", "6 month"),
    ("£10", "10 欧元", "GBP 10", "EUR 10"),
    ("£10", "100 英镑", "GBP 10", "GBP 100"),
    ("€10, €20 or €30", "10 或 30 欧元", "EUR 20", ""),
    ("31 July 2018", "2018年7月13日", "2018-7-31", "2018-7-13"),
    ("8am", "20:00", "time 8:00", "time 20:00"),
    ("16 digits", "14 位", "16", "14"),
    ("dial *106#", "拨 *160#", "code *106#", "code *160#"),
    ("dial `*104*{voucher code}#`", "拨 `*104#`", "code *104*{}#", "code *104#"),
    ("call 0800 000 000", "拨打 0800 000 001", "phone 0800000000", "phone 0800000001"),
    ("within 24 hours", "很久", "24 hour", ""),
    ("nothing", "2 次", "", "2"),
]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_currency_is_read_as_a_guide_writes_it(language: str) -> None:
    words = templates_for(TEMPLATES, language, "txt").words
    written = {code: str(words.sum(Money(amount=Decimal(10)), code)) for code in CURRENCIES}
    read = {code: [(fact.kind, fact.value) for fact in stated(text, code).facts] for code, text in written.items()}
    wrong = {code: written[code] for code in CURRENCIES if read[code] != [("amount", f"{code} 10")]}
    assert wrong == {}


@pytest.mark.parametrize(("en", "zh"), SAME)
def test_both_languages_state_the_same(en: str, zh: str) -> None:
    assert differing(stated(en), stated(zh)) == ([], [])
    assert stated(en).facts or stated(zh).facts


@pytest.mark.parametrize(("en", "zh", "only_en", "only_zh"), OTHER)
def test_a_difference_is_found_and_named(en: str, zh: str, only_en: str, only_zh: str) -> None:
    found = differing(stated(en), stated(zh))
    assert [", ".join(fact.words for fact in side) for side in found] == [only_en, only_zh]


def test_a_bare_name_of_a_currency_is_that_of_the_record() -> None:
    assert differing(stated("MX$20", "MXN"), stated("20 比索", "MXN")) == ([], [])
    assert differing(stated("MX$20", "MXN"), stated("20 比索", "PHP")) != ([], [])


def test_a_fact_knows_its_place() -> None:
    (fact,) = stated("话费有效期 90 天。").facts
    assert "话费有效期 90 天。"[fact.start : fact.end] == "90"


EN = """# Top up X

## Fee

- **Fee**: £1

## Codes

Dial `*100#` (*Not confirmed: 2 sites.*)

1. Pay.
2. Wait.
"""
ZH = """# X 充值

## 手续费

- **手续费**：1 英镑

## 代码

拨 `*100#`（*未核实：2 个网站。*）

1. 付款。
2. 等待。
"""


def test_pages_that_agree() -> None:
    assert list(differences(EN, ZH)) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("1 英镑", "2 英镑", 3, "“手续费”: only in English: GBP 1; only in Chinese: GBP 2"),
        ("*100#", "*101#", 7, "“代码”: only in English: code *100#; only in Chinese: code *101#"),
        ("：1 英镑", "：没有找到", 3, "“手续费”: only in English: GBP 1"),
        ("2. 等待。\n", "", 7, "“代码”: only in English: 2"),
    ],
)
def test_pages_that_differ_say_where(old: str, new: str, line: int, message: str) -> None:
    (found,) = differences(EN, ZH.replace(old, new))
    assert (found.line, found.message) == (line, message)


def test_a_section_that_one_page_lacks_shows_in_its_facts() -> None:
    (found,) = differences(EN, ZH.replace("## 手续费\n\n- **手续费**：1 英镑\n\n", ""))
    assert [fact.words for fact in found.only_english] == ["GBP 1"]


def test_what_shop_staff_read_is_left_out() -> None:
    assert list(differences(EN, ZH + "\n> 10 euro top-up\n")) == []
