"""Spoilt sources, dates, disputes and amounts: G2."""

from mutant import Mutant, Record, kind

from guidegen.diagnostics import Path
from guidegen.rules.resting import RULED


def _used(record: Record) -> list[str]:
    """Keys of sources that a claim rests on."""
    return sorted({key for _, statement in record.carrier.statements() for key in statement.source})


def _source_line(record: Record, key: str) -> int:
    block = record.block(("sources", key))
    assert block is not None
    return next(iter(block.keys.values())).line


@kind("G201")
def source_dropped(record: Record) -> Mutant | None:
    """The `source:` of a way; a claim that took it has none any more."""
    ways = [index for index in range(len(record.carrier.channels)) if record.node(("channels", index, "source"))]
    for index in record.chance.sample(ways, len(ways)):
        leaf = record.node(("channels", index, "source"))
        for path, _ in record.carrier.channels[index].claims():
            where = Path(("channels", index, *path))
            place = record.document.span_at(where)
            alone = record.document.line(leaf.span.line).strip() == f"source: {leaf.value}" if leaf else False
            if leaf and alone and record.lends(where):
                text = record.without(leaf.span.line)
                return Mutant(text, place.line - (place.line > leaf.span.line), place.column)
    return None


@kind("G202")
def source_misspelt(record: Record) -> Mutant | None:
    found = record.any_of([(w, leaf) for w, leaf in record.leaves if w[-1] == "source" and w[0] != "sources"])
    return record.written(found[1], found[1].value + "x") if found else None


@kind("G203")
def source_unused(record: Record) -> Mutant:
    line = record.line_of("sources:")
    new = ("  nobody-rests-on-it:", "    publisher: A page", "    kind: forum", "    read: {on: 2026-11-01, as: live}")
    return Mutant(record.inserted(line, *new), line + 1, 3)


@kind("G204")
def source_unusable(record: Record) -> Mutant | None:
    found = record.leaf("source")
    if found is None or found[0][0] == "sources":
        return None
    line = _source_line(record, found[1].value)
    span = found[1].span
    return Mutant(record.inserted(line - 1, "    unusable: spam"), span.line + (span.line >= line), span.column)


@kind("G205")
def another_country(record: Record) -> Mutant | None:
    found = record.leaf("country")
    return record.written(found[1], "PT") if found else None


@kind("G206")
def only_an_advertisement(record: Record) -> Mutant | None:
    if record.carrier.kind == "advertised_name":
        return None
    for where, statement in record.carrier.statements():
        if len(statement.source) == 1 and where[0] == "channels" and len(where) == 2:
            leaf = record.node(("sources", statement.source[0], "kind"))
            place = record.document.span_at(Path(where))
            return Mutant(record.written(leaf, "advert").text, place.line, place.column) if leaf else None
    return None


@kind("G207")
def may_mean_nothing(record: Record) -> Mutant:
    line = record.line_of("country:")
    if record.carrier.may_mean:
        first = record.line_of("may_mean:")
        leaf = record.node(("kind",))
        assert leaf is not None
        text = record.replaced(first, 1, 10_000, "# nothing")
        return Mutant(text, leaf.span.line, leaf.span.column)
    return Mutant(record.inserted(line, "may_mean: [gb/lebara]"), line + 1, 12)


@kind("G210")
def read_in_the_future(record: Record) -> Mutant | None:
    found = record.leaf("read", "on")
    return record.written(found[1], "2062-11-23") if found else None


@kind("G211")
def page_after_its_reading(record: Record) -> Mutant | None:
    found = record.leaf("page_date")
    return record.written(found[1], "2027-03") if found else None


@kind("G212")
def range_turned_round(record: Record) -> Mutant | None:
    line = _new_in_a_way(record, "amounts")
    return Mutant(record.inserted(line, "    amounts: {from: 100, to: 10}"), line + 1, 15) if line else None


