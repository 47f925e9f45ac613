"""Applications at suitable work at the desk of a window: one for each question the page asks."""

from __future__ import annotations

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.person_file import Offer
from dost_desktop.practice import PracticeFacts, PracticeOffice
from dost_desktop.services.compare_vacancies import compared, question_of
from dost_desktop.services.suitable_work import Wish
from tests.acceptance.agent_at_desk import AgentAtDesk, sits_down
from tests.ui.window.real_window import Case

_WORDING = "İş yerinə birbaşa avtobus gedir, əməkhaqqı minimumdan yuxarıdır."


def works(practice: PracticeOffice, facts: PracticeFacts) -> dict[str, Case]:
    """By the name of the page: looking for work, an offer, a decline, the right explained, the employer, nothing."""
    agent = sits_down(practice, facts)
    agent.syncs()
    found = {"work, offering": _checked(agent, "jobseeker welder")}
    found["work, offered"] = _checked(agent, "jobseeker first job")
    _offered(agent)
    found["work, declined"] = _checked(agent, "left early")
    _declined(agent)
    found["work, right"] = _checked(agent, "representative")
    _judged(agent)
    found["work, accepted"] = _checked(agent, "guardian")
    _accepted(agent)
    found["work, employer"] = _checked(agent, "minor of 16")
    _referred(agent)
    found["work, placed"] = _checked(agent, "no suitable work")
    _placed(agent)
    found["work, back office"] = _checked(agent, "poa expired")
    _placed(agent)
    _, case = _at(agent)
    agent.does.send_to_back_office(case.file_id, case.application, "05")
    agent.syncs()
    agent.leaves()
    return found


def _checked(agent: AgentAtDesk, person: str) -> Case:
    agent.receives(person)
    agent.checks_the_register()
    return _at(agent)[1]


def _at(agent: AgentAtDesk) -> tuple[Offer | None, Case]:
    """The last offer, and which case it is."""
    found = agent.case()
    offers = found.application.offers
    return offers[-1] if offers else None, Case(found.file.id, found.application.id)


def _offered(agent: AgentAtDesk) -> Offer:
    """The best vacancy, whatever is asked answered with yes."""
    found = agent.case()
    searched = agent.does.find_vacancies.search(found.file, found.application.id, Wish())
    row = compared(searched.vacancies, found.file.profile, {})[0]
    answers = {question_of(test, row.vacancy): True for test in row.questions}
    agent.does.offer_work(found.file.id, found.application.id, row.vacancy, answers)
    offer = _at(agent)[0]
    assert offer is not None
    return offer


def _declined(agent: AgentAtDesk) -> Offer:
    offer, case = _offered(agent), _at(agent)[1]
    agent.does.answer_offer.decline(
        case.file_id, case.application, offer.id, "Evdən çox uzaqdır.", "transport"
    )
    return offer


def _judged(agent: AgentAtDesk) -> None:
    offer, case = _declined(agent), _at(agent)[1]
    agent.does.answer_offer.judge(case.file_id, case.application, offer.id, _WORDING, justified=False)


def _accepted(agent: AgentAtDesk) -> Offer:
    offer, case = _offered(agent), _at(agent)[1]
    agent.does.answer_offer.accept(case.file_id, case.application, offer.id)
    return offer


def _referred(agent: AgentAtDesk) -> None:
    offer, case = _accepted(agent), _at(agent)[1]
    today = legal_date(agent.office.clock.now())
    agent.does.issue_referral(case.file_id, case.application, offer.id, today)


def _placed(agent: AgentAtDesk) -> None:
    found = agent.case()
    agent.does.find_vacancies(found.file, found.application.id, Wish())
    placed = agent.does.ask_no_work(found.file, found.application.id)
    assert isinstance(placed, Attestation)
    agent.does.record_no_work(found.file.id, found.application.id, placed, 48)
