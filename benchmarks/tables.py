"""Timings as tables: plain for a terminal, Markdown for `docs/performance.md`."""

import re
import statistics
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.cases import CASES, GROWTH, HELP_OVER_PASS, MOST_MEMORY, RATIOS

Row = Sequence[str]
Timings = Mapping[str, Any]
MARKS = ("<!-- timings: written by `make bench` -->", "<!-- end of timings -->")


def spread(values: Iterable[float], digits: int = 2, times: float = 1) -> str:
    """The median with minimum and maximum: `2.31 (2.20–2.45)`."""
    found = [value * times for value in values]
    middle, low, high = (f"{value:.{digits}f}" for value in (statistics.median(found), min(found), max(found)))
    return f"{middle} ({low}–{high})"


def case_rows(timings: Timings) -> list[Row]:
    """What each case took, with the records of one run: seconds, processor seconds, memory, files, bytes."""
    rows: list[Row] = [("", "wall s", "processor s", "peak MB", "files", "MB written")]
    for key, runs in timings["runs"].items():
        last, peak = runs[-1], timings["peaks"].get(key)
        memory = f"{peak / 1e6:.0f}" if peak else "–"
        times = [spread(run[part] for run in runs) for part in ("wall", "cpu")]
        rows.append((CASES[key].words, *times, memory, str(last["files"]), f"{last['written'] / 1e6:.1f}"))
    return rows


def ratio_rows(timings: Timings) -> list[Row]:
    """Each comparison, round by round: median, minimum and maximum, beside what is asked for."""
    rows: list[Row] = [("ratio", "wall, median (min–max)", "processor", "shall be at most")]
    for ratio in RATIOS:
        walls, cpus = (_pairs(timings, ratio.case, ratio.against, part) for part in ("wall", "cpu"))
        if walls:
            words = f"{CASES[ratio.case].words} / {CASES[ratio.against].words}"
            shares = [spread((one / max(other, 1e-3) for one, other in pairs), 3) for pairs in (walls, cpus)]
            rows.append((words, *shares, f"{ratio.most or '–'}"))
    more = [[one - other for one, other in _pairs(timings, "help", "pass", part)] for part in ("wall", "cpu")]
    if more[0]:
        spreads = [spread(values, 0, 1000) for values in more]
        rows.append(("`guidegen --help` more than `python -c pass`, ms", *spreads, f"{HELP_OVER_PASS * 1000:.0f}"))
    return rows


def _pairs(timings: Timings, case: str, against: str, part: str) -> list[tuple[float, float]]:
    """The two times of each round."""
    ours, others = (timings["runs"].get(key, []) for key in (case, against))
    return [(one[part], other[part]) for one, other in zip(ours, others, strict=True)] if ours and others else []


def growth_rows(all_timings: Sequence[Timings]) -> list[Row]:
    """Milliseconds of a cold build for each record, and memory, by the number of records."""
    rows: list[Row] = [("records", "ms a record, cold, HTML", "against 1,000", "peak MB, cold, HTML")]
    found = {one["records"]: one for one in all_timings if "cold_html" in one["runs"]}
    each = {n: statistics.median(run["wall"] for run in one["runs"]["cold_html"]) / n for n, one in found.items()}
    for n, seconds in each.items():
        share = f"{seconds / each[1000]:.2f}" if 1000 in each else "–"
        peak = found[n]["peaks"].get("cold_html")
        rows.append((f"{n:,}", f"{seconds * 1000:.2f}", share, f"{peak / 1e6:.0f}" if peak else "–"))
    return [*rows, ("shall be at most", "", f"{1 + GROWTH:.2f}", f"{MOST_MEMORY / 1e6:.0f}")] if each else []


def serve_rows(found: Sequence[Mapping[str, Any]]) -> list[Row]:
    """From a save to the first paint under `guidegen serve`."""
    rows: list[Row] = [("from a save to the page, under `serve`", "median ms", "95th percentile", "worst")]
    parts = ("median", "p95", "worst")
    return [*rows, *((f"{row['change']}", *(f"{row[part]:.0f}" for part in parts)) for row in found)] if found else []


def sections(result: Mapping[str, Any]) -> list[tuple[str, list[Row]]]:
    """Every table with its heading."""
    found: list[tuple[str, list[Row]]] = []
    for timings in result["timings"]:
        found += [(f"{timings['records']:,} records", case_rows(timings)), ("", ratio_rows(timings))]
        if timings.get("serve"):
            found.append(("", serve_rows(timings["serve"])))
    return [*found, ("Growth", growth_rows(result["timings"]))]


def plain(result: Mapping[str, Any]) -> str:
    """All tables for a terminal."""
    parts = [f"{name}: {value}" for name, value in result["machine"].items()]
    for heading, rows in sections(result):
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
        parts += ["", *([heading] if heading else []), *lines]
    return "\n".join([*parts, *_notes(result)])


def markdown(result: Mapping[str, Any]) -> str:
    """All tables as Markdown."""
    parts = ["| | |", "| --- | --- |", *(f"| {name} | {value} |" for name, value in result["machine"].items())]
    for heading, rows in sections(result):
        if rows:
            table = [f"| {' | '.join(row)} |" for row in rows]
            parts += ["", *([f"### {heading}", ""] if heading else []), table[0]]
            parts += [f"|{' --- |' * len(rows[0])}", *table[1:]]
    return "\n".join([*parts, *_notes(result)])


def _notes(result: Mapping[str, Any]) -> list[str]:
    return [line for note in result["notes"] for line in ("", note)]


def put_into(file: Path, text: str) -> None:
    """Put the tables between the marks of a page, or make the file of them alone."""
    first, last = MARKS
    old = file.read_text(encoding="utf-8") if file.exists() else f"{first}\n{last}\n"
    between = re.compile(f"{re.escape(first)}.*?{re.escape(last)}", re.DOTALL)
    if not between.search(old):
        raise SystemExit(f"{file} has no place for the tables; put these two lines into it:\n{first}\n{last}")
    file.write_text(between.sub(lambda _: f"{first}\n\n{text}\n\n{last}", old), encoding="utf-8")