def _new_in_a_way(record: Record, *names: str) -> int:
    """The first line of a way that has none of these fields; 0 where there is none."""
    ways = [
        index
        for index in range(len(record.carrier.channels))
        if (block := record.block(("channels", index)))
        and "source" in block.keys
        and block.keys["kind"].column == 5
        and not set(names) & set(block.keys)
    ]
    index = record.any_of(ways)
    block = record.block(("channels", index)) if index is not None else None
    return block.keys["kind"].line if block else 0


@kind("G221")
def free_by_those_who_sell(record: Record) -> Mutant | None:
    line = _new_in_a_way(record, "fee")
    if not line or record.carrier.kind == "advertised_name":
        return None
    new = ("  the-shop:", "    publisher: A shop", "    kind: retailer", "    read: {on: 2026-11-01, as: live}")
    text = record.inserted(line, "    fee: {value: none, source: the-shop}")
    at = record.line_of("sources:")
    lines = text.split("\n")
    return Mutant("\n".join([*lines[:at], *new, *lines[at:]]), line + 1 + len(new), 11)


@kind("G222")
def rule_by_a_shop(record: Record) -> Mutant | None:
    if record.carrier.kind == "advertised_name":
        return None
    for where, claim in record.carrier.claims():
        if where[0] in RULED and "note" not in where and len(claim.source) == 1:
            leaf = record.node(("sources", claim.source[0], "kind"))
            place = record.document.span_at(where)
            return Mutant(record.written(leaf, "retailer").text, place.line, place.column) if leaf else None
    return None


@kind("G223")
def one_source_for_both(record: Record) -> Mutant | None:
    for index, dispute in enumerate(record.carrier.disputes):
        keys = [record.node(("disputes", index, "accounts", n, "source")) for n in range(len(dispute.accounts))]
        if dispute.note is None and len(keys) == 2 and keys[0] and keys[1]:
            mutant = record.written(keys[1], keys[0].value)
            place = record.document.span_at(Path(("disputes", index, "accounts")))
            return Mutant(mutant.text, place.line, place.column)
    return None


@kind("G223")
def both_say_the_same(record: Record) -> Mutant | None:
    for index, dispute in enumerate(record.carrier.disputes):
        places = [("disputes", index, "accounts", n, "says") for n in range(len(dispute.accounts))]
        codes = [record.node(place) for place in places[:2]]
        if codes[0] and codes[1]:
            return record.written(codes[1], codes[0].value)
        blocks = [record.block(place) for place in places[:2]]
        texts = [record.node((*place, language)) for place in places[:2] for language in ("en", "zh")]
        if all(blocks) and all(texts) and len({leaf.span.line for leaf in texts[2:] if leaf}) == 1:
            en, zh, en2, zh2 = (leaf for leaf in texts if leaf)
            text = record.written(zh2, zh.value).text
            assert isinstance(text, str)
            assert blocks[1]
            lines = text.split("\n")
            line = lines[en2.span.line - 1]
            start, end = en2.span.column - 1, en2.span.end_column - 1
            lines[en2.span.line - 1] = f'{line[:start]}"{en.value}"{line[end:]}'
            first = blocks[1].keys["en"]
            return Mutant("\n".join(lines), first.line, first.column)
    return None


@kind("G224")
def ended_without_a_word(record: Record) -> Mutant | None:
    line = _new_in_a_way(record, "ended")
    return Mutant(record.inserted(line, f"    ended: {{source: {_used(record)[0]}}}"), line + 1, 13) if line else None


@kind("G225")
def price_is_credit(record: Record) -> Mutant | None:
    line = _new_in_a_way(record, "you_get")
    return Mutant(record.inserted(line, "    you_get: {pay: 10, get: 10}"), line + 1, 15) if line else None


@kind("G225")
def credit_for_price(record: Record) -> Mutant | None:
    line = _new_in_a_way(record, "you_get", "amounts")
    new = ("    amounts: [8.5, 17]", "    you_get: {pay: 10, get: 8.5}")
    return Mutant(record.inserted(line, *new), line + 2, 15) if line else None
