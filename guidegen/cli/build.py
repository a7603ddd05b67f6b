"""`guidegen build`."""

import datetime
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from guidegen.cli.options import (
    FORMATS,
    as_of_option,
    carriers_option,
    count,
    jobs_option,
    note,
    quiet,
    report,
    say_whose,
    templates_option,
    today,
)


def _address(context: click.Context, option: click.Parameter, value: str) -> str:
    """The address of a site without a slash at its end."""
    if value and not re.fullmatch(r"https?://[^\s/?#\"<>]+(/[^\s?#\"<>]*)?", value):
        raise click.BadParameter(f"{value!r} is no address of a site; write it like https://example.org/guides")
    return value.rstrip("/")


@click.command()
@carriers_option
@templates_option
@click.option("--out", type=click.Path(path_type=Path), default=Path("site"), metavar="DIR", help="Default: site")
@click.option("--language", "languages", multiple=True, metavar="L", help="Only this language; can be repeated.")
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS), help="Only this format; can be repeated."
)
@as_of_option
@click.option(
    "--base-url",
    default="",
    metavar="URL",
    callback=_address,
    help="Where the site will stand; writes a sitemap, and addresses for search engines. Default: nothing absolute.",
)
@jobs_option
@click.option("--sizes", is_flag=True, help="Also say what the guides weigh on their way to a reader.")
@click.option("--no-cache", is_flag=True, help="Build every page, even if nothing changed.")
@click.option("--dry-run", is_flag=True, help="Print what would be written and why; write nothing.")
def build(
    carriers: Path,
    templates: Path,
    out: Path,
    languages: Sequence[str],
    formats: Sequence[str],
    as_of: datetime.date | None,
    base_url: str,
    jobs: int,
    sizes: bool,
    no_cache: bool,
    dry_run: bool,
) -> None:
    """Check every record and build the site.

    Any error publishes nothing: the old site stays whole.

    \b
    guidegen build                              into site/
    guidegen build --language zh --format txt   only the Chinese guides as plain text
    guidegen build --dry-run                    say what would be written, and why
    """
    from guidegen.build import Options, Result
    from guidegen.build import build as run

    options = Options(
        carriers=carriers,
        templates=templates,
        out=out,
        as_of=as_of or today(),
        languages=tuple(languages),
        formats=tuple(formats),
        cache=not no_cache,
        dry_run=dry_run,
        base_url=base_url,
        jobs=jobs,
    )
    say_whose(carriers)
    result: Result = run(options, _progress())
    report(result.findings, result.texts, "text", err=True)
    if result.stopped:
        click.echo(f"Nothing was published. {count(result.findings)}", err=True)
        sys.exit(1)
    _summary(result, options, sizes)
    sys.exit(bool(result.findings))


def _progress() -> Callable[[str, int, int], None]:
    """Progress on a terminal; nothing elsewhere, so that logs stay plain lines."""
    if quiet() or not sys.stderr.isatty():
        return lambda stage, done, total: None

    def show(stage: str, done: int, total: int) -> None:
        if done % 50 == 0 or done == total:
            click.echo(f"\r{stage}: {done} of {total}\033[K", nl=False, err=True)
        if done == total:
            click.echo("\r\033[K", nl=False, err=True)

    return show


def _summary(result: Any, options: Any, sizes: bool) -> None:
    if options.dry_run:
        for verb, paths in (("write", result.plan.write), ("delete", result.plan.delete)):
            for path in paths:
                click.echo(f"{verb} {path}: {result.plan.reasons[path]}")
    counts = ", ".join(f"{number} {status.replace('_', ' ')}" for status, number in sorted(result.counts.items()))
    pages = "would be written" if options.dry_run else "written"
    note(
        f"{result.guides} guides. {len(result.plan.write)} files {pages}, {len(result.plan.keep)} unchanged, "
        f"{len(result.plan.delete)} deleted.",
        err=False,
    )
    note(f"Claims: {counts}.", err=False)
    if sizes:
        from guidegen import budget

        note(budget.line(budget.sizes(options.out, (*result.plan.write, *result.plan.keep))), err=False)
    note(f"Open {(options.out / 'index.html').as_posix()}", err=False)
