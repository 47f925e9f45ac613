"""Desks for tests: the real memory, the real client, the real central API on the loopback; only clocks are ours."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from uuid import UUID, uuid4

from argon2 import PasswordHasher

from central_api.app import build_office
from central_api.demo_people import invent
from central_api.enrolment import add_centre
from central_api.office import Office
from central_api.register_files import replace_register
from central_api.settings import read_settings
from dost_desktop.api.agent_session import AgentSession
from dost_desktop.api.central import CentralApi
from dost_desktop.api.registers import AskRegisters
from dost_desktop.api.tokens import TokensInMemory
from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.contract.messages import AgentCard, CentreCard, DeskEnrolled, Session
from dost_desktop.contract.seals import AgentHand, SigningKey, from_text
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Register, Series
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.identity import identity_of
from dost_desktop.domain.ids import NumberKind, new_id
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.person_file import Application
from dost_desktop.domain.vocabulary import ApplicationKind, Channel, FormOfAnswer, FormOfApplication, Source
from dost_desktop.ports import Unanswered
from dost_desktop.services.desk import Desk
from dost_desktop.services.numbers import GivenNumber, take_number
from dost_desktop.storage.database import Database, DatabasePaths
from dost_desktop.sync.engine import Sync, Ways
from dost_desktop.sync.keyring import keep_server_keys
from dost_desktop.sync.needs import Central, Memory
from dost_desktop.sync.report import SyncReport
from dost_desktop.sync.round import Place
from tests.central_api.practice_desk import PASSWORD, Clockwork, hire


@dataclass
class Watch:
    """The clock of one PC: as wrong as a test wants, and put right by the sync."""

    time: Clockwork
    wrong_by: timedelta = timedelta()
    offset: timedelta = timedelta()

    def now(self) -> datetime:
        return self.time() + self.wrong_by + self.offset


@dataclass
class PracticeDesk:
    """One desk with its memory, its line and its sync."""

    name: str
    central: CentralApi
    database: Database
    desk: Desk
    registers: AskRegisters
    watch: Watch
    place: Place
    enrolled: DeskEnrolled
    sync: Sync = field(init=False)

    def __post_init__(self) -> None:
        self.talks_through(self.central)

    def talks_through(self, central: Central) -> None:
        """Put something between the desk and the central API."""
        memory = Memory(self.database.open_reading, self.database.open_work)
        self.sync = Sync(Ways(central, memory, self.watch, self.desk.law, self.place), Random(7))

    def syncs(self, *, is_forced: bool = True) -> SyncReport:
        return self.sync.once(self.watch.now(), is_forced=is_forced)

    def file_of(self, number: str) -> UUID:
        return self.desk.file_of(NumberKind.PIN, number)

    def does(self, file: UUID, *what: acts.Act) -> None:
        """One click."""
        with self.database.open_work() as work:
            self.desk.act(work, file, what)
            work.commit()

    def identifies(self, number: str) -> UUID:
        """Ask MEİS and MAS, and record who sits there."""
        person = self.registers.ask(Register.PERSON, NumberKind.PIN, number, "sınaq")
        status = self.registers.ask(Register.STATUS, NumberKind.PIN, number, "sınaq")
        assert not isinstance(person, Unanswered)
        assert not isinstance(status, Unanswered)
        identity = identity_of(person.answer, NumberKind.PIN, number)
        assert identity is not None
        file = self.file_of(number)
        self.does(file, acts.IdentifyPerson(identity, Source.REGISTER, person), acts.ReadStatus(status))
        return file

    def number(self, series: Series) -> GivenNumber:
        """The next one of this desk; provisional before its first sync."""
        with self.database.open_work() as work:
            given = take_number(work, series, centre=self.place.centre, desk=self.name, now=self.watch.now())
            work.commit()
        return given

    def opens(self, file: UUID) -> UUID:
        application = new_id(self.watch.now())
        self.does(
            file,
            acts.OpenApplication(
                application=application,
                number=self.number(Series.APPLICATION).text,
                application_kind=ApplicationKind.UNEMPLOYED,
                form=FormOfApplication.IN_PERSON,
                channel=Channel.DOST_CENTRE,
                answer_form=FormOfAnswer.IN_PERSON,
                centre=self.place.centre,
                place="B",
            ),
        )
        return application

    def calls_in(self, file: UUID, phone: str) -> None:
        self.does(file, acts.RecordContact(phone=phone))

    def chain(self, file: UUID) -> tuple[ChainedEvent, ...]:
        with self.database.open_reading() as reading:
            return reading.events(file)

    def kinds(self, file: UUID) -> list[str]:
        return [each.event.content.kind for each in self.chain(file)]

    def application(self, file: UUID, application: UUID) -> Application | None:
        with self.database.open_reading() as reading:
            return reading.file(file).application(application)

    def confirmed(self, file: UUID) -> int:
        with self.database.open_reading() as reading:
            return reading.confirmed_seq(file)

    def close(self) -> None:
        self.central.close()
        self.database.close()


def open_office(folder: Path, catalogue: Catalogue, clock: Clockwork) -> Office:
    """A practice server with one centre, two agents, and invented people in the registers."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    office = build_office(
        read_settings(folder / "server", {}), [catalogue], clock=clock, hasher=hasher, practice=True
    )
    card = {"code": "B03", "category": "B", "name": "Nümunə B03", "address": "Sınaq küç. 1", "phone": "1"}
    add_centre(office.database, CentreCard.model_validate(card))
    hire(office, "aysel")
    hire(office, "orxan")
    people = invent(clock().date())
    replace_register(office.database, Register.PERSON, [(each.number, each.person) for each in people])
    statuses = [(each.number, each.status) for each in people if each.status]
    replace_register(office.database, Register.STATUS, statuses)
    employed = [(each.number, line) for each in people for line in each.employment]
    replace_register(office.database, Register.EMPLOYED_PERSONS, employed)
    return office


