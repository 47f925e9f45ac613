"""Forms for MAS, opened and sent at the desk of a window: to be filled, waiting for the person, accepted."""

from __future__ import annotations

import time
from dataclasses import replace

from dost_desktop.domain import acts
from dost_desktop.domain.evidence import WorkProfile
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.values import Phone
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, Education
from dost_desktop.practice import PracticeFacts, PracticeOffice
from dost_desktop.services.fill_form import FilledForm
from dost_desktop.services.open_application import Intake
from dost_desktop.services.record_contact import Reach
from tests.acceptance.agent_at_desk import AgentAtDesk, sits_down
from tests.ui.window.real_window import Case
from ui.session_services import SessionServices

E_SOSIAL = "e_sosial"  # where people confirm: it can be away
_PATIENCE = 30.0
_PROFILE = WorkProfile(
    Education.SECONDARY_SPECIAL, specialty="mühasib", wanted="mühasib köməkçisi", by_public_transport=True
)


def forms(practice: PracticeOffice, facts: PracticeFacts) -> dict[str, Case]:
    """One form of each kind that is still to be filled, and one that MAS accepted; kept by its page's name."""
    agent = sits_down(practice, facts)
    agent.syncs()
    found = {
        "form, jobseeker": _opened(agent, "bar is over", ApplicationKind.JOBSEEKER),
        "form, removal": _opened(agent, "unemployed with profile", ApplicationKind.REMOVAL),
        "form, resumption": _opened(agent, "removed, cause lasts", ApplicationKind.RESUMPTION),
        "form, cancellation": _opened(agent, "jobseeker tailor", ApplicationKind.CANCELLATION),
        "form, done": _opened(agent, "cancelled at own request", ApplicationKind.JOBSEEKER),
    }
    send(agent.does, found["form, done"])
    until = time.monotonic() + _PATIENCE
    while _state(agent, found["form, done"]) is not ApplicationState.DONE:
        assert time.monotonic() < until, "MAS did not answer"
        time.sleep(0.3)
        agent.syncs()
    agent.leaves()
    return found


def unconfirmed(practice: PracticeOffice, facts: PracticeFacts) -> dict[str, Case]:
    """A form that lies in MAS while nobody can confirm it."""
    agent = sits_down(practice, facts)
    agent.syncs()
    case = _opened(agent, "removed at own request", ApplicationKind.RESUMPTION)
    send(agent.does, case)
    agent.syncs()
    agent.leaves()
    return {"form, to confirm": case}


def send(does: SessionServices, case: Case) -> None:
    """The form goes to MAS, with what a jobseeker's needs where it is one."""
    found = does.look_at_case(case.file_id, case.application).application
    form = acts.SubmitForm(case.application)
    filled = FilledForm(form)
    if found.kind is ApplicationKind.JOBSEEKER:
        filled = FilledForm(form, Reach(Phone("+994500001234"), None, "Bakı ş., Sınaq küç. 12"), _PROFILE)
    does.fill_form(case.file_id, filled)


def _opened(agent: AgentAtDesk, name: str, kind: ApplicationKind) -> Case:
    person = agent.person(name)
    known = agent.does.look_up(NumberKind(person["number_kind"]), person["number"])
    assert known.identity is not None
    intake = Intake(
        number_kind=known.number_kind,
        number=known.number,
        identity=known.identity,
        attestation=known.attestation,
        status_attestation=known.status_attestation,
        paper=None,
        unreachable_at=None,
        kind=kind,
    )
    opened = agent.does.open_application(replace(intake, ticket="A-047"))
    return Case(opened.file_id, opened.application)


def _state(agent: AgentAtDesk, case: Case) -> ApplicationState:
    return agent.does.look_at_case(case.file_id, case.application).application.state
