"""The JSON Schema in `docs/` is current and small, and agrees with the model on every record and case."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from records import CARRIERS, ROOT

from guidegen.jsonschema import data_schema, json_schema
from guidegen.schema import read_record
from guidegen.source import Document, parse

COMMITTED = ROOT / "docs" / "carrier.schema.json"
CASES = sorted(case for case in (ROOT / "tests" / "cases").glob("*/*.yaml") if case.is_file())
RECORDS = [file for file in sorted(CARRIERS.glob("*/*.yaml")) if file.name != "_country.yaml"]


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    checker = jsonschema.FormatChecker()
    return jsonschema.Draft202012Validator(json_schema(), format_checker=checker)


def disagreement(document: Document, schema: jsonschema.Draft202012Validator) -> str:
    """Empty where model and JSON Schema say the same of a record; else who finds a fault and which."""
    _, faults = read_record(document)
    errors = [f"{error.json_path}: {error.message[:200]}" for error in schema.iter_errors(document.data())]
    if bool(faults) == bool(errors):
        return ""
    return f"model: {[fault.message for fault in faults]}; JSON Schema: {errors}"


def test_the_committed_schema_is_current() -> None:
    assert json.loads(COMMITTED.read_text()) == json_schema()


def test_it_is_a_schema_and_stays_small() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert len(COMMITTED.read_bytes()) < 150_000


def test_every_field_of_a_record_and_its_blocks_is_described() -> None:
    """Editors show the descriptions while one types; a field has its own, or that of the part it refers to."""
    whole = json_schema()
    parts = whole["$defs"]

    def described(field: dict[str, Any]) -> bool:
        part = parts.get(field.get("$ref", "").removeprefix("#/$defs/"), {})
        return bool({"description", "const"} & {*field, *part}) or ("$ref" in part and described(part))

    blocks = {name: part for name, part in {**parts, "record": whole}.items() if "properties" in part}
    assert len(blocks) > 30
    bare = [
        f"{name}.{field}"
        for name, block in blocks.items()
        for field in block["properties"]
        if not described(block["properties"][field])
    ]
    assert bare == []


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_model_and_schema_agree_on_every_record(file: Path, schema: jsonschema.Draft202012Validator) -> None:
    assert disagreement(parse(file.read_bytes(), file.as_posix()), schema) == ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_model_and_schema_agree_on_every_case(case: Path, schema: jsonschema.Draft202012Validator) -> None:
    if b"# path: " in case.read_bytes() and b"_country.yaml" in case.read_bytes():
        pytest.skip("the schema is for carriers")
    document = parse(case.read_bytes(), case.as_posix())
    if document.root is not None:
        assert disagreement(document, schema) == ""
    if case.parent.name.startswith("G1"):
        assert bool(read_record(document)[1]) == case.name.startswith("bad-")


def test_what_the_data_says_of_itself(real_site: Path) -> None:
    data = json.loads((real_site / "data/v1/carriers.json").read_text())
    published = json.loads((real_site / "data/v1/schema.json").read_text())
    assert published == data_schema()
    assert len(data["carriers"]) == len(RECORDS)
    jsonschema.Draft202012Validator(published).validate(data)


def as_an_editor_reads(value: Any) -> Any:
    """Strings as YAML 1.2 types them where they stand without quotes, which is how editors see a record."""
    if isinstance(value, dict):
        return {key: as_an_editor_reads(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_an_editor_reads(item) for item in value]
    if value in ("true", "false"):
        return bool(value == "true")
    number = re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?", value)
    return value if number is None else float(value) if number[1] else int(value)


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_an_editor_finds_no_fault_in_a_sound_record(file: Path, schema: jsonschema.Draft202012Validator) -> None:
    data = as_an_editor_reads(parse(file.read_bytes(), file.as_posix()).data())
    assert [error.message for error in schema.iter_errors(data)] == []
