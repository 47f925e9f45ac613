"""The situations a person's file can be in, and every click that somebody can make there: rows and columns of
``test_conflicts``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from dost_desktop.catalogue.catalogue import load_catalogue
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.decide import Command, decide
from dost_desktop.domain.evidence import WorkProfile
from dost_desktop.domain.lifecycle import Move
from dost_desktop.domain.numbering import number_stem
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import ApplicationKind, Education, Role, Source, Status
from tests.domain.builders import (
    AGENT,
    CENTRE,
    DESK,
    HEAD,
    NOW,
    OFFICER,
    OTHER_FILE,
    REASONING,
    Case,
    a_form,
    a_notice,
    a_paper,
    a_person,
    a_placing,
    a_refusal,
    a_representative,
    a_serving,
    a_status,
    acts_on,
    an_attestation,
    an_employment_answer,
    an_identification,
    an_identity,
    an_offer,
    an_opening,
)

LAW: Final = load_catalogue().law_in_force(legal_date(NOW))
OTHER_DESK, OTHER_AGENT = "B03-08", "o.rzayev"
K, M = ApplicationKind, Move

HANDS: Final[Mapping[Role, tuple[str, str]]] = {
    Role.AGENT: (AGENT, DESK),
    Role.BACK_OFFICE: (OFFICER, DESK),
    Role.HEAD: (HEAD, DESK),
    Role.CENTRAL_SYSTEM: ("central_system", "central"),
}


@dataclass(frozen=True)
class Click:
    """What one hand does at once, as the table calls it."""

    name: str
    role: Role
    acts: tuple[acts.Act, ...]


@dataclass(frozen=True)
class Situation:
    """A file that both desks hold, confirmed."""

    name: str
    case: Case

    def clicks(self, desk: str, agent: str, at: datetime, *, roles: frozenset[Role]) -> tuple[Click, ...]:
        """Every click that ``decide`` allows here, each with fresh ids; the first of each name."""
        found: dict[str, Click] = {}
        for name, role, click in all_clicks(self.case.file, desk, at):
            if role in roles and name not in found and self.allows(click, role, desk, agent, at):
                found[name] = Click(name, role, click)
        return tuple(found.values())

    def allows(self, click: tuple[acts.Act, ...], role: Role, desk: str, agent: str, at: datetime) -> bool:
        who, where = (agent, desk) if role is Role.AGENT else HANDS[role]
        answer = decide(self.case.file, Command(click, role, who, where, CENTRE), LAW, at)
        return not isinstance(answer, Refused)


def provisional(series: Series, desk: str) -> str:
    """A number that says itself that no block was left."""
    return f"{number_stem(series, CENTRE, NOW.year)}P-{desk}-{uuid4().hex[:8].upper()}"


def all_clicks(file: PersonFile, desk: str, at: datetime) -> Iterator[tuple[str, Role, tuple[acts.Act, ...]]]:
    """Whether they are legal or not; of what is about an application: about the newest one."""
    for name, act in _about_the_person(file, at):
        yield name, Role.AGENT, (act,)
    for kind in K:
        opening = an_opening(kind, at=at, number=provisional(Series.APPLICATION, desk), ticket="")
        yield f"opens {_KINDS[kind]}", Role.AGENT, (opening,)
    if file.applications:
        yield from _about_the_application(file, file.applications[-1], desk, at)
    if file.notices:
        notice = file.notices[-1].id
        yield "prints again", Role.AGENT, (acts.PrintNotice(notice, 2, "HP"),)
        yield "hands the paper over", Role.AGENT, (a_serving(notice, at=at),)
        yield "recalls the paper", Role.AGENT, (acts.RecallNotice(notice, "Səhv ünvan"),)
        if len(file.notices) > 1:
            newer = acts.SupersedeNotice(file.notices[0].id, notice, "Yeni məlumat")
            yield "supersedes the paper", Role.AGENT, (newer,)


_KINDS: Final = {
    K.JOBSEEKER: "jobseeker",
    K.UNEMPLOYED: "unemployed",
    K.REMOVAL: "removal",
    K.RESUMPTION: "resumption",
    K.CANCELLATION: "cancellation",
}


def _about_the_person(file: PersonFile, at: datetime) -> Iterator[tuple[str, acts.Act]]:
    yield "identifies by register", an_identification(at=at)
    typed = an_identity(surname="Quluyeva", document_valid_until=None)
    on_paper = acts.IdentifyPerson(typed, Source.PAPERS, paper=a_paper(), unreachable_at=at)
    yield "identifies by papers", on_paper
    yield "corrects a typing error", replace(on_paper, unreachable_at=None, corrects=True)
    for status in (Status.NOT_REGISTERED, Status.JOBSEEKER, Status.UNEMPLOYED):
        yield f"reads {status.value}", a_status(status, at=at)
    yield "records contact", acts.RecordContact(f"+99450{uuid4().int % 10**7:07}")
    yield "records work profile", acts.RecordWorkProfile(WorkProfile(Education.HIGHER))
    yield "hands up", acts.HandUp(file.id, "Baxılsın")
    run = uuid4()
    yield "settles", acts.SettleDisagreement(run, at, ("contact_recorded",), "act.not_now")
    yield "links files", acts.LinkFiles(OTHER_FILE, "Eyni şəxs")
    if file.identity:
        event = uuid4()
        application = file.applications[-1].id if file.applications else None
        yield "wrong file", acts.RecordInWrongFile(event, OTHER_FILE, "Səhv", application)
    yield "belongs here", acts.RecordInOtherFile(uuid4(), OTHER_FILE, "Səhv")
    yield "closes review", acts.CloseReview("Baxıldı")


def _about_the_application(
    file: PersonFile, application: Application, desk: str, at: datetime
) -> Iterator[tuple[str, Role, tuple[acts.Act, ...]]]:
    a, kind = application.id, application.kind
    offer = application.offers[-1].id if application.offers else uuid4()
    on = acts_on(a, kind, offer, at=at)
    on[M.SHOW_REPRESENTATION] = acts.ShowRepresentation(a, a_representative())
    on[M.OFFER_WORK] = an_offer(a, offer=uuid4(), vacancy=f"V-{desk}")
    on[M.ISSUE_REFERRAL] = acts.IssueReferral(a, offer, provisional(Series.REFERRAL, desk), legal_date(at))
    on[M.REGISTER_FOUND] = _answers(a, at, "4.1.1")
    on[M.REGISTER_NOT_FOUND] = _answers(a, at)
    for move in M:
        if move not in on:
            continue
        for role in (Role.AGENT, Role.CENTRAL_SYSTEM, Role.BACK_OFFICE, Role.HEAD):
            name = move.value.replace("_", " ")
            yield (name if role is Role.AGENT else f"{name} [{role.value}]"), role, (on[move],)
    yield "speaks without one", Role.AGENT, (acts.ShowRepresentation(a, None),)
    same = an_offer(a, offer=uuid4(), vacancy="V-2026-7")
    yield "offers the same work", Role.AGENT, (same,)
    newest = application.answer.lookup_no if application.answer else ""
    for ground, refusal in (
        ("register", a_refusal(a, lookup_no=newest)),
        ("decline", a_refusal(a, "", ground="decline.unjustified", lookup_no="")),
        ("law", a_refusal(a, "", ground="no_legal_basis", lookup_no="")),
    ):
        notice = a_notice(
            a,
            at=at,
            notice=uuid4(),
            number=provisional(Series.NOTICE, desk),
            provisional=True,
            verify_code=uuid4().hex,
            pdf=uuid4().hex * 2,
        )
        printed = acts.PrintNotice(notice.notice, 1, "")
        yield f"refuses ({ground})", Role.AGENT, (refusal,)
        yield f"refuses on paper ({ground})", Role.AGENT, (refusal, notice, printed)
    yield "prints an answer", Role.AGENT, (notice, printed)


def _answers(application: UUID, at: datetime, *articles: str) -> acts.RecordRegisterAnswer:
    said = an_attestation(
        answer=an_employment_answer(*articles), at=at, lookup_no=f"L-2026-{uuid4().int % 10**6:06}"
    )
    return acts.RecordRegisterAnswer(application, said)


# -- the situations -------------------------------------------------------------------------------------------------


def _walk(begin: Case, *steps: Callable[[Case], Any]) -> Case:
    for step in steps:
        step(begin)
    return begin


def _does(make: Callable[[Case, UUID], acts.Act], role: Role = Role.AGENT) -> Callable[[Case], Any]:
    return lambda case: case.does(make(case, case.application.id), role=role)


def _offer(case: Case) -> UUID:
    return case.application.offers[-1].id


def _the_form(case: Case, application: UUID) -> acts.SubmitForm:
    return a_form(application, case.application.kind, at=case.now)


_FOUND = _does(lambda case, a: _answers(a, case.now, "4.1.1"))
_NOT_FOUND = _does(lambda case, a: _answers(a, case.now))
_OFFERED = _does(lambda _case, a: an_offer(a, offer=uuid4()))
_ACCEPTED = _does(lambda case, a: acts.AcceptOffer(a, _offer(case)))
_DECLINED = _does(lambda case, a: acts.DeclineOffer(a, _offer(case), "Uzaqdır"))
_UNJUSTIFIED = _does(lambda case, a: acts.JudgeDecline(a, _offer(case), False, REASONING))
_EXPLAINED = _does(lambda _case, a: acts.ExplainRight(a))
_REFERRED = _does(
    lambda case, a: acts.IssueReferral(
        a, _offer(case), provisional(Series.REFERRAL, DESK), legal_date(case.now)
    )
)
_PLACED = _does(lambda case, a: a_placing(a, at=case.now))
_SENT = _does(lambda _case, a: acts.SendToBackOffice(a, "05"))
_RETURNED = _does(lambda _case, a: acts.ReturnDecision(a, "Sübut yoxdur"), Role.BACK_OFFICE)
_CONFIRMED = _does(lambda _case, a: acts.ConfirmDecision(a), Role.BACK_OFFICE)
_WITHDRAWN = _does(lambda _case, a: acts.Withdraw(a))
_SUBMITTED = _does(_the_form)
_TAKEN = _does(lambda case, a: acts.AcceptByMas(a, "R-2", case.now), Role.CENTRAL_SYSTEM)


def _refused_on_paper(case: Case) -> None:
    a = case.application.id
    refusal = a_refusal(a, lookup_no=case.application.answer.lookup_no if case.application.answer else "")
    _prints(case, refusal)


def _prints(case: Case, *before: acts.Act) -> None:
    notice = a_notice(
        case.application.id,
        at=case.now,
        notice=uuid4(),
        number=provisional(Series.NOTICE, DESK),
        provisional=True,
        verify_code=uuid4().hex,
    )
    case.does(*before, notice, acts.PrintNotice(notice.notice, 1, ""))


def _identified_by_papers(status: Status) -> Case:
    case = Case(law=LAW)
    identity = an_identity(document_valid_until=None)
    by_papers = acts.IdentifyPerson(identity, Source.PAPERS, paper=a_paper(), unreachable_at=case.now)
    return case.does(by_papers, a_status(status, at=case.now))


def _applicant(kind: ApplicationKind = K.UNEMPLOYED, status: Status = Status.JOBSEEKER) -> Case:
    case = a_person(status, law=LAW)
    return case.does(an_opening(kind, at=case.now, number=provisional(Series.APPLICATION, DESK)))


def _represented() -> Case:
    case = a_person(law=LAW)
    opening = an_opening(at=case.now, number=provisional(Series.APPLICATION, DESK))
    return case.does(opening, acts.ShowRepresentation(opening.application, a_representative()))


_MAKE: Final[Mapping[str, Callable[[], Case]]] = {
    "nobody yet": lambda: Case(law=LAW),
    "not registered": lambda: a_person(Status.NOT_REGISTERED, law=LAW),
    "by papers": lambda: _identified_by_papers(Status.JOBSEEKER),
    "jobseeker": lambda: a_person(law=LAW),
    "unemployed": lambda: a_person(Status.UNEMPLOYED, law=LAW),
    "removed": lambda: a_person(Status.TEMPORARILY_REMOVED, law=LAW),
    "just opened": _applicant,
    "represented": _represented,
    "waiting for the register": lambda: _walk(
        _applicant(), _does(lambda case, a: acts.RecordRegisterSilence(a, case.now))
    ),
    "found employed": lambda: _walk(_applicant(), _FOUND),
    "offering work": lambda: _walk(_applicant(), _NOT_FOUND),
    "waiting for the person": lambda: _walk(_applicant(), _NOT_FOUND, _OFFERED),
    "declined": lambda: _walk(_applicant(), _NOT_FOUND, _OFFERED, _DECLINED),
    "declined without reason": lambda: _walk(_applicant(), _NOT_FOUND, _OFFERED, _DECLINED, _UNJUSTIFIED),
    "right explained": lambda: _walk(_applicant(), _NOT_FOUND, _OFFERED, _DECLINED, _UNJUSTIFIED, _EXPLAINED),
    "offer accepted": lambda: _walk(_applicant(), _NOT_FOUND, _OFFERED, _ACCEPTED),
    "at the employer": lambda: _walk(_applicant(), _NOT_FOUND, _OFFERED, _ACCEPTED, _REFERRED),
    "the employer's term is over": lambda: _walk(
        _applicant(), _NOT_FOUND, _OFFERED, _ACCEPTED, _REFERRED, lambda case: case.later(days=12)
    ),
    "no work placed": lambda: _walk(_applicant(), _NOT_FOUND, _PLACED),
    "at the back office": lambda: _walk(_applicant(), _NOT_FOUND, _PLACED, _SENT),
    "returned": lambda: _walk(_applicant(), _NOT_FOUND, _PLACED, _SENT, _RETURNED),
    "decided": lambda: _walk(_applicant(), _NOT_FOUND, _PLACED, _SENT, _CONFIRMED),
    "refused on paper": lambda: _walk(_applicant(), _FOUND, _refused_on_paper),
    "two papers": lambda: _walk(_applicant(), _FOUND, _refused_on_paper, _prints),
    "withdrawn": lambda: _walk(_applicant(), _WITHDRAWN),
    "jobseeker form": lambda: _applicant(K.JOBSEEKER, Status.NOT_REGISTERED),
    "form at MAS": lambda: _walk(_applicant(K.JOBSEEKER, Status.NOT_REGISTERED), _SUBMITTED),
    "removal form": lambda: _applicant(K.REMOVAL),
    "cancellation form at MAS": lambda: _walk(_applicant(K.CANCELLATION), _SUBMITTED),
    "accepted by MAS": lambda: _walk(_applicant(K.JOBSEEKER, Status.NOT_REGISTERED), _SUBMITTED, _TAKEN),
}


def situations() -> Iterator[Situation]:
    """All of them, each on the same person's file."""
    for name, make in _MAKE.items():
        yield Situation(name, make())
