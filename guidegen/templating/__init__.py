"""Jinja environments, one for each language and format, with values escaped by the environment itself."""

from guidegen.templating.environment import FORMATS, Templates, languages_in

__all__ = ["FORMATS", "Templates", "languages_in"]
