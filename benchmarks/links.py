"""How fast the link scan is: pages that hold nothing, and hostile text. Run: python benchmarks/links.py"""

from __future__ import annotations

import time
from collections.abc import Callable

from guidegen.links import scan_html, scan_markdown, scan_text

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


def page(text: str, size: int) -> str:
    """The text repeated to ``size`` bytes."""
    return text * (size // len(text.encode()) + 1)


def as_html(text: str) -> str:
    """A finished page: one list item per line, keys marked up."""
    items = "\n".join(f"<li>{line.replace('#', '<kbd>#</kbd>')}</li>" for line in text.split("\n"))
    head = '<!doctype html><html lang="en"><body><nav><a href="../index.html">Home</a></nav>'
    return f"{head}<article><ol>{items}</ol></article></body></html>"


def best(scan: Callable[[str], object], text: str, times: int) -> float:
    """The shortest of some runs, in seconds."""
    runs = []
    for _ in range(times):
        begin = time.perf_counter()
        scan(text)
        runs.append(time.perf_counter() - begin)
    return min(runs)


def main() -> None:
    """Prints MB/s on clean pages of about 15 KB, then seconds for 10 MB of one character."""
    for name, text in (("English", ENGLISH), ("Chinese", CHINESE)):
        plain = page(text, 15_000)
        for kind, scan, source in (
            ("text", scan_text, plain),
            ("HTML", scan_html, as_html(plain)),
            ("Markdown", scan_markdown, plain),
        ):
            speed = len(source.encode()) / best(scan, source, 20) / 1e6
            print(f"{name} {kind}: {speed:.1f} MB/s, {len(scan(source))} hits")
    for char in HOSTILE:
        print(f"10 MB of {char!r}: {best(scan_text, char * 10_000_000, 1):.2f} s")


if __name__ == "__main__":
    main()
