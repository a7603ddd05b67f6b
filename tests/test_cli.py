"""The command line as a process: exit codes, plain output, the same bytes everywhere, and a way out with Ctrl-C."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from records import CARRIERS, ROOT, SOUND, TEMPLATES, folder_of, snapshot

from guidegen import cli
from guidegen.codes import all_rules
from guidegen.publish import CACHE

DAY = "2026-11-23"
ESCAPE = "\x1b"


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "guidegen", *map(str, arguments)]


def environment(**changed: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "SOURCE_DATE_EPOCH")}
    return {**kept, "PYTHONPATH": str(ROOT), **changed}


def run(cwd: Path, *arguments: str | Path, **changed: str) -> subprocess.CompletedProcess[str]:
    """A run of guidegen in a folder, without a terminal."""
    return subprocess.run(
        command(*arguments), cwd=cwd, env=environment(**changed), capture_output=True, text=True, check=False
    )


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A folder to work in, with a folder of one record and the templates."""
    folder_of(tmp_path, {"gb/case.yaml": SOUND})
    (tmp_path / "templates").symlink_to(TEMPLATES)
    return tmp_path


def test_check_says_that_all_is_well(records: Path) -> None:
    result = run(records, "check", "--as-of", DAY)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "1 file checked. No findings.\n")


def test_check_prints_findings_with_excerpt_and_caret(records: Path) -> None:
    folder_of(records, {"gb/case.yaml": SOUND.replace("kind: ussd", "kind: usd")})
    result = run(records, "check", "--as-of", DAY)
    assert result.returncode == 1
    assert result.stdout == (
        "carriers/gb/case.yaml:11:11 error G104 usd is no kind for this list\n"
        "   11 |   - kind: usd\n"
        "      |           ^^^\n"
        "   help: write ussd\n\n"
    )
    assert result.stderr == "1 file checked. 1 finding, 1 error.\n"


def test_check_in_json_is_complete_and_sorted(records: Path) -> None:
    bad = SOUND.replace("kind: operator", "kind: oprator").replace("publisher:", "publsher:")
    folder_of(records, {"gb/case.yaml": bad, "fr/other.yaml": "name: [\n"})
    result = run(records, "check", "--as-of", DAY, "--output", "json")
    found = json.loads(result.stdout)
    fields = ["path", "line", "column", "end_line", "end_column", "code", "severity", "message", "help"]
    assert all(list(finding) == fields for finding in found)
    assert [(finding["path"], finding["line"], finding["code"]) for finding in found] == [
        ("carriers/fr/other.yaml", 1, "G008"),
        ("carriers/gb/case.yaml", 6, "G102"),
        ("carriers/gb/case.yaml", 7, "G101"),
        ("carriers/gb/case.yaml", 8, "G104"),
    ]
    assert (result.returncode, result.stderr) == (1, "")


