"""One Jinja environment for each language and format; templates name them `say` and `put`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, FunctionLoader, StrictUndefined, Template, TemplateNotFound

from guidegen.overlay import searched, template_files
from guidegen.templating import escaping
from guidegen.templating.compiled import COMPILED
from guidegen.templating.finishing import close_up, columns, space_scripts, tidy, wrap
from guidegen.templating.formatting import FILTERS, NBSP
from guidegen.templating.running import FormatEnvironment


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a page: how values are escaped, and the last touch on the text."""

    name: str
    escape: Callable[[Any], Any] | None
    finish: Callable[[str], str]


FORMATS: dict[str, Format] = {
    "html": Format("html", None, close_up),
    "md": Format("md", escaping.markdown, tidy),
    "txt": Format("txt", escaping.plain, lambda text: wrap(tidy(text))),
}


def languages_in(folder: Path) -> list[str]:
    """The languages that guides can be made in from a template folder, English first."""
    found = (name.removeprefix("languages/").removesuffix(".j2") for name in template_files(folder) if _is_words(name))
    return sorted(found, key=lambda language: (language != "en", language))


def _is_words(name: str) -> bool:
    return name.startswith("languages/") and name.count("/") == 1 and name.endswith(".j2")


class Templates:
    """The templates that a folder leads to, for one language and one format, compiled once."""

    def __init__(self, folder: Path, language: str, format: str, extra: Mapping[str, Any] | None = None) -> None:
        self.language, self.format = language, FORMATS[format]
        self._files = FileSystemLoader(searched(folder))
        self._aliases = {"say": f"languages/{language}.j2", "put": f"formats/{format}.j2"}
        self.environment = self._environment()
        self.environment.globals.update(extra or {})

    def _environment(self) -> FormatEnvironment:
        environment = FormatEnvironment(
            loader=FunctionLoader(self._load),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.do"],
            auto_reload=False,
            bytecode_cache=COMPILED,
        )
        environment.escape_by(self.format.escape)
        environment.filters.update(FILTERS, code_span=escaping.code_span, columns=columns)
        environment.globals.update(nbsp=NBSP, language=self.language, format=self.format.name)
        return environment

    def _load(self, name: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        text, file, fresh = self._files.get_source(self.environment, self._aliases.get(name, name))
        return text, file, fresh

    def get(self, name: str) -> Template:
        """A compiled template; raises jinja2.TemplateError."""
        return self.environment.get_template(name)

    @cached_property
    def words(self) -> Any:
        """The module of the language file, for names that Python needs: the locale and the tag."""
        return self.get("say").module

    def render(self, template: str, /, **values: Any) -> str:
        """A finished page; raises jinja2.TemplateError."""
        text = self.get(template).render(**values)
        return self.format.finish(space_scripts(text) if self.words.spaced else text)


__all__ = ["FORMATS", "Format", "TemplateNotFound", "Templates", "languages_in"]
