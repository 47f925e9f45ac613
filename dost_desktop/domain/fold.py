"""From events to the file as it stands: a pure fold. Nothing here decides; what was recorded happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.events import ChainedEvent, head_of
from dost_desktop.domain.lifecycle import Move, step_for, transition_for
from dost_desktop.domain.moves import ApplicationAct, move_of
from dost_desktop.domain.person_file import (
    NO_REFUSAL,
    Application,
    Bar,
    Notice,
    Offer,
    PersonFile,
    Refusal,
    Registration,
    empty_file,
)
from dost_desktop.domain.refusing import is_overtaken
from dost_desktop.domain.suitable_work import profile_of
from dost_desktop.domain.vocabulary import ApplicationState, Status

NoticeAct = acts.PrintNotice | acts.ServeNotice | acts.SupersedeNotice | acts.RecallNotice


@dataclass(frozen=True, slots=True)
class By:
    """Whose hand it was, where and when."""

    agent: str
    desk: str
    at: datetime


def fold(file: PersonFile, chained: ChainedEvent) -> PersonFile:
    """The file after one more event; an erased event moves the head and nothing else."""
    event = chained.event
    content = event.content
    if event.data is None:
        return replace(file, head=head_of(chained))
    by = By(content.agent, content.desk, content.at)
    return replace(apply_act(file, event.act(), by), changed_at=content.at, head=head_of(chained))


def fold_all(file_id: UUID, events: Iterable[ChainedEvent], file: PersonFile | None = None) -> PersonFile:
    """The file after all these events, from its beginning or from ``file`` on."""
    state = file or empty_file(file_id)
    for chained in events:
        state = fold(state, chained)
    return state


def apply_act(file: PersonFile, act: acts.Act, by: By) -> PersonFile:
    """The file after ``act``, with a registration that began noted among all of them."""
    after = _applied(file, act, by)
    old, new = file.registration, after.registration
    if (old.status, old.since) == (new.status, new.since):
        return after
    return replace(after, registrations=(*after.registrations, new))


def _applied(file: PersonFile, act: acts.Act, by: By) -> PersonFile:
    match act:
        case acts.IdentifyPerson():
            return replace(
                file,
                identity=act.identity,
                identity_source=act.source,
                identity_paper=act.paper,
                identified_at=by.at,
            )
        case acts.ReadStatus():
            told = None if file.profile else profile_of(act.attestation.answer)
            return replace(
                file,
                registration=_as_read(file.registration, act.attestation),
                profile=told or file.profile,
                profile_at=by.at if told else file.profile_at,
            )
        case acts.RecordContact():
            return replace(file, phone=act.phone, email=act.email, address=act.address)
        case acts.RecordWorkProfile():
            return replace(file, profile=act.profile, profile_at=by.at)
        case acts.HandUp():
            return replace(file, review=(*file.review, f"handed_up:{act.about}"))
        case acts.OpenApplication():
            return replace(file, applications=(*file.applications, _opened(act, by)))
        case acts.IssueNotice():
            return _with_notice(file, act, by)
        case acts.PrintNotice() | acts.ServeNotice() | acts.SupersedeNotice() | acts.RecallNotice():
            notices = tuple(_after(act, each) if each.id == act.notice else each for each in file.notices)
            review = file.review
            if isinstance(act, acts.SupersedeNotice | acts.RecallNotice):  # it contradicts nothing any more
                newer = act.by if isinstance(act, acts.SupersedeNotice) else act.notice
                settled = {_without_refusal(newer), _without_refusal(act.notice)}
                review = tuple(each for each in review if each not in settled)
            return replace(file, notices=notices, review=review)
        case acts.EndByOffice():
            return replace(file, registration=_ended(file.registration, act, by))
        case acts.LinkFiles():
            return replace(file, linked=file.linked | {act.other})
        case acts.RecordInWrongFile():
            return _misfiled(file, act, by)
        case acts.RecordInOtherFile():
            return replace(file, also_in=file.also_in | {act.file})
        case acts.CloseReview():
            left = tuple(each for each in file.review if act.marks and each not in act.marks)
            return replace(file, review=left)
        case acts.EraseData() | acts.SettleDisagreement():
            return file  # the erased is gone from the fold by itself; what was set aside never came to it
        case _:
            return _apply_to_application(file, act, by)


def _misfiled(file: PersonFile, act: acts.RecordInWrongFile, by: By) -> PersonFile:
    """An open application stops here; a decided one stays as it was decided, and says whose it is."""
    applications = tuple(
        replace(
            each,
            belongs_to=act.belongs_to,
            state=ApplicationState.MISFILED if each.is_open else each.state,
            changed_at=by.at,
        )
        if each.id == act.application
        else each
        for each in file.applications
    )
    return replace(
        file,
        applications=applications,
        belongs_to=file.belongs_to | {act.belongs_to},
        review=(*file.review, f"wrong_file:{act.event}"),
    )


def _as_read(known: Registration, attestation: Attestation) -> Registration:
    """What MAS said; an older answer that was recorded later only says the same again."""
    is_older = known.known_at is not None and attestation.at < known.known_at
    return known if is_older else registration_of(attestation)


def registration_of(attestation: Attestation) -> Registration:
    """How MAS says that the person is registered."""
    answer = attestation.answer
    return Registration(
        status=Status(answer.get("status") or Status.UNKNOWN),
        since=_day(answer.get("since")),
        number=answer.get("registration_number") or "",
        known_at=attestation.at,
        before_removal=Status(answer["before_removal"]) if answer.get("before_removal") else None,
        ends_on=_day(answer.get("ends_on")),
        ground=answer.get("ground") or "",
        bars=tuple(_bar(each) for each in answer.get("bars", ())),
    )


def _bar(text: str) -> Bar:
    """``cancel.false_data:2026-12-24``: the ground, and the first day on which the person may apply again."""
    ground, _, day = text.rpartition(":")
    return Bar(ground, date.fromisoformat(day))


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None


def _opened(act: acts.OpenApplication, by: By) -> Application:
    return Application(
        id=act.application,
        number=act.number,
        kind=act.application_kind,
        state=ApplicationState.OPEN,
        opened_at=by.at,
        opened_by=by.agent,
        desk=by.desk,
        centre=act.centre,
        form=act.form,
        answer_form=act.answer_form,
        ticket=act.ticket,
        representative=act.representative,
        changed_at=by.at,
        channel=act.channel,
        capacity=act.capacity,
        consent=act.consent,
        call=act.call,
        interpreter=act.interpreter,
    )


def _with_notice(file: PersonFile, act: acts.IssueNotice, by: By) -> PersonFile:
    """The file with the notice; one without a refusal of its own marks the file for review (design 4)."""
    notice = Notice(
        id=act.notice,
        application=act.application,
        number=act.number,
        provisional=act.provisional,
        pdf=act.pdf,
        size=act.size,
        certificate=act.certificate,
        verify_code=act.verify_code,
        issued_at=by.at,
        issued_by=by.agent,
        desk=by.desk,
    )
    application = file.application(act.application)
    is_refused = application is not None and application.state is ApplicationState.REFUSED
    is_second = any(each.application == act.application and each.stands for each in file.notices)
    follows = is_refused and not is_second
    review = file.review if follows else (*file.review, _without_refusal(act.notice))
    return replace(file, notices=(*file.notices, notice), review=review)


def _without_refusal(notice: UUID) -> str:
    return f"{NO_REFUSAL}{notice}"


def _after(act: NoticeAct, notice: Notice) -> Notice:
    match act:
        case acts.PrintNotice():
            return replace(notice, copies=max(notice.copies, act.copy))
        case acts.ServeNotice():
            return replace(notice, served_at=act.served_at, recipient=act.recipient, receiving=act.receiving)
        case acts.SupersedeNotice():
            return replace(notice, superseded_by=act.by)
        case acts.RecallNotice():
            return replace(notice, recalled_for=act.reason)


def _ended(now: Registration, act: acts.EndByOffice, by: By) -> Registration:
    return Registration(
        status=act.target,
        since=act.starts_on,
        number=now.number,
        known_at=by.at,
        before_removal=now.status if act.target is Status.TEMPORARILY_REMOVED else None,
        ends_on=act.ends_on,
        ground=act.ground,
        bars=now.bars,
    )


def _apply_to_application(file: PersonFile, act: ApplicationAct, by: By) -> PersonFile:
    """Acts on one application: its row in the table gives the state, the act gives the facts."""
    before = file.application(act.application)
    if before is None:
        return replace(file, review=(*file.review, f"unknown_application:{act.application}"))
    if isinstance(act, acts.Refuse) and is_overtaken(before, act):
        return file  # recorded, and nothing follows
    move = move_of(act)
    step = step_for(before.kind, before.state, move)
    after = replace(
        _with_facts(before, act, by), state=step.target if step else before.state, changed_at=by.at
    )
    applications = tuple(after if each.id == after.id else each for each in file.applications)
    return replace(
        file,
        applications=applications,
        registration=_registered(file, before, act, move, by),
        review=(*file.review, *_contradicted(file, act)),
    )


def _contradicted(file: PersonFile, act: ApplicationAct) -> tuple[str, ...]:
    """A written answer that still stands while its application was opened again: somebody must look (design 4)."""
    if not isinstance(act, acts.Reopen):
        return ()
    standing = (each for each in file.notices if each.application == act.application and each.stands)
    return tuple(_without_refusal(each.id) for each in standing)


def _with_facts(application: Application, act: ApplicationAct, by: By) -> Application:
    match act:
        case acts.ShowPaper():
            return replace(application, papers=(*application.papers, act.paper))
        case acts.ShowRepresentation():
            return replace(application, representative=act.representative)
        case acts.CheckRepresentation():
            speaker = application.representative
            checked = replace(speaker, check=act.attestation) if speaker else None
            return replace(application, representative=checked)
        case acts.GiveExplanation():
            return replace(application, explained=(*application.explained, act))
        case acts.RecordRegisterAnswer():
            return replace(application, answers=(*application.answers, act.attestation))
        case acts.RecordRegisterSilence():
            return replace(application, silent_at=act.tried_at)
        case acts.SubmitForm():
            return replace(application, form_data=act, confirmed_at=None, returned_for="")
        case acts.ConfirmForm():
            return replace(application, confirmed_at=act.confirmed_at)
        case acts.RecordDelivery():
            return replace(application, messages=(*application.messages, act))
        case acts.OfferWork():
            return replace(application, offers=(*application.offers, _offered(act, by)))
        case acts.AcceptOffer() | acts.DeclineOffer() | acts.JudgeDecline() | acts.IssueReferral():
            offers = tuple(
                _with_answer(each, act, by) if each.id == act.offer else each for each in application.offers
            )
            referral = act if isinstance(act, acts.IssueReferral) else application.referral
            return replace(application, offers=offers, referral=referral)
        case acts.RecordEmployerAnswer():
            referred = application.referral.offer if application.referral else None
            offers = tuple(
                replace(each, said=act.answer, said_at=by.at) if each.id == referred else each
                for each in application.offers
            )
            return replace(application, offers=offers)
        case acts.PlaceNoSuitableWork():
            return replace(
                application,
                no_work_reference=act.reference,
                placed_at=act.placed_at,
                vacancies_seen=act.vacancies_seen or application.vacancies_seen,  # placed again: as before
            )
        case acts.SendToBackOffice():
            return replace(
                application,
                sent_by=by.agent,
                sent_at=by.at,
                back_office=act.back_office,
                returned_for="",
                decided_by="",
                decided_at=None,
            )
        case acts.ConfirmDecision():
            return replace(application, decided_by=by.agent, decided_at=by.at)
        case acts.ReturnDecision():
            return replace(application, returned_for=act.reason, decided_by=by.agent, decided_at=by.at)
        case acts.NotAcceptByMas():
            return replace(application, returned_for=act.reason)
        case acts.Reopen():
            return replace(application, reopened_for=act.reason, refusal=None)
        case acts.Refuse():
            return replace(application, refusal=_refusal(act, by))
        case _:
            return application


def _offered(act: acts.OfferWork, by: By) -> Offer:
    return Offer(
        id=act.offer,
        vacancy=act.vacancy,
        employer=act.employer,
        position=act.position,
        at=by.at,
        tests=act.tests,
        employer_voen=act.employer_voen,
        address=act.address,
        wage=act.wage,
    )


def _with_answer(
    offer: Offer, act: acts.AcceptOffer | acts.DeclineOffer | acts.JudgeDecline | acts.IssueReferral, by: By
) -> Offer:
    match act:
        case acts.AcceptOffer():
            return replace(offer, accepted_at=by.at)
        case acts.DeclineOffer():
            return replace(offer, reason=act.reason, reason_kind=act.reason_kind, declined_at=by.at)
        case acts.JudgeDecline():
            return replace(offer, justified=act.justified, wording=act.wording)
        case acts.IssueReferral():
            return replace(offer, referral=act.number, presented_on=act.presented_on)


def _refusal(act: acts.Refuse, by: By) -> Refusal:
    return Refusal(act.ground, act.passport_ground, act.article, act.reasoning, act.statement, by.at)


def _registered(
    file: PersonFile, application: Application, act: ApplicationAct, move: Move, by: By
) -> Registration:
    """The registration after the act: it changes only by a row of its own table."""
    now = file.registration
    row = transition_for(now.status, move, application.kind)
    if row is None:
        return now
    form = application.form_data
    removed = row.target is Status.TEMPORARILY_REMOVED
    starts_on = form.starts_on if removed and form else None
    return Registration(
        status=row.target or now.before_removal or Status.UNKNOWN,
        since=starts_on or legal_date(by.at),
        number=act.registration_number if isinstance(act, acts.AcceptByMas) else now.number,
        known_at=by.at,
        before_removal=now.status if removed else None,
        ends_on=form.ends_on if removed and form else None,
        ground=form.ground if form else "",
        bars=now.bars,  # what MAS barred before runs on, whatever the status becomes
    )
