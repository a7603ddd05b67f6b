"""Finished pages: HTML as a browser shows it, Markdown as its parser reads it."""

from __future__ import annotations

import pytest

from guidegen.guard import scan_data
from guidegen.links import scan_html, scan_markdown, scan_text

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name=viewport content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="alternate" hreflang="zh" href="../../zh/gb/giffgaff.html"><link rel="icon" href="data:,">
<title>giffgaff</title><style>body{font:16px/1.5 sans-serif;margin:0 .5em}a:hover{color:#06c}</style></head>
<body><nav><a href="../index.html">Home</a> <a href="giffgaff.md">Markdown</a> <a href="#way">ways</a></nav>
<article><h1>giffgaff</h1><p>Dial <code>*104*{voucher code}#</code> &amp; press <kbd>#</kbd>.</p>
<svg viewBox="0 0 10 10"><path d="M0 0L1.5.5"/><text>180 days</text></svg>INSIDE</article>OUTSIDE
<footer>Checked on 23 November 2026</footer></body></html>"""


def page(inside: str = "", outside: str = "") -> str:
    return PAGE.replace("INSIDE", inside).replace("OUTSIDE", outside)


def test_a_page_of_ours_holds_nothing() -> None:
    assert scan_html(page()) == ()


@pytest.mark.parametrize(
    "inside",
    [
        '<a href="vodafone.html">next</a>',
        "<form><input></form>",
        "<img alt=x>",
        "<iframe></iframe>",
        "<p>t.<b>me</b>/simking</p>",
        "<p>t&#46;me&sol;simking</p>",
        "<p>加<span>微</span>信 simking24</p>",
        '<p title="加V：simking24">x</p>',
        '<p onclick="go()">x</p>',
        '<p style="background:url(a.png)">x</p>',
        '<p data-x="example.com">x</p>',
        "<!-- 代充 TG: simking24 -->",
        '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
        "<svg><image href=a.png /></svg>",
        "<video poster=a.png></video>",
        "<img src=a.png",
    ],
)
def test_what_an_article_may_not_hold(inside: str) -> None:
    source = page(inside)
    hits = scan_html(source)
    assert hits
    assert all(source[hit.start : hit.end] == hit.seen for hit in hits)


@pytest.mark.parametrize(
    "outside",
    [
        '<a href="https://example.com">x</a>',
        '<a href="//example.com">x</a>',
        '<a href="example.com">x</a>',
        '<a href="java\nscript:alert(1)">x</a>',
        '<a href="&#104;ttps://example.com">x</a>',
        "<iframe></iframe>",
        "<object></object>",
        "<base href=/>",
        "<meta http-equiv=refresh content=5>",
        "<link rel=stylesheet href=a.css>",
        "<script src=a.js></script>",
        '<script>fetch("https://example.com/")</script>',
        "<style>@import 'a.css'</style>",
        "<style>p{background:u\\72l(a.png)}</style>",
        '<style>p::after{content:"加微信 simking24"}</style>',
        '<form action="/pay"></form>',
    ],
)
def test_what_no_page_may_hold(outside: str) -> None:
    assert scan_html(page(outside=outside))


@pytest.mark.parametrize(
    "outside", ["<script>const a=b.id,c=d.app;e.top()</script>", '<a href="../zh/gb.html#o2">x</a>']
)
def test_what_may_stand_outside_the_article(outside: str) -> None:
    assert scan_html(page(outside=outside)) == ()


@pytest.mark.parametrize(
    "md",
    [
        "[x](/y)",
        "![x](y.png)",
        "[x][y]\n\n[y]: /z",
        "[unused]: /z",
        "<https://example.com>",
        "t.**me**/simking",
        "t&period;me/simking",
        "`t.me/simking`",
        "a <b onclick=x>b</b>",
        "t\\.me/simking",
        "| a | b |\n|---|---|\n| 加微信 | simking24 |",
    ],
)
def test_markdown_is_read_by_its_parser(md: str) -> None:
    source = f"# Guide\n\n{md}\n"
    hits = scan_markdown(source)
    assert hits
    assert all(source[hit.start : hit.end] == hit.seen for hit in hits)


def test_a_markdown_guide_of_ours_holds_nothing() -> None:
    assert (
        scan_markdown(
            "# giffgaff\n\n1. Dial `*104*{voucher code}#`\n2. **Aufladen** (top up)\n\n| a | b |\n|---|---|\n"
        )
        == ()
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kaspi.kz", 0),
        ("打开Kaspi.kz App", 0),
        ("Kaspi.kz/promo", 1),
        ("xKaspi.kz", 1),
        ("kaspi.kz", 1),
        ("www.Kaspi.kz", 1),
    ],
)
def test_an_allowed_name_passes_only_exactly(text: str, found: int) -> None:
    allowed = frozenset({"Kaspi.kz"})
    for scan in (scan_text, scan_html, scan_markdown):
        assert len(scan(text, allowed=allowed)) == found


def test_a_full_stop_before_a_new_paragraph_is_no_dot() -> None:
    # Found on a real guide: "… a top-up." and, a paragraph later, "HK$50 …".
    assert scan_text("These make it last longer: a top-up.\n\nHK$50 adds 90 days.") == ()


@pytest.mark.parametrize(
    ("tag", "seen"),
    [
        ("<img src>", "src"),
        ("<img src=''>", "src=''"),
        ("<img src=x>", "x"),
        ("<img src = 'x'>", "x"),
        ('<img src="', "src"),
        ("<a href=>", "href"),
    ],
)
def test_an_attribute_without_a_value_is_pointed_at_too(tag: str, seen: str) -> None:
    (hit,) = scan_html(tag)
    assert (hit.seen, tag[hit.start : hit.end]) == (seen, seen)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_of_markdown_end_as_its_parser_ends_them(end: str) -> None:
    """A carriage return alone ends a line too (CommonMark 0.31, 2.1)."""
    text = f"one{end}{end}two{end}{end}[here][x]{end}{end}[x]: /away{end}"
    (link, definition) = scan_markdown(text)
    assert text[link.start : link.end] == "[here][x]"
    assert text[definition.start : definition.end] == "[x]: /away"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ('"A https://a.example"', ["https://"]),
        ('"WWW.a.example"', ["WWW."]),
        ('"MailTo:a"', ["MailTo:"]),
        ('"x+y://a, http://b"', ["x+y://", "http://"]),
        ('"awww.a", "://", "www", "1://"', []),
    ],
)
def test_addresses_in_a_data_file(text: str, seen: list[str]) -> None:
    assert [hit.seen for hit in scan_data(text)] == seen
