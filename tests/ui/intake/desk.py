"""The intake on a real desk: real rules, real storage; the registers answer what a test tells them to."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from dost_desktop.catalogue.catalogue import Catalogue, load_catalogue
from dost_desktop.catalogue.office import DocumentEntry
from dost_desktop.contract.messages import AgentCard, CentreCard
from dost_desktop.contract.seals import AgentHand
from dost_desktop.domain.attestation import Attestation, NumberLease, Register, Series
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.ids import NumberKind, file_id, new_id
from dost_desktop.domain.law import DocumentRule, LawInForce
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.ports import Unanswered, Worker
from dost_desktop.rows import Draft
from dost_desktop.services.attach_scan import AttachScan
from dost_desktop.services.changes import Changes
from dost_desktop.services.check_representative import CheckPermit, CheckPowerOfAttorney, LookUpRepresentative
from dost_desktop.services.desk import Desk
from dost_desktop.services.find_alike import FindAlike
from dost_desktop.services.identify_person import LookUpPerson
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.open_application import OpenApplication
from dost_desktop.services.run_case import Case, RunCase
from dost_desktop.storage.database import Database, DatabasePaths
from tests.domain.builders import SECRET, SERVER, a_key, a_person_answer, an_identity
from ui.parts.papers.typed import TypedPaper
from ui.parts.representative.form import RepresentativeForm
from ui.parts.representative.judging import Rules
from ui.parts.representative.line_words import line_words
from ui.parts.representative.place import Lender
from ui.parts.representative.presenter import RepresentativeActs, RepresentativePresenter
from ui.parts.representative.shown import RepresentativeShown
from ui.screens.intake.acts import IntakeActs
from ui.screens.intake.form import Form
from ui.screens.intake.presenter import IntakePresenter
from ui.screens.intake.rules import IntakeRules
from ui.screens.intake.shown import Shown
from ui.screens.intake.speaking import Speaking

T = TypeVar("T")
NOW = datetime(2026, 11, 24, 10, 6, tzinfo=UTC)
GUNAY = an_identity(
    number="5TK8R2M",
    surname="Çinarlı",
    given_name="Günay",
    patronymic="Rəşad qızı",
    birth_date=datetime(1991, 3, 14, tzinfo=UTC).date(),
    address="Bakı ş., Nümunə r-nu, Sınaq küç. 12, m. 34",
    document_kind="identity_card_new",
)
JOBSEEKER: Mapping[str, Any] = {"status": "jobseeker", "since": "2026-11-16", "registration_number": "R-1"}
NOBODY: Mapping[str, Any] = {"found": False}
_CATALOGUE: list[Catalogue] = []


def catalogue() -> Catalogue:
    """The catalogue that ships, loaded once."""
    if not _CATALOGUE:
        _CATALOGUE.append(load_catalogue())
    return _CATALOGUE[0]


@dataclass
class Registers:
    """MEİS and MAS, sealed as the central API would."""

    person: Mapping[str, Any] | Unanswered = field(default_factory=lambda: a_person_answer(GUNAY))
    status: Mapping[str, Any] | Unanswered = field(default_factory=lambda: JOBSEEKER)
    permit: Mapping[str, Any] | Unanswered = Unanswered.REGISTER
    notary: Mapping[str, Any] | Unanswered = Unanswered.REGISTER
    others: dict[str, Mapping[str, Any] | Unanswered] = field(default_factory=dict)  # of MEİS, by number
    asked: list[str] = field(default_factory=list)

    def ask(
        self, register: Register, number_kind: NumberKind, number: str, purpose: str, paper: str = ""
    ) -> Attestation | Unanswered:
        self.asked.append(register.value)
        answer = {
            Register.PERSON: self.others.get(number, self.person),
            Register.PERMITS: self.permit,
            Register.NOTARY: self.notary,
        }.get(register, self.status)
        if isinstance(answer, Unanswered):
            return answer
        about = file_id(SECRET, number_kind, number)
        return SERVER.seal(Attestation("M-1", register, about, purpose, "aysel", NOW, answer, ""))


class HeldTasks:
    """Tasks that a test finishes one by one."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        job: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        on: Worker = Worker.DATABASE,
    ) -> None:
        self.waiting.append(lambda: done(job()))

    def finish(self) -> None:
        """Everything that waits, in order."""
        while self.waiting:
            self.waiting.pop(0)()


class View:
    """Keeps what was shown last."""

    shown: Shown

    def __init__(self) -> None:
        self.form, self.caret, self.draft, self.saved = Form(), "", list[Draft](), list[datetime]()

    def show_now(self, shown: Shown) -> None:
        self.shown = shown

    def fill(self, form: Form) -> None:
        self.form = form

    def focus(self, need: str) -> None:
        self.caret = need

    def lead(self, need: str) -> None:
        self.caret = need

    def offer_draft(self, draft: Draft) -> None:
        self.draft = [draft]

    def withdraw_draft(self) -> None:
        self.draft = []

    def show_saved(self, at: datetime) -> None:
        self.saved.append(at)


class Block:
    """The representative's block without its picture."""

    def show_now(self, shown: RepresentativeShown) -> None:
        self.shown = shown

    def fill(self, form: RepresentativeForm) -> None:
        self.form = form

    def focus(self, name: str) -> None:
        self.caret = name


