"""G6, parity: both languages state the same codes, numbers, amounts, currencies, dates and durations."""

from guidegen.rules.parity import pages, texts

__all__ = ["pages", "texts"]
