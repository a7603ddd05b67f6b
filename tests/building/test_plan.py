"""What a build does again, and why: literals in, literals out."""

import pytest

from guidegen.plan import DAMAGED, Made, Plan, plan, stale

MADE = {
    "gb": Made({"gb/a.yaml": "1", "gb/b.yaml": "2"}, {"en/gb/a.html": "A"}, "2026-11-01", "2027-05-01"),
    "zz": Made({"zz/leb.yaml": "3", "gb/a.yaml": "1"}, {"en/zz/leb.html": "L"}, "2026-11-01", "2027-05-01"),
}
UNITS = {"gb": ("gb/a.yaml", "gb/b.yaml"), "zz": ("zz/leb.yaml",)}
FILES = {"gb/a.yaml": "1", "gb/b.yaml": "2", "zz/leb.yaml": "3"}
STANDING = {"en/gb/a.html": "A", "en/zz/leb.html": "L"}
DAY = "2026-11-29"


def test_nothing_is_stale_where_nothing_has_changed() -> None:
    assert stale(MADE, UNITS, FILES, STANDING, DAY) == {}


def test_a_changed_record_makes_its_unit_stale_and_every_unit_that_read_it() -> None:
    changed = {**FILES, "gb/a.yaml": "9"}
    assert stale(MADE, UNITS, changed, STANDING, DAY) == {"gb": "gb/a.yaml changed", "zz": "gb/a.yaml changed"}


def test_a_new_record_and_one_that_is_gone() -> None:
    more = {**UNITS, "gb": (*UNITS["gb"], "gb/c.yaml")}
    assert stale(MADE, more, {**FILES, "gb/c.yaml": "4"}, STANDING, DAY) == {"gb": "gb/c.yaml is new"}
    fewer = {"gb/a.yaml": "1", "zz/leb.yaml": "3"}
    assert stale(MADE, {**UNITS, "gb": ("gb/a.yaml",)}, fewer, STANDING, DAY) == {"gb": "gb/b.yaml is gone"}


def test_a_new_unit_is_stale_and_one_that_is_gone_is_not_made() -> None:
    assert stale(MADE, {"fr": ("fr/a.yaml",)}, {"fr/a.yaml": "5"}, STANDING, DAY) == {"fr": "new"}


@pytest.mark.parametrize(
    ("day", "is_stale"), [("2026-10-31", 1), ("2026-11-01", 0), ("2027-04-30", 0), ("2027-05-01", 1)]
)
def test_a_unit_holds_until_a_status_can_change(day: str, is_stale: int) -> None:
    reason = "a status can have changed by this day"
    assert stale(MADE, UNITS, FILES, STANDING, day) == dict.fromkeys(("gb", "zz")[: 2 * is_stale], reason)


def test_a_page_that_is_gone_or_damaged_makes_its_unit_stale() -> None:
    assert stale(MADE, UNITS, FILES, {"en/zz/leb.html": "L"}, DAY) == {"gb": f"en/gb/a.html is {DAMAGED}"}
    assert stale(MADE, UNITS, FILES, {**STANDING, "en/zz/leb.html": ""}, DAY) == {"zz": f"en/zz/leb.html is {DAMAGED}"}


def test_an_empty_plan() -> None:
    assert plan({}, {}) == Plan()


def test_a_plan_writes_keeps_and_deletes_with_reasons() -> None:
    old = {"same": "1", "other": "1", "edited": "1", "gone": "1", "hurt": ""}
    wanted = {"same": "1", "other": "2", "edited": "2", "new": "3", "hurt": "4"}
    planned = plan(old, wanted, {"other": "gb/a.yaml changed", "new": "x"})
    assert planned.write == ("edited", "hurt", "new", "other")
    assert planned.keep == ("same",)
    assert planned.delete == ("gone",)
    assert planned.reasons == {
        "edited": "changed",
        "hurt": DAMAGED,
        "new": "new",
        "other": "changed: gb/a.yaml changed",
        "gone": "no record makes it any more",
    }
