"""The letter that a written answer is called back: the person holds a paper that is not in force (letters 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.dates import legal_date, long_date
from dost_desktop.domain.events import Content
from dost_desktop.domain.person_file import Notice, PersonFile
from dost_desktop.ports import Reading
from dost_desktop.services.paper_values import day, person_values, word
from dost_desktop.services.printable import NothingToPrint, PaperDesk, Printable


@dataclass(frozen=True, slots=True)
class RecallLetter:
    """Word the recall of a notice. Runs on the database worker."""

    papers: PaperDesk

    def __call__(self, file_id: UUID, notice: UUID) -> Printable:
        """What the person is told of the paper in their hands.

        Raises NothingToPrint when the notice was not called back, PurposeMissing for another centre's file.
        """
        papers = self.papers
        with papers.desk.open_work() as work:
            file = papers.opened(work, file_id, "recall")
            found = file.notice(notice)
            if found is None or not found.recalled_for:
                raise NothingToPrint("recall")
            recalled = _recalled(work, file_id, notice)
            work.commit()
        paper = papers.worded("recall", self._values(file, found, recalled))
        return Printable(file_id, paper, f"{paper.title} {found.number}")

    def _values(self, file: PersonFile, notice: Notice, recalled: Content) -> dict[str, str]:
        catalogue, about = self.papers.catalogue, file.application(notice.application)
        reason = notice.recalled_for.strip().rstrip(".")
        return {
            **person_values(file, catalogue),
            "today": long_date(legal_date(recalled.at)),
            "recalled_no": notice.number,
            "recalled_date": day(legal_date(notice.issued_at)),
            "recalled_on": day(legal_date(recalled.at)),
            "recall_reason": word(catalogue, "recall_reason", reason) or reason,
            "application_no": about.number if about else "",
            "is_open": "+" if about and about.is_open else "",
        }


def _recalled(reading: Reading, file_id: UUID, notice: UUID) -> Content:
    """The event that called it back: when, and by whom."""
    return next(
        each.event.content
        for each in reversed(reading.events(file_id))
        if each.event.content.kind == acts.RecallNotice.kind
        and each.event.data is not None
        and each.event.data["notice"] == str(notice)
    )
