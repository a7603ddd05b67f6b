"""The small types: names, texts, money, durations, dates. Each reads the string that stands in the YAML."""

import calendar
import datetime
import re
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from guidegen.model import vocabulary as words
from guidegen.model.notation import LINE, SCALAR, Frozen, OneOf, Written, fault, scalar

Line = Annotated[
    str, Written(LINE, "line", "write 1 to 400 characters on one line, without ` and without blanks at the ends")
]
Answer = Annotated[str, OneOf(words.ANSWERS, "answer (yes or no)")]
Whole = Annotated[int, Written("^[0-9]{1,6}$", "whole number", "write digits only", build=lambda match: int(match[0]))]
Share = Annotated[
    Decimal, Written("^[0-9]{1,2}(\\.[0-9]{1,2})?$", "share", "write 2 or 2.5", build=lambda m: Decimal(m[0]))
]
Flag = Annotated[
    bool,
    Written(
        "^(true|false|yes|no)$",
        "truth value",
        "write true or false",
        build=lambda match: match[0] in ("true", "yes"),
    ),
]


class Text(Frozen):
    """A short text in every language of the guides."""

    en: Line = Field(description="English, one sentence or phrase / 英文，一句话或一个词组")
    zh: Line = Field(description="Simplified Chinese, saying the same / 简体中文，说的是同一件事")


class Lifted(Frozen):
    """A type with a short form: a plain scalar that stands for the block."""

    @classmethod
    def lift(cls, value: Any) -> Any:
        """The block that a plain scalar stands for."""
        raise NotImplementedError

    @classmethod
    def short_schema(cls) -> dict[str, Any]:
        """The JSON Schema of the short form."""
        raise NotImplementedError

    @model_validator(mode="before")
    @classmethod
    def _lift(cls, value: Any) -> Any:
        return value if isinstance(value, (dict, cls)) else cls.lift(value)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        full = handler.resolve_ref_schema(handler(core))
        return {"anyOf": [cls.short_schema(), dict(full)]}


class Name(Lifted):
    """A proper name; a Chinese one only where a source uses it. `giffgaff` is short for `{en: giffgaff}`."""

    en: Line = Field(description="the name as its owner writes it, or the English form / 所有者自己的写法")
    zh: Line | None = Field(
        None, description="the Chinese name, only where a source uses it / 中文名，只在来源用过时写"
    )

    @classmethod
    def lift(cls, value: Any) -> Any:
        return {"en": scalar(value)}

    @classmethod
    def short_schema(cls) -> dict[str, Any]:
        return {"type": SCALAR, "pattern": LINE}


class Money(Frozen):
    """An amount of money; the currency is None where it is the record's own."""

    amount: Decimal
    currency: str | None = None


MONEY = "^([0-9]{1,9}(?:\\.[0-9]{1,3})?)(?: ([A-Z]{3}))?$"
Sum = Annotated[
    Money,
    Written(
        MONEY,
        "amount of money",
        "write the number, with a currency only if it differs from the record's: 10, 9.99 or 5 USD",
        ("10", "9.99", "5 USD"),
        build=lambda match: Money(amount=Decimal(match[1]), currency=match[2]),
    ),
]


class Duration(Frozen):
    """A length of time in the source's own unit: 180 days is not 6 months."""

    number: int
    unit: str

    @property
    def days(self) -> float:
        """Length in days, for putting stages in order only; never shown."""
        return self.number * DAYS[self.unit]


DAYS = {
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "working_day": 1.0,
    "week": 7.0,
    "month": 30.4,
    "year": 365.0,
}
Lasting = Annotated[
    Duration,
    Written(
        "^([1-9][0-9]{0,4}) (second|minute|hour|day|working_day|week|month|year)s?$",
        "duration",
        "write a number and the unit that the source uses: 24 hours, 180 days, 6 months, 1 working_day",
        ("24 hours", "180 days", "6 months"),
        build=lambda match: Duration(number=int(match[1]), unit=match[2]),
    ),
]
Arrival = Annotated[
    Duration | str,
    Written(
        "^(?:at_once|([1-9][0-9]{0,4}) (second|minute|hour|day|working_day|week|month|year)s?)$",
        "time",
        "write at_once, or a number and a unit: 15 minutes, 24 hours",
        ("at_once", "15 minutes"),
        build=lambda match: Duration(number=int(match[1]), unit=match[2]) if match[1] else match[0],
    ),
]
Validity = Annotated[
    Duration | str,
    Written(
        "^(?:never_expires|([1-9][0-9]{0,4}) (second|minute|hour|day|working_day|week|month|year)s?)$",
        "duration",
        "write never_expires, or a number and a unit: 180 days, 12 months",
        ("never_expires", "180 days"),
        build=lambda match: Duration(number=int(match[1]), unit=match[2]) if match[1] else match[0],
    ),
]


class PartialDate(Frozen):
    """A date as a page shows it: a year, a month or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> datetime.date:
        """The earliest day that it can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The latest day that it can mean."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def _calendar(match: re.Match[str]) -> PartialDate:
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        datetime.date(year or 1, month or 1, day or 1)
    except ValueError:
        raise fault("bad_date", f"{match.string} is not in the calendar", "write a day that exists") from None
    return PartialDate(year=year or 1, month=month, day=day)


