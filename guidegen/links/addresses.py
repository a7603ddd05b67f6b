"""Addresses with a scheme, e-mail, handles with @ and internet addresses in numbers (RFC 3986, 5322, 4291)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidegen.links.domains import COMMON_TOPS, HAN
from guidegen.links.find import Find
from guidegen.links.reading import Reading

_BODY = r"[^\s<>\"，。；！？、《》]"
# Schemes that work without slashes behind the colon.
SCHEMES = (
    "mailto", "javascript", "vbscript", "intent", "facetime", "callto", "skype", "magnet", "smsto", "mmsto", "weixin",
    "wechat", "geo", "market", "livescript", "view-source", "blob", "itms-apps", "alipay", "alipays", "taobao",
    "mqqwpa", "mqqapi", "whatsapp", "viber", "line", "tg", "sip", "xmpp", "matrix",
)  # fmt: skip
_SCHEME = re.compile(
    rf"(?<![a-z0-9])(?:[a-z][a-z0-9+.-]{{1,24}}\s?:\s?(?://|\\\\|/\\)\s?{_BODY}*"
    rf"|h\s?[tx*_#]\s?[tx*_#]\s?ps?(?![a-z])(?:\s?[:;./\\]{_BODY}*|(?<!http)(?<!https)|(?=\s[a-z0-9-]+\s(?:dot\s)?(?:{'|'.join(COMMON_TOPS)})\b))"
    rf"|(?:{'|'.join(SCHEMES)}):(?=[a-z0-9+/@?#(])(?![0-9]){_BODY}+"
    rf"|(?:mailto|callto|facetime|smsto|mmsto|sip|geo):{_BODY}+"
    rf"|data:[a-z]+/[a-z0-9.+-]+[;,]{_BODY}*|data:[;,]{_BODY}+|file:/{_BODY}+)"
)
_MAY_BE_SCHEME = re.compile(
    r":(?:(?=\s?[/\\]|[a-z0-9+/@?#(;,])|(?<=to.)|(?<=me.)|(?<=sip.)|(?<=geo.))|\s:\s?[/\\]"
    r"|h\s?[tx*_#]\s?[tx*_#]\s?p"
)
_CALL_SCHEME = re.compile(r"(?<![A-Za-z0-9])(?:tel|sms):\+?\d[\d().-]{2,}\S*|(?i:sms|tel):\+?\d*\?body=\S*")
_WWW = re.compile(
    rf"(?<![a-z0-9])(?:www|wap)\s?[.。、丶·,]\s?[a-z0-9]{_BODY}*|(?<![a-z0-9])www(?![a-z0-9]|\s(?:is|and|or|address)\b)"
)
_RELATIVE = re.compile(r"(?<![:\w/\\])//[a-z0-9-]+(?:\.[a-z0-9-]+)+\S*")
_AT = re.compile(
    rf"(?<![\w.+-])[\w.+%-]*+\s?(?<!\d )@\s?[a-z_{HAN}][a-z0-9_{HAN}-]*+(?:\.[\w-]++)*+|(?<![\w@])@\d{{5,}}"
)
_AT_HOME = frozenset((
    "home", "work", "school", "mobile", "net", "live", "once", "sea", "air", "city", "office",
    "play",
))  # fmt: skip
_AT_WORDS = re.compile(
    r"(?<![a-z0-9._-])[a-z0-9][a-z0-9._-]{1,40}+(?:\s?[(\[{<]\s?(?:at|@|a|艾特|圈a|圈|爱特"
    r"|小老鼠)\s?[)\]}>]\s?|\s?(?:艾特|圈a|爱特|小老鼠)\s?|[#*]|[_-]at[_-])"
    r"[a-z0-9-]{2,40}(?:\.|\s?[(\[{<]\s?(?:dot|点|\.)\s?[)\]}>]\s?|\sdot\s|\s?点\s?"
    r"|。)[a-z]{2,12}(?![a-z0-9])"
    r"|(?<![a-z0-9._-])[a-z0-9][a-z0-9._-]{1,40}+\sat\s[a-z0-9-]{2,40}(?:\sdot\s[a-z]{2,12}"
    r"|\s?[(\[{<]\s?dot\s?[)\]}>]\s?[a-z]{2,12}|\.(?:com|net|org|cn|io|cc))(?![a-z0-9])"
)
_MAY_BE_AT_WORDS = re.compile(
    r"[(\[{<]\s?(?:at|@|a|艾特|圈|爱特|小老鼠)\s?[)\]}>]|艾特|圈a|爱特|小老鼠|[#*](?<=[a-z0-9._-].)[a-z0-9-]|[_-]at[_-]"
    r"|\sat\s[a-z0-9-]{2,40}(?:\sdot|\s?[(\[{<]\s?dot|\.)"
)
_IPV4 = re.compile(
    r"(?<![\w.])(?:0x[0-9a-f]{1,2}|\d{1,4})(?:\.(?:0x[0-9a-f]{1,2}|\d{1,4})){3}(?![\w]"
    r"|\.\d)(?::\d+)?(?:/\S*)?"
)
_IPV4_SPELLED = re.compile(
    r"(?<!\d)\d{1,3}(?:(?:\s?(?:。|丶|点|\[\.\]|\(\.\)|\(dot\)|\[dot\])\s?|\sdot\s)\d{1,3}){3}(?!\d)"
)
_MAY_BE_NUMBER = re.compile(r"[.。丶点:\])](?<=[0-9a-f:.\s\])].)\s?[0-9]|[0-9](?:\sdot|x)|[0-9]{9}|:[0-9a-f]*:")
_IPV4_PART = re.compile(r"0x[0-9a-f]+|\d+")
_IPV4_NUMBER = re.compile(
    r"(?<![\w.*#])(?:0x[0-9a-f]{8}|0[0-3][0-7]{10})(?![\w*#])(?::\d+)?(?:/\S*)?"
    r"|(?<![\w.*#])\d{9,10}(?::\d{2,5}(?:/\S*)?|/[a-z]\S*)"
)
_IPV6 = re.compile(
    r"(?<![\w:])\[?(?=[0-9a-f:]*:[0-9a-f]*:)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])\]?(?::\d+)?(?:/\S"
    r"*)?"
)
_VERSION = re.compile(r"(?:version|版本|firmware|固件|android|ios|build|release|\bv)\s?:?\s?$")


def find_schemes(reading: Reading) -> Iterator[Find]:
    """Everything that begins like a URL."""
    if _MAY_BE_SCHEME.search(reading.lower):
        for match in _SCHEME.finditer(reading.lower):
            yield Find(match.start(), _trim(match), "url")
    if "tel:" in reading.lower or "sms:" in reading.lower:
        for match in _CALL_SCHEME.finditer(reading.text):
            yield Find(match.start(), match.end(), "url")
    for needed, pattern in ((("www", "wap"), _WWW), (("//",), _RELATIVE)):
        for match in pattern.finditer(reading.lower) if any(need in reading.lower for need in needed) else ():
            yield Find(match.start(), _trim(match), "url")


def _trim(match: re.Match[str]) -> int:
    return match.start() + len(match.group().rstrip(" .,:;!?'*_`)]"))


def find_emails(reading: Reading) -> Iterator[Find]:
    """E-mail addresses, also with at and dot in words, and handles that begin with @."""
    if "@" in reading.text:
        for match in _AT.finditer(reading.lower):
            yield from _at_sign(match)
    if _MAY_BE_AT_WORDS.search(reading.lower):
        for match in _AT_WORDS.finditer(reading.lower):
            yield Find(match.start(), match.end(), "email")


def _at_sign(match: re.Match[str]) -> Iterator[Find]:
    before, _, after = match.group().partition("@")
    name = after.strip()
    if name in _AT_HOME or (len(name) < 3 and "." not in name) or (after != name and not before):
        return
    if after != name and "." not in name:
        return
    mail = bool(before.strip()) and ("." in name or before == before.rstrip())
    yield Find(match.start() if mail else match.start() + len(before), _trim(match), "email" if mail else "handle")


def find_numbers(reading: Reading) -> Iterator[Find]:
    """Internet addresses: four parts, one number with a port or path, hexadecimal, octal, version 6."""
    text = reading.lower
    if not _MAY_BE_NUMBER.search(text):
        return
    for match in _IPV4.finditer(text):
        if _is_ipv4(match, text):
            yield Find(match.start(), _trim(match), "ip-address")
    for pattern in (_IPV4_NUMBER, _IPV4_SPELLED):
        for match in pattern.finditer(text):
            yield Find(match.start(), _trim(match), "ip-address")
    for match in _IPV6.finditer(text):
        if ("::" in match.group() and re.search(r"[0-9a-f]", match.group())) or match.group().count(":") >= 7:
            yield Find(match.start(), match.end(), "ip-address")


def _is_ipv4(match: re.Match[str], text: str) -> bool:
    parts = _IPV4_PART.findall(match.group().split("/")[0].split(":")[0])
    plain = all(part.isdigit() and (part == "0" or part[0] != "0") for part in parts)
    if plain and (_VERSION.search(text[max(0, match.start() - 12) : match.start()])):
        return False
    if plain and all(int(part) < 13 for part in parts) and match.group() == ".".join(parts):
        return not re.search(r"(?:^|\n)\s*$", text[max(0, match.start() - 4) : match.start()])
    return all(int(part, 16 if part.startswith("0x") else 10) < 256 or part.startswith("0") for part in parts)
