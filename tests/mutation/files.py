"""Spoilt files and shapes: G0 and G1."""

from mutant import Mutant, Record, kind


def _in_prose(record: Record, language: str, extra: str) -> Mutant | None:
    pair = record.pair()
    leaf = record.node((*pair.where, language)) if pair else None
    if leaf is None:
        return None
    middle = len(leaf.value) // 2
    return record.written(leaf, leaf.value[:middle] + extra + leaf.value[middle:], extra)


@kind("G007")
def invisible_character(record: Record) -> Mutant | None:
    return _in_prose(record, "en", "\u200b")


@kind("G007")
def text_turned_round(record: Record) -> Mutant | None:
    return _in_prose(record, "zh", "\u202e")


@kind("G005")
def byte_order_mark(record: Record) -> Mutant:
    return Mutant("\ufeff" + record.text, 1, 1)


@kind("G006")
def windows_line_ends(record: Record) -> Mutant:
    first = record.text.index("\n")
    return Mutant(record.text.replace("\n", "\r\n"), 1, first + 1)


@kind("G003")
def not_utf_8(record: Record) -> Mutant:
    line = record.text.count("\n")
    return Mutant(record.text.encode() + b"\xff\n", line + 1, 1)


@kind("G009")
def tab_for_spaces(record: Record) -> Mutant:
    line = record.line_of("sources:") + 1
    return Mutant(record.replaced(line, 1, 3, "\t"), line, 1)


@kind("G010")
def code_without_quotes(record: Record) -> Mutant | None:
    found = record.leaf("code", value="^\\*[0-9]")
    if found is None:
        return None
    span = found[1].span
    return Mutant(record.replaced(span.line, span.column, span.end_column, found[1].value), span.line, span.column)


@kind("G011")
def key_twice(record: Record) -> Mutant:
    line = record.line_of("country:")
    return Mutant(record.inserted(line, record.document.line(line)), line + 1, 1)


@kind("G012")
def anchor(record: Record) -> Mutant:
    leaf = record.leaf("country")
    assert leaf is not None
    span = leaf[1].span
    return Mutant(record.replaced(span.line, span.column, span.column, "&here "), span.line, span.column)


@kind("G101")
def typo_in_a_key(record: Record) -> Mutant | None:
    block = record.block(("channels", record.chance.randrange(len(record.carrier.channels))))
    names = [name for name in block.keys if name != "kind"] if block else []
    name = record.any_of(names)
    if name is None or block is None:
        return None
    span = block.keys[name]
    return Mutant(record.replaced(span.line, span.column, span.end_column, f"{name}x"), span.line, span.column)


@kind("G102")
def read_without_a_day(record: Record) -> Mutant | None:
    found = record.leaf("read", "on")
    if found is None:
        return None
    span = found[1].span
    spoilt = record.text.split("\n")[span.line - 1].replace(f"on: {found[1].value}, ", "")
    return Mutant(record.replaced(span.line, 1, 10_000, spoilt), span.line, spoilt.index("{") + 2)


@kind("G104")
def unknown_word(record: Record) -> Mutant | None:
    found = record.leaf("sources", None, "kind")
    return record.written(found[1], found[1].value + "s") if found else None


@kind("G104")
def country_that_does_not_exist(record: Record) -> Mutant | None:
    found = record.leaf("country")
    return record.written(found[1], "XX") if found else None


@kind("G105")
def day_that_does_not_exist(record: Record) -> Mutant | None:
    found = record.leaf("read", "on")
    return record.written(found[1], "2026-02-30") if found else None


@kind("G106")
def language_left_out(record: Record) -> Mutant | None:
    pair = record.pair()
    block = record.block(pair.where) if pair else None
    leaf = record.node((*pair.where, "zh")) if pair else None
    if pair is None or block is None or leaf is None:
        return None
    key, first = block.keys["zh"], block.keys["en"]
    line = record.document.line(key.line)
    before = line[: key.column - 1].rstrip()
    if key.line != first.line or not before.endswith(","):
        return None
    return Mutant(record.replaced(key.line, len(before), leaf.span.end_column, ""), first.line, first.column)
