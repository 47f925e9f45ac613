"""What has no use any more goes, whatever is still of use stays, and two processes share the work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from sqlalchemy import Connection, Table, func, insert, select

from central_api.background import never
from central_api.kept_tables import answered_requests
from central_api.office import Office
from central_api.tables import (
    enrol_codes,
    metadata,
    sign_in_failures,
    tickets,
    token_families,
    tokens,
)
from central_api.upkeep import Upkeep
from dost_desktop.domain.dates import instant_text, legal_date
from tests.central_api.practice_desk import PASSWORD, Clockwork, Desk

SWEPT = {tokens, answered_requests, enrol_codes, sign_in_failures, tickets}


def _counts(office: Office) -> dict[str, int]:
    with office.database.reading() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in metadata.tables.items()
        }


def _rows(how_many: int, at: datetime) -> Mapping[Table, list[dict[str, object]]]:
    """Rows of each table that were of use until ``at``."""
    moment, day = instant_text(at), legal_date(at).isoformat()
    ticket = {
        "centre": "B03",
        "day": day,
        "purpose": "",
        "detail": "",
        "needs": "",
        "state": "finished",
        "desk": "",
    }
    family = {"desk": "B03-01", "by_password": True, "signed_in_at": moment, "revoked_for": ""}
    answer = {"caller": "B03-01", "asked": "", "status": 200, "answer": "", "at": moment}
    names = [f"{moment} {number}" for number in range(how_many)]
    return {
        tokens: [
            {
                "access_hash": name,
                "refresh_hash": name,
                "family": name[-36:],
                "access_until": moment,
                "refresh_until": moment,
            }
            for name in names
        ],
        token_families: [family | {"family": name[-36:]} for name in names],
        answered_requests: [answer | {"key": name} for name in names],
        enrol_codes: [{"code_hash": name, "centre": "B03", "expires_at": moment} for name in names],
        sign_in_failures: [{"who": name, "failures": 3, "locked_until": moment} for name in names],
        tickets: [ticket | {"number": name, "taken_at": moment} for name in names],
    }


def _fill(connection: Connection, how_many: int, at: datetime) -> None:
    for table, rows in _rows(how_many, at).items():
        connection.execute(insert(table), rows)


def test_what_has_no_use_goes_and_everything_else_stays(office: Office, clock: Clockwork, desk: Desk) -> None:
    before = _counts(office)
    with office.database.writing() as connection:
        _fill(connection, 3, clock() - timedelta(days=401))
    fresh = Upkeep(office.database, clock)
    assert fresh.work_off(never) == 3 * len(SWEPT)
    assert _counts(office) == before
    assert desk.http.get("/v1/queue", headers=desk.as_agent).status_code == 200


def test_nothing_goes_before_its_time(office: Office, clock: Clockwork) -> None:
    """Each kind on the last moment of its use, and a moment later."""
    kept = {
        tokens: timedelta(days=30),
        answered_requests: timedelta(hours=24),
        enrol_codes: timedelta(days=30),
        sign_in_failures: timedelta(days=1),
        tickets: timedelta(days=400),
    }
    assert set(kept) == SWEPT
    before = _counts(office)
    for table, how_long in kept.items():
        with office.database.writing() as connection:
            rows = _rows(1, clock() - how_long)
            for each in (table, token_families) if table is tokens else (table,):
                connection.execute(insert(each), rows[each])
        assert Upkeep(office.database, clock).work_off(never) == 0, table.name
        clock.at += timedelta(days=1) if table is tickets else timedelta(milliseconds=1)
        assert Upkeep(office.database, clock).work_off(never) == 1, table.name
    assert _counts(office) == before


def test_two_processes_share_what_is_to_be_swept_bite_by_bite(
    office: Office, new_office: Callable[[], Office], clock: Clockwork
) -> None:
    with office.database.writing() as connection:
        _fill(connection, 1200, clock() - timedelta(days=401))
    sweepers = [Upkeep(each.database, clock) for each in (office, new_office())]
    with ThreadPoolExecutor(2) as threads:
        swept = list(threads.map(lambda each: each.work_off(never), sweepers))
    left = sum(Upkeep(office.database, clock).work_off(never) for _ in range(3))
    assert sum(swept) + left == 1200 * len(SWEPT)


def test_it_looks_once_an_hour_and_ends_when_the_server_does(office: Office, clock: Clockwork) -> None:
    upkeep = Upkeep(office.database, clock)
    assert upkeep.work_off(never) == 0
    with office.database.writing() as connection:
        _fill(connection, 1, clock() - timedelta(days=401))
    clock.at += timedelta(minutes=59)
    assert upkeep.work_off(never) == 0
    clock.at += timedelta(minutes=1)
    assert upkeep.work_off(lambda: True) == 0
    assert upkeep.work_off(never) == len(SWEPT)


def test_names_that_were_only_tried_are_forgotten_too(office: Office, clock: Clockwork, desk: Desk) -> None:
    """Somebody types names that nobody has: each leaves a row, also before it is locked."""
    for name in ("nobody", "nowhere"):
        said = {"agent": name, "password": PASSWORD}
        assert desk.http.post("/v1/sessions", json=said, headers=desk.as_desk).status_code == 401
    with office.database.reading() as connection:
        tried = select(func.count()).select_from(sign_in_failures)
        assert connection.execute(tried).scalar_one() == 3  # the two, and the desk
    clock.at += timedelta(days=1, seconds=1)
    assert Upkeep(office.database, clock).work_off(never) == 3
