"""The slip of a person behind what the YAML parser says: where it was made, and what to write instead.

The parser often stops a line below the slip and speaks of its own grammar. Each suspect looks at the lines of a file
for one usual slip; the first that recognises its own speaks. Lines and columns are 1-based, as in `Span`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from guidegen.diagnostics import Span

_KEY = re.compile(r"^(?P<before> *(?:- +)*)(?P<key>[A-Za-z_][\w-]*):(?: |$)")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|(?<![^\s\[{,:])'(?:[^']|'')*'")
_COMMENT = re.compile(r"(?:^|(?<= ))#.*$")
_OPENING = re.compile(r"(?:(?<=[:\-,] )|(?<=[\[{]))[\[{]|[\]}]")
_OTHER_BLANK = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_PAIRS = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Slip:
    """Where a slip is, what is wrong there, and what to write instead."""

    span: Span
    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where the parser stopped, and what it said; `lines` are those of the whole file."""

    lines: list[str]
    number: int
    column: int
    said: str

    @property
    def line(self) -> str:
        return self.lines[self.number - 1]

    def slip(self, message: str, advice: str, number: int = 0, column: int = 0) -> Slip:
        """A slip, where the parser stopped unless another place is named."""
        number, column = number or self.number, column or self.column
        return Slip(Span(number, column, number, column + 1), message, advice)


def slip_behind(text: str, error: yaml.MarkedYAMLError) -> Slip:
    """The slip behind an error of the parser; its own words where none is recognised."""
    stop = _stop(text.rstrip().split("\n"), error)
    return next((slip for suspect in _SUSPECTS if (slip := suspect(stop))), None) or _by_words(stop)


def _stop(lines: list[str], error: yaml.MarkedYAMLError) -> _Stop:
    """The place that matters: for what stands open, where it begins; never past the end of the text."""
    problem, context = str(error.problem or "").strip(), str(error.context or "")
    mark = error.problem_mark
    colon = mark is not None and mark.line < len(lines) and lines[mark.line][mark.column :].startswith(": ")
    if colon:
        problem = _NO_COLON_HERE
    elif context.startswith(_FROM_START):
        mark = error.context_mark or mark
    number, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    if number > len(lines):
        number, column = len(lines), len(lines[-1]) + 1
    return _Stop(lines, number, column, f"{problem} {context}".strip())


def _bare(line: str) -> str:
    """A line of the same length without what stands in quotes or in a comment."""
    return _COMMENT.sub(_blanks, _QUOTED.sub(_blanks, line))


def _blanks(match: re.Match[str]) -> str:
    return "_" * len(match[0])


def _wide_sign(stop: _Stop) -> Slip | None:
    """A colon or comma of a Chinese keyboard where YAML wants its own."""
    if match := re.search(r"^[ -]*([A-Za-z_]+) *：|[{,，] *([a-z_]+) *：", _bare(stop.line)):
        name = match[1] or match[2]
        advice = f"type the colon on an English keyboard, with a space behind it: `{name}: …`"
        return stop.slip("the colon “：” is a full-width one", advice, column=match.end())
    if match := re.search(r"(?:，|、)(?= *[a-z_]+:)", _bare(stop.line)):
        advice = "type the comma on an English keyboard, with a space behind it: `{en: …, zh: …}`"
        return stop.slip(f"the comma “{match[0]}” is a full-width one", advice, column=match.start() + 1)
    return None


def _other_blank(stop: _Stop) -> Slip | None:
    """A blank of a web page or of a Chinese keyboard, which looks like one and is none."""
    match = _OTHER_BLANK.search(_bare(stop.line))
    if match is None:
        return None
    message = f"the space here is of another kind (U+{ord(match[0]):04X})"
    return stop.slip(message, "delete it and type it with the space bar", column=match.start() + 1)


def _no_blank_behind(stop: _Stop) -> Slip | None:
    """A dash, or a colon, that touches what follows it."""
    lines = [(number, stop.lines[number - 1]) for number in (stop.number, stop.number - 1) if number]
    for number, line in lines:
        if match := re.match(r"( *)-(?=[^\s-])(.*)$", line):
            advice = f"write `- {match[2]}`"
            return stop.slip("no space behind the dash", advice, number, match.end(1) + 1)
    if not stop.said.startswith(("could not find expected ':'", _NO_COLON_HERE)):
        return None
    for number, line in lines:
        if match := re.match(r"(?: *-)* *([A-Za-z_][\w-]*):(?=[^\s:])(.*)$", line):
            advice = f"write `{match[1]}: {match[2]}`"
            return stop.slip("no space behind the colon", advice, number, match.end(1) + 1)
    return None


def _second_colon(stop: _Stop) -> Slip | None:
    """A value without quotes that holds a colon."""
    match = re.match(r"(?: *-)* *([A-Za-z_][\w-]*): +([^\s\"'\[{|>].*: .*[^\s])\s*$", stop.line)
    if match is None or _NO_COLON_HERE not in stop.said or '"' in match[2]:
        return None
    advice = f'put the value in double quotes: `{match[1]}: "{match[2]}"`'
    return stop.slip("a second colon on the line", advice)


