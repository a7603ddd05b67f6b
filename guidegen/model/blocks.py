"""Everything a record holds besides the ways to top up."""

from typing import Annotated, Any

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from guidegen.model import vocabulary as words
from guidegen.model.channels import Ended, Means
from guidegen.model.claims import Block, Checkable, Claim, Read, Sourced
from guidegen.model.notation import LINE, SCALAR, Frozen, OneOf, WordOrName, Written, choices, fault, meanings, scalar
from guidegen.model.values import (
    AmountLasts,
    Amounts,
    Answer,
    Arrival,
    Day,
    Fee,
    Flag,
    Lasting,
    Lifted,
    Limit,
    Line,
    Name,
    PageDate,
    Sum,
    Text,
    Whole,
)
from guidegen.model.values import Validity as HowLong

State = Annotated[str, OneOf(words.STATES, "state of a SIM")]
Start = Annotated[str, OneOf(words.STARTS, "start of a period")]
_KINDS = (*words.CHANNEL_KINDS, *words.VALID_THINGS)
_SUBJECT = f"^(?:{'|'.join(words.SUBJECTS)})(?:\\.(?:{'|'.join(_KINDS)}))?$"
Topic = Annotated[
    str,
    Written(
        _SUBJECT,
        "topic",
        "write a subject, or a subject and a kind of channel: fee, kiosk, fee.retail, validity.credit",
        ("fee", "kiosk", "fee.retail"),
        choices=(*words.SUBJECTS, *(f"{subject}.{kind}" for subject in words.SUBJECTS for kind in _KINDS)),
    ),
]


class Source(Frozen):
    """Where a fact comes from. Readers see title, publisher, kind and dates, never the address."""

    title: Name | None = Field(None, description="the title of the page; leave out if it has none / 页面标题")
    lang: Line | None = Field(None, description="language of the title: de, th, ar, zh-Hans / 标题的语言代码")
    publisher: Name = Field(description="who runs the page, without an address / 发布者，不写网址")
    kind: Annotated[str, OneOf(words.SOURCE_KINDS, "kind of source")] = Field(description="who speaks / 来源种类")
    url: Annotated[str, Written("^https?://[^\\s]+$", "web address", "write the whole address")] | None = Field(
        None, description="the address, for maintainers only, never shown / 网址，只给维护者看"
    )
    page_date: PageDate | None = Field(None, description="the date that the page shows, else left out / 页面上的日期")
    earns: Flag = Field(False, description="true where the publisher earns from sales / 发布者靠销售赚钱时写 true")
    read: Read = Field(description="{on: 2026-11-23, as: stored_copy} / 何时、怎样读的")
    unusable: Annotated[str, OneOf(words.UNUSABLE, "reason")] | None = Field(
        None, description="why it supports no claim: impostor, machine_written, spam / 不能作为依据的原因"
    )


class Voucher(Block):
    """Voucher codes: how they look, who sells them, how long they last."""

    digits: tuple[Claim[Whole], ...] = Field((), description="how many digits the code has / 充值码位数")
    amounts: tuple[Claim[Amounts], ...] = Field((), description="the values of vouchers / 面值")
    lasts: tuple[Claim[HowLong], ...] = Field((), description="how long an unused voucher lasts / 有效期")
    also_works: tuple[Claim[tuple[Line, ...]], ...] = Field((), description="other vouchers that work / 也能用的充值券")
    ended: Ended | None = Field(None, description="for vouchers that are over / 已经停止的充值券")
    note: tuple[Claim[Text], ...] = Field((), description="short sentences that fit no field / 补充说明")


class Service(Block):
    """Customer service: a number, or a chat service by name, never a chat address."""

    number: Claim[Line] | None = Field(None, description="the number to call / 客服电话")
    calls_from: Claim[Annotated[str, OneOf(words.CALLS_FROM, "kind of phone")]] | None = Field(
        None, description="from which phone it works / 用什么电话打"
    )
    chat: Claim[Name] | None = Field(
        None, description="a chat service by name: WhatsApp; never its address / 聊天工具名称"
    )
    fee: tuple[Claim[Fee], ...] = Field((), description="what a call costs / 话费")
    hours: Claim[Text] | None = Field(None, description="when somebody answers, with the place / 服务时间")
    speaks: Claim[tuple[Line, ...]] | None = Field(None, description="languages: en, zh-Hans, th / 语言")
    applies_to: Name | None = Field(None, description="the only plan or card it is for / 只适用于")
    ended: Ended | None = Field(None, description="for a number that is over / 已经停止")
    note: tuple[Claim[Text], ...] = Field((), description="short sentences that fit no field / 补充说明")


