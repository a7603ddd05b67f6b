"""What stands where contributors are: workflows, issue forms, hooks. Each is valid, and does what it is there for."""

import re
import runpy
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml
from records import ROOT

from guidegen.cli import COMMANDS

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(file for file in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if file.name != "config.yml")
HAN = re.compile("[\u4e00-\u9fff]")


def ran(program: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    """A program of the test environment."""
    line = [str(Path(sysconfig.get_path("scripts")) / program), *map(str, arguments)]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)


def loaded(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def test_there_are_a_check_a_difference_a_publication_and_a_weekly_list() -> None:
    assert [file.stem for file in WORKFLOWS] == ["check", "difference", "overdue", "publish"]


def test_the_tests_of_a_pull_request_can_bring_what_they_need(monkeypatch: pytest.MonkeyPatch) -> None:
    """`make test` runs there under an account that is not root, with sudo; elsewhere sudo is never used."""
    tool = runpy.run_path(str(ROOT / "tools" / "system_packages.py"))
    monkeypatch.setattr("os.geteuid", lambda: 1001, raising=False)
    monkeypatch.setattr("shutil.which", lambda name, **_: f"/usr/bin/{name}")
    monkeypatch.setenv("CI", "true")
    assert tool["as_root"]() == ["sudo", "-n"]
    monkeypatch.delenv("CI")
    assert tool["as_root"]() is None


def test_what_the_workflows_call_is_there() -> None:
    scripts = [
        step["run"]
        for file in WORKFLOWS
        for job in loaded(file)["jobs"].values()
        for step in job["steps"]
        if "run" in step
    ]
    made = {target for script in scripts for target in re.findall(r"\bmake ([\w-]+)", script)}
    assert made == {"test"}
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert made <= set(targets)
    installing = [script for script in scripts if "pip install" in script]
    assert set(installing) == {"python -m pip install ."}


def test_zizmor_finds_nothing_in_the_workflows() -> None:
    found = ran("zizmor", "--offline", "--no-progress", ".github")
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_every_action_is_pinned_by_its_whole_commit_and_names_its_release(file: Path) -> None:
    used = re.findall(r"uses: *(.*)", file.read_text(encoding="utf-8"))
    assert used
    for action in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_has_no_rights_but_those_a_job_names(file: Path) -> None:
    workflow = loaded(file)
    assert workflow["permissions"] == {}
    assert all(job["permissions"] for job in workflow["jobs"].values())


def test_the_difference_never_checks_out_the_pull_request() -> None:
    steps = loaded(GITHUB / "workflows/difference.yml")["jobs"]["comment"]["steps"]
    (checkout,) = (step for step in steps if step.get("uses", "").startswith("actions/checkout@"))
    assert checkout["with"]["ref"] == "${{ github.event.pull_request.base.sha }}"
    scripts = "\n".join(step.get("run", "") for step in steps)
    assert not re.search(r"git (checkout|switch|reset|merge(?!-base)|pull|worktree)", scripts)


@pytest.mark.parametrize("file", [*WORKFLOWS, ROOT / ".pre-commit-hooks.yaml"], ids=lambda file: file.stem)
def test_every_command_of_guidegen_exists(file: Path) -> None:
    used = re.findall(r"\bguidegen ([a-z]+)(?= |$|`)", re.sub("(?m)^ *#.*|<!--.*-->", "", file.read_text()), re.M)
    assert used
    assert set(used) <= COMMANDS.keys()


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_workflows_fit_their_schema(file: Path) -> None:
    found = ran("check-jsonschema", "--builtin-schema", "vendor.github-workflows", file)
    assert found.returncode == 0, found.stdout


def test_there_are_forms_for_what_is_wrong_what_ended_and_a_new_carrier() -> None:
    assert [file.stem for file in FORMS] == ["1-wrong", "2-ended", "3-new-carrier"]


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_forms_fit_their_schema(file: Path) -> None:
    found = ran("check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", file)
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_each_form_asks_how_one_knows_and_whether_one_earns_from_it(file: Path) -> None:
    asked = {part["id"]: part for part in loaded(file)["body"]}
    for name, words in (("how-do-you-know", "How do you know?"), ("do-you-earn", "Do you earn from it?")):
        assert asked[name]["attributes"]["label"].startswith(words)
        assert asked[name]["validations"]["required"] is True
    assert len(asked["do-you-earn"]["attributes"]["options"]) == 3


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_each_question_is_asked_in_both_languages(file: Path) -> None:
    form = loaded(file)
    words = [form["name"], form["description"]]
    for part in form["body"]:
        attributes = part["attributes"]
        words += [attributes["label"], *filter(None, [attributes.get("description")])]
        words += [o["label"] if isinstance(o, dict) else o for o in attributes.get("options", ())]
    assert [text for text in words if " · " not in text and not HAN.search(text)] == []


def test_the_pull_request_template_asks_the_same() -> None:
    text = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    assert "How do you know?" in text
    assert "Do you earn from it?" in text


def test_the_hooks_look_at_records_only() -> None:
    for hook in loaded(ROOT / ".pre-commit-hooks.yaml"):
        assert re.search(hook["files"], "carriers/gb/giffgaff.yaml")
        assert not re.search(hook["files"], "docs/notes.yaml")
