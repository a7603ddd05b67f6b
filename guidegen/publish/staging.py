"""Pages on their way: temporary files beside the places that they are meant for."""

import contextlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

# Stands in the folder while a build writes.
BUILDING = ".guidegen.building"
_HALF = re.compile(r"\..+\.[0-9]+\.tmp")


class Stage:
    """The temporary files of one build beside the places that they are meant for; known by a number, its process."""

    def __init__(self, out: Path, number: int) -> None:
        self.out, self.number = out, number

    def place(self, path: str) -> str:
        """Where the temporary file of a page stands."""
        folder, _, name = path.rpartition("/")
        return os.path.join(self.out, folder, f".{name}.{self.number}.tmp")

    def put(self, path: str, parts: Iterable[bytes]) -> None:
        """Write the temporary file of a page; removed again where that fails. Raises OSError."""
        place = self.place(path)
        try:
            self._write(place, parts)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(place), exist_ok=True)
            self._write(place, parts)

    def _write(self, place: str, parts: Iterable[bytes]) -> None:
        with open(place, "wb") as handle:
            try:
                handle.writelines(parts)
            except BaseException:
                os.unlink(place)
                raise

    def read(self, path: str) -> str:
        """The text of a page as staged, else as it stands in the site. Raises OSError."""
        with contextlib.suppress(FileNotFoundError):
            return Path(self.place(path)).read_text(encoding="utf-8")
        return (self.out / path).read_text(encoding="utf-8")

    def settle(self, path: str) -> None:
        """Put a staged page in its place. Raises OSError."""
        os.replace(self.place(path), os.path.join(self.out, path))

    def drop(self, path: str) -> None:
        """Remove the temporary file of a page that is not put in place after all. Raises OSError."""
        os.unlink(self.place(path))

    def begin(self) -> None:
        """Leave a mark that lasts until the end, and clear away what a build that was killed has left. Raises OSError.

        The lock says that no other build runs.
        """
        if (self.out / BUILDING).exists():
            self._clear()
        (self.out / BUILDING).touch()

    def end(self) -> None:
        """Remove the mark: every page is in its place. Raises OSError."""
        (self.out / BUILDING).unlink(missing_ok=True)

    def abandon(self) -> None:
        """Remove what was staged, and the mark. Raises OSError."""
        self._clear()
        self.end()

    def _clear(self) -> None:
        for folder, _, names in os.walk(self.out):
            for name in filter(_HALF.fullmatch, names):
                os.unlink(os.path.join(folder, name))


def write_whole(file: Path, content: bytes) -> None:
    """Put a file in place in one step; on failure nothing but the old file stands there. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    stage = Stage(file.parent, os.getpid())
    stage.put(file.name, [content])
    try:
        stage.settle(file.name)
    except BaseException:
        stage.drop(file.name)
        raise
