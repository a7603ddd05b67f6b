"""The ways to top up, one type for each kind, and the ways to ask for a balance."""

from typing import Annotated, Literal

from pydantic import Field

from guidegen.model import vocabulary as words
from guidegen.model.claims import Block, Checkable, Claim, Sourced
from guidegen.model.notation import Frozen, OneOf, WordOrName, meanings
from guidegen.model.regions import CountryCode
from guidegen.model.values import (
    Amounts,
    Answer,
    Arrival,
    Fee,
    Flag,
    Lasting,
    Limit,
    Line,
    Name,
    PageDate,
    PaidAndGot,
    Sum,
    Text,
    Whole,
)

_KIND = meanings(words.CHANNEL_KINDS)
Payment = Annotated[str, WordOrName(words.PAYMENTS, "way to pay")]
Need = Annotated[str, OneOf(words.NEEDS, "thing that can be needed")]
Place = Annotated[str, WordOrName(words.PLACES, "kind of place")]
Proof = Annotated[str, OneOf(words.CONFIRMED_BY, "kind of confirmation")]
Sells = Annotated[str, OneOf(words.SELLS, "thing that a shop sells")]
Shows = Annotated[str, OneOf(words.SHOWS, "thing that a balance check shows")]


class Label(Frozen):
    """A word on a screen, a receipt or a button, with its meaning."""

    text: Line = Field(description="exactly as it stands there / 屏幕上的原文")
    lang: Line = Field(description="its language: de, th, ar, zh-Hans / 原文的语言代码")
    means: Text = Field(description="what it means / 意思")


class Ended(Sourced):
    """An end: when, why, and what replaced it. Ended things stay in the guide, marked."""

    on: PageDate | None = Field(None, description="when it ended, as exactly as the source says / 停止日期")
    reason: Text | None = Field(None, description="why it ended, by the source / 停止原因")
    replaced_by: Text | None = Field(None, description="what to use now / 现在用什么代替")


class Answers(Block):
    """The questions that every way can answer; what is left out is printed as unknown."""

    applies_to: Name | None = Field(None, description="the only plan or card it is true for / 只适用于这个套餐或这张卡")

    amounts: tuple[Claim[Amounts], ...] = Field((), description="amounts: a list, a range or any / 充值金额")
    limits: tuple[Claim[Limit], ...] = Field((), description="caps: {most: 3000, per: month} / 限额")
    you_get: tuple[Claim[PaidAndGot], ...] = Field((), description="{pay: 10, get: 8.5} where they differ / 支付与到账")
    payment: tuple[Claim[tuple[Payment, ...]], ...] = Field((), description="how one can pay / 付款方式")
    not_accepted: tuple[Claim[tuple[Payment, ...]], ...] = Field((), description="what is refused / 不接受的付款方式")
    cards_only_from: tuple[Claim[tuple[CountryCode, ...]], ...] = Field(
        (), description="only payment cards issued in these countries work / 只接受这些国家发行的卡"
    )
    cards_also_from: tuple[Claim[tuple[CountryCode, ...]], ...] = Field(
        (), description="cards issued in these countries were seen to work / 这些国家发行的卡也能用"
    )
    fee: tuple[Claim[Fee], ...] = Field((), description="none, 0.50, 2 %, text_price … / 手续费")
    needs: tuple[Claim[tuple[Need, ...]], ...] = Field((), description="what one needs / 需要什么")
    not_needed: tuple[Claim[tuple[Need, ...]], ...] = Field((), description="what one does not need / 不需要什么")
    from_outside: tuple[Claim[Answer], ...] = Field((), description="works from outside the country? / 人在国外能用吗")
    arrives_within: tuple[Claim[Arrival], ...] = Field((), description="at_once, 15 minutes, 24 hours / 多久到账")
    confirmed_by: tuple[Claim[tuple[Proof, ...]], ...] = Field((), description="how one sees it worked / 怎么知道到账")
    if_it_fails: tuple[Claim[Text], ...] = Field((), description="what the source says to do / 失败了怎么办")
    note: tuple[Claim[Text], ...] = Field((), description="short sentences that fit no field / 补充说明")


class Way(Answers, Checkable):
    """One way to top up."""

    ended: Ended | None = Field(None, description="for a way that is over / 已经停止的方式")
    steps: tuple[Text, ...] = Field((), description="only where the flow is special, one action each / 特殊步骤")
    labels: tuple[Label, ...] = Field((), description="words on a screen, in the order of the steps / 屏幕上的词")


class Online(Way):
    """On the operator's website."""

    kind: Literal["online"] = Field(description=_KIND["online"])
    name: Claim[Name] | None = Field(None, description="the name of the site or account area, no address / 网站名称")


class App(Way):
    """In the operator's app."""

    kind: Literal["app"] = Field(description=_KIND["app"])
    name: Claim[Name] | None = Field(None, description="the name of the app / App 名称")


class Wallet(Way):
    """In a bank app, mobile money or payment service."""

    kind: Literal["wallet"] = Field(description=_KIND["wallet"])
    name: Claim[Name] = Field(description="the name of the service / 服务名称")
    keys: Claim[tuple[Line, ...]] | None = Field(None, description="menu words or keys, in order / 依次按的键")
    code: Claim[Line] | None = Field(None, description="a code that opens its menu / 打开菜单的代码")


class Retail(Way):
    """In a shop."""

    kind: Literal["retail"] = Field(description=_KIND["retail"])
    sells: Claim[Sells] | None = Field(None, description="what the shop sells / 商店卖的是什么")
    places: tuple[Claim[tuple[Place, ...]], ...] = Field((), description="chains by name, or kinds of shops / 商店")
    ask_for: Claim[Name] | None = Field(None, description="what to say at the till / 对店员说的产品名")


