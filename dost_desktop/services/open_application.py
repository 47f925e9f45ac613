"""An application is registered: with this the proceeding begins (facts 6.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from dost_desktop.domain import acts, evidence
from dost_desktop.domain.attestation import Attestation, Series
from dost_desktop.domain.ids import NumberKind, new_id
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    Capacity,
    Channel,
    FormOfAnswer,
    FormOfApplication,
    Source,
)
from dost_desktop.services.alone import let_open
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk
from dost_desktop.services.numbers import take_number

PERSONAL: Final = "registration.personal"  # what is explained to an applicant who is no person


@dataclass(frozen=True, slots=True)
class Intake:
    """What the intake page gathered about the person and the wish."""

    number_kind: NumberKind
    number: str = field(repr=False)
    identity: evidence.Identity
    attestation: Attestation | None  # of MEİS, also where it knows nobody or contradicts itself
    status_attestation: Attestation | None
    paper: evidence.Paper | None  # what the person was identified from instead of the register
    unreachable_at: datetime | None
    kind: ApplicationKind
    form: FormOfApplication = FormOfApplication.IN_PERSON
    channel: Channel = Channel.DOST_CENTRE
    answer_form: FormOfAnswer = FormOfAnswer.IN_PERSON
    ticket: str = ""
    phone: str = field(repr=False, default="")
    representative: evidence.Representative | None = None
    draft_key: str = ""  # the saved intake, discarded in the same transaction
    papers: tuple[evidence.Paper, ...] = ()  # shown besides; the last one counts (SEED 21-22)
    capacity: Capacity = Capacity.PERSON
    consent: evidence.Consent | None = None
    call: evidence.CallerCheck | None = None
    interpreter: str = ""
    agreed_after: str = ""  # the explanation with which an applicant who is no person was content (D17)
    to_answer: bool = False  # opened to be answered in writing at once: never stopped


@dataclass(frozen=True, slots=True)
class Opened:
    """The registered application."""

    file_id: UUID
    application: UUID
    number: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class OpenApplication:
    """Register an application. Runs on the database worker."""

    desk: Desk

    def __call__(self, intake: Intake) -> Opened:
        """Identify the applicant, read the status and open the application with its papers: all or nothing.

        Raises ActNotAllowed, e.g. ``application.already_open`` with its number, and TooLongAlone.
        """
        desk = self.desk
        file_id = desk.file_of(intake.number_kind, intake.number)
        with desk.open_work() as work:
            now = desk.clock.now()
            let_open(desk, work, file_id, to_answer=intake.to_answer or bool(intake.agreed_after))
            number = take_number(work, Series.APPLICATION, centre=desk.centre.code, desk=desk.name, now=now)
            application = new_id(now)
            before = work.file(file_id)
            opening = acts.OpenApplication(
                application=application,
                number=number.text,
                application_kind=intake.kind,
                form=intake.form,
                channel=intake.channel,
                answer_form=intake.answer_form,
                centre=desk.centre.code,
                place=desk.centre.category,
                ticket=intake.ticket,
                representative=intake.representative,
                capacity=intake.capacity,
                consent=intake.consent,
                call=intake.call,
                interpreter=intake.interpreter,
            )
            first = [_identification(intake)]
            if intake.status_attestation:
                first.append(acts.ReadStatus(intake.status_attestation))
            if intake.phone and intake.phone != before.phone:
                first.append(acts.RecordContact(intake.phone, before.email, before.address))
            shown = [acts.ShowPaper(application, paper) for paper in intake.papers]
            desk.act(work, file_id, [*first, opening, *shown, *_explained(application, intake.agreed_after)])
            if intake.draft_key:
                work.drafts.discard(intake.draft_key)
            work.commit()
        return Opened(file_id, application, number.text, Changes(frozenset({file_id}), outbox=True))


def _explained(application: UUID, wording: str) -> list[acts.Act]:
    """What was explained was enough: the wish is withdrawn with it, and no letter is asked for (D17)."""
    if not wording:
        return []
    return [acts.GiveExplanation(application, PERSONAL, wording), acts.Withdraw(application)]


def _identification(intake: Intake) -> acts.Act:
    return acts.IdentifyPerson(
        identity=intake.identity,
        source=Source.PAPERS if intake.paper else Source.REGISTER,
        attestation=intake.attestation,
        paper=intake.paper,
        unreachable_at=intake.unreachable_at,
    )
