"""Everything of an invented record besides its ways: sources, vouchers, validity, the number, disputes, gaps."""

import datetime
import random
from collections.abc import Iterator
from typing import Any

from benchmarks.invented import Brand, coined, numbers, short_numbers
from benchmarks.sentences import KEEP, REMARK, VOUCHER, WARNING, said, shop, title
from benchmarks.ways import KINDS, Block, balance, code_of, some, way

LAST_READING = datetime.date(2026, 11, 20)
# Keys of sources by who speaks; the first two may say what an operator alone rules.
OWN = {"page": "operator", "rules": "regulator"}
OTHERS = {"blog": "third_party", "forum": "forum", "list": "dataset", "shop": "retailer", "test": "own_test"}
_PUBLISHERS = {
    "rules": ("a made-up regulator", "虚构的监管机构"),
    "blog": ("a made-up travel blog", "虚构的旅行博客"),
    "forum": ("a made-up user forum", "虚构的用户论坛"),
    "list": ("a made-up data set", "虚构的数据集"),
    "test": ("a made-up test", "虚构的测试"),
}
_READ_AS = ("live", "stored_copy", "stored_copy")
_ACTIONS = ("call", "text", "data", "top_up", "plan", "receive_call")
_GAPS = ("fee", "limits", "you_get", "refund", "grace", "own_number", "top_up_others", "validity_voucher", "hours")


def head(brand: Brand, dice: random.Random) -> Block:
    """Names and place."""
    return {
        "name": {"en": brand.name, "zh": brand.name_zh},
        "also_known_as": [f"{brand.word} {brand.trade}", f"{brand.word_zh}{brand.trade_zh}"],
        "misspellings": [f"{brand.word[:-1]} Sample", f"{brand.word}{brand.word[-1]} Sample"],
        "country": brand.country,
        "currency": brand.currency,
        "host_network": {"value": f"{coined(dice.getrandbits(30))[0]} Sample Network", "source": "page"},
    }


def sources(brand: Brand, dice: random.Random) -> Block:
    """Two to five sources, the operator's page first."""
    others = dice.sample([*OTHERS], dice.choice((1, 2, 2, 3)))
    keys = ["page", *(["rules"] if dice.random() < 0.5 else []), *others]
    return {key: _source(key, brand, dice) for key in keys}


def _source(key: str, brand: Brand, dice: random.Random) -> Block:
    kind = (OWN | OTHERS)[key]
    en, zh = _PUBLISHERS.get(key, ("", ""))
    word = shop(dice) if key == "shop" else brand.word
    publisher = {"en": f"{word}, {en}", "zh": f"{word}，{zh}"} if en else word
    source = {"title": title(dice), "publisher": publisher, "kind": kind}
    source["url"] = f"https://example.org/{brand.word.lower()}/{key}/{dice.randint(100, 9999)}"
    read = LAST_READING - datetime.timedelta(days=dice.randint(0, 250))
    if dice.random() < 0.7:
        shown = read - datetime.timedelta(days=dice.randint(1, 3600))
        source["page_date"] = shown.isoformat()[: dice.choice((4, 7, 10))]
    if key == "shop":
        source["earns"] = "true"
    how = "in_person" if key == "test" else dice.choice(_READ_AS)
    return source | {"read": {"on": read.isoformat(), "as": how}}


def body(brand: Brand, dice: random.Random, keys: list[str]) -> Block:
    """What the record says; `keys` are those of its sources."""
    kinds = dice.sample([*KINDS], dice.choice((3, 4, 4, 5, 5, 6, 7, 8)))
    own = [key for key in keys if key in OWN]
    found: dict[str, tuple[float, Any]] = {
        "channels": (1, [way(kind, brand, dice, keys) for kind in KINDS if kind in kinds]),
        "voucher": (0.7, _voucher(brand, dice, dice.choice(keys))),
        "balance": (1, balance(brand, dice, dice.choice(keys))),
        "customer_service": (0.8, [_service(brand, dice, dice.choice(own))]),
        "validity": (0.9, [_validity(dice, dice.choice(own))]),
        "keep_number": (0.8, [_keep_number(dice, dice.choice(own))]),
        "registration": (0.6, [_registration(dice, dice.choice(own))]),
        "warnings": (0.3, [{"text": said(dice, WARNING, brand.name), "source": "page"}]),
        "remarks": (0.6, [{"text": said(dice, REMARK), "source": dice.choice(keys)}]),
        "not_a_top_up": (0.25, [_lookalike(brand, dice.choice(keys))]),
        "disputes": (0.6, [*_disputes(dice, keys, kinds)]),
        "not_found": (0.8, _not_found(dice, kinds)),
    }
    return {name: block for name, (share, block) in found.items() if dice.random() < share}


