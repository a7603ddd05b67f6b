"""How a language sorts names."""

import unicodedata
from collections.abc import Callable, Mapping


def latin(text: str) -> str:
    """Letters without accents and case, so that É stands beside E."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def pinyin(text: str) -> str:
    """The order of pinyin: GB/T 2312 lists its 3,755 first-level characters by it. Latin letters come first.

    A character with a second reading stands under its first one; the language file lists such names in `sort_as`.
    """
    return latin(text).encode("gb18030").hex()


COLLATIONS: dict[str, Callable[[str], str]] = {"latin": latin, "pinyin": pinyin}


def sorter(collation: str, sort_as: Mapping[str, str]) -> Callable[[str], str]:
    """The sort key of a language; `sort_as` gives another spelling for names that its order would misplace."""
    order = COLLATIONS[collation]
    return lambda text: order(sort_as.get(text, text))
