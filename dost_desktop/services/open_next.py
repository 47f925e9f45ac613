"""Another application of the person who sits at the desk already: nobody is asked twice who they are (SEED 23)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from dost_desktop.contract.messages import CentreCard
from dost_desktop.domain import acts, evidence
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.codec import Malformed
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.events import CENTRAL_AGENT, ChainedEvent
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.opening import CHANNELS
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    Capacity,
    Channel,
    FormOfAnswer,
    FormOfApplication,
)
from dost_desktop.services.alone import let_open
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import ActNotAllowed, Desk
from dost_desktop.services.numbers import take_number
from dost_desktop.services.open_application import Opened
from dost_desktop.services.run_case import Case, case_in_hand, put_in_hand


@dataclass(frozen=True, slots=True)
class OpenedNext(Opened):
    """The registered application, and the case that is about it from now on."""

    case: Case


@dataclass(frozen=True, slots=True)
class OpenNext:
    """Open one more application in a file. Runs on the database worker."""

    desk: Desk

    def __call__(
        self,
        file_id: UUID,
        kind: ApplicationKind,
        *,
        ticket: str = "",
        representative: evidence.Representative | None = None,
    ) -> OpenedNext:
        """The application with its number and the papers that were just shown, in the agent's hand: all or nothing.

        Who speaks and over which way is as in the case in hand, else as in the person's last application of today;
        ``representative`` speaks instead. Raises ActNotAllowed: ``person.identify_again`` when nobody at a desk
        identified the person today, and every reason of ``decide``; TooLongAlone.
        """
        desk = self.desk
        with desk.open_work() as work:
            now = desk.clock.now()
            today = legal_date(now)
            let_open(desk, work, file_id)
            file = work.file(file_id)
            if file.identity is not None and not is_identified(work.events(file_id), today):
                raise ActNotAllowed(Refused("person.identify_again", "SEED 23.3"))
            hand = case_in_hand(work, desk.agent.agent, file_id)
            model = _model(file, hand, today)
            number = take_number(work, Series.APPLICATION, centre=desk.centre.code, desk=desk.name, now=now)
            opening = replace(
                _as_before(model, representative, desk.centre, kind),
                application=new_id(now),
                number=number.text,
                ticket=ticket or (hand.ticket if hand else ""),
            )
            of_today = model is not None and legal_date(model.opened_at) == today
            papers = model.papers if model is not None and of_today else ()
            shown = [acts.ShowPaper(opening.application, each) for each in papers]
            desk.act(work, file_id, [opening, *shown])
            case = put_in_hand(work, desk.agent.agent, now, opening, file_id)
            work.commit()
        changes = Changes(frozenset({file_id}), outbox=True)
        return OpenedNext(file_id, opening.application, opening.number, changes, case)


def is_identified(events: Sequence[ChainedEvent], today: date) -> bool:
    """Whether somebody at a desk saw on this day who the person is, by MEİS or by papers; a correction is no look."""
    kind = acts.IdentifyPerson.kind
    for each in reversed(events):
        content = each.event.content
        if legal_date(content.at) < today:
            return False
        if content.kind == kind and content.agent != CENTRAL_AGENT and _was_seen(each):
            return True
    return False


def _was_seen(chained: ChainedEvent) -> bool:
    try:
        act = chained.event.act()
    except Malformed:  # erased by law, or of a newer version: whoever it was, they identify themselves again
        return False
    return isinstance(act, acts.IdentifyPerson) and not act.corrects


def _model(file: PersonFile, hand: Case | None, today: date) -> Application | None:
    """Whose speaker and way the next application takes over; None: the person came alone, to this desk."""
    in_hand = file.application(hand.application) if hand and hand.application else None
    if in_hand is not None:
        return in_hand
    of_today = [each for each in file.applications if legal_date(each.opened_at) == today]
    return max(of_today, key=lambda each: each.opened_at, default=None)


def _as_before(
    model: Application | None,
    said: evidence.Representative | None,
    centre: CentreCard,
    kind: ApplicationKind,
) -> acts.OpenApplication:
    """An application of this kind, still without id and number, over the way of ``model`` (SEED 6-8)."""
    speaker = said or (model.representative if model else None)
    form = FormOfApplication.REPRESENTATIVE if speaker else FormOfApplication.IN_PERSON
    channel, answer = Channel.DOST_CENTRE, FormOfAnswer.IN_PERSON
    if model is not None and model.form is not FormOfApplication.SELF_SERVICE:
        form = model.form if model.form is FormOfApplication.CALL_CENTRE else form
        channel = model.channel if model.channel in CHANNELS[form] else channel
        takes_away = speaker is None and model.answer_form is FormOfAnswer.REPRESENTATIVE
        answer = answer if takes_away else model.answer_form
    return acts.OpenApplication(
        application=UUID(int=0),
        number="",
        application_kind=kind,
        form=form,
        channel=channel,
        answer_form=answer,
        centre=centre.code,
        place=centre.category,
        representative=speaker,
        capacity=model.capacity if model else Capacity.PERSON,
        consent=model.consent if model else None,
        call=model.call if model and form is FormOfApplication.CALL_CENTRE else None,
        interpreter=model.interpreter if model else "",
    )
