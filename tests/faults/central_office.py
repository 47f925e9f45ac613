"""A central API filled for a load test: centres, agents, people, desks, and what each desk will send."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final
from uuid import UUID, uuid4

import httpx
from argon2 import PasswordHasher

from central_api import clock as wall_clock
from central_api.app import build_office
from central_api.clock import Clock
from central_api.demo_people import Invented, invent, vacancies
from central_api.enrolment import add_centre
from central_api.office import Office
from central_api.register_files import replace_register
from central_api.settings import read_settings
from dost_desktop.catalogue.catalogue import load_catalogue
from dost_desktop.contract.messages import CentreCard
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation, NumberLease, Register, Series
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.evidence import SuitabilityTest
from dost_desktop.domain.identity import identity_of
from dost_desktop.domain.ids import NumberKind, file_id
from dost_desktop.domain.numbering import number_text
from dost_desktop.domain.vocabulary import ApplicationKind, Source
from tests.central_api.practice_desk import Desk, enrol, hire

NO_SETTINGS: Final[Mapping[str, str]] = MappingProxyType({})
CENTRES: Final = ("B03", "A01", "C02")
SUITABLE: Final = ("education", "specialty", "experience", "health", "transport")


def opened_office(
    data: Path, database_url: str, environ: Mapping[str, str] = NO_SETTINGS, clock: Clock = wall_clock.now
) -> Office:
    """An office with centres, an agent in each, and invented people in the registers."""
    told = dict(environ) | ({"DATABASE_URL": database_url} if database_url else {})
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    office = build_office(
        read_settings(data, told), [load_catalogue()], clock=clock, hasher=quick, practice=True
    )
    for code in CENTRES:
        named = {
            "code": code,
            "category": code[0],
            "name": f"Nümunə {code}",
            "address": "Sınaq",
            "phone": "1",
        }
        add_centre(office.database, CentreCard.model_validate(named))
        hire(office, f"agent_{code.lower()}", centre=code)
    people = invent(legal_date(clock()))
    replace_register(office.database, Register.PERSON, [(each.number, each.person) for each in people])
    statuses = [(each.number, each.status) for each in people if each.status]
    replace_register(office.database, Register.STATUS, statuses)
    replace_register(office.database, Register.VACANCIES, vacancies(legal_date(clock())))
    employed = [(each.number, line) for each in people for line in each.employment]
    replace_register(office.database, Register.EMPLOYED_PERSONS, employed)
    return office


def enrolled(office: Office, http: httpx.Client, clock: Clock, count: int) -> list[Desk]:
    """So many desks, the centres in turn, with the centre's agent at each."""
    desks = []
    for place in range(count):
        centre = CENTRES[place % len(CENTRES)]
        desks.append(enrol(office, http, clock, centre).signs_in(f"agent_{centre.lower()}"))
    return desks


def leased(desk: Desk, series: Series) -> list[str]:
    """A block of numbers for the desk, as they are written."""
    wish = {"series": series.value, "year": legal_date(desk.clock()).year}
    answer = desk.http.post("/v1/leases", json=wish, headers=desk.as_desk)
    assert answer.status_code == 201, answer.text
    lease = from_json(NumberLease, answer.json()["lease"])
    return [
        number_text(series, lease.centre, lease.year, each) for each in range(lease.first, lease.last + 1)
    ]


@dataclass(frozen=True, slots=True)
class Click:
    """What one click of an agent records in one file."""

    file: UUID
    acts: tuple[acts.Act, ...]


def contacts(chance: random.Random, files: Sequence[UUID], count: int) -> list[Click]:
    """Clicks of one to three events in files that others write in as well: each is lawful whatever came before."""
    return [
        Click(
            chance.choice(files),
            tuple(
                acts.RecordContact(phone=f"+99450{chance.randrange(10**7):07}")
                for _ in range(chance.randint(1, 3))
            ),
        )
        for _ in range(count)
    ]


