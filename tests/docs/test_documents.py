"""The pages under docs/ and beside the README: what they state is so, and where they lead is there."""

import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
import yaml
from records import ROOT
from walking import blocks

from guidegen import __version__
from guidegen.evidence import DEFAULT_MONTHS, OLD_AFTER_YEARS, REVIEW_MONTHS, Status

DOCS = ROOT / "docs"
TOP = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "CHANGELOG.md")]
PAGES = [*TOP, *sorted(DOCS.glob("*.md"))]


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """The places on a page, as GitHub names them."""
    headings = re.findall(r"^#+ (.*)$", re.sub(r"^```.*?^```$", "", text_of(page), flags=re.M | re.S), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    for target in re.findall(
        r"(?<!`)\]\(([^)\s]+)\)", re.sub(r"^```.*?^```$|`[^`\n]*`", "", text_of(page), flags=re.M | re.S)
    ):
        if re.match(r"https?:", target):
            continue
        path, _, place = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), target
        assert not place or place in anchors(file), target


def test_the_index_of_documents_names_every_page() -> None:
    named = set(re.findall(r"\]\(([\w-]+\.md)", text_of(DOCS / "README.md")))
    assert {page.name for page in DOCS.glob("*.md")} - {"README.md"} <= named


def test_the_page_on_statuses_names_each_with_the_months_of_the_program() -> None:
    page = text_of(DOCS / "statuses.md")
    assert re.findall(r"^\| `(\w+)` \|", page, re.M) == [str(status) for status in Status]
    told = {
        name: int(months)
        for months, what in re.findall(r"^\| (\d+) \| (.*) \|$", page, re.M)
        for name in re.findall(r"`(\w+)`", what)
    }
    assert told == REVIEW_MONTHS
    assert f"| {DEFAULT_MONTHS} | everything else" in page
    assert OLD_AFTER_YEARS == 5
    assert "more than five years old" in page


def test_the_glossary_explains_what_the_code_says_and_is_sorted() -> None:
    words = re.findall(r"^\| ([A-Za-z][\w ]*) \| \S", text_of(DOCS / "glossary.md"), re.M)[1:]
    assert words == sorted(words, key=str.casefold)
    assert {"USSD", "MMI", "MSISDN", "claim", "standing", "way"} <= set(words)


def test_nginx_takes_the_server_of_the_hosting_page(tmp_path: Path) -> None:
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not nginx:
        pytest.skip("nginx is not installed; python tools/system_packages.py brings it where it may")
    (server,) = (block.body for block in blocks(DOCS / "hosting.md") if block.language == "nginx")
    assert "frame-ancestors 'none'" in server
    config = tmp_path / "nginx.conf"
    config.write_text(f"pid {tmp_path}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\naccess_log off;\n{server}}}\n")
    result = subprocess.run([nginx, "-t", "-c", config], capture_output=True, text=True, check=False)
    assert "syntax is ok" in result.stderr, result.stderr


def test_each_header_of_the_hosting_page_stands_in_its_server() -> None:
    page = text_of(DOCS / "hosting.md")
    (server,) = (block.body for block in blocks(DOCS / "hosting.md") if block.language == "nginx")
    headers = re.findall(r"^\| `([\w-]+)` \| `([^`]+)` \|", page, re.M)
    assert len(headers) == 6
    for name, value in headers:
        if name != "Strict-Transport-Security":  # over TLS only
            assert re.search(rf"add_header {name} \"?{re.escape(value)}\"? always;", server), name


def test_the_citation_is_valid_and_of_this_version() -> None:
    file = ROOT / "CITATION.cff"
    program = Path(sysconfig.get_path("scripts")) / "check-jsonschema"
    line = [program, "--builtin-schema", "vendor.citation-file-format", file]
    result = subprocess.run(line, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
    assert yaml.safe_load(text_of(file))["version"] == __version__


def test_both_licences_are_stated() -> None:
    assert text_of(ROOT / "LICENSE").startswith("MIT License")
    assert "CC0 1.0" in text_of(ROOT / "carriers" / "LICENSE")
    assert re.search(r"MIT licence\]\(LICENSE\).*CC0\]\(carriers/LICENSE\)", text_of(ROOT / "README.md"))


@pytest.mark.parametrize("name", ["SECURITY.md", "CODE_OF_CONDUCT.md"])
def test_reports_go_through_the_host_and_no_address_is_invented(name: str) -> None:
    assert "private report" in text_of(ROOT / name)
    assert "@" not in text_of(ROOT / name)
