"""The HTML page around a body: navigation, and the style and script that it carries with their hashes."""

import base64
import re
from collections.abc import Callable, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from guidegen.overlay import template_file
from guidegen.style import Style, names_in, read
from guidegen.templating import Templates

_HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_LEVEL = re.compile(r"<(/?)h([1-5])\b")
_ID = re.compile(r'<h([1-6]) id="')
_COMMENT = re.compile(r"^\s*//.*\n|^\s+|\s+$", re.MULTILINE)


class Shell:
    """The frame of every page of a site; addresses in it are relative."""

    def __init__(self, folder: Path, languages: Sequence[str], templates: Callable[[str], Templates]) -> None:
        self.folder, self.languages, self._templates = folder, languages, templates

    @cached_property
    def _guide_style(self) -> Style:
        return read([template_file(self.folder, "style.css")])

    @cached_property
    def _frame_names(self) -> frozenset[str]:
        return names_in(template_file(self.folder, "page.html.j2").read_text(encoding="utf-8"))

    @cached_property
    def style_around(self) -> dict[str, str]:
        """The style sheet of every page that is no guide, and its hash for the Content-Security-Policy."""
        return _with_hash(read([template_file(self.folder, name) for name in ("style.css", "around.css")]).text)

    def _style_for(self, guide: str) -> dict[str, str]:
        """The style sheet of a guide: the rules that this one can use."""
        return _with_hash(self._guide_style.for_page(self._frame_names | names_in(guide)))

    def script(self, name: str) -> str:
        """A script of the template folder without comments and indentation."""
        return _COMMENT.sub("", template_file(self.folder, name).read_text(encoding="utf-8"))

    def wrap(
        self,
        language: str,
        path: str,
        title: str,
        body: str,
        key: str = "",
        plain: Sequence[str] = (),
        script: str = "",
    ) -> str:
        """A whole page; `key` and `plain` are for guides, `script` stands in the body already and is let run."""
        up = "../" * path.count("/")
        others = [(other, f"{up}{other}/{path.split('/', 1)[1]}") for other in self.languages if other != language]
        return self._templates(language).render(
            "page.html.j2",
            title=title,
            body=body,
            home=up.removeprefix("../"),
            key=key,
            plain=plain,
            country=key.partition("/")[0].upper(),
            contents=contents(body) if key else (),
            twins=[(self._templates(other).words, address) for other, address in others],
            script_hash=_hash(script) if script else "",
            **(self._style_for(body) if key else self.style_around),
        )


def _with_hash(style: str) -> dict[str, str]:
    return {"style": style, "style_hash": _hash(style)}


def _hash(text: str) -> str:
    return base64.b64encode(sha256(text.encode()).digest()).decode()


def contents(body: str) -> list[tuple[str, str]]:
    """The sections of a guide: the id and the words of each heading of level 2."""
    from markupsafe import Markup

    return [(name, Markup(_TAG.sub("", words))) for name, words in _HEADING.findall(body)]


def nested(guide: str, name: str) -> str:
    """A guide as one of many on a page: headings one level down, ids of its own."""
    lower = _LEVEL.sub(lambda match: f"<{match[1]}h{int(match[2]) + 1}", guide)
    return _ID.sub(rf'<h\1 id="{name}-', lower)
