"""Sentences of invented records, in both languages, with figures and names filled in so that few are the same."""

import random

from benchmarks.invented import coined

Text = dict[str, str]
Pattern = tuple[str, str]

WAY: tuple[Pattern, ...] = (
    ("Keep the receipt for {n} days.", "小票保留 {n} 天。"),
    ("The page says: the menu has {n} entries.", "页面写菜单有 {n} 项。"),
    ("Page {n} of the price list of {shop} names this card.", "{shop} 的价目表第 {n} 页有这张卡。"),
    ("The first payment takes {n} minutes longer.", "第一次付款后要再过 {n} 分钟。"),
    ("Do not close the screen for {n} seconds.", "{n} 秒内不要关闭画面。"),
    ("It does not work for {k} hours at night.", "夜里有 {k} 个小时不能用。"),
    ("One phone number works {k} times a day.", "同一个号码每天能用 {k} 次。"),
    ("The card must be {n} days old.", "卡要先用满 {n} 天。"),
    ("{shop} has had it for {k} years.", "{shop} 做这项服务已有 {k} 年。"),
    ("The notice at the till of {shop} has {k} lines.", "{shop} 收银台的说明有 {k} 行。"),
    ("After {k} wrong entries it stops for {n} minutes.", "输错 {k} 次后停用 {n} 分钟。"),
    ("The blog says that {shop} asked for the number {k} times.", "博客写 {shop} 问了 {k} 次号码。"),
)
VOUCHER: tuple[Pattern, ...] = (
    ("The voucher code stands under a grey strip, {k} lines from the top.", "充值码在灰色涂层下，从上数第 {k} 行。"),
    ("After {k} wrong entries, wait {n} minutes.", "输错 {k} 次后停用 {n} 分钟。"),
    ("The voucher of {shop} has a second number of {k} digits.", "{shop} 的充值券上另有 {k} 位的号码。"),
    ("A voucher that was paid by card works after {n} minutes.", "刷卡买的充值券 {n} 分钟后才能用。"),
)
REMARK: tuple[Pattern, ...] = (
    ("A new SIM comes with {n} MB of data.", "新卡带 {n} MB 流量。"),
    ("The SIM has room for {n} contacts.", "SIM 卡能存 {n} 个联系人。"),
    ("{shop} is the name on the bank statement for {k} days.", "银行账单上有 {k} 天显示 {shop}。"),
    ("The voice menu speaks {k} languages.", "语音菜单有 {k} 种语言。"),
    ("A lost SIM is replaced within {k} days.", "丢失的卡 {k} 天内补办。"),
    ("A text to another country can have {n} letters.", "发到其他国家的短信最多 {n} 个字母。"),
)
WARNING: tuple[Pattern, ...] = (
    ("{name} never asks for a voucher code by phone.", "{name} 从不打电话要充值码。"),
    ("{name} sends no prize texts.", "{name} 不发中奖短信。"),
    ("Shops of {name} take no money for a new PIN.", "{name} 的商店换 PIN 不收钱。"),
)
FAILS: tuple[Pattern, ...] = (
    ("Wait {n} minutes, then check the balance.", "过 {n} 分钟再查余额。"),
    ("Show the receipt at a shop within {k} days.", "{k} 天内到商店出示小票。"),
    ("Keep the text and call within {n} hours.", "保留短信，{n} 小时内打电话。"),
)
KEEP: tuple[Pattern, ...] = (
    ("A call of {n} seconds is enough.", "通话 {n} 秒就够。"),
    ("The operator writes this in rule {k} of its terms.", "运营商写在条款第 {k} 条。"),
    ("The day of the text counts as day {k}.", "收到短信那天算第 {k} 天。"),
)
TITLES = (
    ("How to top up", "Ways to pay"), ("Questions and answers", "Help"), ("Price list", "Terms of use"),
    ("Prepaid rules", "Notice to users"), ("Vouchers and cards", "Short numbers"), ("Travel notes", "My prepaid SIM"),
)  # fmt: skip


def said(dice: random.Random, patterns: tuple[Pattern, ...], name: str = "") -> Text:
    """One of the sentences, filled in."""
    en, zh = dice.choice(patterns)
    words = {"n": dice.randint(13, 98), "k": dice.randint(2, 9), "shop": shop(dice), "name": name}
    return {"en": en.format(**words), "zh": zh.format(**words)}


def shop(dice: random.Random) -> str:
    """The name of a shop, a bank or a service that does not exist."""
    word, _ = coined(dice.getrandbits(30))
    return f"{word} {dice.choice(('Stores', 'Pay', 'Bank', 'Kiosks', 'Market'))}"


def title(dice: random.Random) -> str:
    """The title of a page."""
    return f"{dice.choice(dice.choice(TITLES))}, part {dice.randint(2, 60)}"
