"""G603, G604: how long a step and a sentence may be, and one action in each step (`language.md` §6)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidegen.diagnostics import Found, Severity, rule
from guidegen.rules import Subject
from guidegen.rules.language.counting import Stretch, breaths, laid_open, length, sentences
from guidegen.rules.language.record import own_names, texts
from guidegen.rules.language.texts import Role


@dataclass(frozen=True, slots=True)
class Target:
    """One line of the table of targets: beyond `warn` a person is asked, beyond `fail` nothing is published."""

    what: str
    aim: float
    warn: float
    fail: float

    def severity(self, measured: float) -> Severity | None:
        """How much a measure matters; None where it is within the target."""
        if measured <= self.warn:
            return None
        return Severity.ERROR if measured > self.fail else Severity.WARNING


EN_STEP = Target("words in a step", 12, 15, 20)
EN_SENTENCE = Target("words in a sentence", 15, 20, 25)
EN_GRADE = Target("Flesch-Kincaid grade", 6, 7, 8)
EN_PARAGRAPH = Target("sentences in a paragraph", 2, 3, 5)
ZH_STEP = Target("characters in a step", 15, 20, 30)
ZH_BREATH = Target("characters between two marks", 15, 20, 29)
ZH_SENTENCE = Target("characters in a sentence", 30, 40, 60)
ZH_COMMAS = Target("commas in a sentence", 1, 2, 1000)
ACTIONS = Target("actions in a step", 1, 1, 2)


@dataclass(frozen=True, slots=True)
class TooLong:
    """A stretch of a text beyond its target."""

    start: int
    end: int
    measured: float
    target: Target
    severity: Severity

    @property
    def message(self) -> str:
        """What was measured, against what."""
        return f"{self.measured:g} {self.target.what}; at most {self.target.warn:g}"


@rule("G603")
def too_long(subject: Subject) -> Iterator[Found]:
    """A step or a sentence is too long to read once.

    Why: readers are old, tired or in a hurry, and read on a small phone; a warning asks a person, an error stops.
    Bad: one sentence of 26 words, or of 61 Chinese characters.
    Good: two sentences that say one thing each.
    """
    names = own_names(subject)
    for pair in texts(subject):
        if pair.role is not Role.DESCRIPTION:
            for where, language, text in pair.sides():
                shown = laid_open(text, language, names)
                for found in too_long_in(shown, language, step=pair.role is Role.STEP):
                    help = "say it in two sentences, or leave out what the reader does not need"
                    yield Found(where, found.message, help, found.start, found.end, found.severity)


def too_long_in(shown: str, language: str, *, step: bool = False) -> Iterator[TooLong]:
    """What is too long in a text that is laid open."""
    if _surely_short(shown, language):
        return
    if language == "en":
        found = list(sentences(shown, "en"))
        yield from _beyond(found, EN_STEP if step else EN_SENTENCE)
        if found and not step:
            paragraph = Stretch(0, len(shown), len(_FULL_STOP.findall(shown)) or 1)
            yield from _beyond([paragraph], EN_PARAGRAPH)
    else:
        found = list(sentences(shown, "zh"))
        yield from _beyond(found, ZH_STEP if step else ZH_SENTENCE)
        yield from _beyond(breaths(shown), ZH_BREATH)
        commas = (Stretch(one.start, one.end, shown.count("，", one.start, one.end)) for one in found)
        yield from _beyond(commas, ZH_COMMAS)


_FULL_STOP = re.compile("[.!?](?=\\s|$)")


def _surely_short(shown: str, language: str) -> bool:
    """Whether a text is within every target as a whole, so that its sentences are."""
    if language == "en":
        return length(shown, "en") <= EN_STEP.warn and len(_FULL_STOP.findall(shown)) <= EN_PARAGRAPH.warn
    return length(shown, "zh") <= ZH_BREATH.warn and shown.count("，") <= ZH_COMMAS.warn


def _beyond(stretches: Iterator[Stretch] | list[Stretch], target: Target) -> Iterator[TooLong]:
    for one in stretches:
        severity = target.severity(one.length)
        if severity:
            yield TooLong(one.start, one.end, one.length, target, severity)


@rule("G604")
def several_actions(subject: Subject) -> Iterator[Found]:
    """A step asks for more than one action.

    Why: a reader does a step and looks back at the page; the second action of a step is the one that is forgotten.
    Bad: `steps: [{en: Open the app and select the amount., zh: 打开 App，选择金额。}]`
    Good: two steps, one for each action.
    """
    for pair in texts(subject):
        if pair.role is Role.STEP:
            for where, language, text in pair.sides():
                verbs = actions(text, language)
                severity = ACTIONS.severity(len(verbs))
                if severity:
                    message = f"{len(verbs)} actions in one step: {', '.join(verbs)}"
                    yield Found(where, message, "write one step for each action", severity=severity)


_EN_VERBS = (
    "add|answer|ask|buy|call|check|choose|close|confirm|copy|dial|enter|find|follow|give|go|hang up|insert|install|"
    "keep|listen|look|open|pay|press|put|read|register|reply|save|say|scan|scratch|select|send|show|sign|start|stay|take|"
    "tell|text|top up|turn|type|use|visit|wait|write"
)  # fmt: skip
_ZH_VERBS = (
    "打开|输入|按|点|选择|选|等|发|写|拨打|拨|付款|支付|去|找到|找|说|告诉|核对|查|保存|取走|放入|插入|登录|回复|刮开|听|看|出示|"
    "扫|确认|挂断|安装|下载|买|问|给|拿|充值|新建|接着输入|最后输入|转账|把"
)
_VERBS = {
    "en": re.compile(f"(?:^|[.;:] |, |\\b(?:and|then|or) )(?:then )?({_EN_VERBS})\\b", re.IGNORECASE),
    "zh": re.compile(f"(?:^|[，。；：]|再|然后|并|后)\\s?({_ZH_VERBS})"),
}


def actions(text: str, language: str) -> list[str]:
    """The verbs of a step that ask the reader to do something."""
    return [match[1] for match in _VERBS[language].finditer(text)]