def _apostrophe(stop: _Stop) -> Slip | None:
    """A text in single quotes that holds an apostrophe, which ends it."""
    match = re.search(r"(?<=: )'[^']*'(?=\w)", stop.line)
    if match is None or stop.number == len(stop.lines):
        return None
    advice = "put the text in double quotes instead of single ones: it holds an apostrophe"
    return stop.slip("the apostrophe ends the text", advice, column=match.end())


def _open_quote(stop: _Stop) -> Slip | None:
    """A value that begins with a quotation mark and has no second one on its line; the next mark below ends it."""
    if not stop.line[: stop.column - 1].endswith(('"', "'")) and "quoted scalar" not in stop.said:
        return None
    for number in range(stop.number, 0, -1):
        bare = _bare(stop.lines[number - 1])
        match = re.search(r"(?:(?<=[:\-,] )|(?<=[\[{]))[\"'](?=[^\"']*$)", bare)
        if match and bare.count(match[0]) % 2:
            advice = f"add the second {match[0]} where the text ends"
            return stop.slip("a quotation mark is opened here and not closed", advice, number, match.start() + 1)
    return None


def _open_bracket(stop: _Stop) -> Slip | None:
    """A list or block in brackets that is still open where a new key begins."""
    if not _KEY.match(stop.line):
        return None
    still_open: list[tuple[str, int, int]] = []
    for number, line in enumerate(stop.lines[: stop.number - 1], start=1):
        for match in _OPENING.finditer(_bare(line)):
            if match[0] in _PAIRS:
                still_open.append((match[0], number, match.start() + 1))
            elif still_open and _PAIRS[still_open[-1][0]] == match[0]:
                still_open.pop()
    if not still_open:
        return None
    sign, number, column = still_open[-1]
    advice = f"add {_PAIRS[sign]} where the {'list' if sign == '[' else 'block'} ends, with commas inside"
    return stop.slip(f"{sign} is opened here and not closed", advice, number, column)


def _out_of_line(stop: _Stop) -> Slip | None:
    """A key that begins in a column where no block around it begins."""
    match = _KEY.match(stop.line)
    if match is None or not (stop.said.startswith(_NO_KEY_HERE) or _stopped_at(match, stop)):
        return None
    here = len(match["before"])
    columns = dict(_columns_above(stop))
    if not columns or here in columns:
        return None
    wanted = min(columns, key=lambda column: (abs(column - here), -column))
    spaces = {0: "no space", 1: "1 space"}.get(wanted, f"{wanted} spaces")
    advice = f"put {spaces} before it, so that it stands below `{columns[wanted]}`"
    return stop.slip(f"`{match['key']}` is out of line", advice, column=here + 1)


def _stopped_at(key: re.Match[str], stop: _Stop) -> bool:
    """Whether the colon of a line's key is the one that may not stand there: its line goes on with the one above."""
    return stop.said.startswith(_NO_COLON_HERE) and stop.column == key.end("key") + 1


def _columns_above(stop: _Stop) -> Iterator[tuple[int, str]]:
    """Where the blocks that are open at a line begin, from the inside out: (0-based column, nearest key there)."""
    least = 1000
    for line in reversed(stop.lines[: stop.number - 1]):
        match = _KEY.match(line)
        if match and len(match["before"]) < least:
            least = len(match["before"])
            yield least, match["key"]


def _by_words(stop: _Stop) -> Slip:
    """What the parser's own words mean to a person."""
    for words, message, advice in _WORDS:
        if words in stop.said:
            return stop.slip(message, advice)
    return stop.slip(stop.said, "write `key: value`, two spaces for each level, quotes round special characters")


_SUSPECTS: tuple[Callable[[_Stop], Slip | None], ...] = (
    _wide_sign,
    _other_blank,
    _no_blank_behind,
    _open_bracket,
    _second_colon,
    _apostrophe,
    _open_quote,
    _out_of_line,
)
# What stands open: the fault is where it begins, not where the parser gave up.
_FROM_START = (
    "while parsing a flow",
    "while scanning a simple key",
    "while scanning a quoted",
    "while scanning an alias",
)
_NO_COLON_HERE = "mapping values are not allowed"
_NO_KEY_HERE = ("did not find expected key", "did not find expected '-'")
# What PyYAML's C parser says, what is wrong, and what to do.
_COLON = 'put the value that holds a colon in double quotes, as in "Top up: how"'
_START = "put the value in double quotes: it begins with a character that YAML keeps for itself"
_COLUMN = "line it up with the other keys of its block, two spaces for each level"
_WORDS = (
    (_NO_COLON_HERE, "a second colon on the line", _COLON),
    ("while scanning an alias", "a code without quotes", 'put the code in double quotes, for example "*100#"'),
    ("unexpected end of stream", "a quotation mark is not closed", "add the second one, here or on a line above"),
    ("cannot start any token", "a character that YAML keeps for itself", _START),
    ("did not find expected key", "this line is out of line", _COLUMN),
    ("did not find expected '-'", "this line is out of line", "begin each item of a list with `- `, in one column"),
    ("could not find expected ':'", "no colon on the line", "write `key: value`; the colon and a space are missing"),
    ("did not find expected ',' or ']'", "the list is not closed", "close it with ], with commas between its items"),
    ("did not find expected ',' or '}'", "the block is not closed", "close it with }, with commas between its fields"),
)
