"""The profile of a cold build by room."""

import re

import pytest

from benchmarks import profile


def test_each_room_has_its_time(capsys: pytest.CaptureFixture[str]) -> None:
    profile.main(["4", "--all-formats"])
    printed = capsys.readouterr().out
    rows = dict(re.findall(r"(?m)^(\S+|the rest) +(\d+\.\d+)\b", printed))
    assert {"source", "links", "templates", "jinja2", "all"} <= rows.keys()
    parts = sum(float(seconds) for room, seconds in rows.items() if room != "all")
    assert parts == pytest.approx(float(rows["all"]), abs=0.01 * len(rows))


@pytest.mark.parametrize(
    ("file", "room"),
    [
        (str(profile.PACKAGE / "links" / "scan.py"), "links"),
        (str(profile.PACKAGE / "plan.py"), "plan"),
        (str(profile.PACKAGE / "rules" / "honesty.py"), "rules"),
        (str(profile.PACKAGE / "rules" / "parity" / "pages.py"), "rules/parity"),
        ("/x/templates/guide.j2", "templates"),
        ("<template>", "templates"),
        ("/x/site-packages/jinja2/runtime.py", "jinja2"),
        ("/x/site-packages/pydantic_core/core_schema.py", "pydantic"),
        ("/x/lib/python3.11/re/__init__.py", "Python"),
        ("~", None),
    ],
)
def test_a_function_belongs_to_the_room_of_its_file(file: str, room: str | None) -> None:
    assert profile.room_of((file, 1, "function")) == room
