"""The open page in a real browser: it reloads, stays where it was, and shows a fault over the last sound page."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright
from records import SOUND
from servers import Start
from workspaces import PAGE

pytestmark = pytest.mark.browser
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture
def browser_page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        except Exception:
            if os.environ.get("CI"):
                raise
            pytest.skip("no Chromium here")
        page = browser.new_page(viewport={"width": 360, "height": 640})
        page.set_default_timeout(30_000)
        yield page
        browser.close()


def listen(page: Page) -> list[str]:
    """What the page complains of from now on."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def test_a_save_reloads_the_page_where_it_was(serving: Start, browser_page: Page, tmp_path: Path) -> None:
    page, heard = browser_page, listen(browser_page)
    with serving() as server:
        page.goto(server.address + PAGE)
        expect(page.locator("body")).to_contain_text("*100*")
        page.evaluate("scrollTo(0, 500)")
        (tmp_path / "carriers/gb/case.yaml").write_text(SOUND.replace("*100*", "*155*"))
        expect(page.locator("body")).to_contain_text("*155*")
        page.wait_for_function("scrollY === 500")
    assert [text for text in heard if "Content Security" in text or "Error" in text] == []


def test_a_fault_stands_over_the_last_sound_page_until_it_is_mended(
    serving: Start,
    browser_page: Page,
    tmp_path: Path,
) -> None:
    record = tmp_path / "carriers/gb/case.yaml"
    with serving() as server:
        browser_page.goto(server.address + PAGE)
        record.write_text(SOUND.replace("kind: ussd", "kind: usd"))
        overlay = browser_page.get_by_role("alert")
        expect(overlay).to_contain_text("case.yaml:11:11 G104 usd is no kind for this list")
        expect(overlay).to_contain_text("kind: usd")
        expect(overlay).to_contain_text("help: write ussd")
        expect(browser_page.locator("body")).to_contain_text("*100*")
        browser_page.keyboard.press("Escape")
        expect(overlay).to_have_count(0)
        record.write_text(SOUND.replace("kind: ussd", "kind: ussdd"))
        expect(overlay).to_contain_text("ussdd is no kind")
        record.write_text(SOUND)
        expect(overlay).to_have_count(0)


def test_markup_in_a_fault_is_text(serving: Start, browser_page: Page, tmp_path: Path) -> None:
    with serving() as server:
        browser_page.goto(server.address + PAGE)
        (tmp_path / "carriers/gb/case.yaml").write_text(SOUND.replace("kind: ussd", 'kind: "<img src=x>"'))
        expect(browser_page.get_by_role("alert")).to_contain_text("<img src=x>")
        assert browser_page.locator("img").count() == 0


def test_a_deleted_page_comes_back_with_its_record(
    serving: Start,
    browser_page: Page,
    tmp_path: Path,
) -> None:
    record = tmp_path / "carriers/gb/case.yaml"
    with serving() as server:
        browser_page.goto(server.address + PAGE)
        record.unlink()
        expect(browser_page.locator("h1")).to_have_text("No such page")
        record.write_text(SOUND)
        expect(browser_page.locator("body")).to_contain_text("*100*")
