"""Invented names, countries and telephone numbers. No operator, shop or bank here exists, and “Sample” says so.

Everything follows from the position of a record and the seed, so that N records are the first N of any larger number.
"""

import random
from dataclasses import dataclass
from functools import cache

import phonenumbers
from babel.core import get_global
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from guidegen.dialling import check_number
from guidegen.model.regions import COUNTRIES, CURRENCIES

# Consonants with what a Chinese reader would write for each of their five syllables.
_SOUNDS = {
    "b": "巴贝比波布", "d": "达德迪多都", "f": "法费菲佛福", "g": "盖格吉戈古", "h": "哈赫希霍胡",
    "k": "卡克奇科库", "l": "拉勒利洛卢", "m": "马梅米莫木", "n": "纳内尼诺努", "p": "帕佩皮坡普",
    "r": "然热日若如", "s": "萨色西索苏", "t": "塔特提托图", "v": "瓦维伟沃武", "z": "扎泽齐佐祖",
}  # fmt: skip
SYLLABLES = tuple(
    (consonant + vowel, sign)
    for consonant, signs in _SOUNDS.items()
    for vowel, sign in zip("aeiou", signs, strict=True)
)
NAMES = len(SYLLABLES) ** 3
_STEP = 75_577  # a prime: neighbours in the list of records are far apart in the list of names
_TRADES = (("Mobile", "移动"), ("Telecom", "电信"), ("Cell", "通信"), ("Wireless", "无线"))
_CALLED = (PhoneNumberType.TOLL_FREE, PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE)


@dataclass(frozen=True, slots=True)
class Brand:
    """What a record is about: name in both scripts, country and currency, its place among those of its country."""

    word: str
    word_zh: str
    trade: str
    trade_zh: str
    country: str
    currency: str
    place: int

    @property
    def name(self) -> str:
        return f"{self.word} Sample {self.trade}"

    @property
    def name_zh(self) -> str:
        return f"{self.word_zh}样例{self.trade_zh}"

    @property
    def path(self) -> str:
        """Where the record stands below the folder."""
        return f"{self.country.lower()}/{self.name.lower().replace(' ', '-')}.yaml"


def brand(number: int, seed: int) -> Brand:
    """The brand of one record; two numbers below `NAMES` never get the same name."""
    word, word_zh = coined((number + seed) * _STEP)
    trade, trade_zh = _TRADES[number % len(_TRADES)]
    where = countries()
    country = where[number % len(where)]
    return Brand(word, word_zh, trade, trade_zh, country, currency(country), number // len(where))


def coined(number: int) -> tuple[str, str]:
    """A word that no language has, in both scripts."""
    first, rest = divmod(number % NAMES, len(SYLLABLES) ** 2)
    parts = [SYLLABLES[place] for place in (first, *divmod(rest, len(SYLLABLES)))]
    return "".join(latin for latin, _ in parts).capitalize(), "".join(sign for _, sign in parts)


@cache
def countries() -> tuple[str, ...]:
    """Every country that has a numbering plan and a currency of its own in use."""
    return tuple(
        country
        for country in sorted(phonenumbers.SUPPORTED_REGIONS & COUNTRIES.keys())
        if currency(country) and numbers(country)
    )


@cache
def currency(country: str) -> str:
    """The newest legal tender of a country, or an empty string."""
    uses = get_global("territory_currencies").get(country, [])
    tender = [(start or (0,), code) for code, start, end, tender in uses if tender and end is None]
    known = [(start, code) for start, code in tender if code in CURRENCIES]
    return max(known)[1] if known else ""


@cache
def numbers(country: str) -> tuple[str, ...]:
    """Some telephone numbers in ranges that the country assigns, and that cost nothing extra."""
    examples = (phonenumbers.example_number_for_type(country, kind) for kind in _CALLED)
    written = [one for example in examples if example is not None for one in _neighbours(example)]
    return tuple(number for number in written if not check_number(number, country))


def _neighbours(example: phonenumbers.PhoneNumber) -> list[str]:
    """The number and those that differ in the last two digits, in the international form with spaces only."""
    first = (example.national_number or 0) // 100 * 100
    found = []
    for ending in range(3, 100, 16):
        number = phonenumbers.PhoneNumber(country_code=example.country_code, national_number=first + ending)
        if phonenumbers.is_valid_number(number):
            text = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
            found.append(text.replace("-", " ").replace(".", " ").replace("/", " "))
    return found


@cache
def short_numbers(country: str) -> tuple[str, ...]:
    """Short numbers that are neither an emergency call nor known to cost extra there."""
    return tuple(str(number) for number in range(1301, 9999, 211) if not check_number(str(number), country))


def chosen(seed: int, number: int) -> random.Random:
    """The dice of one record."""
    return random.Random(f"{seed}/{number}")
