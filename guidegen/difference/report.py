"""Changes as text for a terminal, as Markdown for a pull request, as JSON for a machine."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from guidegen.difference import KINDS, Change

# A comment on GitHub holds 65,536 characters; this leaves room for what stands around it.
MOST_CHARACTERS = 60_000
# Kinds whose claims stand on one line, since they all say the same.
_GROUPED = {"status", "read_again"}


def as_text(changes: Sequence[Change]) -> str:
    """One line a change, under the name of its record; a summary at the end."""
    lines: list[str] = []
    for record, group in groupby(changes, key=lambda change: change.record):
        lines.append(record)
        lines += (f"  {KINDS[kind]:<15} {words}" for kind, words in _lines(list(group)))
        lines.append("")
    return "\n".join([*lines, summary(changes)])


def as_markdown(changes: Sequence[Change]) -> str:
    """A comment for a pull request: the summary first, then a list for each record."""
    from guidegen.templating.escaping import markdown

    lines = ["### What changes for readers", "", str(markdown(summary(changes)))]
    left, size = 0, 0
    for record, group in groupby(changes, key=lambda change: change.record):
        found = [f"- **{KINDS[kind]}**: {markdown(words)}" for kind, words in _lines(list(group))]
        block = ["", f"#### {markdown(record)}", "", *found]
        size += sum(len(line) + 1 for line in block)
        if size > MOST_CHARACTERS:
            left += 1
        else:
            lines += block
    if left:
        lines += ["", f"… and {left} more records. `guidegen diff` prints them all."]
    return "\n".join(lines)


def as_json(changes: Sequence[Change]) -> str:
    """A list of `{record, kind, what, where, old, new, claims}`."""
    return json.dumps([change.as_json() for change in changes], ensure_ascii=False, indent=2)


def _lines(changes: list[Change]) -> Iterator[tuple[str, str]]:
    """Each change in words; claims that moved in the same way together."""
    for kind, group in groupby(changes, key=lambda change: change.kind):
        if kind not in _GROUPED:
            yield from ((kind, _words(change)) for change in group)
            continue
        together: dict[tuple[str, str], list[str]] = {}
        for change in group:
            together.setdefault((change.old, change.new), []).append(change.what)
        for (old, new), whats in together.items():
            yield kind, f"{old} → {new} ({len(whats)}): {'; '.join(whats)}"


def _words(change: Change) -> str:
    amount = f" ({_number(change.claims, 'claim')})" if change.claims > 1 else ""
    if change.old and change.new:
        return f"{change.what}{amount}: {change.old} → {change.new}"
    value = change.old or change.new
    return f"{change.what}{amount}{f': {value}' if value else ''}"


def summary(changes: Sequence[Change]) -> str:
    """How many changes of which kind."""
    if not changes:
        return "Nothing changes in what the records say."
    records = {change.record for change in changes}
    counts = Counter(change.kind for change in changes)
    kinds = ", ".join(f"{KINDS[kind]} {counts[kind]}" for kind in KINDS if counts[kind])
    return f"{_number(len(records), 'record')}: {kinds}."


def _number(count: int, word: str) -> str:
    return f"{count} {word}{'s' if count != 1 else ''}"


REPORTERS: dict[str, Callable[[Sequence[Change]], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}
