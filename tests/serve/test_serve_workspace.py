"""What serve shows after each kind of change, without a browser."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from records import AS_OF, SOUND
from workspaces import PAGE, Desk

from guidegen.build import Options, build


def test_every_page_is_the_one_that_a_build_writes(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert build(Options(desk.carriers, desk.templates, out, AS_OF), lambda *_: None).findings == []
    files = (file for file in out.rglob("*") if file.is_file() and not file.name.startswith("."))
    written = {file.relative_to(out).as_posix(): file for file in files}
    assert len(written) > 8
    assert {path: desk.page(path) for path in written} == {path: file.read_text() for path, file in written.items()}


def test_a_changed_record_changes_its_page(desk: Desk) -> None:
    desk.record.write_text(SOUND.replace("*100*", "*155*"))
    update, come_back = desk.look(settled=False)
    assert update
    assert update.changed == ("gb/case.yaml",)
    assert not come_back
    assert "*155*" in desk.page()


def test_nothing_changed_is_no_update(desk: Desk) -> None:
    desk.record.touch()
    assert desk.look(named=["gb/case.yaml"]) == (None, False)


def test_an_edit_that_leaves_size_and_time_is_seen_when_the_system_names_the_file(desk: Desk) -> None:
    before = desk.record.stat()
    desk.record.write_text(SOUND.replace("*100*", "*155*"))
    os.utime(desk.record, ns=(before.st_atime_ns, before.st_mtime_ns))
    desk.look(settled=False, named=["gb/case.yaml"])
    assert "*155*" in desk.page()


def test_a_fault_leaves_the_last_sound_page_and_goes_when_it_is_mended(desk: Desk) -> None:
    sound = desk.page()
    desk.record.write_text(SOUND.replace("kind: ussd", "kind: usd"))
    desk.look()
    assert desk.codes() == ["G104"]
    assert desk.page() == sound
    desk.record.write_text(SOUND)
    desk.look(settled=False)
    assert desk.codes() == []


@pytest.mark.parametrize("half", ["", SOUND[:40], SOUND[:-30]])
def test_a_save_half_way_through_shows_nothing(desk: Desk, half: str) -> None:
    desk.record.write_text(half)
    assert desk.look(settled=False) == (None, True)
    desk.record.write_text(SOUND.replace("*100*", "*155*"))
    update, come_back = desk.look(settled=False)
    assert update
    assert update.findings == ()
    assert not come_back
    assert "*155*" in desk.page()


def test_a_file_that_is_away_for_a_moment_stays_on_the_page(desk: Desk) -> None:
    content = desk.record.read_text()
    desk.record.unlink()
    assert desk.look(settled=False) == (None, True)
    assert "Case Mobile" in desk.page()
    desk.record.write_text(content)
    assert desk.look(settled=False) == (None, False)


def test_a_deleted_record_takes_its_page_away(desk: Desk) -> None:
    (desk.carriers / "gb/other.yaml").write_text(SOUND.replace("name: Case Mobile", "name: Other Mobile"))
    desk.look()
    desk.record.unlink()
    desk.look()
    assert desk.page() == "none"
    assert "Case Mobile" not in desk.page("en/index.html")


def test_a_renamed_record_moves_its_page(desk: Desk) -> None:
    desk.record.rename(desk.carriers / "gb/moved.yaml")
    desk.look()
    assert desk.page() == "none"
    assert "Case Mobile" in desk.page("en/gb/moved.html")


def test_a_record_saved_by_rename_is_read_again(desk: Desk) -> None:
    aside = desk.carriers / "gb/case.yaml~"
    aside.write_text(SOUND.replace("*100*", "*155*"))
    aside.replace(desk.record)
    desk.look(settled=False)
    assert "*155*" in desk.page()


def test_files_that_an_editor_puts_beside_a_record_are_no_records(desk: Desk) -> None:
    (desk.carriers / "gb/.#case.yaml").symlink_to("user@host.1234")
    (desk.carriers / "gb/._case.yaml").write_bytes(b"\0\5\26\7")
    assert desk.look() == (None, False)


def test_a_new_record_with_a_fault_has_no_page_until_it_is_mended(desk: Desk) -> None:
    other = desk.carriers / "gb/other.yaml"
    text = SOUND.replace("Case Mobile\ncountry", "Other Mobile\ncountry")
    other.write_text(text.replace("currency: GBP", "currency: GBQ"))
    desk.look()
    assert desk.codes() == ["G104"]
    assert desk.page("en/gb/other.html") == "none"
    other.write_text(text)
    desk.look()
    assert "Other Mobile" in desk.page("en/gb/other.html")


def _break_syntax(desk: Desk) -> None:
    desk.style("guide.j2", "{%", "{% endif %}{%")


def _use_unknown_name(desk: Desk) -> None:
    (desk.templates / "guide.j2").write_text("\n{{ nothing_of_this_name }}\n")


def _ask_for_an_unknown_one(desk: Desk) -> None:
    (desk.templates / "guide.j2").write_text('{% include "guide/stepps.j2" %}')


@pytest.mark.parametrize(
    ("harm", "code", "place"),
    [
        (_break_syntax, "G302", "guide.j2"),
        (_use_unknown_name, "G303", "guide.j2"),
        (_ask_for_an_unknown_one, "G301", "guide/stepps.j2"),
    ],
)
def test_a_broken_template_leaves_sound_pages_that_still_follow_the_records(
    desk: Desk, harm: Callable[[Desk], None], code: str, place: str
) -> None:
    desk.page()
    text = (desk.templates / "guide.j2").read_text(encoding="utf-8")
    harm(desk)
    assert desk.look(settled=False) == (None, True)
    desk.look()
    found, _ = desk.workspace.faults()
    assert [(finding.code, finding.path) for finding in found] == [(code, f"{desk.templates.as_posix()}/{place}")]
    desk.record.write_text(SOUND.replace("*100*", "*155*"))
    desk.look()
    assert "*155*" in desk.page()
    (desk.templates / "guide.j2").write_text(text, encoding="utf-8")
    desk.look()
    assert desk.codes() == []


def test_a_fault_in_a_template_names_its_line_also_when_other_templates_are_kept_compiled(desk: Desk) -> None:
    desk.page()
    (desk.templates / "guide.j2").write_text("\n\n{{ nothing_of_this_name }}\n")
    desk.look()
    assert [finding.span.line for finding in desk.workspace.faults()[0]] == [3]


def test_a_changed_template_and_style_change_the_page(desk: Desk) -> None:
    desk.style("style.css", "{", "{--mine:1;")
    desk.look(settled=False)
    assert "--mine:1" in desk.page()


def test_an_empty_style_is_a_save_half_way_through(desk: Desk) -> None:
    sound = desk.page()
    text = (desk.templates / "style.css").read_text(encoding="utf-8")
    (desk.templates / "style.css").write_text("")
    assert desk.look(settled=False) == (None, True)
    assert desk.page() == sound
    (desk.templates / "style.css").write_text(text, encoding="utf-8")
    assert desk.look(settled=False) == (None, False)


def test_a_page_that_the_last_gate_refuses_is_not_shown(desk: Desk) -> None:
    sound = desk.page()
    file = desk.templates / "guide.j2"
    file.write_text(file.read_text(encoding="utf-8") + "Visit www.topup-cheap.example now\n", encoding="utf-8")
    desk.look()
    assert desk.codes() == ["G402"]
    assert desk.page() == sound


def test_pages_that_nobody_looks_at_are_checked_later(desk: Desk) -> None:
    file = desk.templates / "about.j2"
    file.write_text(file.read_text(encoding="utf-8") + "{{ nothing_of_this_name }}", encoding="utf-8")
    update, _ = desk.look()
    assert update
    assert update.findings == ()
    assert "zh/about.html" in update.touched
    for path in update.touched:
        desk.workspace.page(path)
    after = desk.workspace.since(update)
    assert after
    assert {finding.code for finding in after.findings} == {"G303"}


def test_what_one_language_says_alone_is_found_later(desk: Desk) -> None:
    file = desk.templates / "guide.j2"
    alone = '\n{% if language == "en" %}Wait 7 days.{% else %}等 9 天。{% endif %}\n'
    file.write_text(file.read_text(encoding="utf-8") + alone, encoding="utf-8")
    update, _ = desk.look()
    assert update
    for path in update.touched:
        desk.workspace.page(path)
    after = desk.workspace.since(update)
    assert after
    assert "G623" in {finding.code for finding in after.findings}


def test_a_new_day_is_judged_anew(desk: Desk) -> None:
    sound = desk.page()
    desk.to(900)
    update, _ = desk.look()
    assert update
    assert desk.page() != sound


def test_an_exception_is_read_again(desk: Desk) -> None:
    (desk.carriers / "_names.yaml").write_text("names:\n  - {name: top.up, reason: x, source: y}\n")
    desk.look()
    assert desk.codes() == ["G208"]


def test_an_unknown_page_is_none(desk: Desk) -> None:
    assert desk.workspace.page("../../etc/passwd") is None
    assert desk.workspace.page(f"/{PAGE}") is None


def test_a_folder_of_own_templates_needs_only_what_it_changes(desk: Desk) -> None:
    shutil.rmtree(desk.templates)
    desk.look()
    sound = desk.page()
    assert sound.startswith("<!doctype html>")
    desk.templates.joinpath("guide").mkdir(parents=True)
    (desk.templates / "guide/head.j2").write_text("\n{{ nothing_of_this_name }}")
    desk.look()
    found, texts = desk.workspace.faults()
    place = f"{desk.templates.as_posix()}/guide/head.j2"
    assert [(fault.path, fault.span.line, fault.code) for fault in found] == [(place, 2, "G303")]
    assert texts[place] == "\n{{ nothing_of_this_name }}"
    (desk.templates / "guide/head.j2").unlink()
    assert desk.look(settled=False) == (None, True)
    desk.look()
    assert (desk.codes(), desk.page()) == ([], sound)
