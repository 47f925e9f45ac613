"""What an agent does next at a desk whose colleagues serve the same people: drawn by chance from what a file allows."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final
from uuid import UUID

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.evidence import Paper
from dost_desktop.domain.identity import identity_of
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import Application, Offer, PersonFile
from dost_desktop.domain.values import Phone
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    ApplicationState,
    EmployerAnswer,
    FormShown,
    Receiving,
)
from dost_desktop.ports import Unanswered
from dost_desktop.services.compare_vacancies import compared, question_of
from dost_desktop.services.disagreements import Disagreements
from dost_desktop.services.hand_up import HandUp
from dost_desktop.services.open_application import Intake
from dost_desktop.services.record_contact import Reach
from dost_desktop.services.scan_reading import ReadScan, ScanFacts, ScanKind
from dost_desktop.services.suitable_work import Wish
from tests.acceptance.agent_at_desk import AgentAtDesk

State = ApplicationState
Way = Callable[[], object]
BACK_OFFICE: Final = "05"
_SETTLES: Final = 0.1  # of all operations, where something waits
_VALID: Final = date(2033, 1, 1)
_SCAN_BYTES: Final = (20_000, 400_000)
_SELDOM: Final = {
    "contact": 2,
    "handed up": 1,
    "withdrawn": 1,
    "paper shown": 1,
    "served": 3,
}  # beside 6 of the rest


@dataclass
class DaysWork:
    """One agent's work. ``answers``: what registers said of each person before, for when they are silent now."""

    agent: AgentAtDesk
    people: Sequence[Mapping[str, Any]]
    chance: random.Random

    def draw(self) -> tuple[str, UUID, Way]:
        """What is done, in whose file, and how: may be refused by the law or by the file's state."""
        waiting = self.disagreements() if self.chance.random() < _SETTLES else ()
        if waiting:
            row = self.chance.choice(waiting)
            return "settled", row.file_id, partial(self._settles, row.id)
        person = self.chance.choice(self.people)
        kind = NumberKind(person["number_kind"])
        file_id = self.agent.signed_in.desk.file_of(kind, person["number"])
        with self.agent.signed_in.desk.open_reading() as reading:
            file = reading.file(file_id)
        application = file.open_application(ApplicationKind.UNEMPLOYED)
        ways = self._with(file, application) if application else {"opened": partial(self._opens, person)}
        if file.head.seq:
            ways |= self._always(file)
        names = list(ways)
        [name] = self.chance.choices(names, [_SELDOM.get(each, 6) for each in names])
        return name, file_id, ways[name]

    @property
    def disagreements(self) -> Disagreements:
        """What waits for this agent."""
        return Disagreements(self.agent.signed_in.desk)

    def _settles(self, run: UUID) -> None:
        """Choose among what is possible now."""
        compared_now = self.disagreements.compare(run)
        if compared_now is not None:
            kinds = [each.kind for each in compared_now.choices if each.why_not is None]
            self.disagreements.settle(run, self.chance.choice(kinds), "Rəhbər baxsın.")

    def _always(self, file: PersonFile) -> dict[str, Way]:
        phone = Phone.parse(f"+994502{self.chance.randrange(10**6):06}")
        ways: dict[str, Way] = {
            "contact": partial(self.agent.does.record_contact, file.id, Reach(phone)),
            "handed up": partial(HandUp(self.agent.signed_in.desk), file.id, file.id, "Sənədlər fərqlidir."),
        }
        unserved = [each for each in file.notices if each.copies and not each.served_at and each.stands]
        if unserved:
            ways["served"] = partial(self.agent.does.serve, file.id, unserved[-1].id, Receiving.SIGNED)
        return ways

    def _with(self, file: PersonFile, application: Application) -> dict[str, Way]:
        """What may follow in this state; a withdrawal always, a paper always."""
        does, ids = self.agent.does, (file.id, application.id)
        ways: dict[str, Way] = {
            "withdrawn": partial(does.withdraw, *ids, "Ərizəçi fikrini dəyişdi."),
            "paper shown": partial(self._shows, *ids),
        }
        match application.state:
            case State.OPEN | State.WAITING_REGISTER:
                ways["register asked"] = partial(self._asks, file, application)
            case State.FOUND_EMPLOYED | State.RIGHT_EXPLAINED:
                ways["refused"] = partial(self.refuses, *ids)
            case State.OFFERING_WORK | State.RETURNED:
                ways["offered"] = partial(self._offers, file, application)
                ways["no work"] = partial(self._finds_no_work, file, application)
            case State.DECLINED_UNJUSTIFIED:
                ways["right explained"] = partial(does.answer_offer.explain_right, *ids)
            case State.NO_WORK_PLACED:
                ways["sent to back office"] = partial(does.send_to_back_office, *ids, BACK_OFFICE)
                ways["searched again"] = partial(does.search_work_again, *ids)
            case State.WAITING_EMPLOYER:
                ways["employer said"] = partial(does.record_employer, *ids, EmployerAnswer.NOT_HIRED)
            case _ if application.offers:
                ways |= self._after_offer(ids, application.state, application.offers[-1])
        return ways

    def _after_offer(self, ids: tuple[UUID, UUID], state: State, offer: Offer) -> dict[str, Way]:
        answer, about = self.agent.does.answer_offer, (*ids, offer.id)
        if state is State.WAITING_PERSON:
            return {
                "accepted": partial(answer.accept, *about),
                "declined": partial(answer.decline, *about, "Uzaqdır."),
            }
        if state is State.DECLINED:
            words = "Səbəb əsassızdır."
            return {"judged": partial(answer.judge, *about, words, justified=self.chance.random() < 0.3)}
        if state is State.OFFER_ACCEPTED:
            today = legal_date(self.agent.office.clock.now())
            return {"referred": partial(self.agent.does.issue_referral, *about, today)}
        return {}

    def _opens(self, person: Mapping[str, Any]) -> None:
        kind, number = NumberKind(person["number_kind"]), person["number"]
        known = self.agent.does.look_up(kind, number)
        said = known.attestation or from_json(Attestation, person["person"])
        identity = identity_of(said.answer, kind, number)
        assert identity is not None
        status = known.status_attestation or from_json(Attestation, person["status"])
        self.agent.does.open_application(
            Intake(kind, number, identity, said, status, None, None, ApplicationKind.UNEMPLOYED)
        )

    def _asks(self, file: PersonFile, application: Application) -> None:
        """The register's answer; when it is silent what it said before, or the silence."""
        answer = self.agent.does.ask_employment(file, application.id)
        if isinstance(answer, Unanswered) and self.chance.random() < 0.7:
            number = file.identity.number if file.identity else ""
            kept = next((each for each in self.people if each["number"] == number), None)
            if kept is not None:
                answer = from_json(Attestation, kept["employed"])
        self.agent.does.record_check(file.id, application.id, answer)

    def _shows(self, file_id: UUID, application: UUID) -> None:
        size = self.chance.randint(*_SCAN_BYTES)
        content = b"%PDF-" + self.chance.randbytes(size)
        facts = ScanFacts(ScanKind.PDF, 1, len(content))
        scan = self.agent.does.attach_scan(ReadScan(content, "vəsiqə.pdf", facts))
        number = f"AZE{self.chance.randrange(10**8):08}"
        paper = Paper(
            "identity_card_new", number, FormShown.ORIGINAL, valid_until=_VALID, scans=(scan.sha256,)
        )
        self.agent.does.show_paper(file_id, application, paper)

    def refuses(self, file_id: UUID, application: UUID) -> None:
        """The written answer is issued, signed by hand, and printed."""
        self.agent.does.purposes.state(file_id, "xidmət")  # of a file of another centre
        self.agent.file_id, self.agent.application = file_id, application
        notice, _ = self.agent.refuses()
        self.agent.does.record_print(file_id, notice.id, "")

    def _offers(self, file: PersonFile, application: Application) -> None:
        found = self.agent.does.find_vacancies.search(file, application.id, Wish(), pages=1)
        if not found.vacancies:
            return
        vacancy = self.chance.choice(found.vacancies)
        row = compared([vacancy], file.profile, {})[0]
        answers = {question_of(each, vacancy): True for each in row.questions}
        self.agent.does.offer_work(file.id, application.id, vacancy, answers)

    def _finds_no_work(self, file: PersonFile, application: Application) -> None:
        self.agent.does.find_vacancies.search(file, application.id, Wish(), pages=1)
        placed = self.agent.does.ask_no_work(file, application.id)
        if isinstance(placed, Attestation):
            self.agent.does.record_no_work(file.id, application.id, placed, 3)
