"""A look at one written answer: the signed document, what its file says of it, and the look itself in the log."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.person_file import Application, Notice, PersonFile
from dost_desktop.rows import NoticeRow
from dost_desktop.services.desk import Desk
from dost_desktop.services.look_at_person import PurposeAsked
from dost_desktop.services.purposes import OWN_CENTRE, Purposes, centres_elsewhere

DOCUMENT_MISSING: Final = "storage.document_missing"


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A written answer with what its file says of it."""

    row: NoticeRow
    file: PersonFile
    notice: Notice | None
    application: Application | None
    person_number: str = field(repr=False)
    pdf: bytes = field(repr=False)  # b"" when the document is not at this desk
    now: datetime


@dataclass(frozen=True, slots=True)
class LookAtNotice:
    """Open one written answer. Runs on the database worker."""

    desk: Desk
    purposes: Purposes = field(default_factory=Purposes)

    def __call__(self, row: NoticeRow, purpose: str = "") -> NoticeView | PurposeAsked:
        """The written answer of ``row``; of another centre's file only with the agent's ``purpose`` (SEED 25)."""
        desk, now = self.desk, self.desk.clock.now()
        with desk.open_work() as work:
            file = work.file(row.file_id)
            said = self.purposes.purpose(file, desk.centre.code, purpose)
            if said is None:
                return PurposeAsked(centres_elsewhere(file, desk.centre.code))
            logged = row.number if said == OWN_CENTRE else said
            work.access_log.add(
                at=now, agent=desk.agent.agent, what="notice", purpose=logged, file_id=row.file_id
            )
            work.commit()
        identity = file.identity
        return NoticeView(
            row=row,
            file=file,
            notice=file.notice(row.id),
            application=file.application(row.application),
            person_number=identity.number if identity else "",
            pdf=self._pdf(row),
            now=now,
        )

    def _pdf(self, row: NoticeRow) -> bytes:
        with self.desk.open_reading() as reading:
            try:
                return reading.blobs.get(row.pdf)
            except AgentError as error:
                if error.code != DOCUMENT_MISSING:
                    raise
                return b""  # another desk's document that has not come here: a state, said on the page
