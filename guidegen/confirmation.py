"""“Still true”: moves the day of single claims of a record, and nothing else in it."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guidegen import canonical as layout
from guidegen.diagnostics import WHOLE_FILE, Diagnostic, Path, fault, nearest
from guidegen.evidence import RANK, Standing, assess
from guidegen.model import Carrier
from guidegen.model.claims import Check, Checkable
from guidegen.schema import read_record
from guidegen.source import Document, parse

MOST_AT_ONCE = 5
REFUSED = fault(
    "G243",
    "confirmation-refused",
    """
    Name the claims that you read again, the day, and the source where a claim has several.

    Why: a day that moves for many claims at one stroke mostly means that nobody read them all.
    Bad: `guidegen confirm gb/giffgaff --on 2026-12-01 --how live` for a record with forty claims.
    Good: `guidegen confirm gb/giffgaff 'channels[4].fee' --on 2026-12-01 --how live`
    """,
)


@dataclass(frozen=True, slots=True)
class Request:
    """What a person says: which claims, when and how they were read again, and at which source if it must be said."""

    claims: tuple[str, ...]
    on: datetime.date
    how: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """One claim before and after."""

    where: Path
    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The new text of the record and the claims that moved; or what stands in the way."""

    text: str = ""
    carrier: Carrier | None = None
    moved: tuple[Moved, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def confirm(document: Document, carrier: Carrier, request: Request, today: datetime.date) -> Confirmation:
    """The record with the day of the named claims moved; nothing is written here."""
    statements = {str(where): (where, item) for where, item in carrier.statements() if isinstance(item, Checkable)}
    chosen, problem = _choose(request.claims, statements)
    if problem:
        return Confirmation(findings=(REFUSED.at(document.path, WHOLE_FILE, *problem),))
    found = [statements[name] for name in chosen]
    findings = [finding for where, item in found for finding in _refuse(document, carrier, where, item, request, today)]
    if findings:
        return Confirmation(findings=tuple(findings))
    tree = layout.read_tree(document.text)
    for where, item in found:
        _set(tree, where, _check(item, request))
    text = layout.render(tree, document.path)
    renewed = _reread(text, document, carrier)
    moved = tuple(_moved(carrier, renewed, [where for where, _ in found], today))
    worse = [move for move in moved if RANK[move.after.status] > RANK[move.before.status]]
    if worse:
        return Confirmation(findings=tuple(_weaker(document, move) for move in worse))
    return Confirmation(text, renewed, moved)


def _choose(
    names: Sequence[str], statements: Mapping[str, tuple[Path, Checkable]]
) -> tuple[list[str], tuple[str, str] | None]:
    """The statements that the names mean; a block means all in it, up to five."""
    exact: list[str] = []
    blanket: list[str] = [] if names else list(statements)
    for name in names:
        if name in statements or (f"{name}[0]" in statements and f"{name}[1]" not in statements):
            exact.append(name if name in statements else f"{name}[0]")
            continue
        inside = list(_inside(name, statements))
        if not inside:
            return [], _unknown(name, statements)
        blanket += inside
    blanket = [name for name in dict.fromkeys(blanket) if name not in exact]
    if len(blanket) > MOST_AT_ONCE:
        message = f"{len(blanket)} claims would be confirmed at one stroke, more than {MOST_AT_ONCE}"
        return [], (message, f"name each one that you read: {' '.join(map(_shell, blanket))}")
    return list(dict.fromkeys([*exact, *blanket])), None


def _inside(name: str, statements: Mapping[str, Any]) -> Iterator[str]:
    """The statements in a block: `channels[2].*`, or `balance` where that is no statement itself."""
    stem = name.removesuffix(".*")
    return (path for path in statements if path == stem or path.startswith((f"{stem}.", f"{stem}[")))


def _shell(path: str) -> str:
    """A path as it can be pasted into a shell, where brackets mean something else."""
    return f"'{path}'" if "[" in path else path


def _unknown(name: str, statements: Mapping[str, Any]) -> tuple[str, str]:
    near = nearest(name, statements)
    known = ", ".join(sorted({path.split("[")[0].split(".")[0] for path in statements}))
    return f"there is no claim {name}", f"did you mean {near}?" if near else f"claims stand in {known}"


def _check(item: Checkable, request: Request) -> Check:
    source = request.source if len(item.source) > 1 else None
    return Check.model_validate({"on": request.on, "as": request.how, "source": source})


def _refuse(
    document: Document, carrier: Carrier, where: Path, item: Checkable, request: Request, today: datetime.date
) -> Iterator[Diagnostic]:
    """Why this claim cannot be confirmed so."""
    keys = ", ".join(item.source)
    span = document.span_at(where)
    if request.on > today:
        yield REFUSED.at(document.path, span, f"{request.on} has not come", "write the day of the reading")
    if request.source is None and len(item.source) > 1:
        yield REFUSED.at(document.path, span, f"{where} has several sources", f"say which you read: --source {keys}")
    elif request.source is not None and request.source not in item.source:
        yield REFUSED.at(document.path, span, f"{where} does not rest on {request.source}", f"its source: {keys}")
    else:
        key = request.source or item.source[0]
        last = item.checked.on if item.checked else carrier.sources[key].read.on
        if request.on < last:
            message = f"{where} was read on {last} already, later than {request.on}"
            yield REFUSED.at(document.path, span, message, "write the day of the new reading")


def _weaker(document: Document, move: Moved) -> Diagnostic:
    message = f"{move.where} is {move.before.status} now and would be {move.after.status}"
    help = "a weaker reading takes nothing back; read the live page, or leave the claim as it is"
    return REFUSED.at(document.path, document.span_at(move.where), message, help)


def _set(tree: layout.Mapping, where: Path, check: Check) -> None:
    """Write `checked` to the claim at a path; a claim in its short form gets the long one."""
    entry = _entry_at(tree, where)
    if not isinstance(entry.node, layout.Mapping) or not (_is_block(where) or entry.node.get("value")):
        entry.node = layout.Mapping([layout.Entry("value", entry.node)])
    parts = {"on": check.on.isoformat(), "as": check.how, **({"source": check.source} if check.source else {})}
    written = layout.Mapping([layout.Entry(key, layout.Scalar(value)) for key, value in parts.items()])
    known = entry.node.get("checked")
    if known is not None:
        known.node = written
    else:
        entry.node.entries.append(layout.Entry("checked", written))


def _is_block(where: Path) -> bool:
    """Whether the path leads to an item that is a statement itself: a way, a warning, a remark."""
    return len(where) == 2 and isinstance(where[1], int)


def _entry_at(tree: layout.Mapping, where: Path) -> layout.Entry:
    """The entry that holds a claim; steps that the schema added are passed over."""
    entry = layout.Entry("", tree)
    for number, step in enumerate(where):
        node = entry.node
        if isinstance(node, layout.Mapping) and isinstance(step, str):
            found = node.get(step)
            assert found is not None, where
            entry = found
            if step == "counts_as_use":
                _spell_out(entry)
        elif isinstance(node, layout.Sequence) and isinstance(step, int):
            item = node.entries[step] if step < len(node.entries) else None
            last = number == len(where) - 1
            if item is not None and (not last or _is_block(where) or _is_long(node)):
                entry = item
    return entry


def _is_long(node: layout.Sequence) -> bool:
    """Whether a list holds claims in their long form; else it is the value of one claim."""
    return all(isinstance(item.node, layout.Mapping) and item.node.get("value") for item in node.entries)


def _spell_out(entry: layout.Entry) -> None:
    """`[call, text]` as `{call: yes, text: yes}`, so that one of them can carry a day of its own."""
    long = entry.node.get("value") if isinstance(entry.node, layout.Mapping) else None
    actions = long.node if long else entry.node
    if not isinstance(actions, layout.Sequence):
        return
    rest = [item for item in entry.node.entries if item is not long] if isinstance(entry.node, layout.Mapping) else []
    words = [action.node.value for action in actions.entries if isinstance(action.node, layout.Scalar)]
    entry.node = layout.Mapping([*(layout.Entry(word, layout.Scalar("yes")) for word in words), *rest])


def _reread(text: str, document: Document, carrier: Carrier) -> Carrier:
    """The record as it reads now; anything but a moved day would be a bug."""
    renewed, faults = read_record(parse(text.encode(), document.path))
    if not isinstance(renewed, Carrier) or faults or _without_checks(renewed) != _without_checks(carrier):
        raise AssertionError(f"the confirmation would change more of {document.path} than its days")
    return renewed


def _without_checks(carrier: Carrier) -> Any:
    return _pruned(carrier.model_dump(by_alias=True))


def _pruned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _pruned(part) for key, part in value.items() if key != "checked"}
    return [_pruned(part) for part in value] if isinstance(value, (list, tuple)) else value


def _moved(carrier: Carrier, renewed: Carrier, paths: Sequence[Path], day: datetime.date) -> Iterator[Moved]:
    before, after = _standings(carrier, day), _standings(renewed, day)
    return (Moved(where, before[where], after[where]) for where in paths)


def _standings(carrier: Carrier, day: datetime.date) -> dict[Path, Standing]:
    assessment = assess(carrier, day)
    return {where: assessment.of(item) for where, item in carrier.statements()}
