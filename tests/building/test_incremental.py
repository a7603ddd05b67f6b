"""Whatever was edited in between, a build that keeps what it can leaves the same site as one that starts afresh."""

import datetime
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from records import AS_OF, SOUND, TEMPLATES, snapshot

from guidegen.build import Options, Result, build
from guidegen.publish import BUILDING, CACHE, LOCK
from guidegen.site import Site

SECOND = SOUND.replace("Case Mobile", "Second").replace("*100*", "*200*")
NOTED = SOUND.replace("fee: none", 'fee: none\n    note: {en: "Keep the receipt.", zh: "小票留好。"}')
HOSTED = SOUND.replace("channels:", "host_network: {value: Second, source: page}\nchannels:")
KNOWN_AS = SOUND.replace("country:", "also_known_as: [Cased]\ncountry:", 1)
RENAMED = SOUND.replace("name: Case Mobile", "name: Other Mobile")
ADVERT = """\
name: Third
kind: advertised_name
may_mean: [gb/case]
country: ZZ
sources:
  page: {title: Top up, publisher: Somebody, kind: advert, read: {on: 2026-11-01, as: live}}
"""
LATER = AS_OF + datetime.timedelta(days=400)


def pages(out: Path) -> dict[str, bytes]:
    return {path: text for path, text in snapshot(out).items() if path not in (CACHE, LOCK)}


@dataclass
class Bench:
    """A folder of records, one of templates, a site, and what the next build is asked for."""

    folder: Path
    options: Options = field(init=False)

    def __post_init__(self) -> None:
        shutil.copytree(TEMPLATES, self.folder / "templates")
        self.write("gb/case.yaml", SOUND)
        self.options = Options(self.folder / "carriers", self.folder / "templates", self.folder / "site", AS_OF)
        self.ask(formats=("html",), languages=("en", "zh"), jobs=1)

    def ask(self, **changed: object) -> None:
        self.options = replace(self.options, **changed)  # type: ignore[arg-type]

    def write(self, path: str, text: str) -> None:
        file = self.folder / "carriers" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def remove(self, path: str) -> None:
        (self.folder / "carriers" / path).unlink(missing_ok=True)

    def rename(self, old: str, new: str) -> None:
        if (self.folder / "carriers" / old).exists():
            (self.folder / "carriers" / old).rename(self.folder / "carriers" / new)

    def style(self, line: str) -> None:
        style = self.folder / "templates" / "style.css"
        style.write_text((TEMPLATES / "style.css").read_text() + line)

    def word(self, new: str) -> None:
        about = self.folder / "templates" / "about.j2"
        about.write_text((TEMPLATES / "about.j2").read_text() + new)

    def build(self) -> Result:
        return build(self.options)

    def afresh(self) -> dict[str, bytes]:
        out = self.folder / "afresh"
        shutil.rmtree(out, ignore_errors=True)
        build(replace(self.options, out=out))
        return pages(out)


EDITS: dict[str, Callable[[Bench], object]] = {
    "change": lambda bench: bench.write("gb/case.yaml", NOTED),
    "change back": lambda bench: bench.write("gb/case.yaml", SOUND),
    "same length": lambda bench: bench.write("gb/case.yaml", SOUND.replace("*100*", "*101*")),
    "another network": lambda bench: bench.write("gb/case.yaml", HOSTED),
    "one more name": lambda bench: bench.write("gb/case.yaml", KNOWN_AS),
    "another name": lambda bench: bench.write("gb/case.yaml", RENAMED),
    "add": lambda bench: bench.write("gb/second.yaml", SECOND),
    "add elsewhere": lambda bench: bench.write("fr/case.yaml", SECOND.replace("GB", "FR").replace("GBP", "EUR")),
    "add an advertised name": lambda bench: bench.write("zz/third.yaml", ADVERT),
    "remove": lambda bench: bench.remove("gb/second.yaml"),
    "remove elsewhere": lambda bench: bench.remove("fr/case.yaml"),
    "rename": lambda bench: bench.rename("gb/second.yaml", "gb/renamed.yaml"),
    "rename what is meant": lambda bench: bench.rename("gb/case.yaml", "gb/case-two.yaml"),
    "style": lambda bench: bench.style("main{margin:1px}"),
    "template": lambda bench: bench.word("<p>One more.</p>"),
    "later": lambda bench: bench.ask(as_of=LATER),
    "earlier": lambda bench: bench.ask(as_of=AS_OF),
    "one language": lambda bench: bench.ask(languages=("zh",)),
    "both languages": lambda bench: bench.ask(languages=("en", "zh")),
    "text": lambda bench: bench.ask(formats=("html", "txt")),
    "only pages": lambda bench: bench.ask(formats=("html",)),
    "an address": lambda bench: bench.ask(base_url="https://example.org"),
    "no address": lambda bench: bench.ask(base_url=""),
    "damage": lambda bench: [file.write_text("x") for file in (bench.folder / "site").glob("en/gb/*.html")],
    # Without its cache a build cannot know what it made of records that are gone, so one follows at once.
    "cache lost": lambda bench: ((bench.folder / "site" / CACHE).unlink(missing_ok=True), bench.build()),
}


