"""What the tests of serve share: a small workspace of its own, and saves as editors do them."""

import datetime
import shutil
from collections.abc import Collection
from pathlib import Path

from records import AS_OF, SOUND, TEMPLATES, folder_of

from guidegen.serve.workspace import Options, Update, Workspace

PAGE = "en/gb/case.html"


class Desk:
    """A folder of records and a copy of the templates, as a maintainer works on them, and what serve makes of them."""

    def __init__(self, tmp_path: Path) -> None:
        self.carriers = folder_of(tmp_path, {"gb/case.yaml": SOUND})
        self.templates = tmp_path / "templates"
        shutil.copytree(TEMPLATES, self.templates)
        room = tmp_path / "room"
        room.mkdir()
        self.day = AS_OF
        self.workspace = Workspace(Options(self.carriers, self.templates, lambda: self.day), room)

    @property
    def record(self) -> Path:
        return self.carriers / "gb/case.yaml"

    def style(self, file: str, old: str, new: str) -> None:
        """Change a template."""
        path = self.templates / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def look(self, settled: bool = True, named: Collection[str] = ()) -> tuple[Update | None, bool]:
        return self.workspace.refresh(named, settled, (PAGE,))

    def page(self, path: str = PAGE) -> str:
        made = self.workspace.page(path)
        return made.page.text if made else "none"

    def codes(self) -> list[str]:
        return [finding.code for finding in self.workspace.faults()[0]]

    def to(self, days: int) -> None:
        self.day = AS_OF + datetime.timedelta(days=days)
