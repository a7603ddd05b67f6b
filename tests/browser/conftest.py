"""A real browser on pages opened from disk, as a reader who saved them would; it notes every request and message."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import HERE, Reader, missing
from npm import installed

sys.path.insert(0, str(HERE.parents[1] / "tools"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    import browser
    from playwright.sync_api import sync_playwright

    path = browser.find()
    if not path:
        missing("no Chromium; `make test` brings one, or: python tools/browser.py")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=browser.FLAGS)
        yield running
        running.close()


@pytest.fixture
def reader(chromium: Any, real_site: Path) -> Iterator[Callable[..., Reader]]:
    """Open a window: `reader(width=360, color_scheme="dark")`."""
    contexts = []

    def make(site: Path = real_site, width: int = 360, **options: Any) -> Reader:
        context = chromium.new_context(viewport={"width": width, "height": 740}, **options)
        contexts.append(context)
        made = Reader(context.new_page(), site)
        return made.watch()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    return (installed("browser") / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def nu_checker() -> list[str]:
    java = shutil.which("java")
    if not java:
        missing("no Java for the Nu Html Checker; on Debian: apt install default-jre-headless")
    return [str(java), "-jar", str(installed("browser") / "vnu-jar" / "build" / "dist" / "vnu.jar")]
