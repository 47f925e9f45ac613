"""The one place that says yes or no: the same on the desk and on the server.

``decide(file, command, law, now)`` gives the acts that happen, or the reason why not with its source. The window
enables what ``possible`` offers and shows the reason beside everything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.answers import is_readable
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.fold import By, NoticeAct, apply_act, registration_of
from dost_desktop.domain.identity import identity_of
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.lifecycle import OPENABLE, Move, step_for, transition_for
from dost_desktop.domain.moves import ApplicationAct, move_of
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.refusing import (
    REASONING_AT_LEAST,
    Refused,
    is_checked,
    is_fresh,
    is_old_enough,
    refusal_stands,
)
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    EmployerAnswer,
    FormOfApplication,
    Recipient,
    Role,
    Source,
    Status,
)


@dataclass(frozen=True, slots=True)
class Command:
    """What somebody wants to do with one click: one act, or several that stand or fall together."""

    acts: tuple[acts.Act, ...]
    role: Role
    agent: str
    desk: str
    centre: str


def decide(
    file: PersonFile, command: Command, law: LawInForce, now: datetime
) -> tuple[acts.Act, ...] | Refused:
    """The acts that happen, in order, or the first reason why none of them does."""
    by = By(command.agent, command.desk, now)
    for act in command.acts:
        refused = _why_not(file, act, command, law, now)
        if refused:
            return refused
        file = apply_act(file, act, by)
    return command.acts


def possible(
    file: PersonFile, application: UUID, role: Role, law: LawInForce, now: datetime
) -> Mapping[Move, Refused | None]:
    """Every move of an application's table: None when it is offered now, else why not."""
    found = file.application(application)
    if found is None:
        raise KeyError(application)
    return {
        move: _in_table(found, move, role) or _standing(file, found, move, law, now)
        for move in Move
        if move not in _NOT_OF_APPLICATIONS
    }


_NOT_OF_APPLICATIONS = {Move.OPEN, Move.READ_STATUS, Move.REMOVE_BY_OFFICE, Move.CANCEL_BY_OFFICE}


def _why_not(
    file: PersonFile, act: acts.Act, command: Command, law: LawInForce, now: datetime
) -> Refused | None:
    match act:
        case acts.IdentifyPerson():
            return _role(command, Role.AGENT, Role.CENTRAL_SYSTEM) or _identification(file, act, now, law)
        case acts.ReadStatus():
            return _role(command, Role.AGENT, Role.CENTRAL_SYSTEM) or _status(file, act, now, law)
        case acts.RecordContact():
            return _role(command, Role.AGENT)
        case acts.LinkFiles() | acts.RecordInWrongFile():
            other = act.other if isinstance(act, acts.LinkFiles) else act.belongs_to
            same = Refused("file.same", "design 4") if other == file.id else None
            return _role(command, Role.AGENT) or same or _said(act.reason, "file.reason_missing")
        case acts.CloseReview():
            return _role(command, Role.AGENT, Role.HEAD) or _said(act.finding, "review.finding_missing")
        case acts.EraseData():
            return _role(command, Role.ADMINISTRATOR) or _said(act.basis, "erasure.basis_missing")
        case acts.OpenApplication():
            return _role(command, Role.AGENT, Role.CENTRAL_SYSTEM) or _opening(file, act, command)
        case acts.IssueNotice():
            return _role(command, Role.AGENT) or _issuing(file, act)
        case acts.PrintNotice() | acts.ServeNotice() | acts.SupersedeNotice() | acts.RecallNotice():
            return _role(command, Role.AGENT) or _on_notice(file, act)
        case acts.EndByOffice():
            return _role(command, Role.HEAD) or _ending_by_office(file, act, law, now)
        case _:
            return _on_application(file, act, command, law, now)


def _role(command: Command, *roles: Role) -> Refused | None:
    return None if command.role in roles else Refused("act.not_your_role", "design 1")


def _said(text: str, reason: str) -> Refused | None:
    return None if text.strip() else Refused(reason, "design 4")


def _identification(
    file: PersonFile, act: acts.IdentifyPerson, now: datetime, law: LawInForce
) -> Refused | None:
    identity = act.identity
    if identity.birth_date and identity.birth_date > legal_date(now):
        return Refused("date.in_future")
    if act.source is Source.PAPERS:
        return _by_papers(file, act, now, law)
    if act.attestation is None:
        return Refused("lookup.unattested", "design 3")
    refused = _evidence(file, act.attestation, Register.PERSON, now, law)
    if refused:
        return refused
    if not is_readable(Register.PERSON, act.attestation.answer):
        return Refused("register.contradicts", "SEED 23.3")
    attested = identity_of(act.attestation.answer, identity.number_kind, identity.number)
    return None if attested == identity else Refused("identity.not_as_attested", "facts 2.11")


