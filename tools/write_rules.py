"""Write `docs/rules.md` from the registry of codes: `python tools/write_rules.py`.

The same texts as `guidegen explain`; a test holds the two together.
"""

import re
from itertools import groupby
from pathlib import Path

from guidegen.codes import all_rules
from guidegen.diagnostics import FAMILIES, Rule

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"
HEAD = """\
# Rules

Every finding has a code. `guidegen explain G501` prints the same text. An *error* keeps the site as it was; a *warning*
and a *notice* are said and do not stop a build. Written by `tools/write_rules.py` from the program itself.
"""


def page() -> str:
    """The whole page: the codes by family, each with its text."""
    parts = [HEAD]
    for family, rules in groupby(all_rules().values(), key=lambda rule: rule.code[:2]):
        parts.append(f"## {family}: {FAMILIES[family]}\n")
        parts += map(entry, rules)
    return "\n".join(parts)


def entry(rule: Rule) -> str:
    """One code: name and severity, what to do, why, and an example of each kind."""
    text = re.sub(r"(?m)^(Why|Bad|Good):", r"**\1:**", rule.text)
    paragraphs = [re.sub(r"\n(?=\*\*)", "  \n", part) for part in text.split("\n\n")]
    return f"### {rule.code} {rule.name} ({rule.severity})\n\n" + "\n\n".join(paragraphs) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
