"""A new record: what is known is filled in, what only the maintainer can know is a gap with its question beside it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from guidegen.canonical import Entry, Scalar, Sequence, render
from guidegen.canonical import Mapping as Block
from guidegen.diagnostics import nearest
from guidegen.lookup import find, folded, names_of
from guidegen.model import Carrier
from guidegen.model import fields as fields_of
from guidegen.model import vocabulary as words
from guidegen.model.notation import OneOf, Written
from guidegen.model.regions import COUNTRIES, CurrencyCode, country_meant, currency_of
from guidegen.model.values import Day, Line, PageDate
from guidegen.view.ways import QUESTIONS

SCHEMA = "../../docs/carrier.schema.json"
FIRST_SOURCE = "page-1"
HEAD = [
    f"# yaml-language-server: $schema={SCHEMA}",
    "# A key with nothing behind it is a gap: answer the question beside it, then take the question out.",
    "# `guidegen check` names every gap. Leave out what no source says; the guide prints it as unknown.",
]
MORE = [
    "# A guide can say more, each with its source; other records show the form: voucher, balance, customer_service,",
    "# validity, keep_number, registration, warnings, not_a_top_up, disputes. What you looked for and did not find:",
    "# not_found: {on: 2026-11-23, looked_for: [kiosk, atm]}",
]
# How an answer looks, for the questions that a guide asks of a way.
EXAMPLES = {
    "amounts": "[10, 20, 50]",
    "payment": "[debit_card, cash]",
    "needs": "[account]",
    "from_outside": '"yes"',
    "fee": "none",
    "arrives_within": "15 minutes",
    "confirmed_by": "[text]",
    "places": "[supermarkets, own_shops]",
}
_ID = re.compile(r"[a-z]{2}/[a-z0-9]+(?:-[a-z0-9]+)*")
_Kind = Annotated[str, OneOf(words.CHANNEL_KINDS, "kind of way")]
_Url = Annotated[str, Written("^https?://[^\\s]+$", "web address", "write the whole address, with https:// first")]
_SourceKind = Annotated[str, OneOf(words.SOURCE_KINDS, "kind of source")]
_How = Annotated[str, OneOf(words.READ_AS, "way of reading")]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the words for a person, the type of the answer, and the words to choose from."""

    ask: str
    type: Any
    choices: Mapping[str, str] = field(default_factory=dict)
    many: bool = False


# By the name of the flag of `guidegen new` that answers it.
ASKED: dict[str, Question] = {
    "name": Question("What is the SIM called? Write the name as its owner does.", Line),
    "name_zh": Question("Does a source use a Chinese name? Write it.", Line),
    "also_known_as": Question(
        "Which other names do people search for, in both scripts? Put commas between.", Line, many=True
    ),
    "currency": Question("In which currency is the credit? Write three letters, such as EUR.", CurrencyCode),
    "title": Question("What is the title of the page? Remove the line if it has none.", Line),
    "publisher": Question("Who runs the page? Write a name, no address.", Line),
    "source_kind": Question("Who speaks on the page?", _SourceKind, words.SOURCE_KINDS),
    "url": Question("What is the address of the page? It is for maintainers; readers never see it.", _Url),
    "page_date": Question(
        "Which date does the page show? Write 2019, 2019-05 or 2019-05-31; nothing if none.", PageDate
    ),
    "read_on": Question("On which day did you read it? Write it as 2026-11-23.", Day),
    "how": Question("How did you read it?", _How, words.READ_AS),
    "ways": Question("Which ways to top up does it name? Put commas between.", _Kind, words.CHANNEL_KINDS, many=True),
}
Answers = Mapping[str, str]


def id_meant(written: str) -> tuple[str, str]:
    """The id that a person means (`GB/Giff Gaff` is gb/giff-gaff), and what is wrong with it, or nothing."""
    country, _, name = written.partition("/")
    code = country.upper() if country.upper() in COUNTRIES else country_meant(country)
    key = f"{(code or country).lower()}/{re.sub('[^a-z0-9]+', '-', name.casefold()).strip('-')}"
    if not name.isascii() or not _ID.fullmatch(key):
        return key, "write country and name in small Latin letters, digits and hyphens: gb/giffgaff"
    return key, "" if code else f"{country} is no country; write its two letters (ISO 3166-1), for example gb"


def mistake(question: Question, answer: str) -> str:
    """What is wrong with an answer and what to write instead; empty where it can stand."""
    for part in parts_of(question, answer):
        try:
            TypeAdapter(question.type).validate_python(part)
        except ValidationError as error:
            context = error.errors()[0].get("ctx", {})
            return f"{context.get('message', error)}; {_instead(part, context)}"
    return ""


def _instead(answer: str, context: Mapping[str, Any]) -> str:
    if "help" in context:
        return str(context["help"])
    near = nearest(answer, context["expected"])
    return f"write {near}" if near else f"write one of {', '.join(list(context['expected'])[:12])}"


