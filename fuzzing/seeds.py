"""Where each target begins: the records, the cases and the lists of the tests. Reads files only."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from hostile import hostile_texts

from fuzzing import ROOT

TESTS, CARRIERS = ROOT / "tests", ROOT / "carriers"
# The crashes that were mended, each made small: a folder for each target.
KEPT = TESTS / "fuzz"
# No real record is as long; longer inputs say nothing new and cost time.
LONGEST = 16 * 1024


def _records() -> Iterator[bytes]:
    for file in sorted(CARRIERS.rglob("*.yaml")):
        start = {"_country.yaml": b"%country\n", "_names.yaml": b"%names\n"}.get(file.name, b"")
        yield start + file.read_bytes()
    yield from (file.read_bytes() for file in sorted((TESTS / "cases").rglob("*.yaml")))


def _hostile_fields() -> Iterator[bytes]:
    texts = hostile_texts()
    for number in range(0, len(texts), 8):
        yield number.to_bytes(2) + "\0".join(texts[number : number + 8]).encode()


def _links() -> Iterator[bytes]:
    for name in ("link-guard.tsv", "link-guard-own.tsv"):
        rows = (TESTS / "data" / name).read_text(encoding="utf-8").splitlines()
        yield from (row.split("\t")[-1].encode() for row in rows)
    yield from (text.encode() for text in hostile_texts())


def _dialled() -> Iterator[bytes]:
    for name in ("real-codes.txt", "real-exceptions.txt"):
        rows = (TESTS / "dialling" / "data" / name).read_text(encoding="utf-8").splitlines()
        for row in rows:
            if not row.startswith("#"):
                columns = row.split("\t")
                yield "\0".join([columns[1], columns[4], *columns[5:6]]).encode()


SEEDS: dict[str, Callable[[], Iterator[bytes]]] = {
    "check": _records,
    "render": _hostile_fields,
    "links": _links,
    "dialling": _dialled,
}


def write_seeds(target: str, folder: Path) -> int:
    """Write the seeds of a target into a folder, one a file, and answer how many they are."""
    found = {*SEEDS[target](), *(file.read_bytes() for file in (KEPT / target).glob("*"))}
    for number, seed in enumerate(sorted(found)):
        (folder / f"seed-{number:04}").write_bytes(seed[:LONGEST])
    return len(found)


_TOKEN = re.compile(r"\w{2,20}|[^\w\s]{2,20}")


def dictionary(seeds: Sequence[bytes], most: int = 1500) -> str:
    """The commonest words and marks of the seeds, as libFuzzer reads a dictionary."""
    texts = (seed.decode("utf-8", "replace") for seed in seeds)
    words = Counter(word for text in texts for word in _TOKEN.findall(text))
    return "".join(f'"{_escaped(word)}"\n' for word, _ in words.most_common(most))


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())
