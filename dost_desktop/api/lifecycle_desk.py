"""Suitable work and the back office as the office's use cases ask for them: an answer, or why there is none."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from dost_desktop.api.agent_session import AgentSession
from dost_desktop.api.registers import why_unanswered
from dost_desktop.contract.back_office import BackOfficeDrafts
from dost_desktop.contract.messages import FeedItem, Problem, Push, PushAnswer
from dost_desktop.contract.suitable_work import PlaceNoWork, Vacancies, WantVacancies
from dost_desktop.domain.answers import is_readable
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.suitable_work import NOT_SEARCHED
from dost_desktop.ports import Unanswered
from dost_desktop.sync.needs import Declined


class AsksSuitableWork(Protocol):
    """The part of the central API the first needs."""

    def vacancies(self, wanted: WantVacancies) -> Vacancies | Declined: ...

    def place_no_work(self, wish: PlaceNoWork) -> Attestation | Declined: ...


class AsksBackOffice(Protocol):
    """The part of the central API the second needs."""

    def drafts(self, back_office: str = "") -> BackOfficeDrafts | Declined: ...

    def file(self, file_id: UUID, purpose: str) -> FeedItem | Declined: ...

    def decide(self, runs: Push) -> PushAnswer | Declined: ...


class SuitableWorkAtDesk:
    """``ports.SuitableWork`` over the central API."""

    def __init__(self, central: AsksSuitableWork, session: AgentSession) -> None:
        self._central, self._session = central, session

    def vacancies(self, wanted: WantVacancies) -> Vacancies | Unanswered:
        """One page of open vacancies, or why there is none."""
        answer = self._session.ask(lambda: self._central.vacancies(wanted))
        return answer if isinstance(answer, Vacancies) else why_unanswered(answer)

    def place_no_work(self, wish: PlaceNoWork) -> Attestation | Refused | Unanswered:
        """MAS's reference for this application as evidence, or why there is none."""
        answer = self._session.ask(lambda: self._central.place_no_work(wish))
        if isinstance(answer, Problem) and answer.code == NOT_SEARCHED.reason:
            return NOT_SEARCHED
        if not isinstance(answer, Attestation):
            return why_unanswered(answer)
        said = answer.answer
        is_about_it = is_readable(answer.register, said) and said["application"] == wish.application
        return answer if is_about_it else Unanswered.CONTRADICTS


class BackOfficeAtDesk:
    """``ports.BackOffice`` over the central API."""

    def __init__(self, central: AsksBackOffice, session: AgentSession) -> None:
        self._central, self._session = central, session

    def drafts(self, back_office: str = "") -> BackOfficeDrafts | Unanswered:
        """The drafts that wait, or why they cannot be seen."""
        answer = self._session.ask(lambda: self._central.drafts(back_office))
        return answer if isinstance(answer, BackOfficeDrafts) else why_unanswered(answer)

    def file(self, file_id: UUID, purpose: str) -> FeedItem | Unanswered:
        """A person's file whole; the reading is noted there."""
        answer = self._session.ask(lambda: self._central.file(file_id, purpose))
        if isinstance(answer, FeedItem):
            return answer if answer.file_id == str(file_id) else Unanswered.CONTRADICTS
        return why_unanswered(answer)

    def decide(self, runs: Push) -> PushAnswer | Unanswered:
        """One verdict for each decision, or why nothing is known of them."""
        answer = self._session.ask(lambda: self._central.decide(runs))
        return answer if isinstance(answer, PushAnswer) else why_unanswered(answer)
