"""What a build has to write, keep and delete, as literals."""

import pytest

from guidegen.plan import Plan, plan


@pytest.mark.parametrize(
    ("old", "wanted", "expected"),
    [
        ({}, {}, Plan()),
        ({}, {"a": "1"}, Plan(write=("a",), reasons={"a": "new"})),
        ({"a": "1"}, {"a": "1"}, Plan(keep=("a",))),
        ({"a": "1"}, {"a": "2"}, Plan(write=("a",), reasons={"a": "changed"})),
        ({"a": ""}, {"a": "1"}, Plan(write=("a",), reasons={"a": "missing or damaged on disk"})),
        ({"a": "1"}, {}, Plan(delete=("a",), reasons={"a": "no record makes it any more"})),
        ({"a": ""}, {}, Plan(delete=("a",), reasons={"a": "no record makes it any more"})),
        (
            {"d": "1", "b": "1", "a": "1"},
            {"c": "1", "b": "2", "a": "1"},
            Plan(
                write=("b", "c"),
                keep=("a",),
                delete=("d",),
                reasons={"b": "changed", "c": "new", "d": "no record makes it any more"},
            ),
        ),
    ],
)
def test_plan(old: dict[str, str], wanted: dict[str, str], expected: Plan) -> None:
    assert plan(old, wanted) == expected
