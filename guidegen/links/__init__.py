"""Finds what works as a link or as a "contact me", in plain text, Markdown and finished HTML pages."""

from __future__ import annotations

from guidegen.links.families import FAMILIES
from guidegen.links.hit import Hit
from guidegen.links.page import scan_html
from guidegen.links.scan import scan_text
from guidegen.links.tokens import scan_markdown

__all__ = ["FAMILIES", "Hit", "scan_html", "scan_markdown", "scan_text"]
