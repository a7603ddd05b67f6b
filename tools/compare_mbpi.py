"""Compare the codes in the records with GNOME's mobile-broadband-provider-info. Nothing is imported from it.

    python tools/compare_mbpi.py /usr/share/mobile-broadband-provider-info/serviceproviders.xml

Prints, for each carrier of which the data set names a code, the codes, numbers and texts for balance and top-up that
agree, differ, are only on one side, or are over in the records. A person judges what it prints: see docs/mbpi.md.
"""

import argparse
import datetime
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.parsers import expat

from guidegen.catalogue import load
from guidegen.model import Carrier
from guidegen.view.which import squeezed

# Records whose provider has another name in the data set; all others are matched by country and name.
NAMES = {
    "de/telekom": "T-Mobile(Telekom)",
    "de/vodafone-callya": "Vodafone",
    "es/movistar": "Movistar (Telefónica)",
    "gb/three": "3",
    "gh/telecel": "Vodafone",
    "hk/3hk": "3",
    "hk/cmhk": "China Mobile",
    "it/windtre": "Wind",
    "kh/smart": "Smart Mobile",
    "kz/kcell": "K'CELL",
    "ng/airtel": "Airtel NG",
    "th/truemove-h": "True Move",
    "us/t-mobile-prepaid": "T-Mobile",
}
METHODS = {"ussd": "dial", "dtmf": "call", "sms": "text", "phone": "call"}
PURPOSES = {"balance": "balance-check", "top-up": "balance-top-up"}


@dataclass(frozen=True, slots=True, order=True)
class Way:
    """How one asks or tops up: the method (dial, call, text) and what is dialled, called or sent."""

    method: str
    text: str

    def __str__(self) -> str:
        return f"{self.method} {self.text}"


@dataclass(frozen=True, slots=True)
class Finding:
    """What the two sides say about one purpose of one carrier."""

    key: str
    purpose: str
    verdict: str
    text: str

    def __str__(self) -> str:
        return f"{self.key:24} {self.purpose:8} {self.verdict:21} {self.text}"


def parse(content: bytes) -> ET.Element:
    """The tree of the file. A file that declares entities is refused, so none can grow or read another file.

    The standard library's expat does it: no DTD is loaded, its handlers feed a plain tree builder, and the file needs
    nothing more. Raises expat.ExpatError and ValueError.
    """
    builder, parser = ET.TreeBuilder(), expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = _refuse
    parser.Parse(content, True)
    return builder.close()


def _refuse(name: str, *_: Any) -> None:
    raise ValueError(f"the file declares the entity {name}; it is not read")


def providers(root: ET.Element) -> dict[str, dict[str, dict[str, set[Way]]]]:
    """The data set: {country: {squeezed name: {purpose: ways}}}."""
    found: dict[str, dict[str, dict[str, set[Way]]]] = {}
    for country in root.iter("country"):
        of_country = found.setdefault(country.get("code", "").lower(), {})
        for provider in country.iter("provider"):
            names = [name.text or "" for name in provider.findall("name")]
            ways = {purpose: set(_ways(provider, tag)) for purpose, tag in PURPOSES.items()}
            of_country |= {squeezed(name): ways for name in names}
    return found


def _ways(provider: ET.Element, tag: str) -> Iterator[Way]:
    for block in provider.iter(tag):
        for item in block:
            if item.tag in METHODS:
                written = (item.text or "").strip()
                code = item.get("replacement")
                plain = written.replace(code, "{voucher}") if code else written
                text = f"{item.get('text')} to {plain}" if item.get("text") else plain
                yield Way(METHODS[item.tag], text)


def in_record(carrier: Carrier, over: bool) -> dict[str, set[Way]]:
    """The ways of a record, those that are over or those that are not: {purpose: ways}."""
    blocks = {"balance": carrier.balance, "top-up": carrier.channels}
    return {
        purpose: {way for block in group if bool(block.ended) == over for way in _of_block(block)}
        for purpose, group in blocks.items()
    }


def _of_block(block: Any) -> Iterator[Way]:
    code, number, text = (getattr(block, name, None) for name in ("code", "number", "text"))
    if block.kind == "ussd" and code:
        yield Way("dial", code.value)
    elif block.kind in METHODS and number:
        yield Way(METHODS[block.kind], f"{text.value} to {number.value}" if text else number.value)


def compare(carriers: Mapping[str, Carrier], data: Mapping[str, Any]) -> Iterator[Finding]:
    """What both sides say, carrier by carrier."""
    for key, carrier in sorted(carriers.items()):
        theirs = _provider(key, carrier, data.get(key.split("/")[0], {}))
        if theirs is None or not any(theirs.values()):
            continue
        ours, over = in_record(carrier, over=False), in_record(carrier, over=True)
        lent = set(_borrowed(carrier))
        for purpose in PURPOSES:
            for finding in _judge(key, purpose, ours[purpose], over[purpose], theirs[purpose]):
                circular = finding.verdict == "agree" and finding.text in lent
                yield replace(finding, verdict="the record's source") if circular else finding


def _borrowed(carrier: Carrier) -> Iterator[str]:
    """Ways that a record has from a data set alone: that both sides agree on them confirms nothing."""
    for block in (*carrier.balance, *carrier.channels):
        claim = getattr(block, "code", None) or getattr(block, "number", None)
        if claim and {carrier.sources[key].kind for key in claim.source} == {"dataset"}:
            yield from map(str, _of_block(block))


def _provider(key: str, carrier: Carrier, country: Mapping[str, Any]) -> Any:
    names = (NAMES.get(key, carrier.name.en), *carrier.also_known_as)
    return next((country[squeezed(name)] for name in names if squeezed(name) in country), None)


def _judge(key: str, purpose: str, ours: set[Way], over: set[Way], theirs: set[Way]) -> Iterator[Finding]:
    """One line for each way; two sides that name one method with nothing in common differ."""
    yield from (Finding(key, purpose, "agree", str(way)) for way in sorted(ours & theirs))
    yield from (Finding(key, purpose, "over in the records", str(way)) for way in sorted(over & theirs))
    only_ours, only_theirs = ours - theirs, theirs - ours - over
    for method in sorted({way.method for way in only_ours | only_theirs}):
        mine = ", ".join(sorted(way.text for way in only_ours if way.method == method))
        other = ", ".join(sorted(way.text for way in only_theirs if way.method == method))
        if mine and other:
            yield Finding(key, purpose, "differ", f"{method} {mine} in the records, {other} in the data set")
        elif mine:
            yield Finding(key, purpose, "only in the records", f"{method} {mine}")
        else:
            yield Finding(key, purpose, "only in the data set", f"{method} {other}")


def main(arguments: list[str]) -> int:
    """Print the comparison; 0 where it could be made, 2 where the file cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", type=Path, help="serviceproviders.xml")
    parser.add_argument("--carriers", type=Path, default=Path("carriers"), help="the folder with the records")
    options = parser.parse_args(arguments)
    try:
        data = providers(parse(options.file.read_bytes()))
    except (OSError, ValueError, expat.ExpatError) as error:
        print(f"{options.file}: {error}", file=sys.stderr)
        return 2
    carriers = load(options.carriers, datetime.datetime.now(datetime.UTC).date()).carriers
    for finding in compare(carriers, data):
        print(finding)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
