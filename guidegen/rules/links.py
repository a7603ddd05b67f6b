"""G4: nothing in a record or on a page works as a link or asks the reader to make contact."""

from collections.abc import Iterable, Iterator

from guidegen.diagnostics import Diagnostic, Found, Path, Rule, Span, fault, rule
from guidegen.links import Hit, scan_text
from guidegen.rules import Subject
from guidegen.rules.walks import values

# Fields that no reader sees.
_HIDDEN = {"url", "lang"}
# Fields that hold words of a fixed list or keys: they name nothing outside the record.
_KEYS = {"source", "about", "looked_for", "kind", "country", "currency", "may_mean"}

LINK_ON_PAGE = fault(
    "G402",
    "link-on-page",
    """
    Find the words in the record or the template, and say the fact without the address.

    Why: the finished page is what the reader gets; whatever works as a link there can be followed.
    Bad: a template that joins a name and an ending to an address.
    Good: the name of the service alone.
    """,
)


@rule("G401")
def link_or_solicitation(subject: Subject) -> Iterator[Found]:
    """A text in a record works as a link, or asks the reader to make contact.

    Why: readers are robbed through addresses, chat handles and invitations; a guide has none, not even an official one.
    Bad: `note: {en: Ask us on Telegram @topup, zh: …}`
    Good: `note: {en: The operator offers help in its own app., zh: …}`
    """
    for where, value in values(subject):
        if where[-1] in _HIDDEN or _KEYS.intersection(where):
            continue
        for hit in scan_text(value.value, allowed=subject.names):
            yield _found(where, hit)


def _found(where: Path, hit: Hit) -> Found:
    return Found(where, _words(hit), hit.help, hit.start, hit.end)


def _words(hit: Hit) -> str:
    seen, reading = " ".join(hit.seen.split()), " ".join(hit.reading.split())
    read = "" if reading == seen else f", read as {reading}"
    return f"“{seen}” works as {hit.family.replace('-', ' ')}{read}"


def page_findings(rule: Rule, path: str, text: str, hits: Iterable[Hit]) -> list[Diagnostic]:
    """The hits on a finished page or in a template, at their lines."""
    return [rule.at(path, _span(text, hit), _words(hit), hit.help) for hit in hits]


def _span(text: str, hit: Hit) -> Span:
    line = text.count("\n", 0, hit.start) + 1
    column = hit.start - text.rfind("\n", 0, hit.start)
    return Span(line, column, line, column + max(1, hit.end - hit.start))
