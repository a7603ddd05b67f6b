"""Writes N invented records that hold every check: python -m benchmarks.records N FOLDER [--seed S]

The same N, seed and program give the same bytes, and the first records of a larger N are those of a smaller one.
Nothing in them is true: names, codes, prices and sources are made up, and every brand is called “Sample”. They are
for measuring; they never go into `carriers/` or onto a site that others can read.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.facts import body, head, sources
from benchmarks.invented import brand, chosen
from benchmarks.ways import Block
from guidegen.canonical import Entry, Mapping, Node, Scalar, Sequence, render

SEED = 1


def main() -> None:
    """Write the records and say where."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=SEED)
    wanted = parser.parse_args()
    size = write(wanted.count, wanted.folder, wanted.seed)
    print(f"{wanted.count} records, {size / max(1, wanted.count) / 1024:.1f} KB each, in {wanted.folder}")


def write(count: int, folder: Path, seed: int = SEED) -> int:
    """Write the records; returns their bytes in all."""
    total = 0
    for number in range(count):
        path, text = record(number, seed)
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        total += file.write_bytes(text.encode())
    return total


def _mapping(block: Block) -> Mapping:
    return Mapping([Entry(key, _node(item)) for key, item in block.items()])


def _node(value: Any) -> Node:
    if isinstance(value, dict):
        return _mapping(value)
    if isinstance(value, list):
        return Sequence([Entry("", _node(item)) for item in value])
    return Scalar(value)


def record(number: int, seed: int = SEED) -> tuple[str, str]:
    """One record: its path below the folder and its text, laid out as `guidegen fmt` would."""
    made, dice = brand(number, seed), chosen(seed, number)
    known = sources(made, dice)
    said = body(made, dice, [*known])
    used = {"page", *_keys(said)}  # a source that carries nothing is a fault
    tree = head(made, dice) | {"sources": {key: known[key] for key in known if key in used}} | said
    text = render(_mapping(tree), made.path)
    return made.path, text


def _keys(value: Any) -> Iterator[str]:
    """Every source that is named."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from [item] if key == "source" else _keys(item)
    elif isinstance(value, list):
        for item in value:
            yield from _keys(item)


if __name__ == "__main__":
    main()
