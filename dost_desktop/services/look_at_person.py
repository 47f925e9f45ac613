"""A look at a person's whole file: all that is known and happened, and the look itself in the access log."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from dost_desktop.domain.acts import Act
from dost_desktop.domain.codec import Malformed
from dost_desktop.domain.events import ChainedEvent, Event
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.ports import Work
from dost_desktop.rows import NoticeFilter, NoticeRow
from dost_desktop.services.desk import Desk
from dost_desktop.services.find_alike import Alike, Features, alike_in

OWN_CENTRE: Final = "own_centre"  # the purpose of a look at a file of this centre: it serves the person
COMPARISON: Final = "possible_duplicate"
_NUMBERS: Final = ("number", "registration_number", "reference")  # what an act's own number is called
_READABLE: Final = 3  # words of a purpose are longer than this


@dataclass(frozen=True, slots=True)
class Happened:
    """One event of the file; ``kind`` is a key of the window's words, ``number`` what it is about, "" for none."""

    event: UUID
    kind: str
    at: datetime
    desk: str
    agent: str  # the own name, of others the sign-in name
    number: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class PersonView:
    """Everything the person's page shows."""

    file: PersonFile
    history: tuple[Happened, ...]  # newest first
    notices: tuple[NoticeRow, ...]  # newest first
    alike: tuple[Alike, ...]
    linked: tuple[PersonFile, ...]  # without events when this desk does not hold it
    now: datetime


@dataclass(frozen=True, slots=True)
class PurposeAsked:
    """The file belongs to other centres only: it is opened for a purpose that the agent says (SEED 25, design 7)."""

    centres: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class LookAtPerson:
    """Open a person's whole file. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, purpose: str = "") -> PersonView | PurposeAsked:
        """The file as it stands; a file of another centre only with the agent's ``purpose``."""
        desk, now = self.desk, self.desk.clock.now()
        with desk.open_work() as work:
            file = work.file(file_id)
            elsewhere = _centres_elsewhere(file, desk.centre.code)
            said = purpose.strip()
            if elsewhere and len(said) <= _READABLE:
                return PurposeAsked(elsewhere)
            self._log(work, now, said or OWN_CENTRE, file_id)
            view = PersonView(
                file=file,
                history=self._history(work, file),
                notices=work.notices(NoticeFilter(file_id=file_id)),
                alike=_alike_to(work, file),
                linked=tuple(work.file(each) for each in sorted(file.linked)),
                now=now,
            )
            work.commit()
        return view

    def other(self, file_id: UUID) -> PersonFile:
        """Another file, looked at only to compare it."""
        with self.desk.open_work() as work:
            self._log(work, self.desk.clock.now(), COMPARISON, file_id)
            file = work.file(file_id)
            work.commit()
        return file

    def _log(self, work: Work, at: datetime, purpose: str, file_id: UUID) -> None:
        agent = self.desk.agent.agent
        work.access_log.add(at=at, agent=agent, what="file", purpose=purpose, file_id=file_id)

    def _history(self, work: Work, file: PersonFile) -> tuple[Happened, ...]:
        confirmed = work.confirmed_seq(file.id)
        return tuple(self._happened(each, file, confirmed) for each in reversed(work.events(file.id)))

    def _happened(self, chained: ChainedEvent, file: PersonFile, confirmed: int) -> Happened:
        content, own = chained.event.content, self.desk.agent
        return Happened(
            event=content.id,
            kind=content.kind,
            at=content.at,
            desk=content.desk,
            agent=own.name if content.agent == own.agent else content.agent,
            number=_number_of(chained.event, file),
            confirmed=chained.link.seq <= confirmed,
        )


def _alike_to(work: Work, file: PersonFile) -> tuple[Alike, ...]:
    """Files that may be this person's too; linked ones are known already."""
    identity = file.identity
    if identity is None:
        return ()
    features = Features(identity.full_name, identity.birth_date, identity.document_number, file.phone)
    return alike_in(work, features, file.linked | {file.id})


def _centres_elsewhere(file: PersonFile, own: str) -> tuple[str, ...]:
    centres = {each.centre for each in file.applications}
    return () if own in centres else tuple(sorted(centres))


def _number_of(event: Event, file: PersonFile) -> str:
    """The number an event is known by: its own, else that of its notice, its application or its register answer."""
    try:
        act = event.act()
    except Malformed:  # erased by law, or of a newer version: the line stays, without a number
        return ""
    own = next((getattr(act, name) for name in _NUMBERS if getattr(act, name, "")), "")
    return own or _number_it_is_about(act, file)


def _number_it_is_about(act: Act, file: PersonFile) -> str:
    notice, application = getattr(act, "notice", None), getattr(act, "application", None)
    about = (file.notice(notice) if notice else None) or (
        file.application(application) if application else None
    )
    if about is not None:
        return about.number
    attestation = getattr(act, "attestation", None)
    return attestation.lookup_no if attestation else ""
