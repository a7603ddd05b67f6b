"""Small, current pictures of the site for the README: `make screenshots`. Builds the site and opens it in Chromium.

Both languages, a phone and a desktop; the pictures go to docs/images/.
"""

import datetime
import sys
import tempfile
from pathlib import Path
from typing import Any

import browser
from playwright.sync_api import sync_playwright

from guidegen.build import Options, build

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
# Name, page, width and height of the window, light or dark, what to type into the search.
PICTURES = (
    ("giffgaff-en-phone", "en/gb/giffgaff.html", 360, 720, "light", ""),
    ("giffgaff-zh-phone", "zh/gb/giffgaff.html", 360, 720, "dark", ""),
    ("ais-en-desktop", "en/th/ais.html", 1024, 720, "light", ""),
    ("china-unicom-zh-desktop", "zh/cn/china-unicom.html", 1024, 720, "light", ""),
    ("search-zh-phone", "zh/index.html", 360, 720, "light", "联通"),
    ("search-en-desktop", "en/index.html", 1024, 720, "dark", "gifgaf"),
)


def take(window: Any, site: Path) -> None:
    """Take every picture."""
    for name, path, width, height, scheme, typed in PICTURES:
        page = window.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        page.goto((site / path).as_uri())
        if typed:
            page.locator("#q").fill(typed)
        file = IMAGES / f"{name}.png"
        page.screenshot(path=file)
        page.close()
        print(f"{file.relative_to(ROOT).as_posix()}: {file.stat().st_size / 1024:.0f} KB")


def main() -> int:
    path = browser.find()
    if not path:
        print("No Chromium here; get one with: python tools/browser.py")
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        result = build(Options(ROOT / "carriers", ROOT / "templates", site, datetime.datetime.now(datetime.UTC).date()))
        if result.stopped:
            print("The site could not be built; see: guidegen check")
            return 1
        running = playwright.chromium.launch(executable_path=path, args=browser.FLAGS)
        take(running, site)
        running.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
