"""A real desk with a form for MAS open at it; what MAS and the server do is recorded as the feed would bring it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Receipt, Register
from dost_desktop.domain.decide import Command, decide
from dost_desktop.domain.events import CENTRAL_AGENT, CENTRAL_DESK, Actor, record
from dost_desktop.domain.person_file import Application
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    ApplicationState,
    MessageChannel,
    MessageSender,
    Role,
    Status,
)
from dost_desktop.services.ask_status import AskStatus, RecordStatus
from dost_desktop.services.changes import Changes
from dost_desktop.services.fill_form import FillForm
from dost_desktop.services.look_at_file import LookAtCase
from dost_desktop.services.open_next import OpenNext
from dost_desktop.services.serve_ticket import FinishCase
from dost_desktop.services.withdraw_application import WithdrawApplication
from tests.domain.builders import SERVER
from tests.fakes.real_desk import RealDesk, attested, the_catalogue
from ui.screens.form.port import FormJobs
from ui.screens.form.typed import TypedForm

KIND_STATUS = {
    ApplicationKind.JOBSEEKER: Status.NOT_REGISTERED,
    ApplicationKind.REMOVAL: Status.UNEMPLOYED,
    ApplicationKind.RESUMPTION: Status.TEMPORARILY_REMOVED,
    ApplicationKind.CANCELLATION: Status.JOBSEEKER,
}
REGISTERED = {"since": "2026-05-16", "registration_number": "05-04-05-00/B03/2026/Q-000117"}
FILLED = TypedForm(
    phone="+994500001234",
    address="Bakı ş., Nümunə r-nu, Sınaq küç. 12, m. 34",
    education="secondary_special",
    specialty="mühasib",
    wanted="mühasib köməkçisi",
    district="Bakı şəhəri",
    transport="yes",
)


class FormDesk(RealDesk):
    """Desk B03-07 where somebody sits down for one of the four forms."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.forms: list[UUID] = []
        self.confirmations: list[UUID] = []
        self.file_id = self.application = UUID(int=0)

    def begins(
        self,
        kind: ApplicationKind = ApplicationKind.JOBSEEKER,
        status: Status | None = None,
        answer: Mapping[str, Any] | None = None,
        **changes: Any,
    ) -> None:
        """An application of this kind, opened now and in hand; ``status`` as MAS said, UNKNOWN: it was silent."""
        known = KIND_STATUS[kind] if status is None else status
        said = {"status": known.value, **REGISTERED, **(answer or {})}
        if known is Status.TEMPORARILY_REMOVED:
            said = {"before_removal": Status.UNEMPLOYED.value, **said}
        number = self.person.number
        mas = None
        if known is not Status.UNKNOWN:
            mas = attested(self.clock, Register.STATUS, said, str(kind), number)
        self.registers.answer = said
        self.file_id, self.application = self.opens(
            **{"kind": kind, "status_attestation": mas, "phone": "", **changes}
        )
        self.serves(self.file_id, self.application)

    @property
    def form_jobs(self) -> FormJobs:
        return FormJobs(
            look=LookAtCase(self.desk),
            fill=FillForm(self.desk),
            ask_status=AskStatus(self.desk, self.registers),
            record_status=RecordStatus(self.desk),
            open_next=OpenNext(self.desk),
            refuse=self.refuse,
            withdraw=WithdrawApplication(self.desk),
            drafts=self.drafts,
            runs=self.runs,
            finish=FinishCase(self.runs, self.queue),
            endings=the_catalogue().endings,
            print_waiting_receipt=lambda case: self.receipts.append(case.application.id),
            print_form=lambda _, application: self.forms.append(application),
            print_confirmation=lambda _, application: self.confirmations.append(application),
        )

    @property
    def now(self) -> Application:
        """The application as it stands."""
        with self.desk.open_reading() as reading:
            found = reading.file(self.file_id).application(self.application)
        assert found is not None
        return found

    def state(self) -> ApplicationState:
        """Where the application stands."""
        return self.now.state

    # what comes with the feed
    def server_has_it(self) -> Changes:
        """The server's receipt for everything so far."""
        with self.database.open_work() as work:
            head = work.events(self.file_id)[-1]
            receipt = Receipt(self.file_id, head.link.seq, head.link.hash, self.clock.now(), "one", "")
            for run in work.outbox.waiting(self.clock.now() + timedelta(days=1)):
                work.outbox.confirm(run.run, SERVER.seal(receipt))
            work.commit()
        return Changes(frozenset({self.file_id}))

    def central(self, *did: acts.Act) -> Changes:
        """The central system recorded this."""
        self.clock.moment += timedelta(minutes=1)
        now = self.clock.now()
        law = self.law(now)
        with self.desk.open_work() as work:
            command = Command(did, Role.CENTRAL_SYSTEM, CENTRAL_AGENT, CENTRAL_DESK, "B03")
            decided = decide(work.file(self.file_id), command, law, now)
            assert not isinstance(decided, Refused), decided
            hand = Actor(CENTRAL_AGENT, CENTRAL_DESK, SERVER.sign)
            work.append(
                record(decided, file_id=self.file_id, actor=hand, law=law.version, at=now), self.file_id
            )
            work.commit()
        return Changes(frozenset({self.file_id}))

    def confirmed(self) -> Changes:
        """The person confirmed the form in e-sosial."""
        return self.central(acts.ConfirmForm(self.application, self.clock.now()))

    def accepted(self) -> Changes:
        """MAS accepted it."""
        number = "05-04-05-00/B03/2026/Q-000118"
        return self.central(acts.AcceptByMas(self.application, number, self.clock.now()))

    def not_accepted(self, reason: str) -> Changes:
        """MAS did not accept it."""
        return self.central(acts.NotAcceptByMas(self.application, reason))

    def told(self, channel: MessageChannel, *, delivered: bool = True) -> Changes:
        """MAS told the person, or tried to."""
        sent = acts.RecordDelivery(
            self.application,
            "jobseeker.registered",
            channel,
            MessageSender.MAS,
            delivered,
            self.clock.now(),
        )
        return self.central(sent)


def typed(**changes: Any) -> TypedForm:
    """A whole jobseeker's form with some of it otherwise."""
    return replace(FILLED, **changes)