@contextmanager
def new_desk(
    folder: Path,
    office: Office,
    address: str,
    catalogue: Catalogue,
    clock: Clockwork,
    agent: str,
    centre: str = "B03",
) -> Iterator[PracticeDesk]:
    """A PC that was enrolled, with an agent who signed in."""
    watch = Watch(clock)
    keys: dict[str, str] = {}
    central = CentralApi(address, desk_tokens=TokensInMemory(), server_keys=lambda: keys)
    enrolled = central.enrol(office.enrolment.new_code(centre), uuid4())
    assert isinstance(enrolled, DeskEnrolled)
    keys.update(enrolled.server_keys)
    session = central.sign_in(agent, PASSWORD)
    assert isinstance(session, Session)
    key = SigningKey.new()
    central.put_agent_key(key.public)
    place = folder / enrolled.desk
    paths = DatabasePaths(place / "desk.db", place / "marks", place / "backups")
    database = Database.create(paths, secrets.token_bytes(32), str(uuid4()))
    with database.open_work() as work:
        keep_server_keys(work.meta, enrolled.server_keys)
        work.commit()
    desk = Desk(
        name=enrolled.desk,
        centre=enrolled.centre,
        agent=AgentCard.model_validate(session.agent),
        hand=AgentHand(key),
        secret=from_text(enrolled.deployment_secret),
        open_work=database.open_work,
        open_reading=database.open_reading,
        law=partial(law_at, catalogue),
        clock=watch,
    )
    registers = AskRegisters(central, AgentSession(central, agent, enrolled.desk, key, watch))
    made = PracticeDesk(
        enrolled.desk, central, database, desk, registers, watch, Place(enrolled.desk, centre), enrolled
    )
    try:
        yield made
    finally:
        made.close()


def law_at(catalogue: Catalogue, moment: datetime) -> LawInForce:
    return catalogue.law_in_force(legal_date(moment))
