"""Find a Chromium for the browser tests and the screenshots, or bring one: `python tools/browser.py`.

In this order: the one that CHROMIUM names, one of the system, one that Playwright brought before; then, to bring one,
apt where this account may use it, else Playwright's own download.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No sandbox: containers and root have none to offer, and the pages come from this repository.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def find() -> str:
    """The path of a Chromium, or an empty text."""
    named = os.environ.get("CHROMIUM", "")
    return named or next(filter(None, map(shutil.which, NAMES)), "") or _of_playwright()


def _of_playwright() -> str:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return ""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else ""


def bring() -> None:
    """Install a Chromium, and a font for Chinese where apt may do so."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        packages = ["chromium", "fonts-noto-cjk"]
        update = subprocess.run(["apt-get", "update", "-qq"], check=False)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
        if update.returncode == 0 and subprocess.run(install, check=False).returncode == 0 and find():
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    if not find():
        bring()
    found = find()
    print(found or "No Chromium was found, and none could be installed. The browser tests will be skipped.")
    sys.exit(0 if found or not os.environ.get("CI") else 1)