class Validity(Block):
    """How long something lasts, and what makes it last longer."""

    of: Annotated[str, OneOf(words.VALID_THINGS, "thing that can expire")] = Field(
        description="what lasts / 什么的有效期"
    )
    lasts: Claim[HowLong] | None = Field(None, description="180 days, or never_expires / 有效期")
    by_amount: Claim[tuple[AmountLasts, ...]] | None = Field(
        None, description="a table: [{amount: 10, lasts: 30 days}, …] / 按金额的有效期"
    )
    since: Claim[Start] | None = Field(None, description="when it starts to count / 从什么时候算起")
    at_most: Claim[Lasting] | None = Field(None, description="the most that can add up / 最多累计")
    extended_by: Claim[tuple[Annotated[str, OneOf(words.ACTIONS, "action")], ...]] | None = Field(
        None, description="what makes it last longer / 什么能延长"
    )
    applies_to: Name | None = Field(None, description="the only plan or card it is true for / 只适用于")
    ended: Ended | None = Field(None, description="for a rule that is over / 已经停止的规则")
    note: tuple[Claim[Text], ...] = Field((), description="short sentences that fit no field / 补充说明")


_ACTION = meanings(words.ACTIONS)
_ACTIONS = "the actions that count, yes for each: [call, text] / 算使用的操作，每项都算"


class Uses(Block):
    """What counts as use, yes or no for each action; a list of actions means yes for each."""

    call: Claim[Answer] | None = Field(None, description=_ACTION["call"])
    text: Claim[Answer] | None = Field(None, description=_ACTION["text"])
    data: Claim[Answer] | None = Field(None, description=_ACTION["data"])
    top_up: Claim[Answer] | None = Field(None, description=_ACTION["top_up"])
    plan: Claim[Answer] | None = Field(None, description=_ACTION["plan"])
    receive_call: Claim[Answer] | None = Field(None, description=_ACTION["receive_call"])
    receive_text: Claim[Answer] | None = Field(None, description=_ACTION["receive_text"])
    balance_check: Claim[Answer] | None = Field(None, description=_ACTION["balance_check"])
    sign_in: Claim[Answer] | None = Field(None, description=_ACTION["sign_in"])
    roaming: Claim[Answer] | None = Field(None, description=_ACTION["roaming"])

    @model_validator(mode="before")
    @classmethod
    def _lift_actions(cls, value: Any) -> Any:
        if not isinstance(value, dict) or "value" not in value:
            return value
        if not isinstance(value["value"], list) or not all(isinstance(action, str) for action in value["value"]):
            raise fault("wrong_type", "expected a list of actions", "write [call, text], or {call: yes, top_up: no}")
        rest = {key: value[key] for key in value if key != "value"}
        return {**dict.fromkeys(value["value"], "yes"), **rest}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        full = dict(handler.resolve_ref_schema(handler(core)))
        actions = {"type": "array", "items": choices(words.ACTIONS), "description": _ACTIONS}
        answers = {**full, "properties": {**full["properties"], "value": actions}}
        return {"anyOf": [actions, answers]}


class Stage(Block):
    """What the SIM becomes, and after how long."""

    state: State = Field(description="receive_only, suspended, closed, number_lost … / 变成什么状态")
    after: Claim[Arrival] | None = Field(
        None, description="how long it takes: 90 days, or at_once; left out where no source says / 多久之后"
    )
    since: Start = Field("before", description="what the time counts from / 从什么时候算起")
    note: tuple[Claim[Text], ...] = Field((), description="a short sentence / 补充说明")


class Reactivation(Block):
    """Whether a suspended or closed SIM works again."""

    possible: Claim[Answer] | None = Field(None, description="yes or no / 能不能恢复")
    within: Claim[Lasting] | None = Field(None, description="how long it is possible / 多久之内")
    since: Start = Field("before", description="what the time counts from / 从什么时候算起")
    least: Claim[Sum] | None = Field(None, description="the smallest top-up that does it / 最低充值金额")
    fee: Claim[Fee] | None = Field(None, description="what it costs / 费用")
    note: tuple[Claim[Text], ...] = Field((), description="a short sentence / 补充说明")


class KeepNumber(Block):
    """What keeps the number, and what happens when nothing does."""

    applies_to: Name | None = Field(None, description="the only plan or card it is true for / 只适用于")
    unused_for: tuple[Claim[Lasting], ...] = Field((), description="how long without use is allowed / 多久不用")
    counts_as_use: Uses | None = Field(None, description="[call, text], or {call: yes, top_up: no} / 怎样算使用")
    then: Claim[State] | None = Field(None, description="what happens after `unused_for` / 之后怎样")
    stages: tuple[Stage, ...] = Field((), description="the states one after the other / 依次的状态")
    reactivation: Reactivation | None = Field(None, description="whether it works again / 能否恢复")
    reminders: Claim[tuple[Lasting, ...]] | None = Field(
        None, description="how long before the end it warns / 提前多久提醒"
    )
    note: tuple[Claim[Text], ...] = Field((), description="short sentences that fit no field / 补充说明")

    @model_validator(mode="before")
    @classmethod
    def _lend_source(cls, value: Any) -> Any:
        """The blocks inside take the source of this one."""
        if not isinstance(value, dict):
            return value
        lent, source = dict(value), value.get("source")
        if "counts_as_use" in lent:
            uses = lent["counts_as_use"]
            lent["counts_as_use"] = _lend({"value": uses} if isinstance(uses, list) else uses, source)
        if "reactivation" in lent:
            lent["reactivation"] = _lend(lent["reactivation"], source)
        if isinstance(lent.get("stages"), list):
            lent["stages"] = [_lend(stage, source) for stage in lent["stages"]]
        return lent


