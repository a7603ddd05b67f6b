"""How far a claim can be trusted: every status, the day on which it changes, and what a dispute covers."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidegen.diagnostics import Path
from guidegen.evidence import UNSOURCED, Assessment, Status, add_months, assess, next_change, stand, topics_of
from guidegen.model import Carrier, Country

DAY = datetime.date(2026, 11, 23)
Data = dict[str, Any]


def source(kind: str = "operator", how: str = "live", on: str = "2026-11-01", **more: Any) -> Data:
    return {"publisher": "Somebody", "kind": kind, "read": {"on": on, "as": how}, **more}


def carrier(sources: Mapping[str, Data], **fields: Any) -> Carrier:
    """A record whose way by code rests on all of the sources."""
    way = {"kind": "ussd", "code": "*100*{voucher}#", "fee": "none", "source": list(sources)}
    record = {"name": "Case", "country": "GB", "sources": dict(sources), "channels": [way], **fields}
    return Carrier.model_validate(record)


def status_at(assessment: Assessment, record: Carrier, where: str) -> Status:
    return next(assessment.of(item).status for place, item in record.statements() if str(place) == where)


def code_status(day: datetime.date = DAY, **sources: Data) -> Status:
    record = carrier(sources)
    return status_at(assess(record, day), record, "channels[0].code")


@pytest.mark.parametrize(
    ("one", "status"),
    [
        (source("operator", "live"), Status.CONFIRMED),
        (source("regulator", "live"), Status.CONFIRMED),
        (source("own_test", "in_person"), Status.CONFIRMED),
        (source("operator", "live", page_date="2011"), Status.CONFIRMED),
        (source("operator", "stored_copy"), Status.STORED),
        (source("regulator", "stored_copy"), Status.STORED),
        (source("retailer"), Status.REPORTED),
        (source("third_party"), Status.REPORTED),
        (source("forum"), Status.REPORTED),
        (source("dataset"), Status.REPORTED),
        (source("advert"), Status.ADVERTISED),
        (source("advert", page_date="2011"), Status.ADVERTISED),
        (source("forum", page_date="2011"), Status.OLD_REPORT),
        (source("operator", "stored_copy", page_date="2011"), Status.OLD_REPORT),
        (source("operator", "live", on="2025-11-01"), Status.OVERDUE),
        (source("operator", unusable="impostor"), Status.UNKNOWN),
    ],
)
def test_status_of_one_source(one: Data, status: Status) -> None:
    assert code_status(page=one) == status


def test_no_source_or_an_unknown_one_is_unknown() -> None:
    record = Carrier.model_validate(
        {"name": "Case", "country": "GB", "sources": {}, "channels": [{"kind": "ussd", "code": "*1#", "source": "x"}]}
    )
    assert status_at(assess(record, DAY), record, "channels[0].code") == Status.UNKNOWN


@pytest.mark.parametrize(
    ("read", "last_good_day"),
    [
        ("2026-05-23", "2026-11-23"),
        ("2026-08-31", "2027-02-28"),
        ("2027-08-31", "2028-02-29"),
        ("2028-02-29", "2028-08-29"),
        ("2026-12-31", "2027-06-30"),
    ],
)
def test_a_code_is_overdue_after_six_months_to_the_day(read: str, last_good_day: str) -> None:
    day = datetime.date.fromisoformat(last_good_day)
    one = source(on=read)
    assert code_status(day, page=one) == Status.CONFIRMED
    assert code_status(day + datetime.timedelta(days=1), page=one) == Status.OVERDUE
    change = day + datetime.timedelta(days=1)
    assert next_change(carrier({"page": one}), day) == change
    assert next_change(carrier({"page": one}), change) > change


@pytest.mark.parametrize(
    ("months", "where"),
    [
        (6, "channels[0].code"),
        (6, "channels[0].fee[0]"),
        (6, "channels[1].payment[0]"),
        (6, "channels[1].amounts[0]"),
        (6, "customer_service[0].number"),
        (12, "channels[1].places[0]"),
        (12, "channels[0].needs[0]"),
        (12, "validity[0].lasts"),
        (12, "keep_number[0].unused_for[0]"),
        (12, "keep_number[0].counts_as_use.call"),
        (24, "host_network"),
        (24, "channels[2].name"),
    ],
)
def test_each_kind_of_claim_has_its_own_time(months: int, where: str) -> None:
    record = carrier(
        {"page": source(on="2026-01-31")},
        channels=[
            {"kind": "ussd", "code": "*1#", "fee": "none", "needs": ["voucher"], "source": "page"},
            {"kind": "retail", "payment": ["cash"], "amounts": ["10"], "places": ["banks"], "source": "page"},
            {"kind": "app", "name": "My Case", "source": "page"},
        ],
        customer_service=[{"number": "100", "source": "page"}],
        validity=[{"of": "credit", "lasts": "30 days", "source": "page"}],
        keep_number=[{"unused_for": "90 days", "counts_as_use": ["call"], "source": "page"}],
        host_network={"value": "O2", "source": "page"},
    )
    due = add_months(datetime.date(2026, 1, 31), months)
    assert status_at(assess(record, due), record, where) == Status.CONFIRMED
    assert status_at(assess(record, due + datetime.timedelta(days=1)), record, where) == Status.OVERDUE


@pytest.mark.parametrize(
    ("page", "last_new_day"),
    [("2021-11-23", "2026-11-23"), ("2021-11", "2026-11-30"), ("2021", "2026-12-31"), ("2024-02-29", "2029-02-28")],
)
def test_a_page_turns_old_after_five_years_at_the_latest_day_it_can_mean(page: str, last_new_day: str) -> None:
    day = datetime.date.fromisoformat(last_new_day)
    one = source("forum", page_date=page, on=last_new_day)
    assert code_status(day, page=one) == Status.REPORTED
    assert code_status(day + datetime.timedelta(days=1), page=one) == Status.OLD_REPORT


@pytest.mark.parametrize(
    ("sources", "best"),
    [
        ({"forum": source("forum"), "page": source()}, "page"),
        ({"advert": source("advert"), "forum": source("forum")}, "forum"),
        ({"old": source("forum", page_date="2011"), "advert": source("advert")}, "old"),
        ({"seller": source("third_party", earns="true"), "blog": source("third_party")}, "blog"),
        ({"undated": source("forum"), "dated": source("forum", page_date="2026-05")}, "dated"),
        ({"earlier": source(on="2026-10-01"), "later": source(on="2026-11-01")}, "later"),
        ({"fake": source(unusable="impostor"), "forum": source("forum")}, "forum"),
        ({"stale": source(on="2025-01-01", page_date="2024-12"), "fresh": source(on="2026-11-01")}, "fresh"),
    ],
)
def test_the_best_source_carries_a_claim(sources: dict[str, Data], best: str) -> None:
    record = carrier(sources)
    assert assess(record, DAY).of(record.channels[0]).key == best


def test_a_fresh_reading_keeps_a_claim_confirmed_beside_a_stale_one() -> None:
    stale, fresh = source(on="2024-01-01", page_date="2023-12"), source(on="2026-11-01")
    assert code_status(stale=stale, fresh=fresh) == Status.CONFIRMED


def test_the_headline_is_the_oldest_check_and_the_first_due_day() -> None:
    record = carrier(
        {"page": source(on="2026-03-31", page_date="2020-05"), "blog": source("forum", on="2026-10-01")},
        channels=[
            {"kind": "retail", "places": {"value": ["banks"], "source": "page"}, "source": "blog"},
            {"kind": "ussd", "code": "*1#", "source": "blog"},
        ],
    )
    found = assess(record, DAY)
    assert found.oldest_check == datetime.date(2026, 3, 31)
    assert found.oldest_page == datetime.date(2020, 5, 1)
    assert found.due == datetime.date(2027, 3, 31)
    assert found.counts == {"confirmed": 1, "reported": 3}


def test_statements_share_a_standing_only_where_each_would_stand_like_that_by_itself() -> None:
    """The same sources, but another time to check again, a dispute, or a later check of one statement alone."""
    record = carrier(
        {"page": source(on="2026-04-01"), "blog": source("forum", on="2026-10-01")},
        channels=[
            {"kind": "ussd", "code": "*1#", "fee": "none", "source": "page"},
            {"kind": "retail", "fee": {"value": "none", "source": "page"}, "source": "blog"},
            {"kind": "sms", "number": "1", "text": "TOP", "source": "page"},
        ],
        remarks=[
            {"text": {"en": "One.", "zh": "一。"}, "source": "page"},
            {"text": {"en": "Two.", "zh": "二。"}, "source": "page", "checked": {"on": "2026-11-20", "as": "live"}},
            {"text": {"en": "Three.", "zh": "三。"}, "source": "page", "checked": {"on": "2026-11-21", "as": "live"}},
        ],
        disputes=[
            {"about": "fee.retail", "accounts": [{"says": "1", "source": "page"}, {"says": "2", "source": "blog"}]}
        ],
    )
    disputed = {"channels[1].fee[0]"}
    found = assess(record, DAY)
    for where, statement in record.statements():
        alone = stand(statement, next(step for step in reversed(where) if isinstance(step, str)), record.sources, DAY)
        expected = replace(alone, status=Status.DISPUTED) if str(where) in disputed else alone
        assert found.of(statement) == expected, where
    assert len({id(standing) for standing in found.standings.values()}) == 6
    assert len(found.standings) == len(list(record.statements())) == 11


@pytest.mark.parametrize(
    ("cited", "named", "moved"),
    [
        (["page"], None, True),
        (["page"], "page", True),
        (["page", "blog"], "page", True),
        (["page", "blog"], None, False),
        (["page", "blog"], "blog", False),
        (["page"], "blog", False),
        (["page", "ghost"], "ghost", False),
    ],
)
def test_a_check_of_one_statement_moves_day_and_way_of_the_source_that_was_read(
    cited: list[str], named: str | None, moved: bool
) -> None:
    check = {"on": "2026-11-20", "as": "in_person", **({"source": named} if named else {})}
    remark = {"text": {"en": "One.", "zh": "一。"}, "source": cited, "checked": check}
    record = carrier({"page": source(how="stored_copy", on="2026-01-10"), "blog": source("forum")}, remarks=[remark])
    found = assess(record, DAY).of(record.remarks[0])
    assert found.key == "page"
    assert found.status == (Status.CONFIRMED if moved else Status.STORED)
    assert found.source is not None
    assert found.source.read.on == datetime.date.fromisoformat("2026-11-20" if moved else "2026-01-10")
    assert found.due == add_months(found.source.read.on, 12)


def test_two_years_later_everything_that_was_checked_is_overdue() -> None:
    record = carrier(
        {"page": source(), "blog": source("forum", "stored_copy")}, host_network={"value": "O2", "source": "page"}
    )
    assert set(assess(record, DAY).counts) == {"confirmed"}
    assert set(assess(record, add_months(DAY, 24)).counts) == {"overdue"}


@pytest.mark.parametrize(
    ("about", "covered"),
    [
        ("ussd", {"channels[0]", "channels[0].code"}),
        ("code", {"channels[0].code"}),
        ("fee", {"channels[0].fee[0]", "channels[1].fee[0]"}),
        ("fee.retail", {"channels[1].fee[0]"}),
        ("balance", {"balance[0].code"}),
        ("customer_service", {"customer_service[0].number"}),
        ("validity", {"validity[0].lasts", "validity[1].lasts"}),
        ("validity.plan", {"validity[1].lasts"}),
        ("validity_plan", {"validity[1].lasts"}),
        ("keep_number", {"keep_number[0].unused_for[0]", "keep_number[0].counts_as_use.call"}),
        ("counts_as_use", {"keep_number[0].counts_as_use.call"}),
        ("voucher_digits", {"voucher.digits[0]"}),
        ("host_network", {"host_network"}),
        ("kiosk", set()),
    ],
)
def test_a_dispute_covers_its_topic_and_nothing_else(about: str, covered: set[str]) -> None:
    record = carrier(
        {"page": source()},
        channels=[
            {"kind": "ussd", "code": "*1#", "fee": "none", "source": "page"},
            {"kind": "retail", "fee": "none", "source": "page"},
        ],
        balance=[{"kind": "ussd", "code": "*2#", "fee": "none", "source": "page"}],
        customer_service=[{"number": "100", "source": "page"}],
        validity=[
            {"of": "credit", "lasts": "30 days", "source": "page"},
            {"of": "plan", "lasts": "30 days", "source": "page"},
        ],
        keep_number=[{"unused_for": "90 days", "counts_as_use": ["call"], "source": "page"}],
        voucher={"digits": "16", "source": "page"},
        host_network={"value": "O2", "source": "page"},
        disputes=[{"about": about, "accounts": [{"says": "1", "source": "page"}, {"says": "2", "source": "page"}]}],
    )
    found = assess(record, DAY)
    disputed = {str(place) for place, item in record.statements() if found.of(item).status == Status.DISPUTED}
    assert disputed == covered


@pytest.mark.parametrize(
    ("where", "topics"),
    [
        (("keep_number", 0, "stages", 0, "after"), ["keep_number", "grace"]),
        (("keep_number", 0, "reactivation", "fee"), ["keep_number", "reactivation"]),
        (("keep_number", 0, "unused_for", 0), ["keep_number"]),
        (("voucher", "digits", 0), ["voucher_digits", "digits.voucher"]),
        (("voucher", "lasts", 0), ["validity_voucher", "lasts.voucher"]),
        (("voucher", "amounts", 0), ["amounts", "amounts.voucher"]),
        (("host_network", "value"), ["host_network"]),
        (("registration", "documents", 0), ["registration"]),
        (("customer_service", 0, "hours"), []),
        (("also_works", 0), ["also_works"]),
    ],
)
def test_topics_of_what_stands_outside_the_ways(where: tuple[str | int, ...], topics: list[str]) -> None:
    assert topics_of(carrier({"page": source()}), Path(where)) == topics


def test_a_statement_of_another_record_stands_nowhere() -> None:
    record = carrier({"page": source()})
    assert assess(record, DAY).of(carrier({"page": source()}).channels[0]) is UNSOURCED


def test_the_rules_of_a_country_change_too() -> None:
    rule = {"about": "validity", "text": {"en": "90 days.", "zh": "90 天。"}, "source": "law"}
    country = Country.model_validate(
        {"country": "GB", "sources": {"law": source("regulator", on="2026-01-10")}, "rules": [rule]}
    )
    assert next_change(country, DAY) == datetime.date(2027, 1, 11)


days = st.dates(datetime.date(2020, 1, 1), datetime.date(2032, 12, 31))
kinds = st.sampled_from(["operator", "forum", "advert", "third_party"])


@st.composite
def sources_read(draw: st.DrawFn) -> Data:
    more: Data = (
        {"page_date": draw(days).isoformat()[: draw(st.sampled_from([4, 7, 10]))]} if draw(st.booleans()) else {}
    )
    return source(draw(kinds), draw(st.sampled_from(["live", "stored_copy"])), draw(days).isoformat(), **more)


@settings(max_examples=60, deadline=None)
@given(one=sources_read(), other=sources_read(), day=days)
def test_nothing_changes_before_the_next_change(one: Data, other: Data, day: datetime.date) -> None:
    """On every day before `next_change` each statement stands as it stood; a build relies on it."""
    record = carrier({"one": one, "other": other})
    until = min(next_change(record, day), day + datetime.timedelta(days=800))
    now = list(assess(record, day).standings.values())
    for days_on in {0, (until - day).days // 2, (until - day).days - 1}:
        assert list(assess(record, day + datetime.timedelta(days=days_on)).standings.values()) == now


@given(day=st.dates(datetime.date(1990, 1, 1), datetime.date(2100, 1, 1)), months=st.integers(-120, 120))
def test_months_keep_the_day_or_take_the_last_one(day: datetime.date, months: int) -> None:
    there = add_months(day, months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day == day.day or (there + datetime.timedelta(days=1)).day == 1
