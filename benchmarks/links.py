"""How fast the link scan is: CPU time on clean text, on a built site, and on hostile text.

Run: python benchmarks/links.py [SITE]   (SITE: a folder made by guidegen build; default: site)
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from guidegen.links import coded, odd, page, scan, scan_html, scan_markdown, scan_text, secondlook
from guidegen.links.firstlook import first_look
from guidegen.links.words import forget_words

ENGLISH = """Top up giffgaff with a voucher
Fee: giffgaff says there is no fee. You need: a voucher code, your phone number and €10 in cash.
1. Go to Tesco. giffgaff lists it as a seller.
2. Ask for a €10 voucher. Say it again before you pay: giffgaff, €10.
3. Type *104* with no spaces, then the 16 digits of the voucher code, then hash (#).
The whole code looks like this: *104*{voucher code}#
No confirmation text after 15 minutes: check your balance. If it is the same, call 43430 for help.
The credit lasts 180 days from the day you top up. Checked on 23 November 2026; the page is dated May 2019.
Sources disagree: giffgaff says *100#, a data set says 43430. We read a stored copy of giffgaff’s page.
"""
CHINESE = """给 giffgaff 充值
手续费：giffgaff 写明不收。准备好：充值码、手机号码、10 英镑现金。
1. 去 Tesco，giffgaff 把它列为销售点。
2. 对店员说：要 10 英镑的充值券。付款前再说一遍：giffgaff，10 英镑。
3. 输入 *104*，不加空格，接着输入 16 位充值码，最后输入井号（#）。
完整的代码是：*104*{充值码}#
过了 15 分钟没有到账短信，先查余额。余额没有变，就打客服电话 43430。手边备好小票和充值码。
话费从充值当天算起，180 天内可用。核对日期：2026年11月23日；页面日期：2019年5月。
来源说法不一：giffgaff写*100#，另一份数据写43430。我们读的是 giffgaff 页面的存档。
"""
HOSTILE = [".", "@", "[", "\u200d"]
SCANS: dict[str, Callable[[str], object]] = {"txt": scan_text, "md": scan_markdown, "html": scan_html}
MEMOS = (
    coded._tells, odd._says_nothing, odd._may_be_top, page._one_tag, page._shown_short, scan._scanned_once,
    scan._finds_once, secondlook._stirs_once,
)  # fmt: skip


def repeated(text: str, size: int) -> str:
    """The text repeated to ``size`` bytes."""
    return text * (size // len(text.encode()) + 1)


def as_html(text: str) -> str:
    """A finished page: one list item per line, keys marked up."""
    items = "\n".join(f"<li>{line.replace('#', '<kbd>#</kbd>')}</li>" for line in text.split("\n"))
    head = '<!doctype html><html lang="en"><body><nav><a href="../index.html">Home</a></nav>'
    return f"{head}<article><ol>{items}</ol></article></body></html>"


def forget() -> None:
    """Empties every memo, so that a page is read as the first one of its kind."""
    for memo in MEMOS:
        memo.cache_clear()
    forget_words()
    page.forget_tags()


def seconds(scan: Callable[[str], object], text: str, before: Callable[[], None] = forget, times: int = 5) -> float:
    """The median CPU time of some runs."""
    runs = []
    for _ in range(times):
        before()
        begin = time.process_time()
        scan(text)
        runs.append(time.process_time() - begin)
    return statistics.median(runs)


def report(name: str, texts: Iterable[str], scan: Callable[[str], object]) -> None:
    """Prints what each page costs with empty memos, and what all cost one after the other with memos kept."""
    pages = list(texts)
    if not pages:
        return
    size = sum(len(text.encode()) for text in pages)
    alone = [seconds(scan, text) for text in pages]
    forget()
    row = [seconds(scan, text, before=int, times=1) for text in pages]
    print(
        f"{name}: {len(pages)} pages of {size // len(pages)} bytes; each alone {size / sum(alone) / 1e6:.1f} MB/s, "
        f"median {statistics.median(alone) * 1e3:.2f} ms; in a row {size / sum(row) / 1e6:.1f} MB/s"
    )


def guides(site: Path, language: str, format: str) -> list[str]:
    """The finished guides of a site."""
    return [file.read_text(encoding="utf-8") for file in sorted((site / language).glob(f"*/*.{format}"))]


def main() -> None:
    """Prints clean pages of about 15 KB, the guides of a site, and seconds for 10 MB of one character."""
    for name, text in (("English", ENGLISH), ("Chinese", CHINESE)):
        for format, source in (
            ("txt", repeated(text, 15_000)),
            ("md", repeated(text, 15_000)),
            ("html", as_html(repeated(text, 15_000))),
        ):
            report(f"{name} {format}, nine lines repeated", [source], SCANS[format])
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    for language in ("en", "zh"):
        for format, scanned in SCANS.items():
            made = guides(site, language, format)
            report(f"guides {language} {format}", made, scanned)
        held = [text for text in guides(site, language, "txt") if not first_look(text)]
        report(f"guides {language} txt whose first look finds nothing", held, scan_text)
    for char in HOSTILE:
        print(f"10 MB of {char!r}: {seconds(scan_text, char * 10_000_000, times=3):.2f} s")


if __name__ == "__main__":
    main()
