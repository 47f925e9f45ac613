"""One practice server for each test: real database, real keys, real HTTP answers; only the clock can be moved.

``DOST_TEST_DATABASE_URL`` runs the same tests on PostgreSQL, in a schema of their own.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from argon2 import PasswordHasher
from sqlalchemy import create_engine, text

from central_api.app import build_office
from central_api.demo_people import Invented, invent, vacancies
from central_api.enrolment import add_centre
from central_api.office import Office
from central_api.register_files import replace_register
from central_api.settings import read_settings
from dost_desktop.catalogue.catalogue import Catalogue, load_catalogue
from dost_desktop.contract.messages import CentreCard
from dost_desktop.domain.attestation import Register
from tests.central_api.practice_desk import Clockwork, Desk, enrol, hire, listening

EMPLOYERS = "the-employers-adapter-in-tests-0001"
MORNING = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)  # 10:00 in Baku


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def clock() -> Clockwork:
    return Clockwork(MORNING)


@pytest.fixture
def database_url() -> Iterator[str]:
    """Empty for SQLite in the data folder; on PostgreSQL a fresh schema."""
    server = os.environ.get("DOST_TEST_DATABASE_URL", "")
    if not server:
        yield ""
        return
    schema, engine = f"t{uuid4().hex[:12]}", create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
        mark = "&" if "?" in server else "?"
        yield f"{server}{mark}options=-csearch_path%3D{schema}"
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


def _build(
    folder: Path, catalogue: Catalogue, clock: Clockwork, database_url: str = "", **settings: str
) -> Office:
    environ = {"DOST_EMPLOYER_TOKEN": EMPLOYERS, "DOST_SIMULATOR_CONFIRMS_AFTER": "0"} | settings
    if database_url:
        environ["DATABASE_URL"] = database_url
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return build_office(
        read_settings(folder, environ), [catalogue], clock=clock, hasher=hasher, practice=True
    )


def _fill(office: Office, invented: list[Invented]) -> None:
    """Centres B03 and A01, agents in every role, and invented people in the registers."""
    for code in ("B03", "A01"):
        card = {
            "code": code,
            "category": code[0],
            "name": f"Nümunə {code}",
            "address": "Sınaq küç. 1",
            "phone": "1",
        }
        add_centre(office.database, CentreCard.model_validate(card))
    hire(office, "aysel")
    hire(office, "orxan")
    hire(office, "leyla", "back_office")
    hire(office, "ramin", "head")
    hire(office, "samir", "administrator")
    hire(office, "fidan", centre="A01")
    replace_register(office.database, Register.PERSON, [(each.number, each.person) for each in invented])
    statuses = [(each.number, each.status) for each in invented if each.status]
    replace_register(office.database, Register.STATUS, statuses)
    employed = [(each.number, line) for each in invented for line in each.employment]
    replace_register(office.database, Register.EMPLOYED_PERSONS, employed)
    replace_register(office.database, Register.VACANCIES, vacancies(MORNING.date()))


@pytest.fixture(scope="session")
def invented() -> list[Invented]:
    return invent(MORNING.date())


@pytest.fixture(scope="session")
def prepared(
    tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue, invented: list[Invented]
) -> Path:
    """A filled data folder that each test gets a copy of."""
    folder = tmp_path_factory.mktemp("prepared") / "server"
    office = _build(folder, catalogue, Clockwork(MORNING))
    _fill(office, invented)
    office.stop()
    return folder


@pytest.fixture
def new_office(
    tmp_path: Path, catalogue: Catalogue, clock: Clockwork, database_url: str
) -> Iterator[Callable[..., Office]]:
    """Builds servers on one data folder: each is a process of its own as far as the database can tell."""
    built: list[Office] = []

    def build(**settings: str) -> Office:
        built.append(_build(tmp_path / "server", catalogue, clock, database_url, **settings))
        return built[-1]

    yield build
    for office in built:
        office.stop()


@pytest.fixture
def office(
    request: pytest.FixtureRequest, new_office: Callable[[], Office], tmp_path: Path, database_url: str
) -> Office:
    """The filled server."""
    if database_url:
        office = new_office()
        _fill(office, request.getfixturevalue("invented"))
        return office
    shutil.copytree(request.getfixturevalue("prepared"), tmp_path / "server")
    return new_office()


@pytest.fixture
def people(invented: list[Invented]) -> dict[str, str]:
    """One number for each case."""
    return {each.case: each.number for each in invented if each.case}


@pytest.fixture
def http(office: Office) -> Iterator[httpx.Client]:
    """A real server on the loopback, and a client of it."""
    with listening(office) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


@pytest.fixture
def desk(office: Office, http: httpx.Client, clock: Clockwork) -> Desk:
    """Desk B03-01 with Aysel, a social agent, signed in."""
    return enrol(office, http, clock).signs_in("aysel")


@pytest.fixture
def other_desk(office: Office, http: httpx.Client, clock: Clockwork, desk: Desk) -> Desk:
    """Desk B03-02 with Orxan."""
    return enrol(office, http, clock).signs_in("orxan")