# Shrinking would build hundreds of sites; the list of edits in the message says enough.
@settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(edits=st.lists(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=3), min_size=2, max_size=5))
def test_after_any_edits_the_site_is_that_of_a_clean_build(
    tmp_path_factory: pytest.TempPathFactory, edits: list[list[str]]
) -> None:
    bench = Bench(tmp_path_factory.mktemp("bench"))
    bench.build()
    for round in edits:
        for edit in round:
            EDITS[edit](bench)
        result = bench.build()
        if not result.stopped:
            assert pages(bench.options.out) == bench.afresh(), round
    shutil.rmtree(bench.folder)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    made = Bench(tmp_path)
    made.write("fr/case.yaml", SECOND.replace("GBP", "EUR").replace("GB", "FR"))
    assert made.build().findings == []
    return made


def test_one_record_touches_only_the_pages_of_its_country(bench: Bench) -> None:
    bench.write("gb/case.yaml", NOTED)
    planned = bench.build().plan
    languages = ("en", "zh")
    guides = {f"{language}/gb{rest}.html" for language in languages for rest in ("", "/case")}
    assert set(planned.write) == guides | {"data/v1/gb.json", "data/v1/carriers.json"} | {
        f"{language}/coverage.html" for language in languages
    } | {"data/v1/coverage.json"}
    assert planned.reasons["en/gb/case.html"] == "changed: gb/case.yaml changed"


LISTS = ("_index", "_which", "_coverage")


@pytest.mark.parametrize(
    ("record", "shown_on"),
    [(HOSTED, {"_which", "_coverage"}), (KNOWN_AS, {"_which", "_index"}), (RENAMED, set(LISTS))],
    ids=["network", "search", "name"],
)
def test_a_list_is_made_again_only_for_what_it_shows(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, record: str, shown_on: set[str]
) -> None:
    made: list[str] = []
    for name in LISTS:
        real = getattr(Site, name)
        monkeypatch.setattr(
            Site, name, lambda site, language, name=name, real=real: made.append(name) or real(site, language)
        )
    bench.write("gb/case.yaml", record)
    assert bench.build().findings == []
    assert set(made) == shown_on
    assert pages(bench.options.out) == bench.afresh()


def test_an_edit_of_the_same_length_within_the_same_second_is_seen(bench: Bench) -> None:
    bench.write("gb/case.yaml", SOUND.replace("*100*", "*101*"))
    assert "en/gb/case.html" in bench.build().plan.write


def test_a_new_day_writes_only_what_it_changes(bench: Bench) -> None:
    bench.ask(as_of=AS_OF + datetime.timedelta(days=1))
    assert bench.build().plan.write == ()
    bench.ask(as_of=LATER)
    assert "en/gb/case.html" in bench.build().plan.write


def test_a_dry_run_says_why(bench: Bench) -> None:
    bench.write("gb/case.yaml", NOTED)
    bench.ask(dry_run=True)
    planned = bench.build().plan
    assert planned.reasons["zh/gb/case.html"] == "changed: gb/case.yaml changed"
    assert "data/v1/carriers.json" in planned.write
    bench.ask(dry_run=False)
    assert bench.build().plan == planned


def test_several_processes_make_the_same_site_as_one(bench: Bench) -> None:
    bench.ask(jobs=3, out=bench.folder / "several")
    assert bench.build().findings == []
    assert pages(bench.folder / "several") == pages(bench.folder / "site")


def test_an_error_publishes_nothing_and_leaves_no_trace(bench: Bench) -> None:
    before = snapshot(bench.options.out)
    bench.write("gb/case.yaml", SOUND.replace("source: page", "source: nobody"))
    assert bench.build().stopped
    assert snapshot(bench.options.out) == before
    assert not (bench.options.out / BUILDING).exists()
    bench.write("gb/case.yaml", SOUND)
    assert bench.build().plan.write == ()


def test_a_template_that_is_changed_writes_only_the_pages_that_it_changes(bench: Bench) -> None:
    bench.word("<p>One more.</p>")
    planned = bench.build().plan
    assert planned.write == ("en/about.html", "zh/about.html")


def test_a_record_that_changes_between_two_looks_is_read_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The digest that is kept is that of the bytes that were read, so the next build finds the change."""
    from guidegen import catalogue

    read = catalogue.read

    def read_late(file: Path, path: str, root: Path) -> object:
        if file.name == "case.yaml" and file.parent.name == "gb":
            bench.write("gb/case.yaml", NOTED)
        return read(file, path, root)

    bench.write("gb/case.yaml", SOUND.replace("*100*", "*101*"))
    with monkeypatch.context() as context:
        context.setattr(catalogue, "read", read_late)
        bench.build()
    bench.write("gb/case.yaml", SOUND.replace("*100*", "*101*"))
    bench.build()
    assert pages(bench.options.out) == bench.afresh()
