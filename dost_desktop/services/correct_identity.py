"""A typing error in what was taken from papers is put right: recorded as a correction, the old value stays (design 4).

What the population register answered is never edited here: it is put right there, and read again (facts 2.11).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.evidence import Identity
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.values import FullName
from dost_desktop.domain.vocabulary import Source
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import ActNotAllowed, Desk


@dataclass(frozen=True, slots=True)
class Corrected:
    """What the papers say, typed again."""

    names: FullName
    birth_date: date | None = field(repr=False)
    document_number: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CorrectIdentity:
    """Put name, day of birth or document number right. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, corrected: Corrected, draft_key: str = "") -> Changes:
        """Recorded as a correction; the same values again record nothing.

        The draft under ``draft_key`` is discarded in the same transaction. Raises ActNotAllowed
        (``person.not_identified``, ``name.from_register_only``, ``date.in_future``).
        """
        with self.desk.open_work() as work:
            file = work.file(file_id)
            if file.identity is None:
                raise ActNotAllowed(Refused("person.not_identified", "SEED 23.3"))
            identity = _with(file.identity, corrected)
            is_new = identity != file.identity
            if is_new:
                paper = file.identity_paper
                if paper is not None and paper.number == file.identity.document_number:
                    paper = replace(paper, number=identity.document_number)
                act = acts.IdentifyPerson(identity, Source.PAPERS, paper=paper, corrects=True)
                self.desk.act(work, file_id, [act])
            if draft_key:
                work.drafts.discard(draft_key)
            work.commit()
        return Changes(frozenset({file_id}), outbox=True) if is_new else Changes()


def _with(identity: Identity, corrected: Corrected) -> Identity:
    names = corrected.names
    return replace(
        identity,
        surname=names.surname,
        given_name=names.given_name,
        patronymic=names.patronymic,
        birth_date=corrected.birth_date,
        document_number=corrected.document_number,
    )
