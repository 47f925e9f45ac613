"""The head's round: what needs a look, whose file it is, and what was found (design 1, 4, 6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from dost_desktop.contract.needs_look import NeedsLook, NumbersVoided, VoidNumbers
from dost_desktop.domain import acts
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import HeadDesk, Unanswered
from dost_desktop.services.act_online import ActOnline, Done, Wanted

PURPOSE: Final = "needs_look"  # why a head's desk opens a file
_AT_MOST: Final = 5  # files found by one number or name


@dataclass(frozen=True, slots=True)
class LookAround:
    """What needs a look, and what is done about it. The acts run on the network worker."""

    act: ActOnline
    head: HeadDesk

    def __call__(self) -> NeedsLook | Unanswered:
        """Everything of the centre, or why it cannot be seen."""
        return self.head.needs_look()

    def files(self, text: str) -> tuple[PersonFile, ...]:
        """The files of a number or name, as this desk holds them; each look is logged. On the database worker."""
        desk = self.act.desk
        with desk.open_work() as work:
            rows = work.find_persons(text, _AT_MOST) if text.strip() else ()
            for row in rows:
                work.access_log.add(
                    at=desk.clock.now(),
                    agent=desk.agent.agent,
                    what="file",
                    purpose=PURPOSE,
                    file_id=row.file_id,
                )
            files = tuple(work.file(row.file_id) for row in rows)
            work.commit()
        return files

    def close_review(self, file_id: UUID, finding: str, marks: Sequence[str]) -> Done:
        """These marks go, the finding stays in the file's history; marks that are gone already are said."""
        wanted = acts.CloseReview(finding.strip(), tuple(marks))

        def unless(file: PersonFile) -> Refused | None:
            return None if set(marks) & set(file.review) else Refused("review.closed_already", "design 4")

        [done] = self.act([Wanted(file_id, (wanted,), unless)], PURPOSE)
        return done

    def void_numbers(self, wish: VoidNumbers) -> NumbersVoided | Unanswered:
        """What became of numbers that nothing bears."""
        return self.head.void_numbers(wish)
