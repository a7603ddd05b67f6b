"""The record of a carrier, and what holds for every carrier of a country."""

from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import Field

from guidegen.diagnostics import Path
from guidegen.model import vocabulary as words
from guidegen.model.blocks import (
    CountryRule,
    Dispute,
    Former,
    KeepNumber,
    NotFound,
    NotTopUp,
    Registration,
    Service,
    Source,
    Statement,
    Validity,
    Voucher,
)
from guidegen.model.channels import Answers, Channel, Means
from guidegen.model.claims import Block, Claim, Sourced
from guidegen.model.notation import OneOf, Written
from guidegen.model.regions import CountryCode, CurrencyCode
from guidegen.model.values import Line, Name

RecordId = Annotated[str, Written("^[a-z]{2}/[a-z0-9-]+$", "record id", "write country and name: gb/lebara")]


class Carrier(Block):
    """One record: `carriers/<country>/<carrier>.yaml`. Its path is its id."""

    name: Name = Field(description="the name that readers know / 读者认识的名称")
    kind: Annotated[str, OneOf(words.CARRIER_KINDS, "kind of record")] = Field(
        "carrier", description="carrier, or advertised_name / 真实的卡，或只在广告里见到的名称"
    )
    may_mean: tuple[RecordId, ...] = Field((), description="records that an advertised name may mean / 可能指哪些卡")
    also_known_as: tuple[Line, ...] = Field((), description="what people search for, in both scripts / 别名")
    misspellings: tuple[Line, ...] = Field((), description="common misspellings, for the search only / 常见错写")
    former_names: tuple[Former, ...] = Field((), description="names the brand had before / 旧名称")
    country: CountryCode = Field(description="ISO 3166-1: GB, HK; ZZ where unknown / 国家或地区代码")
    currency: CurrencyCode | None = Field(None, description="ISO 4217: GBP, HKD / 货币代码")
    host_network: Claim[Name] | None = Field(None, description="whose network it uses, if not its own / 使用谁的网络")
    sources: dict[str, Source] = Field(description="every source by a short key / 所有来源")
    channels: tuple[Channel, ...] = Field((), description="the ways to top up / 充值方式")
    any_way: tuple[Answers, ...] = Field(
        (), description="answers that a source gives for no way in particular / 不分方式"
    )
    voucher: Voucher | None = Field(None, description="voucher codes / 充值码")
    balance: tuple[Means, ...] = Field((), description="how to check the balance / 查余额")
    customer_service: tuple[Service, ...] = Field((), description="whom to call / 客服")
    validity: tuple[Validity, ...] = Field((), description="how long credit, plan, voucher last / 有效期")
    keep_number: tuple[KeepNumber, ...] = Field((), description="what keeps the number / 保住号码")
    registration: tuple[Registration, ...] = Field((), description="registration with a document / 实名登记")
    warnings: tuple[Statement, ...] = Field((), description="warnings of the operator or an authority / 官方提醒")
    remarks: tuple[Statement, ...] = Field((), description="other sourced facts / 其他有来源的事实")
    not_a_top_up: tuple[NotTopUp, ...] = Field((), description="services that only look like a top-up / 不是充值的服务")
    disputes: tuple[Dispute, ...] = Field((), description="where sources disagree / 来源说法不一")
    not_found: NotFound | None = Field(None, description="what was looked for and not found / 找过但没找到的")

    def statements(self, claims: Iterable[tuple[Path, Sourced]] = ()) -> Iterator[tuple[Path, Sourced]]:
        """Every sourced statement that is counted: that a way exists, each claim, each warning and remark.

        `claims` are those of this carrier, where the caller has gone through them already.
        """
        for index, way in enumerate(self.channels):
            if way.source:
                yield Path(("channels", index)), way
        yield from claims or self.claims()
        for name in ("warnings", "remarks", "former_names"):
            for index, item in enumerate(getattr(self, name)):
                yield Path((name, index)), item


class Country(Block):
    """`carriers/<country>/_country.yaml`: what the regulator rules for every carrier there."""

    country: CountryCode = Field(description="ISO 3166-1: DE / 国家或地区代码")
    sources: dict[str, Source] = Field(description="every source by a short key / 所有来源")
    rules: tuple[CountryRule, ...] = Field(description="the rules / 规定")
