"""G621, G622: the two languages of a text in a record."""

import re
from collections.abc import Iterator

from guidegen.diagnostics import Found, Path, rule
from guidegen.model import Carrier
from guidegen.rules import Subject
from guidegen.rules.language.record import all_texts, own_names, texts
from guidegen.rules.language.texts import HAN, QUOTATION, Role, hide, hide_names
from guidegen.rules.parity.facts import Fact, differing
from guidegen.rules.parity.reading import stated


@rule("G621")
def languages_differ(subject: Subject) -> Iterator[Found]:
    """The two languages of a text state different codes, numbers, amounts, dates or durations.

    Why: one of the two readers is told something that no source says.
    Bad: `note: {en: The credit lasts 90 days., zh: 话费有效期 60 天。}`
    Good: `note: {en: The credit lasts 90 days., zh: 话费有效期 90 天。}`
    """
    currency = (subject.record.currency if isinstance(subject.record, Carrier) else None) or ""
    for pair in all_texts(subject):
        only_en, only_zh = differing(stated(pair.en, currency), stated(pair.zh, currency))
        if only_zh:
            yield _found(Path((*pair.where, "zh")), only_zh, only_en, "English")
        elif only_en:
            yield _found(Path((*pair.where, "en")), only_en, only_zh, "Chinese")


def _found(where: Path, here: list[Fact], there: list[Fact], other: str) -> Found:
    message = f"{named(here)} here, {named(there) or 'nothing of the kind'} in {other}"
    help = "write the same codes, numbers, units, amounts and dates in both languages"
    return Found(where, message, help, here[0].start, here[0].end)


def named(facts: list[Fact]) -> str:
    """The facts in words: `90 day, EUR 10`."""
    return ", ".join(fact.words for fact in facts)


_HAN = re.compile(f"[{HAN}]+")
_LATIN_WORDS = re.compile("[A-Za-z]{2,}")


@rule("G622")
def not_translated(subject: Subject) -> Iterator[Found]:
    """A Chinese text holds no Chinese, or an English one holds Chinese.

    Why: a copied text looks done to everybody but its reader.
    Bad: `note: {en: The page is old., zh: The page is old.}`
    Good: `note: {en: The page is old., zh: 这是旧页面。}` Names, codes and quotations stay as they are.
    """
    for pair in texts(subject):
        if pair.role is Role.DESCRIPTION:
            continue
        if pair.role is not Role.PHRASE and _is_latin(_own_words(subject, pair.zh)):
            yield Found(Path((*pair.where, "zh")), "no Chinese in the Chinese text", "write it in Chinese")
        if _HAN.search(pair.en) and (match := _HAN.search(_own_words(subject, pair.en))):
            where, help = Path((*pair.where, "en")), "write it in English, or put the quotation in “…”"
            yield Found(where, f"“{match[0]}” in the English text", help, match.start(), match.end())


def _is_latin(text: str) -> bool:
    return not _HAN.search(text) and len(_LATIN_WORDS.findall(text)) > 2


def _own_words(subject: Subject, text: str) -> str:
    """A text without its quotations and names."""
    return hide_names(hide(text, QUOTATION), own_names(subject))
