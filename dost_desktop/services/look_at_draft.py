"""What an officer decides on: the facts of one draft, read from the file as the central API has it (SEED 11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.fold import fold_all
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.required_papers import NeededPaper, needed_papers
from dost_desktop.domain.suitable_work import why_none
from dost_desktop.domain.vocabulary import ApplicationState, EmployerAnswer
from dost_desktop.ports import BackOffice, Unanswered
from dost_desktop.services.act_online import read_whole
from dost_desktop.services.desk import Desk

PURPOSE: Final = "back_office.look"


@dataclass(frozen=True, slots=True)
class Returned:
    """The draft went back to the agent once before."""

    at: datetime
    by: str
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """One draft as it stands in the file, whose chain was looked through; ``open_papers`` are still wanting."""

    file: PersonFile = field(repr=False)
    application: Application = field(repr=False)
    last_answer: EmployerAnswer | None  # of the employer to whom the person was referred last
    open_papers: tuple[NeededPaper, ...]
    returned: tuple[Returned, ...]  # oldest first
    read_at: datetime

    @property
    def is_waiting(self) -> bool:
        """False when it was decided, withdrawn or changed meanwhile."""
        return self.application.state is ApplicationState.AT_BACK_OFFICE


@dataclass(frozen=True, slots=True)
class LookAtDraft:
    """Open one draft. Runs on the network worker; the reading is noted at the central API."""

    desk: Desk
    back_office: BackOffice

    def __call__(self, file_id: UUID, application: UUID) -> DraftFacts | Unanswered:
        """Its facts, or why they cannot be had; a file whose chain is broken contradicts itself."""
        chain = read_whole(self.back_office, file_id, PURPOSE)
        if isinstance(chain, Unanswered):
            return chain
        file, now = fold_all(file_id, chain), self.desk.clock.now()
        found = file.application(application)
        if found is None:
            return Unanswered.CONTRADICTS
        papers = needed_papers(file, found, self.desk.law(now), now)
        return DraftFacts(
            file=file,
            application=found,
            last_answer=why_none(found),
            open_papers=tuple(each for each in papers if each.is_open),
            returned=_returned(chain, application),
            read_at=now,
        )


def _returned(chain: Sequence[ChainedEvent], application: UUID) -> tuple[Returned, ...]:
    said = (
        (each.event.content, each.event.act())
        for each in chain
        if each.event.content.kind == acts.ReturnDecision.kind and each.event.data is not None
    )
    return tuple(
        Returned(content.at, content.agent, act.reason)
        for content, act in said
        if isinstance(act, acts.ReturnDecision) and act.application == application
    )
