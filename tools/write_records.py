"""Write `docs/records.md`, the reference of a record, from the JSON Schema: `python tools/write_records.py`.

The schema is made from the types that read a record, so the page cannot say anything else; a test compares the two.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guidegen.jsonschema import json_schema

PAGE = Path(__file__).parents[1] / "docs" / "records.md"
HEAD = """\
# Reference of a record

Written by `tools/write_records.py` from the JSON Schema of a record, which `guidegen schema` prints. A record is
`carriers/<country>/<carrier>.yaml`; its path is its id.

**A claim** is a value with its source. `fee: none` takes the source of its block; `fee: {value: none, source: page}`
has its own. A claim in its long form can also have `applies_to`, `note` and `checked`. Where this page says *one or
more claims*, a list of claims in the long form can stand: one for each plan or source. What is left out is printed as
unknown.

Each field has its meaning in English and Chinese, as editors show it. **Bold** fields have to be there.
"""
# Lists that are standards of their own, too long for a page.
STANDARDS = {"country": "ISO 3166-1, two capital letters", "currency_in_use": "ISO 4217, three capital letters"}
Schema = Mapping[str, Any]


class Reference:
    """The schema with its shared parts, as a page."""

    def __init__(self, schema: Schema) -> None:
        self.schema, self.parts = schema, schema["$defs"]
        self.lists = {name: words for name, part in self.parts.items() if (words := _words_of(part)) and _own(name)}
        blocks = {name: _block(part) for name, part in self.parts.items() if name not in self.lists and _own(name)}
        self.blocks = {name: block for name, block in blocks.items() if block}
        self.forms = {name: part for name, part in self.parts.items() if "pattern" in part}
        answers = self.blocks["Answers"]["properties"]
        self.common = {name for name in answers if name != "source"}

    def page(self) -> str:
        """The whole page."""
        parts = [HEAD, "## The record\n", self._table(self.schema, set())]
        for name, block in self.blocks.items():
            shared = self.common if name != "Answers" and self.common <= set(block["properties"]) else set()
            parts += [f"## {name}\n", _said(self.parts[name]), self._table(block, shared)]
            if shared:
                parts.append("It can also have every field of [Answers](#answers).\n")
        parts += ["## Words\n", "Where a field takes a word of a list, these are the words.\n"]
        parts += [self._words(name, part) for name, part in self.lists.items()]
        parts += ["## Forms\n", "How single values are written, as patterns, with examples.\n", self._forms()]
        return "\n".join(parts)

    def _table(self, block: Schema, left_out: set[str]) -> str:
        needed = set(block.get("required", ()))
        rows = ["| Field | Holds | Meaning |", "|---|---|---|"]
        fields = [name for name in block["properties"] if name not in left_out]
        for name in sorted(fields, key=lambda name: (name not in needed, name != "kind", name)):
            field = block["properties"][name]
            shown = f"**`{name}`**" if name in needed else f"`{name}`"
            rows.append(f"| {shown} | {self._holds(field)} | {_cell(self._meaning(field))} |")
        return "\n".join(rows) + "\n"

    def _meaning(self, field: Schema) -> str:
        """The description of a field, or of the part that it refers to."""
        if "description" in field or "$ref" not in field:
            return str(field.get("description", ""))
        return self._meaning(self.parts[_name(field)])

    def _holds(self, field: Schema) -> str:
        """What can stand behind a key, in words that lead to the part of the page."""
        if "$ref" in field:
            return self._part(_name(field))
        if "const" in field:
            return f"`{field['const']}`"
        if field.get("type") == "array" or "items" in field:
            return f"list of {self._holds(field['items'])}"
        choices = field.get("oneOf") or field.get("anyOf") or []
        found = list(dict.fromkeys(self._holds(choice) for choice in choices if choice.get("type") != "null"))
        if field.get("additionalProperties"):
            return f"keys with {self._holds(field['additionalProperties'])}"
        return " or ".join(filter(None, found)) or "text"

    def _part(self, name: str) -> str:
        part = self.parts[name]
        if name in STANDARDS:
            return STANDARDS[name]
        if name in self.blocks:
            return f"[{_title(name)}](#{_anchor(name)})"
        if name in self.lists:
            return f"[{_title(name)}](#{_anchor(name)}-words)"
        if name in self.forms:
            return f"[{_title(name)}](#forms)"
        if name.startswith("field_"):
            return self._holds(part)
        if name.startswith("claim_of_"):
            several = bool(re.search(r"_or_list(_\d+)?$", name))
            one = part["anyOf"][0]
            inner = _name(one) if several and "$ref" in one else ""
            value = self.parts[inner]["anyOf"][0] if inner.startswith("claim_of_") else one
            return f"{'one or more claims' if several else 'claim'}: {self._holds(value)}"
        return self._holds(part) if part.keys() & {"anyOf", "items", "$ref", "type"} else _title(name)

    def _words(self, name: str, part: Schema) -> str:
        meanings = part.get("enumDescriptions") or [""] * len(part["enum"])
        rows = [f"| `{word}` | {_cell(said)} |" for word, said in zip(part["enum"], meanings, strict=True)]
        note = (
            ["A proper name can stand here too; one in small letters as `{name: epay}`.\n"] if self._named(name) else []
        )
        return "\n".join([f"### {_title(name)}: words\n", *note, "| Word | Meaning |", "|---|---|", *rows, ""])

    def _named(self, name: str) -> bool:
        return "enum" not in self.parts[name]

    def _forms(self) -> str:
        rows = []
        for name, part in self.forms.items():
            examples = ", ".join(f"`{example}`" for example in part.get("examples", ()))
            pattern = _cell(part["pattern"])
            shown = f"`` {pattern} ``" if "`" in pattern else f"`{pattern}`"
            rows.append(f"| {_title(name)} | {shown} | {examples} |")
        return "\n".join(["| Form | Pattern | Examples |", "|---|---|---|", *rows, ""])


def _own(name: str) -> bool:
    return not name.startswith(("claim_of_", "field_")) and name not in STANDARDS


def _words_of(part: Schema) -> Schema | None:
    """The list of words of a part, alone or beside proper names."""
    return next((choice for choice in (part, *part.get("anyOf", ())) if "enumDescriptions" in choice), None)


def _block(part: Schema) -> Schema | None:
    """The form of a part that has fields, if it has one."""
    if "properties" in part:
        return part
    return next((choice for choice in part.get("anyOf", ()) if "properties" in choice), None)


def _said(part: Schema) -> str:
    block = _block(part) or {}
    return str(part.get("description") or block.get("description", "")).strip() + "\n"


def _name(reference: Schema) -> str:
    return str(reference["$ref"]).removeprefix("#/$defs/")


def _title(name: str) -> str:
    return re.sub(r"_\d+$", "", name).replace("_", " ")


def _anchor(name: str) -> str:
    return _title(name).lower().replace(" ", "-")


def _cell(text: str) -> str:
    """A text for one cell of a table."""
    return re.sub(r"\s+", " ", text).replace("|", "\\|")


def page() -> str:
    """The page as it should stand."""
    return Reference(json_schema()).page()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
