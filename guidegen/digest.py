"""One short digest for everything that is compared: pages, files, what they were made from."""

from collections.abc import Iterable
from hashlib import blake2b


def digest(text: str | bytes) -> str:
    """A short digest of a page or a file (BLAKE2b, 128 bits, as 32 hexadecimal digits)."""
    return blake2b(text.encode() if isinstance(text, str) else text, digest_size=16).hexdigest()


def digest_of(parts: Iterable[str | bytes]) -> str:
    """A digest of several texts in their order; where one ends and the next begins counts too."""
    mark = blake2b(digest_size=16)
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        mark.update(len(content).to_bytes(8, "big") + content)
    return mark.hexdigest()
