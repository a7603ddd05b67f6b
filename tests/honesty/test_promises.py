"""What a guide promises about its own claims, shown on real records and on small ones."""

import datetime
from collections.abc import Iterator

import pytest
from pydantic import BaseModel
from records import AS_OF, CARRIERS, SOUND, TEMPLATES

from guidegen.catalogue import load
from guidegen.evidence import Status, add_months, assess
from guidegen.model import Carrier, Country
from guidegen.render import Records, render_guide, templates_for
from guidegen.rules.stamped import batch_stamped
from guidegen.schema import read_record
from guidegen.source import parse


@pytest.fixture(scope="module")
def carriers() -> dict[str, Carrier]:
    """Every real record."""
    return load(CARRIERS, AS_OF).carriers


def read(text: str) -> Carrier:
    record, faults = read_record(parse(text.encode(), "gb/case.yaml"))
    assert isinstance(record, Carrier), faults
    return record


def page(carrier: Carrier, language: str) -> str:
    records = Records({"gb/case": carrier}, {}, AS_OF)
    return render_guide(records.view("gb/case"), templates_for(TEMPLATES, language, "txt"))


EARNS = {"en": "This publisher earns from sales.", "zh": "这个发布者靠销售赚钱。"}
SHOP = SOUND.replace("kind: operator", "kind: third_party").replace("as: live", "as: stored_copy")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_claim_that_rests_on_those_who_earn_says_so(language: str) -> None:
    earning = SHOP.replace("    read:", "    earns: true\n    read:")
    joined = "".join(page(read(earning), language).split())
    assert EARNS[language].replace(" ", "") in joined
    assert EARNS[language].replace(" ", "") not in "".join(page(read(SHOP), language).split())


def test_another_source_that_earns_nothing_carries_the_claim() -> None:
    second = "  other:\n    publisher: Other\n    kind: third_party\n    read: {on: 2026-11-01, as: stored_copy}\n"
    earning = SHOP.replace("    read:", "    earns: true\n    read:").replace("channels:", second + "channels:")
    both = read(earning.replace("    source: page", "    source: [page, other]"))
    standing = assess(both, AS_OF).of(both.channels[0])
    assert standing.key == "other"


def types_of(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """A model and every model that it can hold."""
    if model in seen:
        return
    seen.add(model)
    yield model
    waiting = [field.annotation for field in model.model_fields.values()]
    while waiting:
        annotation = waiting.pop()
        waiting += getattr(annotation, "__args__", ())
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            yield from types_of(annotation, seen)


def test_no_status_can_be_typed() -> None:
    models = {one for root in (Carrier, Country) for one in types_of(root, set())}
    assert len(models) > 30
    assert {name for model in models for name in model.model_fields} & {"status", "confirmed", "verified"} == set()
    _, faults = read_record(
        parse(SOUND.replace("    fee:", "    status: confirmed\n    fee:").encode(), "gb/case.yaml")
    )
    assert [fault.code for fault in faults] == ["G101"]


def test_nothing_is_confirmed_from_a_stored_copy(carriers: dict[str, Carrier]) -> None:
    stored = 0
    for carrier in carriers.values():
        assessment = assess(carrier, AS_OF)
        for _, statement in carrier.statements():
            standing = assessment.of(statement)
            if standing.source is not None and standing.source.read.how == "stored_copy":
                stored += 1
                assert standing.status is not Status.CONFIRMED
    assert stored > 1000
    assert assess(read(SOUND), AS_OF).counts == {"confirmed": 3}
    assert "confirmed" not in assess(read(SOUND.replace("as: live", "as: stored_copy")), AS_OF).counts


def test_the_headline_date_is_never_newer_than_the_oldest_claim(carriers: dict[str, Carrier]) -> None:
    for carrier in carriers.values():
        assessment = assess(carrier, AS_OF)
        sources = [assessment.of(statement).source for _, statement in carrier.statements()]
        days = [source.read.on for source in sources if source is not None]
        assert assessment.oldest_check == min(days, default=None)


def test_one_old_reading_sets_the_headline_date() -> None:
    older = "  old:\n    publisher: Old\n    kind: forum\n    read: {on: 2025-01-02, as: stored_copy}\n"
    text = SOUND.replace("channels:", older + "channels:") + 'balance:\n  - {kind: ussd, code: "*101#", source: old}\n'
    assert assess(read(text), AS_OF).oldest_check == datetime.date(2025, 1, 2)


FIVE = SOUND + "".join(
    "remarks:\n" * (n == 0) + f"  - {{text: {{en: It is {n}., zh: 是 {n}。}}, source: page}}\n" for n in range(5)
)


def test_new_dates_alone_are_a_stamp() -> None:
    new = read(FIVE.replace("on: 2026-11-01", "on: 2026-11-20"))
    (found,) = batch_stamped(read(FIVE), new)
    assert found.message == "8 statements were dated 2026-11-20, and nothing else changed"


def test_new_dates_with_a_changed_value_are_work() -> None:
    changed = FIVE.replace("on: 2026-11-01", "on: 2026-11-20").replace("*100*{voucher}#", "*101*{voucher}#")
    assert list(batch_stamped(read(FIVE), read(changed))) == []


def test_few_new_dates_are_no_stamp() -> None:
    assert list(batch_stamped(read(SOUND), read(SOUND.replace("on: 2026-11-01", "on: 2026-11-20")))) == []
    assert list(batch_stamped(read(FIVE), read(FIVE))) == []


def test_a_stamp_by_checks_is_seen_too() -> None:
    checked = FIVE.replace("source: page}", "source: page, checked: {on: 2026-11-20, as: live}}")
    (found,) = batch_stamped(read(FIVE), read(checked))
    assert found.message.startswith("5 statements were dated 2026-11-20")


def test_a_claim_turns_overdue_after_its_months() -> None:
    carrier = read(SOUND)
    due = assess(carrier, AS_OF).due
    assert due == add_months(datetime.date(2026, 11, 1), 6)
    assert "overdue" in assess(carrier, due + datetime.timedelta(days=1)).counts
