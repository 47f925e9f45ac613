"""One application at suitable work, at a real desk: the presenter over whatever view, the bank and MAS played."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.events import Actor, record
from dost_desktop.domain.evidence import WorkProfile
from dost_desktop.domain.person_file import Application
from dost_desktop.services.ask_status import AskStatus, RecordStatus
from dost_desktop.services.changes import Changes
from dost_desktop.services.check_employment import AskEmployment, RecordEmploymentCheck
from dost_desktop.services.look_at_file import LookAtCase
from dost_desktop.services.offer_work import AnswerOffer, OfferWork
from dost_desktop.services.record_profile import RecordProfile
from dost_desktop.services.refer import IssueReferral, RecordEmployerAnswer
from dost_desktop.services.send_to_back_office import SendToBackOffice
from dost_desktop.services.serve_ticket import FinishCase
from dost_desktop.services.suitable_work import (
    AskNoSuitableWork,
    FindVacancies,
    RecordNoSuitableWork,
    SearchWorkAgain,
)
from dost_desktop.services.withdraw_application import WithdrawApplication
from tests.domain.builders import a_key
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import NOTHING, RealDesk
from tests.fakes.work_at_desk import ACCOUNTANT, PlayedBank, is_not_employed
from ui.screens.work.port import WorkJobs, WorkViewPort
from ui.screens.work.presenter import WorkPresenter


class AtWork:
    """The desk, the bank, and what others do to the file meanwhile."""

    def __init__(self, folder: Path, profile: WorkProfile | None = ACCOUNTANT) -> None:
        self.desk = RealDesk(folder)
        self.desk.lease(Series.REFERRAL, 120)
        self.bank = PlayedBank(self.desk.clock)
        self.file_id, self.application_id = is_not_employed(self.desk, profile)
        self.desk.serves(self.file_id, self.application_id)
        self.printed: list[UUID] = []
        self.confirmed: list[UUID] = []
        self.tasks = InlineTasks()

    @property
    def application(self) -> Application:
        """As the file holds it."""
        with self.desk.database.open_reading() as reading:
            found = reading.file(self.file_id).application(self.application_id)
        assert found is not None
        return found

    @property
    def jobs(self) -> WorkJobs:
        """Everything the page can set going."""
        desk = self.desk.desk
        return WorkJobs(
            look=LookAtCase(desk),
            ask=AskEmployment(desk, self.desk.registers),
            record_check=RecordEmploymentCheck(desk),
            ask_status=AskStatus(desk, self.desk.registers),
            record_status=RecordStatus(desk),
            find=FindVacancies(self.bank),
            offer=OfferWork(desk),
            answer=AnswerOffer(desk),
            refer=IssueReferral(desk),
            employer=RecordEmployerAnswer(desk),
            ask_no_work=AskNoSuitableWork(desk, self.bank),
            record_no_work=RecordNoSuitableWork(desk),
            search_again=SearchWorkAgain(desk),
            send=SendToBackOffice(desk),
            record_profile=RecordProfile(desk),
            refuse=self.desk.refuse,
            drafts=self.desk.drafts,
            runs=self.desk.runs,
            finish=FinishCase(self.desk.runs, self.desk.queue),
            print_referral=lambda _, application: self.printed.append(application),
            print_confirmation=lambda _, application: self.confirmed.append(application),
        )

    def presenter_for(self, view: WorkViewPort) -> WorkPresenter:
        """The page over this view; what is announced comes back to it, as in the session."""
        went = self.desk.went
        presenter = WorkPresenter(view, self.tasks, went, self.jobs, self.file_id, self.application_id)
        went.heard = presenter.changed
        return presenter

    # others
    def withdraws(self) -> None:
        """The person withdraws at another desk."""
        WithdrawApplication(self.desk.desk)(self.file_id, self.application_id)

    def is_opened_again(self, reason: str) -> None:
        """Withdrawn, opened again by the head of the centre, and checked anew."""
        self.withdraws()
        self._from_outside(acts.Reopen(self.application_id, reason))
        self.desk.checks(self.file_id, self.application_id, NOTHING)

    def left_early(self, until: str) -> None:
        """MAS says, asked again, that the work of a referral was left early; ``until`` as yyyy-mm-dd."""
        status = {"status": "jobseeker", "since": "2026-11-16", "registration_number": "R-1"}
        self.desk.clock.moment += timedelta(minutes=1)
        self.desk.registers.answer = {**status, "bars": [f"referral.left_early:{until}"]}
        answer = AskStatus(self.desk.desk, self.desk.registers)(self.file_id)
        RecordStatus(self.desk.desk)(self.file_id, answer)

    def office_confirms(self) -> None:
        """The back office confirms, and the answer arrives."""
        self._from_outside(acts.ConfirmDecision(self.application_id))

    def office_returns(self, reason: str) -> None:
        """The back office returns the draft."""
        self._from_outside(acts.ReturnDecision(self.application_id, reason))

    def _from_outside(self, act: acts.Act) -> None:
        desk, now = self.desk, self.desk.clock.now()
        key = a_key("leyla")
        made = record(
            [act],
            file_id=self.file_id,
            actor=Actor("leyla", "server", key.sign),
            law=desk.law(now).version,
            at=now,
        )
        with desk.database.open_work() as work:
            work.append(made, self.file_id)
            work.commit()
        heard = desk.went.heard
        if heard is not None:
            heard(Changes(frozenset({self.file_id})))
