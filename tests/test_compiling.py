"""Compiled templates do what Jinja's own would do: the same text, the same faults at the same lines."""

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup
from records import AS_OF, SOUND, TEMPLATES

from guidegen.catalogue import load
from guidegen.render import Records, render_guide, templates_for
from guidegen.templating import FORMATS, escaping
from guidegen.templating.compiled import Compiled
from guidegen.templating.running import Escaped, FormatEnvironment

MACROS = """
{%- set labels = {"fee": "Fee & cost", "items": "one", "keys": 2} -%}
{%- macro quoted(text, mark="“") -%}{{ mark }}{{ text }}{%- endmacro -%}
{%- macro box(class="way") -%}<div class="{{ class }}">{{ caller() }}</div>{%- endmacro -%}
{%- macro many() -%}{{ varargs | join("+") }}{{ kwargs.x }}{%- endmacro -%}
"""
BLOCK = "{% set own = 1 %}{% block inside %}{{ own }}{{ record.count }}{{ around | default('none') }}{% endblock %}"
PART = "{{ own | default('none') }}{{ record.name }}{% for item in many %}{{ item }}{{ own is defined }}{% endfor %}"


class Record:
    """Something with attributes, and one that is none."""

    name = "A & B"
    count = 1
    none = None

    @property
    def broken(self) -> str:
        return self.nowhere  # type: ignore[attr-defined,no-any-return]

    def twice(self, text: str) -> str:
        return text * 2


VALUES = {
    "record": Record(),
    "table": {"a": "<1>", "get": 2},
    "bold": Markup("<b>x</b>"),
    "many": [1, 2, 3],
    "yes": True,
}


def environment(kind: type[Environment], template: str) -> Environment:
    made = kind(
        loader=DictLoader(
            {"page": template, "m": MACROS, "part": PART, "bad": "\n{{ record.nowhere }}", "block": BLOCK}
        ),
        undefined=StrictUndefined,
        autoescape=True,
        extensions=["jinja2.ext.do"],
    )
    if isinstance(made, FormatEnvironment):
        made.escape_by(None)
    return made


def outcome(kind: type[Environment], template: str) -> tuple[str, int]:
    """The text, or what went wrong and at which line of a template."""
    try:
        return environment(kind, template).get_template("page").render(VALUES), 0
    except Exception as error:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "template" in frame.filename]
        return f"{type(error).__name__}: {error}", frames[-1].lineno or 0


@pytest.mark.parametrize(
    "template",
    [
        "{{ record.name }} {{ bold }} {{ record.count }} {{ yes }} {{ 1.50 }} {{ '<' }} {{ record.none }}",
        "{{ table.a }} {{ table['a'] }} {{ table.get('a') }} {{ table['get'] }}",
        "{{ record['name'] }} {{ record.twice('<') }} {{ record.twice(text='>') }}",
        "{% import 'm' as m %}{{ m.labels.fee }} {{ m.labels.keys() | list | length }} {{ m.labels['keys'] }}",
        "{% import 'm' as m %}{{ m.quoted(record.name) }} {{ m.quoted(mark='‘', text=bold) }}",
        "{% import 'm' as m %}{{ m.quoted(*['a', 'b']) }}",
        "{% import 'm' as m %}{{ m.quoted(**{'text': 'a'}) }} {{ m.quoted('a', **{'mark': 1}) }}",
        "{% import 'm' as m %}{% call m.box() %}{{ record.name }}{% endcall %}",
        "{% import 'm' as m %}{% call m.box(class='x') %}y{% endcall %}",
        "{% import 'm' as m %}{{ m.many(1, 2, x='<') }}",
        "{% macro list_of(all) %}{% for item in all if item != 2 %}{{ loop.index }}{{ item }}{% endfor %}{% endmacro %}"
        "{{ list_of(many) }}{% set all = [] %}{% do all.append(list_of([1])) %}{{ all[0] ~ '<' }}",
        "{% for a in many %}{% for b in many %}{{ loop.first }}{{ a * b }}{% endfor %}{% endfor %}",
        "{{ nowhere is defined }} {{ record.nowhere is defined }} {{ record.nowhere | default('none') }}",
        "{{ range(3) | join }} {{ dict(a=1).a }} {{ [1, 2][1] }} {{ many[1:] }} {{ 'a' if yes else record.nowhere }}",
        "{% filter upper %}{{ record.name }}{% endfilter %}{% set text %}{{ record.name }}{% endset %}{{ text }}",
        "{% include 'part' %}{% set own = '<' %}{% include 'part' %}{% include 'part' without context %}",
        "{% set around = 2 %}{% include 'block' %}",
        "{% for own in many %}{% include 'part' %}{% endfor %}{% include 'nowhere' ignore missing %}",
        "{% macro inside(own) %}{% include 'part' %}{% endmacro %}{{ inside('>') }}{% include ['nowhere', 'part'] %}",
        "{% import 'm' as m with context %}{{ m.quoted('<') }}{% from 'm' import quoted as q %}{{ q('>') }}",
        "{% set m = 1 %}{% import 'm' as m %}{% macro inside() %}{{ m.quoted('<') }}{% endmacro %}{{ inside() }}",
        "{% macro one() %}{{ record.name }}{% endmacro %}{% macro nil() %}{% endmacro %}[{{ one() }}{{ nil() }}]",
        "{% for item in many %}{% set last = item %}{{ last }}{% endfor %}{{ last is defined }}",
        # What goes wrong, each on its line.
        "\n\n{% include 'bad' %}",
        "\n{% include 'nowhere' %}",
        "\n{% import 'nowhere' as m %}",
        "{% macro one(x) %}\n{{ x }}\n{{ x.nowhere }}{% endmacro %}{{ one(record) }}",
        "\n{{ nowhere }}",
        "\n\n{{ record.nowhere }}",
        "\n{{ record.nowhere.more }}",
        "{% if record.nowhere %}\n{% endif %}",
        "\n{{ record.nowhere() }}",
        "\n{{ table.nothing ~ 'x' }}",
        "\n{{ record.broken }}",
        "\n{{ many[7] + 1 }}",
        "{% import 'm' as m %}\n{{ m.nowhere(1) }}",
        "{% import 'm' as m %}\n\n{{ m.quoted() }}",
        "\n{{ 1 // 0 }}",
        "{% macro a(x) %}\n{{ x.nowhere }}{% endmacro %}\n\n{{ a(record) }}",
    ],
)
def test_the_same_as_jinja(template: str) -> None:
    assert outcome(FormatEnvironment, template) == outcome(Environment, template)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("m.quoted(1, 2, 3)", "quoted() takes from 0 to 2 positional arguments but 3 were given"),
        ("m.quoted(1, wrong=2)", "quoted() got an unexpected keyword argument 'wrong'"),
    ],
)
def test_a_macro_with_wrong_arguments_is_named(call: str, told: str) -> None:
    assert outcome(FormatEnvironment, "{% import 'm' as m %}\n{{ " + call + " }}") == (f"TypeError: {told}", 2)


