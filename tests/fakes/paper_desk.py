"""A person's file behind a desk that words papers: the file is decided and folded in earnest, nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from types import TracebackType
from typing import Any, cast
from uuid import UUID

from dost_desktop.contract.messages import AgentCard, CentreCard
from dost_desktop.contract.seals import AgentHand
from dost_desktop.domain import acts, evidence
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.vocabulary import ApplicationKind, Education, Role
from dost_desktop.ports import Work
from dost_desktop.services.desk import Desk
from dost_desktop.services.printable import PaperDesk
from tests.domain.builders import (
    CENTRE,
    DESK,
    SECRET,
    Case,
    a_form,
    a_key,
    a_not_employed,
    an_offer,
    an_opening,
)
from tests.fakes.real_desk import the_catalogue

LAW = the_catalogue().law_in_force(date(2026, 11, 24))
PHONE, EMAIL, LIVES_AT = "+994500001234", "nermine@example.az", "Bakı ş., Sınaq küç. 5, m. 9"
HEALTH = "ağır yük qaldırmamaq"
PROFILE = evidence.WorkProfile(
    education=Education.HIGHER,
    institution="Nümunə Universiteti",
    graduated=2014,
    specialty="mühasib",
    skills="rus, ingilis; cədvəl proqramları",
    jobs=(
        evidence.PastJob("baş mühasibin köməkçisi", "“Nümunə Tikinti” MMC", 50, "müqavilənin müddəti bitib"),
        evidence.PastJob("satıcı", "“Sınaq Market” ASC", 14),
    ),
    health_limits=(HEALTH,),
    wanted="mühasib",
    regime="tam iş günü",
    district="Bakı şəhəri",
    by_public_transport=True,
)


class _Meta:
    def __init__(self) -> None:
        self._kept: dict[str, Any] = {}

    def get(self, name: str, default: Any = None) -> Any:
        return self._kept.get(name, default)

    def set(self, name: str, value: Any) -> None:
        self._kept[name] = value


class _Log:
    def __init__(self) -> None:
        self.looks: list[tuple[str, str]] = []

    def add(self, *, at: datetime, agent: str, what: str, purpose: str, file_id: UUID | None = None) -> None:
        self.looks.append((what, purpose))


@dataclass
class CaseWork:
    """One file as a transaction sees it."""

    case: Case
    confirmed: int = 0
    meta: _Meta = field(default_factory=_Meta)
    access_log: _Log = field(default_factory=_Log)

    def __enter__(self) -> CaseWork:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def file(self, _: UUID) -> PersonFile:
        return self.case.file

    def events(self, _: UUID, after: int = 0) -> tuple[ChainedEvent, ...]:
        return tuple(self.case.events[after:])

    def confirmed_seq(self, _: UUID) -> int:
        return self.confirmed

    def commit(self) -> None:
        return None


@dataclass
class _Clock:
    case: Case

    def now(self) -> datetime:
        return self.case.now


def papers_of(
    case: Case, *, centre: str = CENTRE, desk: str = DESK, practice: bool = False
) -> tuple[PaperDesk, CaseWork]:
    """The papers of this file at a desk, and what its transactions leave behind."""
    work = CaseWork(case)
    card = CentreCard(
        code=centre, category="B", name="3 saylı DOST Mərkəzi", address="Bakı ş., Sınaq küç. 1", phone="142"
    )
    at = Desk(
        name=desk,
        centre=card,
        agent=AgentCard(
            agent="aysel", name="Aysel Söyüdlü", role="agent", post="Sosial agent", centre=centre
        ),
        hand=AgentHand(a_key("aysel")),
        secret=SECRET,
        open_work=lambda: cast("Work", work),
        open_reading=lambda: cast("Work", work),
        law=lambda _: LAW,
        clock=_Clock(case),
    )
    return PaperDesk(at, the_catalogue(), practice), work


def a_told(case: Case) -> Case:
    """The person said how to reach them and what they can do."""
    return case.does(acts.RecordContact(PHONE, EMAIL, LIVES_AT), acts.RecordWorkProfile(PROFILE))


def a_declined(case: Case, count: int, *, justified: bool = True, reason: str = "Uzaqdır") -> Case:
    """So many offers were made and declined, each judged."""
    for _ in range(count):
        vacancy = f"V-2026-{len(case.application.offers)}"
        offer = an_offer(case.application.id, offer=new_id(case.now), vacancy=vacancy)
        case.does(offer, acts.DeclineOffer(offer.application, offer.offer, reason, "transport"))
        wording = "Evdən iş yerinə iki avtobusla gedilir, son avtobus iş bitəndən əvvəl çıxır."
        case.does(acts.JudgeDecline(offer.application, offer.offer, justified, wording))
        case.later(minutes=5)
    return case


def a_referred(*, number: str = "05-04-05-00/B03/2026/G-000123", **offer: Any) -> Case:
    """Suitable work was accepted and the referral given."""
    case = a_told(a_not_employed(law=LAW))
    made = an_offer(
        case.application.id,
        **{"employer_voen": "1700000011", "address": "Bakı ş., Nümunə pr. 100", **offer},
    )
    case.does(made, acts.AcceptOffer(made.application, made.offer))
    return case.does(acts.IssueReferral(made.application, made.offer, number, legal_date(case.now)))


def a_next(case: Case, kind: ApplicationKind) -> Case:
    """The next application of this person is open."""
    case.later(days=30)
    number = f"05-04-05-00/B03/2026/M-{len(case.file.applications) + 1:06}"
    return case.does(an_opening(kind, at=case.now, application=new_id(case.now), number=number))


def an_accepted(case: Case, **form: Any) -> Case:
    """The form of the newest application was filled, confirmed in e-sosial and accepted by MAS."""
    application = case.application
    case.does(a_form(application.id, application.kind, at=case.now, **form))
    case.later(hours=2)
    confirmed = acts.ConfirmForm(application.id, case.now)
    accepted = acts.AcceptByMas(application.id, "05-04-05-00/B03/2026/Q-000017", case.now)
    return case.does(confirmed, accepted, role=Role.CENTRAL_SYSTEM)
