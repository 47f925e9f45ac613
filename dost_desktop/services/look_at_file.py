"""A look at a person's file: what is known, what may be done now, and the look itself in the access log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from uuid import UUID

from dost_desktop.domain.acts import (
    Act,
    CloseReview,
    GiveExplanation,
    HandUp,
    IdentifyPerson,
    Reopen,
    SettleDisagreement,
)
from dost_desktop.domain.codec import Malformed
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.decide import possible
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.lifecycle import Move
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.representation import Finding, findings
from dost_desktop.domain.required_papers import NOT_A_PERSON, NeededPaper, needed_papers, papers_stop
from dost_desktop.domain.vocabulary import RepresentedAct
from dost_desktop.services.desk import ApplicationGone, Desk
from dost_desktop.services.purposes import OWN_CENTRE, PurposeMissing, Purposes

_WITH_WORDS: Final = frozenset(
    {GiveExplanation.kind, CloseReview.kind, HandUp.kind, Reopen.kind, SettleDisagreement.kind}
)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One event as the history shows it; ``kind`` is a key of the window's words."""

    kind: str
    at: datetime
    desk: str
    agent: str
    confirmed: bool
    note: str = field(repr=False, default="")  # what was explained or found, in the agent's words


@dataclass(frozen=True, slots=True)
class CaseView:
    """Everything the application page shows of one case."""

    file: PersonFile
    application: Application
    history: tuple[HistoryLine, ...]  # newest first
    moves: Mapping[Move, Refused | None]  # None: offered now; else why not
    law: LawInForce
    due: date  # of the whole service (SEED 12-13)
    now: datetime
    unreachable_at: datetime | None = None  # when MEİS was tried in vain, and papers took its place

    @property
    def papers(self) -> tuple[NeededPaper, ...]:
        """Every paper the application needs, as it stands now (SEED 6, 21-23.3)."""
        return needed_papers(self.file, self.application, self.law, self.now)

    @property
    def stop(self) -> Refused | None:
        """Why the case cannot go on with these papers, or for this applicant at all (D17); None: it can."""
        if not self.is_of_person:
            return Refused(NOT_A_PERSON, "D17")
        return papers_stop(self.file, self.application, RepresentedAct.APPLY, self.law, self.now)

    @property
    def of_speaker(self) -> tuple[Finding, ...]:
        """What is to be said of the representative's paper, what stops first; nothing without one."""
        speaker, identity = self.application.representative, self.file.identity
        if speaker is None:
            return ()
        number = identity.number if identity else ""
        return findings(speaker, RepresentedAct.APPLY, number, self.law, self.now)

    @property
    def is_of_person(self) -> bool:
        """False for a legal entity or a family household: only an answer can follow (D17)."""
        return self.file.identity is None or self.file.identity.number_kind.is_person


@dataclass(frozen=True, slots=True)
class LookAtCase:
    """Open one application of a file. Runs on the database worker."""

    desk: Desk
    purposes: Purposes = field(default_factory=Purposes)

    def __call__(self, file_id: UUID, application: UUID) -> CaseView:
        """The case as it stands.

        Raises PurposeMissing for another centre's file as long as nobody said what it is opened for, and
        ApplicationGone.
        """
        now = self.desk.clock.now()
        law = self.desk.law(now)
        with self.desk.open_work() as work:
            file = work.file(file_id)
            found = file.application(application)
            if found is None:
                raise ApplicationGone
            said = self.purposes.purpose(file, self.desk.centre.code)
            if said is None:
                raise PurposeMissing
            events, confirmed = work.events(file_id), work.confirmed_seq(file_id)
            purpose = found.number if said == OWN_CENTRE else said
            work.access_log.add(
                at=now, agent=self.desk.agent.agent, what="case", purpose=purpose, file_id=file_id
            )
            work.commit()
        history = tuple(_line(each, each.link.seq <= confirmed) for each in reversed(events))
        return CaseView(
            file=file,
            application=found,
            history=history,
            moves=possible(file, application, self.desk.role, law, now),
            law=law,
            due=law.calendar.add(legal_date(found.opened_at), law.back_office_days),
            now=now,
            unreachable_at=_unreachable_at(events),
        )


def _line(chained: ChainedEvent, confirmed: bool) -> HistoryLine:
    content = chained.event.content
    said = _act(chained) if content.kind in _WITH_WORDS else None
    note = ""
    if isinstance(said, GiveExplanation | HandUp | SettleDisagreement):
        note = said.wording
    elif isinstance(said, Reopen):
        note = said.reason
    elif isinstance(said, CloseReview):
        note = said.finding
    return HistoryLine(content.kind, content.at, content.desk, content.agent, confirmed, note)


def _unreachable_at(events: Sequence[ChainedEvent]) -> datetime | None:
    """When MEİS was tried in vain by whoever identified the person last."""
    kind = IdentifyPerson.kind
    last = next((each for each in reversed(events) if each.event.content.kind == kind), None)
    act = _act(last) if last else None
    return act.unreachable_at if isinstance(act, IdentifyPerson) else None


def _act(chained: ChainedEvent) -> Act | None:
    try:
        return chained.event.act()
    except Malformed:  # erased by law, or of a newer version: the line stays, without its words
        return None