def parts_of(question: Question, answer: str) -> list[str]:
    """The answers in one line: split at commas of both scripts where there can be many."""
    parts = re.split("[,，、]", answer) if question.many else [answer]
    return [part.strip() for part in parts if part.strip()]


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Records that have a name of the new one: `here` in its country, `elsewhere` in others, `like` look alike."""

    here: tuple[tuple[str, str], ...] = ()
    elsewhere: tuple[str, ...] = ()
    like: tuple[tuple[str, str], ...] = ()


def namesakes(key: str, names: list[str], carriers: Mapping[str, Carrier]) -> Namesakes:
    """The records that have one of these names already, under any of their own."""
    country, _, tail = key.partition("/")
    wanted = {folded(name) for name in (*names, tail)} - {""}
    same = {
        other: name
        for other, carrier in carriers.items()
        for _, name in reversed(list(names_of(other, carrier)))
        if folded(name) in wanted
    }
    near = [pair for name in (*names, tail) for pair in find(f"{country} {name}", carriers).near]
    return Namesakes(
        tuple((other, name) for other, name in sorted(same.items()) if other.startswith(f"{country}/")),
        tuple(other for other in sorted(same) if not other.startswith(f"{country}/")),
        tuple(pair for pair in dict.fromkeys(near) if pair[0].startswith(f"{country}/") and pair[0] not in same),
    )


def scaffold(key: str, answers: Answers) -> str:
    """The text of a new record; answers that are missing become gaps."""
    code = key.partition("/")[0].upper()
    known = {**answers, "currency": answers.get("currency") or currency_of(code) or ""}
    root = Block(head=list(HEAD), after=list(MORE))
    root.entries = [
        _name(known),
        *_other_names(known),
        Entry("country", Scalar(code)),
        _gap("currency", "currency", known),
    ]
    root.entries += [Entry("sources", Block([Entry(FIRST_SOURCE, Block(list(_source(known))))]))]
    root.entries += [Entry("channels", Sequence([Entry("", way) for way in _ways(known)]))]
    return render(root, f"{key}.yaml")


def _gap(key: str, asked: str, answers: Answers) -> Entry:
    """A key with its answer, or with the question beside it."""
    question, answer = ASKED[asked], answers.get(asked, "")
    choices = f" {', '.join(question.choices)}" if question.choices else ""
    return Entry(key, Scalar(answer), beside="" if answer else f"# ? {question.ask}{choices}")


def _name(answers: Answers) -> Entry:
    if not answers.get("name_zh"):
        return _gap("name", "name", answers)
    return Entry("name", Block([_gap("en", "name", answers), Entry("zh", Scalar(answers["name_zh"]))]))


def _other_names(answers: Answers) -> Iterator[Entry]:
    names = parts_of(ASKED["also_known_as"], answers.get("also_known_as", ""))
    if names:
        yield Entry("also_known_as", Sequence([Entry("", Scalar(name)) for name in names]))


def _source(answers: Answers) -> Iterator[Entry]:
    pairs = {"title": "title", "publisher": "publisher", "kind": "source_kind", "url": "url"}
    for key, asked in pairs.items():
        yield _gap(key, asked, answers)
    if answers.get("page_date"):
        yield _gap("page_date", "page_date", answers)
    read = Block([_gap("on", "read_on", answers), _gap("as", "how", answers)])
    hint = (
        [] if answers.get("page_date") else ["# page_date: 2019-05   # the date that the page shows, if it shows one"]
    )
    yield Entry("read", read, before=hint)


def _ways(answers: Answers) -> Iterator[Block]:
    types = {fields_of.tag_of(way): way for way in fields_of.models_at(Carrier, ("channels", 0))}
    kinds = parts_of(ASKED["ways"], answers.get("ways", ""))
    for kind in kinds:
        needed = [name for name in fields_of.names_of(types[kind], required=True) if name != "kind"]
        gaps = [Entry(name, Scalar(""), beside=f"# ? {_described(types[kind], name)}") for name in needed]
        way = Block([Entry("kind", Scalar(kind)), *gaps, Entry("source", Scalar(FIRST_SOURCE))])
        way.after = [
            f"# {name}: {EXAMPLES[name]}   # {words.QUESTIONS[name]}" for name in QUESTIONS[kind] if name not in needed
        ]
        yield way
    if not kinds:
        question = f"# ? Which way to top up does the page name? {', '.join(words.CHANNEL_KINDS)}"
        yield Block([Entry("kind", Scalar(""), beside=question), Entry("source", Scalar(FIRST_SOURCE))])


def _described(model: Any, name: str) -> str:
    """The English half of what a field is described as."""
    return str(model.model_fields[name].description).partition(" / ")[0]
