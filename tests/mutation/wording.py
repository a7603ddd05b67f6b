"""Spoilt wording, and two languages that say different things: G6."""

import re

from mutant import Mutant, Record, kind

from guidegen.rules.language.texts import Role


def _sentence(record: Record, language: str, sentence: str, seen: str) -> Mutant | None:
    """A prose text with one more sentence in one language; the finding is at `seen`."""
    pair = record.pair()
    leaf = record.node((*pair.where, language)) if pair else None
    if leaf is None or seen in leaf.value:
        return None
    return record.written(leaf, f"{leaf.value}{' ' if language == 'en' else ''}{sentence}", seen)


@kind("G601")
def usually(record: Record) -> Mutant | None:
    return _sentence(record, "en", "It usually works.", "usually")


@kind("G601")
def usually_in_chinese(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "通常能用。", "通常")


@kind("G601")
def about_a_figure(record: Record) -> Mutant | None:
    return _sentence(record, "en", "It takes about 15 minutes.", "about")


@kind("G601")
def about_a_figure_in_chinese(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "大约 15 分钟到账。", "大约")


@kind("G601")
def list_with_and_so_on(record: Record) -> Mutant | None:
    pair = record.pair()
    leaf = record.node((*pair.where, "zh")) if pair else None
    text = "商店有 Rewe、Lidl 等。"
    return None if leaf is None else record.written(leaf, f"{leaf.value}{text}", " 等")


@kind("G601")
def from_a_price(record: Record) -> Mutant | None:
    return _sentence(record, "en", "Plans cost from €10.", "from")


@kind("G601")
def soon(record: Record) -> Mutant | None:
    return _sentence(record, "en", "The credit arrives instantly.", "instantly")


@kind("G601")
def maybe_in_chinese(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "也许能用。", "也许")


@kind("G601")
def praise(record: Record) -> Mutant | None:
    return _sentence(record, "en", "This is the cheapest way.", "cheapest")


@kind("G601")
def praise_in_chinese(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "这种方式最划算。", "划算")


@kind("G601")
def hearsay(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "据说能用。", "据说")


@kind("G601")
def ask_the_official_page(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "金额以官方为准。", "以官方为准")


@kind("G601")
def easy(record: Record) -> Mutant | None:
    return _sentence(record, "en", "You simply pay.", "simply")


@kind("G602")
def wrong_character_for_top_up(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "这时不能冲值。", "冲值")


@kind("G602")
def other_word_for_top_up(record: Record) -> Mutant | None:
    return _sentence(record, "en", "You can redeem it.", "redeem")


LONG = (
    "The page that the shop has on its wall tells you that you must take your phone and your card and then go to the "
    "till and wait until the person who stands there has time and asks you for the number that you want to pay for "
    "and then you say it two times and you look at the screen and you pay what it shows"
)


@kind("G603")
def sentence_of_60_words(record: Record) -> Mutant | None:
    pair = record.pair()
    leaf = record.node((*pair.where, "en")) if pair else None
    return record.written(leaf, f"{LONG}.", LONG) if leaf else None


@kind("G603")
def breath_of_30_characters(record: Record) -> Mutant | None:
    long = "收银台的店员会在收到现金以后把写着充值码的小票和零钱交给您"
    return _sentence(record, "zh", f"{long}。", long)


@kind("G604")
def two_actions_in_a_step(record: Record) -> Mutant | None:
    line = _way_without_steps(record)
    return Mutant(record.inserted(line, STEPS), line + 1, 18) if line else None


STEPS = "    steps: [{en: Open the app and select the amount., zh: 打开应用。}]"


def _way_without_steps(record: Record) -> int:
    for index in range(len(record.carrier.channels)):
        block = record.block(("channels", index))
        if block and "steps" not in block.keys and block.keys["kind"].column == 5 and "source" in block.keys:
            return block.keys["kind"].line
    return 0


@kind("G605")
def space_missing(record: Record) -> Mutant | None:
    pair = record.pair(zh="[\u4e00-\u9fff] [0-9A-Z]")
    leaf = record.node((*pair.where, "zh")) if pair else None
    if leaf is None:
        return None
    places = [match.start() for match in re.finditer("(?<=[\u4e00-\u9fff]) (?=[0-9A-Z])", leaf.value)]
    at = record.any_of([place for place in places if "“" not in leaf.value[:place]])
    if at is None:
        return None
    spoilt = leaf.value[:at] + leaf.value[at + 1 :]
    return record.written(leaf, spoilt, spoilt[at - 1 : at + 2])


@kind("G605")
def space_before_a_mark(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "先查余额 ，再付款。", " ，")


