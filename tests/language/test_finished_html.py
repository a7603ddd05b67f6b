"""The page rules read a finished guide in HTML as they read it in Markdown."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from records import AS_OF, CARRIERS, TEMPLATES

from guidegen.catalogue import Catalogue, load
from guidegen.render import Records
from guidegen.rules.language.pages import measure, page_findings
from guidegen.rules.language.texts import names_in
from guidegen.rules.lines import lines_of
from guidegen.rules.parity.pages import differences, parity_findings
from guidegen.site import Site

KEYS = sorted(path.relative_to(CARRIERS).with_suffix("").as_posix() for path in CARRIERS.glob("??/[!_]*.yaml"))


@cache
def catalogue() -> Catalogue:
    return load(CARRIERS, AS_OF)


@cache
def site() -> Site:
    records = Records(catalogue().carriers, catalogue().countries, AS_OF)
    return Site(records, TEMPLATES, ["en", "zh"], ["html", "md"])


@cache
def page(language: str, key: str, format: str) -> str:
    return site().recipes()[f"{language}/{key}.{format}"]().text


def said(language: str, key: str, format: str) -> Iterator[str]:
    """Each line without what the formats write in ways of their own; what shop staff read is another matter."""
    for _, line in lines_of(page(language, key, format), format):
        if not line.startswith((">", "| ---")):
            yield re.sub(r"\\(?=[^\w\s])", "", line).replace("**：", "**: ")


@pytest.mark.parametrize("key", KEYS)
def test_a_guide_says_the_same_in_both_formats(key: str) -> None:
    for language in ("en", "zh"):
        # Facts of one name stand together in HTML, so their order can be another.
        assert sorted(said(language, key, "html")) == sorted(
            line.replace("**: ", "**: ") for line in said(language, key, "md")
        )


@pytest.mark.parametrize("key", KEYS)
def test_a_real_guide_in_html_has_no_findings(key: str) -> None:
    names = names_in(catalogue().trees[key])
    for language in ("en", "zh"):
        in_html, in_markdown = (measure(page(language, key, form), language, names, form) for form in ("html", "md"))
        assert in_html.tally == in_markdown.tally
        assert list(page_findings("p", page(language, key, "html"), language, names, "html")) == []
    currency = catalogue().carriers[key].currency or ""
    assert list(parity_findings("p", page("en", key, "html"), page("zh", key, "html"), currency, "html")) == []


def test_what_is_wrong_in_html_stands_at_its_line() -> None:
    en, zh = (page(language, "gb/giffgaff", "html") for language in ("en", "zh"))
    row = next(line for line in zh.split("\n") if line.startswith("<div><dt>到账"))
    (found,) = parity_findings("zh.html", en, zh.replace(row, row.replace("24", "48"), 1), "GBP", "html")
    assert (found.code, zh.split("\n")[found.span.line - 1][:3]) == ("G623", "<h2")
    assert "only in English: 24 hour; only in Chinese: 48 hour" in found.message
    long = " ".join(["and you pay there"] * 7)
    number = next(number for number, line in enumerate(en.split("\n"), 1) if "<li>Select the amount" in line)
    spoilt = en.replace("<li>Select the amount", f"<li>Select the amount {long}", 1)
    (found,) = page_findings("en.html", spoilt, "en", (), "html")
    assert (found.code, found.span.line) == ("G610", number)


FRAGMENT = """<nav>1 2</nav><article>
<h1>Top up A&amp;B</h1>
<p class="status stored">Stored
copy.</p>
<ol class="steps"><li>Dial <kbd class="long">*1*<wbr>{voucher}#</kbd>.</li>
<li>Pay <strong>€10</strong>.<ul><li>Inside</li></ul></li><li>Wait</li></ol>
<dl class="facts"><div><dt>Fee</dt><dd>none <small class="status x">Old report.</small></dd><dd>1</dd></div></dl>
<dl class="suits"><div><dt>No card</dt><dd class="yes">In a shop</dd></div></dl>
<table><thead><tr><th scope="col">Way</th></tr></thead><tr><th>App</th><td></td><td>5 * 5</td></tr></table>
<div class="counter"><small>Show this</small><p lang="en">10 euro</p></div><p>After</p>
<svg><text>9</text></svg><!-- 8 --><aside>Seven <blink>8</blink></aside>
</article><footer>3</footer>"""


def test_every_element_becomes_its_line() -> None:
    assert list(lines_of(FRAGMENT, "html")) == [
        *((2, "# Top up A\\&B"), (4, "*Stored copy.*"), (5, "1. Dial `*1*{voucher}#`.")),
        *((6, "2. Pay **€10**."), (6, "- Inside"), (6, "3. Wait")),
        *((7, "- **Fee**: none *Old report.*"), (7, "- **Fee**: 1"), (8, "**No card**"), (8, "- In a shop")),
        *((9, "| Way |"), (9, "| App |  | 5 \\* 5 |"), (10, "Show this"), (10, "> 10 euro"), (10, "After")),
        *((11, "Seven"), (11, "8")),
    ]
    assert list(lines_of("<p>A part alone", "html")) == [(1, "A part alone")]
    assert [text for _, text in lines_of("<p>A stray end</svg> hides nothing", "html")] == [
        "A stray end",
        "hides nothing",
    ]


def test_sections_of_html_are_compared_one_by_one() -> None:
    en = "<article><h1>T</h1><h2>Fee</h2><p>£1</p><h2>End</h2><p>2 days</p></article>"
    zh = "<article><h1>T</h1><h2>手续费</h2><p>1 英镑</p>\n<h2>终</h2><p>3 天</p></article>"
    (found,) = differences(en, zh, "GBP", "html")
    assert (found.line, found.heading) == (2, "终")
