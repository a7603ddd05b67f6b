"""Compiled templates, kept as Python keeps its bytecode: for the life of the process, and on disk for the next one.

What is on disk belongs to the account (XDG Base Directory: `$XDG_CACHE_HOME/guidegen`), not to a site. It is used only
where the template, this program and Python are the same and every byte is whole; it can be deleted at any time.
"""

import contextlib
import marshal
import os
import sys
from functools import cached_property
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from guidegen.digest import digest, digest_of
from guidegen.files import digest_of_file

_MARK_LENGTH = len(digest(b""))
# What the code of a template depends on besides the template.
_WRITTEN_BY = ("compiling.py", "environment.py", "running.py")


class Compiled(BytecodeCache):
    """The code of templates by file and content; it is the same for every format (see `compiling`)."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._known: dict[tuple[str, str], CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The file: code holds its path, for the lines of errors."""
        return filename or name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket where this very content was compiled before."""
        known = bucket.key, bucket.checksum
        if known not in self._known and (stored := self._stored(bucket)):
            self._known[known] = stored
        bucket.code = self._known.get(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code is not None:
            self._known[bucket.key, bucket.checksum] = bucket.code
            self._store(bucket, marshal.dumps(bucket.code))

    def _stored(self, bucket: Bucket) -> CodeType | None:
        """The code on disk; None where there is none, or where it is of something else or damaged."""
        if self._folder is None:
            return None
        try:
            content = self._file(self._folder, bucket).read_bytes()
        except OSError:
            return None
        mark, code = content[:_MARK_LENGTH], content[_MARK_LENGTH:]
        return marshal.loads(code) if mark == self._mark(bucket, code) else None

    def _store(self, bucket: Bucket, code: bytes) -> None:
        """Put the code on disk; half of it, or of two writers, does not count, and the next run compiles again."""
        if self._folder is None:
            return
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file(self._folder, bucket).write_bytes(self._mark(bucket, code) + code)

    @staticmethod
    def _file(folder: Path, bucket: Bucket) -> Path:
        """One file for each template, so that the folder does not grow while a template is edited."""
        return folder / digest(str(bucket.key))

    def _mark(self, bucket: Bucket, code: bytes) -> bytes:
        return digest_of((self._written_by, bucket.key, bucket.checksum, code)).encode()

    @cached_property
    def _written_by(self) -> str:
        here = os.path.dirname(__file__)
        files = (digest_of_file(os.path.join(here, name)) for name in _WRITTEN_BY)
        return digest_of((MAGIC_NUMBER, jinja2.__version__, *files))


def kept_in() -> Path | None:
    """Where this account keeps what can be made again; None where it has no such place."""
    local = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    try:
        kept = Path(os.environ.get(local) or Path.home() / ".cache")
    except RuntimeError:  # an account without a home
        return None
    return kept / "guidegen" / "templates" if kept.is_absolute() else None


COMPILED = Compiled(kept_in())
