"""How a site gets onto the disk: whole files in a safe order, and nothing that is not guidegen's is touched."""

import json
import os
from pathlib import Path

import pytest
from records import SOUND, built, snapshot

from guidegen import publish
from guidegen.build import Result
from guidegen.plan import plan

OTHER = SOUND.replace("Case Mobile", "Other")


def small(tmp_path: Path, out: Path, **changed: object) -> Result:
    """A build of one record in one language and format; a second one of the same compiles nothing."""
    return built(tmp_path, {"gb/case.yaml": SOUND}, out, languages=("en",), formats=("html",), **changed)


def codes(result: Result) -> list[str]:
    return [finding.code for finding in result.findings]


def times(folder: Path) -> dict[str, int]:
    return {file.as_posix(): file.stat().st_mtime_ns for file in folder.rglob("*")}


def published(out: Path, pages: dict[str, str]) -> None:
    old = publish.digests_on_disk(out, publish.read_manifest(out))
    digests = {path: publish.digest(text) for path, text in pages.items()}
    assert publish.publish(plan(old, digests), pages, out, {"pages": digests}) == []


PAGES = {path: path for path in ("en/gb/b.html", "en/gb/a.html", "en/gb.html", "en/index.html", "index.html")}


def test_guides_come_first_then_indexes_then_deletions_then_the_manifest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(tmp_path, {**PAGES, "en/fr/gone.html": "x"})
    order: list[str] = []
    replace, unlink = os.replace, Path.unlink

    def note_replace(source: Path, target: Path) -> None:
        order.append(target.relative_to(tmp_path).as_posix())
        replace(source, target)

    def note_unlink(file: Path, missing_ok: bool = False) -> None:
        order.append(f"delete {file.relative_to(tmp_path).as_posix()}")
        unlink(file, missing_ok)

    monkeypatch.setattr(os, "replace", note_replace)
    monkeypatch.setattr(Path, "unlink", note_unlink)
    published(tmp_path, {path: f"{text} again" for path, text in PAGES.items()})
    guides, indexes = ["en/gb/a.html", "en/gb/b.html"], ["en/gb.html", "en/index.html", "index.html"]
    assert order == [*guides, *indexes, "delete en/fr/gone.html", publish.MANIFEST]
    assert not (tmp_path / "en" / "fr").exists()


@pytest.mark.parametrize("broken", range(len(PAGES) + 1))
def test_stopped_anywhere_every_page_is_whole_and_the_next_build_finishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: int
) -> None:
    published(tmp_path, PAGES)
    wanted = {path: f"{text} again" for path, text in PAGES.items()}
    replace, count = os.replace, iter(range(100))

    def fail(source: Path, target: Path) -> None:
        if next(count) == broken:
            raise KeyboardInterrupt
        replace(source, target)

    with monkeypatch.context() as context:
        context.setattr(os, "replace", fail)
        with pytest.raises(KeyboardInterrupt):
            published(tmp_path, wanted)
    for path, text in PAGES.items():
        assert (tmp_path / path).read_text() in (text, wanted[path])
    assert list(tmp_path.rglob("*.tmp")) == []
    published(tmp_path, wanted)
    assert {path: (tmp_path / path).read_text() for path in wanted} == wanted


def test_a_full_disk_is_a_finding_and_leaves_the_old_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(tmp_path, PAGES)
    before = snapshot(tmp_path)

    def fail(self: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", fail)
    pages = {"en/gb/a.html": "new"}
    found = publish.publish(plan({}, {"en/gb/a.html": "1"}), pages, tmp_path, {})
    assert [finding.code for finding in found] == ["G022"]
    assert "No space left on device" in found[0].message
    assert snapshot(tmp_path) == before


def test_a_build_with_nothing_changed_writes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert len(small(tmp_path, out).plan.write) > 3
    before = times(out)
    for cache in (True, False):
        again = small(tmp_path, out, cache=cache)
        assert (again.plan.write, again.plan.delete, again.guides) == ((), (), 1)
        assert times(out) == before


def test_a_build_without_cache_still_deletes_what_no_record_makes(tmp_path: Path) -> None:
    out = tmp_path / "site"
    built(tmp_path, {"gb/case.yaml": SOUND, "gb/other.yaml": OTHER}, out, languages=("en",), formats=("html",))
    (tmp_path / "carriers/gb/other.yaml").unlink()
    assert "en/gb/other.html" in small(tmp_path, out, cache=False).plan.delete


def test_a_warning_is_said_by_every_build(tmp_path: Path) -> None:
    out, names = tmp_path / "site", "codes: [{record: gb/x, code: '*1#', reason: none, source: none}]\n"
    for _ in range(2):
        result = built(tmp_path, {"gb/case.yaml": SOUND, "_names.yaml": names}, out, languages=("en",), formats=("md",))
        assert codes(result) == ["G208"]
        assert not result.stopped


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "letter.txt").write_text("mine")
    assert codes(small(tmp_path, out)) == ["G020"]
    assert snapshot(out) == {"letter.txt": b"mine"}


