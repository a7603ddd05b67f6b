"""The rules on wording, by example: what each finds, where, and what it lets through."""

import pytest
from records import AS_OF, SOUND

from guidegen.codes import all_rules
from guidegen.diagnostics import Diagnostic, Severity
from guidegen.rules import Subject, check_record
from guidegen.schema import read_record
from guidegen.source import parse

CLEAN = {"en": "The page is old.", "zh": "这是旧页面。"}


def found(field: str, **sides: str) -> list[Diagnostic]:
    """What is found on a text of the field, with a clean text where a side is not given."""
    texts = CLEAN | sides
    pair = f"{{en: '{texts['en']}', zh: '{texts['zh']}'}}"
    fields = {
        "note": f"    note: {pair}",
        "step": f"    steps: [{pair}]",
        "ask_for": f"    labels: [{{text: OK, lang: en, means: {pair}}}]",
        "says": f"disputes:\n  - about: fee\n    accounts:\n      - {{says: {pair}, source: page}}\n"
        "      - {says: {en: no fee, zh: 不收}, source: page}\n    note: {en: It is one page., zh: 同一个页面。}",
    }
    document = parse(f"{SOUND}{fields[field]}\n".encode(), "gb/case.yaml")
    record, faults = read_record(document)
    assert record is not None, faults
    return [one for one in check_record(Subject(record, document, "gb/case", AS_OF)) if one.code.startswith("G6")]


def seen(finding: Diagnostic, field: str, **sides: str) -> str:
    """The words at the place of a finding."""
    text = sides.get("zh") or sides["en"]
    pair = f"{{en: '{(CLEAN | sides)['en']}', zh: '{(CLEAN | sides)['zh']}'}}"
    line = f"    {'note: ' if field == 'note' else 'steps: ['}{pair}"
    assert text in line
    return line[finding.span.column - 1 : finding.span.end_column - 1]


BAD = [
    ("G601", "en", "It usually works.", "usually"),
    ("G601", "en", "Some shops sell it.", "Some"),
    ("G601", "en", "It costs up to £5.", "up to"),
    ("G601", "en", "It is from £10.", "from"),
    ("G601", "en", "It takes about 5 minutes.", "about"),
    ("G601", "en", "It may fail.", "may"),
    ("G601", "en", "The credit arrives soon.", "soon"),
    ("G601", "en", "It is currently closed.", "currently"),
    ("G601", "en", "Users report that it works.", "Users report"),
    ("G601", "en", "The price is subject to change.", "subject to change"),
    ("G601", "en", "It is the best way.", "best"),
    ("G601", "en", "You just pay.", "just"),
    ("G601", "en", "It is a trusted shop.", "trusted"),
    ("G601", "en", "Go to participating shops.", "participating"),
    ("G601", "zh", "一般能用。", "一般"),
    ("G601", "zh", "超市、便利店等。", "等"),
    ("G601", "zh", "各种商店都有。", "各种"),
    ("G601", "zh", "大概 5 分钟。", "大概"),
    ("G601", "zh", "5 分钟左右。", " 分钟左右"),
    ("G601", "zh", "充值 10 英镑起。", " 英镑起"),
    ("G601", "zh", "也许能用。", "也许"),
    ("G601", "zh", "马上到账。", "马上到账"),
    ("G601", "zh", "目前能用。", "目前"),
    ("G601", "zh", "据说能用。", "据说"),
    ("G601", "zh", "以实际为准。", "以实际为准"),
    ("G601", "zh", "这种方式超值。", "超值"),
    ("G601", "zh", "输入充值码即可。", "即可"),
    ("G601", "zh", "这家店很靠谱。", "靠谱"),
    ("G601", "zh", "去官方渠道。", "官方渠道"),
    ("G602", "en", "You can redeem it.", "redeem"),
    ("G602", "en", "Call the hotline.", "hotline"),
    ("G602", "en", "Send an SMS.", "SMS"),
    ("G602", "zh", "这时不能冲值。", "冲值"),
    ("G602", "zh", "先登陆。", "登陆"),
    ("G602", "zh", "人在国外时能用。", "国外"),
    ("G605", "zh", "充值10 英镑。", "值1"),
    ("G605", "zh", "打开 App充值。", "p充"),
    ("G605", "zh", "先查余额 ，再付款。", " "),
    ("G605", "zh", "始于 2019年。", " "),
    ("G605", "zh", "始于2019 年。", " "),
    ("G606", "zh", "充值 １０ 次。", "１０"),
    ("G606", "zh", "输入 ＊。", "＊"),
    ("G606", "zh", "先查余额,再付款。", ","),
    ("G606", "zh", "先查余额。。", "。。"),
    ("G607", "en", "Please check it.", "Please"),
    ("G607", "en", "Check it!", "!"),
    ("G607", "en", "It is a shop and/or a bank.", "and/or"),
    ("G607", "zh", "请查余额。", "请"),
    ("G607", "zh", "你先查余额。", "你"),
    ("G607", "zh", "亲，先查余额。", "亲"),
    ("G607", "zh", "先查余额！", "！"),
    ("G609", "zh", "補一张卡。", "補"),
    ("G612", "en", "It lasts six months.", "six months"),
    ("G612", "zh", "有效期六个月。", "六个月"),
    ("G621", "zh", "费用是 5 英镑。", "5"),
    ("G622", "en", "The button is 充值.", "充值"),
]


@pytest.mark.parametrize(("code", "side", "text", "words"), BAD)
def test_a_rule_finds_it_at_its_place(code: str, side: str, text: str, words: str) -> None:
    findings = [finding for finding in found("note", **{side: text}) if finding.code == code]
    assert [seen(finding, "note", **{side: text}) for finding in findings] == [words]


