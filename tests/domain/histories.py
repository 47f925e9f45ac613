"""Random legal histories: a walk through the tables, where every click is one that ``decide`` allows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import TypeAlias

from hypothesis import strategies as st

from dost_desktop.domain import acts
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.vocabulary import ApplicationKind, Role, Source, Status
from tests.domain.builders import (
    ARTICLES,
    OTHER_FILE,
    Case,
    a_found_employed,
    a_law,
    a_not_employed,
    a_notice,
    a_paper,
    a_refusal,
    a_serving,
    a_status,
    acts_on,
    an_applicant,
    an_at_back_office,
    an_identification,
    an_identity,
    an_opening,
)

Click: TypeAlias = tuple[Role, tuple[acts.Act, ...]]


#: where a walk sets out: the deep rows of the table are rarely reached from nothing
_BEGINNINGS = (Case, an_applicant, a_found_employed, a_not_employed, an_at_back_office)


@st.composite
def histories(draw: st.DrawFn, longest: int = 20) -> Case:
    """A file with one to ``longest`` clicks by all sorts of hands, some hours or days apart."""
    walk = Random(draw(st.integers(0, 2**32)))
    begin = draw(st.sampled_from(_BEGINNINGS))
    case: Case = begin(law=a_law(own_initiative=True))
    for _ in range(draw(st.integers(1, longest))):
        case.later(minutes=walk.choice((0, 0, 1, 7, 60, 600, 9000)))
        role, click = _one_of(case, walk)
        case.does(*click, role=role)
    return case


def _one_of(case: Case, walk: Random) -> Click:
    """A legal click; every kind of act has its chance, and those that get an application further have more."""
    legal: dict[tuple[str, ...], list[Click]] = {}
    for role, click in _clicks(case, walk.choice(ARTICLES)):
        if case.asks(*click, role=role) is None:
            legal.setdefault(tuple(act.kind for act in click), []).append((role, click))
    kinds = sorted(legal)
    further = [kind for kind in kinds if _moves_on(legal[kind][0])]
    return walk.choice(legal[walk.choice(further if further and walk.random() < 0.75 else kinds)])


def _moves_on(click: Click) -> bool:
    act = click[1][0]
    return hasattr(act, "application") and not isinstance(
        act, (acts.Withdraw, acts.ShowPaper, acts.IssueNotice)
    )


def _clicks(case: Case, article: str) -> Iterator[Click]:
    serial = len(case.events) + 1
    for application in case.file.applications:
        if not application.is_open:
            continue
        offer = application.offers[-1].id if application.offers else new_id(case.now)
        on = acts_on(application.id, application.kind, offer, at=case.now, article=article)
        for act in on.values():
            yield from ((role, (act,)) for role in (Role.AGENT, Role.BACK_OFFICE, Role.CENTRAL_SYSTEM))
        notice = a_notice(application.id, at=case.now, serial=serial)
        refusal, printed = a_refusal(application.id, article), acts.PrintNotice(notice.notice, 1, "")
        yield Role.AGENT, (refusal, notice, printed)
        declined = a_refusal(application.id, "", ground="decline.unjustified", lookup_no="")
        yield Role.AGENT, (declined,)
        yield Role.AGENT, (notice,)
    for kind in ApplicationKind:
        yield Role.AGENT, (an_opening(kind, at=case.now, serial=serial),)
    yield Role.AGENT, (an_identification(at=case.now),)
    yield (
        Role.AGENT,
        (acts.IdentifyPerson(an_identity(), Source.PAPERS, paper=a_paper(), unreachable_at=case.now),),
    )
    for status in Status:
        yield Role.AGENT, (a_status(status, at=case.now),)
    for held in case.file.notices:
        yield Role.AGENT, (a_serving(held.id, at=case.now), acts.RecordContact("+994501234567", ""))
        yield Role.AGENT, (acts.RecallNotice(held.id, "Səhv şəxs"),)
        yield Role.AGENT, (acts.SupersedeNotice(held.id, case.file.notices[-1].id, "Yeni məlumat"),)
    for target, ground in (
        (Status.TEMPORARILY_REMOVED, "removal.service"),
        (Status.CANCELLED, "cancel.own_request"),
    ):
        starts = case.now.date()
        act = acts.EndByOffice(target, ground, starts, starts + timedelta(days=90), "Məktub")
        yield Role.HEAD, (act,)
    yield Role.AGENT, (acts.LinkFiles(OTHER_FILE, "Eyni şəxs"),)
    yield Role.HEAD, (acts.CloseReview("Baxıldı"),)
    if case.events:
        event = case.events[len(case.events) // 2].event.content.id
        yield Role.AGENT, (acts.RecordInWrongFile(event, OTHER_FILE, "Səhv"),)
        yield Role.AGENT, (acts.RecordInOtherFile(event, OTHER_FILE, "Səhv"),)
        yield Role.ADMINISTRATOR, (acts.EraseData((event,), "saxlama müddəti"),)
