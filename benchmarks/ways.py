"""The ways of invented records to top up and to ask for the balance, one function for each kind."""

import random
from collections.abc import Callable
from typing import Any

from benchmarks.invented import Brand, numbers, short_numbers
from benchmarks.sentences import FAILS, WAY, said, shop

Block = dict[str, Any]
_CARDS = ("debit_card", "credit_card", "paypal", "visa", "mastercard", "bank_account", "apple_pay", "google_pay")
_PLACES = (
    *("own_shops", "authorised_retailers", "supermarkets", "convenience_stores", "petrol_stations", "newsagents"),
    *("phone_shops", "small_shops", "pharmacies", "airports", "stations", "banks", "street_sellers"),
)
_PROOFS = ("text", "screen", "receipt", "email", "app", "voice", "balance")
_TIMES = ("at_once", "5 minutes", "15 minutes", "30 minutes", "2 hours", "24 hours", "1 working_day")


def some(dice: random.Random, words: tuple[str, ...], most: int = 3) -> list[str]:
    """A few of the words, in their order."""
    taken = dice.sample(words, dice.randint(1, most))
    return [word for word in words if word in taken]


def code_of(brand: Brand, use: int) -> str:
    """The first part of a code: no two records of a country share one."""
    return f"*{2000 + brand.place * 9 + use}"


def _online(brand: Brand, dice: random.Random) -> Block:
    return {"payment": some(dice, _CARDS, 4), "needs": some(dice, ("account", "internet", "local_card"), 2)}


def _app(brand: Brand, dice: random.Random) -> Block:
    return {"name": f"My {brand.word}", "payment": some(dice, _CARDS), "needs": ["app", "internet"]}


def _wallet(brand: Brand, dice: random.Random) -> Block:
    return {"name": shop(dice), "keys": ["Top-up", brand.word], "needs": some(dice, ("mobile_money", "pin"), 2)}


def _retail(brand: Brand, dice: random.Random) -> Block:
    sold = dice.choice(("voucher", "scratch_card", "e_voucher", "direct"))
    return {"sells": sold, "places": [shop(dice), *some(dice, _PLACES)], "payment": ["cash", *some(dice, _CARDS, 2)]}


def _post_office(brand: Brand, dice: random.Random) -> Block:
    return {"sells": dice.choice(("voucher", "direct")), "payment": ["cash"]}


def _kiosk(brand: Brand, dice: random.Random) -> Block:
    return {"name": shop(dice), "places": some(dice, _PLACES, 2), "payment": ["cash", *some(dice, _CARDS, 1)]}


def _atm(brand: Brand, dice: random.Random) -> Block:
    return {"banks": [shop(dice), shop(dice)], "needs": some(dice, ("local_card", "phone_number"), 2)}


def _ussd(brand: Brand, dice: random.Random) -> Block:
    return {"code": f"{code_of(brand, 0)}*{{voucher}}#", "needs": ["voucher"]}


def _sms(brand: Brand, dice: random.Random) -> Block:
    words = dice.choice(("TOPUP", "LOAD", "PAY", brand.word.upper()))
    return {"number": dice.choice(short_numbers(brand.country)), "text": f"{words} {{voucher}}", "needs": ["voucher"]}


def _phone(brand: Brand, dice: random.Random) -> Block:
    keys = [str(dice.randint(1, 9)) for _ in range(dice.randint(1, 3))]
    number = dice.choice((*short_numbers(brand.country)[:3], *numbers(brand.country)[:4]))
    return {"number": number, "keys": [*keys, "{voucher}"], "answered_by": dice.choice(("menu", "person"))}


def _auto_top_up(brand: Brand, dice: random.Random) -> Block:
    trigger = dice.choice(({"below": "5"}, {"every": "1 month"}, {"on_day": str(dice.randint(1, 28))}))
    return {"triggers": [{"value": trigger}], "set_up": some(dice, ("online", "app", "phone"), 2)}


KINDS: dict[str, Callable[[Brand, random.Random], Block]] = {
    "online": _online,
    "app": _app,
    "wallet": _wallet,
    "retail": _retail,
    "post_office": _post_office,
    "kiosk": _kiosk,
    "atm": _atm,
    "ussd": _ussd,
    "sms": _sms,
    "phone": _phone,
    "auto_top_up": _auto_top_up,
}


def way(kind: str, brand: Brand, dice: random.Random, sources: list[str]) -> Block:
    """One way, with two to four of the answers that any way can have."""
    source = dice.choice(sources)
    answers = {name: answer(dice, sources) for name, answer in ANSWERS.items() if dice.random() < _SHARE[name]}
    block = {"kind": kind, **KINDS[kind](brand, dice), **answers}
    if dice.random() < 0.12:
        reason = {"en": "A new price list came.", "zh": "价目表换了新的。"}
        block["ended"] = {"on": str(dice.randint(2019, 2025)), "reason": reason, "source": source}
    return block | {"source": source}


def _amounts(dice: random.Random, sources: list[str]) -> Any:
    low = dice.choice((1, 2, 5, 10, 20, 50))
    listed = [str(low * step) for step in (1, 2, 3, 5, 10)][: dice.randint(2, 5)]
    return dice.choice((listed, {"from": str(low), "to": str(low * 20)}, {"from": str(low)}, "any"))


def _fee(dice: random.Random, sources: list[str]) -> Any:
    free = [key for key in sources if key != "shop"]
    choice = dice.choice(("none", "none", "0.50", "2 %", "1", "call_price"))
    return {"value": choice, "source": dice.choice(free)}


def _outside(dice: random.Random, sources: list[str]) -> Any:
    return {"value": dice.choice(("yes", "no")), "source": dice.choice(sources)}


ANSWERS: dict[str, Callable[[random.Random, list[str]], Any]] = {
    "amounts": _amounts,
    "fee": _fee,
    "from_outside": _outside,
    "arrives_within": lambda dice, sources: dice.choice(_TIMES),
    "confirmed_by": lambda dice, sources: some(dice, _PROOFS, 2),
    "if_it_fails": lambda dice, sources: said(dice, FAILS),
    "note": lambda dice, sources: said(dice, WAY),
}
_SHARE = {
    "amounts": 0.5,
    "fee": 0.45,
    "from_outside": 0.35,
    "arrives_within": 0.35,
    "confirmed_by": 0.3,
    "if_it_fails": 0.15,
    "note": 0.45,
}


def balance(brand: Brand, dice: random.Random, source: str) -> list[Block]:
    """One or two ways to ask for the balance."""
    shows = some(dice, ("balance", "expiry", "data", "plan"), 2)
    by_code = {"kind": "ussd", "code": f"{code_of(brand, 1)}#", "shows": shows, "fee": "none", "source": source}
    number = dice.choice(short_numbers(brand.country))
    others = (
        {"kind": "sms", "number": number, "text": "BAL", "shows": ["balance"], "source": source},
        {"kind": "phone", "number": number, "keys": ["2"], "source": source},
        {"kind": "app", "name": f"My {brand.word}", "source": source},
    )
    return [by_code, *dice.sample(others, dice.randint(0, 1))]