class PostOffice(Way):
    """At a post office."""

    kind: Literal["post_office"] = Field(description=_KIND["post_office"])
    sells: Claim[Sells] | None = Field(None, description="what the post office sells / 邮局卖的是什么")
    name: Claim[Name] | None = Field(None, description="the name of the post / 邮政的名称")


class Kiosk(Way):
    """At a self-service machine."""

    kind: Literal["kiosk"] = Field(description=_KIND["kiosk"])
    name: Claim[Name] | None = Field(None, description="the name on the machine / 自助终端的名称")
    places: tuple[Claim[tuple[Place, ...]], ...] = Field((), description="where the machines stand / 在哪里")


class Atm(Way):
    """At a cash machine."""

    kind: Literal["atm"] = Field(description=_KIND["atm"])
    banks: tuple[Claim[tuple[Line, ...]], ...] = Field((), description="whose cash machines / 哪些银行的取款机")


class Ussd(Way):
    """By dialling a code that ends in #."""

    kind: Literal["ussd"] = Field(description=_KIND["ussd"])
    code: Claim[Line] = Field(description='the code in quotes: "*104*{voucher}#" / 拨号代码')
    keys: Claim[tuple[Line, ...]] | None = Field(None, description="keys to press in the menu, in order / 依次按的键")


class Sms(Way):
    """By sending a text."""

    kind: Literal["sms"] = Field(description=_KIND["sms"])
    number: Claim[Line] = Field(description="the number to send it to / 发到哪个号码")
    text: Claim[Line] = Field(description='the words to send: "TOPUP {voucher}" / 短信内容')


class Phone(Way):
    """By calling a number."""

    kind: Literal["phone"] = Field(description=_KIND["phone"])
    number: Claim[Line] | None = Field(None, description="the number to call / 拨打的号码")
    keys: Claim[tuple[Line, ...]] | None = Field(None, description="keys to press, in order / 依次按的键")
    answered_by: (
        Claim[Annotated[str, OneOf({"menu": "an automated menu", "person": "a person"}, "answerer")]] | None
    ) = Field(None, description="menu or person / 语音菜单还是真人")


class Trigger(Frozen):
    """When an automatic top-up pays."""

    below: Sum | None = Field(None, description="when the balance is below this / 余额低于")
    chosen: Flag = Field(False, description="true where it pays below a balance that one chooses / 余额低于自己设的数")
    every: Lasting | None = Field(None, description="every so often / 每隔")
    on_day: Whole | None = Field(None, description="on this day of the month / 每月几号")
    at_expiry: Flag = Field(False, description="true where it pays when the credit or plan expires / 到期时")


class AutoTopUp(Way):
    """Set up once, then paid without asking again."""

    kind: Literal["auto_top_up"] = Field(description=_KIND["auto_top_up"])
    name: Claim[Name] | None = Field(None, description="the operator's name for it / 运营商的叫法")
    triggers: tuple[Claim[Trigger], ...] = Field(
        (), description="{below: 10}, {every: 1 month}, {on_day: 1} / 触发条件"
    )
    set_up: Claim[tuple[Annotated[str, OneOf(words.CHANNEL_KINDS, "place")], ...]] | None = Field(
        None, description="where one sets it up: online, app … / 在哪里设置"
    )
    code: Claim[Line] | None = Field(None, description="the code that sets it up / 设置用的代码")


Channel = Annotated[
    Online | App | Wallet | Retail | PostOffice | Kiosk | Atm | Ussd | Sms | Phone | AutoTopUp,
    Field(discriminator="kind"),
]


class _Means(Block):
    """A way to ask for something: what it costs and shows."""

    shows: Claim[tuple[Shows, ...]] | None = Field(None, description="what one sees or hears / 能看到什么")
    fee: Claim[Fee] | None = Field(None, description="what it costs / 费用")
    applies_to: Name | None = Field(None, description="the only plan or card it works for / 只适用于")
    ended: Ended | None = Field(None, description="for a way that is over / 已经停止")
    note: tuple[Claim[Text], ...] = Field((), description="short sentences that fit no field / 补充说明")


class ByCode(_Means):
    """By dialling a code."""

    kind: Literal["ussd"] = Field(description=_KIND["ussd"])
    code: Claim[Line] = Field(description='the code in quotes: "*100#" / 拨号代码')
    keys: Claim[tuple[Line, ...]] | None = Field(None, description="keys to press in the menu / 依次按的键")


class ByText(_Means):
    """By sending a text."""

    kind: Literal["sms"] = Field(description=_KIND["sms"])
    number: Claim[Line] = Field(description="the number to send it to / 发到哪个号码")
    text: Claim[Line] | None = Field(None, description="the words to send / 短信内容")


class ByCall(_Means):
    """By calling a number."""

    kind: Literal["phone"] = Field(description=_KIND["phone"])
    number: Claim[Line] = Field(description="the number to call / 拨打的号码")
    keys: Claim[tuple[Line, ...]] | None = Field(None, description="keys to press / 依次按的键")


class ByApp(_Means):
    """In an app."""

    kind: Literal["app"] = Field(description=_KIND["app"])
    name: Claim[Name] = Field(description="the name of the app / App 名称")


class ByWeb(_Means):
    """On a website."""

    kind: Literal["online"] = Field(description=_KIND["online"])
    name: Claim[Name] = Field(description="the name of the site or account area / 网站名称")


class ByVisit(_Means):
    """In a shop or at a machine."""

    kind: Literal["retail"] = Field(description=_KIND["retail"])
    places: Claim[tuple[Place, ...]] = Field(description="where / 在哪里")


Means = Annotated[ByCode | ByText | ByCall | ByApp | ByWeb | ByVisit, Field(discriminator="kind")]
