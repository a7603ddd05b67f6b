"""The JSON Schema of a record, for editors and for readers of the data; made from the types that read it."""

import json
import re
from collections import Counter
from typing import Any

from guidegen.model import Carrier
from guidegen.model.notation import SHARED


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a record (draft 2020-12), for editors."""
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": draft, "title": "guidegen carrier record", **_record_schema()}


def data_schema() -> dict[str, Any]:
    """The JSON Schema of `data/v1/carriers.json`; it carries no address, so it names no draft."""
    shape = _record_schema()
    shared = shape.pop("$defs")
    entry = {"type": "object", "properties": {"record": shape, "statuses": {"type": "object"}}}
    carriers = {"type": "object", "additionalProperties": entry}
    return {"type": "object", "properties": {"carriers": carriers}, "$defs": shared}


def _record_schema() -> dict[str, Any]:
    """The schema with every shared part under `$defs`, each once."""
    shape = _trimmed(Carrier.model_json_schema(by_alias=True))
    shared: dict[str, Any] = {}
    parts = {name: _lifted(part, shared) for name, part in shape.pop("$defs").items()}
    aliases = {_reference(name): part["$ref"] for name, part in parts.items() if set(part) == {"$ref"}}
    shared.update({name: part for name, part in parts.items() if _reference(name) not in aliases})
    whole = _resolved({**_lifted(shape, shared), "$defs": shared}, aliases)
    whole["$defs"] = dict(sorted(_with_fields(whole["$defs"]).items()))
    return dict(whole)


def _with_fields(parts: dict[str, Any]) -> dict[str, Any]:
    """The parts with fields that three or more blocks share, description and all, as parts of their own."""
    blocks = [part["properties"] for part in parts.values() if "properties" in part]
    counted = Counter((name, json.dumps(field)) for fields in blocks for name, field in fields.items())
    often = {name: json.loads(field) for (name, field), count in counted.items() if count > 2 and "$ref" in field}
    for fields in blocks:
        fields.update(
            {name: {"$ref": _reference(f"field_{name}")} for name in fields if often.get(name) == fields[name]}
        )
    return {**parts, **{f"field_{name}": field for name, field in often.items()}}


def _trimmed(schema: Any) -> Any:
    """A schema without what says nothing: generated titles, defaults, and null beside another type."""
    if isinstance(schema, list):
        return [_trimmed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _trimmed(value) for key, value in schema.items() if not _is_noise(key, value)}
    choices = [choice for choice in kept.get("anyOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        kept.pop("anyOf")
        return {**choices[0], **kept}
    return {**kept, "anyOf": choices} if choices else kept


def _is_noise(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or key == "default"


def _lifted(schema: Any, shared: dict[str, Any]) -> Any:
    """A schema whose shared parts are references; the parts go into `shared`."""
    if isinstance(schema, list):
        return [_lifted(part, shared) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _lifted(value, shared) for key, value in schema.items() if key != SHARED}
    if SHARED not in schema:
        return kept
    name, part = schema[SHARED]
    return {"$ref": _reference(_enter(name, _lifted(_trimmed(part), shared), shared)), **kept}


def _resolved(schema: Any, aliases: dict[str, str]) -> Any:
    """A schema with pydantic's names for shared parts replaced by ours."""
    if isinstance(schema, list):
        return [_resolved(part, aliases) for part in schema]
    if isinstance(schema, dict):
        return {key: _resolved(value, aliases) for key, value in schema.items()}
    return aliases.get(schema, schema) if isinstance(schema, str) else schema


def _enter(name: str, part: Any, shared: dict[str, Any]) -> str:
    """The name under which a part is shared: its own, with a number where another part has the name."""
    names = (_slug(name) + (f"_{number}" if number > 1 else "") for number in range(1, len(shared) + 2))
    free = next(name for name in names if shared.get(name, part) == part)
    shared[free] = part
    return free


def _reference(name: str) -> str:
    return f"#/$defs/{name}"


def _slug(name: str) -> str:
    """A name without blanks and without what stands in brackets after it."""
    return re.sub(r"[^A-Za-z0-9]+", "_", re.sub(r" \([^)]*\)", "", name)).strip("_")