GOOD = [
    ("en", "The page says that it usually takes about 15 minutes."),
    ("en", "We do not know if it may fail."),
    ("en", "The page writes “best” and “usually”."),
    ("en", "It may have changed since then."),
    ("en", "Ask how many days are left as soon as it arrives."),
    ("en", "It is a SIM from Germany."),
    ("en", "The shop is open from May 2019."),
    ("en", "The page is about plans."),
    ("en", "The app is named Simple SIM."),
    ("zh", "页面写大约 15 分钟，通常更快。"),
    ("zh", "我们不知道大概多久。"),
    ("zh", "等待到账短信。"),
    ("zh", "等 App 显示余额。"),
    ("zh", "同等的卡也能用。"),
    ("zh", "规定始于2019年5月1日。"),
    ("zh", "从第 2 次算起。"),
    ("zh", "还要申请一张卡。"),
    ("zh", "亲友可以充值。"),
    ("zh", "用支付宝香港付款（AlipayHK）。"),
    ("zh", "瑞士多数商店都有。"),
    ("zh", "这是泰铢。"),
]


@pytest.mark.parametrize(("side", "text"), GOOD)
def test_honest_words_are_let_through(side: str, text: str) -> None:
    assert [finding for finding in found("note", **{side: text}) if finding.code != "G621"] == []


def test_a_name_of_a_product_keeps_its_words() -> None:
    assert found("note", en="Ask for the Easy Recharge card.") == []
    assert [finding.code for finding in found("note", en="Recharge the card.")] == ["G602"]


def test_what_a_source_says_in_a_dispute_is_reported_speech() -> None:
    assert found("says", en="usually a day", zh="通常要等很久") == []


WORDS = "you go to the shop and pay at the till with your card and wait for it and then you take it home again"


@pytest.mark.parametrize(
    ("count", "severity"), [(20, None), (21, Severity.WARNING), (25, Severity.WARNING), (26, Severity.ERROR)]
)
def test_length_of_an_english_sentence(count: int, severity: Severity | None) -> None:
    text = " ".join((WORDS.split() * 2)[:count]).capitalize() + "."
    assert [finding.severity for finding in found("note", en=text) if finding.code == "G603"] == [severity] * bool(
        severity
    )


@pytest.mark.parametrize(("count", "severity"), [(15, None), (16, Severity.WARNING), (21, Severity.ERROR)])
def test_length_of_an_english_step(count: int, severity: Severity | None) -> None:
    text = " ".join(["Pay", *(WORDS.split()[1:] * 2)][:count]) + "."
    assert [finding.severity for finding in found("step", en=text) if finding.code == "G603"] == [severity] * bool(
        severity
    )


@pytest.mark.parametrize(("count", "severity"), [(20, None), (21, Severity.WARNING), (30, Severity.ERROR)])
def test_length_between_two_chinese_marks(count: int, severity: Severity | None) -> None:
    text = "钱" * count + "。"
    assert [finding.severity for finding in found("note", zh=text) if finding.code == "G603"] == [severity] * bool(
        severity
    )


@pytest.mark.parametrize(("parts", "severity"), [(2, None), (3, Severity.WARNING), (4, Severity.ERROR)])
def test_length_of_a_chinese_sentence(parts: int, severity: Severity | None) -> None:
    text = "、".join(["钱" * 20] * parts) + "。"
    assert [finding.severity for finding in found("note", zh=text) if finding.code == "G603"] == [severity] * bool(
        severity
    )


def test_commas_of_a_chinese_sentence() -> None:
    assert found("note", zh="先查，再看，再付。") == []
    assert [finding.severity for finding in found("note", zh="先查，再看，再付，再等。")] == [Severity.WARNING]


def test_names_codes_and_numbers_are_not_counted() -> None:
    names = "Go to " + ", ".join(["the Big Mall"] * 21) + "."
    assert [finding.code for finding in found("note", en=names) if finding.code == "G603"] == ["G603"]
    assert [finding for finding in found("note", en=names.replace("the ", "")) if finding.code == "G603"] == []


@pytest.mark.parametrize(
    ("en", "zh", "severities"),
    [
        ("Select the amount.", "选择金额。", []),
        ("Open the app and select the amount.", "选择金额。", [Severity.WARNING]),
        ("Open the app, select the amount and pay.", "选择金额。", [Severity.ERROR]),
        ("Select the amount.", "打开 App，选择金额。", [Severity.WARNING]),
        ("Wait until you see the balance.", "等到显示余额。", []),
    ],
)
def test_one_action_in_a_step(en: str, zh: str, severities: list[Severity]) -> None:
    assert [finding.severity for finding in found("step", en=en, zh=zh) if finding.code == "G604"] == severities


def test_a_note_ends_with_a_full_stop_and_a_phrase_does_not() -> None:
    assert [finding.code for finding in found("note", en="The page is old")] == ["G608"]
    assert [finding.code for finding in found("says", en="a fee.", zh="要收")] == ["G608"]
    assert found("says", en="a fee", zh="要收") == []


def test_a_copied_text_is_not_translated() -> None:
    codes = [finding.code for finding in found("note", en="The page is very old.", zh="The page is very old.")]
    assert "G622" in codes


def test_every_rule_on_language_is_shown_here_or_on_pages() -> None:
    shown = {code for code, *_ in BAD} | {"G603", "G604", "G608"}
    on_pages = {"G610", "G611", "G623"}
    assert {code for code in all_rules() if code.startswith("G6")} == shown | on_pages
