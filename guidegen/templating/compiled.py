"""Compiled templates, kept for the life of the process: languages, formats and one build after the other share them."""

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """The code of templates by file and content; it is the same for every format (see `compiling`)."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The file: code holds its path, for the lines of errors."""
        return filename or name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket where this very content was compiled before."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code is not None:
            self._known[bucket.key, bucket.checksum] = bucket.code


COMPILED = Compiled()