def test_a_file_or_a_link_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert codes(small(tmp_path, tmp_path / "file")) == ["G020"]
    assert codes(small(tmp_path, tmp_path / "link")) == ["G020"]
    assert codes(small(tmp_path, tmp_path / "file" / "site")) == ["G022"]
    assert snapshot(tmp_path / "real") == {}


def test_files_of_somebody_else_inside_a_site_stay(tmp_path: Path) -> None:
    out = tmp_path / "site"
    files = {"gb/case.yaml": SOUND, "gb/other.yaml": OTHER}
    built(tmp_path, files, out, languages=("en",), formats=("html",))
    (out / "en/gb/letter.txt").write_text("mine")
    (out / "CNAME").write_text("mine")
    (tmp_path / "carriers/gb/other.yaml").unlink()
    result = small(tmp_path, out)
    assert "en/gb/other.html" in result.plan.delete
    assert not (out / "en/gb/other.html").exists()
    assert (out / "en/gb/letter.txt").read_text() == (out / "CNAME").read_text() == "mine"


def test_a_second_build_at_once_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "site"
    small(tmp_path, out)
    before = snapshot(out)
    with publish.locked(out) as obstacles:
        assert obstacles == []
        assert codes(small(tmp_path, out, cache=False)) == ["G021"]
    assert snapshot(out) == before
    assert codes(small(tmp_path, out)) == []


def test_a_page_that_is_damaged_or_gone_is_made_again(tmp_path: Path) -> None:
    out = tmp_path / "site"
    small(tmp_path, out)
    before = snapshot(out)
    (out / "en/gb/case.html").write_text("half")
    (out / "en/index.html").unlink()
    result = small(tmp_path, out)
    assert set(result.plan.write) == {"en/gb/case.html", "en/index.html"}
    assert set(result.plan.reasons.values()) == {"missing or damaged on disk"}
    assert snapshot(out) == before


def damage(text: str) -> list[str]:
    whole = json.loads(text)
    outside = {**whole["body"], "pages": {"../letter.txt": "0"}}
    body = json.dumps(outside, sort_keys=True, ensure_ascii=False)
    forged = json.dumps({"version": 1, "digest": publish.digest(body), "body": outside})
    return [
        text[:-20],
        "",
        "[]",
        "null",
        '"x"',
        json.dumps({**whole, "version": 99}),
        text.replace("en/", "xx/"),
        forged,
    ]


@pytest.mark.parametrize("kind", range(8))
def test_a_damaged_manifest_is_not_trusted(tmp_path: Path, kind: int) -> None:
    out = tmp_path / "site"
    (tmp_path / "letter.txt").write_text("mine")
    small(tmp_path, out)
    before = snapshot(out)
    manifest = out / publish.MANIFEST
    manifest.write_text(damage(manifest.read_text())[kind])
    assert publish.read_manifest(out) == {}
    assert codes(small(tmp_path, out)) == []
    assert snapshot(out) == before
    assert (tmp_path / "letter.txt").read_text() == "mine"


def test_a_page_is_deleted_also_where_somebody_took_its_folder_away(tmp_path: Path) -> None:
    published(tmp_path, {"en/gb/a.html": "a", "en/index.html": "i"})
    (tmp_path / "en/gb/a.html").unlink()
    (tmp_path / "en/gb").rmdir()
    published(tmp_path, {"en/index.html": "i"})
    assert publish.read_manifest(tmp_path)["pages"].keys() == {"en/index.html"}


def test_what_a_killed_build_left_half_written_is_cleared_away(tmp_path: Path) -> None:
    published(tmp_path, PAGES)
    (tmp_path / "en" / ".index.html.4711.tmp").write_text("half")
    (tmp_path / "en" / "notes.tmp").write_text("mine")
    published(tmp_path, {**PAGES, "en/about.html": "new"})
    assert sorted(file.name for file in tmp_path.rglob("*.tmp")) == ["notes.tmp"]


def test_a_dry_run_touches_nothing(tmp_path: Path) -> None:
    out = tmp_path / "site"
    result = small(tmp_path, out, dry_run=True)
    assert "en/gb/case.html" in result.plan.write
    assert not out.exists()