def _lend(block: Any, source: Any) -> Any:
    if not isinstance(block, dict) or not source or not isinstance(source, (str, list)):
        return block
    return {"source": source, **block}


class NotTopUp(Block):
    """A service that only looks like a top-up; shown apart, never among the ways."""

    kind: Annotated[str, OneOf(words.LOOKALIKES, "service")] = Field(description="what it really does / 它其实做什么")
    name: Claim[Name] | None = Field(None, description="the operator's name for it / 运营商的叫法")
    how: tuple[Means, ...] = Field((), description="codes, texts or numbers that do it / 怎样操作")
    fee: tuple[Claim[Fee], ...] = Field((), description="what it costs / 费用")
    limits: tuple[Claim[Limit], ...] = Field((), description="caps / 限额")
    amounts: tuple[Claim[Amounts], ...] = Field((), description="amounts / 金额")
    ended: Ended | None = Field(None, description="for a service that is over / 已经停止")
    note: tuple[Claim[Text], ...] = Field((), description="short sentences that fit no field / 补充说明")

    @model_validator(mode="before")
    @classmethod
    def _lend_source(cls, value: Any) -> Any:
        if not isinstance(value, dict) or not isinstance(value.get("how"), list):
            return value
        return {**value, "how": [_lend(means, value.get("source")) for means in value["how"]]}


class Registration(Block):
    """Whether the SIM must be registered with an identity document."""

    needed_for: Claim[tuple[Annotated[str, OneOf(words.REGISTERED_FOR, "purpose")], ...]] | None = Field(
        None, description="buying, activation, topping_up / 什么时候需要"
    )
    required: Claim[Answer] | None = Field(None, description="yes or no / 是否必须")
    documents: Claim[tuple[Annotated[str, WordOrName(words.DOCUMENTS, "document")], ...]] | None = Field(
        None, description="which documents: passport, national_id, or a name / 哪种证件"
    )
    note: tuple[Claim[Text], ...] = Field((), description="short sentences that fit no field / 补充说明")


class Said(Lifted):
    """What a source says: a code that is the same in every language, or a text in each."""

    en: Line = Field(description="English / 英文")
    zh: Line = Field(description="Simplified Chinese / 简体中文")

    @classmethod
    def lift(cls, value: Any) -> Any:
        return {"en": scalar(value), "zh": scalar(value)}

    @classmethod
    def short_schema(cls) -> dict[str, Any]:
        return {"type": SCALAR, "pattern": LINE}


class Account(Sourced):
    """What one side of a dispute says."""

    says: Said = Field(description='a code or number as it is ("*100#"), or {en, zh} / 代码原文，或中英文')


class Dispute(Frozen):
    """Sources that disagree: both accounts are shown."""

    about: Topic = Field(description="what they disagree about: balance, fee.retail / 对什么说法不一")
    accounts: Annotated[tuple[Account, ...], Field(min_length=2)] = Field(description="who says what / 各自的说法")
    note: Text | None = Field(None, description="what is known about why / 说明")


class NotFound(Frozen):
    """What was looked for and not found. Not found is not no."""

    on: Day = Field(description="the day of the search / 查找日期")
    looked_for: tuple[Topic, ...] = Field(description="kiosk, fee, fee.retail … / 查找的内容")
    where: Text | None = Field(None, description="where one looked, if known / 在哪里找过")


class Former(Checkable):
    """A name that a brand had before."""

    name: Name = Field(description="the old name / 旧名称")
    until: PageDate | None = Field(None, description="until when / 用到何时")


class Statement(Checkable):
    """A sourced sentence."""

    text: Text = Field(description="one sentence / 一句话")


class CountryRule(Checkable):
    """What a regulator rules for every operator of a country."""

    about: Annotated[str, OneOf(words.RULE_TOPICS, "topic of a rule")] = Field(description="what it rules / 关于什么")
    text: Text = Field(description="the rule in one or two sentences / 规定内容")
    since: PageDate | None = Field(None, description="since when / 从何时起")
    ended: Ended | None = Field(None, description="for a rule that is over / 已经废止")
