"""How big the guides are on their way to a reader: one round trip of TCP's first window, and little credit."""

import gzip
import re
import statistics
from collections.abc import Iterable, Mapping
from pathlib import Path

KB = 1024
# The first window of TCP holds 10 segments of 1,460 bytes (RFC 6928); a guide and its headers fit into it.
MOST_GZIPPED, MOST_RAW, MEDIAN_GZIPPED = 14 * KB, 40 * KB, 6 * KB

_GUIDE = re.compile(r"[^/]+/[^/]+/[^/]+\.html")


def sizes(out: Path, paths: Iterable[str]) -> dict[str, list[int]]:
    """Bytes of each guide of a site by path, as [raw, gzipped as servers do it by default].

    Other pages are left out, and paths where nothing stands, as after a dry run.
    """
    guides = (path for path in paths if _GUIDE.fullmatch(path))
    return {path: _sizes((out / path).read_bytes()) for path in guides if (out / path).exists()}


def _sizes(page: bytes) -> list[int]:
    return [len(page), len(gzip.compress(page, compresslevel=6, mtime=0))]


def line(measured: Mapping[str, list[int]]) -> str:
    """The figures of a build in one line."""
    if not measured:
        return "No guides in HTML."
    heaviest = max(measured, key=lambda path: measured[path][1])
    raw = max(size[0] for size in measured.values())
    median = statistics.median(size[1] for size in measured.values())
    return (
        f"Guides in HTML: largest {_kb(measured[heaviest][1])} KB gzipped ({heaviest}) and {_kb(raw)} KB raw, "
        f"median {_kb(median)} KB gzipped; limits {MOST_GZIPPED // KB}, {MOST_RAW // KB} and {MEDIAN_GZIPPED // KB} KB."
    )


def _kb(size: float) -> str:
    return f"{size / KB:.1f}"
