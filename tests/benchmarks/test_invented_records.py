"""The records that timings are made with: sound, varied, and the same every time."""

import re
from pathlib import Path

import pytest
from records import AS_OF, TEMPLATES, snapshot

from benchmarks.facts import LAST_READING
from benchmarks.invented import brand, countries
from benchmarks.records import record, write
from guidegen.build import Options, build
from guidegen.catalogue import Catalogue, load

N = 20


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("invented")
    write(N, folder)
    return folder


@pytest.fixture(scope="module")
def catalogue(folder: Path) -> Catalogue:
    return load(folder, AS_OF)


def test_no_rule_and_no_page_finds_anything(folder: Path, tmp_path: Path) -> None:
    result = build(Options(folder, TEMPLATES, tmp_path / "site", AS_OF))
    assert (result.findings, result.guides) == ([], N)


def test_the_records_are_as_varied_as_real_ones(catalogue: Catalogue) -> None:
    carriers = catalogue.carriers.values()
    assert all(
        re.search("[\u4e00-\u9fff]", carrier.name.zh or "") and carrier.name.en.isascii() for carrier in carriers
    )
    assert {len(carrier.channels) for carrier in carriers} >= {3, 4, 5, 6}
    assert len({way.kind for carrier in carriers for way in carrier.channels}) == 11
    assert len({source.kind for carrier in carriers for source in carrier.sources.values()}) >= 5
    for part in ("voucher", "validity", "keep_number", "registration", "disputes", "not_found", "remarks", "warnings"):
        assert any(getattr(carrier, part) for carrier in carriers), part
        assert not all(getattr(carrier, part) for carrier in carriers), part


def test_the_records_have_the_size_of_short_real_ones(folder: Path) -> None:
    sizes = [len(content) for content in snapshot(folder).values()]
    assert 2_000 < sum(sizes) / N < 4_000
    assert min(sizes) > 1_200
    assert max(sizes) < 6_000


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(folder: Path, tmp_path: Path) -> None:
    write(N, tmp_path / "again")
    write(N, tmp_path / "other", seed=2)
    assert snapshot(tmp_path / "again") == snapshot(folder)
    assert not snapshot(folder).items() & snapshot(tmp_path / "other").items()


def test_a_larger_number_begins_with_the_smaller_one(folder: Path) -> None:
    assert {path: text.encode() for path, text in map(record, range(N))} == snapshot(folder)


def test_twenty_thousand_have_names_and_files_of_their_own() -> None:
    brands = [brand(number, seed=1) for number in range(20_000)]
    assert len({made.path for made in brands}) == len({made.name for made in brands}) == len(brands)
    assert len({made.name_zh for made in brands}) == len(brands)
    assert len(countries()) > 240


def test_no_source_was_read_after_the_day_that_tests_and_timings_are_judged_on() -> None:
    assert LAST_READING <= AS_OF
