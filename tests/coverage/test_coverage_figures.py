"""The figures about the records, and the questions that are computed from what is open."""

import datetime
import json
from pathlib import Path

import pytest
from records import AS_OF, CARRIERS, SOUND, checked

from guidegen.coverage import MOST_OF_A_KIND, Coverage, Question, as_data, cover, record_coverage
from guidegen.render import Records

STORED = "read: {on: 2026-11-01, as: stored_copy}"
LIVE = "read: {on: 2026-11-01, as: live}"
DISPUTE = """\
disputes:
  - about: {}
    accounts: [{{says: {{en: one, zh: 甲}}, source: page}}, {{says: {{en: two, zh: 乙}}, source: page}}]
    note: {{en: The page contradicts itself., zh: 页面前后不一。}}
"""
ONE_WAY = {"source": 1, "code": 1, "fee": 1}


def covered(tmp_path: Path, files: dict[str, str], day: datetime.date = AS_OF) -> Coverage:
    catalogue = checked(tmp_path, files)
    assert [finding for finding in catalogue.findings if finding.severity == "error"] == []
    records = Records(catalogue.carriers, catalogue.countries, day)
    return cover(record_coverage(key, records.view(key)) for key in catalogue.carriers)


def asked(tmp_path: Path, more: str, text: str = SOUND) -> tuple[Question, ...]:
    return covered(tmp_path, {"gb/case.yaml": text + more}).records["gb/case"].questions


def test_each_statement_is_counted_once_under_its_status(tmp_path: Path) -> None:
    figures = covered(tmp_path, {"gb/case.yaml": SOUND}).records["gb/case"].figures
    assert figures.claims == len(ONE_WAY) == figures.statuses["confirmed"]
    assert figures.kinds == ("ussd",)
    assert (figures.oldest_check, figures.due) == (datetime.date(2026, 11, 1), datetime.date(2027, 5, 1))


def test_statements_fall_out_of_date_with_the_day(tmp_path: Path) -> None:
    later = covered(tmp_path, {"gb/case.yaml": SOUND}, datetime.date(2027, 5, 2)).total
    assert later.statuses["overdue"] == 2
    assert later.statuses["confirmed"] == 1, "that the way exists is due after 12 months"


def test_a_claim_closes_a_gap(tmp_path: Path) -> None:
    before = covered(tmp_path, {"gb/case.yaml": SOUND}).total.statuses["unknown"]
    known = SOUND + 'balance:\n  - {kind: ussd, code: "*102#", source: page}\n'
    assert covered(tmp_path, {"gb/case.yaml": known}).total.statuses["unknown"] == before - 1


def test_a_country_is_the_sum_of_its_records(tmp_path: Path) -> None:
    other = SOUND.replace("Case Mobile", "Other").replace("kind: operator", "kind: forum")
    french = SOUND.replace("GBP", "EUR").replace("GB", "FR")
    files = {"gb/case.yaml": SOUND, "gb/other.yaml": other, "fr/case.yaml": french}
    coverage = covered(tmp_path, files)
    assert coverage.countries["GB"].statuses["confirmed"] == 3
    assert coverage.countries["GB"].statuses["reported"] == 3
    assert coverage.total.claims == 9 == sum(figures.claims for figures in coverage.countries.values())


def test_an_ended_way_is_no_known_way(tmp_path: Path) -> None:
    record = covered(tmp_path, {"gb/case.yaml": SOUND + "    ended: {on: 2020}\n"}).records["gb/case"]
    assert (record.figures.kinds, record.ended_ways) == ((), 1)
    assert record.questions[0] == Question("way")


def test_an_old_report_is_asked_about_with_its_year(tmp_path: Path) -> None:
    old = SOUND.replace("kind: operator", "kind: forum\n    page_date: 2011")
    record = covered(tmp_path, {"gb/case.yaml": old + "  - {kind: atm, source: page}\n"}).records["gb/case"]
    assert record.figures.statuses["old_report"] == 4
    new = "  new: {title: New, publisher: Case Mobile, kind: operator, " + LIVE + "}\n"
    text = old.replace("sources:\n", "sources:\n" + new) + "  - {kind: atm, source: new}\n"
    assert Question("old_way", about="ussd", year=2011) in asked(tmp_path, "", text)


@pytest.mark.parametrize(
    ("more", "question"),
    [
        ("", Question("balance")),
        ('balance:\n  - {kind: ussd, code: "*102#", source: page}\n', Question("balance_ussd", mark="*102#")),
        ('balance:\n  - {kind: phone, number: "4444", source: page}\n', Question("balance_phone", mark="4444")),
        ('customer_service:\n  - {number: "191", source: page}\n', Question("service", mark="191")),
        ("", Question("no_service")),
        ("", Question("voucher_digits")),
        ("", Question("top_up", about="ussd")),
        ("", Question("validity")),
        ("  - {kind: retail, source: page}\n", Question("places")),
        (
            DISPUTE.format("fee.ussd"),
            Question("dispute", about="fee.ussd"),
        ),
    ],
)
def test_what_is_open_is_asked(tmp_path: Path, more: str, question: Question) -> None:
    assert question in asked(tmp_path, more, SOUND.replace(LIVE, STORED))


@pytest.mark.parametrize(
    ("more", "ask"),
    [
        ('balance:\n  - {kind: ussd, code: "*102#", source: page}\n', "balance_ussd"),
        ('balance:\n  - {kind: ussd, code: "*102#", ended: {on: 2020}, source: page}\n', "balance_ussd"),
        ('customer_service:\n  - {number: "191", source: page}\n', "no_service"),
        ("voucher: {digits: 12, source: page}\n", "voucher_digits"),
        (
            DISPUTE.format("keep_number"),
            "dispute",
        ),
    ],
)
def test_what_is_confirmed_over_or_slow_is_not_asked(tmp_path: Path, more: str, ask: str) -> None:
    assert ask not in [question.ask for question in asked(tmp_path, more)]


def test_no_kind_of_question_crowds_out_the_others(tmp_path: Path) -> None:
    codes = "".join(f'  - {{kind: ussd, code: "*10{n}#", source: page}}\n' for n in range(5))
    kinds = [question.ask for question in asked(tmp_path, "balance:\n" + codes, SOUND.replace(LIVE, STORED))]
    assert kinds.count("balance_ussd") == MOST_OF_A_KIND
    assert kinds[:2] == ["balance_ussd", "balance_ussd"]


def test_an_advertised_name_is_asked_for_its_operator_first() -> None:
    records = Records(dict(real().carriers), {}, AS_OF)
    assert cover([record_coverage("zz/leb", records.view("zz/leb"))]).records["zz/leb"].questions[0] == Question(
        "operator"
    )


def real() -> Records:
    from guidegen.catalogue import load

    catalogue = load(CARRIERS, AS_OF)
    return Records(catalogue.carriers, catalogue.countries, AS_OF)


def test_the_published_figures_are_those_of_the_records(real_site: Path) -> None:
    records = real()
    published = json.loads((real_site / "data/v1/coverage.json").read_bytes())
    assert published == as_data(cover(record_coverage(key, records.view(key)) for key in records.carriers))
    assert published["total"]["records"] == sum(1 for file in CARRIERS.rglob("*.yaml") if file.name[0] != "_")
    for part in (published["total"], *published["countries"].values(), *published["carriers"].values()):
        assert part["claims"] == sum(part["statuses"].values()) - part["statuses"]["unknown"]


def test_names_that_an_advertisement_may_mean_are_records() -> None:
    carriers = real().carriers
    assert [name for carrier in carriers.values() for name in carrier.may_mean if name not in carriers] == []
