"""Templates that are missing, broken, wrong or unsafe: a finding at its line, and the old site stays."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from records import SOUND, TEMPLATES, built, snapshot

from guidegen.diagnostics import Diagnostic

Wrong = Callable[[Path], object]


def told(finding: Diagnostic, templates: Path) -> str:
    return f"{finding.path.removeprefix(f'{templates.as_posix()}/')}:{finding.span.line} {finding.code}"


def adds(name: str, text: str) -> Wrong:
    """Put a text before the first line of a template."""

    def change(templates: Path) -> None:
        file = templates / name
        file.write_text(text + "\n" + file.read_text())

    return change


def not_utf8(templates: Path) -> None:
    (templates / "about.j2").write_bytes("überall".encode("latin-1"))


@pytest.mark.parametrize(
    ("wrong", "expected", "words"),
    [
        (adds("guide.j2", '{% include "guide/stepps.j2" %}'), "guide/stepps.j2:1 G301", "write guide/steps.j2"),
        (adds("guide.j2", "{% if guide %}"), "G302", "Jinja was looking for"),
        (adds("guide/head.j2", "{{ guide"), "G302", ""),
        (adds("guide/head.j2", "{{ guide.carrier.name.en | gruoped(4) }}"), "guide/head.j2:1 G302", "write grouped"),
        (not_utf8, "about.j2:1 G302", "not UTF-8"),
        (adds("guide/head.j2", "\n{{ titel }}"), "guide/head.j2:2 G303", "'titel' is undefined"),
        (adds("guide/head.j2", "{{ say.titel(carrier) }}"), "guide/head.j2:1 G303", "write title"),
        (adds("guide/head.j2", "{{ guide.nothing }}"), "guide/head.j2:1 G303", "nothing"),
        (adds("guide/head.j2", "{{ guide.carrier.name | grouped(4) }}"), "guide/head.j2:1 G304", "TypeError"),
        (adds("guide/head.j2", "{{ 1 // 0 }}"), "guide/head.j2:1 G304", "ZeroDivisionError"),
        (adds("guide/head.j2", "{{ guide.ways[99].number + 1 }}"), "guide/head.j2:1 G303", ""),
        (adds("guide/head.j2", '{% include "guide/head.j2" %}'), "guide/head.j2:1 G304", "RecursionError"),
    ],
)
def test_bad_template(tmp_path: Path, small_site: Path, wrong: Wrong, expected: str, words: str) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    wrong(templates)
    before = snapshot(small_site)
    small: dict[str, Any] = {"languages": ("en",), "formats": ("html",)}
    result = built(tmp_path, {"gb/case.yaml": SOUND}, small_site, templates=templates, **small)
    assert len(result.findings) == 1
    assert expected in told(result.findings[0], templates)
    assert words in f"{result.findings[0].message} · {result.findings[0].help}"
    assert snapshot(small_site) == before


@pytest.mark.parametrize("name", ["guide/steps.j2", "formats/md.j2", "style.css"])
def test_a_template_of_guidegen_is_gone(
    tmp_path: Path, small_site: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    (templates / name).unlink()
    monkeypatch.setattr("guidegen.overlay.embedded", lambda _: templates)
    before = snapshot(small_site)
    result = built(tmp_path, {"gb/case.yaml": SOUND}, small_site, templates=templates)
    assert [told(finding, templates) for finding in result.findings] == [f"{name}:1 G301"]
    assert result.findings[0].message == f"there is no template {name}"
    assert snapshot(small_site) == before


def test_no_templates_at_all(tmp_path: Path, small_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guidegen.overlay.embedded", lambda _: tmp_path / "nowhere")
    before = snapshot(small_site)
    result = built(tmp_path, {"gb/case.yaml": SOUND}, small_site, templates=tmp_path / "empty")
    assert [finding.code for finding in result.findings] == ["G301"]
    assert snapshot(small_site) == before


def test_a_template_that_makes_a_link_is_stopped_at_the_finished_page(tmp_path: Path, small_site: Path) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    adds("guide/head.j2", '{{ "example" ~ "." ~ "com" }}')(templates)
    before = snapshot(small_site)
    result = built(tmp_path, {"gb/case.yaml": SOUND}, small_site, templates=templates)
    assert {finding.code for finding in result.findings} == {"G402"}
    assert {"en/gb/case.html", "en/gb/case.md", "zh/gb/case.txt"} <= {finding.path for finding in result.findings}
    assert all("\n" not in finding.message for finding in result.findings)
    assert snapshot(small_site) == before
