"""Reading files and bytes into documents; every failure is a finding."""

import re
from collections.abc import Iterator
from pathlib import Path as FilePath

import yaml

from guidegen.diagnostics import WHOLE_FILE, Diagnostic, Rule, Span
from guidegen.source import faults
from guidegen.source.document import Document
from guidegen.source.text import faults_in, quote_codes, unify_lines, unquoted_codes
from guidegen.source.tree import Builder, TooDeep

MAX_BYTES = 256 * 1024
RECORD_NAME = re.compile(r"[a-z]{2}/(_country|[a-z0-9]+(-[a-z0-9]+)*)\.yaml")


def record_files(carriers: FilePath) -> Iterator[str]:
    """The paths of all files that could be records, relative to the folder, in the order of their names.

    Yields also what a slip may have named (`.yml`, capitals), so that it is reported and not left out.
    """
    found = (file.relative_to(carriers).as_posix() for file in carriers.rglob("*") if not file.is_dir())
    yield from sorted(path for path in found if path.lower().endswith((".yaml", ".yml")) and "/" in path)


def read(file: FilePath, path: str, root: FilePath) -> Document:
    """Read one file below `root`; `path` is what findings call it."""
    if not file.resolve().is_relative_to(root.resolve()):
        return _unread(path, faults.LINK_OUT, f"this is a link to a place outside {root.name}/")
    try:
        content = file.read_bytes()
    except OSError as error:
        return _unread(path, faults.UNREADABLE, f"cannot read the file: {error.strerror or error}")
    document = parse(content, path)
    if not RECORD_NAME.fullmatch(file.relative_to(root).as_posix()):
        message = f"{file.relative_to(root).as_posix()} is no name for a record"
        document.findings.append(faults.BAD_NAME.at(path, WHOLE_FILE, message, faults.BAD_NAME.summary))
    return document


def parse(content: bytes, path: str) -> Document:
    """Parse the bytes of one record (at most 256 KB) into a tree, with all faults that reading can see."""
    if len(content) > MAX_BYTES:
        found = f"the file has {len(content):,} bytes; a record has at most {MAX_BYTES:,}"
        return _unread(path, faults.TOO_LARGE, found)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(content, path, error)
    document = Document(path, unify_lines(text), None, list(faults_in(text, path)))
    document.findings.extend(unquoted_codes(document.text, path))
    if "\0" not in text:
        _build(document)
    return document


def _unread(path: str, fault: Rule, message: str) -> Document:
    return Document(path, "", None, [fault.at(path, WHOLE_FILE, message, fault.summary)])


def _not_utf8(content: bytes, path: str, error: UnicodeDecodeError) -> Document:
    before = content[: error.start].decode("utf-8")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    message = f"byte 0x{content[error.start]:02X} is not UTF-8"
    found = faults.NOT_UTF8.at(path, Span(line, column, line, column + 1), message, faults.NOT_UTF8.summary)
    return Document(path, content.decode("utf-8", "replace"), None, [found])


def _build(document: Document) -> None:
    """Fill in the tree; a syntax fault becomes a finding at its place and leaves no tree."""
    builder = Builder(quote_codes(document.text), document.path)
    try:
        document.root = builder.document()
        if document.root is None:
            document.findings.append(
                faults.EMPTY.at(document.path, WHOLE_FILE, "the file holds no record", faults.EMPTY.summary)
            )
    except yaml.YAMLError as error:
        document.findings.append(_syntax(document, error))
    except TooDeep:
        document.root = None
    document.findings.extend(builder.findings)


def _syntax(document: Document, error: yaml.YAMLError) -> Diagnostic:
    """A PyYAML error as a finding, in words that name the usual slip behind it."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return faults.SYNTAX.at(document.path, WHOLE_FILE, str(error), faults.SYNTAX.summary)
    line, column = mark.line + 1, mark.column + 1
    problem = str(getattr(error, "problem", None) or "").strip()
    context = str(getattr(error, "context", None) or "")
    if "\t" in document.line(line)[: column + 1] or "tab" in problem:
        column = document.line(line).find("\t") + 1 or column
        return faults.TAB.at(document.path, Span(line, column, line, column + 1), "a tab", faults.TAB.summary)
    return faults.SYNTAX.at(document.path, Span(line, column, line, column + 1), problem, _slip(f"{problem} {context}"))


def _slip(problem: str) -> str:
    for words, advice in _SLIPS:
        if words in problem:
            return advice
    return faults.SYNTAX.summary


# What PyYAML's C parser says, and the slip that a person made.
_SLIPS = (
    ("mapping values are not allowed", 'put the value in double quotes: it holds a colon, as in "Top up: how"'),
    ("while scanning an alias", 'put the code in double quotes, for example "*100#"'),
    ("unexpected end of stream", "a quotation mark is opened and not closed; add the second one"),
    ("cannot start any token", "put the value in double quotes: it begins with a character that YAML keeps for itself"),
    ("did not find expected key", "line this up with the other keys of its block, two spaces for each level"),
    ("did not find expected '-'", "begin each item of the list with `- `, all in the same column"),
    ("could not find expected ':'", "write `key: value`; the colon and a space are missing"),
    ("did not find expected ',' or ']'", "close the list with `]`, with commas between its items"),
)
