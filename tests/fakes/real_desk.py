"""A real desk for screens' tests: real rules, real storage, real law; only the registers and the queue are played."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from dost_desktop.catalogue.catalogue import Catalogue, load_catalogue
from dost_desktop.contract.messages import AgentCard, CentreCard, Need, Queue, Ticket
from dost_desktop.contract.seals import AgentHand, is_sealed
from dost_desktop.domain import evidence
from dost_desktop.domain.attestation import Attestation, NumberLease, Receipt, Register, Series
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.ids import NumberKind, file_id, new_id
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.vocabulary import ApplicationKind, Status
from dost_desktop.ports import NoTicket, Unanswered
from dost_desktop.services.attach_scan import AttachScan
from dost_desktop.services.changes import Changes
from dost_desktop.services.check_employment import AskEmployment, RecordEmploymentCheck
from dost_desktop.services.check_representative import CheckPermit
from dost_desktop.services.desk import Desk
from dost_desktop.services.give_explanation import GiveExplanation
from dost_desktop.services.hand_over import RecordPrint, ServeNotice
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.look_at_file import LookAtCase
from dost_desktop.services.open_application import Intake, OpenApplication
from dost_desktop.services.refuse_application import RefuseApplication
from dost_desktop.services.run_case import Case, RunCase
from dost_desktop.services.serve_ticket import FinishCase
from dost_desktop.services.show_paper import ShowPaper
from dost_desktop.services.show_representation import ShowRepresentation
from dost_desktop.services.withdraw_application import WithdrawApplication
from dost_desktop.storage.database import Database, DatabasePaths
from tests.domain.builders import SECRET, SERVER, a_key, a_person_answer, an_identity
from ui.screens.application.port import CaseJobs

NOW = datetime(2026, 11, 24, 10, 7, 32, tzinfo=UTC)
GUNAY = an_identity(
    number="5TK8R2M",
    surname="Çinarlı",
    given_name="Günay",
    patronymic="Rəşad qızı",
    birth_date=datetime(1991, 3, 14, tzinfo=UTC).date(),
    address="Bakı ş., Nümunə r-nu, Sınaq küç. 12, m. 34",
)
WORKS: Mapping[str, Any] = {
    "found": True,
    "entries": [
        {
            "article": "4.1.1",
            "variant": "",
            "facts": {
                "employer_name": "“Nümunə Tikinti” MMC",
                "employer_voen": "1700000011",
                "position": "anbardar",
                "contract_from": "2025-02-03",
            },
        }
    ],
}
LAND: Mapping[str, Any] = {
    "found": True,
    "entries": [
        {
            "article": "4.1.3",
            "variant": "land_share",
            "facts": {
                "land_document": "state_act",
                "land_document_no": "JN-123456",
                "land_document_date": "1998-05-12",
                "land_district": "Şamaxı rayonu",
                "land_share": "1,8 ha",
            },
        }
    ],
}
NOTHING: Mapping[str, Any] = {"found": False, "entries": []}


class Seals:
    """The server's seals are checked for real."""

    def event_is_signed(self, chained: object) -> bool:
        return True

    def receipt_is_signed(self, receipt: Receipt) -> bool:
        return is_sealed(receipt, {SERVER.name: SERVER.public})


@dataclass
class Clock:
    """A clock that a test moves."""

    moment: datetime = NOW

    def now(self) -> datetime:
        return self.moment


@dataclass
class PlayedRegisters:
    """Answers what it is told to, sealed as the central API would."""

    clock: Clock
    answer: Mapping[str, Any] | Unanswered = field(default_factory=lambda: WORKS)
    asked: list[Register] = field(default_factory=list)

    def ask(
        self, register: Register, number_kind: NumberKind, number: str, purpose: str, paper: str = ""
    ) -> Attestation | Unanswered:
        self.asked.append(register)
        if isinstance(self.answer, Unanswered):
            return self.answer
        return attested(self.clock, register, self.answer, purpose, number)


def attested(
    clock: Clock, register: Register, answer: Mapping[str, Any], purpose: str, number: str = "5TK8R2M"
) -> Attestation:
    """One answer under the server's seal."""

    whole = Attestation(
        lookup_no=f"MAS-2026-{clock.now():%H%M%S}",
        register=register,
        file_id=file_id(SECRET, NumberKind.PIN, number),
        purpose=purpose,
        asked_by="aysel",
        at=clock.now(),
        answer=answer,
        key="",
    )
    return SERVER.seal(whole)


