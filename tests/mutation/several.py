"""What only shows beside another record, another version or the other language: across records and on pages."""

import random
import re
from collections.abc import Iterable
from functools import cache

from mutant import Record, outcome_kind, sound
from records import AS_OF, TEMPLATES

from guidegen.diagnostics import Diagnostic, Path
from guidegen.guard import scan_page
from guidegen.model import Carrier
from guidegen.render import Records, render_guide, templates_for
from guidegen.rules.across import Traits, same_names, shared_codes, traits_of, unknown_records
from guidegen.rules.language.pages import page_findings
from guidegen.rules.language.texts import names_in
from guidegen.rules.parity.pages import parity_findings
from guidegen.rules.stamped import batch_stamped
from guidegen.schema import read_record
from guidegen.site import Page
from guidegen.source import Document, parse


def _read(key: str, text: str) -> tuple[Carrier, Document]:
    document = parse(text.encode(), f"carriers/{key}.yaml")
    record, faults = read_record(document)
    assert isinstance(record, Carrier), faults
    return record, document


def _at(found: Iterable[Diagnostic], code: str, path: str, line: int) -> bool:
    return any((one.code, one.path, one.span.line) == (code, path, line) for one in found)


def _twins(record: Record) -> dict[str, tuple[Carrier, Document]]:
    """The record under two ids of its country."""
    return {key: _read(key, record.text) for key in (record.key, f"{record.key[:3]}zz-twin")}


def _traits(records: dict[str, tuple[Carrier, Document]]) -> list[Traits]:
    return [traits_of(key, carrier, document) for key, (carrier, document) in records.items()]


@outcome_kind("G209")
def name_of_another_record(record: Record) -> bool:
    records = _twins(record)
    _, document = records[f"{record.key[:3]}zz-twin"]
    return _at(same_names(_traits(records)), "G209", document.path, document.span_at(Path(("name",))).line)


@outcome_kind("G213")
def record_that_is_not_there(record: Record) -> bool | None:
    if not record.carrier.may_mean:
        return None
    carrier = record.carrier.model_copy(update={"may_mean": ("gb/lebra",)})
    line = record.document.span_at(Path(("may_mean", 0))).line
    found = unknown_records(_traits({record.key: (carrier, record.document)}), {record.key, "gb/lebara"})
    return _at(found, "G213", record.document.path, line)


@outcome_kind("G226")
def code_of_another_record(record: Record) -> bool | None:
    ways = [index for index, way in enumerate(record.carrier.channels) if way.kind == "ussd"]
    leaf = record.any_of([leaf for index in ways if (leaf := record.node(("channels", index, "code")))])
    records = _twins(record)
    found = list(shared_codes(_traits(records), frozenset()))
    return all(_at(found, "G226", f"carriers/{key}.yaml", leaf.span.line) for key in records) if leaf else None


@outcome_kind("G227")
def every_date_moved(record: Record) -> bool:
    new, _ = _read(record.key, re.sub("(?<=read: \\{on: )2026-11-23", "2026-12-24", record.text))
    return any("2026-12-24" in found.message for found in batch_stamped(record.carrier, new))


@cache
def _guide(key: str, language: str) -> str:
    """The guide of one record in Markdown."""
    records = Records({key: sound(key)[1]}, {}, AS_OF)
    return render_guide(records.view(key), templates_for(TEMPLATES, language, "md"))


def _lines(page: str, pattern: str, chance: random.Random) -> tuple[int, re.Match[str]] | None:
    """One line of a page that matches: its 0-based number and the match."""
    matches = [(number, match) for number, line in enumerate(page.split("\n")) if (match := re.search(pattern, line))]
    return chance.choice(matches) if matches else None


def _section_line(page: str, number: int) -> int:
    """The 1-based line of the heading above a line."""
    lines = page.split("\n")
    return next((at + 1 for at in range(number, -1, -1) if lines[at].startswith("#")), 1)


def _parity(record: Record, pattern: str, replacement: str) -> bool | None:
    """The Chinese guide with one match replaced; the difference is reported at its section."""
    zh = _guide(record.key, "zh")
    found = _lines(zh, pattern, record.chance)
    if found is None:
        return None
    lines = zh.split("\n")
    number, match = found
    lines[number] = match.string[: match.start()] + match.expand(replacement) + match.string[match.end() :]
    spoilt = "\n".join(lines)
    currency = record.carrier.currency or ""
    found_there = parity_findings("zh.md", _guide(record.key, "en"), spoilt, currency)
    return _at(found_there, "G623", "zh.md", _section_line(zh, number))


@outcome_kind("G623")
def digit_on_the_chinese_page(record: Record) -> bool | None:
    return _parity(record, "(?<=\\D)(?P<first>[1-8])(?=[0-9]*\u00a0(?:天|个月|小时|位|欧元|英镑|美元))", "9")


@outcome_kind("G623")
def code_on_the_chinese_page(record: Record) -> bool | None:
    return _parity(record, "`[*#]+[0-9]", "`*7")


@outcome_kind("G623")
def date_on_the_chinese_page(record: Record) -> bool | None:
    return _parity(record, "2026年11月23日", "2026年11月24日")


@outcome_kind("G623")
def amounts_left_out_of_the_chinese_page(record: Record) -> bool | None:
    return _parity(record, "^- \\*\\*充值金额\\*\\*.*[0-9].*$", "")


@outcome_kind("G623")
def currency_on_the_chinese_page(record: Record) -> bool | None:
    return _parity(record, "(?<=[0-9])\u00a0(?:欧元|英镑|美元|港元|澳大利亚元|泰铢)", "\u00a0日元")


@outcome_kind("G402")
def address_on_a_page(record: Record) -> bool:
    page = _guide(record.key, "en") + "\nSee www.example.com for more.\n"
    return _at(scan_page(Page("en.md", page, "md")), "G402", "en.md", page.count("\n"))


@outcome_kind("G610")
def long_sentence_on_a_page(record: Record) -> bool:
    long = "you pay at the till when you have the money " * 3
    page = _guide(record.key, "en").replace("\n## ", f"\n{long}\n\n## ", 1)
    line = next(number for number, text in enumerate(page.split("\n"), 1) if text.startswith("you pay at the till"))
    names = names_in(record.document.data())
    return _at(page_findings("en.md", page, "en", names), "G610", "en.md", line)


@outcome_kind("G611")
def hard_page(record: Record) -> bool:
    hard = "Identification documentation registration necessitates organisational authorisation procedures. " * 40
    page = _guide(record.key, "en").replace("\n## ", f"\n{hard}\n\n## ", 1)
    return _at(page_findings("en.md", page, "en"), "G611", "en.md", 1)
