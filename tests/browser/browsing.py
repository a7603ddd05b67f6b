"""What the browser tests share: the pages they open, an open page, and the tools that may be missing."""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
# One page of each kind, and guides that are long, short, advertised, with Arabic labels, with long codes.
AROUND = ("index.html", "about.html", "which.html", "coverage.html", "th.html")
GUIDES = ("gb/giffgaff", "uz/ucell", "zz/leb", "sa/stc-sawa", "cn/china-unicom", "th/ais", "eg/vodafone", "nl/lebara")
KINDS = ("index.html", *(f"en/{page}" for page in AROUND), *(f"zh/{guide}.html" for guide in GUIDES))
OTHERS = (*(f"zh/{page}" for page in AROUND), *(f"en/{guide}.html" for guide in GUIDES))


def missing(what: str) -> None:
    """In continuous integration a missing tool is a failure; elsewhere it skips the tests that need it."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@dataclass
class Reader:
    """An open page and what went on in it."""

    page: Any
    site: Path
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def watch(self) -> "Reader":
        """Note every request and message from now on."""
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        return self

    def open(self, path: str) -> Any:
        """Open a page of the site from disk."""
        self.page.goto((self.site / path).as_uri())
        return self.page


def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
