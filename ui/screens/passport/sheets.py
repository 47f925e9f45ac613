"""The passport as sheets to read: its head and each section, line by line, in the words of the document.

The lines carry quoted text only; labels and states are the view's words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, TypeAlias

from dost_desktop.catalogue.passport import Option, Passport, Section
from dost_desktop.domain.dates import short

HEAD: Final = 0
"""The number of the head's sheet, before sections 1 to 27."""

_UNIT_OF: Final = {13: 12, 15: 14, 17: 16}  # a number's section -> the section that names its unit
_MINUTES: Final = 18  # its heading says the unit
Ticked = Literal["yes", "no", "unknown"]
DecidedBy = Literal["seed", "reconstruction", "owner"]


class HeadFact(StrEnum):
    """What the head says of the approval."""

    BODY = "body"
    DATE = "date"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact of the head; the number is shown as missing, never filled in (D16)."""

    fact: HeadFact
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``is_note`` for the small print of a section."""

    text: str
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class OptionLine:
    """One option with its tick and who says so (D15)."""

    text: str
    ticked: Ticked
    by: DecidedBy


@dataclass(frozen=True, slots=True)
class AmountLine:
    """A term with its unit; ``unit_from`` is the section that names the unit, 0 where the heading does."""

    text: str
    unit_from: int


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair of digits of the service ID, explained: our reconstruction, in the window's language."""

    digits: str
    text: str


@dataclass(frozen=True, slots=True)
class StepHeading:
    """The heading that steps stand under."""

    text: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of section 23."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class BranchLine:
    """One branch of step 6."""

    text: str


Line: TypeAlias = (
    FactLine | Paragraph | OptionLine | AmountLine | PairLine | StepHeading | StepLine | BranchLine
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One section, or the head. ``brief`` is what it says in one line, empty where nothing is ticked for certain."""

    number: int
    heading: str
    lines: tuple[Line, ...]
    brief: str

    @property
    def quotes(self) -> tuple[str, ...]:
        """Everything quoted: the heading, then the lines in reading order."""
        return (self.heading, *(line.text for line in self.lines))

    @property
    def options(self) -> tuple[OptionLine, ...]:
        """The options of a list, in their order."""
        return tuple(line for line in self.lines if isinstance(line, OptionLine))

    @property
    def has_unknown(self) -> bool:
        """Whether the document lost the tick of an option."""
        return any(option.ticked == "unknown" for option in self.options)

    @property
    def steps(self) -> int:
        """How many steps it has."""
        return sum(isinstance(line, StepLine) for line in self.lines)


def sheets_of(passport: Passport, language: str) -> tuple[Sheet, ...]:
    """The head and sections 1 to 27; ``language`` (az, en, ru) is the window's."""
    return (_head(passport), *(_section(passport, each, language) for each in passport.sections))


def _head(passport: Passport) -> Sheet:
    head = passport.head
    lines = (
        Paragraph(head.text),
        FactLine(HeadFact.BODY, head.approved_by),
        FactLine(HeadFact.DATE, short(head.approved_on)),
        FactLine(HeadFact.NUMBER, head.number_missing),
    )
    return Sheet(HEAD, head.title, lines, f"{short(head.approved_on)} · {head.number_missing}")


def _section(passport: Passport, section: Section, language: str) -> Sheet:
    lines = tuple(_lines(passport, section, language))
    return Sheet(section.number, section.heading, lines, _brief(section, lines))


def _lines(passport: Passport, section: Section, language: str) -> Iterator[Line]:
    yield from (Paragraph(each) for each in section.text)
    for option in section.options:
        yield OptionLine(option.text, option.ticked, option.by)
    if section.value is not None:
        unit = _unit(passport, section.number)
        yield AmountLine(f"{section.value} {unit}".strip(), _UNIT_OF.get(section.number, 0))
    for pair in section.pairs:
        yield PairLine(pair.digits, {"az": pair.az, "ru": pair.ru}.get(language, pair.en))
    under = ""
    for step in section.steps:
        if step.under != under:
            under = step.under
            yield StepHeading(under)
        yield StepLine(step.number, step.text)
        yield from (BranchLine(branch.text) for branch in step.branches)
    if section.note:
        yield Paragraph(section.note, is_note=True)


def _unit(passport: Passport, number: int) -> str:
    """The unit's word as the passport writes it; empty while none is ticked."""
    if number == _MINUTES:
        return next(each.text for each in passport.section(14).options if each.id == "minute")
    ticked: tuple[Option, ...] = passport.section(_UNIT_OF[number]).ticked if number in _UNIT_OF else ()
    return ticked[0].text if ticked else ""


def _brief(section: Section, lines: tuple[Line, ...]) -> str:
    if section.options:
        return " · ".join(option.text for option in section.ticked)
    first = next((line for line in lines if isinstance(line, Paragraph | AmountLine)), None)
    return first.text if first is not None and not section.steps else ""