def people_by_way(office: Office) -> dict[str, list[Invented]]:
    """Adults whom one can serve, by the way their case takes."""
    today = legal_date(office.clock())
    ways: dict[str, list[Invented]] = {"refused": [], "works": [], "joins": []}
    for each in invent(today):
        status = each.status["status"] if each.status else ""
        born = date.fromisoformat(each.person["birth_date"])
        if each.kind != "pin" or each.case or (today - born).days < 19 * 365:
            continue
        if each.employment and status == "jobseeker":
            ways["refused"].append(each)
        elif status == "jobseeker":
            ways["works"].append(each)
        elif not status:
            ways["joins"].append(each)
    return ways


class Stories:
    """Whole cases of people at one desk, click by click; numbers come from the desk's own blocks."""

    def __init__(self, office: Office, desk: Desk) -> None:
        self.office, self.desk = office, desk
        self.numbers = {
            each: leased(desk, each) for each in (Series.APPLICATION, Series.NOTICE, Series.REFERRAL)
        }

    def refused(self, person: Invented) -> list[Click]:
        """Found in the register of employed persons: a refusal with its notice."""
        employed = self._asked(Register.EMPLOYED_PERSONS, person)
        opening = self.desk.opening(self.numbers[Series.APPLICATION].pop(0))
        notice = self.desk.notice(opening.application, number=self.numbers[Series.NOTICE].pop(0))
        return self._case(
            person,
            (opening, acts.RecordRegisterAnswer(opening.application, employed)),
            (self.desk.refusal(opening.application, employed), notice),
            (acts.PrintNotice(notice.notice, 1, ""),),
        )

    def referred(self, person: Invented) -> list[Click]:
        """Not employed anywhere: an offer is accepted, and the person goes to the employer."""
        opening, offer = self.desk.opening(self.numbers[Series.APPLICATION].pop(0)), uuid4()
        tests = tuple(SuitabilityTest(each, "fits") for each in SUITABLE)
        employed = self._asked(Register.EMPLOYED_PERSONS, person)
        referral = self.numbers[Series.REFERRAL].pop(0)
        return self._case(
            person,
            (opening, acts.RecordRegisterAnswer(opening.application, employed)),
            (
                acts.OfferWork(opening.application, offer, "V00001", "Nümunə MMC", "operator", tests),
                acts.AcceptOffer(opening.application, offer),
                acts.IssueReferral(opening.application, offer, referral, legal_date(self.desk.clock())),
            ),
        )

    def sent(self, person: Invented) -> list[Click]:
        """Not employed, no suitable work: the draft goes to the back office."""
        opening = self.desk.opening(self.numbers[Series.APPLICATION].pop(0))
        employed = self._asked(Register.EMPLOYED_PERSONS, person)
        application = opening.application
        return self._case(
            person,
            (opening, acts.RecordRegisterAnswer(application, employed)),
            (
                self.desk.no_work(application, person.number, seen=14),
                acts.SendToBackOffice(application, "05"),
            ),
        )

    def waits(self, person: Invented) -> list[Click]:
        """The register was silent at the desk: the server asks it by itself."""
        opening = self.desk.opening(self.numbers[Series.APPLICATION].pop(0))
        silent = acts.RecordRegisterSilence(opening.application, self.desk.clock())
        return self._case(person, (opening,), (silent,))

    def joins(self, person: Invented) -> list[Click]:
        """Becomes a jobseeker: the form goes to MAS, which accepts it."""
        opening = replace(
            self.desk.opening(self.numbers[Series.APPLICATION].pop(0)),
            application_kind=ApplicationKind.JOBSEEKER,
        )
        return self._case(person, (opening,), (acts.SubmitForm(opening.application),))

    def _case(self, person: Invented, *clicks: tuple[acts.Act, ...]) -> list[Click]:
        kind = NumberKind(person.kind)
        file = file_id(self.office.lookups.secret, kind, person.number)
        known, status = self._asked(Register.PERSON, person), self._asked(Register.STATUS, person)
        identity = identity_of(known.answer, kind, person.number)
        assert identity is not None
        identified = (acts.IdentifyPerson(identity, Source.REGISTER, known), acts.ReadStatus(status))
        return [Click(file, each) for each in (identified, *clicks)]

    def _asked(self, register: Register, person: Invented) -> Attestation:
        return self.office.lookups.attested(
            register, NumberKind(person.kind), person.number, "sınaq", self.desk.agent
        )
