"""The representative's block on a real desk: real services and rules; the registers say what a test tells them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dost_desktop.domain import evidence
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.ids import NumberKind
from dost_desktop.ports import Tasks, Unanswered
from dost_desktop.services.attach_scan import AttachScan
from dost_desktop.services.check_representative import (
    CheckPowerOfAttorney,
    CountApplicants,
    LookUpRepresentative,
)
from tests.domain.builders import a_notary_answer, a_person_answer, a_representative, an_identity
from tests.fakes.real_desk import Clock, RealDesk, attested, the_catalogue
from ui.parts.hand_over import HandOver, connect
from ui.parts.handing import HandingPresenter
from ui.parts.representative.judging import Rules
from ui.parts.representative.place import Lender
from ui.parts.representative.presenter import RepresentativeActs
from ui.parts.wires import Wires

KAMRAN = an_identity(
    number="7XH3Q9B", surname="Püstəzadə", given_name="Kamran", patronymic="Elxan oğlu", sex="M"
)
NOBODY: Mapping[str, Any] = {"found": False}
SCOPE = "İşaxtaran və işsiz kimi qeydiyyat üzrə məni təmsil etmək, ərizə vermək, sənədləri almaq"


@dataclass
class AskedOfRepresentatives:
    """``person`` and ``notary`` are what MEİS and the notaries answer; ``asked`` is every question."""

    clock: Clock
    person: Mapping[str, Any] | Unanswered = field(default_factory=lambda: a_person_answer(KAMRAN))
    notary: Mapping[str, Any] | Unanswered | None = None  # None: the paper that was asked about stands
    asked: list[tuple[Register, str, str]] = field(default_factory=list)

    def ask(
        self, register: Register, number_kind: NumberKind, number: str, purpose: str, paper: str = ""
    ) -> Attestation | Unanswered:
        self.asked.append((register, number, paper))
        answer = self.person if register is Register.PERSON else self.notary
        if answer is None:
            answer = a_notary_answer(paper)
        if isinstance(answer, Unanswered):
            return answer
        return attested(self.clock, register, answer, purpose, number)


def acts_on(desk: RealDesk, registers: AskedOfRepresentatives, **law: Any) -> RepresentativeActs:
    """The block's acts at this desk; ``law`` changes the law of the day."""
    terms = the_catalogue().office.terms

    def rules() -> Rules:
        today = replace(desk.law(desk.clock.now()), **law)
        documents = tuple(the_catalogue().documents.values())
        return Rules(today, documents, terms.one_representative_applicants, terms.one_representative_days)

    return RepresentativeActs(
        look_up=LookUpRepresentative(desk.desk, registers),
        check=CheckPowerOfAttorney(desk.desk, registers),
        count=CountApplicants(desk.desk, terms.one_representative_days),
        attach_scan=AttachScan(desk.desk),
        rules=rules,
        now=desk.clock.now,
    )


def hand_over_at(
    desk: RealDesk, tasks: Tasks, view: HandOver, registers: AskedOfRepresentatives | None = None
) -> Wires:
    """The hand-over of a page, as the window wires it."""
    acts = acts_on(desk, registers or AskedOfRepresentatives(desk.clock))
    presenter = HandingPresenter(view, tasks, acts, desk.drafts, raised)
    return connect(view, presenter, Lender())


def raised(error: Exception) -> None:
    """Nothing is expected to go wrong."""
    raise error


def a_speaker(**changes: Any) -> evidence.Representative:
    """Kamran with a notary's power of attorney, shown in copy when he applied."""
    known = a_representative(
        name=KAMRAN.full_name, identity_number=KAMRAN.number, paper_number="3-0417", scope=SCOPE
    )
    return replace(known, **changes)
