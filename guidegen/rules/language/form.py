"""G605 to G608: how Chinese is spaced and punctuated, how a reader is addressed, how a sentence ends."""

import re
from collections.abc import Iterator

from guidegen.diagnostics import Found, Severity, rule
from guidegen.rules import Subject
from guidegen.rules.language.firstlook import first_look
from guidegen.rules.language.record import suspects, texts
from guidegen.rules.language.texts import CODE, HAN, QUOTATION, Role, hide

_MARKS = "，。：；、！？（）《》“”…"
# A gap between Han and Latin letters or digits, but not inside a date.
_NO_GAP = re.compile(f"(?<=[{HAN}])(?=[A-Za-z0-9£€¥$₹])|(?<=[A-Za-z0-9%°])(?=[{HAN}])")
_DATE = re.compile(
    "(?:19|20)[0-9]{2} ?年(?: ?[0-9]{1,2} ?月(?: ?[0-9]{1,2} ?日)?)?|[0-9]{1,2} ?月(?: ?[0-9]{1,2} ?日)?"
)
_SPACED_DATE = re.compile(
    f"(?<=[{HAN}]) (?=(?:19|20)[0-9]{{2}} ?年|[0-9]{{1,2}} ?月 ?[0-9])"
    "|(?<=[0-9]{4}) (?=年)|(?<=年) (?=[0-9]{1,2} ?月)"
    f"|(?<=[0-9]) (?=月 ?[0-9])|(?<=[0-9]月) (?=[0-9]{{1,2}} ?日)|(?<=[0-9]{{4}}年) (?=[{HAN}])"
)
_STRAY = re.compile(f" +(?=[{_MARKS}])|(?<=[{_MARKS}]) +|(?<=[{HAN}]) +(?=[{HAN}])|(?<=\\S)  +(?=\\S)")
_HAN = re.compile(f"[{HAN}]")
# The same without asking what stands around, for a first look.
_UNSPACED = re.compile(
    f"[a-z0-9%°](?=[{HAN}])|[{HAN}](?=[a-z0-9£€¥$₹]| +[{HAN}])"
    f"| (?=[ {_MARKS}年]|月 ?[0-9]|[0-9]{{1,4}} ?[年月日])|[{_MARKS}] |年 (?=[0-9])"
)


@rule("G605")
def chinese_spacing(subject: Subject) -> Iterator[Found]:
    """A Chinese text lacks a space between Han and Latin letters or digits, or has one where none belongs.

    Why: a number that touches a character is easy to misread.
    Bad: `zh: 充值10欧元 ，打开My O2 App。`
    Good: `zh: 充值 10 欧元，打开 My O2 App。` A date has no spaces: 2026年11月23日.
    """
    help = "one half-width space between Han and Latin letters or digits; none at full-width marks or in dates"
    for _, where, _, text in suspects(subject, {"zh": _UNSPACED}):
        if _HAN.search(text):
            for start, end, message in spacing(text):
                yield Found(where, message, help, start, end)


