"""(Carrier, language, format) to the text of a page."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from guidegen.evidence import assess, next_change
from guidegen.model import Carrier, Country
from guidegen.templating import Templates
from guidegen.view import GuideView, view_guide
from guidegen.view.guide import keys_of


@dataclass(frozen=True, slots=True)
class Records:
    """What a page can be made from: carriers and country files by id and code, and the day.

    `others` are carriers that a page can name and that have no page here.
    """

    carriers: Mapping[str, Carrier]
    countries: Mapping[str, Country]
    as_of: datetime.date
    others: Mapping[str, Carrier] = field(default_factory=dict)

    def next_change(self) -> datetime.date:
        """The first day after this one on which a status can change."""
        records: tuple[Carrier | Country, ...] = (*self.carriers.values(), *self.countries.values())
        return min((next_change(record, self.as_of) for record in records), default=datetime.date.max)

    def view(self, key: str) -> GuideView:
        """Everything that the guide of one carrier says."""
        carrier = self.carriers[key]
        country = self.countries.get(key.partition("/")[0])
        return view_guide(carrier, assess(carrier, self.as_of), country, {**self.others, **self.carriers})


def templates_for(folder: Path, language: str, format: str) -> Templates:
    """The templates of a language and format, with the functions that guides use."""
    return Templates(folder, language, format, {"keys_of": keys_of})


def render_guide(view: GuideView, templates: Templates) -> str:
    """The guide itself, as it stands inside `<article>` or as a whole Markdown or text file."""
    return templates.render("guide.j2", guide=view)
