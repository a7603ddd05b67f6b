"""Bare domain names: which dotted words are addresses, and which are only dotted words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidegen.links.find import Find
from guidegen.links.reading import Reading
from guidegen.links.tlds import is_top_level, top_level_domains

HAN = "\u3400-\u9fff"
# A maximal run of host characters; the look-behind lets each run start once, so the search is linear.
_RUN = re.compile(r"(?<![\w-])[\w-]++(?:\.[\w-]++)++")
_INNER_DOT = re.compile(r"\.(?<=[\w-].)(?=[\w-])")
# A path in Latin letters ends where Chinese text goes on.
TAIL = r"(?::\d{1,5}\b)?(?:[/?#](?:(?![<>\"')\]}])[!-~])*+(?:(?<=[/?#=])[^\s\x00-\x7f，。；！？、《》]*)?)?"
_TAIL = re.compile(TAIL)
_LATIN_END = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9_])?$")
_LATIN_START = re.compile(r"(?:xn--[a-z0-9-]+|[a-z]+)(?![a-z0-9_-])")
_OTHER_END = re.compile(r"[^\W_a-z][^\W_]*$")

# Registries that nobody writes as the first word of a sentence.
TECHNICAL = frozenset((
    "com", "net", "org", "cn", "io", "co", "cc", "tv", "xyz", "info", "biz", "top", "vip", "me",
    "ru", "uk", "de", "jp", "hk", "tw", "us", "eu", "fr", "kr", "sg", "my", "ph", "vn", "th", "id",
    "br", "mx", "es", "ws", "gg", "ly", "gd", "pw", "icu", "fun", "ltd", "wang", "ink", "ren",
    "mobi", "asia", "site", "online", "shop", "store", "club", "link", "click", "live", "app",
    "dev", "pro", "tech", "wiki", "cyou", "sbs", "cfd", "buzz", "win", "bid", "loan", "onion",
    "eth",
))  # fmt: skip
# The registries that need no further sign that an address is meant.
COMMON_TOPS = ("com", "net", "org", "cn")
NOT_REGISTERED = frozenset(["onion", "i2p", "eth"])
_ABBREVIATIONS = frozenset((
    "mo", "mon", "tu", "tue", "di", "wed", "mi", "thu", "do", "fri", "fr", "sat", "sa", "sun", "so",
    "approx", "ca", "max", "min", "incl", "excl", "tel", "nr", "no", "st", "vs", "etc", "ext",
    "p.m", "a.m", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec", "bzw", "ggf", "inkl",
))  # fmt: skip
_FILE_WORDS = frozenset((
    "receipt", "file", "photo", "video", "backup", "document", "screenshot", "invoice", "guide",
    "readme", "data", "image", "report", "manual", "form", "notes", "contributing", "changelog",
    "index",
))  # fmt: skip
_FILE_ENDINGS = frozenset(["zip", "mov", "md", "sh", "py", "ps", "pl", "cab", "rs", "app"])
_HAN_GOES_ON = re.compile(rf"(?![充买查进看即可上搜下领购打输访，])[{HAN}]")
SHORT_HOSTS = ("t.me", "x.com", "g.co", "u.to", "v.gd", "q.cn", "b.mr", "y.qq.com", "j.mp", "d.pr")
_WORD_AFTER = re.compile(r"[ ,][ ]?[\w(*`“\"'-]")


def find_domains(reading: Reading) -> Iterator[Find]:
    """Every host name under a real top-level domain, with its port and path.

    >>> from guidegen.links.reading import as_written
    >>> [(f.start, f.end) for f in find_domains(as_written("see example.com/a."))]
    [(4, 17)]
    """
    if not _INNER_DOT.search(reading.lower):
        return
    for run in _RUN.finditer(reading.lower):
        found = _host(reading, run.start(), run.group())
        if found:
            start, end = found
            yield Find(start, _with_tail(reading.lower, end), "bare-domain")


# Dots in disguise. In brackets or between marks nothing else can be meant; the looser ones need a lower-case
# registry that is no ordinary word, since a full stop or a comma can stand there too.
_BRACKETED = r"\s?(?:[\[({<]\s?(?:\.|dot|d0t|点|point|punkt|句号|圆点|小数点|。)\s?[\])}>]|[_*-]dot[_*-])\s?"
_LOOSE = (
    r"\s+(?:dot|d0t|punkt|句号)\s+|\s?(?:[点丶]|句号|圆点|小数点)\s?|[。｡]\s?|\s\.\s?|\.[ \t]?\n[ \t]?|\.\s"
    r"|[、,|]|\s?[\u2600-\u27bf\U0001f300-\U0001faff]{1,2}\s?"
)
_DISGUISED = re.compile(
    rf"(?<![a-z0-9-])(?<![a-z0-9]\.)((?:[a-z0-9-]++\.(?=[a-z0-9]))*+[a-z0-9][a-z0-9-]*+)(?:(?P<bracketed>"
    rf"{_BRACKETED})|(?P<loose>{_LOOSE}))"
    rf"(?P<top>[a-z]{{2,12}})(?![a-z0-9-]|\.\w)(?P<path>\s?(?:/|斜杠|\bslash\b)\s?\w+)?{TAIL}"
)
_SMALL_WORDS = frozenset((
    "me", "us", "in", "it", "is", "to", "at", "so", "no", "my", "be", "by", "as", "am", "do",
))  # fmt: skip
_SENTENCE_TOPS = _SMALL_WORDS | frozenset((
    "store", "shop", "site", "live", "link", "click", "app", "pro", "club", "online", "fun", "win",
    "bid",
))  # fmt: skip
PLAIN_TOPS = TECHNICAL - _SENTENCE_TOPS - frozenset(["de", "id", "sg", "fr", "es", "ph"])


def find_disguised(reading: Reading) -> Iterator[Find]:
    """Host names whose dot is spelled out, put in brackets, spaced, or swapped for another mark."""
    match = _DISGUISED.search(reading.lower)
    while match:
        written = reading.text[match.start("top") : match.end("top")]
        meant = _is_dot(match, written)
        if meant:
            yield Find(match.start(), _with_tail(reading.lower, match.end()), "bare-domain")
        # What looked like a registry can be the first label of the real address.
        match = _DISGUISED.search(reading.lower, match.end() if meant else match.start("top"))


def _is_dot(match: re.Match[str], written: str) -> bool:
    top, dot, label = match["top"], match["loose"], match[1]
    if dot is None:
        return is_top_level(top) and label != "e"
    if (written != top and written != written.upper()) or not re.search(r"[a-z]", label):
        return False
    if match["path"] and is_top_level(top):
        return (len(dot.strip()) == 1 and dot.strip() not in ",、|") or "dot" in dot
    if dot.strip() in (",", "、", "|"):
        return top in COMMON_TOPS
    if dot.strip() == "点":
        return top in (TECHNICAL if " " not in dot else COMMON_TOPS)
    if dot.startswith(" .") and not dot.endswith(" "):
        return top in TECHNICAL and written != "NET"  # the framework
    if "。" in dot and " " not in dot:
        return top in TECHNICAL - {"app", "link", "store", "shop"} or top == "shop"
    if dot.strip() in ("dot", "d0t"):
        return is_top_level(top) and top not in _SMALL_WORDS and len(label) > 1
    return top in PLAIN_TOPS and len(label) > 1


def _with_tail(text: str, end: int) -> int:
    tail = _TAIL.match(text, end)
    whole = tail.end() if tail else end
    return end + len(text[end:whole].rstrip(".:,;!?'\"*_`~"))


def _host(reading: Reading, start: int, run: str) -> tuple[int, int] | None:
    """The widest host inside a run of labels joined by dots."""
    labels = run.split(".")
    ends = _offsets(labels, start)
    for last in range(len(labels) - 1, 0, -1):
        top = _top_label(labels[last], last == len(labels) - 1)
        own = _own_label(labels[last - 1], top)
        if not top or not own:
            continue
        first = _first_label(labels, last - 1, own)
        begin = ends[first] - len(own if first == last - 1 else _own_label(labels[first], top))
        end = ends[last] - len(labels[last]) + len(top)
        if not _only_words(reading, top, begin, end):
            return begin, end
    return None


def _offsets(labels: list[str], start: int) -> list[int]:
    """Where each label ends."""
    ends, at = [], start
    for label in labels:
        at += len(label)
        ends.append(at)
        at += 1
    return ends


def _top_label(label: str, last: bool) -> str:
    """The top-level domain a label begins with, or nothing."""
    latin = _LATIN_START.match(label)
    if latin and (latin.end() == len(label) or label[latin.end()] > "\x7f"):
        top = latin.group()
        return top if is_top_level(top) or top in NOT_REGISTERED else ""
    if label.isascii() or not last:
        return ""
    tops = top_level_domains()
    return next((label[:size] for size in range(min(len(label), 8), 0, -1) if label[:size] in tops), "")


def _own_label(label: str, top: str) -> str:
    """The part of a label that belongs to the host: its Latin end, or its other script for such domains."""
    latin = _LATIN_END.search(label) if top.isascii() or label.isascii() else None
    if latin:
        return latin.group()
    other = _OTHER_END.search(label)
    return other.group()[-20:] if other and (top or not label.isascii()) else ""


def _first_label(labels: list[str], index: int, own: str) -> int:
    while index and own == labels[index] and _own_label(labels[index - 1], ""):
        index -= 1
        own = _own_label(labels[index], "")
    return index


def _only_words(reading: Reading, top: str, begin: int, end: int) -> bool:
    """True where the dot ends a sentence, an abbreviation, a file name, a list number or part of a brand."""
    text = reading.text
    host = reading.lower[begin:end]
    head = host[: -len(top) - 1]
    if (text[end : end + 1] in ("/", ":", "?") and text[end + 1 : end + 2].strip()) or host.endswith(SHORT_HOSTS):
        return False
    if not top.isascii():
        return head.isdigit() or _ordinary_han(reading.lower, end)
    own = head.rpartition(".")[2]
    if len(own) == 1 and not own.isdigit():
        return top not in COMMON_TOPS
    if head.isdigit() and len(head) < 3:
        return top not in ("com", "net", "cn", "dk", "co")
    return _starts_sentence(text, top, end) or head in _ABBREVIATIONS or (own in _FILE_WORDS and top in _FILE_ENDINGS)


def _starts_sentence(text: str, top: str, end: int) -> bool:
    """A missing space after a full stop: ``received.Please wait``."""
    written = text[end - len(top) : end]
    titled = written[0].isupper() and (written[1:].islower() or len(written) == 1)
    if not titled or top in COMMON_TOPS:
        return False
    return bool(_WORD_AFTER.match(text, end)) or end == len(text)


def _ordinary_han(text: str, end: int) -> bool:
    """Chinese text with an ASCII full stop: the words behind it only begin like a domain."""
    return bool(_HAN_GOES_ON.match(text, end))