@pytest.mark.parametrize(
    ("escape", "text"),
    [
        (None, "a &amp; b* <b>x</b> <b>x</b>a &amp; b* True 1"),
        (escaping.markdown, "a \\& b\\* <b>x</b> <b>x</b>a \\& b\\* True 1"),
        (escaping.plain, "a & b* <b>x</b> <b>x</b>a & b* True 1"),
    ],
)
def test_one_code_for_every_format(escape: Callable[[Any], Any] | None, text: str) -> None:
    template = "{{ 'a & b*' }} {{ bold }} {{ bold ~ 'a & b*' }} {{ yes }} {{ record.count }}"
    made = environment(FormatEnvironment, template)
    assert isinstance(made, FormatEnvironment)
    made.escape_by(escape)
    assert made.get_template("page").render(VALUES) == text


def test_what_is_remembered_has_a_limit() -> None:
    asked: list[str] = []
    escaped = Escaped(lambda text: asked.append(text) or f"{text}!")
    assert [escaped["a"], escaped["a"]] == ["a!", "a!"]
    assert asked == ["a"]
    for number in range(Escaped.MOST):
        assert escaped[str(number)] == f"{number}!"
    assert len(escaped) <= Escaped.MOST


def test_what_is_remembered_is_escaped_like_anything_else() -> None:
    """One, true and 1.0 are equal, but not the same words."""
    template = "{{ 1 }} {{ yes }} {{ 1.0 }} {{ '1' }} {{ record.count }} {{ 1 == yes }}"
    assert outcome(FormatEnvironment, template) == ("1 True 1.0 1 1 True", 0)


def test_code_that_is_kept_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Compiled()
    made = environment(FormatEnvironment, "{% import 'm' as m %}{{ m.quoted(record.name) }}")
    made.bytecode_cache = kept
    text = made.get_template("page").render(VALUES)
    again = environment(FormatEnvironment, "{% import 'm' as m %}{{ m.quoted(record.name) }}")
    again.bytecode_cache = kept
    monkeypatch.delattr(Environment, "compile")
    assert again.get_template("page").render(VALUES) == text == "“A &amp; B"


def test_what_one_page_remembers_is_not_on_another(tmp_path: Path) -> None:
    """Languages, formats and days in turn, each as if it were made alone."""
    (tmp_path / "gb").mkdir()
    (tmp_path / "gb" / "case.yaml").write_text(SOUND)
    catalogue = load(tmp_path, AS_OF)
    days = (AS_OF, AS_OF.replace(year=AS_OF.year + 2))
    every = [(day, language, form) for day in days for language in ("en", "zh") for form in FORMATS]
    used = {(language, form): templates_for(TEMPLATES, language, form) for _, language, form in every}
    views = {day: Records(catalogue.carriers, {}, day).view("gb/case") for day in days}
    pages = [render_guide(views[day], used[language, form]) for day, language, form in every]
    for (day, language, form), page in zip(every * 2, pages * 2, strict=True):
        alone = render_guide(
            Records(catalogue.carriers, {}, day).view("gb/case"), templates_for(TEMPLATES, language, form)
        )
        assert page == alone == render_guide(views[day], used[language, form])
    assert len(set(pages)) == len(every)
