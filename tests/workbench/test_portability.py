"""What keeps guidegen working on Windows and macOS, seen from here: no POSIX-only call, no guessed encoding."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import ROOT

FILES = sorted((ROOT / "guidegen").rglob("*.py"))
POSIX_MODULES = {"fcntl", "pty", "termios", "resource", "pwd", "grp", "tty", "posix", "syslog"}
WINDOWS_MODULES = {"msvcrt", "winreg", "_winapi"}
POSIX_NAMES = {
    "os": {"fork", "getuid", "geteuid", "getpgid", "setsid", "killpg", "mkfifo", "chown", "fchmod", "uname", "nice"},
    "signal": {"SIGKILL", "SIGPIPE", "SIGHUP", "SIGALRM", "SIGUSR1", "alarm", "setitimer", "pthread_kill"},
}
# The one place that asks for the system: the lock of an output folder has a form for each.
BOTH = {"guidegen/publish/folder.py"}


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def _attributes(tree: ast.AST) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield node.value.id, node.attr


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_module_needs_one_system(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    special = set(_imported(tree)) & (POSIX_MODULES | WINDOWS_MODULES)
    if file.relative_to(ROOT).as_posix() in BOTH:
        assert special & POSIX_MODULES
        assert special & WINDOWS_MODULES
    else:
        assert special == set()
    assert [(module, name) for module, name in _attributes(tree) if name in POSIX_NAMES.get(module, ())] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_text_is_read_as_utf_8_and_written_as_bytes(file: Path) -> None:
    """Elsewhere the default encoding can be another, and `write_text` turns each LF into CR LF on Windows."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        named = {keyword.arg for keyword in node.keywords}
        assert node.func.attr != "write_text", f"line {node.lineno}"
        assert node.func.attr != "read_text" or "encoding" in named, f"line {node.lineno}"


# Names of devices, with any ending (Microsoft, "Naming Files, Paths, and Namespaces").
DEVICE = re.compile("(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\\..*)?", re.IGNORECASE)


def test_no_file_of_the_repository_needs_a_name_that_windows_lacks() -> None:
    names = [file for folder in ("carriers", "templates", "guidegen", "docs") for file in (ROOT / folder).rglob("*")]
    lowered = [file.relative_to(ROOT).as_posix().casefold() for file in names]
    assert len(lowered) == len(set(lowered))
    for file in names:
        assert not DEVICE.fullmatch(file.name)
        assert not set(file.name) & set('<>:"\\|?*')
        assert not file.name.endswith((".", " "))