class NoQueue:
    """A queue that only remembers which tickets were finished."""

    def __init__(self) -> None:
        self.finished: list[str] = []

    def queue(self) -> Queue | None:
        return None

    def call(self, number: str | None) -> Ticket | NoTicket:
        return NoTicket("queue.unreachable")

    def call_again(self, number: str) -> Ticket | NoTicket:
        return NoTicket("queue.unreachable")

    def finish(self, number: str) -> bool:
        self.finished.append(number)
        return True

    def no_show(self, number: str) -> Ticket | NoTicket:
        return NoTicket("queue.unreachable")

    def transfer(self, number: str, *, direction: str = "", desk: str = "") -> Ticket | NoTicket:
        return NoTicket("queue.unreachable")

    def note_needs(self, number: str, needs: Sequence[Need]) -> Ticket | NoTicket:
        return NoTicket("queue.unreachable")


class Went:
    """Where a presenter sent the agent, in order."""

    def __init__(self) -> None:
        self.to: list[str] = []
        self.changes: list[Changes] = []
        self.words: list[str] = []
        self.problems: list[AgentError] = []
        self.heard: Callable[[Changes], None] | None = None

    def show_queue(self) -> None:
        self.to.append("queue")

    def start_intake(self, case: Case | None, number: str = "") -> None:
        self.to.append("intake")

    def open_case(self, file_id: UUID, application: UUID) -> None:
        self.to.append("case")

    def open_papers(self, file_id: UUID, application: UUID) -> None:
        self.to.append("papers")

    def open_person(self, file_id: UUID, application: UUID | None = None) -> None:
        self.to.append("person")

    def open_refusal(self, file_id: UUID, application: UUID) -> None:
        self.to.append("refusal")

    def show_notices(self, notice: UUID | None = None) -> None:
        self.to.append("notices")

    def show_persons(self, text: str = "") -> None:
        self.to.append(f"persons {text}")

    def show_applications(self, reason: str = "") -> None:
        self.to.append(" ".join(("applications", reason)).strip())

    def show_outbox(self) -> None:
        self.to.append("outbox")

    def show_disagreements(self, item: UUID | None = None) -> None:
        self.to.append(" ".join(("disagreements", str(item or ""))).strip())

    def case_changed(self, case: Case | None) -> None:
        self.to.append("case changed")

    def ask_pause(self) -> None:
        self.to.append("pause")

    def transfer_called(self) -> None:
        self.to.append("transfer")

    def announce(self, changes: Changes) -> None:
        self.changes.append(changes)
        if self.heard is not None:
            self.heard(changes)

    def say(self, words: str) -> None:
        self.words.append(words)

    def say_problem(self, error: AgentError) -> None:
        self.problems.append(error)


_CATALOGUE: list[Catalogue] = []


def the_catalogue() -> Catalogue:
    """The catalogue that ships, loaded once."""
    if not _CATALOGUE:
        _CATALOGUE.append(load_catalogue())
    return _CATALOGUE[0]