def _by_papers(file: PersonFile, act: acts.IdentifyPerson, now: datetime, law: LawInForce) -> Refused | None:
    """Papers count when MEİS could not be reached, has no record, or contradicts itself (SEED 23.3, design 3)."""
    if act.paper is None:
        return Refused("identity.papers_missing", "SEED 23.3")
    if act.unreachable_at is not None:
        return None
    if act.attestation is None:
        return Refused("identity.register_not_asked", "SEED 23.3")
    refused = _evidence(file, act.attestation, Register.PERSON, now, law)
    if refused:
        return refused
    answer = act.attestation.answer
    known = is_readable(Register.PERSON, answer) and answer["found"]
    return Refused("identity.papers_not_needed", "SEED 23.3") if known else None


def _evidence(
    file: PersonFile,
    attestation: Attestation,
    register: Register,
    now: datetime,
    law: LawInForce,
    since: datetime | None = None,
) -> Refused | None:
    """An answer counts for the person it is about, from the register asked, while it is fresh (design 3).

    It is never older than what is recorded already (``since``) and contradicts it: two desks, or a desk and the
    central system, may ask at the same time. Whoever holds the server's keys checks the seal.
    """
    if not attestation.signature:
        return Refused("lookup.unattested", "design 3")
    if attestation.register is not register:
        return Refused("lookup.other_register", "design 3")
    if attestation.file_id != file.id:
        return Refused("lookup.other_person", "design 3")
    if since is not None and attestation.at < since:
        return Refused("lookup.newer_recorded", "design 3")
    if register is not Register.PERSON and not is_readable(register, attestation.answer):
        return Refused("register.contradicts", "SEED 23.3")
    return is_fresh(attestation, now, law)


def _status(file: PersonFile, act: acts.ReadStatus, now: datetime, law: LawInForce) -> Refused | None:
    known = file.registration
    refused = _evidence(file, act.attestation, Register.STATUS, now, law)
    if refused or known.known_at is None or act.attestation.at >= known.known_at:
        return refused
    says_the_same = replace(registration_of(act.attestation), known_at=known.known_at) == known
    return None if says_the_same else Refused("lookup.newer_recorded", "design 3")


def _opening(file: PersonFile, act: acts.OpenApplication, command: Command) -> Refused | None:
    if file.identity is None:
        return Refused("person.not_identified", "SEED 23.3")
    if file.application(act.application) is not None:
        return Refused("application.already_open")
    same = file.open_application(act.application_kind)
    if same is not None:
        return Refused("application.already_open", "", MappingProxyType({"application_no": same.number}))
    if file.registration.status not in OPENABLE[act.application_kind]:
        return not_openable(act.application_kind, file.registration.status)
    if command.role is Role.AGENT and act.centre != command.centre:
        return Refused("application.other_centre", "design 7")
    if act.form is FormOfApplication.REPRESENTATIVE and act.representative is None:
        return Refused("representative.proof_missing", "SEED 6")
    return None


def not_openable(kind: ApplicationKind, status: Status) -> Refused:
    """Why an application of this kind cannot be opened in this status."""
    if kind is ApplicationKind.UNEMPLOYED and status in {Status.NOT_REGISTERED, Status.CANCELLED}:
        return Refused("application.not_jobseeker", "SEED 23.6")
    return Refused("application.kind_not_now", "SEED 23", MappingProxyType({"status": status.value}))


def _issuing(file: PersonFile, act: acts.IssueNotice) -> Refused | None:
    """A notice on paper is a fact: only an unknown application or a doubled id stops it (design 4)."""
    if file.application(act.application) is None:
        return Refused("application.unknown")
    if file.notice(act.notice) is not None or any(each.number == act.number for each in file.notices):
        return Refused("notice.exists")
    return None


def _on_notice(file: PersonFile, act: NoticeAct) -> Refused | None:
    notice = file.notice(act.notice)
    if notice is None:
        return Refused("notice.unknown")
    match act:
        case acts.ServeNotice() if notice.served_at is not None:
            return Refused("notice.already_served", "SEED 8")
        case acts.ServeNotice(recipient=Recipient.REPRESENTATIVE, representative=None):
            return Refused("representative.proof_missing", "SEED 8")
        case acts.SupersedeNotice() if notice.superseded_by is not None:
            return Refused("notice.already_superseded", "design 4")
        case acts.SupersedeNotice() if act.by == act.notice or file.notice(act.by) is None:
            return Refused("notice.unknown", "design 4")
        case acts.RecallNotice() if notice.recalled_for:
            return Refused("notice.already_recalled", "design 4")
        case acts.RecallNotice():
            return _said(act.reason, "notice.recall_reason_missing")
        case _:
            return None


def _ending_by_office(
    file: PersonFile, act: acts.EndByOffice, law: LawInForce, now: datetime
) -> Refused | None:
    if not law.own_initiative:
        return Refused("ending.own_initiative_off", "D20")
    rule = law.endings.get(act.ground)
    if rule is None or rule.target is not act.target or not rule.is_in_force(legal_date(now)):
        return Refused("ground.not_in_force", "D5")
    removed = act.target is Status.TEMPORARILY_REMOVED
    move = Move.REMOVE_BY_OFFICE if removed else Move.CANCEL_BY_OFFICE
    status = file.registration.status
    if status not in rule.statuses or transition_for(status, move, None) is None:
        return Refused("act.not_now", "facts 1.14-1.16")
    return _in_order(act.starts_on, act.ends_on)


