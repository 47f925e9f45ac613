"""The one place that says yes or no: the same on the desk and on the server.

``decide(file, command, law, now)`` gives the acts that happen, or the reason why not with its source. The window
enables what ``possible`` offers and shows the reason beside everything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.dates import instant, instant_text, legal_date
from dost_desktop.domain.ending import barred, ending_by_office, form_stands
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.fold import By, NoticeAct, apply_act
from dost_desktop.domain.identifying import (
    evidence_stands,
    identification_stands,
    paper_check_stands,
    status_stands,
)
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.lifecycle import OPENABLE, Move, step_for
from dost_desktop.domain.moves import ApplicationAct, move_of
from dost_desktop.domain.opening import not_openable, opening_stands, speaker_stands
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.refusing import (
    REASONING_AT_LEAST,
    Refused,
    is_checked,
    is_old_enough,
    refusal_stands,
)
from dost_desktop.domain.representation import stopped, why_no_check
from dost_desktop.domain.required_papers import NOT_A_PERSON, PAPER_GROUNDS, on_paper_ground, papers_stop
from dost_desktop.domain.suitable_work import (
    NOT_SEARCHED,
    REASON_AT_LEAST,
    offer_stands,
    referral_stands,
    silence_counts,
)
from dost_desktop.domain.vocabulary import (
    EmployerAnswer,
    Recipient,
    RepresentedAct,
    Role,
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


#: What goes on only with papers that hold, and what a representative does by it in the applicant's place.
_ON_PAPERS = {
    Move.SUBMIT_FORM: RepresentedAct.CONFIRM_FORM,
    Move.OFFER_WORK: RepresentedAct.APPLY,
    Move.ACCEPT_OFFER: RepresentedAct.ANSWER_OFFER,
    Move.DECLINE_OFFER: RepresentedAct.ANSWER_OFFER,
    Move.ISSUE_REFERRAL: RepresentedAct.APPLY,
    Move.PLACE_NO_WORK: RepresentedAct.APPLY,
    Move.SEND_TO_BACK_OFFICE: RepresentedAct.APPLY,
}
_NOT_OF_APPLICATIONS = {Move.OPEN, Move.READ_STATUS, Move.REMOVE_BY_OFFICE, Move.CANCEL_BY_OFFICE}


def _why_not(
    file: PersonFile, act: acts.Act, command: Command, law: LawInForce, now: datetime
) -> Refused | None:
    match act:
        case acts.IdentifyPerson():
            return _role(command, Role.AGENT, Role.CENTRAL_SYSTEM) or identification_stands(
                file, act, now, law
            )
        case acts.ReadStatus():
            return _role(command, Role.AGENT, Role.CENTRAL_SYSTEM) or status_stands(file, act, now, law)
        case acts.RecordContact():
            return _role(command, Role.AGENT, Role.CENTRAL_SYSTEM)
        case acts.RecordWorkProfile():
            return _role(command, Role.AGENT, Role.CENTRAL_SYSTEM)
        case acts.HandUp():
            return _role(command, Role.AGENT, Role.CENTRAL_SYSTEM) or _said(
                act.wording, "hand_up.words_missing"
            )
        case acts.SettleDisagreement():
            return _role(command, Role.AGENT) or _said(" ".join(act.kinds), "disagreement.nothing")
        case acts.LinkFiles() | acts.RecordInWrongFile() | acts.RecordInOtherFile():
            return _role(command, Role.AGENT) or _between_files(file, act)
        case acts.CloseReview():
            return _role(command, Role.AGENT, Role.HEAD) or _said(act.finding, "review.finding_missing")
        case acts.EraseData():
            return _role(command, Role.ADMINISTRATOR) or _said(act.basis, "erasure.basis_missing")
        case acts.OpenApplication():
            return _role(command, Role.AGENT, Role.CENTRAL_SYSTEM) or opening_stands(
                file, act, command.role, command.centre, law, now
            )
        case acts.IssueNotice():
            return _role(command, Role.AGENT) or _issuing(file, act)
        case acts.PrintNotice() | acts.ServeNotice() | acts.SupersedeNotice() | acts.RecallNotice():
            return _role(command, Role.AGENT) or _on_notice(file, act, law, now)
        case acts.EndByOffice():
            return _role(command, Role.HEAD) or ending_by_office(file, act, law, now)
        case _:
            return _on_application(file, act, command, law, now)


def _role(command: Command, *roles: Role) -> Refused | None:
    return None if command.role in roles else Refused("act.not_your_role", "design 1")


def _between_files(
    file: PersonFile, act: acts.LinkFiles | acts.RecordInWrongFile | acts.RecordInOtherFile
) -> Refused | None:
    """What names another file: never the same one, never without a reason, no application twice."""
    match act:
        case acts.LinkFiles():
            other = act.other
        case acts.RecordInWrongFile():
            other = act.belongs_to
            application = file.application(act.application) if act.application else None
            if act.application and application is None:
                return Refused("application.unknown")
            if application is not None and application.belongs_to is not None:
                return Refused("application.in_wrong_file", "design 4")
        case acts.RecordInOtherFile():
            other = act.file
    if other == file.id:
        return Refused("file.same", "design 4")
    return _said(act.reason, "file.reason_missing")


def _said(text: str, reason: str) -> Refused | None:
    return None if text.strip() else Refused(reason, "design 4")


def _issuing(file: PersonFile, act: acts.IssueNotice) -> Refused | None:
    """A notice on paper is a fact: only an unknown application or a doubled id stops it (design 4)."""
    if file.application(act.application) is None:
        return Refused("application.unknown")
    if file.notice(act.notice) is not None or any(each.number == act.number for each in file.notices):
        return Refused("notice.exists")
    return None


def _on_notice(file: PersonFile, act: NoticeAct, law: LawInForce, now: datetime) -> Refused | None:
    notice = file.notice(act.notice)
    if notice is None:
        return Refused("notice.unknown")
    match act:
        case acts.ServeNotice() if notice.served_at is not None:
            return Refused("notice.already_served", "SEED 8")
        case acts.ServeNotice(recipient=Recipient.REPRESENTATIVE, representative=None):
            return Refused("representative.proof_missing", "SEED 8")
        case acts.ServeNotice() if act.representative is not None:
            return _receiving(file, act.representative, law, now)
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


def _receiving(file: PersonFile, speaker: Representative, law: LawInForce, now: datetime) -> Refused | None:
    """Whoever takes the answer for the person shows the document again, and it is checked on that day (SEED 8)."""
    number = file.identity.number if file.identity else ""
    not_evident = speaker_stands(file, speaker, law, now)
    return not_evident or stopped(speaker, RepresentedAct.RECEIVE_ANSWER, number, law, now)


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
    if application.belongs_to is not None:
        return Refused("application.in_wrong_file", "design 4")
    step = step_for(application.kind, application.state, move)
    if step is None:
        facts = {"state": application.state.value, "move": move.value}
        return Refused("act.not_now", "SEED 23", MappingProxyType(facts))
    return None if role in step.roles else Refused("act.not_your_role", step.cites)


def _standing(
    file: PersonFile, application: Application, move: Move, law: LawInForce, now: datetime
) -> Refused | None:
    """What must be true of the person, the papers and the file before such a move, whatever it says."""
    if move in _ON_PAPERS:
        is_person = file.identity is None or file.identity.number_kind.is_person
        refused = (
            papers_stop(file, application, _ON_PAPERS[move], law, now)
            if is_person
            else Refused("applicant.not_a_person", "D17")
        )
        if refused:
            return refused
    if move is Move.SEND_TO_BACK_OFFICE:
        if file.registration.status is not Status.JOBSEEKER:
            return Refused("application.not_jobseeker", "SEED 23.6")
        return barred(file, application.kind, law, legal_date(now)) or is_checked(application, law, now)
    if move is Move.REOPEN:
        return _reopening(file, application)
    if move is Move.CONFIRM and file.registration.status is not Status.JOBSEEKER:
        return Refused("application.not_jobseeker", "SEED 23.6")
    if move in {Move.SUBMIT_FORM, Move.OFFER_WORK, Move.PLACE_NO_WORK}:
        is_form = move is Move.SUBMIT_FORM
        stopped_by = barred(file, application.kind, law, legal_date(now)) if is_form else None
        return is_old_enough(file, law, now) or stopped_by
    return None


def _reopening(file: PersonFile, application: Application) -> Refused | None:
    """An application that was opened again is like one just opened: there is never a second one of its kind."""
    same = file.open_application(application.kind)
    if same is not None:
        return Refused("application.already_open", "", MappingProxyType({"application_no": same.number}))
    status = file.registration.status
    return None if status in OPENABLE[application.kind] else not_openable(application.kind, status)


def _content(
    file: PersonFile,
    application: Application,
    act: ApplicationAct,
    command: Command,
    law: LawInForce,
    now: datetime,
) -> Refused | None:
    match act:
        case acts.ShowRepresentation(representative=Representative() as speaker):
            return speaker_stands(file, speaker, law, now)
        case acts.CheckRepresentation():
            return _check(file, application, act, law, now)
        case acts.GiveExplanation() if len(act.wording.strip()) < REASONING_AT_LEAST:
            return Refused("explanation.too_short", "D17")
        case acts.RecordRegisterAnswer():
            newest = application.answer
            says_the_same = newest is None or newest.answer == act.attestation.answer
            since = None if says_the_same or newest is None else newest.at
            return evidence_stands(file, act.attestation, Register.EMPLOYED_PERSONS, now, law, since=since)
        case acts.SubmitForm():
            return form_stands(file, application, act, law, now)
        case acts.ShowPaper():
            return paper_check_stands(file, act.paper, now, law)
        case acts.OfferWork():
            return offer_stands(application, act)
        case acts.PlaceNoSuitableWork():
            return _placing(file, application, act, law, now)
        case acts.RecordEmployerAnswer(answer=EmployerAnswer.SILENT):
            return silence_counts(application, law, now)
        case acts.DeclineOffer() if len(act.reason.strip()) < REASON_AT_LEAST:
            return Refused("offer.reason_missing", "facts 1.20")
        case acts.JudgeDecline() if len(act.wording.strip()) < REASONING_AT_LEAST:
            return Refused("offer.judgement_missing", "D3")
        case acts.IssueReferral():
            return referral_stands(application, act, now)
        case acts.AcceptOffer() | acts.DeclineOffer() | acts.JudgeDecline():
            known = application.offers and application.offers[-1].id == act.offer
            return None if known else Refused("offer.unknown", "SEED 23.6")
        case acts.Reopen() if application.centre != command.centre:
            return Refused("application.other_centre", "design 1")
        case acts.SendToBackOffice() if act.back_office not in law.back_offices:
            return Refused("back_office.not_in_passport", "SEED 11")
        case acts.Reopen() if not act.reason.strip():
            return Refused("application.reason_missing", "design 4")
        case acts.ReturnDecision() if not act.reason.strip():
            return Refused("back_office.reason_missing", "design 4")
        case acts.ConfirmDecision() | acts.ReturnDecision() if application.sent_by == command.agent:
            return Refused("back_office.own_decision", "design 1")
        case acts.Refuse():
            return refusal_stands(file, application, act, law, now) or _papers_say_so(
                file, application, act, law, now
            )
        case _:
            return None


def _placing(
    file: PersonFile, application: Application, act: acts.PlaceNoSuitableWork, law: LawInForce, now: datetime
) -> Refused | None:
    """MAS said it of this application, on a day on which vacancies were searched for it: nobody invents that."""
    if act.attestation is None:
        return Refused("lookup.unattested", "design 3")
    refused = evidence_stands(file, act.attestation, Register.NO_SUITABLE_WORK, now, law)
    if refused:
        return refused
    said, id_ = act.attestation.answer, str(application.id)
    if (said["application"], said["reference"], said["placed_at"]) != (
        id_,
        act.reference,
        instant_text(act.placed_at),
    ):
        return Refused("lookup.other_application", "design 3")
    return (
        None if legal_date(instant(said["searched_at"])) == legal_date(act.attestation.at) else NOT_SEARCHED
    )


def _check(
    file: PersonFile,
    application: Application,
    act: acts.CheckRepresentation,
    law: LawInForce,
    now: datetime,
) -> Refused | None:
    speaker = application.representative
    if speaker is None:
        return Refused("representative.proof_missing", "SEED 6")
    since = speaker.check.at if speaker.check else None
    refused = evidence_stands(file, act.attestation, Register.NOTARY, now, law, since=since)
    return refused or why_no_check(act.attestation, speaker.paper_number)


def _papers_say_so(
    file: PersonFile, application: Application, act: acts.Refuse, law: LawInForce, now: datetime
) -> Refused | None:
    """A refusal for want of papers names a paper that is wanting, or does not hold."""
    if act.ground == NOT_A_PERSON:
        is_person = file.identity is None or file.identity.number_kind.is_person
        return Refused("ground.not_the_case", "D17") if is_person else None
    if act.ground not in PAPER_GROUNDS or on_paper_ground(file, application, act.ground, law, now):
        return None
    return Refused("ground.not_the_case", "SEED 9, 21")
