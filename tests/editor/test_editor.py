"""What a maintainer sees while typing, through the real language server and the settings of this repository."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from language_server import LanguageServer, place_of
from records import ROOT, SOUND, TEMPLATES

from guidegen.jsonschema import json_schema
from guidegen.model.chinese import TABLES
from guidegen.render import templates_for

HAN = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    server = LanguageServer()
    yield server
    server.close()


def offered(server: LanguageServer, text: str, after: str) -> dict[str, dict[str, Any]]:
    """What the editor offers after some words, by label."""
    uri = server.open(f"carriers/gb/typing-{len(text)}.yaml", text)
    answer = server.at("completion", uri, *place_of(text, after))
    return {item["label"]: item for item in answer["items"]}


def test_the_fields_of_a_record_are_offered_with_their_meaning(server: LanguageServer) -> None:
    fields = offered(server, SOUND + "bal\n", "\nbal")
    assert "keep_number" in fields
    assert "查余额" in json.dumps(fields["balance"]["documentation"], ensure_ascii=False)


def test_the_fields_of_a_way_are_those_of_its_kind(server: LanguageServer) -> None:
    fields = offered(server, SOUND + "    arr\n", "    arr")
    assert {"arrives_within", "keys"} <= fields.keys()
    assert "banks" not in fields


def test_words_are_offered_with_what_the_reader_sees(server: LanguageServer) -> None:
    words = offered(server, SOUND + "    payment: []\n", "payment: [")
    assert {"cash", "paypal", "unionpay"} <= words.keys()
    assert "现金" in json.dumps(words["cash"]["documentation"], ensure_ascii=False)


def test_hovering_explains_a_field_in_both_languages(server: LanguageServer) -> None:
    uri = server.open("carriers/gb/hover.yaml", SOUND)
    shown = json.dumps(server.at("hover", uri, *place_of(SOUND, "\n    code")), ensure_ascii=False)
    assert "the code in quotes" in shown
    assert "拨号代码" in shown


def test_a_mistyped_field_is_marked_at_its_place(server: LanguageServer) -> None:
    text = SOUND.replace("currency:", "curency:")
    uri = server.open("carriers/gb/wrong.yaml", text)
    (found,) = server.diagnostics(uri)
    assert "curency" in found["message"]
    assert found["range"]["start"] == {"line": 2, "character": 0}


def test_a_sound_record_is_not_marked(server: LanguageServer) -> None:
    assert server.diagnostics(server.open("carriers/gb/sound.yaml", SOUND)) == []


def test_a_country_file_is_not_taken_for_a_record(server: LanguageServer) -> None:
    assert server.diagnostics(server.open("carriers/gb/_country.yaml", "country: GB\nsources: {}\nrules: []\n")) == []


def test_the_bound_schema_is_the_one_that_guidegen_makes() -> None:
    (bound,) = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert json.loads((ROOT / bound).read_text(encoding="utf-8")) == json_schema()


def fields(schema: Any, parts: dict[str, Any], where: str = "") -> Iterator[tuple[str, str]]:
    """Every field with its description, references followed."""
    if isinstance(schema, list):
        for item in schema:
            yield from fields(item, parts, where)
    if isinstance(schema, dict):
        for name, field in schema.get("properties", {}).items():
            if set(field) != {"enum"}:  # a condition on a field that is described where it is declared
                yield f"{where}.{name}", described(field, parts)
        for key, value in schema.items():
            yield from fields(value, parts, f"{where}/{key}")


def described(field: dict[str, Any], parts: dict[str, Any]) -> str:
    if "description" not in field and "$ref" in field:
        return described(parts[field["$ref"].rpartition("/")[2]], parts)
    return str(field.get("description", ""))


def test_every_field_is_described_in_english_and_chinese() -> None:
    schema = json_schema()
    found = dict(fields(schema, schema["$defs"]))
    assert len(found) > 300
    assert [where for where, text in found.items() if not HAN.search(text) or " / " not in text] == []


def lists(schema: Any) -> Iterator[dict[str, Any]]:
    """Every list of words in the schema, without the conditions on one field."""
    if isinstance(schema, list):
        for item in schema:
            yield from lists(item)
    elif isinstance(schema, dict):
        if "enum" in schema and True not in schema["enum"]:
            yield schema
        for value in schema.values():
            yield from lists(value)


def test_every_word_of_a_list_has_its_meaning_in_both_languages() -> None:
    found = list(lists(json_schema()))
    assert len(found) > 20
    for words in found:
        assert len(words["enumDescriptions"]) == len(words["enum"])
        assert all(" / " in meaning for meaning in words["enumDescriptions"])


READER_TABLES = {
    "CHANNEL_KINDS": "at_kinds",
    "SOURCE_KINDS": "source_kinds",
    "PAYMENTS": "payments",
    "NEEDS": "needs",
    "DOCUMENTS": "documents",
    "PLACES": "places",
    "SELLS": "sells",
    "CONFIRMED_BY": "proofs",
    "FEE_PER": "fee_per",
    "LIMIT_PER": "limit_per",
    "SHOWS": "shows",
    "VALID_THINGS": "valid_things",
    "STARTS": "starts",
    "STATES": "states_short",
    "ACTIONS": "actions",
    "LOOKALIKES": "lookalikes",
    "CALLS_FROM": "calls_from",
    "REGISTERED_FOR": "registered_for",
    "RULE_TOPICS": "rule_topics",
}


@pytest.mark.parametrize("name", READER_TABLES)
def test_editors_show_the_very_words_that_chinese_readers_see(name: str) -> None:
    words = getattr(templates_for(TEMPLATES, "zh", "txt").words, READER_TABLES[name])
    assert dict(TABLES[name]) == {word: str(words[word]).strip() for word in TABLES[name]}
