"""`docs/records.md` is current, whole, and leads nowhere that is not there."""

import re
import runpy

from records import ROOT

from guidegen.model import Carrier
from guidegen.model.fields import names_of

PAGE = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")


def test_the_reference_of_a_record_is_current() -> None:
    assert runpy.run_path(str(ROOT / "tools" / "write_records.py"))["page"]() == PAGE, (
        "run: python tools/write_records.py"
    )


def test_every_field_of_a_record_stands_on_it_with_its_meaning() -> None:
    record = PAGE.split("## The record\n")[1].split("\n## ")[0]
    for field in names_of(Carrier):
        assert re.search(rf"^\| (\*\*)?`{field}`(\*\*)? \| \S.* \|( .+)? \|$", record, re.M), field


def test_places_on_the_page_are_unique_and_every_link_leads_to_one() -> None:
    headings = re.findall(r"^#+ (.*)$", PAGE, re.M)
    anchors = [heading.lower().replace(":", "").replace(" ", "-") for heading in headings]
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= set(anchors)
