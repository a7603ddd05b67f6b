"""The real process: answers, pushes, refuses and stops."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from records import ROOT, SOUND, TEMPLATES, folder_of
from servers import WAIT, Start, command
from workspaces import PAGE


def test_pages_are_served_with_the_script_and_nothing_is_kept(serving: Start) -> None:
    with serving() as server:
        assert server.address.startswith("http://127.0.0.1:")
        answer = server.get(PAGE)
        assert b"EventSource" in answer.read()
        assert answer.headers["Cache-Control"] == "no-store"
        assert server.get("").read() == server.get("index.html").read()
        assert server.get("en").url == f"{server.address}en/"
        assert server.get("en/gb/case.txt").headers["Content-Type"] == "text/plain; charset=utf-8"
        assert b"EventSource" not in server.get("en/gb/case.txt").read()


def test_a_page_that_no_record_makes_is_404_and_comes_to_life(serving: Start, tmp_path: Path) -> None:
    with serving() as server:
        answer = server.get("en/gb/other.html")
        assert answer.status == 404
        assert b"EventSource" in answer.read()
        states = server.states("en/gb/other.html")
        assert next(states)["digest"] == ""
        (tmp_path / "carriers/gb/other.yaml").write_text(SOUND.replace("Case Mobile\nc", "Other Mobile\nc"))
        assert next(states)["digest"]


def test_a_foreign_host_is_refused(serving: Start) -> None:
    with serving() as server:
        assert server.get(PAGE, Host="attacker.example").status == 421
        assert server.get(f"-/events?page={PAGE}", Host="attacker.example").status == 421


def test_a_save_is_pushed_to_the_page_and_told_in_the_terminal(serving: Start, tmp_path: Path) -> None:
    record = tmp_path / "carriers/gb/case.yaml"
    with serving() as server:
        states = server.states(PAGE)
        first = next(states)
        record.write_text(SOUND.replace("*100*", "*155*"))
        assert next(states)["digest"] != first["digest"]
        record.write_text(SOUND.replace("kind: ussd", "kind: usd"))
        assert [fault["code"] for fault in next(states)["faults"]] == ["G104"]  # type: ignore[attr-defined]
        server.process.send_signal(signal.SIGTERM)
        told = server.process.communicate(timeout=WAIT)[1]
    assert "case.yaml:11:11 error G104" in told
    assert "   help: write ussd" in told
    assert "gb/case.yaml: " in told


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to consoles, not to processes")
def test_ctrl_c_stops_with_a_page_still_open(serving: Start) -> None:
    with serving() as server:
        states = server.states(PAGE)
        next(states)
        server.process.send_signal(signal.SIGINT)
        out, err = server.process.communicate(timeout=WAIT)
        assert server.process.returncode == 130
        assert "Traceback" not in out + err


@pytest.mark.skipif(os.name == "nt", reason="temporary folders cannot be told apart by process there")
def test_nothing_is_left_behind(serving: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "tmp"
    room.mkdir()
    monkeypatch.setenv("TMPDIR", str(room))
    with serving() as server:
        assert len(list(room.iterdir())) == 1
        server.process.send_signal(signal.SIGTERM)
        server.process.communicate(timeout=WAIT)
    assert list(room.iterdir()) == []


def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    carriers = folder_of(tmp_path, {"gb/case.yaml": SOUND})
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = command("--carriers", carriers, "--port", taken.getsockname()[1])
        _, err = process.communicate(timeout=WAIT)
    assert process.returncode == 2
    assert "Try another --port" in err


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    process = command("--carriers", tmp_path / "none")
    _, err = process.communicate(timeout=WAIT)
    assert process.returncode == 2
    assert "There is no folder" in err


def test_a_missing_extra_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lib/watchfiles").mkdir(parents=True)
    (tmp_path / "lib/watchfiles/__init__.py").write_text("raise ModuleNotFoundError('no', name='watchfiles')")
    program = "import sys; sys.path.insert(0, sys.argv.pop(1)); from guidegen.cli import main; main()"
    carriers = folder_of(tmp_path, {"gb/case.yaml": SOUND})
    line = [sys.executable, "-c", program, tmp_path / "lib", "serve", "--carriers", carriers, "--templates", TEMPLATES]
    ran = subprocess.run(line, capture_output=True, text=True, cwd=ROOT, check=False, timeout=WAIT)
    assert ran.returncode == 2
    assert "pip install 'guidegen[serve]'" in ran.stderr
