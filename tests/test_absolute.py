"""Absolute addresses stand on the pages only where the address of the site is given."""

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from records import SOUND, built

from guidegen.cli.build import build as command


@pytest.fixture
def site(tmp_path: Path) -> Path:
    out = tmp_path / "site"
    result = built(tmp_path, {"gb/case.yaml": SOUND}, out, base_url="https://example.org/guides")
    assert not result.findings
    return out


def test_each_page_names_itself_and_its_twins(site: Path) -> None:
    text = (site / "zh/gb/case.html").read_text()
    assert '<link rel="canonical" href="https://example.org/guides/zh/gb/case.html">' in text
    assert '<link rel="alternate" hreflang="en" href="https://example.org/guides/en/gb/case.html">' in text
    assert '<link rel="alternate" hreflang="zh-Hans" href="https://example.org/guides/zh/gb/case.html">' in text
    first = (site / "en/index.html").read_text()
    assert '<link rel="canonical" href="https://example.org/guides/en/">' in first
    assert '<link rel="alternate" hreflang="x-default" href="https://example.org/guides/">' in first


def test_the_sitemap_lists_every_page(site: Path) -> None:
    listed = re.findall("<loc>https://example.org/guides/([^<]*)</loc>", (site / "sitemap.xml").read_text())
    files = {file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("*.html")}
    assert sorted(listed) == sorted(files)


def test_without_an_address_nothing_is_absolute(small_site: Path) -> None:
    assert not (small_site / "sitemap.xml").exists()
    for file in small_site.rglob("*.html"):
        assert "://" not in file.read_text(), file
        assert "canonical" not in file.read_text(), file
        assert "hreflang" not in file.read_text(), file


def test_another_address_writes_the_pages_again(tmp_path: Path) -> None:
    first: Any = built(tmp_path, {"gb/case.yaml": SOUND}, tmp_path / "site")
    again = built(tmp_path, {"gb/case.yaml": SOUND}, tmp_path / "site", base_url="https://example.org")
    assert first.plan.write
    assert "en/gb/case.html" in again.plan.write
    assert again.plan.reasons["sitemap.xml"] == "new"


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org", "https://", "https://a b", 'https://a"b'])
def test_what_is_no_address_is_refused(address: str) -> None:
    result = CliRunner().invoke(command, ["--base-url", address])
    assert result.exit_code == 2
    assert "is no address of a site" in result.output
