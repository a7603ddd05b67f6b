"""Contacts: a platform's name beside an account, or in an invitation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidegen.links.find import Find
from guidegen.links.plainwords import PLAIN_WORDS
from guidegen.links.platforms import NOT_ACCOUNT, PLATFORMS, Platform
from guidegen.links.reading import Reading
from guidegen.links.rule import PHONE, Rule, apply, rule

# How far before a platform's name an invitation may begin, and how far behind it an account.
ADD_HAN, ADD_LATIN, JOINED = 24, 70, 40
_HAN_DIGITS = "零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两"
# Words that may stand between a platform's name and the account.
_LABELS = (
    r"(?<![a-z])[ur]/|(?<![a-z])(?:i\.?d\.?|account|official|business|service|page|profile|name|handle|user(?:name)?|number|no\.?|channel|group|chat|bot|me|us|at|on|is"
    r"|contact|support|admin|link|only|now|here)(?![a-z])"
    r"|(?:账号|帐号|号码|账户|在线|人工|官方|商务|售后|号|群|频道|客服|专员|联系方式|联系|同号|手机|昵称|店铺|店|用户名?|主页|机器人"
    r"|名称|名|为|是|只有|仅有|搜索|搜一?搜?|找|加|添加|查找|聊|私信|私聊"
    r"|咨询|小姐姐|老师|老板|好友|我|的|请|到|在|和|或)"
)
JOIN = re.compile(rf";?(?:[^\w。！？!?;；#*%<&]|_(?=[^a-z0-9])|{_LABELS})*+")
_MARK = re.compile(r"[:=@+→⇒👉➡~]|(?<![a-z])id(?![a-z])|[号搜]")
_ACCOUNT = re.compile(rf"{PHONE}|@?\+?[a-z0-9_](?:[a-z0-9_.\-]*[a-z0-9_])?(?:#\d{{3,5}})?|[{_HAN_DIGITS}]{{5,}}")
# Beside an ordinary word only what can hardly be anything else: simking24, sim_king.
_PLAIN_ACCOUNT = re.compile(r"(?=[a-z0-9_.-]{7,})(?:[a-z]{4,}[a-z0-9.-]*\d{2,}|[a-z0-9]+_[a-z0-9_]+)")
_QUANTITY = re.compile(
    r"\d+(?:[.,:/]\d+)*(?:gb|mb|kb|tb|kbps|mbps|g|m|h|d|min|mins|days?|hours?|months?|eur|usd|gbp|thb|ct|x"
    r"|px|am|pm|st|nd|rd|th|s|k|w)?(?:[-/.]\w+)?"
)
_ADD_HAN = re.compile(
    r"(?:(?<![增参追附外另更叠施])加(?!油)|添加|加入|[+]|关注|订阅|私信?|私聊|进入?|扫|戳|滴滴|欢迎|留下?"
    r"|回复|联系我|联系我们|找我|我|我们|本人|本店|咨询请?|注册)"
    r"(?:我|我的|我们|我们的|本人|本店|一下|个|下|好友|官方|企业|个人|客服|你|您|你的|您的|的|tg"
    r"|[\s:\"'+,])*$"
)
_ADD_LATIN = re.compile(
    r"\b(?:(?:add|text|message|dm|pm|ping|contact|find|reach|hit|chat with|talk to|write to|write|ask|inbox"
    r"|buzz|get|see|visit|check|catch|call)"
    r"(?: (?:out to|up))? (?:me|us|our|my|him|her|the agent|the admin|the seller|an? agent|our \w+|agent"
    r"|admin|seller)(?: [\w'-]+){0,4}?"
    r"|(?:join|follow|subscribe(?: to)?)(?: [\w'-]+){0,5}?|(?:my|our)(?: [\w'-]+){0,3}?|(?:click|tap) to "
    r"chat(?: on| via)?|let's chat(?: on| via)?"
    r"|(?:leave|drop|send|share)(?: (?:me|us))? (?:your|ur))\s*(?:on|via|through|in|at)?\s*$"
)
_AFTER = re.compile(
    r"(?:\s(?:me|us)\b(?! how)|[^。.\n]{0,12}(?:进群|加群|入群|加我|找我|私聊我?|私信我?|我拉你|搜[“\"'])"
    r"|同步|同号|(?:里|上|内)?(?:搜索?|搜一?搜)\s?(?:[\"':“]|[a-z0-9_]{4,})"
    r"|\s?群?\s?(?:二维码|链接)(?:见|在|如下))"
)
_HAN_NAME = re.compile(
    r"(?:店铺?|号|账号|id|昵称|主页|直播间|名|用户|群|频道)?\s?(?:[:@]\s?[\"'“]?|[\"'“\[「『]|关注\s?[\"'“]?"
    r"|(?:里|上|内)?搜索?\s?[:\"'“]?\s?)(?!有|没|无|不|可|支持|是|我们|免费|要|没有|需)[\u4e00-\u9fff]{2,}"
)
_OTHER_WORD = re.compile(r"[a-z0-9_/%]|[信软波量型粒距观调笑妙尔海维生利金尼廉拉夫形字行机场票餐模电]")
# Characters that spell sounds and end no word before an invitation, and what follows the name of a place.
_NAME_BEFORE, _NAME_BEHIND = frozenset("尔斯亚拉巴伦戈洛"), frozenset("市县镇州省郡岛")
_HAN_NAMED = re.compile(
    r"抖音|快手|小红书|红书|微博|淘宝|闲鱼|咸鱼|拼多多|公众号|b站|哔哩|知乎|豆瓣|贴吧|视频号|小程序"
    r"|知识星球|星球|小红薯|百度云|网盘|转转"
)
NUMBERS: tuple[Rule, ...] = (
    rule(
        "qq",
        "群 裙 企鹅 q",
        r"[群裙](?:号|聊)?\s?:?\s?\d{6,11}(?!\d)|企鹅\s?:?\s?\d{5,11}(?!\d)"
        r"|(?<![a-z0-9])q\s?[:号]?\s?\d{6,11}(?!\d)",
        certain=True,
    ),
    rule(
        "phone-solicit",
        "同号 同步 同微 同v whatsapp telegram wechat viber signal imessage v vx wx 微信 电报",
        r"(?:PHONE)[\s,，(（/-]{0,3}(?:(?:微信|微|vx?|wx|qq|whatsapp)?\s?同(?:号|步|微|v)|(?:on |via |is "
        r"|by )?(?:whatsapp|telegram|wechat|viber|signal|imessage|微信|电报|v(?![a-z])|vx|wx))",
        r"(?:微信|微|vx?|wx|电话|手机)同(?:号|步|微)",
        certain=True,
    ),
    rule(
        "phone-solicit",
        "whatsapp telegram wechat viber signal tg instagram ig qq line discord skype",
        r"(?<![\w])@?[a-z][a-z0-9_]*[0-9_][a-z0-9_]*\s(?:on|@|via)\s(?:whatsapp|telegram|wechat|viber|signal"
        r"|tg|instagram|ig|qq|line|discord|skype)\b",
        certain=True,
    ),
)  # fmt: skip


def find_contacts(reading: Reading, there: frozenset[str]) -> Iterator[Find]:
    """Every platform's name with an account beside it, or with an invitation before or behind it."""
    for platform in PLATFORMS:
        if platform.needs.met(there):
            yield from platform_contacts(reading.lower, platform)
    yield from apply(NUMBERS, reading, there)


