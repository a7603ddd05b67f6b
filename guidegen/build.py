"""The story of a build, top to bottom: load → check → render → guard → plan → publish."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from guidegen import publish
from guidegen.diagnostics import Diagnostic
from guidegen.plan import Plan, plan

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for."""

    carriers: Path
    templates: Path
    out: Path
    as_of: datetime.date
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    cache: bool = True
    dry_run: bool = False
    base_url: str = ""


@dataclass(slots=True)
class Result:
    """What a build found and did."""

    findings: list[Diagnostic] = field(default_factory=list)
    texts: Mapping[str, str] = field(default_factory=dict)
    plan: Plan = field(default_factory=Plan)
    guides: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    sizes: Mapping[str, list[int]] = field(default_factory=dict)

    @property
    def stopped(self) -> bool:
        """Whether an error kept the build from publishing."""
        return any(finding.severity == "error" for finding in self.findings)


def build(options: Options, progress: Progress = lambda stage, done, total: None) -> Result:
    """Build a site; any finding of level error publishes nothing and leaves the old site whole."""
    refusals = publish.refuse_foreign(options.out)
    if refusals:
        return Result(refusals)
    if options.dry_run:
        return _build(options, progress)
    with publish.locked(options.out) as obstacles:
        return Result(obstacles) if obstacles else _build(options, progress)


def _build(options: Options, progress: Progress) -> Result:
    manifest = publish.read_manifest(options.out)
    inputs = fingerprint(options)
    standing = publish.digests_on_disk(options.out, manifest)
    if options.cache and _still_true(manifest, inputs, standing, options.as_of):
        kept = Plan(keep=tuple(sorted(standing)))
        return Result(plan=kept, guides=manifest["guides"], counts=manifest["counts"], sizes=manifest["sizes"])
    return _build_all(options, inputs, standing, progress)


def _build_all(options: Options, inputs: str, standing: Mapping[str, str], progress: Progress) -> Result:
    from guidegen.absolute import with_addresses
    from guidegen.budget import sizes
    from guidegen.catalogue import load
    from guidegen.guard import guarded
    from guidegen.render import Records

    catalogue = load(options.carriers, options.as_of)
    result = Result(catalogue.findings, catalogue.texts)
    if result.stopped:
        return result
    records = Records(catalogue.carriers, catalogue.countries, options.as_of)
    pages, faults = guarded(records, catalogue.trees, options, progress)
    result.findings = sorted([*result.findings, *faults], key=lambda finding: finding.order)
    if result.stopped:
        return result
    if options.base_url:
        pages = with_addresses(pages, options.base_url)
    result.guides, result.counts, result.sizes = len(records.carriers), _counts(records), sizes(pages)
    result.plan = plan(standing, {path: publish.digest(text) for path, text in pages.items()})
    if not options.dry_run:
        body = _manifest(inputs, pages, records, result)
        result.findings += publish.publish(result.plan, pages, options.out, body)
    return result


def _manifest(inputs: str, pages: Mapping[str, str], records: Any, result: Result) -> dict[str, Any]:
    return {
        "inputs": inputs,
        "from": records.as_of.isoformat(),
        "until": records.next_change().isoformat(),
        "clean": not result.findings,
        "guides": result.guides,
        "counts": dict(result.counts),
        "sizes": dict(result.sizes),
        "pages": {path: publish.digest(text) for path, text in pages.items()},
    }


def _still_true(manifest: Mapping[str, Any], inputs: str, standing: Mapping[str, str], as_of: datetime.date) -> bool:
    """Whether nothing went in that was not there, no page is gone, and no status changes on this day.

    A build that had to warn is made again, so that it warns again.
    """
    if manifest.get("inputs") != inputs or not manifest["clean"] or not all(standing.values()):
        return False
    return bool(manifest["from"] <= as_of.isoformat() < manifest["until"])


def _counts(records: Any) -> dict[str, int]:
    total: Counter[str] = Counter()
    for key in records.carriers:
        total += records.view(key).assessment.counts
    return dict(total)


def fingerprint(options: Options) -> str:
    """A digest of everything that can change a page: records, templates, program, library versions, options."""
    mark = blake2b(digest_size=16)
    for part in (*_versions(), *options.languages, "|", *options.formats, "|", options.base_url):
        mark.update(part.encode() + b"\0")
    for folder, endings in ((options.carriers, (".yaml", ".yml")), (options.templates, (".j2", ".css", ".js"))):
        for file in _files(folder, endings):
            mark.update(file.relative_to(folder).as_posix().encode() + b"\0")
            mark.update(_content(file) + b"\0")
    return mark.hexdigest()


def _files(folder: Path, endings: tuple[str, ...]) -> Iterable[Path]:
    return sorted(file for file in folder.rglob("*") if file.name.endswith(endings))


def _content(file: Path) -> bytes:
    """The digest of a file; one that cannot be read has a digest of its own and is reported by the reader."""
    try:
        return bytes.fromhex(publish.digest(file.read_bytes()))
    except OSError:
        return b"unreadable"


def _versions() -> Iterable[str]:
    """The program's own files and the versions of the libraries that shape a page."""
    from importlib.metadata import version

    yield from (publish.digest(file.read_bytes()) for file in _files(Path(__file__).parent, (".py", ".txt")))
    yield from (version(name) for name in ("jinja2", "babel", "pyyaml", "pydantic", "markupsafe"))