_DAY = "^((?:19|20)[0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
PageDate = Annotated[
    PartialDate,
    Written(
        "^((?:19|20)[0-9]{2})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?$",
        "date",
        "write the year, month or day as the page shows it: 2019, 2019-05 or 2019-05-31",
        ("2019", "2019-05", "2019-05-31"),
        build=_calendar,
        extra={"anyOf": [{"type": ["number"]}, {"maxLength": 7}, {"format": "date"}]},
    ),
]
Day = Annotated[
    datetime.date,
    Written(
        _DAY,
        "date",
        "write the day as year-month-day: 2026-11-23",
        ("2026-11-23",),
        build=lambda match: _calendar(match).first,
        extra={"format": "date"},
    ),
]


class Fee(Lifted):
    """What is charged on top: `none`, `0.50`, `2 %`, `text_price`, `call_price`, or a block that says more."""

    none: Flag = Field(False, description="true where a source says that there is no fee / 来源写明不收时写 true")
    amount: Sum | None = Field(None, description="the fee in money / 手续费金额")
    percent: Share | None = Field(None, description="the fee as a share, in per cent / 手续费百分比")
    price_of: Annotated[str, OneOf(words.PRICES, "price")] | None = Field(
        None, description="it costs what such a text or call costs / 按短信或电话的普通资费收"
    )
    bound: Annotated[str, OneOf(words.BOUNDS, "bound")] = Field(
        "exactly", description="whether the figure is exact / 数字是准确值、下限还是上限"
    )
    per: Annotated[str, OneOf(words.FEE_PER, "unit of a fee")] | None = Field(
        None, description="for what the fee is taken / 每次充值、每次通话……"
    )
    bank_may_charge: Flag = Field(
        False, description="true where the source says that a bank may charge too / 银行可能另收"
    )

    @classmethod
    def lift(cls, value: Any) -> Any:
        text = scalar(value)
        if text == "none":
            return {"none": "true"}
        if text in ("text_price", "call_price"):
            return {"price_of": text.removesuffix("_price")}
        if match := re.search(PERCENT, text):
            return {"percent": match[1]}
        if re.search(NO_FEE, text):
            raise fault("bad_fee", f"{text} is no fee", "write none, if the source says that there is no fee")
        if not re.search(MONEY, text):
            help = "write none, an amount (0.50), a share (2 %), text_price or call_price"
            raise fault("bad_fee", f"{value or 'an empty value'} is no fee", help)
        return {"amount": text}

    @classmethod
    def short_schema(cls) -> dict[str, Any]:
        pattern = f"^(?!{NO_FEE})(?:{MONEY}|{PERCENT}|^(?:none|text_price|call_price)$)"
        return {"type": SCALAR, "pattern": pattern, "examples": ["none", "0.50", "2 %"]}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        schema = super().__get_pydantic_json_schema__(core, handler)
        free = {"properties": {"none": {"enum": [True, "true", "yes"]}}, "required": ["none"]}
        schema["anyOf"][1]["oneOf"] = [free, *({"required": [name]} for name in ("amount", "percent", "price_of"))]
        return schema

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if sum((self.none, self.amount is not None, self.percent is not None, self.price_of is not None)) != 1:
            raise fault("bad_fee", "a fee says exactly one of none, amount, percent, price_of", "keep one of the four")
        return self


NO_FEE = "^(?:free|no|zero|0+(?:\\.0+)?)$"
PERCENT = "^([0-9]{1,2}(?:\\.[0-9]{1,2})?) ?%$"


class Amounts(Frozen):
    """Which amounts can be chosen: a list, a range with an optional step, or `any`."""

    values: tuple[Sum, ...] = ()
    low: Sum | None = Field(None, alias="from")
    high: Sum | None = Field(None, alias="to")
    step: Sum | None = None
    free: bool = False

    @model_validator(mode="before")
    @classmethod
    def _lift(cls, value: Any) -> Any:
        if isinstance(value, list) and value:
            return {"values": value}
        if value == "any":
            return {"free": True}
        if isinstance(value, dict) and {"from", "to"} & set(value) and set(value) <= {"from", "to", "step"}:
            return value
        help = "write a list [10, 20, 50], a range {from: 10, to: 100, step: 10}, or any"
        raise fault("bad_amounts", "these are no amounts", help)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        money = {"type": SCALAR, "pattern": MONEY}
        ends = {"from": "the least / 最少", "to": "the most / 最多", "step": "in steps of / 每次增加"}
        sums = {name: {**money, "description": f"{meaning}: 10, 9.99"} for name, meaning in ends.items()}
        span = {"type": "object", "properties": sums, "additionalProperties": False}
        span["anyOf"] = [{"required": ["from"]}, {"required": ["to"]}]
        return {"anyOf": [{"type": "array", "items": money, "minItems": 1}, span, {"const": "any"}]}


class Limit(Frozen):
    """A cap: the most or the least for one top-up, a day, a month; or how many times."""

    most: Sum | None = Field(None, description="at most this much / 最多")
    least: Sum | None = Field(None, description="at least this much / 最少")
    times: Whole | None = Field(None, description="at most this often / 最多几次")
    per: Annotated[str, OneOf(words.LIMIT_PER, "period")] = Field(
        "top_up", description="for what the limit counts / 限制按什么算"
    )


class PaidAndGot(Frozen):
    """What one pays against what becomes credit."""

    pay: Sum = Field(description="what one pays / 支付")
    get: Sum = Field(description="what becomes credit / 到账")


class AmountLasts(Frozen):
    """One line of a table: an amount and how long it lasts."""

    amount: Sum = Field(description="the amount topped up / 充值金额")
    lasts: Lasting = Field(description="how long it lasts / 有效期")
