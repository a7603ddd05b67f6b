"""G6, language: the wording that `language.md` fixes, on every text of a record; importing registers the rules."""

from guidegen.rules.language import characters, form, glossary, length, pages, vague

__all__ = ["characters", "form", "glossary", "length", "pages", "vague"]