class Went:
    """Where the intake sent the agent."""

    def __init__(self) -> None:
        self.to: list[object] = []

    def show_queue(self) -> None:
        self.to.append("queue")

    def ask_pause(self) -> None:
        self.to.append("why a pause")

    def open_refusal(self, file_id: UUID, application: UUID) -> None:
        self.to.append(("refusal", application))

    def open_person(self, file_id: UUID, application: UUID | None = None) -> None:
        self.to.append(("person", file_id))

    def open_case(self, file_id: UUID, application: UUID) -> None:
        self.to.append(application)

    def case_changed(self, case: Case | None) -> None:
        self.to.append("timer" if case else "no timer")

    def announce(self, changes: Changes) -> None:
        self.to.append("changes")

    def say_problem(self, error: AgentError) -> None:
        self.to.append(getattr(error, "problem", error.code))


class IntakeDesk:
    """Desk 7 with an agent, a lease of numbers and one called ticket."""

    def __init__(self, folder: Path) -> None:
        self.registers, self.view, self.went = Registers(), View(), Went()
        paths = DatabasePaths(folder / "data" / "desk.db", folder / "outside" / "marks", folder / "backups")
        self.database = Database.create(paths, b"k" * 32, "install-1")
        self.desk = Desk(
            name="7",
            centre=CentreCard(
                code="B03", category="B", name="3 saylı DOST Mərkəzi", address="Bakı", phone="1"
            ),
            agent=AgentCard(
                agent="aysel", name="Aysel Söyüdlü", role="agent", post="Sosial agent", centre="B03"
            ),
            hand=AgentHand(a_key("aysel")),
            secret=SECRET,
            open_work=self.database.open_work,
            open_reading=self.database.open_reading,
            law=self._law,
            clock=self,
        )
        block = NumberLease(new_id(NOW), Series.APPLICATION, "B03", 2026, 4800, 4870, "7", "one", "")
        with self.database.open_work() as work:
            work.leases.add(SERVER.seal(block))
            work.commit()
        self.cases, self.drafts = RunCase(self.desk), KeepDrafts(self.desk)
        self.moment = NOW
        self.more_kinds: list[DocumentRule] = []

    def now(self) -> datetime:
        return self.moment

    def _law(self, moment: datetime) -> LawInForce:
        law = catalogue().law_in_force(legal_date(moment))
        return replace(law, documents={**law.documents, **{each.id: each for each in self.more_kinds}})

    def law_with(self, rule: DocumentRule) -> None:
        """The owner's catalogue has one more kind of document."""
        self.more_kinds.append(rule)

    def acts(self) -> IntakeActs:
        return IntakeActs(
            lookup=LookUpPerson(self.desk, self.registers),
            open_application=OpenApplication(self.desk),
            drafts=self.drafts,
            cases=self.cases,
            attach_scan=AttachScan(self.desk),
            check_permit=CheckPermit(self.desk, self.registers),
            find_alike=FindAlike(self.desk),
            file_of=self.desk.file_of,
            own_file=self.desk.look_up_own_file,
            now=self.now,
        )

    def speaking(self, tasks: Any, part: Any) -> tuple[Speaking, RepresentativePresenter, list[Any]]:
        """The representative's block, and a list for who hears of its changes."""
        heard: list[Any] = []
        office = catalogue().office.terms
        rules = Rules(
            self._law(self.now()),
            tuple(catalogue().documents.values()),
            office.one_representative_applicants,
            office.one_representative_days,
        )
        acts = RepresentativeActs(
            look_up=LookUpRepresentative(self.desk, self.registers),
            check=CheckPowerOfAttorney(self.desk, self.registers),
            count=lambda _: 1,
            attach_scan=AttachScan(self.desk),
            rules=lambda: rules,
            now=self.now,
        )

        def changed() -> None:
            for hear in heard:
                hear()

        block = RepresentativePresenter(part, tasks, acts, changed)
        return Speaking(block, line_words), block, heard

    def intake(
        self,
        tasks: Any,
        *,
        purpose: str = "unemployed_registration",
        number: str = "",
        view: Any = None,
        needs: tuple[str, ...] = (),
        documents: tuple[DocumentEntry, ...] = (),
    ) -> IntakePresenter:
        case = self.cases.current() or self.cases.begin("A-047", purpose, needs)
        kinds = documents or tuple(catalogue().documents.values())
        rules = IntakeRules(kinds, self._law(self.now()))
        self.speaks, self.block, heard = self.speaking(tasks, view.speaker if view is not None else Block())
        if view is not None:
            gc.collect()  # a window has one block; wrappers of an earlier test's would answer for its widgets
            self.lender = Lender()
            view.speaker.lead_to(self.block, self.lender)
        presenter = IntakePresenter(
            view or self.view,
            tasks,
            self.acts(),
            rules,
            self.went,
            speaking=self.speaks,
            case=case,
            number=number,
        )
        heard.append(presenter.spoken)
        presenter.opened()
        return presenter

    def file(self, number: str = "5TK8R2M", kind: NumberKind = NumberKind.PIN) -> PersonFile:
        with self.database.open_reading() as reading:
            return reading.file(self.desk.file_of(kind, number))

    def close(self) -> None:
        self.database.close()


PAPERS = replace(
    Form(),
    number="5TK8R2M",
    papers=(TypedPaper("identity_card_new", "AA 1234567", valid_until="01.06.2031"),),
    surname="Çinarlı",
    given_name="Günay",
    patronymic="Rəşad qızı",
    birth_date="14.03.1991",
    sex="F",
)
