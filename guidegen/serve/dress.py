"""What a served page has that a published one never holds: the reload script, and a policy that lets it run."""

import base64
import re
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)')


@cache
def script() -> tuple[str, str]:
    """The reload script, and its source expression for a Content-Security-Policy."""
    text = (Path(__file__).parent / "reload.js").read_text(encoding="utf-8")
    return text, f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def dressed(text: str, path: str, digest: str) -> str:
    """A page with the script at its end; `path` and `digest` tell the script which state of which page it is on."""
    code, allowed = script()
    text = _POLICY.sub(lambda match: match[1] + relaxed(match[2], allowed) + match[3], text, count=1)
    tag = f'<script data-page="{escape(path)}" data-digest="{digest}">{code}</script>'
    body, end, rest = text.rpartition("</body>")
    return f"{body}{tag}{end}{rest}" if end else text + tag


def relaxed(policy: str, allowed: str) -> str:
    """The policy with one more script, its style, and requests to this server; everything else stays forbidden."""
    directives = {name: rest for name, _, rest in (part.strip().partition(" ") for part in policy.split(";")) if name}
    for name, source in (("script-src", allowed), ("connect-src", "'self'")):
        sources = [each for each in directives.get(name, "").split() if each != "'none'"]
        directives[name] = " ".join([*sources, source])
    return "; ".join(f"{name} {rest}".strip() for name, rest in directives.items())


def notice(title: str, line: str) -> str:
    """A page for what cannot be shown; it comes to life as soon as it can."""
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"></head>'
        f"<body><h1>{escape(title)}</h1><p>{escape(line)}</p></body></html>\n"
    )
