"""A look at a person's whole file: all that is known and happened, and the look itself in the access log."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.ports import Work
from dost_desktop.rows import NoticeFilter, NoticeRow
from dost_desktop.services.desk import Desk
from dost_desktop.services.find_alike import Alike, Features, alike_in
from dost_desktop.services.history import Happened, history_of
from dost_desktop.services.next_applications import NextApplications, next_applications
from dost_desktop.services.open_next import is_identified
from dost_desktop.services.purposes import OWN_CENTRE, Purposes, centres_elsewhere

COMPARISON: Final = "possible_duplicate"


@dataclass(frozen=True, slots=True)
class PersonView:
    """Everything the person's page shows."""

    file: PersonFile
    history: tuple[Happened, ...]  # newest first
    notices: tuple[NoticeRow, ...]  # newest first
    alike: tuple[Alike, ...]
    linked: tuple[PersonFile, ...]  # without events when this desk does not hold it
    belongs_to: tuple[PersonFile, ...]  # of persons of whom something was recorded here by mistake
    also_in: tuple[PersonFile, ...]  # others', in which something of this person was recorded by mistake
    now: datetime
    next: NextApplications = field(default_factory=NextApplications)
    declines_warn: int = 0  # so many unjustified declines are a warning; nothing follows by itself (D3)


@dataclass(frozen=True, slots=True)
class PurposeAsked:
    """The file belongs to other centres only: it is opened for a purpose that the agent says (SEED 25, design 7)."""

    centres: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class LookAtPerson:
    """Open a person's whole file. Runs on the database worker."""

    desk: Desk
    purposes: Purposes = field(default_factory=Purposes)

    def __call__(self, file_id: UUID, purpose: str = "") -> PersonView | PurposeAsked:
        """The file as it stands; a file of another centre only with the agent's ``purpose``."""
        desk, now = self.desk, self.desk.clock.now()
        with desk.open_work() as work:
            file = work.file(file_id)
            said = self.purposes.purpose(file, desk.centre.code, purpose)
            if said is None:
                return PurposeAsked(centres_elsewhere(file, desk.centre.code))
            self._log(work, now, said, file_id)
            law, today, events = desk.law(now), legal_date(now), work.events(file_id)
            view = PersonView(
                file=file,
                history=history_of(events, file, work.confirmed_seq(file_id), desk.agent),
                notices=work.notices(NoticeFilter(file_id=file_id)),
                alike=_alike_to(work, file),
                linked=_files(work, file.linked),
                belongs_to=_files(work, file.belongs_to),
                also_in=_files(work, file.also_in),
                now=now,
                next=next_applications(
                    file, law, today, is_identified=is_identified(events, today), role=desk.role
                ),
                declines_warn=law.declines_warn,
            )
            work.commit()
        return view

    def other(self, file_id: UUID, purpose: str = "") -> PersonFile | PurposeAsked:
        """Another file, looked at only to compare it; one of another centre only with the agent's ``purpose``."""
        own = self.desk.centre.code
        with self.desk.open_work() as work:
            file = work.file(file_id)
            said = self.purposes.purpose(file, own, purpose)
            if said is None:
                return PurposeAsked(centres_elsewhere(file, own))
            self._log(work, self.desk.clock.now(), COMPARISON if said == OWN_CENTRE else said, file_id)
            work.commit()
        return file

    def _log(self, work: Work, at: datetime, purpose: str, file_id: UUID) -> None:
        agent = self.desk.agent.agent
        work.access_log.add(at=at, agent=agent, what="file", purpose=purpose, file_id=file_id)


def _files(work: Work, ids: frozenset[UUID]) -> tuple[PersonFile, ...]:
    return tuple(work.file(each) for each in sorted(ids))


def _alike_to(work: Work, file: PersonFile) -> tuple[Alike, ...]:
    """Files that may be this person's too; linked ones are known already."""
    identity = file.identity
    if identity is None:
        return ()
    features = Features(identity.full_name, identity.birth_date, identity.document_number, file.phone)
    return alike_in(work, features, file.linked | {file.id})
