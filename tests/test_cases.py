"""Every code by example: `cases/<code>-<name>/{good,bad}-*`, each stating its own findings with their places.

A case is a record (its place in the folder is `gb/case.yaml`, or what `# path:` says) or a folder of records. Lines
`# expect: 7:12 G203 words` at the end of a file name what `check` finds in it; the words stand in the message or the
help. `# expect: none` says that nothing is found. Files that cannot hold a comment have it beside them, in `.expect`.
"""

import re
import shutil
from pathlib import Path

import pytest
from records import AS_OF, TEMPLATES, snapshot

from guidegen.build import Options, build
from guidegen.catalogue import load
from guidegen.codes import all_rules
from guidegen.diagnostics import Diagnostic

CASES = Path(__file__).parent / "cases"
EXPECT = re.compile(rb"(?m)^# expect: (?:none|(\d+:\d+ G\d{3})(?: (.*?))?)\r?$")
PLACE = re.compile(rb"(?m)^# path: (\S.*?)\r?$")

# Codes that no record can have; each with the test that shows it.
ELSEWHERE = {
    "G001": "an unreadable file is made in test_bad_input.py",
    "G002": "a file of 5 MB is made in test_bad_input.py",
    "G016": "a link out of the tree is made in test_bad_input.py",
    "G017": "an empty folder is made in test_bad_input.py",
    "G020": "an output folder; test_publish.py",
    "G021": "two builds at once; test_publish.py",
    "G022": "an output folder; test_publish.py",
    "G023": "a process that is killed; building/test_faults.py",
    "G227": "two versions of a record; honesty/test_promises.py",
    "G243": "what `guidegen confirm` is asked for; its own tests",
    "G301": "a template; test_bad_templates.py",
    "G302": "a template; test_bad_templates.py",
    "G303": "a template; test_bad_templates.py",
    "G304": "a template; test_bad_templates.py",
    "G402": "a finished page; test_bad_templates.py",
    "G403": "the words of a template; test_template_words.py",
}
# The rules on language and parity have their examples in tests/language: they need whole sentences and finished pages.
ELSEWHERE_FAMILY = "G6"


def cases() -> list[Path]:
    return sorted(case for case in CASES.glob("*/*") if case.suffix != ".expect")


def of_case(case: Path) -> list[Path]:
    """The files of a case."""
    return sorted(file for file in case.rglob("*.y*ml")) if case.is_dir() else [case]


def expectations(file: Path) -> list[tuple[str, str]]:
    """What a file says about itself: (place and code, words)."""
    beside = file.with_name(file.name + ".expect")
    stated = EXPECT.findall((beside if beside.exists() else file).read_bytes())
    assert stated, f"{file} states no findings"
    return [(where.decode(), words.decode()) for where, words in stated if where]


def laid_out(case: Path, tmp_path: Path) -> dict[str, Path]:
    """Copy a case into a folder of records; each file of the case by its path there."""
    folder = tmp_path / "carriers"
    if case.is_dir():
        shutil.copytree(case, folder)
        return {file.relative_to(case).as_posix(): file for file in of_case(case)}
    place = PLACE.search(case.read_bytes())
    path = place[1].decode() if place else "gb/case.yaml"
    (folder / path).parent.mkdir(parents=True)
    shutil.copyfile(case, folder / path)
    return {path: case}


def told(finding: Diagnostic) -> str:
    return f"{finding.span.line}:{finding.span.column} {finding.code}"


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.parent.name}/{case.name}")
def test_case(case: Path, tmp_path: Path) -> None:
    files = laid_out(case, tmp_path)
    folder = tmp_path / "carriers"
    findings = load(folder, AS_OF).findings
    for path, file in files.items():
        here = [finding for finding in findings if finding.path == f"{folder.as_posix()}/{path}"]
        expected = expectations(file)
        assert sorted(map(told, here)) == sorted(where for where, _ in expected)
        for where, words in expected:
            assert any(words in f"{found.message} · {found.help}" for found in here if told(found) == where), words
    assert {finding.path for finding in findings} <= {f"{folder.as_posix()}/{path}" for path in files}

    code = case.parent.name[:4]
    assert (code in {finding.code for finding in findings}) == case.name.startswith("bad-")


def test_a_build_stops_at_every_case_with_an_error_and_leaves_the_site(tmp_path: Path, small_site: Path) -> None:
    before, stopped = snapshot(small_site), 0
    for case in cases():
        place = tmp_path / case.parent.name / case.name
        place.mkdir(parents=True)
        laid_out(case, place)
        folder = place / "carriers"
        if any(finding.severity == "error" for finding in load(folder, AS_OF).findings):
            stopped += 1
            assert build(Options(folder, TEMPLATES, small_site, AS_OF)).stopped, case
            assert snapshot(small_site) == before, case
    assert stopped > 50


def test_every_code_has_a_good_and_a_bad_case() -> None:
    shown = {folder.name: {case.name.split("-")[0] for case in folder.iterdir()} for folder in CASES.iterdir()}
    assert [name for name, kinds in shown.items() if kinds != {"good", "bad"}] == []
    here = [rule for rule in all_rules().values() if rule.code not in ELSEWHERE and rule.code[:2] != ELSEWHERE_FAMILY]
    assert {f"{rule.code}-{rule.name}" for rule in here} ^ set(shown) == set()
    assert set(ELSEWHERE) <= set(all_rules())
