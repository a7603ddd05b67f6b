"""Files that ask for more work than others of their length, and can be made as long as is wanted."""

from records import SOUND

# How a file begins, and what is repeated in it until it is as long as is wanted.
UNITS = {
    "open brackets": ("", "["),
    "open blocks": ("", "{a: "),
    "items of items": ("", "- "),
    "keys of keys": ("", "? "),
    "empty items": (f"{SOUND}x: [", "[],"),
    "wrong ways": (SOUND, "  - a\n"),
    "ways without a kind": (SOUND, "  - {}\n"),
    "wrong words": (f"{SOUND}    payment: [", "paypall,"),
    "unknown sources": (SOUND.replace("source: page", "source: ["), "pag,"),
    "the same key": (SOUND, "a: 1\n"),
    "anchors": ("", "- &a 1\n"),
    "one long anchor": ("- &", "a"),
    "aliases": (f"{SOUND}x: [", "*a ,"),
    "tags": ("", "- !a 1\n"),
    "documents": ("", "--- a\n"),
    "invisible characters": (f"{SOUND}# ", "\u200b"),
    "tabs": (SOUND, "#\t\n"),
    "codes without quotes": (SOUND, "x: #1#\n"),
    "codes without quotes on one line": (f"{SOUND}x: a", " #1#"),
    "star codes without quotes": (SOUND, "x: *1#\n"),
    "half a code": (f"{SOUND}x: ", "{#1"),
    "a code of brackets": (f"{SOUND}x: *1", "}"),
    "open quotes": ("", ': "\\'),
    "blanks": (f"{SOUND}x:", " "),
    "blanks before a comment without a word": (f"{SOUND}title: #", " "),
    "questions": (f"{SOUND}title: #", "?"),
    "a long value": (f"{SOUND}x: ", "a"),
    "a long escaped value": (f'{SOUND}x: "', "\\x41"),
    "a long kind": (f"{SOUND}  - kind: ", "u"),
    "a long key": (SOUND, "channel"),
    "a long fee": (SOUND.replace("fee: none", "fee: "), "1"),
    "a long date": (SOUND.replace("on: 2026-11-01", "on: "), "2026-"),
    "a long code": (SOUND.replace("*100*{voucher}#", "*"), "{"),
    "gaps": (SOUND, "a:\n"),
}


def flood(name: str, size: int) -> str:
    """One of these files, of at most as many bytes."""
    head, unit = UNITS[name]
    return head + unit * ((size - len(head.encode())) // len(unit.encode()))
