"""What happens when something breaks while a site is written: at every file operation, and when a process is killed."""

import errno
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from records import SOUND, built, snapshot

from guidegen import around, unit
from guidegen.build import Result
from guidegen.plan import DAMAGED

NOTED = SOUND.replace("fee: none", 'fee: none\n    note: {en: "Keep the receipt.", zh: "小票留好。"}')
SECOND = SOUND.replace("Case Mobile", "Second").replace("*100*", "*200*")
BEFORE = {"gb/case.yaml": SOUND, "gb/second.yaml": SECOND}
AFTER = {"gb/case.yaml": NOTED, "gb/third.yaml": SECOND.replace("Second", "Third")}
# What the interpreter announces of each operation on a file (PEP 578), with the place of the path in its arguments.
OPERATIONS = {"open": 0, "os.rename": 1, "os.remove": 0, "os.mkdir": 0, "os.rmdir": 0, "os.listdir": 0, "os.scandir": 0}


class Breaker:
    """Raises at one operation on a file below a folder, counted from 0; counts them all."""

    def __init__(self) -> None:
        self.folder = ""
        self.left = -1
        self.count = 0
        self.error: Callable[[str], BaseException] = OSError
        sys.addaudithook(self._hear)

    def arm(self, folder: Path, at: int, error: Callable[[str], BaseException]) -> None:
        self.folder, self.left, self.count, self.error = folder.as_posix(), at, 0, error

    def disarm(self) -> None:
        self.folder = ""

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.folder and event in OPERATIONS:
            path = str(arguments[OPERATIONS[event]])
            if path.startswith(self.folder):
                self.count += 1
                if self.count == self.left + 1:
                    raise self.error(path)


BREAKER = Breaker()
ERRORS: dict[str, Callable[[str], BaseException]] = {
    "no space left": lambda path: OSError(errno.ENOSPC, "No space left on device", path),
    "no permission": lambda path: PermissionError(errno.EACCES, "Permission denied", path),
    "an exception": lambda path: RuntimeError(path),
    "ctrl-c": lambda path: KeyboardInterrupt(),
}


@pytest.fixture(autouse=True)
def unbroken() -> Iterator[None]:
    yield
    BREAKER.disarm()


def make(tmp_path: Path, out: Path, files: dict[str, str], **changed: object) -> Result:
    for file in (tmp_path / "carriers").rglob("*.yaml"):
        file.unlink()
    return built(tmp_path, files, out, languages=("en",), formats=("html",), jobs=1, **changed)


def pages(out: Path) -> dict[str, bytes]:
    return {path: text for path, text in snapshot(out).items() if not path.startswith(".guidegen")}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The pages before and after."""
    folder = tmp_path_factory.mktemp("sites")
    assert make(folder, folder / "before", BEFORE).findings == make(folder, folder / "after", AFTER).findings == []
    return pages(folder / "before"), pages(folder / "after")


def assert_whole(out: Path, sites: tuple[dict[str, bytes], dict[str, bytes]], letter: dict[str, bytes]) -> None:
    """Every page is that of before or that of after, every entry of the index opens, and what is not ours stands."""
    found = pages(out)
    assert letter.items() <= found.items()
    for path, content in found.items() - letter.items():
        assert content in [site[path] for site in sites if path in site], path
    for link in re.findall(r'<a href="([a-z-]+/[a-z0-9-]+\.html)"', found.get("en/index.html", b"").decode()):
        assert f"en/{link}" in found


# Each operation breaks in one way, the next in another; with LONG set, each breaks in every way.
SHIFTS = range(len(ERRORS) if os.environ.get("LONG") else 1)


@pytest.mark.parametrize("shift", SHIFTS)
@pytest.mark.parametrize("first", [True, False], ids=["first build", "later build"])
def test_whatever_breaks_at_any_operation_the_site_is_whole_and_the_next_build_repairs(
    tmp_path: Path, sites: tuple[dict[str, bytes], dict[str, bytes]], shift: int, first: bool
) -> None:
    for at in range(500):
        error = [*ERRORS][(at + shift) % len(ERRORS)]
        out = tmp_path / str(at)
        out.mkdir()
        if not first:
            assert make(tmp_path, out, BEFORE).findings == []
            (out / "letter.txt").write_text("mine")
        BREAKER.arm(out, at, ERRORS[error])
        try:
            result = make(tmp_path, out, AFTER)
            assert {finding.code for finding in result.findings} <= {"G022"}
        except (RuntimeError, KeyboardInterrupt):
            assert error in ("an exception", "ctrl-c")
        finally:
            BREAKER.disarm()
        letter = {"letter.txt": b"mine"} if not first else {}
        assert_whole(out, sites, letter)
        if BREAKER.count <= at:
            break
        assert make(tmp_path, out, AFTER).findings == []
        assert pages(out) == {**sites[1], **letter}
        assert [file.name for file in out.rglob("*.tmp")] == []
    assert at > 20


def deadly(real: Callable[[Any, Any], Any], named: Callable[[Any], str], name: str) -> Callable[[Any, Any], Any]:
    """A method that kills the process it runs in when it is given what has this name, unless that is the first one."""
    ours = os.getpid()

    def method(self: Any, given: Any) -> Any:
        if os.getpid() != ours and named(given) == name:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(self, given)

    return method


@pytest.mark.parametrize(
    ("maker", "method", "named", "name"),
    [
        (unit.Workshop, "make", lambda task: task.code, "ie"),
        (around.Around, "_made", str, "en/which.html"),
    ],
    ids=["a country", "a page around the guides"],
)
def test_a_process_that_is_killed_publishes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, maker: type, method: str, named: Callable[[Any], str], name: str
) -> None:
    out = tmp_path / "site"
    assert make(tmp_path, out, BEFORE).findings == []
    before = snapshot(out)
    irish = SOUND.replace("GBP", "EUR").replace("GB", "IE")
    files = {"gb/case.yaml": NOTED, "ie/case.yaml": irish, "fr/case.yaml": irish.replace("IE", "FR")}
    monkeypatch.setattr(maker, method, deadly(getattr(maker, method), named, name))
    result = built(tmp_path, files, out, languages=("en",), formats=("html",), jobs=2)
    assert [finding.code for finding in result.findings] == ["G023"]
    assert "signal SIGKILL" in result.findings[0].message
    assert snapshot(out) == before
    monkeypatch.undo()
    assert built(tmp_path, files, out, languages=("en",), formats=("html",), jobs=2).findings == []


def test_a_clock_that_jumps_writes_nothing_anew(tmp_path: Path) -> None:
    out = tmp_path / "site"
    make(tmp_path, out, BEFORE)
    for year, file in zip(range(1971, 2900, 30), sorted(out.rglob("*.html")), strict=False):
        os.utime(file, (year * 31_000_000, year * 31_000_000))
    assert make(tmp_path, out, BEFORE).plan.write == ()


def test_a_page_that_was_changed_and_given_back_its_times_is_made_again(tmp_path: Path) -> None:
    out = tmp_path / "site"
    make(tmp_path, out, BEFORE)
    page = out / "en/gb/case.html"
    before = page.stat()
    page.write_bytes(page.read_bytes().replace(b"Case", b"Kase"))
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    planned = make(tmp_path, out, BEFORE).plan
    assert (planned.write, planned.reasons["en/gb/case.html"]) == (("en/gb/case.html",), DAMAGED)
