"""Write docs/mutations.md: every way to spoil a record, the rule that sees it, and on how many records it did.

python tools/mutation_table.py
"""

import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "mutation")]

HEAD = """\
# Mutations

Each of the 31 real records that the first version was asked for is spoilt in each way that fits it, one way at a time.
The rule meant for it must speak at the very line and column; on pages and across records, at the right line.
The choices are drawn from a fixed seed. `tests/mutation/` runs it; `python tools/mutation_table.py` writes this page.

| Way to spoil | Code | Rule | Records | Caught |
| --- | --- | --- | ---: | ---: |
"""


def main() -> None:
    """Run every kind on every record and write the table."""
    for name in ("files", "sources", "signs", "wording", "several"):
        import_module(name)
    mutant = import_module("mutant")
    from guidegen.codes import all_rules

    rules, lines, fits, caught = all_rules(), [], 0, 0
    for kind in sorted(mutant.KINDS.values(), key=lambda kind: (kind.code, kind.name)):
        outcomes = [outcome for key in mutant.REAL if (outcome := kind.on(key)) is not None]
        fits, caught = fits + len(outcomes), caught + sum(outcomes)
        row = (kind.name.replace("-", " "), kind.code, rules[kind.code].name, len(outcomes), sum(outcomes))
        lines.append(f"| {' | '.join(map(str, row))} |")
    total = f"\n{len(lines)} ways, {fits} spoilt records, {caught} caught.\n"
    (ROOT / "docs" / "mutations.md").write_text(HEAD + "\n".join(lines) + "\n" + total, encoding="utf-8")
    sys.stdout.write(total)


if __name__ == "__main__":
    main()
