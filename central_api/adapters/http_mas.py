"""MAS over HTTP: forms, "no suitable work", what the office decided, and what people are told."""

from __future__ import annotations

from uuid import UUID

from central_api.adapters import contract, operations
from central_api.adapters.contract import moment
from central_api.adapters.http_gateways import delivery
from central_api.adapters.line import Line
from central_api.lookups import normalised
from central_api.mas import (
    Confirmed,
    Delivery,
    End,
    Form,
    FormAnswer,
    FormState,
    Message,
    NoWork,
    Placed,
    Undecided,
)
from dost_desktop.domain.vocabulary import ApplicationKind


class HttpMas:
    """The port's every question under a key of its own, so that MAS does nothing twice."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def submit(self, form: Form) -> FormState:
        """Where the form stands. Raises RegisterUnreachable, InvalidValue for a number that no register can have."""
        question = contract.FormHandedIn(
            asked=str(form.submission),
            number_kind=form.number_kind,
            number=normalised(form.number_kind, form.number),
            submission=form.submission,
            application=form.application,
            application_no=form.application_no,
            kind=form.kind,
            centre=form.centre,
            ground=form.ground,
            starts_on=form.starts_on,
            ends_on=form.ends_on,
            evidence=form.evidence,
            confirmed_by=form.confirmed_by,
        )

        def is_possible(said: contract.FormSaid) -> bool:
            gives_number = said.state == "accepted" and form.kind is ApplicationKind.JOBSEEKER
            return not gives_number or bool(said.registration_number.strip())

        return _state(self._line.ask(operations.HAND_IN_FORM, question, is_possible=is_possible))

    def take_back(self, submission: UUID) -> FormAnswer | None:
        """From now on MAS never judges this form; the answer where it had judged it before."""
        question = contract.FormTakenBack(asked=f"{submission}:take-back", submission=submission)

        def is_possible(said: contract.FormSaid) -> bool:
            return said.state != "unconfirmed"

        said = _state(self._line.ask(operations.TAKE_BACK_FORM, question, is_possible=is_possible))
        return said if isinstance(said, FormAnswer) else None

    def place_no_work(self, wish: NoWork) -> Placed:
        """The reference under which “no suitable work” is placed for this application."""
        question = contract.NoWorkAsked(
            asked=str(wish.application),
            number_kind=wish.number_kind,
            number=normalised(wish.number_kind, wish.number),
            application=wish.application,
        )
        said = self._line.ask(operations.PLACE_NO_WORK, question)
        return Placed(said.reference, moment(said.at))

    def note_unemployed(self, confirmed: Confirmed) -> None:
        """A jobseeker is unemployed from now on."""
        question = contract.UnemployedNoted(
            asked=str(confirmed.occasion),
            number_kind=confirmed.number_kind,
            number=normalised(confirmed.number_kind, confirmed.number),
        )
        self._line.ask(operations.NOTE_UNEMPLOYED, question)

    def note_end(self, end: End) -> None:
        """The office ended it."""
        question = contract.EndNoted(
            asked=str(end.occasion),
            number_kind=end.number_kind,
            number=normalised(end.number_kind, end.number),
            target=end.target,
            ground=end.ground,
            starts_on=end.starts_on,
            ends_on=end.ends_on,
        )
        self._line.ask(operations.NOTE_END, question)

    def tell(self, message: Message) -> Delivery:
        """What became of it; while MAS does not know yet, RegisterUnreachable, and it is asked again."""
        question = contract.MessageAsked(
            asked=message.key,
            number_kind=message.number_kind,
            number=normalised(message.number_kind, message.number),
            occasion=message.occasion,
            message=message.name,
            channel=message.channel,
        )
        return delivery(self._line.ask(operations.TELL, question), operations.TELL.about)


def _state(said: contract.FormSaid) -> FormState:
    if said.state in {"unconfirmed", "taken_back"}:
        return Undecided(said.state)
    return FormAnswer(
        accepted=said.state == "accepted",
        at=moment(said.at),
        confirmed_at=moment(said.confirmed_at),
        registration_number=said.registration_number,
        reason=said.reason,
    )
