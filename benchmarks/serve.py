"""From a save to the page that shows it, in Chromium, through a real `guidegen serve`.

    python benchmarks/serve.py [--saves 50] [--records 1000] [--json FILE]

Measures changes of a record, of a template, of a language file and of the style: the time from the start of writing the
file to the first contentful paint of the page that has the new text or style. Without --records it takes
the records of this repository; with it, that many copies of them under other names (cross-record findings are then many
and are left out). Prints median, 95th percentile and worst in milliseconds.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAUSE = 2.0  # seconds between saves: a person reads before the next one, and serve checks what nobody looks at
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]"
GUIDE, KEY = "en/gb/giffgaff.html", "gb/giffgaff"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--saves", type=int, default=50)
    parser.add_argument("--records", type=int, default=0)
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), wanted.records, wanted.saves)
    for row in found:
        times = "  ".join(f"{name} {row[name]:6.0f} ms" for name in ("median", "p95", "worst"))
        print(f"{row['records']:>6} records  {row['change']:<22} {times}")
    if wanted.json:
        wanted.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def measure(folder: Path, records: int, saves: int) -> list[dict[str, Any]]:
    """One row for each kind of change."""
    from playwright.sync_api import sync_playwright

    shutil.copytree(ROOT / "templates", folder / "templates")
    count = lay_out(folder / "carriers", records)
    rows = []
    with serving(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        # Playwright asks the page by `eval`, which the page's policy forbids.
        page = browser.new_page(viewport={"width": 360, "height": 640}, bypass_csp=True)
        page.goto(address + GUIDE)
        for name, change in CHANGES.items():
            times = [one(page, change(folder, turn)) for turn in range(saves + 2)][2:]
            p95 = sorted(times)[int(len(times) * 0.95)]
            row = {"median": statistics.median(times), "p95": p95, "worst": max(times)}
            rows.append({"records": count, "change": name, "saves": saves, **row})
        browser.close()
    return rows


def lay_out(carriers: Path, wanted: int) -> int:
    """The records of the repository, and copies of them under other names until there are as many as wanted."""
    shutil.copytree(ROOT / "carriers", carriers)
    originals = sorted(file for file in carriers.glob("*/*.yaml") if not file.name.startswith("_"))
    count = len(originals)
    while count < wanted:
        original = originals[count % len(originals)]
        text = original.read_text(encoding="utf-8")
        original.with_name(f"{original.stem}-{count}.yaml").write_text(text, encoding="utf-8")
        count += 1
    return count


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A running server and its address."""
    line = [sys.executable, "-m", "guidegen", "serve", "--port", "0", "--as-of", "2026-11-23"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with (folder / "log.txt").open("w") as log:
        process = subprocess.Popen(line, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            assert process.stdout
            yield process.stdout.readline().split()[0]
        finally:
            process.terminate()
            process.wait()


def one(page: Any, change: tuple[Callable[[], None], str]) -> float:
    """The milliseconds from a save to the first paint of the page that shows it; then a pause, as a person makes."""
    save, shown = change
    started = time.time() * 1000
    save()
    while True:
        try:
            page.wait_for_function(f"{shown} && {PAINTED}", polling="raf", timeout=20_000)
            break
        except Exception as error:  # the page that was asked is gone: ask the one that took its place
            if "navigation" not in str(error) and "context" not in str(error):
                raise
    painted = float(page.evaluate(f"performance.timeOrigin + {PAINTED}.startTime"))
    time.sleep(PAUSE)
    return painted - started


Change = Callable[[Path, int], tuple[Callable[[], None], str]]


def in_record(folder: Path, turn: int) -> tuple[Callable[[], None], str]:
    """Another name of the carrier."""
    file = folder / f"carriers/{KEY}.yaml"
    text = re.sub(r"(?m)^name:.*$", f"name: giffgaff {turn}x", file.read_text(encoding="utf-8"))
    return lambda: put(file, text), f"document.querySelector('h1')?.innerText.includes('giffgaff {turn}x')"


def in_template(folder: Path, turn: int) -> tuple[Callable[[], None], str]:
    """A word at the end of a template of the guide."""
    file = folder / "templates/guide.j2"
    text = re.sub(r"\n?MARK \d+x\n?$", "", file.read_text(encoding="utf-8")) + f"\nMARK {turn}x\n"
    return lambda: put(file, text), f"document.body?.innerText.includes('MARK {turn}x')"


def in_language(folder: Path, turn: int) -> tuple[Callable[[], None], str]:
    """A word in the English language file, the largest template."""
    file = folder / "templates/languages/en.j2"
    old = file.read_text(encoding="utf-8")
    text = re.sub(r'"all": "([^"]*?)(?: \d+y)?"', rf'"all": "\1 {turn}y"', old, count=1)
    assert text != old
    return lambda: put(file, text), f"document.body?.innerText.includes(' {turn}y')"


def in_style(folder: Path, turn: int) -> tuple[Callable[[], None], str]:
    """A custom property in the style sheet."""
    file = folder / "templates/style.css"
    text = re.sub(r"\n?:root\{--turn:\d+\}\n?$", "", file.read_text(encoding="utf-8")) + f"\n:root{{--turn:{turn}}}\n"
    return lambda: put(file, text), f"getComputedStyle(document.documentElement).getPropertyValue('--turn') == '{turn}'"


def put(file: Path, text: str) -> None:
    """Save as most editors do."""
    file.write_text(text, encoding="utf-8")


CHANGES: dict[str, Change] = {
    "a record": in_record,
    "a template": in_template,
    "the language file": in_language,
    "the style": in_style,
}

if __name__ == "__main__":
    main()
