"""What can be wrong with a template, as findings with the line of the template (family G3)."""

import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from guidegen.diagnostics import WHOLE_FILE, Diagnostic, Span, fault

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
        message = f"there is no template {error.name}"
        return MISSING.at(f"{folder.as_posix()}/{error.name}", WHOLE_FILE, message, MISSING.summary)
    if isinstance(error, TemplateSyntaxError):
        path, line = error.filename or error.name or "", error.lineno
        return BROKEN.at(path, _line(line), str(error.message), BROKEN.summary)
    path, line = _last_frame(error, folder)
    rule = UNKNOWN_NAME if isinstance(error, UndefinedError) else FAILED
    message = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return rule.at(path, _line(line), message, rule.summary)


def _last_frame(error: Exception, folder: Path) -> tuple[str, int]:
    """The line of the innermost template, from the traceback; Jinja keeps it nowhere else for errors at run time."""
    frames = traceback.extract_tb(error.__traceback__)
    found = [frame for frame in frames if frame.filename.endswith(".j2")]
    return (found[-1].filename, found[-1].lineno or 1) if found else (folder.as_posix(), 1)


def _line(number: int) -> Span:
    return Span(number, 1, number, 1)