def platform_contacts(text: str, platform: Platform) -> Iterator[Find]:
    """One platform's names with an account or an invitation beside them, in a text in lower case."""
    for match in platform.names.finditer(text):
        if not NOT_ACCOUNT.match(text, match.end()):
            yield from _beside(text, match, platform.family, sure=True)
    for match in platform.words.finditer(text) if platform.words else ():
        yield from _beside(text, match, platform.family, sure=False)


def _beside(text: str, name: re.Match[str], family: str, *, sure: bool) -> Iterator[Find]:
    start, end = name.span()
    added = _ADD_HAN.search(text, max(0, start - ADD_HAN), start) or _ADD_LATIN.search(
        text, max(0, start - ADD_LATIN), start
    )
    begin = added.start() if added else start
    account = account_after(text, end, sure=sure, added=bool(added))
    if account:
        yield Find(begin, account, family)
    elif sure and _HAN_NAMED.match(name.group()) and (named := _HAN_NAME.match(text, end)):
        yield Find(begin, named.end(), family, certain=False)
    elif (sure and (added or _AFTER.match(text, end))) or (added and _only_added(text, name, added)):
        yield Find(begin, end, family, certain=False)


def _only_added(text: str, name: re.Match[str], added: re.Match[str]) -> bool:
    """An ordinary word behind "add", with nothing around it that makes another word: ``加微`` but not ``加微波炉``."""
    verb = re.match(r"加|添加|[+]|加入", added.group())
    return (
        bool(verb)
        and name.group() not in ("群", "裙", "x", "小程序", "扣", "line")
        and not _OTHER_WORD.match(text, name.end())
        and not (name.group() in "威卫" and _in_a_place_name(text, added.start(), name.end()))
    )


def _in_a_place_name(text: str, start: int, end: int) -> bool:
    """Syllables of foreign names, which end so or go on so: ``戈尔加威``, ``加威市``."""
    return text[max(0, start - 1) : start] in _NAME_BEFORE or text[end : end + 1] in _NAME_BEHIND


def account_after(text: str, end: int, *, sure: bool, added: bool) -> int:
    """Where the account behind a name ends, or 0 where there is none."""
    join = JOIN.match(text, end, end + JOINED)
    at = join.end() if join else end
    account = _ACCOUNT.match(text, at)
    if not account or (at == end and text[at : at + 1].isalpha() and text[end - 1].isascii()):
        return 0
    marked = bool(_MARK.search(text[end:at])) or account.group()[0] in "@+"
    alone = not re.match(r"\s[a-z]", text[account.end() : account.end() + 2]) or "@" in text[at - 1 : at + 1]
    if not (sure or marked or added or _PLAIN_ACCOUNT.fullmatch(account.group())):
        return 0
    return account.end() if is_account(account.group(), named=marked and alone and sure) else 0


def is_account(token: str, *, named: bool) -> bool:
    """True for what can be an account: a long number, letters with digits or an underscore, or a word behind a mark.

    >>> is_account("simking24", named=False), is_account("5gb", named=True)
    (True, False)
    """
    bare = token.strip("@+.-_() ")
    if re.match(rf"[{_HAN_DIGITS}]{{5,}}", bare):
        return True
    if bare in PLAIN_WORDS or len(bare) < 4:
        return False
    if re.fullmatch(r"[\d\s().-]+", bare):
        return len(re.sub(r"\D", "", bare)) >= 5 and not re.fullmatch(r"\d+(?:\.\d+)+", bare)
    if _QUANTITY.fullmatch(bare):
        return False
    return bool("_" in token or "@" in token or "#" in token or re.search(r"\d", bare) or named)
