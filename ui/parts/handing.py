"""How a written answer reached whom: what the hand-over section asks, and every if of it (SEED 8, letters 1.11)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.vocabulary import Receiving, RepresentedAct
from dost_desktop.ports import Tasks
from ui.parts.representative.judging import About
from ui.parts.representative.presenter import RepresentativeActs, RepresentativePresenter
from ui.parts.representative.shown import RepresentativeViewPort


class Taker(StrEnum):
    """Who takes the written answer."""

    NOT_CHOSEN = ""
    PERSON = "person"
    APPLIED = "applied"  # the representative who applied
    OTHER = "other"  # another representative

    @property
    def is_representative(self) -> bool:
        """Whether a document is shown again, and checked today."""
        return self in {Taker.APPLIED, Taker.OTHER}


@dataclass(frozen=True, slots=True)
class Handing:
    """What the agent saw happen; ``representative`` as the document was shown today, None for the person."""

    receiving: Receiving
    representative: Representative | None = None


@dataclass(frozen=True, slots=True)
class Recipients:
    """For whom the answer is, and who applied in that person's place."""

    name: str = field(repr=False)
    number_kind: NumberKind
    number: str = field(repr=False)
    applied: Representative | None

    @property
    def takers(self) -> tuple[Taker, ...]:
        """Who may take it: an entity or a household has nobody but a representative (D17)."""
        person = (Taker.PERSON,) if self.number_kind.is_person else ()
        return (*person, *((Taker.APPLIED,) if self.applied else ()), Taker.OTHER)


def recipients_of(file: PersonFile, application: Application) -> Recipients:
    """Whose answer an application's is. Only for a file whose person was identified, as every application's is."""
    identity = file.identity
    if identity is None:
        raise ValueError("an application of nobody")
    return Recipients(identity.full_name, identity.number_kind, identity.number, application.representative)


@dataclass(frozen=True, slots=True)
class HandingShown:
    """The section at one moment; ``why_not``: what is open, in problem words, None when nothing is."""

    recipients: Recipients | None
    taker: Taker
    receiving: Receiving | None
    answer: Handing | None
    why_not: InvalidValue | None


class HandingViewPort(Protocol):
    """What the section shows; ``block`` is the place of the representative's block."""

    @property
    def block(self) -> RepresentativeViewPort: ...

    def show_now(self, shown: HandingShown) -> None: ...


class HandingPresenter:
    """One hand-over, as long as the page stands."""

    def __init__(self, view: HandingViewPort, tasks: Tasks, acts: RepresentativeActs) -> None:
        self._view = view
        self._recipients: Recipients | None = None
        self._taker = Taker.NOT_CHOSEN
        self._receiving: Receiving | None = None
        self.block = RepresentativePresenter(view.block, tasks, acts, self._show)

    def offer(self, recipients: Recipients) -> None:
        """Whose answer it is; the same again changes nothing that was chosen."""
        if recipients != self._recipients:
            self._recipients = recipients
            self.clear()

    def clear(self) -> None:
        """Nothing is chosen: a person who applied without anybody is the one who takes it."""
        known = self._recipients
        alone = known is not None and known.number_kind.is_person and known.applied is None
        self._taker, self._receiving = Taker.PERSON if alone else Taker.NOT_CHOSEN, None
        self._show()

    def taker_chosen(self, taker: str) -> None:
        """Somebody else takes it: a representative's document is shown again and checked today."""
        self._taker = Taker(taker)
        recipients = self._recipients
        if recipients is not None and self._taker.is_representative:
            about = About(recipients.number_kind, recipients.number, RepresentedAct.RECEIVE_ANSWER)
            if self._taker is Taker.APPLIED and recipients.applied is not None:
                self.block.begin_again(about, recipients.applied)
            else:
                self.block.begin(about)
        self._show()

    def receiving_chosen(self, receiving: Receiving) -> None:
        """How it was acknowledged."""
        self._receiving = receiving
        self._show()

    def told_why_not(self) -> None:
        """The hand-over was to be recorded too early: every problem is said at its field."""
        if self._taker.is_representative:
            self.block.say_everything()
            self.block.focus_first()

    def _show(self) -> None:
        why_not = self._why_not()
        answer = None
        if why_not is None and self._receiving is not None:
            speaks = self.block.representative() if self._taker.is_representative else None
            answer = Handing(self._receiving, speaks)
        self._view.show_now(HandingShown(self._recipients, self._taker, self._receiving, answer, why_not))

    def _why_not(self) -> InvalidValue | None:
        if self._taker is Taker.NOT_CHOSEN or self._receiving is None:
            return InvalidValue("receipt.not_chosen")
        if not self._taker.is_representative:
            return None
        if self.block.is_busy:
            return InvalidValue("receipt.being_checked")
        return next((line.problem for line in self.block.judged.lines if line.blocks), None)