@kind("G605")
def space_in_a_date(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "规定始于 2019年。", " 2019")


@kind("G606")
def full_width_digits(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "一次 １０ 欧元。", "１０")


@kind("G606")
def half_width_comma(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "先查余额,再付款。", ",")


@kind("G606")
def two_marks(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "先查余额，，再付款。", "，，")


@kind("G607")
def please(record: Record) -> Mutant | None:
    return _sentence(record, "en", "Please check the balance.", "Please")


@kind("G607")
def please_in_chinese(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "请查余额。", "请")


@kind("G607")
def you_in_chinese(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "你要先查余额。", "你")


@kind("G607")
def dear_in_chinese(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "亲，先查余额。", "亲")


@kind("G607")
def exclamation_mark(record: Record) -> Mutant | None:
    return _sentence(record, "en", "Check the balance first!", "!")


@kind("G607")
def exclamation_mark_in_chinese(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "先查余额！", "！")


@kind("G607")
def contraction(record: Record) -> Mutant | None:
    return _sentence(record, "en", "You don’t need a card.", "don’t")


@kind("G608")
def full_stop_lost(record: Record) -> Mutant | None:
    pair = record.pair(en="[a-z]\\.$")
    leaf = record.node((*pair.where, "en")) if pair else None
    return record.written(leaf, leaf.value[:-1]) if leaf else None


@kind("G608")
def full_stop_inside_a_sentence(record: Record) -> Mutant | None:
    pair = record.pair(Role.PHRASE, en="[a-z0-9]$")
    leaf = record.node((*pair.where, "en")) if pair else None
    if leaf is None:
        return None
    span = leaf.span
    mutant = record.written(leaf, leaf.value + ".")
    return Mutant(mutant.text, span.line, span.column + 1 + len(leaf.value))


@kind("G609")
def traditional_character(record: Record) -> Mutant | None:
    return _sentence(record, "zh", "要補一张卡。", "補")


@kind("G612")
def figure_in_words(record: Record) -> Mutant | None:
    return _sentence(record, "en", "This holds for six months.", "six months")


def _in_chinese(record: Record, pattern: str, replacement: str, role: Role = Role.PROSE) -> Mutant | None:
    """One figure changed on the Chinese side; the finding is at the number."""
    pair = record.pair(role, zh=pattern)
    leaf = record.node((*pair.where, "zh")) if pair else None
    match = re.search(pattern, leaf.value) if leaf else None
    if leaf is None or match is None:
        return None
    spoilt = leaf.value[: match.start()] + match.expand(replacement) + leaf.value[match.end() :]
    mutant = record.written(leaf, spoilt)
    return Mutant(mutant.text, mutant.line, mutant.column + 1 + match.start())


@kind("G621")
def duration_swapped(record: Record) -> Mutant | None:
    return _in_chinese(record, "(?<![第0-9、至和或到] )(?<![0-9])[0-9]+( 天| 个月| 小时)", "777\\1")


@kind("G621")
def unit_swapped(record: Record) -> Mutant | None:
    return _in_chinese(record, "(?<![第0-9、至和或到] )(?<![0-9])([0-9]+) 天", "\\1 个月")


@kind("G621")
def figure_of_an_account_swapped(record: Record) -> Mutant | None:
    alone = "(?<![0-9第至和或到、*] )(?<![0-9A-Za-z*#,.])[0-9]+(?=[ ，]|$)(?! ?[至到和或、])"
    return _in_chinese(record, alone, "4321", Role.PHRASE)


@kind("G621")
def currency_swapped(record: Record) -> Mutant | None:
    names = "欧元|英镑|美元|港元|[\u4e00-\u9fff]{1,3}(?:林吉特|先令|比尔|兰特|比索|迪拉姆|里亚尔)"
    alone = f"(?<![0-9至和或到、] )(?<![0-9,.])([0-9,]+) (?:{names})"
    return _in_chinese(record, alone, "\\1 日元")


@kind("G621")
def year_swapped(record: Record) -> Mutant | None:
    return _in_chinese(record, "(?:19|20)[0-9]{2}年", "1987年")


@kind("G621")
def figure_only_in_english(record: Record) -> Mutant | None:
    return _sentence(record, "en", "It takes 23 days.", "23 days")


@kind("G622")
def not_translated(record: Record) -> Mutant | None:
    pair = record.pair(en="^[A-Z][a-z]+ [a-z]+ [a-z]+ [a-z]+")
    leaf = record.node((*pair.where, "zh")) if pair else None
    return record.written(leaf, pair.en) if pair and leaf else None


@kind("G622")
def chinese_in_english(record: Record) -> Mutant | None:
    return _sentence(record, "en", "The button is 充值.", "充值")
