"""The world around the desk: the registers, MAS, e-sosial, employers and the queue, each as the simulator plays it.

Every scenario gets persons of its own, so that none stands in the way of another.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from typing import Any, Final

from sqlalchemy import delete

from central_api import demo, demo_people
from central_api.app import build_office
from central_api.database import insert_missing
from central_api.demo_lifecycle import OWN_CASE
from central_api.demo_people import Invented, Paper
from central_api.self_service import ElectronicApplication, receive
from central_api.settings import read_settings
from central_api.simulated_mas import SimulatedMas
from central_api.tables import simulated_rows
from dost_desktop.catalogue.catalogue import load_catalogue
from dost_desktop.contract.messages import Ticket
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import Application
from dost_desktop.domain.vocabulary import ApplicationKind, EmployerAnswer
from dost_desktop.practice import PracticeFacts, PracticeOffice
from tests.acceptance.robot.other_days import Days

E_SOSIAL: Final = "e_sosial"
_NUMBERS: Final = count(1001)  # of tickets, vacancies and papers
_ADULT: Final = 31


@dataclass
class Person:
    """One synthetic person, and what the registers say of them."""

    invented: Invented
    trade: str = ""  # of nobody else: only vacancies made for this person are found for them
    speaker: Invented | None = None  # who speaks for this person, by ``invented.paper``

    @property
    def number(self) -> str:
        return self.invented.number

    @property
    def kind(self) -> NumberKind:
        return NumberKind(self.invented.kind)

    @property
    def name(self) -> str:
        return self.invented.name

    @property
    def surname(self) -> str:
        return str(self.invented.person["surname"])

    @property
    def card(self) -> str:
        """What a scanner reads from the card."""
        return demo._lines(self.invented)


class Outside:
    """Plays everybody who is not at the desk."""

    def __init__(self, practice: PracticeOffice, seed: int) -> None:
        self.practice, self.days = practice, Days(practice.central)
        self.dice = random.Random(seed)
        self.office = build_office(
            read_settings(practice.central, {}), [load_catalogue()], clock=self.days.now, practice=True
        )

    def close(self) -> None:
        """Everybody goes home."""
        self.office.stop()

    def days_ago(self, days: int) -> str:
        """That day, as registers write it."""
        return (self.days.today() - timedelta(days=days)).isoformat()

    # people
    def person(self, status: str = "", *, age: int = _ADULT, foreigner: bool = False) -> Person:
        """Somebody new, known to MEİS, with this status in MAS."""
        today = self.days.today()
        if foreigner:
            one = demo_people._foreigner(self.dice, today, permanent=True)
            one.status = demo_people._status(self.dice, today, status)
        else:
            one = demo_people._citizen(self.dice, today, age, status)
        self._tell(Register.PERSON, one.number, one.person)
        if foreigner:
            self._tell(Register.PERMITS, one.number, one.person)
        trade = f"sınaqçı {next(_NUMBERS)}"
        if one.status:
            one.status["profile"] = _profile(trade)
            self._tell(Register.STATUS, one.number, one.status)
        return Person(one, trade)

    def oneself(self, facts: PracticeFacts) -> Person:
        """The first agent as a person of the registers."""
        told = next(each for each in facts.persons if each["case"] == OWN_CASE)
        surname, given_name, *patronymic = told["name"].split(" ")
        names = {"surname": surname, "given_name": given_name, "patronymic": " ".join(patronymic)}
        return Person(Invented(told["number"], told["number_kind"], names, None))

    def speaks_for(self, person: Person, **changes: str) -> None:
        """Somebody has a power of attorney of this person, certified by a notary; ``changes`` to what it says."""
        today = self.days.today()
        speaker = demo_people._citizen(self.dice, today, 40, "")
        self._tell(Register.PERSON, speaker.number, speaker.person)
        paper = Paper(
            number=f"2N-{next(_NUMBERS)}/{today:%y}",
            speaker=speaker.number,
            date=(today - timedelta(days=60)).isoformat(),
            certifier="Nümunə notariat kontoru",
            valid_until=(today + timedelta(days=300)).isoformat(),
            scope="Məşğulluq xidmətində, o cümlədən qeydiyyat üzrə məni təmsil etmək",
        )
        paper = replace(paper, **changes)  # type: ignore[arg-type]
        person.invented.paper, person.speaker = paper, speaker
        self._tell(Register.NOTARY, paper.number, {"grantor_number": person.number} | paper.of_notary)

    def works(self, person: Person, article: str, variant: str = "") -> None:
        """The register of employed persons holds this person."""
        line = demo_people.entry(self.dice, self.days.today(), article, variant)
        self._tell(Register.EMPLOYED_PERSONS, person.number, line)

    def works_no_more(self, person: Person) -> None:
        """The register of employed persons holds nothing of this person any more."""
        self._forget(Register.EMPLOYED_PERSONS, person.number)

    def changes_person(self, person: Person) -> None:
        """MEİS says of the person what stands in ``person`` now."""
        self._forget(Register.PERSON, person.number)
        self._tell(Register.PERSON, person.number, person.invented.person)

    def changes_status(self, person: Person, **said: Any) -> None:
        """MAS says this of the person from now on."""
        before = person.invented.status or {"registration_number": "", "bars": [], "since": ""}
        person.invented.status = {**before, **said}
        self._forget(Register.STATUS, person.number)
        self._tell(Register.STATUS, person.number, person.invented.status)

    def applies_online(self, person: Person, kind: ApplicationKind) -> None:
        """The person applies in e-sosial; the application is in the centre a moment later."""
        wish = ElectronicApplication(
            mas_number=f"MAS-ES-{person.number}",
            number_kind=person.kind,
            number=person.number,
            phone="+994500000001",
            application_kind=kind,
            centre=demo.CENTRE,
            submitted_at=instant_text(self.days.now()),
        )
        receive(self.office.database, [wish])

    # registers and MAS
    def falls_silent(self, register: str) -> None:
        """This register does not answer from now on."""
        folder = self.practice.central / "outage"
        folder.mkdir(exist_ok=True)
        (folder / register).touch()

    def speaks_again(self, register: str) -> None:
        """It answers again."""
        (self.practice.central / "outage" / register).unlink(missing_ok=True)

    def all_speak(self) -> None:
        """Nothing is silent any more."""
        for file in (self.practice.central / "outage").glob("*"):
            file.unlink()

    def mas_will_not_accept(self, person: Person, kind: ApplicationKind, reason: str) -> None:
        """The next form of this kind comes back with this reason."""
        self._tell("mas_form_refusals", person.number, {"application_kind": kind.value, "reason": reason})

    def confirms(self, application: Application) -> None:
        """The person confirms the form of this application in e-sosial, once it lies there."""
        self.speaks_again(E_SOSIAL)
        mas = self.office.mas
        assert isinstance(mas, SimulatedMas)
        self.wait("the form in MAS", lambda: mas.confirm(str(application.id)) or application.confirmed_at)

    # work
    def vacancy(self, person: Person, **changes: Any) -> dict[str, Any]:
        """An open place in the person's trade that fits by all five tests, unless ``changes`` says so."""
        number = f"T{next(_NUMBERS):05}"
        row = {
            "number": number,
            "employer": "“Sınaq Ticarət” MMC",
            "employer_voen": demo_people._voen(self.dice, 1),
            "position": person.trade,
            "specialty": "",
            "education": "general",
            "experience_years": "0",
            "health_limits": "",
            "district": "Nümunə",
            "public_transport": "yes",
            "address": "Bakı ş., Nümunə r-nu, Sınaq küç. 3",
            "wage": "700",
            "open_until": (self.days.today() + timedelta(days=60)).isoformat(),
            **changes,
        }
        self._tell(Register.VACANCIES, number, row)
        return row

    def is_filled(self, vacancy: dict[str, Any]) -> None:
        """Somebody else has the place."""
        self._forget(Register.VACANCIES, vacancy["number"])

    def employer_says(self, referral: str, answer: EmployerAnswer) -> None:
        """The employer answers by its own adapter."""
        self.office.employers.hear(referral, answer)

    # the queue
    def takes_ticket(self, purpose: ApplicationKind) -> str:
        """Somebody takes a ticket of the direction of employment."""
        number = f"Q{next(_NUMBERS)}"
        taken = instant_text(self.days.now() - timedelta(hours=3))
        told = {"number": number, "purpose": purpose.value, "detail": "", "needs": [], "taken_at": taken}
        self.office.queue.add(demo.CENTRE, Ticket.model_validate(told))
        return number

    def wait(self, what: str, seen: Callable[[], Any], seconds: float = 20) -> Any:
        """Look at the central system until it is true; for what no window shows."""
        until = time.monotonic() + seconds
        while not (found := seen()):
            assert time.monotonic() < until, f"{what} did not come"
            time.sleep(0.05)
        return found

    def _tell(self, register: str, number: str, row: dict[str, Any]) -> None:
        text = json.dumps(row, ensure_ascii=False)
        new = {"register": str(register), "number": number, "place": 1, "row": text}
        with self.office.database.writing() as connection:
            insert_missing(connection, simulated_rows, new)

    def _forget(self, register: str, number: str) -> None:
        mine = simulated_rows.c.register == str(register), simulated_rows.c.number == number
        with self.office.database.writing() as connection:
            connection.execute(delete(simulated_rows).where(*mine))


def _profile(trade: str) -> dict[str, Any]:
    """What MAS knows of what somebody can do."""
    return {
        "education": "secondary_special",
        "institution": "Nümunə Kolleci",
        "graduated": 2015,
        "specialty": trade,
        "skills": "",
        "jobs": [{"position": trade, "employer": "“Sınaq” MMC", "months": 40, "left_for": "ştat ixtisarı"}],
        "health_limits": ["ağır qaldırmaq"],
        "wanted": trade,
        "regime": "tam iş günü",
        "district": "Nümunə",
        "by_public_transport": True,
    }
