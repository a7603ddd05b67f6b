"""What the accessibility checker and the HTML checker say of the pages: nothing."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browsing import KINDS, OTHERS, as_json

pytestmark = pytest.mark.browser

# Every rule of WCAG 2.2 A, AA and AAA and of best practice; axe leaves some AAA rules out unless they are named.
RUN = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const values = axe.getRules(tags).map(rule => rule.ruleId);
  const found = await axe.run(document, {runOnly: {type: "rule", values}, resultTypes: ["violations"]});
  const told = node => node.html.slice(0, 160) + " " + node.failureSummary;
  return [values.length, found.violations.map(fault => [fault.id, fault.nodes.slice(0, 3).map(told)])];
}"""
LOOKS = [(width, scheme) for width in (320, 360, 1280) for scheme in ("light", "dark")]


def faults(window: Any, path: str, axe: str) -> list[Any]:
    """What axe finds on a page; the checker comes in by the debugger, past the page's security policy."""
    page = window.open(path)
    page.evaluate(axe)
    rules, found = page.evaluate(RUN)
    assert rules > 90
    return list(found)


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_on_any_kind_of_page(reader: Callable[..., Any], axe: str, width: int, scheme: str) -> None:
    window = reader(width=width, color_scheme=scheme)
    found = {path: fault for path in KINDS if (fault := faults(window, path, axe))}
    assert not found, as_json(found)


def test_axe_finds_nothing_in_the_other_language(reader: Callable[..., Any], axe: str) -> None:
    window = reader()
    found = {path: fault for path in OTHERS if (fault := faults(window, path, axe))}
    assert not found, as_json(found)


def guessed(message: dict[str, Any]) -> bool:
    """The checker guesses a language from its letters; a Chinese page of brand names looks English to it."""
    return "appears to be written in" in message["message"] and message["url"].endswith("zh/which.html")


def test_nu_html_checker_has_nothing_to_say(nu_checker: list[str], real_site: Path) -> None:
    command = [*nu_checker, "--format", "json", "--stdout", "--skip-non-html", str(real_site)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    messages = json.loads(run.stdout)["messages"]
    said = {f"{m['url']} {m['message']} {m.get('extract', '')[:120]}" for m in messages if not guessed(m)}
    assert not said, as_json(sorted(said)[:12])
