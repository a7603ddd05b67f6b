"""The fuzzing targets: crashes that were mended stay so, and twenty seconds of new inputs find nothing."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hostile import hostile_texts
from hypothesis import given, settings
from hypothesis import strategies as st
from records import ROOT

sys.path.insert(0, str(ROOT))

from fuzzing.minimise import fault_of, smallest
from fuzzing.seeds import KEPT, SEEDS, dictionary
from fuzzing.targets import TARGETS, OutOfProportion, proportionate

CASES = sorted(KEPT.glob("*/*"))


@pytest.mark.parametrize("target", TARGETS)
def test_seeds_hold(target: str) -> None:
    """A few of the inputs that a run begins with; the run itself takes them all."""
    seeds = [*SEEDS[target]()]
    assert len(seeds) > 20
    for seed in seeds[:: len(seeds) // 4]:
        assert fault_of(TARGETS[target], seed) == ""


@settings(max_examples=10, deadline=None)
@given(chance=st.integers(0, 0xFFFF), texts=st.lists(st.sampled_from(hostile_texts()), min_size=1))
def test_hostile_texts_in_any_record_are_no_structure(chance: int, texts: list[str]) -> None:
    TARGETS["render"](chance.to_bytes(2, "big") + "\0".join(texts).encode())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_what_was_mended_stays_mended(case: Path) -> None:
    assert fault_of(TARGETS[case.parent.name], case.read_bytes()) == ""


@pytest.mark.parametrize("target", TARGETS)
def test_a_short_run_finds_nothing(target: str) -> None:
    if importlib.util.find_spec("atheris") is None:
        if os.environ.get("CI"):
            pytest.fail("continuous integration needs atheris: pip install -e '.[fuzz]'")
        pytest.skip("atheris is not there for this Python or system; pip install -e '.[fuzz]'")
    line = [sys.executable, "-m", "fuzzing", target, "--seconds", "20"]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "executions from" in done.stdout


def test_the_oracles_see_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """A target that cannot fail finds nothing."""
    from fuzzing import targets
    from guidegen.links import Hit

    monkeypatch.setattr(targets, "SCANNERS", (lambda text: (Hit(0, len(text) + 1, "url", "", "", ""),),))
    assert fault_of(targets.links, b"a text").startswith("AssertionError")
    monkeypatch.setattr(targets, "check_code", lambda *given, **named: ())
    assert fault_of(targets.dialling, b"GB\0no code").startswith("AssertionError")
    monkeypatch.setattr(targets, "load", lambda *given: 1 / 0)
    assert fault_of(targets.check, b"name: x").startswith("ZeroDivisionError")
    for markup in (b"<b>", b"\n\n# x"):
        monkeypatch.setattr(targets, "render_guide", lambda view, templates: view.carrier.name.en)
        targets._harmless.cache_clear()
        assert fault_of(targets.render, b"\0\1" + markup).startswith("AssertionError")
    targets._harmless.cache_clear()


def test_a_slow_input_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter([0.0, 0.9, 0.0, 3.0])
    monkeypatch.setattr("time.process_time", lambda: next(ticks))
    with proportionate(100):
        pass
    with pytest.raises(OutOfProportion, match=r"3.0 s for 100 bytes"), proportionate(100):
        pass


def test_a_crash_is_made_small() -> None:
    crash = b"x" * 500 + b"<" + b"y" * 300 + b">" + b"z" * 70
    assert smallest(crash, lambda data: b"<" in data and b">" in data) == b"<>"


def test_the_dictionary_holds_the_commonest_words() -> None:
    assert dictionary([b"kind: ussd\nkind: sms", "kind: 微信".encode()], most=2).splitlines()[0] == (
        '"' + "".join(f"\\x{byte:02x}" for byte in b"kind") + '"'
    )
