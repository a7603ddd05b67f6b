"""The two pages that look across all records, and guides that know no way."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from records import AS_OF, CARRIERS

from guidegen.catalogue import load
from guidegen.model import Carrier
from guidegen.view.which import by_calling_code, by_initial, by_name, by_network, names_of

LANGUAGES = ("en", "zh")
NO_WAY = {"en": "We found no way to top up ", "zh": "我们没有找到"}


def english(name: object) -> str:
    return str(getattr(name, "en", name))


@pytest.fixture(scope="module")
def carriers() -> dict[str, Carrier]:
    return load(CARRIERS, AS_OF).carriers


class Links(HTMLParser):
    """The addresses of a page, and what stands in it besides."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value for name, value in attrs if name == "href" and value]


def page(site: Path, language: str, name: str) -> str:
    return (site / language / f"{name}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["which", "coverage"])
def test_the_page_leads_to_every_guide_without_a_script(
    real_site: Path, carriers: dict[str, Carrier], language: str, name: str
) -> None:
    found = Links(page(real_site, language, name))
    assert {f"{key}.html" for key in carriers} <= set(found.addresses)
    assert [link for link in found.addresses if not (real_site / language / link.partition("#")[0]).exists()] == []
    assert not {"script", "article"} & found.tags


@pytest.mark.parametrize("name", ["which", "coverage"])
def test_both_languages_name_the_same_codes(real_site: Path, name: str) -> None:
    first, second = (sorted(re.findall(r"<kbd>(.*?)</kbd>", page(real_site, lang, name))) for lang in LANGUAGES)
    assert len(first) > 50
    assert first == second


def test_countries_that_share_a_code_stand_together(carriers: dict[str, Carrier]) -> None:
    codes = {code.prefix: code for code in by_calling_code(carriers, str)}
    assert [country for country, _ in codes["+1"].countries] == ["CA", "US"]
    assert (codes["+44"].card, codes["+852"].card) == ("8944", "89852")
    assert "gb/giffgaff" in [key for key, _ in codes["+44"].countries[0][1]]


def test_a_network_leads_to_the_brands_that_use_it(carriers: dict[str, Carrier]) -> None:
    networks = {named.name: [key for key, _ in named.guides] for named in by_network(carriers, english)}
    assert networks["O2 UK"] == ["gb/giffgaff"]


def test_a_name_leads_to_every_guide_that_it_can_mean(carriers: dict[str, Carrier]) -> None:
    guides = {named.name: [key for key, _ in named.guides] for named in by_name(carriers, english, str.casefold)}
    assert set(guides["Lebara"]) == {key for key in carriers if key.endswith("/lebara")}
    assert guides["Vodafone New Zealand"] == ["nz/one-nz"]
    assert guides["Билайн"] == ["ru/beeline"]
    assert "中国移动" in guides


def test_spellings_that_differ_in_blanks_or_case_are_one_name(carriers: dict[str, Carrier]) -> None:
    names = list(names_of(carriers["gb/giffgaff"], english))
    assert names[0] == "giffgaff"
    assert "Giff Gaff" not in names


def test_names_stand_under_their_initial(carriers: dict[str, Carrier]) -> None:
    groups = dict(by_initial(by_name(carriers, english, str.casefold)))
    assert "12Call" in [named.name for named in groups["0"]]
    assert "Билайн" in [named.name for named in groups[""]]
    assert all(named.name[0].casefold() == "g" for named in groups["G"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_advertised_name_refers_to_the_page_by_its_title(real_site: Path, language: str) -> None:
    title = re.search(r"<h1>(.*?)</h1>", page(real_site, language, "which"))
    assert title is not None
    assert title[1] in re.sub(r"\s+", " ", page(real_site, language, "zz/leb"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_guide_has_an_empty_table_of_ways(real_site: Path, carriers: dict[str, Carrier], language: str) -> None:
    """A guide without a way says so in words, and names what it has instead."""
    without = {key for key, carrier in carriers.items() if not carrier.channels}
    assert without == {"ch/lebara", "fr/sfr", "ge/magti", "nl/lebara"}, "see docs/left-out.md"
    for key in carriers:
        glance = page(real_site, language, key).partition('id="glance"')[2].partition("<h2")[0]
        if key in without:
            assert NO_WAY[language] in glance
            assert glance.count("“") >= 2
        else:
            assert glance.count("<tr>") >= 2, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_names_the_country(real_site: Path, language: str) -> None:
    titles = [
        re.search(r"<title>(.*?)</title>", page(real_site, language, key)) for key in ("gh/mtn", "ng/mtn", "ug/mtn")
    ]
    assert len({title[1] for title in titles if title}) == 3
