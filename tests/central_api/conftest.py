"""One practice server for each test: real database, real keys, real HTTP answers; only the clock can be moved.

``--on postgresql`` runs the same tests on a PostgreSQL of their own, a database for each test.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from argon2 import PasswordHasher

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
from tests.postgresql import PostgreSQL

EMPLOYERS = "the-employers-adapter-in-tests-0001"
_PREPARED = "prepared"
_ONCE = {
    "adapters",
    "test_administrator.py",
    "test_any_request.py",
    "test_back_office.py",
    "test_blobs.py",
    "test_blobs_s3.py",
    "test_catalogues.py",
    "test_centre.py",
    "test_command_line.py",
    "test_demo.py",
    "test_desk_and_server_agree.py",
    "test_forged_client.py",
    "test_forged_things.py",
    "test_half_done.py",
    "test_limits.py",
    "test_messages.py",
    "test_needs_look.py",
    "test_own_cases.py",
    "test_problem_codes.py",
    "test_representatives.py",
    "test_self_service.py",
    "test_signing_in.py",
    "test_suitable_work.py",
    "test_uploaded_files.py",
    "test_verify_page.py",
}
MORNING = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)  # 10:00 in Baku


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """What takes long, or has little to do with the database: on one in the short run, on both in the long one."""
    is_second = config.getoption("--on") == "postgresql" and config.getoption("-m") == "not long"
    return True if is_second and collection_path.name in _ONCE else None


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def clock() -> Clockwork:
    return Clockwork(MORNING)


@pytest.fixture(scope="session")
def postgresql(pytestconfig: pytest.Config) -> Iterator[PostgreSQL | None]:
    """The server that these tests run on; None for SQLite."""
    if pytestconfig.getoption("--on") == "sqlite":
        yield None
        return
    server = PostgreSQL().start()
    yield server
    server.stop()


@pytest.fixture
def database_url(postgresql: PostgreSQL | None) -> Iterator[str]:
    """An empty database; for SQLite no address: it lies in the data folder."""
    if postgresql is None:
        yield ""
        return
    name = f"t{uuid4().hex[:12]}"
    yield postgresql.create(name)
    postgresql.drop(name)


@pytest.fixture
def filled_url(postgresql: PostgreSQL | None, prepared: Path) -> Iterator[str]:
    """The same for the filled one, which is put back after the test: quicker than a copy of all its files."""
    if postgresql is None:
        yield ""
        return
    yield postgresql.url(_PREPARED)
    postgresql.put_back(_PREPARED)


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
    tmp_path_factory: pytest.TempPathFactory,
    catalogue: Catalogue,
    invented: list[Invented],
    postgresql: PostgreSQL | None,
) -> Path:
    """A filled data folder that each test gets a copy of; on PostgreSQL also a filled database."""
    folder = tmp_path_factory.mktemp("prepared") / "server"
    office = _build(folder, catalogue, Clockwork(MORNING), postgresql.create(_PREPARED) if postgresql else "")
    _fill(office, invented)
    office.stop()
    if postgresql:
        postgresql.keep(_PREPARED)
    return folder


@pytest.fixture
def servers(tmp_path: Path, catalogue: Catalogue, clock: Clockwork) -> Iterator[Callable[..., Office]]:
    """Builds servers on one data folder, and ends them with the test."""
    built: list[Office] = []

    def build(database_url: str, **settings: str) -> Office:
        built.append(_build(tmp_path / "server", catalogue, clock, database_url, **settings))
        return built[-1]

    yield build
    for office in built:
        office.stop()


@pytest.fixture
def new_office(servers: Callable[..., Office], request: pytest.FixtureRequest) -> Callable[..., Office]:
    """One more server on the database of the test: a process of its own as far as the database can tell."""
    is_filled = "office" in request.fixturenames
    url: str = request.getfixturevalue("filled_url" if is_filled else "database_url")
    return partial(servers, url)


@pytest.fixture
def office(new_office: Callable[[], Office], tmp_path: Path, prepared: Path) -> Office:
    """The filled server."""
    shutil.copytree(prepared, tmp_path / "server")
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
