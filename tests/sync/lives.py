"""A server that can be stopped and brought back from a backup, and desks that die: the stage of ``test_machine``.

Everything is real but two things: the line (which loses what a test wants lost) and all clocks.
"""

from __future__ import annotations

import shutil
import socket
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any, Final
from uuid import UUID

import uvicorn
from argon2 import PasswordHasher
from fastapi import FastAPI

from central_api.app import build_app, build_office
from central_api.enrolment import add_centre
from central_api.office import Office
from central_api.settings import read_settings
from central_api.tokens import Caller
from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.contract.messages import CentreCard, Push
from dost_desktop.contract.seals import to_text
from dost_desktop.contract.translation import run_message
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation, Series
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.decide import Command, decide
from dost_desktop.domain.events import Actor, Event, link_run, record
from dost_desktop.domain.ids import NumberKind, file_id
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import Role
from dost_desktop.services.numbers import take_number
from dost_desktop.storage.database import Database
from dost_desktop.storage.unit_of_work import Work
from dost_desktop.sync.needs import Central, NoAnswer, Silence
from tests.central_api.practice_desk import Clockwork, hire
from tests.domain.builders import CENTRE, HEAD, OFFICER, SECRET, SERVER
from tests.sync.desks import PracticeDesk
from tests.sync.situations import HANDS, all_clicks

AGENTS: Final = ("aysel", "orxan", "leyla", "kamran")
_SERIES: Final = {
    acts.OpenApplication: Series.APPLICATION,
    acts.IssueNotice: Series.NOTICE,
    acts.IssueReferral: Series.REFERRAL,
}


class Died(BaseException):
    """The PC lost its current."""


@dataclass
class Line:
    """Between one desk and the server: cut, losing, or the last thing the desk ever hears."""

    central: Central
    is_cut: bool = False
    loss: float = 0
    dice: Random = field(default_factory=lambda: Random(0))
    dies_in: int = 0  # calls from now; 0: not at all

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self.central, name)

        def call(*given: Any, **named: Any) -> Any:
            if self.is_cut:
                return NoAnswer(Silence.OFFLINE)
            self.dies_in -= 1
            if self.dies_in == 0 and self.dice.random() < 0.5:
                raise Died
            if self.dice.random() < self.loss:
                return NoAnswer(Silence.TIMEOUT)
            answer = asked(*given, **named)
            if self.dies_in == 0:
                raise Died
            return NoAnswer(Silence.CUT) if self.dice.random() < self.loss else answer

        return call


@dataclass
class Seat:
    """One desk, its line, and everything its agent was told is done."""

    desk: PracticeDesk
    line: Line
    said_done: list[tuple[Event, ...]] = field(default_factory=list)

    @classmethod
    def at(cls, desk: PracticeDesk) -> Seat:
        seat = cls(desk, Line(desk.central))
        desk.talks_through(seat.line)
        return seat

    def clicks(self, file: UUID, what: Sequence[acts.Act]) -> None:
        """One click, with its numbers taken in the same transaction."""
        desk, now = self.desk, self.desk.watch.now()
        with desk.database.open_work() as work:
            numbered = tuple(_numbered(work, act, desk.name, now) for act in what)
            before = work.file(file).head.seq
            desk.desk.act(work, file, numbered)
            done = tuple(each.event for each in work.events(file, before))
            work.commit()
        self.said_done.append(done)

    def possible(self, file: UUID) -> list[tuple[str, tuple[acts.Act, ...]]]:
        """What the agent may click now, by name."""
        desk = self.desk
        with desk.database.open_reading() as reading:
            state = reading.file(file)
        now = max(desk.watch.now(), desk.watch.time())
        agent = desk.desk.agent.agent
        found: dict[str, tuple[acts.Act, ...]] = {}
        for name, role, click in all_clicks(state, desk.name, desk.watch.time()):
            if role is not Role.AGENT or name in found:
                continue
            about = tuple(about_file(each, file) for each in click)
            command = Command(about, Role.AGENT, agent, desk.name, CENTRE)
            if not isinstance(decide(state, command, desk.desk.law(now), now), Refused):
                found[name] = about
        return list(found.items())

    def closes(self) -> None:
        """The end of the day, on whichever database the desk works now."""
        self.desk.database.close()

    def dies(self) -> None:
        """What the disk holds at this moment is all that is left; the program starts again on it."""
        paths, key = self.desk.database._paths, self.desk.database._key
        folder = paths.database.parent
        image = folder.with_name(f"{folder.name}-image")
        shutil.copytree(folder, image)
        self.desk.database.close()
        shutil.rmtree(folder)
        image.rename(folder)
        database = Database.open(paths, key)
        assert not database.issuing_locked
        again = replace(
            self.desk,
            database=database,
            desk=replace(self.desk.desk, open_work=database.open_work, open_reading=database.open_reading),
        )
        self.desk = again
        self.line.dies_in = 0
        again.talks_through(self.line)


