"""The approved words of the letters as data: the frame of a notice, and the middle part of every ground."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import Field, StrictBool

from dost_desktop.catalogue.files import Data
from dost_desktop.domain.letter import Part
from dost_desktop.domain.vocabulary import ApplicationKind, FormOfApplication, FormShown, Status

GroundPart = Literal["facts", "legal_basis", "apply_again"]


class Line(Data):
    """One line of a ground's middle part; ``use`` stands for shared lines instead."""

    part: GroundPart | None = None
    label: str = ""
    text: str = ""
    bullet: StrictBool = False
    rows: str = ""
    when: str = ""
    use: str = ""


class GroundText(Data):
    """The middle part of one ground (letters part 2), and the reasoning it prefills."""

    ground: str
    reasoning: str
    lines: tuple[Line, ...] = Field(min_length=1)


class AddresseeLine(Data):
    """One line under “Kimə”."""

    label: str
    text: str
    when: str = ""


class Phrase(Data):
    """The whole phrases of one kind of application (letters 1.2): never glued from a stem and an ending."""

    kind: ApplicationKind
    status: Status | frozenset[Status] | None = None  # None: whatever the status
    name: str
    title: str
    request: str
    decision: str

    def is_for(self, status: Status) -> bool:
        """Whether a person with this status is written to in these words."""
        return self.status is None or status in _several(self.status)


def _several(status: Status | frozenset[Status]) -> frozenset[Status]:
    return frozenset({status}) if isinstance(status, Status) else status


class NotAdmitted(Data):
    """Title and decision where a representative is not admitted (letters 1.2, last row)."""

    title: str
    decision: str


class FrameBlock(Data):
    """One block of the frame; with ``insert`` the place of the ground's own lines."""

    part: Part
    text: str = ""
    heading: StrictBool = False
    editable: StrictBool = False
    when: str = ""
    insert: GroundPart | None = None


class Frame(Data):
    """The common frame of a refusal notice (letters part 1)."""

    subtitle: str
    letterhead: tuple[str, ...] = Field(min_length=4, max_length=4)
    signature_note: str
    receipt_title: str
    receipt: tuple[str, ...] = Field(min_length=1)
    addressee: tuple[AddresseeLine, ...]
    channels: Mapping[FormOfApplication, str]
    representation: Mapping[str, str]
    forms_shown: Mapping[FormShown, str]
    not_admitted: NotAdmitted
    phrases: tuple[Phrase, ...] = Field(alias="phrase")
    blocks: tuple[FrameBlock, ...] = Field(alias="block")

    def phrase(self, kind: ApplicationKind, status: Status) -> Phrase | None:
        """The phrases for an application, None where the status decides and is not known."""
        return next((p for p in self.phrases if p.kind is kind and p.is_for(status)), None)


@dataclass(frozen=True, slots=True)
class Texts:
    """The frame, and the middle part of every ground with its shared lines put in."""

    frame: Frame
    grounds: Mapping[str, GroundText]
