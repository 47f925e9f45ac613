"""What is still missing before step 6 can go on, one line each (SEED 23.6)."""

from __future__ import annotations

from dost_desktop.domain.vocabulary import ApplicationState, EmployerAnswer, Status
from ui.screens.work.page import REGISTER_STATES, Page, Todo

A = ApplicationState


def todo_of(page: Page) -> tuple[tuple[Todo, str], ...]:
    """Each line with its state: done, open, bad or warn."""
    state, offer = page.state, page.offer
    checks = _checks(page, blocks=state in REGISTER_STATES)
    match state:
        case A.OFFERING_WORK:
            profile = [(Todo.PROFILE, "done" if page.case.file.profile else "warn")]
            asked = [(Todo.QUESTION, "open")] if page.shelf.chosen and page.shelf.chosen.questions else []
            unsure = [(Todo.UNSURE, "warn")] if page.shelf.unsure and not asked else []
            return (*checks, *profile, *asked, *unsure, (Todo.OFFER, "open"))
        case A.WAITING_PERSON:
            return ((Todo.OFFER, "done"), (Todo.ANSWER, "open"))
        case A.DECLINED:
            return ((Todo.ANSWER, "done"), (Todo.JUDGEMENT, "open"))
        case A.DECLINED_UNJUSTIFIED:
            return ((Todo.JUDGEMENT, "done"), (Todo.RIGHT, "open"), (Todo.REFUSAL, "open"))
        case A.RIGHT_EXPLAINED:
            return ((Todo.JUDGEMENT, "done"), (Todo.RIGHT, "done"), (Todo.REFUSAL, "open"))
        case A.OFFER_ACCEPTED:
            return ((Todo.ANSWER, "done"), (Todo.REFERRAL, "open"))
        case A.WAITING_EMPLOYER:
            return ((Todo.REFERRAL, "done"), (Todo.EMPLOYER, "open"))
        case A.NO_WORK_PLACED:
            return ((Todo.PLACED, "done"), *checks, (Todo.SENT, "open"))
        case A.AT_BACK_OFFICE:
            return ((Todo.PLACED, "done"), (Todo.SENT, "done"), (Todo.DECISION, "open"))
        case A.RETURNED:
            return ((Todo.DECISION, "bad"), *checks, (Todo.SENT, "open"))
        case A.DONE:
            said = offer is not None and offer.said is EmployerAnswer.HIRED
            return ((Todo.EMPLOYER, "done"),) if said else ((Todo.SENT, "done"), (Todo.DECISION, "done"))
        case _:
            return ()


def _checks(page: Page, *, blocks: bool) -> list[tuple[Todo, str]]:
    """The register's answer and the registration; they block only where the draft is to be sent."""
    wanting = "open" if blocks else "warn"
    is_fresh = page.application.answer is not None and not page.old_hours
    is_jobseeker = page.case.file.registration.status is Status.JOBSEEKER
    lines = [(Todo.REGISTER, "done" if is_fresh else wanting)]
    return lines if is_jobseeker else [*lines, (Todo.STATUS, wanting)]
