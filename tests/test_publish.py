"""How a site gets onto the disk: whole files in a safe order, and nothing that is not guidegen's is touched."""

import json
import os
from pathlib import Path

import pytest
from records import SOUND, built, snapshot

from guidegen import publish
from guidegen.build import Result
from guidegen.cache import Whole, written
from guidegen.digest import digest
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
    """What a build does with finished pages: stage what is new, then put it in place."""
    before = {path: known for path, (known, _) in publish.standing(out, publish.read_cache(out).whole.pages).items()}
    stage = publish.Stage(out, os.getpid())
    stage.begin()
    planned = plan(before, {path: digest(text) for path, text in pages.items()})
    for path in planned.write:
        stage.put(path, [pages[path].encode()])
    whole = Whole(pages={path: (digest(text), "") for path, text in pages.items()})
    try:
        publish.commit(stage, planned, before, whole, {})
    except BaseException:
        stage.abandon()
        raise
    stage.end()


PAGES = {path: path for path in ("en/gb/b.html", "en/gb/a.html", "en/gb.html", "en/index.html", "index.html")}


def test_guides_come_first_then_indexes_then_deletions_then_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(tmp_path, {**PAGES, "en/fr/gone.html": "x"})
    order: list[str] = []
    replace, unlink = os.replace, Path.unlink

    def note_replace(source: str, target: str) -> None:
        order.append(Path(target).relative_to(tmp_path).as_posix())
        replace(source, target)

    def note_unlink(file: Path, missing_ok: bool = False) -> None:
        order.append(f"delete {file.relative_to(tmp_path).as_posix()}")
        unlink(file, missing_ok)

    monkeypatch.setattr(os, "replace", note_replace)
    monkeypatch.setattr(Path, "unlink", note_unlink)
    published(tmp_path, {path: f"{text} again" for path, text in PAGES.items()})
    guides, indexes = ["en/gb/a.html", "en/gb/b.html"], ["en/gb.html", "en/index.html", "index.html"]
    moved = [entry for entry in order if publish.BUILDING not in entry]
    assert moved == [publish.CACHE, *guides, *indexes, "delete en/fr/gone.html", publish.CACHE]
    assert not (tmp_path / "en" / "fr").exists()


@pytest.mark.parametrize("broken", range(len(PAGES) + 2))
def test_stopped_anywhere_every_page_is_whole_and_the_next_build_finishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: int
) -> None:
    published(tmp_path, PAGES)
    wanted = {path: f"{text} again" for path, text in PAGES.items()}
    replace, count = os.replace, iter(range(100))

    def fail(source: str, target: str) -> None:
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
    before = pages_of(snapshot(out))
    (out / "en/gb/case.html").write_text("half")
    (out / "en/index.html").unlink()
    result = small(tmp_path, out)
    assert set(result.plan.write) == {"en/gb/case.html", "en/index.html"}
    assert set(result.plan.reasons.values()) == {"missing or damaged on disk"}
    assert pages_of(snapshot(out)) == before


def forged(pages: dict[str, tuple[str, str]]) -> bytes:
    return written(Whole(pages=pages), {})


def damage(content: bytes) -> list[bytes]:
    head, _, rest = content.partition(b"\n")
    return [
        content[:-20],
        b"",
        b"[]",
        b"null",
        b"\xff",
        json.dumps({**json.loads(head), "guidegen": 99}).encode() + b"\n" + rest,
        content.replace(b"en/", b"xx/"),
        content[:-9] + bytes([content[-9] ^ 1]) + content[-8:],
        forged({"../letter.txt": ("0", "")}),
        forged({"/etc/passwd": ("0", "")}),
        forged({"c:letter.txt": ("0", "")}),
        forged({"a\\..\\letter.txt": ("0", "")}),
    ]


@pytest.mark.parametrize("kind", range(12))
def test_a_damaged_cache_is_not_trusted(tmp_path: Path, kind: int) -> None:
    out = tmp_path / "site"
    (tmp_path / "letter.txt").write_text("mine")
    small(tmp_path, out)
    before = pages_of(snapshot(out))
    cache = out / publish.CACHE
    cache.write_bytes(damage(cache.read_bytes())[kind])
    assert not publish.read_cache(out).whole.pages
    assert codes(small(tmp_path, out)) == []
    assert pages_of(snapshot(out)) == before
    assert small(tmp_path, out).plan.write == ()
    assert (tmp_path / "letter.txt").read_text() == "mine"


def pages_of(files: dict[str, bytes]) -> dict[str, bytes]:
    """A site without its cache, which holds the times of files."""
    return {path: content for path, content in files.items() if path != publish.CACHE}


def test_a_page_is_deleted_also_where_somebody_took_its_folder_away(tmp_path: Path) -> None:
    published(tmp_path, {"en/gb/a.html": "a", "en/index.html": "i"})
    (tmp_path / "en/gb/a.html").unlink()
    (tmp_path / "en/gb").rmdir()
    published(tmp_path, {"en/index.html": "i"})
    assert publish.read_cache(tmp_path).whole.pages.keys() == {"en/index.html"}


def test_what_a_killed_build_left_half_written_is_cleared_away(tmp_path: Path) -> None:
    published(tmp_path, PAGES)
    (tmp_path / "en" / ".index.html.4711.tmp").write_text("half")
    (tmp_path / "en" / "notes.tmp").write_text("mine")
    (tmp_path / publish.BUILDING).touch()
    published(tmp_path, {**PAGES, "en/about.html": "new"})
    assert sorted(file.name for file in tmp_path.rglob("*.tmp")) == ["notes.tmp"]


def test_a_dry_run_touches_nothing(tmp_path: Path) -> None:
    out = tmp_path / "site"
    result = small(tmp_path, out, dry_run=True)
    assert "en/gb/case.html" in result.plan.write
    assert not out.exists()
