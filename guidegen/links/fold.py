"""Folding: one spelling for characters that look or work alike.

Compatibility forms follow Unicode NFKC (UAX #15), look-alike letters UTS #39
(lookalikes.txt), invisible characters the general categories Cf and Mn
(Unicode 4.5) with the blank letters that have another category.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from guidegen.links.reading import Edit, Reading, derived, reread

WIDTH = "width"
STYLE = "styled letters"
LOOKALIKE = "look-alike letters"
ACCENT = "accents"
MARKS = "dots and slashes of other scripts"
HIDDEN = "invisible characters"
VARIANT = "traditional characters"
REVERSED = "right-to-left override"

# A full stop that ends a Chinese sentence is kept: only the domain finder may read it as a dot.
DOTS = "．․‧·•∙⋅・･۔܁܂⸱ꓸ᛫﹒ᐧ𐩐⸳"
SLASHES = "／⁄∕╱⟋⧸〳᜵𝈺丿＼⧵∖﹨"
COLONS = "：︰﹕꞉∶ː׃։፡᛬⁚︓ː"
ATS = "＠﹫"
HYPHENS = "‐‑‒–—−﹣－﹘⁃⸺"
UNDERSCORES = "＿﹍﹎﹏‿"
BLANKS = "\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5\u20e3"
PLUSES = "➕＋﹢✚✛✙➥"
SPACES = "\r\t\f\v\x1c\x1d\x1e\x1f\x85\u2028\u2029"
MARK_OF = {
    **dict.fromkeys(DOTS, "."),
    **dict.fromkeys(SLASHES, "/"),
    **dict.fromkeys(COLONS, ":"),
    **dict.fromkeys(ATS, "@"),
    **dict.fromkeys(HYPHENS, "-"),
    **dict.fromkeys(UNDERSCORES, "_"),
    **dict.fromkeys(PLUSES, "+"),
    **dict.fromkeys(SPACES, " "),
    "【": "[", "】": "]", "〔": "[", "〕": "]", "［": "[", "］": "]", "「": '"', "」": '"', "“": '"', "”": '"',
    "‘": "'", "’": "'", "『": '"', "』": '"',
    "Ⓐ": "a", "ⓐ": "a", "〇": "0", "○": "o", "◯": "o", "⭕": "o", "❌": "x", "✖": "x", "｡": "。",
    "…": "…", "\u0130": "I",
}  # fmt: skip
TRADITIONAL = dict(
    zip(
        "掃碼組聯繫絡請賴優薦關註號貼儲專業誠報電飛機紙們個訊進領購買賣價點擊鏈連結網尋圖識別長頁簡評論區戶"
        "現間對嗎給來幫為發錢諮詢說顧維衛騰書臉學員費續貨質條雲覽輸鍵響應樓內萬與從轉復複這裡裏處開門單後線"
        "賬帳驗証證獲獎讓蘋騙詐謹",
        "扫码组联系络请赖优荐关注号贴储专业诚报电飞机纸们个讯进领购买卖价点击链连结网寻图识别长页简评论区户"
        "现间对吗给来帮为发钱咨询说顾维卫腾书脸学员费续货质条云览输键响应楼内万与从转复复这里里处开门单后线"
        "账账验证证获奖让苹骗诈谨",
        strict=True,
    )
)


@cache
def lookalikes() -> dict[str, str]:
    """Character to the ASCII letter or digit it looks like (see lookalikes.txt)."""
    text = files(__package__).joinpath("lookalikes.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {char: line[0] for line in lines for char in line[2:]}


@cache
def fold_char(char: str) -> tuple[str, str]:
    """What the character is read as, and the kind of folding that says so. Idempotent.

    >>> fold_char("ｔ")
    ('t', 'width')
    """
    if char.isascii() and char not in SPACES:
        return ("", HIDDEN) if (char < " " and char != "\n") or char == "\x7f" else (char, "")
    if char in MARK_OF:
        return MARK_OF[char], MARKS
    if char in TRADITIONAL:
        return TRADITIONAL[char], VARIANT
    if _hidden(char):
        return "", HIDDEN
    return _letter(char)


def _hidden(char: str) -> bool:
    tag = "\U000e0000" <= char <= "\U000e007f"
    return not tag and (unicodedata.category(char) in ("Cf", "Mn", "Me", "Cc", "Cs", "Cn") or char in BLANKS)


def _letter(char: str) -> tuple[str, str]:
    known = lookalikes().get(char) or _enclosed(char)
    if known:
        return known, LOOKALIKE
    plain = unicodedata.normalize("NFKC", char)
    if plain != char:
        bare = "".join(fold_char(part)[0] for part in plain if part != char)
        return bare, WIDTH if "\uff00" <= char <= "\uffef" or char == "\u3000" else STYLE
    bare = unicodedata.normalize("NFD", char)[0]
    if bare != char and not "\uac00" <= char <= "\ud7a3":
        return fold_char(bare)[0], ACCENT
    return char, ""


def _enclosed(char: str) -> str:
    """Letters in negative circles and squares, flags' regional letters and tag characters: NFKC leaves them."""
    code = ord(char)
    for first, letters in ENCLOSED:
        if first <= code < first + len(letters):
            return letters[code - first]
    return ""


_UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ENCLOSED = (
    (0x1F150, _UPPER),
    (0x1F170, _UPPER),
    (0x1F1E6, _UPPER),
    (0x2776, "123456789"),
    (0x2780, "123456789"),
    (0x278A, "123456789"),
    (0xE0021, "".join(chr(code) for code in range(0x21, 0x7F))),
)


_FEW = 16
_PLAIN = bytes([10, *range(32, 127)])


def fold(source: Reading) -> Reading:
    """The text in plain characters; the source itself where it is plain already."""
    changes = _changes(source.text)
    if not changes:
        return source
    return derived(source, _changed(source.text, changes), lambda: _fold_edits(source.text, changes))


def _changed(text: str, changes: dict[str, tuple[str, str]]) -> str:
    """The text with the changes made: one by one where they are few, which is several times faster."""
    if len(changes) > _FEW:
        return text.translate({ord(char): plain for char, (plain, _) in changes.items()})
    for char, (plain, _) in changes.items():
        text = text.replace(char, plain)
    return text


# Characters that were asked for and stay as they are: there are no more of them than Unicode has.
_unchanged: set[str] = set()


def _changes(text: str) -> dict[str, tuple[str, str]]:
    """The characters that fold to something else; bytes sort out the plain ones several times faster."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")
    changes = {char: fold_char(char) for char in set(rest) - _unchanged}
    same = [char for char, folded in changes.items() if folded[0] == char]
    _unchanged.update(same)
    for char in same:
        del changes[char]
    return changes


def _fold_edits(text: str, changes: dict[str, tuple[str, str]]) -> Sequence[Edit]:
    return [Edit(i, i + 1, *changes[char]) for i, char in enumerate(text) if char in changes]


MIRRORS = frozenset("\u202e\u2067\u202b")
_OVERRIDE = re.compile(r"[\u202e\u2067\u202b]([^\u202c\u2069\u202d\u202e\u2067\u202b\n]{2,400})[\u202c\u2069\u202d]?")


def unmirror(source: Reading) -> Reading:
    """Text behind a right-to-left override, in the order in which a reader sees it (UAX #9, X4)."""
    if not _OVERRIDE.search(source.text):
        return source
    return reread(source, (Edit(m.start(), m.end(), m[1][::-1], REVERSED) for m in _OVERRIDE.finditer(source.text)))
