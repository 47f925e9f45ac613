"""On which page of the case an application stands: the file itself, the form for MAS, or suitable work (SEED 23)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.required_papers import papers_stop
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, RepresentedAct
from dost_desktop.services.desk import ApplicationGone, Desk

A = ApplicationState
_WORK: Final = frozenset(
    {
        A.OFFERING_WORK,
        A.WAITING_PERSON,
        A.DECLINED,
        A.DECLINED_UNJUSTIFIED,
        A.RIGHT_EXPLAINED,
        A.OFFER_ACCEPTED,
        A.WAITING_EMPLOYER,
        A.NO_WORK_PLACED,
        A.AT_BACK_OFFICE,
        A.RETURNED,
        A.DONE,
    }
)
_FORM: Final = frozenset({A.OPEN, A.WAITING_MAS, A.DONE})


class CaseStep(StrEnum):
    """A page of the case."""

    CHECK = "check"  # papers, the register of employed persons, refusals, and whatever has ended
    FORM = "form"  # steps 4-5 and 7: MAS decides
    WORK = "work"  # step 6 from the third dash on


def step_of(application: Application, *, stopped: bool) -> CaseStep:
    """The page; papers that do not hold, an applicant who is no person, and what has ended stay on the first."""
    if stopped:
        return CaseStep.CHECK
    if application.kind is ApplicationKind.UNEMPLOYED:
        return CaseStep.WORK if application.state in _WORK else CaseStep.CHECK
    return CaseStep.FORM if application.state in _FORM else CaseStep.CHECK


@dataclass(frozen=True, slots=True)
class WhichStep:
    """Look where an application stands, without opening it. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, application: UUID) -> CaseStep:
        """The page to show; raises ApplicationGone."""
        now = self.desk.clock.now()
        with self.desk.open_reading() as reading:
            file = reading.file(file_id)
        found = file.application(application)
        if found is None:
            raise ApplicationGone
        stopped = found.is_open and (
            not _is_person(file)
            or papers_stop(file, found, RepresentedAct.APPLY, self.desk.law(now), now) is not None
        )
        return step_of(found, stopped=stopped)


def _is_person(file: PersonFile) -> bool:
    return file.identity is None or file.identity.number_kind.is_person
