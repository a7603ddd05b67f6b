"""What rendering costs in CPU time: templates, views, guides by format. Run: python benchmarks/render.py"""

from __future__ import annotations

import argparse
import datetime
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from guidegen.catalogue import load
from guidegen.render import Records, render_guide, templates_for
from guidegen.templating import FORMATS, languages_in

ROOT = Path(__file__).parents[1]
AS_OF = datetime.date(2026, 11, 29)


def cost(work: Callable[[], object]) -> float:
    """Milliseconds of CPU time."""
    begin = time.process_time()
    work()
    return (time.process_time() - begin) * 1000


def told(name: str, work: Callable[[str], object], keys: Iterable[str], passes: int) -> None:
    """Prints milliseconds for one key: the first pass, when nothing is remembered, and the best of the others."""
    keys = list(keys)
    first, *others = (cost(lambda: [work(key) for key in keys]) / len(keys) for _ in range(passes))
    print(f"{name:16} {first:7.3f} ms, again {min(others, default=first):7.3f} ms")


def main() -> None:
    """Prints a line for each piece, for one record or page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--carriers", type=Path, default=ROOT / "carriers")
    parser.add_argument("--passes", type=int, default=3)
    options = parser.parse_args()
    catalogue = load(options.carriers, AS_OF)
    records = Records(catalogue.carriers, catalogue.countries, AS_OF)
    keys, folder = sorted(records.carriers), ROOT / "templates"
    told("assess and view", records.view, keys, options.passes)
    views = {key: records.view(key) for key in keys}
    sets = {(format, word): templates_for(folder, word, format) for format in FORMATS for word in languages_in(folder)}
    compiled = {name: cost(partial(render_guide, views[keys[0]], templates)) for name, templates in sets.items()}
    for (format, language), templates in sets.items():
        told(f"{format} {language}", lambda key, by=templates: render_guide(views[key], by), keys, options.passes)
    print(f"the first page of each, with compiling: {', '.join(f'{time:.0f}' for time in compiled.values())} ms")


if __name__ == "__main__":
    main()
