"""A central API with staff, for the benchmarks that need one: its data folder and database, and copies of both."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import uuid4

from sqlalchemy import insert

from central_api.app import build_office
from central_api.demo_people import invent
from central_api.enrolment import add_centre
from central_api.office import Office
from central_api.register_files import replace_register
from central_api.settings import read_settings
from central_api.tables import agent_keys
from central_api.tokens import Caller
from dost_desktop.catalogue.catalogue import load_catalogue
from dost_desktop.contract.messages import AgentCard, CentreCard, EnrolDesk
from dost_desktop.contract.seals import SigningKey
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.vocabulary import Role
from tests.postgresql import PostgreSQL

PASSWORD: Final = "sınaq-parolu-17"
CENTRES: Final = ("B03", "A01", "A02", "B05", "C01", "C02", "D01")
_AS_LONG_AS_IT_TAKES: Final = timedelta(days=1)
_AS_OFTEN_AS_IT_LIKES: Final = dict.fromkeys(
    ("DOST_LIMIT_DESK", "DOST_LIMIT_AGENT", "DOST_LIMIT_ADDRESS"), "none"
)


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody signed in at a desk."""

    desk: str
    centre: str
    agent: str
    key: SigningKey
    desk_token: str
    agent_token: str
    secret: bytes

    @property
    def as_desk(self) -> Caller:
        """How the server sees the desk."""
        return Caller(desk=self.desk, centre=self.centre)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one central API keeps everything; ``postgresql`` None: an SQLite database in the folder."""

    folder: Path
    postgresql: PostgreSQL | None
    database: str

    @property
    def environ(self) -> dict[str, str]:
        """What the server is told by its environment."""
        url = {"DATABASE_URL": self.postgresql.url(self.database)} if self.postgresql else {}
        return {**os.environ, **url, **_AS_OFTEN_AS_IT_LIKES, "PYTHONUTF8": "1"}

    @contextmanager
    def office(self) -> Iterator[Office]:
        """The server's parts in this process; tokens it gives out outlast the measuring."""
        environ = {name: self.environ[name] for name in ("DATABASE_URL",) if name in self.environ}
        settings = replace(read_settings(self.folder, environ), access_life=_AS_LONG_AS_IT_TAKES)
        office = build_office(settings, [load_catalogue()])
        try:
            yield office
        finally:
            office.stop()

    @contextmanager
    def copied(self, name: str) -> Iterator[Place]:
        """The same once more, until the end of the block; nobody may be using this one meanwhile."""
        copy = Place(
            self.folder.with_name(f"{self.folder.name}-{name}"), self.postgresql, f"{self.database}_{name}"
        )
        shutil.copytree(self.folder, copy.folder)
        if self.postgresql:
            self.postgresql.copy(self.database, copy.database)
        try:
            yield copy
        finally:
            shutil.rmtree(copy.folder)
            if self.postgresql:
                self.postgresql.drop(copy.database)


@contextmanager
def a_place(on: str) -> Iterator[Place]:
    """An empty one on ``sqlite`` or ``postgresql``, which writes as in earnest; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="dost-bench-", ignore_cleanup_errors=True) as folder:
        if on == "sqlite":
            yield Place(Path(folder) / "server", None, "")
            return
        server = PostgreSQL(lasting=True, shared_buffers="256MB", max_wal_size="4GB").start()
        try:
            server.create("bench")
            yield Place(Path(folder) / "server", server, "bench")
        finally:
            server.stop()


def staff(office: Office, desks: int, *, centres: Sequence[str] = CENTRES) -> list[Worker]:
    """So many desks in these centres, an agent at each; the registers know some hundred invented people."""
    people = invent(datetime.now(UTC).date())
    replace_register(office.database, Register.PERSON, [(each.number, each.person) for each in people])
    statuses = [(each.number, each.status) for each in people if each.status]
    replace_register(office.database, Register.STATUS, statuses)
    employed = [(each.number, line) for each in people for line in each.employment]
    replace_register(office.database, Register.EMPLOYED_PERSONS, employed)
    for code in centres:
        card = {
            "code": code,
            "category": code[0],
            "name": f"Nümunə {code}",
            "address": "Sınaq 1",
            "phone": "1",
        }
        add_centre(office.database, CentreCard.model_validate(card))
    return [seated(office, f"agent{nth:03}", centres[nth % len(centres)]) for nth in range(desks)]


def seated(office: Office, agent: str, centre: str, role: Role = Role.AGENT) -> Worker:
    """Somebody with a post, signed in at a new desk of the centre."""
    card = {"agent": agent, "name": f"Nümunə {agent}", "role": role.value, "post": "agent", "centre": centre}
    office.accounts.add(AgentCard.model_validate(card), PASSWORD)
    wish = EnrolDesk(code=office.enrolment.new_code(centre), install_id=str(uuid4()))
    enrolled = office.enrolment.enrol(wish, "http://127.0.0.1")
    caller = Caller(desk=enrolled.desk, centre=centre)
    session = office.accounts.open_session(caller, agent, by_password=True)
    key = SigningKey.new()
    before = instant_text(office.clock() - timedelta(days=1))
    row = {"agent": agent, "desk": enrolled.desk, "public": key.public, "since": before, "last_assertion": ""}
    with office.database.writing() as connection:
        connection.execute(insert(agent_keys).values(row))
    return Worker(
        desk=enrolled.desk,
        centre=centre,
        agent=agent,
        key=key,
        desk_token=enrolled.tokens.access,
        agent_token=session.tokens.access,
        secret=office.push.secret,
    )