def test_check_of_single_files_and_folders(records: Path) -> None:
    folder_of(records, {"fr/other.yaml": "name: [\n"})
    assert run(records, "check", "--as-of", DAY, "carriers/gb/case.yaml").returncode == 0
    assert run(records, "check", "--as-of", DAY, "carriers/gb").stderr.startswith("1 file checked.")
    assert run(records, "check", "--as-of", DAY, "carriers/fr").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "There is no command 'chek'. Did you mean 'check'?"),
        (["check", "--outputt", "json"], "No such option"),
        (["check", "--as-of", "2026-13-01"], "is no date; write year-month-day"),
        (["check", "--as-of", "0001-01-01"], "is no date"),
        (["check", "carriers/gb/cas.yaml"], "There is no carriers/gb/cas.yaml."),
        (["check", "templates/guide.j2"], "is no record below carriers/"),
        (["show", "gb/cas"], "Did you mean gb/case"),
        (["show", "gb/case", "--language", "fr"], "there are en, zh"),
        (["explain", "G1O4"], "There is no code G1O4. Did you mean G104?"),
        (["build", "--format", "pdf"], "Invalid value for '--format'"),
    ],
)
def test_a_slip_on_the_command_line_is_explained(
    records: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(records)
    result = CliRunner().invoke(cli.cli, arguments)
    assert (result.exit_code, words in result.output) == (2, True), result.output


def test_a_mistyped_command_ends_with_2(records: Path) -> None:
    result = run(records, "chek")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.endswith("Error: There is no command 'chek'. Did you mean 'check'?\n")


def test_build_says_what_it_did_in_plain_lines(records: Path) -> None:
    result = run(records, "build", "--as-of", DAY)
    assert (result.returncode, result.stderr) == (0, "")
    assert "1 guides." in result.stdout
    assert "Claims: 3 confirmed." in result.stdout
    assert result.stdout.rstrip().endswith("Open site/index.html")
    assert ESCAPE not in result.stdout
    assert "\r" not in result.stdout
    assert {f"{language}/gb/case.{format}" for language in ("en", "zh") for format in ("html", "md", "txt")} <= {
        *snapshot(records / "site")
    }


def shown(*options: str) -> str:
    """What `show` prints, without a process of its own."""
    result = CliRunner().invoke(cli.cli, ["show", "gb/case", "--as-of", DAY, *options])
    assert result.exit_code == 0
    return result.output


def test_show_prints_one_guide(records: Path) -> None:
    result = run(records, "show", "gb/case", "--as-of", DAY)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("== Top up Case Mobile ==\n")


def test_two_years_later_the_guide_says_so(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(records)
    later = shown("--language", "zh", "--as-of", "2028-11-23")
    assert "已过时：上次核对是2026年11月1日。" in later
    assert "已核实" not in later


@pytest.mark.parametrize(
    ("language", "said", "gap"),
    [("en", "no fee", "We do not know[^.]*the fee"), ("zh", "写明不收", "我们不知道[^。]*手续费")],
)
def test_a_claim_taken_away_becomes_an_unknown(
    records: Path, monkeypatch: pytest.MonkeyPatch, language: str, said: str, gap: str
) -> None:
    """The guide loses the sentence and names the gap; nothing else stands in its place."""
    monkeypatch.chdir(records)
    known = shown("--language", language)
    assert (said in known, re.search(gap, known)) == (True, None)
    folder_of(records, {"gb/case.yaml": SOUND.replace("    fee: none\n", "")})
    unknown = shown("--language", language)
    assert said not in unknown
    assert re.search(gap, unknown)


def test_explain_covers_every_code() -> None:
    runner = CliRunner()
    listed = runner.invoke(cli.cli, ["explain"]).output
    for code, rule in all_rules().items():
        shown = runner.invoke(cli.cli, ["explain", code.lower()])
        assert shown.exit_code == 0
        assert shown.output.startswith(f"{code} {rule.name} (")
        assert f"{code} " in listed
        for part in ("Why:", "Bad:", "Good:"):
            assert part in shown.output, code


def test_every_code_that_is_declared_is_registered() -> None:
    """A fresh process knows all codes, also those of modules that the command at hand does not need."""
    declared = set()
    for file in (ROOT / "guidegen").rglob("*.py"):
        declared |= set(re.findall(r'(?:= fault\(\s*|^@rule\()"(G\d{3})"', file.read_text(), re.MULTILINE))
    assert declared == set(re.findall(r"(?m)^(G\d{3})", run(ROOT, "explain").stdout))


def test_a_format_is_known_wherever_it_has_to_be() -> None:
    """The command line names the formats without loading the templates; a forgotten place would break a build."""
    from guidegen.cli.options import FORMATS as NAMED
    from guidegen.guard import SCANNERS
    from guidegen.templating import FORMATS, Templates

    assert set(NAMED) == set(FORMATS) == {file.stem for file in (TEMPLATES / "formats").glob("*.j2")}
    assert set(FORMATS) <= set(SCANNERS)
    for language in ("en", "zh"):
        assert set(FORMATS) - {"html"} <= set(Templates(TEMPLATES, language, "html").words.site)


def test_schema_prints_what_is_committed() -> None:
    assert run(ROOT, "schema").stdout == (ROOT / "docs" / "carrier.schema.json").read_text()


def test_the_real_records_are_clean() -> None:
    result = run(ROOT, "check", "--as-of", DAY)
    assert (result.returncode, result.stdout) == (0, "")


def test_help_needs_no_library_but_click(tmp_path: Path) -> None:
    """`--help` answers before anything costly is imported."""
    code = (
        "import sys; from guidegen.cli import main; sys.argv = ['guidegen', '--help']\n"
        "try: main()\n"
        "except SystemExit as leaving: assert not leaving.code\n"
        "costly = {'jinja2', 'babel', 'pydantic', 'yaml', 'phonenumbers', 'markdown_it', 'rich'}\n"
        "assert not costly & set(sys.modules), costly & set(sys.modules)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")


def test_a_check_needs_no_templates(tmp_path: Path) -> None:
    code = (
        "import sys, datetime; from pathlib import Path; from guidegen.catalogue import load\n"
        f"load(Path({str(ROOT / 'carriers')!r}), datetime.date(2026, 11, 23), [Path({str(ROOT / 'carriers/gb')!r})])\n"
        "assert 'jinja2' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], env=environment(), check=True)


def test_a_bug_is_called_a_bug(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(*arguments: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("guidegen.codes.all_rules", broken)
    monkeypatch.setattr(sys, "argv", ["guidegen", "explain", "G001"])
    with pytest.raises(SystemExit) as leaving:
        cli.main()
    assert leaving.value.code == 3
    assert "This is a bug in guidegen." in capsys.readouterr().err


def test_ctrl_c_leaves_at_once_and_publishes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "site"
    arguments = command("build", "--as-of", DAY, "--out", out)
    with subprocess.Popen(arguments, cwd=ROOT, env=environment(), stderr=subprocess.PIPE, text=True) as process:
        while not (out / ".guidegen.lock").exists():
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert set(snapshot(out)) <= {".guidegen.lock"}


def test_the_same_inputs_give_the_same_bytes_anywhere(tmp_path: Path) -> None:
    """Another hash seed, time zone, language of the system and folder; and the day may come from the environment."""
    names = ("gb/giffgaff", "hk/cmhk", "de/_country", "de/lebara")
    folder_of(tmp_path, {f"{name}.yaml": (CARRIERS / f"{name}.yaml").read_bytes() for name in names})
    places = {
        "one": ({"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}, ["--as-of", DAY]),
        "two": ({"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"}, ["--as-of", DAY]),
        "three": ({"PYTHONHASHSEED": "3", "SOURCE_DATE_EPOCH": "1795392000"}, []),
    }
    for place, (changed, day) in places.items():
        (tmp_path / place).mkdir()
        options = ["--carriers", "../carriers", "--templates", TEMPLATES, "--language", "zh", *day]
        result = run(tmp_path / place, "build", *options, **changed)
        assert (result.returncode, result.stderr) == (0, "")
    first, second, third = (snapshot(tmp_path / place / "site") for place in places)
    for files in (first, second, third):
        del files[CACHE]  # it holds the times of files
    assert len(first) > 10
    assert first == second == third


def test_a_terminal_sees_progress(records: Path) -> None:
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    arguments = command("build", "--as-of", DAY)
    with subprocess.Popen(arguments, cwd=records, env=environment(), stderr=slave, stdout=subprocess.PIPE) as process:
        os.close(slave)
        process.communicate(timeout=60)
    assert b"\r" in os.read(master, 10_000)
    os.close(master)
