"""Reading files and bytes into documents; every failure is a finding."""

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path as FilePath

import yaml

from guidegen.diagnostics import WHOLE_FILE, Diagnostic, Rule, Span
from guidegen.digest import digest
from guidegen.files import MAX_BYTES
from guidegen.source import faults
from guidegen.source.codes import code_at, hash_codes, shield, unquoted
from guidegen.source.document import Document
from guidegen.source.limits import MAX_CODES, at_most
from guidegen.source.slips import slip_behind
from guidegen.source.text import faults_of_file, faults_of_lines, unify_lines, without_refused
from guidegen.source.tree import Builder, Scalar, TooMuch
from guidegen.source.wide import wide_signs

RECORD_NAME = re.compile(r"[a-z]{2}/(_country|[a-z0-9]+(-[a-z0-9]+)*)\.yaml")


def read(file: FilePath, path: str, root: FilePath) -> Document:
    """Read one file below `root`; `path` is what findings call it."""
    content = content_of(file, path, root)
    if isinstance(content, Document):
        return content
    document = parse(content, path)
    document.digest = digest(content)
    name = file.relative_to(root).as_posix()
    if not RECORD_NAME.fullmatch(name):
        advice = f"name it {_proper(name)}" if RECORD_NAME.fullmatch(_proper(name)) else faults.BAD_NAME.summary
        document.findings.append(faults.BAD_NAME.at(path, WHOLE_FILE, f"{name} is no name for a record", advice))
    return document


def _proper(name: str) -> str:
    """The name that was meant: small letters, hyphens between words, `.yaml`."""
    return re.sub(r"[ _.]+(?=[^/]*/?)", "-", re.sub(r"\.ya?ml$", "", name.lower())) + ".yaml"


def content_of(file: FilePath, path: str, root: FilePath) -> bytes | Document:
    """The bytes of a file, at most one more than a record may have; a document with the reason where there are none."""
    try:
        if _leads_out(file, root):
            return _unread(path, faults.LINK_OUT, f"this is a link to a place outside {root.name}/")
        if not file.is_file():
            return _unread(path, faults.UNREADABLE, "this is no ordinary file")
        with file.open("rb") as handle:
            return handle.read(MAX_BYTES + 1)
    except (OSError, RuntimeError) as error:  # Python before 3.13 raises RuntimeError for a link that leads to itself
        return _unread(path, faults.UNREADABLE, f"cannot read the file: {getattr(error, 'strerror', None) or error}")


def _leads_out(file: FilePath, root: FilePath) -> bool:
    """Whether a file stands outside `root`; it can only where a step on the way is a link or leads up."""
    steps = file.relative_to(root).parts
    places = (os.path.join(root, *steps[:count]) for count in range(1, len(steps) + 1))
    if ".." not in steps and not any(map(os.path.islink, places)):
        return False
    return not file.resolve().is_relative_to(root.resolve())


def parse(content: bytes, path: str) -> Document:
    """Parse the bytes of one record (at most 256 KB) into a tree, with all faults that reading can see."""
    if len(content) > MAX_BYTES:
        return _unread(path, faults.TOO_LARGE, f"the file has more than {MAX_BYTES:,} bytes")
    try:
        raw = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(content, path, error)
    document = Document(path, unify_lines(raw), None, list(faults_of_file(raw, path)))
    document.findings.extend(at_most(faults_of_lines(document.text, path), path))
    if "\0" not in raw:
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
    text = without_refused(document.text)
    for start in islice(hash_codes(text), MAX_CODES):
        document.findings.append(unquoted(document.text, start, document.path))
        text = shield(text, start)
    for _ in range(MAX_CODES):
        builder = Builder(text, document.path)
        try:
            document.root = builder.document()
            document.findings.extend(_empty(document))
            document.findings.extend(wide_signs(document))
        except yaml.YAMLError as error:
            lost = _lost_alias(text, error)
            if lost is not None:
                document.findings.append(unquoted(document.text, lost, document.path))
                text = shield(text, lost)
                continue
            document.findings.extend(_syntax(document, error))
        except TooMuch:
            pass
        document.findings.extend(builder.findings)
        return


def _empty(document: Document) -> Iterator[Diagnostic]:
    root = document.root
    if root is None or (isinstance(root, Scalar) and not root.quoted and root.value in ("", "~", "null")):
        document.root = None
        yield faults.EMPTY.at(document.path, WHOLE_FILE, "the file holds no record", faults.EMPTY.summary)


def _lost_alias(text: str, error: yaml.YAMLError) -> int | None:
    """The offset of a code that YAML took for an alias and could not read."""
    mark = getattr(error, "context_mark", None)
    if mark is None or "alias" not in str(getattr(error, "context", "")):
        return None
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: mark.line]) + mark.column
    return start if code_at(text, start) and text[start - 1] not in "\"'" else None


def _syntax(document: Document, error: yaml.YAMLError) -> Iterator[Diagnostic]:
    """A fault of the syntax in words that name the slip behind it; none where a tab explains it."""
    if not isinstance(error, yaml.MarkedYAMLError):
        yield faults.SYNTAX.at(document.path, WHOLE_FILE, str(error), faults.SYNTAX.summary)
        return
    slip = slip_behind(document.text, error)
    if "\t" not in document.line(slip.span.line):
        yield faults.SYNTAX.at(document.path, slip.span, slip.message, slip.advice)
