"""What can be wrong with a template, as findings with the line of the template (family G3)."""

import re
import traceback
from collections.abc import Iterable
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.filters import FILTERS as BUILT_IN

from guidegen.diagnostics import WHOLE_FILE, Diagnostic, Span, fault, nearest
from guidegen.embedded import embedded
from guidegen.overlay import template_files
from guidegen.templating.formatting import FILTERS as OWN

FILTERS = (*OWN, *BUILT_IN, "code_span", "columns")

MISSING = fault(
    "G301",
    "template-missing",
    """
    Put the template back, or correct the name in the template that asks for it.

    Why: without it a part of every guide would be missing.
    Bad: `{% include "guide/stepps.j2" %}`
    Good: `{% include "guide/steps.j2" %}`
    """,
)
BROKEN = fault(
    "G302",
    "template-syntax",
    """
    Close the block or the braces that the message names.

    Why: Jinja cannot read the template, so no page can be made.
    Bad: `{% if way.fee %}` without `{% endif %}`
    Good: `{% if way.fee %}…{% endif %}`
    """,
)
UNKNOWN_NAME = fault(
    "G303",
    "template-unknown-name",
    """
    Use a name that the template has, or give it one.

    Why: a name that does not exist would print nothing, and a fact would be missing without a word.
    Bad: `{{ say.titel(carrier) }}`
    Good: `{{ say.title(carrier) }}`
    """,
)
FAILED = fault(
    "G304",
    "template-failed",
    """
    Correct the expression on this line of the template.

    Why: Jinja could not work it out, so no page can be made.
    Bad: `{{ carrier.name | grouped(4) }}` (a name is no number)
    Good: `{{ money.amount | grouped(4) }}`
    """,
)


def finding(error: Exception, folder: Path) -> Diagnostic:
    """A template error at its line; the page and the language are not part of it, since all pages share templates."""
    if isinstance(error, TemplateNotFound):
        return _missing(folder, str(error.name))
    if isinstance(error, OSError):
        return _missing(folder, Path(str(error.filename)).name)
    if isinstance(error, UnicodeDecodeError):
        return BROKEN.at(_undecodable(folder), WHOLE_FILE, "the template is not UTF-8", "Save the file as UTF-8.")
    if isinstance(error, TemplateSyntaxError):
        path, line, message = error.filename or error.name or "", error.lineno, str(error.message)
        return BROKEN.at(path, _line(line), message, _near(message, FILTERS) or BROKEN.summary)
    return _while_running(error, folder)


def _while_running(error: Exception, folder: Path) -> Diagnostic:
    path, line = _last_frame(error, folder)
    message = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    short = _shortfall(message, folder) if isinstance(error, UndefinedError | AttributeError) else None
    if short:
        return short
    if isinstance(error, UndefinedError):
        return UNKNOWN_NAME.at(path, _line(line), message, _near(message, _names_in(folder)) or UNKNOWN_NAME.summary)
    return FAILED.at(path, _line(line), message, FAILED.summary)


def _missing(folder: Path, name: str) -> Diagnostic:
    near = nearest(name, template_files(folder))
    advice = f"write {near}, or put {name} back" if near else MISSING.summary
    return MISSING.at(f"{folder.as_posix()}/{name}", WHOLE_FILE, f"there is no template {name}", advice)


def _near(message: str, names: Iterable[str]) -> str:
    """What to write instead of the name that stands last in quotes in a message of Jinja's."""
    near = nearest(_quoted(message), names)
    return f"write {near}" if near else ""


def _quoted(message: str) -> str:
    return next(reversed(re.findall(r"'([^']+)'", message)), "")


def _shortfall(message: str, folder: Path) -> Diagnostic | None:
    """The override that lacks the name asked for in vain, where the template that it stands for gives it."""
    name, origins = _quoted(message), embedded("templates")
    for template, file in template_files(folder).items():
        origin = origins / template
        if origin.is_file() and name in _given(origin) - _given(file):
            advice = f"copy {name} from {origin.as_posix()}"
            said = f"other templates ask {template} for {name}, and this one has none"
            return UNKNOWN_NAME.at(file.as_posix(), WHOLE_FILE, said, advice)
    return None


def _names_in(folder: Path) -> set[str]:
    """The names that the templates in use give to macros and values."""
    return {name for file in template_files(folder).values() for name in _given(file)}


def _given(file: Path) -> set[str]:
    """The names that one template gives to macros and values."""
    return set(re.findall(r"\b(?:macro|set)\s+(\w+)", file.read_text(encoding="utf-8", errors="replace")))


def _undecodable(folder: Path) -> str:
    """The template that is not UTF-8; the error itself does not name it."""
    for file in template_files(folder).values():
        try:
            file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return file.as_posix()
        except OSError:
            continue
    return folder.as_posix()


def _last_frame(error: Exception, folder: Path) -> tuple[str, int]:
    """The line of the innermost template, from the traceback; Jinja keeps it nowhere else for errors at run time."""
    frames = traceback.extract_tb(error.__traceback__)
    found = [frame for frame in frames if frame.filename.endswith(".j2")]
    return (found[-1].filename, found[-1].lineno or 1) if found else (folder.as_posix(), 1)


def _line(number: int) -> Span:
    return Span(number, 1, number, 1)
