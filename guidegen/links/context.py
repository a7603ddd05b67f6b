"""The decision: does the sentence around an invitation excuse it?

A warning names what it warns of, and a guide states as a fact what an operator
offers. Neither excuses an address, a number or an account: those finds are certain.
"""

from __future__ import annotations

import re

from guidegen.links.find import Find
from guidegen.links.reading import Reading

_STOPS = re.compile(r"[。！？!?\n]|(?<=[a-z0-9)])\.\s")
_WARNING = re.compile(
    r"不要|请勿|切勿|切莫|勿|莫|别(?:信|加|扫|点|理|在|把|给|去|找|向|听|转|付|碰|被|相)|谨防|警惕|小心"
    r"|当心|提防|防范|骗|诈|不可信|不能信|不可靠|"
    r"不信|拒绝|避免|不收录|不提供|不包含|不含|没有|不得|不会|不能|不是|不用|不写|严禁|禁止|陌生人|自称"
    r"|凡是|冒充|假客服|假的|风险|有人|别人|他人|卖家|被盗|可能|"
    r"广告|第三方|本指南|"
    r"\bnever\b|\bdo not\b|\bdon't\b|\bscams?\b|\bscammers?\b|\bfraud|\bfake|\bbeware\b|\bavoid\b"
    r"|\bignore\b|\bno\b|\bnot\b|\bnobody\b|\bcannot\b|"
    r"\bwithout\b|\brefuse|\bsomeone\b|\banyone\b|\bpeople who\b"
    r"|(?<!airtime )(?<!data )(?<!credit )(?<!sim )\bsellers?\b|\bstrangers?\b|\bcareful\b"
    r"|\bpretend|\bimpostor|\brisk|\bthis guide\b|\bads?\b"
)
_INSISTS = re.compile(
    r"认准|唯一|只(?:加|认|信|有)|本人|真正|正版|认证客服|本店|我才是|(?:加|找|联系)我|私信?我|滴滴我|戳我"
    r"|才是真|"
    r"\bonly (?:trust|real|official|genuine|contact|add|deal)|\b(?:add|contact|dm|pm|message|text|whatsapp"
    r"|call|inbox) (?:me|us)\b|\bour only\b|\bmy\b|\bour\b"
)
_REPORTED = re.compile(
    r"让[你您人]|要[你您]|叫[你您]|要求|请[你您]|自称|声称|凡是|有人|别人|“|”|\"|'|的人|的“|者|的都是"
    r"|都是骗|多半|往往|就是骗|"
    r"\bsomeone|\banyone|\bpeople\b|\bsellers?\b|\bstrangers?\b|\bask(?:s|ed|ing)?\b|\bwho\b|\bif\b"
    r"|\bads?\b|\bsays?\b|\bto add\b"
)
_FACT = re.compile(r"(?<!大)(?<!各)(?<!所有)运营商|\boperators?(?:'s)?\b|\bsays\b|写明|表示")
_FIRST_PERSON = re.compile(
    r"我(?!们不知道|们没有|们在|们只|的)|本店|\b(?:me|my|us|our|we (?:top|recharge|refill|sell))\b"
)
_LABEL_BEFORE = re.compile(r"(?:[*>“\"'‘「`\[|]|→|\bselect|\btap|\bpress|\bchoose|\bopen|点|选择?|找到?)\s*[\"“*]*$")


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around a span, at most 200 characters to each side."""
    low = max(0, start - 200)
    before = [stop.end() for stop in _STOPS.finditer(text, low, start)]
    after = _STOPS.search(text, end, end + 200)
    return text[before[-1] if before else low : after.end() if after else end + 200]


def stands(reading: Reading, find: Find) -> bool:
    """True where the find is a hit in its sentence."""
    if find.certain:
        return True
    if find.family == "dm-solicit" and _LABEL_BEFORE.search(reading.lower[max(0, find.start - 12) : find.start]):
        return False
    around = sentence(reading.lower, find.start, find.end)
    if _WARNING.search(around):
        return bool(_INSISTS.search(around)) and not _REPORTED.search(around)
    return not _FACT.search(around) or bool(_FIRST_PERSON.search(around))