class RealDesk:
    """Desk B03-07 with Aysel Söyüdlü signed in."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.registers = PlayedRegisters(self.clock)
        self.queue, self.went = NoQueue(), Went()
        paths = DatabasePaths(folder / "data" / "desk.db", folder / "outside" / "marks", folder / "backups")
        self.database = Database.create(paths, b"k" * 32, "install-1")
        catalogue = the_catalogue()
        self.desk = Desk(
            name="7",
            centre=CentreCard(
                code="B03",
                category="B",
                name="3 saylı DOST Mərkəzi",
                address="Bakı ş., Sınaq küç. 1",
                phone="(012) 555 00 00",
            ),
            agent=AgentCard(
                agent="aysel", name="Aysel Söyüdlü", role="agent", post="Sosial agent", centre="B03"
            ),
            hand=AgentHand(a_key("aysel")),
            secret=SECRET,
            open_work=self.database.open_work,
            open_reading=self.database.open_reading,
            law=self.law,
            clock=self.clock,
        )
        self.runs = RunCase(self.desk)
        self.refuse = RefuseApplication(self.desk, catalogue, "https://yoxla.example.az", practice=True)
        self.drafts = KeepDrafts(self.desk)
        self.person = GUNAY
        self.receipts: list[UUID] = []
        self.copies: list[UUID] = []
        self.lease(Series.APPLICATION, 4800)
        self.lease(Series.NOTICE, 430)

    def law(self, moment: datetime) -> LawInForce:
        return the_catalogue().law_in_force(legal_date(moment))

    def lease(self, series: Series, first: int) -> None:
        """A block of 70 numbers."""
        block = NumberLease(new_id(NOW), series, "B03", 2026, first, first + 69, "7", "one", "")
        with self.database.open_work() as work:
            work.leases.add(SERVER.seal(block))
            work.commit()

    def close(self) -> None:
        self.database.close()

    def next_person(self) -> None:
        """Somebody else sits down."""
        self.person = replace(
            GUNAY, number="6TK8R2M", surname="İydəli", given_name="Samir", patronymic="Nadir oğlu"
        )

    def takes_a_notice_number(self) -> None:
        """Another notice of this desk takes the next number."""
        with self.database.open_work() as work:
            work.take_number(Series.NOTICE, 2026, self.clock.now())
            work.commit()

    def opens(self, person: evidence.Identity | None = None, **changes: Any) -> tuple[UUID, UUID]:
        """An application for registration as unemployed, opened now; file and application."""
        identity = person or self.person
        purpose, number = str(ApplicationKind.UNEMPLOYED), identity.number
        answered = attested(self.clock, Register.PERSON, a_person_answer(identity), purpose, number)
        status = {"status": Status.JOBSEEKER.value, "since": "2026-11-16", "registration_number": "R-1"}
        intake = Intake(
            number_kind=NumberKind.PIN,
            number=number,
            identity=identity,
            attestation=answered,
            status_attestation=attested(self.clock, Register.STATUS, status, purpose, number),
            paper=None,
            unreachable_at=None,
            kind=ApplicationKind.UNEMPLOYED,
            ticket="A-047",
            phone="+994500001234",
        )
        opened = OpenApplication(self.desk)(replace(intake, **changes))
        self.clock.moment += timedelta(minutes=3)
        return opened.file_id, opened.application

    def serves(self, file_id: UUID, application: UUID) -> Case:
        """The application is the open case of this desk."""
        case = self.runs.begin("A-047", str(ApplicationKind.UNEMPLOYED))
        return self.runs.bind(case, file_id, application)

    def checks(self, file_id: UUID, application: UUID, answer: Mapping[str, Any] | Unanswered) -> None:
        """The employment check, recorded."""
        self.registers.answer = answer
        case = LookAtCase(self.desk)(file_id, application)
        found = AskEmployment(self.desk, self.registers)(case.file, application)
        RecordEmploymentCheck(self.desk)(file_id, application, found)
        self.clock.moment += timedelta(seconds=40)

    def refuses(self, file_id: UUID, application: UUID, pdf: bytes = b"%PDF-1.7 sinaq") -> UUID:
        """The written refusal, recorded; its notice."""
        case = LookAtCase(self.desk)(file_id, application)
        reserved = self.refuse.reserve(case, self.refuse.begin(case), None)
        issued = self.refuse.commit(reserved, pdf)
        self.clock.moment += timedelta(minutes=1)
        return issued.notice

    @property
    def jobs(self) -> CaseJobs:
        from tests.fakes.representing import AskedOfRepresentatives, acts_on

        return CaseJobs(
            look=LookAtCase(self.desk),
            ask=AskEmployment(self.desk, self.registers),
            record=RecordEmploymentCheck(self.desk),
            refuse=self.refuse,
            withdraw=WithdrawApplication(self.desk),
            serve=ServeNotice(self.desk),
            drafts=self.drafts,
            runs=self.runs,
            finish=FinishCase(self.runs, self.queue),
            show_paper=ShowPaper(self.desk),
            show_representation=ShowRepresentation(self.desk),
            representative=acts_on(self, AskedOfRepresentatives(self.clock)),
            explain=GiveExplanation(self.desk),
            attach_scan=AttachScan(self.desk),
            check_permit=CheckPermit(self.desk, self.registers),
            print_waiting_receipt=lambda case: self.receipts.append(case.application.id),
            print_copy=lambda _, notice: self.copies.append(notice),
        )

    def prints(self, file_id: UUID, notice: UUID) -> None:
        RecordPrint(self.desk)(file_id, notice, "Sınaq printeri")
