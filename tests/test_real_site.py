"""The site of all real records: every guide in both languages and all formats, and nothing to click in any of them."""

import re
from pathlib import Path

from records import CARRIERS

GUIDES = sorted(
    file.relative_to(CARRIERS).with_suffix("").as_posix()
    for file in CARRIERS.glob("*/*.yaml")
    if file.name != "_country.yaml"
)
# Those that the project began with; none may get lost.
# fmt: off
FIRST = [
    "gb/giffgaff", "gb/lebara", "gb/vodafone", "gb/o2", "de/lebara", "de/aldi-talk", "de/telekom", "fr/orange",
    "ch/salt", "it/tim", "es/orange", "us/ultra-mobile-paygo", "us/t-mobile-prepaid", "ca/public-mobile",
    "hk/cmhk", "hk/csl", "cn/china-mobile", "th/ais", "sg/singtel", "my/hotlink", "ph/smart", "au/telstra",
    "ke/safaricom", "et/ethio-telecom", "za/vodacom", "ae/du", "sa/stc-sawa", "ua/kyivstar", "kz/kcell",
    "uz/ucell", "zz/leb",
]
# fmt: on
ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)


def texts(site: Path) -> dict[str, str]:
    return {file.relative_to(site).as_posix(): file.read_text() for file in site.rglob("*") if file.is_file()}


def test_every_record_has_its_guides(real_site: Path) -> None:
    assert set(FIRST) <= set(GUIDES)
    for key in GUIDES:
        for language in ("en", "zh"):
            for format in ("html", "md", "txt"):
                assert (real_site / language / f"{key}.{format}").stat().st_size > 500


def test_no_address_stands_anywhere(real_site: Path) -> None:
    address = re.compile(r"https?://|www\.")
    assert [(path, address.findall(text)) for path, text in texts(real_site).items() if address.search(text)] == []


def test_no_article_holds_a_link(real_site: Path) -> None:
    articles = {path: ARTICLE.findall(text) for path, text in texts(real_site).items() if path.endswith(".html")}
    assert sum(map(len, articles.values())) >= 2 * len(GUIDES)
    assert [path for path, found in articles.items() if any(re.search(r"<a\b", article) for article in found)] == []


def test_every_entry_of_an_index_opens(real_site: Path) -> None:
    for file in real_site.rglob("*.html"):
        for address in re.findall(r'href="([^"#]+)', file.read_text()):
            assert (file.parent / address).is_file(), (file, address)
