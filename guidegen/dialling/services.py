"""Codes that phones and networks keep for themselves, and what each one does to the reader.

The service codes are those of TS 22.030 Annex B, clause 6.5.4 (network password), 6.6.2 and 6.6.3 (PIN, PUK);
335 is listed beside them because operators publish it for barring incoming calls. A phone acts on these
itself and never asks whether the operator meant something else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidegen.dialling.kinds import problem
from guidegen.dialling.problems import PURPOSE_WORDS, Problem, Purpose


@dataclass(frozen=True, slots=True)
class Service:
    """Two ends of a sentence: the code `does` something when switched on; else it changes or asks `name`."""

    kind: str
    does: str
    name: str


_DIVERT = "call-forwarding"
_BAR = "call-barring"
_PASSWORD = "password-change"
_PIN = "pin-change"
_CALLER_ID = "caller-id"
_WAITING = "call-waiting"
_RARE = "rare-service"

SERVICES: dict[str, Service] = {
    # Call forwarding, TS 22.082
    "21": Service(_DIVERT, "diverts calls", "call forwarding"),
    "67": Service(_DIVERT, "diverts calls while you are on the phone", "call forwarding when busy"),
    "61": Service(_DIVERT, "diverts calls that you do not answer", "call forwarding when nobody answers"),
    "62": Service(_DIVERT, "diverts calls while your phone is off", "call forwarding when not reachable"),
    "002": Service(_DIVERT, "diverts calls of every kind", "all call forwarding"),
    "004": Service(_DIVERT, "diverts calls that do not reach you", "all conditional call forwarding"),
    # Call barring, TS 22.088
    "33": Service(_BAR, "blocks all outgoing calls", "barring of outgoing calls"),
    "330": Service(_BAR, "blocks calls in every direction", "all call barring"),
    "331": Service(_BAR, "blocks international calls", "barring of international calls"),
    "332": Service(_BAR, "blocks international calls except home", "barring of calls except home"),
    "333": Service(_BAR, "blocks outgoing calls", "all barring of outgoing calls"),
    "335": Service(_BAR, "blocks incoming calls", "all barring of incoming calls"),
    "35": Service(_BAR, "blocks all incoming calls", "barring of incoming calls"),
    "351": Service(_BAR, "blocks incoming calls while roaming", "barring of incoming calls while roaming"),
    "353": Service(_BAR, "blocks incoming calls", "all barring of incoming calls"),
    # Passwords, TS 22.030 clauses 6.5.4, 6.6.2 and 6.6.3
    "03": Service(_PASSWORD, "changes the network password for barring calls", "the network password"),
    "04": Service(_PIN, "changes the SIM PIN", "the SIM PIN"),
    "042": Service(_PIN, "changes the second SIM PIN", "the second SIM PIN"),
    "05": Service(_PIN, "uses the PUK and sets a new SIM PIN", "the PUK"),
    "052": Service(_PIN, "uses the second PUK and sets a new PIN", "the second PUK"),
    # Names and numbers of callers, TS 22.081 and TS 22.096
    "30": Service(_CALLER_ID, "shows who calls", "caller number display"),
    "31": Service(_CALLER_ID, "changes who sees your number", "who sees your number"),
    "76": Service(_CALLER_ID, "shows the number that answered", "connected number display"),
    "77": Service(_CALLER_ID, "hides the number that answers", "hiding the connected number"),
    "300": Service(_CALLER_ID, "shows the name of callers", "caller name display"),
    # Waiting and deflection, TS 22.083 and TS 22.072
    "43": Service(_WAITING, "switches on call waiting", "call waiting"),
    "66": Service(_WAITING, "passes an incoming call on", "call deflection"),
    # Annex B codes few networks offer, and codes Android keeps for IMS: a doubt, not a refusal
    "37": Service(_RARE, "asks to be called back when a line is free", "call completion (CCBS)"),
    "88": Service(_RARE, "sets how many calls run at once", "multicall"),
    "96": Service(_RARE, "connects two callers with each other", "call transfer"),
    "214": Service(_RARE, "makes another phone follow your number", "follow me"),
    "22": Service(_RARE, "diverts calls on some phones", "timed call forwarding"),
    "68": Service(_RARE, "diverts calls on some phones", "call forwarding when not registered"),
    "156": Service(_RARE, "blocks chosen callers on some phones", "barring of chosen callers"),
    "157": Service(_RARE, "blocks hidden callers on some phones", "barring of hidden callers"),
    **{f"36{n}": Service(_RARE, "sends data with a call", "user-to-user signalling") for n in range(4)},
    **{f"59{n}": Service(_RARE, "changes the subscriber profile", "multiple profiles") for n in range(1, 5)},
    **{f"75{n}": Service(_RARE, "sets the priority of calls", "call priority") for n in ("", *range(5))},
}

# A service code counts only as the FIRST field, whole, straight after the prefix: `*121*31#` is plain USSD.
# A missing hash is tolerated, so that `**21*{phone}` is still named for what it is.
_PROCEDURE = re.compile(r"(\*\*|##|\*#|\*|#)([0-9]{2,3})(?=[*#]|$)")


def service_problems(text: str, span: tuple[int, int], purpose: Purpose) -> Iterator[Problem]:
    """A supplementary-service procedure of TS 22.030, with any of the five prefixes."""
    match = _PROCEDURE.match(text)
    service = SERVICES.get(match[2]) if match else None
    if match is None or service is None:
        return
    rest = text[match.end() :]
    shape = match[0] + (f"{rest[0]}…#" if len(rest) > 1 else rest)
    message = f'code "{shape}" {_deed(match[1], service)}; it does not {PURPOSE_WORDS[purpose]}'
    yield problem(service.kind, span, message)


def _deed(prefix: str, service: Service) -> str:
    if prefix == "*#":
        return f"asks about {service.name}"
    return f"changes {service.name}" if prefix in ("#", "##") else service.does
