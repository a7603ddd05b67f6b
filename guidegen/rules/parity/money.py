"""How amounts are written: the signs of English and the names of Chinese, from CLDR as the templates use it."""

import re
from collections.abc import Iterator
from functools import cache

from guidegen.model.regions import CURRENCIES
from guidegen.rules.language.firstlook import any_of
from guidegen.rules.parity.facts import NUMBER, Fact, Form, listed
from guidegen.templating.formatting import currency_name, currency_sign

OWN = ""
"""Stands for the record's own currency."""

# What people write besides CLDR. A word that several countries use means the record's own currency.
_SIGNS = {"RM": "MYR", "S$": "SGD", "JP¥": "JPY", "CN¥": "CNY", "Rs": OWN, "kr": OWN, "$": OWN, "¥": OWN, "A$": "AUD"}
_NAMES = {
    "印尼盾": "IDR",
    "兹罗提": "PLN",
    "卢布": "RUB",
    "坚戈": "KZT",
    "格里夫纳": "UAH",
    "里拉": "TRY",
    "奈拉": "NGN",
    "塞地": "GHS",
    "兰特": "ZAR",
    "比尔": "ETB",
    "林吉特": "MYR",
    "索尔": "PEN",
    "拉里": "GEL",
    "苏姆": "UZS",
    "塔卡": "BDT",
    "港币": "HKD",
    "澳门元": "MOP",
    "台币": "TWD",
    "澳元": "AUD",
    "加元": "CAD",
    "新元": "SGD",
    "纽元": "NZD",
    "波黑可兑换马克": "BAM",
    "元人民币": "CNY",
    "元": "CNY",
    **dict.fromkeys(("卢比", "比索", "先令", "迪拉姆", "第纳尔", "里亚尔", "法郎", "克朗", "镑"), OWN),
}


@cache
def codes_by_sign() -> dict[str, str]:
    """What stands beside an English amount, with the code that it means: €, HK$, THB, RM."""
    signs = {currency_sign(code, "en_GB"): code for code in CURRENCIES}
    return signs | {code: code for code in CURRENCIES} | _SIGNS


@cache
def codes_by_name() -> dict[str, str]:
    """What stands after a Chinese amount, with the code that it means: 欧元, 港元, 泰铢."""
    names = {currency_name(code, "zh_Hans_CN"): code for code in CURRENCIES}
    return names | {code: code for code in CURRENCIES} | _NAMES


@cache
def signed() -> Form:
    """€10 and THB 100 before the number, 39 CNY and 100 kr after it."""
    signs = "|".join(re.escape(sign) for sign in sorted(codes_by_sign(), key=len, reverse=True))
    before = re.compile(f"(?<![A-Za-z])(?P<sign>{signs}) ?(?P<list>{NUMBER})")
    after = re.compile(f"(?<![A-Za-z0-9.])(?P<list>{NUMBER}) (?P<sign>{signs})(?![A-Za-z])")
    ends = [any_of({sign[-size:] for sign in codes_by_sign() if min(len(sign), 2) == size}) for size in (1, 2)]
    behind = "|".join(f"(?<=(?:{end}){gap}.)" for end in ends for gap in ("", " "))
    return Form(re.compile(f"[0-9](?:{behind}| (?:{any_of(codes_by_sign())}))"), (before, after), signed_amount)


def signed_amount(match: re.Match[str], currency: str) -> Iterator[Fact]:
    """An amount that one of the patterns of `signed` found."""
    code = codes_by_sign()[match["sign"]] or currency
    yield from listed(match, "amount", f"{code} {{}}")
