"""G601: words that may not stand in place of a fact (`language.md` §5)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidegen.diagnostics import Found, rule
from guidegen.rules import Subject
from guidegen.rules.language.firstlook import first_look
from guidegen.rules.language.record import suspects
from guidegen.rules.language.texts import CODE, HAN, HIDDEN, QUOTATION, hide

# Beside a figure only: “about 15”, “from €10” are vague; “about plans”, “from Germany” and “from €10 to €50” are not.
_SIGN = "(?-i:[A-Z]{0,3}[$£€¥₹₩₫₪₴₸₱฿]|RM|[A-Z]{3} )"
_FIGURE = f"(?= ?{_SIGN}? ?[0-9])"
_MONEY = f"(?= ?{_SIGN} ?[0-9][0-9.,]*(?! ?(?:to|and)\\b))"
_NOUNS = "商店|地区|国家|方式|渠道|服务|平台|银行|超市|应用|地"
_UNIT = "(?<=[0-9]) ?[^，。、；：（）0-9年月日天时分秒算用]{1,8}"


@dataclass(frozen=True, slots=True)
class Vague:
    """Words of one kind; `reported` ones are right in a sentence that names who says so."""

    english: re.Pattern[str]
    chinese: re.Pattern[str]
    instead: str
    reported: bool = False


def _words(english: str, chinese: str, instead: str, *, reported: bool = False) -> Vague:
    whole = re.compile(f"(?<![\\w-])(?:{english})(?![\\w-])", re.IGNORECASE)
    return Vague(whole, re.compile(chinese), instead, reported)


VAGUE = (
    _words(
        "usually|normally|generally|typically|often|in most cases|mostly|as a rule",
        "通常|一般来说|一般(?!话|用户|纳税)|往往|大多|正常情况下|经常",
        "write the rule and its exception, or who says so",
        reported=True,
    ),
    _words(
        "various|several|some(?! credit left)|(?<!how )many|a number of(?! (?-i:[A-Z]))|a range of|and more|etc",
        f"多种|各种|一些|某些|部分(?:平台|地区|商店|银行|用户)"
        f"|(?<=[{HAN}A-Za-z0-9）”\ufffc])(?<![相平同高中初上下优再先稍]) ?等等?"
        f"(?=[。，；、）]|$| ?[0-9]|多[家种个]|{_NOUNS})",
        "write the full list; if it is not full: “We found these. There can be others.” / “可能还有别的”",
        reported=True,
    ),
    _words(
        "participating|selected|partner(?:s|ing)? (?:shops?|stores?|retailers?|sellers?|outlets?)|official channels?",
        "正规渠道|官方渠道|合作商户|指定网点|指定商店|相关规定|有关规定|权威渠道",
        "write the names, or “We found no list of shops.” / “我们没有找到商店名单。”",
    ),
    _words(
        "may(?! (?:have changed|[0-9]{4}))|might|could|should be|probably|possibly|perhaps|likely",
        "可能(?!还有|改过|性|被冒)|或许|也许|应该|大概率|理论上",
        "write the condition (“if …”), who says so, or “We do not know if …” / “我们不知道”",
        reported=True,
    ),
    _words(
        f"(?:about|around|approximately|roughly|some|nearly|almost){_FIGURE}|up to(?! date)|from{_MONEY}",
        f"大约|大概|约(?=\\s?[0-9])|最高可达|高达|低至|(?<=[0-9]) ?[{HAN}]{{0,6}}(?:左右|上下)|{_UNIT}起(?![动来])",
        "write the figure and who gives it",
        reported=True,
    ),
    _words(
        "(?<!as )(?<!how )soon|shortly|instantly|instant|immediately|in no time|right away",
        "马上到账|立即|立刻|秒到|实时|尽快|及时|即时|很快",
        "write “{Operator} says within …” / “写明 … 内”, or that we do not know how long",
        reported=True,
    ),
    _words(
        "recently|currently|(?<!at the )latest|at the moment|nowadays|these days|at present",
        "近期|近日|目前|最新|眼下|现阶段|截至发稿",
        "write the date: “Checked on …” / “核对日期：…”",
        reported=True,
    ),
    _words(
        "it is said|reportedly|allegedly|users report|users say|experts say|people say|rumou?r has it",
        "据说|据悉|据了解|网传|网友称|网友说|有用户反映|有人说",
        "write who says it, where and when; a forum is named as a forum",
    ),
    _words(
        "subject to change|see (?:the )?official (?:site|website)|depends on (?:the )?(?:case|situation)|terms apply",
        "以实际为准|以官方为准|以官网为准|以(?![先早晚较])[^，。；]{1,8}为准|视情况而定|视[^，。；]{1,6}而定|具体咨询客服|详询",
        "write what we know, then whom to ask and the number",
    ),
    _words(
        "best|cheapest|fastest|leading|recommended|recommend|popular|great value|favourite|excellent|ideal",
        "无疑|最佳|更划算|划算|最便宜|首选|推荐|热门|超值|性价比|优质|最好的",
        "write the two figures side by side, or nothing",
    ),
    _words(
        "easy|easily|simple|simply|just|quick|quickly|convenient(?:ly)?|hassle-free|effortless|in a few steps|seamless",
        "轻松|简单(?:几步|快捷|方便|易)|非常简单|很简单|只需|一键|方便快捷|便捷|即可|轻而易举",
        "write the number of steps and what is needed",
    ),
    _words(
        "safe|safely|secure|securely|trusted|trustworthy|reliable|reliably|guaranteed?|100 ?% (?:safe|real|legal)",
        "安全可靠|放心|靠谱|保证|百分百|百分之百|值得信赖|有保障",
        "write who runs it and how we know",
    ),
)  # fmt: skip

_LOOKS = {
    "en": first_look(*(kind.english for kind in VAGUE), words=True),
    "zh": first_look(*(kind.chinese for kind in VAGUE)),
}

# Our own gap: the hedge is the fact.
_GAP = {
    "en": re.compile("\\bwe (?:do not know|found no|did not find|could not find)\\b", re.IGNORECASE),
    "zh": re.compile("我们(?:也|还)?(?:不知道|没有找到|没找到|没有查到|无法判断)"),
}
# Somebody is named who says it: the page, a kind of source, or a name with a verb of speech.
_SPEAKER = (
    "page|article|blog|post|guide|seller|shop|dealer|operator|writer|author|user|users|forum|newspaper|news|report|wiki|"
    "regulator|law|manual|table|list|source|account|website|site|text|answer|terms|copy|print|agency|court|review|magazine"
)
_SHOWING = "asks|describes|gives|shows|prints|puts|uses|promises"
_SPEECH = "says?|said|writes?|wrote|warns?|warned|quotes?|announced|reports?|reported|calls|names|lists|listed"
_REPORTED = {
    "en": re.compile(
        f"\\b(?:{_SPEAKER})(?:’s)? (?:[a-z]+ ){{0,2}}?(?:{_SPEECH}|{_SHOWING})\\b"
        f"|\\b[A-Z][\\w’'&.-]* (?:itself |also |only )?(?:{_SPEECH})\\b"
        f"|\\b(?:by|according to|as) (?:the|this|its|their|an?|our) (?:[a-z-]+ )?(?:{_SPEAKER})\\b"
    ),
    "zh": re.compile(
        "(?<![填书改])写(?![上下入字])|(?<![据小听网])说(?![出话])|称(?!号)|宣布|报道|引用|提醒|列出|承诺"
    ),
}  # fmt: skip


@rule("G601")
def vague_words(subject: Subject) -> Iterator[Found]:
    """A word stands in place of a fact.

    Why: “usually”, “various” and “soon” sound like facts and hold none; the reader pays for what they hide.
    Bad: `note: {en: The credit usually arrives soon., zh: 话费通常很快到账。}`
    Good: `note: {en: "The page says: within 15 minutes.", zh: 页面写明 15 分钟内。}`
    """
    for pair, where, language, text in suspects(subject, _LOOKS):
        for match, kind in vague_in(text, language, said="says" in pair.where):
            message = f"“{match[0].strip()}” stands in place of a fact"
            yield Found(where, message, kind.instead, match.start(), match.end())


def vague_in(text: str, language: str, *, said: bool = False) -> Iterator[tuple[re.Match[str], Vague]]:
    """The words of a text that stand in place of a fact; quotations and codes are not looked at.

    `said`: the page names the source right before the text, as it does for each side of a dispute.
    """
    shown = hide(text, QUOTATION, CODE)
    for start, end in _spans(shown, language):
        sentence = shown[start:end]
        if _GAP[language].search(sentence):
            continue
        reported = said or bool(_REPORTED[language].search(sentence))
        for kind in VAGUE:
            if not (kind.reported and reported):
                pattern = kind.english if language == "en" else kind.chinese
                found = pattern.finditer(shown, start, end)
                yield from ((match, kind) for match in found if language == "zh" or not in_a_name(shown, match))


_END = {"en": re.compile("[.!?;](?=\\s|$)"), "zh": re.compile("[。！？；]")}


def _spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END[language].finditer(text):
        yield start, match.end()
        start = match.end()
    yield start, len(text)


def in_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether a match is part of a proper name: a capital inside a sentence, or beside another capital."""
    word = match[0].strip()
    if not word[:1].isascii() or not word[:1].isupper():
        return False
    before, after = text[: match.start()].rstrip(" ("), text[match.end() :].lstrip(" ")
    starts = not before or before[-1] in f".!?:;{HIDDEN}"
    return not starts or after[:1].isupper() or (not before and not after)
