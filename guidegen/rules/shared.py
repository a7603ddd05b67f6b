"""G226: one code that two carriers of a country give."""

from collections.abc import Iterator, Mapping

from guidegen.diagnostics import Diagnostic, Path, Severity, fault
from guidegen.dialling import normalise
from guidegen.model import Carrier
from guidegen.rules.dialling import blocks
from guidegen.source import Document

SHARED_CODE = fault(
    "G226",
    "shared-code",
    """
    Check the code with its sources; if both carriers use it, give the reason in `shared_codes` of `_names.yaml`.

    Why: a code that stands in two records was often copied from a list, or is that of the host network.
    Bad: the same `*134*{voucher}#` in two records of one country, without a word.
    Good: `shared_codes: [{country: NG, code: "*311*{voucher}#", reason: the regulator’s code for all, source: …}]`
    """,
    Severity.NOTICE,
)
Records = Mapping[str, tuple[Carrier, Document]]
Uses = dict[tuple[str, str], list[tuple[str, Path]]]


def shared_codes(records: Records, known: frozenset[tuple[str, str]]) -> Iterator[Diagnostic]:
    """Codes that several carriers of a country give, at each of them; `known` holds (country, code) with a reason."""
    for place, uses in sorted(_uses({key: carrier for key, (carrier, _) in records.items()}).items()):
        if len({key for key, _ in uses}) > 1 and place not in known:
            for key, where in uses:
                others = ", ".join(sorted({other for other, _ in uses} - {key}))
                document = records[key][1]
                span = document.span_at(where)
                yield SHARED_CODE.at(document.path, span, f"{place[1]} stands in {others} too", SHARED_CODE.summary)


def sharers(carriers: Mapping[str, Carrier], country: str, code: str) -> frozenset[str]:
    """The records of a country that give a code."""
    return frozenset(key for key, _ in _uses(carriers).get((country, normalise(code)), []))


def _uses(carriers: Mapping[str, Carrier]) -> Uses:
    """Every code with its country, and the places where it stands: (record, path).

    The code of a wallet is that of the wallet, whichever card it tops up.
    """
    uses: Uses = {}
    for key, carrier in carriers.items():
        for where, block, _purpose in blocks(carrier):
            code = getattr(block, "code", None)
            if code is not None and block.kind != "wallet":
                uses.setdefault((carrier.country, normalise(code.value)), []).append(
                    (key, Path((*where, "code", "value")))
                )
    return uses
