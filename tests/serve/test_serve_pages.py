"""What a served page has that a published one never holds, and who gets an answer."""

import base64
from hashlib import sha256
from pathlib import Path

import pytest
from workspaces import PAGE, Desk

from guidegen.serve.app import own_hosts, state_of
from guidegen.serve.dress import dressed, relaxed, script
from guidegen.serve.watch import below, matters

POLICY = "default-src 'none'; style-src 'sha256-abc='; base-uri 'none'; form-action 'none'"


def test_the_policy_allows_the_reload_script_and_this_server_and_no_more() -> None:
    assert relaxed(POLICY, "'sha256-x='") == f"{POLICY}; script-src 'sha256-x='; connect-src 'self'"


def test_a_script_that_the_page_has_itself_stays_allowed() -> None:
    policy = "default-src 'none'; script-src 'sha256-own='; connect-src 'none'"
    expected = "default-src 'none'; script-src 'sha256-own=' 'sha256-x='; connect-src 'self'"
    assert relaxed(policy, "'sha256-x='") == expected


def test_the_hash_is_of_the_script_as_it_stands_in_the_page(desk: Desk) -> None:
    text, allowed = script()
    page = dressed(desk.page(), PAGE, "d1")
    inside = page.partition('data-digest="d1">')[2].partition("</script>")[0]
    assert inside == text
    assert allowed == f"'sha256-{base64.b64encode(sha256(inside.encode()).digest()).decode()}'"
    assert f"script-src {allowed}" in page


def test_nothing_else_of_the_page_is_changed(desk: Desk) -> None:
    page, (text, _) = desk.page(), script()
    policy = page.partition('Policy" content="')[2].partition('"')[0]
    tag = f'<script data-page="{PAGE}" data-digest="d1">{text}</script>'
    assert dressed(page, PAGE, "d1").replace(tag, "").replace(relaxed(policy, script()[1]), policy) == page


def test_a_path_from_outside_stays_a_value_of_its_attribute() -> None:
    assert '<b>"' not in dressed("", '"><b>"', "")


def test_pages_in_memory_hold_no_script_of_serve(desk: Desk) -> None:
    assert "EventSource" not in desk.page()


@pytest.mark.parametrize(
    ("host", "header", "ours"),
    [
        ("127.0.0.1", "127.0.0.1:8000", True),
        ("127.0.0.1", "localhost:8000", True),
        ("127.0.0.1", "LOCALHOST", True),
        ("127.0.0.1", "[::1]:8000", True),
        ("127.0.0.1", "attacker.example:8000", False),
        ("127.0.0.1", "127.0.0.1.attacker.example", False),
        ("127.0.0.1", "localhost.attacker.example", False),
        ("127.0.0.1", "192.168.1.5:8000", False),
        ("127.0.0.1", "", False),
        ("::1", "[::1]:8000", True),
        ("0.0.0.0", "192.168.1.5:8000", True),
        ("0.0.0.0", "attacker.example", False),
        ("my-pc", "my-pc:8000", True),
    ],
)
def test_only_our_own_hosts_get_an_answer(host: str, header: str, ours: bool) -> None:
    assert own_hosts(host)(header) is ours


def test_the_state_of_a_page_has_its_digest_and_each_error_with_excerpt_and_help(desk: Desk) -> None:
    before = state_of(desk.workspace, PAGE)
    assert before["faults"] == []
    desk.record.write_text(desk.record.read_text().replace("kind: ussd", "kind: usd"))
    desk.look()
    after = state_of(desk.workspace, PAGE)
    assert after["digest"] == before["digest"]
    (fault,) = after["faults"]
    assert fault["excerpt"].endswith("^^^")
    assert (fault["line"], fault["help"]) == (11, "write ussd")


def test_a_page_that_is_gone_has_no_digest(desk: Desk) -> None:
    assert state_of(desk.workspace, "en/gb/none.html")["digest"] == ""


@pytest.mark.parametrize("name", ["a.yaml", "A.YML", "guide.j2", "style.css", "search.js", "folder", "4913"])
def test_reports_that_can_matter(name: str) -> None:
    assert matters(1, f"/some/{name}")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["a.yaml~", ".a.yaml.swp", "a.yaml.tmp", "a.pyc"])
def test_reports_that_do_not(name: str) -> None:
    assert not matters(1, f"/some/{name}")  # type: ignore[arg-type]


def test_paths_are_told_relative_to_the_folder_also_through_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    (real / "gb").mkdir(parents=True)
    try:
        link.symlink_to(real, target_is_directory=True)
    except OSError:
        pytest.skip("this account may not make links")
    assert below(link, [real / "gb/a.yaml", link / "gb/gone.yaml", tmp_path / "b.yaml"]) == {
        "gb/a.yaml",
        "gb/gone.yaml",
    }