def _numbered(work: Work, act: acts.Act, desk: str, now: datetime) -> acts.Act:
    """The act with a number of this desk, where it bears one."""
    series = _SERIES.get(type(act))
    if series is None:
        return act
    given = take_number(work, series, centre=CENTRE, desk=desk, now=now)
    changes: dict[str, Any] = {"number": given.text}
    if isinstance(act, acts.IssueNotice):
        changes["provisional"] = given.provisional
    bears_number: Any = act
    numbered: acts.Act = replace(bears_number, **changes)
    return numbered


def about_file(value: Any, file: UUID) -> Any:
    """The same with every register's answer about this person, sealed anew."""
    if isinstance(value, Attestation):
        return SERVER.seal(replace(value, file_id=file))
    if isinstance(value, tuple):
        return tuple(about_file(each, file) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {each.name: about_file(getattr(value, each.name), file) for each in fields(value)}
        return replace(value, **{name: new for name, new in changed.items() if new != getattr(value, name)})
    return value


class Switch:
    """The doors of whichever server runs now."""

    app: FastAPI

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await self.app(scope, receive, send)


@dataclass
class Ministry:
    """The central API on its folder, with what is kept of it elsewhere."""

    folder: Path
    catalogue: Catalogue
    clock: Clockwork
    switch: Switch = field(default_factory=Switch)
    office: Office = field(init=False)
    others: dict[Role, PracticeDesk] = field(default_factory=dict)  # who decides online
    backup: Path | None = None
    epochs: int = 0

    def __post_init__(self) -> None:
        self.opens()
        card = {
            "code": CENTRE,
            "category": "B",
            "name": "Nümunə B03",
            "address": "Sınaq küç. 1",
            "phone": "1",
        }
        add_centre(self.office.database, CentreCard.model_validate(card))
        for agent in AGENTS:
            hire(self.office, agent)
        hire(self.office, OFFICER, "back_office")
        hire(self.office, HEAD, "head")

    def opens(self) -> None:
        """The program starts on what the folder holds."""
        keys = {
            "DOST_SIGNING_KEY": to_text(b"server".ljust(32, b".")),
            "DOST_DEPLOYMENT_KEY": to_text(SECRET),
        }
        hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        self.office = build_office(
            read_settings(self.folder, keys), [self.catalogue], clock=self.clock, hasher=hasher, practice=True
        )
        self.switch.app = build_app(self.office)

    def closes(self) -> None:
        """It stops for good, whichever runs now."""
        self.office.stop()

    def restarts(self) -> None:
        """It stops, and comes back."""
        self.office.stop()
        self.opens()

    @property
    def database(self) -> Path:
        return Path(self.office.database.url.removeprefix("sqlite:///"))

    def backs_up(self) -> None:
        """What the administrator keeps: the database of this moment."""
        self.backup = self.folder / "backup.db"
        self.backup.unlink(missing_ok=True)
        with closing(sqlite3.connect(self.database)) as source, closing(sqlite3.connect(self.backup)) as copy:
            source.backup(copy)
        self.epochs = 0

    def restores(self) -> bool:
        """The backup takes the place of everything since; False without one."""
        if self.backup is None:
            return False
        self.office.stop()
        for end in ("", "-wal", "-shm"):
            self.database.with_name(self.database.name + end).unlink(missing_ok=True)
        shutil.copy(self.backup, self.database)
        self.opens()
        self.office.restored(self.epochs)
        self.epochs += 1
        return True

    def decides(self, file: UUID, role: Role, dice: Random) -> str:
        """Something that only others than agents may do, if there is such a thing now; its name."""
        held = self.office.hand.whole(file)
        by = self.others.get(role)
        agent, desk = (by.desk.agent.agent, by.name) if by else HANDS[role]
        possible = list(self._possible(held.state, file, role, agent, desk))
        if not possible:
            return ""
        name, click = dice.choice(possible)
        if by is None:
            assert self.office.hand.record(file, click) is None
            return name
        now = self.clock()
        actor = Actor(agent, desk, by.desk.hand.sign)
        law = self.catalogue.law_in_force(legal_date(now)).version
        run = link_run(held.head, record(click, file_id=file, actor=actor, law=law, at=now))
        push = Push(runs=(run_message(held.head, run),))
        [verdict] = self.office.push.online(Caller(desk, CENTRE, agent, role), push).answers
        assert verdict.answer == "accepted", (name, verdict)
        return name

    def _possible(
        self, state: PersonFile, file: UUID, role: Role, agent: str, desk: str
    ) -> Iterator[tuple[str, tuple[acts.Act, ...]]]:
        now = self.clock()
        law = self.catalogue.law_in_force(legal_date(now))
        for name, whose, click in all_clicks(state, desk, now):
            about = tuple(about_file(each, file) for each in click)
            command = Command(about, role, agent, desk, CENTRE)
            if whose is role and not isinstance(decide(state, command, law, now), Refused):
                yield name, about


@contextmanager
def served(ministry: Ministry) -> Iterator[str]:
    """Whatever server runs now, behind one address; nothing works in its background."""
    config = uvicorn.Config(
        ministry.switch, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=2
    )
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        while not server.started:
            time.sleep(0.005)
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            ministry.office.bell.close()
            server.should_exit = True
            thread.join()


def file_of(number: str) -> UUID:
    """The file of the person with this number."""
    return file_id(SECRET, NumberKind.PIN, number)
