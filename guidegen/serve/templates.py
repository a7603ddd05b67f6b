"""The templates as they stood at each change, so that the last sound ones go on working while a new one is broken."""

import contextlib
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from guidegen.diagnostics import Diagnostic
from guidegen.digest import digest
from guidegen.overlay import template_file, template_files
from guidegen.render import templates_for
from guidegen.templating import Templates
from guidegen.templating.compiled import Compiled


class Snapshots:
    """Copies of a template folder in a temporary one; what did not change is not compiled again."""

    def __init__(self, folder: Path, room: Path) -> None:
        self.folder, self._room = folder, room
        self._count = 0
        self._files: dict[str, Path] = {}
        self._digests: dict[str, str] = {}
        self._compiled = _Compiled()

    def changed(self) -> tuple[str, ...]:
        """Templates and style sheets that are new, gone or other than at the last copy."""
        now = self._now()
        return tuple(sorted(path for path in {*now, *self._digests} if now.get(path) != self._digests.get(path)))

    def forget(self, paths: Iterable[str]) -> None:
        """Take these for changed at the next look too."""
        self._digests |= dict.fromkeys(paths, "")

    def half_way(self) -> bool:
        """Whether a file is gone or empty, as happens for a moment while an editor saves."""
        now = self._now()
        return any(not file.exists() or now.get(path, _EMPTY) == _EMPTY for path, file in self._files.items())

    def take(self) -> Path:
        """A copy of the templates in use as they are now."""
        self._files = template_files(self.folder)
        contents = self._contents(self._files)
        self._digests = {path: digest(content) for path, content in contents.items()}
        self._count += 1
        copy = self._room / f"templates-{self._count}"
        copy.mkdir()
        for path, content in contents.items():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).write_bytes(content)
        shutil.rmtree(self._room / f"templates-{self._count - _KEPT}", ignore_errors=True)
        return copy

    def prepare(self, folder: Path, language: str, format: str) -> Templates:
        """The templates of a language and format from a copy."""
        templates = templates_for(folder, language, format)
        templates.environment.bytecode_cache = self._compiled
        return templates

    def at_home(self, finding: Diagnostic) -> Diagnostic:
        """The finding at the file that the maintainer edits, where it was met in a copy of it."""
        copied = _COPY.match(finding.path.replace("\\", "/"))
        return replace(finding, path=template_file(self.folder, copied[1]).as_posix()) if copied else finding

    def texts(self) -> dict[str, str]:
        """The text of each template by the name that findings give it."""
        files = template_files(self.folder)
        return {files[path].as_posix(): text.decode(errors="replace") for path, text in self._contents(files).items()}

    def _now(self) -> dict[str, str]:
        return {path: digest(content) for path, content in self._contents(template_files(self.folder)).items()}

    def _contents(self, files: Mapping[str, Path]) -> dict[str, bytes]:
        """What each file holds; one that went away in the meantime is left out."""
        found = {}
        for path, file in files.items():
            with contextlib.suppress(OSError):
                found[path] = file.read_bytes()
        return found


# The copies that can still be in use: the newest, and those that the last sound pages came from.
_KEPT = 20
_COPY = re.compile(r"^.*/templates-[0-9]+(?:/|$)(.*)$")
_EMPTY = digest(b"")


class _Compiled(Compiled):
    """The code of templates by name and content, whatever copy they came from."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return name
