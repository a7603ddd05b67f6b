"""Finished guides: how long and hard their sentences are, measured as `language.md` §6 measures."""

import pytest
from records import AS_OF, CARRIERS, TEMPLATES

from guidegen.render import Records, render_guide, templates_for
from guidegen.rules.language.counting import Tally, laid_open, length, sentences
from guidegen.rules.language.pages import Block, blocks, measure, page_findings
from guidegen.schema import read_record
from guidegen.source import parse

SAMPLE = ["gb/giffgaff", "de/aldi-talk", "zz/leb", "cn/china-mobile", "it/tim"]


def guide(key: str, language: str) -> str:
    """A real guide in Markdown."""
    record, _ = read_record(parse((CARRIERS / f"{key}.yaml").read_bytes(), key))
    records = Records({key: record}, {}, AS_OF)  # type: ignore[dict-item]
    return render_guide(records.view(key), templates_for(TEMPLATES, language, "md"))


@pytest.mark.parametrize("key", SAMPLE)
def test_a_real_guide_is_within_the_targets(key: str) -> None:
    measured = measure(guide(key, "en"), "en")
    assert measured.grade is not None
    assert measured.grade <= 6
    assert measured.tally.words >= 100


def test_the_grade_is_that_of_the_formula() -> None:
    tally = Tally()
    tally.add("You pay. You wait for the confirmation.")
    assert (tally.words, tally.sentences, tally.syllables) == (7, 2, 10)
    assert tally.grade == pytest.approx(0.39 * 7 / 2 + 11.8 * 10 / 7 - 15.59)
    assert Tally().grade == 0


def test_what_is_counted() -> None:
    english = laid_open("Go to the Big Mall, dial *100# and wait 90 days for “Aufladen”.", "en")
    assert length(english, "en") == len(["Go", "to", "the", "dial", "and", "wait", "days", "for"])
    chinese = laid_open("打开 Rewe 的 App，拨 *100#，等 90 天。", "zh")
    assert length(chinese, "zh") == len("打开的A拨等天")
    shown = laid_open("One two. Three: four; five?", "en")
    assert [shown[one.start : one.end] for one in sentences(shown, "en")] == ["One two", "Three", "four", "five"]


def test_parts_of_a_page() -> None:
    page = "# T\n\n## A\n\n1. Pay.\n- **Fee**: none *Not confirmed.*\n| a | b |\nProse.\n\n## Sources\n\n1. “Title”\n"
    assert [(block.kind, block.line) for block in blocks(page)] == [
        *(("heading", 1), ("heading", 3), ("step", 5), ("item", 6), ("prose", 6), ("table", 7), ("prose", 8)),
        *(("heading", 10), ("source", 12)),
    ]
    assert Block("item", "**Fee**: none", 6) in blocks(page)


LONG = "you go to the shop and then you pay there with the card that you have and wait until it is done"


def test_a_list_is_read_item_by_item_and_a_sentence_is_not() -> None:
    listed = "We do not know: " + ", ".join(["how you pay"] * 9) + " and the fee."
    assert list(page_findings("p", f"# T\n\n{listed}\n\n## S\n", "en")) == []
    (found,) = page_findings("p", f"# T\n\n{LONG}.\n\n## S\n", "en")
    assert (found.code, found.span.line, str(found.severity)) == ("G610", 3, "warning")


def test_a_hard_page_is_stopped_and_a_short_one_is_not_judged() -> None:
    hard = "Authorisation necessitates identification documentation. "
    (found,) = page_findings("p", f"# T\n\n{hard * 3}\n\n{hard * 3}\n\n" * 8 + "## S\n", "en")
    assert (found.code, str(found.severity)) == ("G611", "error")
    assert list(page_findings("p", f"# T\n\n{hard * 2}\n\n## S\n", "en")) == []


def test_the_name_of_an_operator_counts_nothing_however_long_it_is() -> None:
    sentence = "{0} says that you pay {0} there and then {0} tells you of it at once by a text from {0} itself."
    page = f"# T\n\n{sentence}\n\n## S\n"
    short, long = "Ooredoo", "Sunrise Mobile Services of the Islands, a big and very old company"
    of_short, of_long = (measure(page.format(name), "en", (name,)) for name in (short, long))
    assert (of_short.tally, of_short.long) == (of_long.tally, of_long.long)
    assert measure(page.format(long), "en").tally.words > of_long.tally.words
