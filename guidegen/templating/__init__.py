"""Jinja environments, one for each language and format, with values escaped by the environment itself.

Jinja is imported when a name of this package is asked for: who only formats an amount or escapes a text needs none.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from guidegen.templating.environment import FORMATS, Templates, languages_in

__all__ = ["FORMATS", "Templates", "languages_in"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("guidegen.templating.environment"), name)