def _in_order(starts_on: date | None, ends_on: date | None) -> Refused | None:
    backwards = starts_on is not None and ends_on is not None and ends_on < starts_on
    return Refused("date.ends_before_start") if backwards else None


def _on_application(
    file: PersonFile, act: ApplicationAct, command: Command, law: LawInForce, now: datetime
) -> Refused | None:
    application = file.application(act.application)
    if application is None:
        return Refused("application.unknown")
    move = move_of(act)
    return (
        _in_table(application, move, command.role)
        or _standing(file, application, move, law, now)
        or _content(file, application, act, command, law, now)
    )


def _in_table(application: Application, move: Move, role: Role) -> Refused | None:
    """Whether the application's table has such a row now, and for this role."""
    step = step_for(application.kind, application.state, move)
    if step is None:
        facts = {"state": application.state.value, "move": move.value}
        return Refused("act.not_now", "SEED 23", MappingProxyType(facts))
    return None if role in step.roles else Refused("act.not_your_role", step.cites)


def _standing(
    file: PersonFile, application: Application, move: Move, law: LawInForce, now: datetime
) -> Refused | None:
    """What must be true of the person and the file before such a move, whatever it says."""
    if move is Move.SEND_TO_BACK_OFFICE:
        if file.registration.status is not Status.JOBSEEKER:
            return Refused("application.not_jobseeker", "SEED 23.6")
        return is_checked(application, law, now)
    if move is Move.CONFIRM and file.registration.status is not Status.JOBSEEKER:
        return Refused("application.not_jobseeker", "SEED 23.6")
    if move in {Move.SUBMIT_FORM, Move.OFFER_WORK, Move.PLACE_NO_WORK}:
        return is_old_enough(file, law, now)
    return None


def _content(
    file: PersonFile,
    application: Application,
    act: ApplicationAct,
    command: Command,
    law: LawInForce,
    now: datetime,
) -> Refused | None:
    match act:
        case acts.RecordRegisterAnswer():
            newest = application.answer
            says_the_same = newest is None or newest.answer == act.attestation.answer
            since = None if says_the_same or newest is None else newest.at
            return _evidence(file, act.attestation, Register.EMPLOYED_PERSONS, now, law, since=since)
        case acts.SubmitForm() if application.kind in {ApplicationKind.REMOVAL, ApplicationKind.CANCELLATION}:
            return _ending(file, application, act, law, now)
        case acts.ShowPaper() if act.paper.kind not in law.accepted_documents:
            return Refused("document.kind_not_accepted", "SEED 21; D1")
        case acts.OfferWork() if any(each.id == act.offer for each in application.offers):
            return Refused("offer.exists")
        case acts.RecordEmployerAnswer(answer=EmployerAnswer.SILENT):
            return _silence_counts(application, law, now)
        case acts.DeclineOffer() if not act.reason.strip():
            return Refused("offer.reason_missing", "facts 1.20")
        case acts.JudgeDecline() if len(act.wording.strip()) < REASONING_AT_LEAST:
            return Refused("offer.judgement_missing", "D3")
        case acts.AcceptOffer() | acts.DeclineOffer() | acts.JudgeDecline() | acts.IssueReferral():
            known = application.offers and application.offers[-1].id == act.offer
            return None if known else Refused("offer.unknown", "SEED 23.6")
        case acts.ReturnDecision() if not act.reason.strip():
            return Refused("back_office.reason_missing", "design 4")
        case acts.ConfirmDecision() | acts.ReturnDecision() if application.sent_by == command.agent:
            return Refused("back_office.own_decision", "design 1")
        case acts.Refuse():
            return refusal_stands(file, application, act, law, now)
        case _:
            return None


def _silence_counts(application: Application, law: LawInForce, now: datetime) -> Refused | None:
    """Silence is a no only after the employer's term (facts 2.5, 2.8)."""
    if application.referral is None:
        return Refused("act.not_now", "SEED 23.6")
    until = law.calendar.add(application.referral.presented_on, law.employer_days)
    if legal_date(now) > until:
        return None
    return Refused("referral.term_runs", "facts 2.8", MappingProxyType({"date": until}))


def _ending(
    file: PersonFile, application: Application, act: acts.SubmitForm, law: LawInForce, now: datetime
) -> Refused | None:
    wanted = Status.TEMPORARILY_REMOVED if application.kind is ApplicationKind.REMOVAL else Status.CANCELLED
    rule = law.endings.get(act.ground)
    if rule is None or rule.target is not wanted or not rule.is_in_force(legal_date(now)):
        return Refused("ground.not_in_force", "D5")
    status = file.registration.status
    if status is not Status.UNKNOWN and status not in rule.statuses:
        return Refused("ground.not_for_status", "facts 1.14-1.16")
    return _in_order(act.starts_on, act.ends_on)