def _voucher(brand: Brand, dice: random.Random, source: str) -> Block:
    lasts = dice.choice(("12 months", "24 months", "180 days", "never_expires"))
    note = said(dice, VOUCHER)
    return {"digits": str(dice.choice((10, 12, 13, 14, 16))), "lasts": lasts, "note": note, "source": source}


def _service(brand: Brand, dice: random.Random, source: str) -> Block:
    number = dice.choice((dice.choice(numbers(brand.country)), dice.choice(short_numbers(brand.country))))
    hours = {"en": f"{dice.randint(6, 9)}:30 to {dice.randint(17, 22)}:00", "zh": ""}
    hours["zh"] = hours["en"].replace(" to ", " 至 ")
    speaks = some(dice, ("en", "zh-Hans", "fr", "es", "ar"), 2)
    return {"number": number, "fee": dice.choice(("none", "call_price")), "hours": hours, "speaks": speaks} | {
        "source": source
    }


def _validity(dice: random.Random, source: str) -> Block:
    days = dice.choice((30, 60, 90, 180, 365))
    block: Block = {"of": "credit", "since": dice.choice(("top_up", "use")), "source": source}
    if dice.random() < 0.4:
        table = [{"amount": str(10 * step), "lasts": f"{days * step} days"} for step in range(1, dice.randint(3, 5))]
        return block | {"by_amount": table, "at_most": f"{days * 12} days"}
    return block | {"lasts": f"{days} days", "extended_by": some(dice, ("top_up", "plan", "call"), 2)}


def _keep_number(dice: random.Random, source: str) -> Block:
    block: Block = {"unused_for": f"{dice.choice((60, 90, 120, 180, 365))} days", "source": source}
    block["counts_as_use"] = some(dice, _ACTIONS, 4)
    if dice.random() < 0.5:
        block["reminders"] = [f"{days} days" for days in sorted(dice.sample(range(3, 40), 2), reverse=True)]
    if dice.random() < 0.3:
        return block | {"then": "number_lost", "note": said(dice, KEEP)}
    states = ("receive_only", "suspended", "number_lost")[dice.randint(0, 1) :]
    block["stages"] = [{"state": state, "after": f"{dice.randint(2, 12) * 15} days"} for state in states]
    block["reactivation"] = {"possible": "yes", "within": f"{dice.randint(10, 90)} days"}
    return block


def _registration(dice: random.Random, source: str) -> Block:
    required = dice.choice(("yes", "yes", "no"))
    block: Block = {"needed_for": some(dice, ("buying", "activation", "keeping"), 2), "required": required}
    if required == "yes":
        block["documents"] = some(dice, ("passport", "national_id", "residence_permit", "photo"))
    return block | {"source": source}


def _lookalike(brand: Brand, source: str) -> Block:
    how = {"kind": "ussd", "code": f"{code_of(brand, 2)}*{{recipient}}*{{amount}}#"}
    return {"kind": "send_credit", "name": f"{brand.word} Share", "how": [how], "source": source}


def _disputes(dice: random.Random, keys: list[str], kinds: list[str]) -> Iterator[Block]:
    """One or two disputes between two sources each."""
    days, digits = dice.sample((30, 60, 90, 180, 365), 2), dice.sample((10, 12, 14, 16), 2)
    fees = dice.sample((2, 3, 4, 5), 2)
    topics = {
        "validity.credit": [{"en": f"credit lasts {n} days", "zh": f"话费有效期 {n} 天"} for n in days],
        "voucher_digits": [{"en": f"{n} digits", "zh": f"{n} 位数字"} for n in digits],
        f"fee.{dice.choice(kinds)}": [{"en": f"a fee of {n}%", "zh": f"手续费 {n}%"} for n in fees],
    }
    for about in dice.sample([*topics], dice.randint(1, 2)):
        sides = zip(topics[about], dice.sample(keys, 2), strict=True)
        yield {"about": about, "accounts": [{"says": says, "source": source} for says, source in sides]}


def _not_found(dice: random.Random, kinds: list[str]) -> Block:
    others = tuple(kind for kind in KINDS if kind not in kinds)
    looked = [*some(dice, others), *some(dice, _GAPS[:-1], 4)]
    day = LAST_READING - datetime.timedelta(days=dice.randint(0, 400))
    return {"on": day.isoformat(), "looked_for": looked}
