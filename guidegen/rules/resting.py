"""G2: what a claim can rest on, and what a claim must say to be one."""

from collections.abc import Iterable, Iterator

from guidegen.diagnostics import Found, Path, Severity, rule
from guidegen.model import Carrier, Country, Source
from guidegen.model.channels import Ended
from guidegen.model.claims import Sourced
from guidegen.rules import Subject
from guidegen.rules.walks import claims

# What only an operator or an authority can rule: a shop repeats it at best.
RULED = ("validity", "keep_number", "registration", "host_network")
# Where the publisher would earn from the top-up that it calls free.
SOLD = ("channels", "any_way")


def _carried_by(record: Carrier | Country, statement: Sourced) -> list[Source]:
    return [record.sources[key] for key in statement.source if key in record.sources]


def _sells(source: Source) -> bool:
    return source.earns or source.kind in ("advert", "retailer")


@rule("G221", Severity.WARNING)
def free_by_the_seller(subject: Subject) -> Iterator[Found]:
    """That a way costs no fee is known only from those who earn from it.

    Why: “no fee” is the first thing that a seller says; whether the operator takes one, a seller does not know.
    Bad: `fee: {value: none, source: shop}` where `shop` has `earns: true` or `kind: advert`.
    Good: a source that does not sell; else leave `fee` out, and the guide says that it is not known.
    """
    if not isinstance(subject.record, Carrier) or subject.record.kind == "advertised_name":
        return
    for where, claim in claims(subject):
        if where[0] in SOLD and getattr(claim.value, "none", False):
            sources = _carried_by(subject.record, claim)
            kinds = {source.kind for source in sources}
            # An advertisement alone carries nothing in a real record: that is G206.
            if kinds != {"advert"} and sources and all(_sells(source) for source in sources):
                help = "name a source that does not sell, or leave the fee out"
                yield Found(where, "that there is no fee is said only by those who earn from it", help)


@rule("G222", Severity.NOTICE)
def rule_known_from_a_shop(subject: Subject) -> Iterator[Found]:
    """A rule of the operator is known from a shop alone.

    Why: how long credit lasts, when a number is lost and who must register is the operator’s to say, or an authority’s.
    Bad: `keep_number` with a source of kind `retailer` only.
    Good: a page of the operator, or an entry in `retailer_rules` of `_names.yaml` with the reason.
    """
    if not isinstance(subject.record, Carrier) or subject.retailer_rules:
        return
    for where in known_from_a_shop(subject.record, claims(subject)):
        help = "find the operator’s own words, or give the reason in `retailer_rules` of `_names.yaml`"
        yield Found(where, f"{where} is known from a shop alone", help)


def known_from_a_shop(carrier: Carrier, claims: Iterable[tuple[Path, Sourced]]) -> Iterator[Path]:
    """Where among its claims only shops tell a rule of the operator; a note names its source in words, and is none."""
    for where, claim in claims:
        if where[0] in RULED and "note" not in where and _kinds(carrier, claim) == {"retailer"}:
            yield where


def _kinds(record: Carrier | Country, statement: Sourced) -> set[str]:
    return {source.kind for source in _carried_by(record, statement)}


@rule("G223")
def one_account(subject: Subject) -> Iterator[Found]:
    """A dispute has one voice: its accounts say the same, or rest on one source that nobody says contradicts itself.

    Why: both accounts are printed so that a reader can weigh them; two from one page are weighed otherwise.
    Bad: two accounts with `source: wow` and no `note`.
    Good: two sources, or `note: {en: Both figures stand on the same page., zh: 两个数字在同一个页面上。}`
    """
    if not isinstance(subject.record, Carrier):
        return
    for index, dispute in enumerate(subject.record.disputes):
        where = Path(("disputes", index, "accounts"))
        if len({key for account in dispute.accounts for key in account.source}) == 1 and dispute.note is None:
            help = "name the other source, or say in `note` that this one contradicts itself"
            yield Found(where, "all accounts rest on one source", help)
        said = [(account.says.en, account.says.zh) for account in dispute.accounts]
        for position, words in enumerate(said):
            if words in said[:position]:
                place = Path((*where, position, "says"))
                yield Found(place, "two accounts say the same", "write what this source says, or take the dispute out")


@rule("G224")
def end_without_reason(subject: Subject) -> Iterator[Found]:
    """Something has ended, and the record says neither when nor why nor what came instead.

    Why: a way that is over stays in the guide for those who still try it; they need to know why it fails.
    Bad: `ended: {source: news}`
    Good: `ended: {on: 2018-07, reason: {en: A ban on scratch cards., zh: 充值卡被禁止。}, source: news}`
    """
    for where, ended in _ends(subject):
        if not (ended.on or ended.reason or ended.replaced_by):
            yield Found(where, "it ended, but neither when nor why is said", "add `on`, `reason` or `replaced_by`")


def _ends(subject: Subject) -> Iterator[tuple[Path, Ended]]:
    record = subject.record
    if not isinstance(record, Carrier):
        yield from (
            (Path(("rules", index, "ended")), item.ended) for index, item in enumerate(record.rules) if item.ended
        )
        return
    for name in ("channels", "balance", "customer_service", "not_a_top_up", "validity"):
        for index, block in enumerate(getattr(record, name)):
            if block.ended is not None:
                yield Path((name, index, "ended")), block.ended
    if record.voucher and record.voucher.ended:
        yield Path(("voucher", "ended")), record.voucher.ended


@rule("G225")
def price_and_credit(subject: Subject) -> Iterator[Found]:
    """What one pays and what becomes credit are mixed up.

    Why: a card of 50 can give 43.50; which of the two a guide prints is money.
    Bad: `amounts: [8.5, 17]` with `you_get: {pay: 10, get: 8.5}`; or `you_get: {pay: 10, get: 10}`.
    Good: `amounts: [10, 20]` with `you_get: {pay: 10, get: 8.5}`
    """
    if not isinstance(subject.record, Carrier):
        return
    for name in SOLD:
        for index, block in enumerate(getattr(subject.record, name)):
            chosen = {money for claim in block.amounts for money in claim.value.values}
            for number, claim in enumerate(block.you_get):
                place, paid, got = Path((name, index, "you_get", number, "value")), claim.value.pay, claim.value.get
                if paid == got:
                    yield Found(place, "paid and received are the same", "leave `you_get` out")
                elif got in chosen and paid not in chosen:
                    yield Found(
                        place, "`amounts` holds what is received, not what is paid", "write what one pays there"
                    )
                elif paid.currency == got.currency and got.amount > paid.amount and claim.note is None:
                    help = "say in `note` which offer this is, or swap the two"
                    yield Found(place, "more is received than paid", help, severity=Severity.WARNING)