def spacing(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the spacing of a Chinese text is wrong: start, end, what is wrong."""
    dates = [match.span() for match in _DATE.finditer(text)]
    shown = hide(text, QUOTATION)
    for match in _NO_GAP.finditer(shown):
        at = match.start()
        if not any(start <= at <= end for start, end in dates):
            yield at - 1, at + 1, f"no space between {text[at - 1]} and {text[at]}"
    for match in _SPACED_DATE.finditer(shown):
        yield match.start(), match.end(), "a space inside or beside a date"
    for match in _STRAY.finditer(shown):
        yield match.start(), match.end(), "a space where none belongs"


_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ＊＃＋－．／％＠＄￥～]+")
_NARROW = re.compile(f"(?<=[{HAN}）”])[,;:!?()](?!\\d)|(?<=[{HAN}]) ?\\.(?=$|[{HAN} ])|[,;:()](?=[{HAN}])")
_DOUBLED = re.compile("[，。；：、]{2,}|(?<!…)…(?!…)|(?<!\\.)\\.{3,}|。。+")
_ANY_MARK = re.compile(f"{_WIDE.pattern}|[,;:!?().…]|[，。；：、](?=[，。；：、])")


@rule("G606")
def chinese_punctuation(subject: Subject) -> Iterator[Found]:
    """A Chinese text has a half-width mark, a full-width digit or letter, or two marks together.

    Why: to a screen reader and a phone, ＊１０４ is not *104; half-width marks are lost between characters.
    Bad: `zh: 充值 １０ 欧元,再查余额.`
    Good: `zh: 充值 10 欧元，再查余额。`
    """
    for _, where, _, text in suspects(subject, {"zh": _ANY_MARK}):
        if not _HAN.search(text):
            continue
        shown = hide(text, CODE)
        for pattern, words, help in (
            (_WIDE, "is full-width", "write digits, letters, * and # half-width"),
            (_NARROW, "is a half-width mark in Chinese", "write ，。：；（）"),
            (_DOUBLED, "is no mark of Chinese", "write one mark; an ellipsis is ……"),
        ):
            visible = shown if pattern is _WIDE else hide(shown, QUOTATION)
            for match in pattern.finditer(visible):
                yield Found(where, f"“{match[0]}” {words}", help, match.start(), match.end())


_CONTRACTION = re.compile("\\b\\w+n[’']t\\b|\\b(?:you|we|they|it|that|there)[’'](?:ll|re|ve|d|s)\\b", re.IGNORECASE)
_ADDRESS = {
    "en": (
        (re.compile("\\bplease\\b", re.IGNORECASE), "write the command alone"),
        (re.compile("!(?!\\w)"), "write a full stop"),
        (_CONTRACTION, "write both words"),
        (re.compile("\\band/or\\b"), "write “or”, or say both cases"),
        (re.compile("\\(s\\)"), "write the plural"),
    ),
    "zh": (
        (re.compile("(?<![申邀])请(?![求客假])"), "write the command alone"),
        (re.compile("！|!(?!\\w)"), "write 。"),
        (re.compile("你们?"), "write 您, or leave it out"),
        (re.compile("亲(?![自友属人戚爱])"), "leave it out"),
    ),
}  # fmt: skip
_ADDRESS_LOOKS = {
    language: first_look(*(pattern for pattern, _ in patterns)) for language, patterns in _ADDRESS.items()
}


@rule("G607")
def address(subject: Subject) -> Iterator[Found]:
    """A text pleads, shouts, or speaks to the reader in another way than the rest of the guide.

    Why: a guide tells; “please”, 请, 亲 and exclamation marks are the voice of a seller.
    Bad: `note: {en: Please check the balance!, zh: 请你查余额！}`
    Good: `note: {en: Check the balance., zh: 先查余额。}`
    """
    for _, where, language, text in suspects(subject, _ADDRESS_LOOKS):
        shown = hide(text, QUOTATION)
        for pattern, help in _ADDRESS[language]:
            for match in pattern.finditer(shown):
                yield Found(where, f"“{match[0]}” in a text for readers", help, match.start(), match.end())


_END = {"en": re.compile('[.?][”"’)]*$'), "zh": re.compile("[。？][”）]*$")}
_STOP = {"en": "a full stop", "zh": "。"}
_ELLIPSIS_OR_CODE = re.compile("(?:……|[#`])$")


@rule("G608", Severity.WARNING)
def sentence_end(subject: Subject) -> Iterator[Found]:
    """A note does not end with a full stop, or words inside a sentence do.

    Why: the page sets notes one after the other, and the words of `says`, `means` and `name` inside its own sentences.
    Bad: `note: {en: The page is old, zh: 这是旧页面}` or `says: {en: 16 digits., zh: 16 位数字。}`
    Good: `note: {en: The page is old., zh: 这是旧页面。}` and `says: {en: 16 digits, zh: 16 位数字}`
    """
    for pair in texts(subject):
        whole = pair.role in (Role.PROSE, Role.STEP)
        for where, language, text in pair.sides():
            ends = bool(_END[language].search(text))
            if whole and not ends and not _ELLIPSIS_OR_CODE.search(text):
                yield Found(where, "a sentence without an end", f"write {_STOP[language]} at the end")
            elif ends and pair.role in (Role.PHRASE, Role.DESCRIPTION):
                help = f"leave out {_STOP[language]} at the end"
                yield Found(where, "a full stop inside a sentence of the page", help, len(text) - 1, len(text))


_EN_FIGURES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_EN_UNITS = "second|minute|hour|day|week|month|year"
_ZH_FIGURES = "(?<![第周每同某下上这那])(?<!星期)[一二两三四五六七八九十]+"
_IN_WORDS = {
    "en": re.compile(f"\\b(?:{_EN_FIGURES})[ -](?:working |full |more )?(?:{_EN_UNITS})s?\\b", re.IGNORECASE),
    "zh": re.compile(f"{_ZH_FIGURES}(?:个月|个小时|小时|天|周|年|分钟|个工作日)(?!级|到头)"),
}
_IN_WORDS_LOOKS = {"en": first_look(_IN_WORDS["en"], words=True), "zh": first_look(_IN_WORDS["zh"])}


@rule("G612", Severity.WARNING)
def figure_in_words(subject: Subject) -> Iterator[Found]:
    """A duration is written in words.

    Why: a figure is found at a glance, read aloud without doubt, and compared by the parity check.
    Bad: `note: {en: It lasts six months., zh: 有效期六个月。}`
    Good: `note: {en: It lasts 6 months., zh: 有效期 6 个月。}`
    """
    for _, where, language, text in suspects(subject, _IN_WORDS_LOOKS):
        for match in _IN_WORDS[language].finditer(hide(text, QUOTATION)):
            yield Found(where, f"“{match[0]}” in words", "write digits", match.start(), match.end())
