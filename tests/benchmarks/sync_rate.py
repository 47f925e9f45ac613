"""How many events a second go to the server and come to a desk, beside the same rows in the server's bare database.

Two real desks at a real server in its own process: the first sends what it recorded offline, the second, new, gets it.
The baseline stores the very rows through SQLAlchemy, one transaction a click, in a copy of the database before that.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Any, Final

from sqlalchemy import Table, insert, select

from central_api.database import Database
from central_api.office import Office as Central
from central_api.tables import events, feed, file_centres, files, notices, numbers_used
from dost_desktop.contract.messages import AgentCard
from dost_desktop.contract.seals import SigningKey
from dost_desktop.domain.vocabulary import Role
from dost_desktop.office import Office, SignedIn
from dost_desktop.sync.engine import Sync, Ways
from dost_desktop.sync.needs import Memory
from dost_desktop.sync.report import SyncReport
from dost_desktop.sync.round import Place as AtDesk
from tests.benchmarks.figure import Figure, medians
from tests.benchmarks.raw_http import Connection, request
from tests.benchmarks.server_cases import EVENTS, Cases
from tests.benchmarks.server_place import PASSWORD, Place, Worker, a_place, staff
from tests.benchmarks.server_processes import Server, ours

CENTRE: Final = "B03"
AGENT: Final = "agent-of-desks"
_MOST: Final = 1 / 0.4  # at least 40 % of the bare database's rate
_STORED: Final = (files, file_centres, events, feed, notices, numbers_used)


@dataclass(frozen=True, slots=True)
class AtWork:
    """Somebody signed in at a real desk, and its sync."""

    signed_in: SignedIn
    sync: Sync

    def round(self) -> SyncReport:
        """One round, now."""
        return self.sync.once(self.signed_in.desk.clock.now(), is_forced=True)


def sync_rate(*, on: Sequence[str], stored: int, runs: int) -> list[Figure]:
    """On each database in ``on``: so many events there and back, and rounds in which there is nothing to do."""
    figures: list[Figure] = []
    for name in on:
        with a_place(name) as place, ExitStack() as stack:
            with place.office() as central:
                staff(central, 1, centres=(CENTRE,))
                hire(central)
            before = stack.enter_context(place.copied("before"))
            server = stack.enter_context(ours(place))
            with place.office() as central:
                one = stack.enter_context(a_desk(central, server, place.folder.with_name("one")))
                other = stack.enter_context(a_desk(central, server, place.folder.with_name("other")))
                record(central, one, -(-stored // EVENTS))
                sent, pushed = _until_quiet(one)
                received, pulled = _until_quiet(other)
                assert received == sent, (received, sent)
                bare = _bare(central.database, before)
            figures += [
                _rate("pushed", sent, pushed, bare, name),
                _rate("pulled by a new desk", received, pulled, bare, name),
                _nothing_to_do(one, server, name, runs),
            ]
    return figures


def hire(central: Central) -> None:
    """The agent who works at the desks of these benchmarks."""
    card = {
        "agent": AGENT,
        "name": "Nümunə Agent",
        "role": Role.AGENT.value,
        "post": "agent",
        "centre": CENTRE,
    }
    central.accounts.add(AgentCard.model_validate(card), PASSWORD)


@contextmanager
def a_desk(central: Central, server: Server, home: Path) -> Iterator[AtWork]:
    """A new desk of the centre with its first round behind it: it knows the server and has its numbers."""
    office = Office(home)
    card = office.enrol(f"http://127.0.0.1:{server.port}", central.enrolment.new_code(CENTRE))
    signed_in = office.sign_in(AGENT, PASSWORD)
    memory = Memory(signed_in.database.open_reading, signed_in.database.open_work)
    place = AtDesk(card.desk, card.centre.code)
    try:
        yield AtWork(
            signed_in, Sync(Ways(signed_in.central, memory, office.clock, office.law, place), Random(1))
        )
    finally:
        signed_in.close()


def record(central: Central, desk: AtWork, cases: int) -> None:
    """So many people's cases at this desk, click by click, none of it sent."""
    desk.round()
    ours = desk.signed_in.desk
    worker = Worker(
        desk=ours.name, centre=CENTRE, agent=AGENT, key=_Hand(ours.hand.sign), desk_token="", agent_token="",
        secret=ours.secret,
    )  # fmt: skip
    made = Cases(central, [worker])
    for nth in range(cases):
        chain = made.case(nth).chain
        with desk.signed_in.database.open_work() as work:
            for _, run in groupby(chain, key=lambda each: each.event.content.run):
                click = [each.event for each in run]
                work.append(click, click[0].content.file_id)
            work.commit()


class _Hand(SigningKey):
    """The key that the agent has at the desk: it signs, and shows nothing else."""

    def __init__(self, sign: Any) -> None:
        self.sign = sign  # type: ignore[method-assign]


def _until_quiet(desk: AtWork) -> tuple[int, float]:
    """Rounds until nothing waits and nothing comes: the events at the server, or here, and the seconds it took."""
    begin = time.perf_counter()
    while True:
        report = desk.round()
        assert not report.state.alarms, report.state
        if not report.sent and not report.received:
            break
    spent = time.perf_counter() - begin
    with desk.signed_in.database.open_reading() as reading:
        return sum(reading.confirmed_seq(each) for each in reading.file_ids()), spent


def _bare(database: Database, before: Place) -> float:
    """Seconds for the same rows, one transaction for each click, without looking at anything."""
    with database.reading() as connection:
        rows = {
            table: [dict(row) for row in connection.execute(select(table)).mappings()] for table in _STORED
        }
    clicks = _by_click(rows)
    with before.office() as copy:
        begin = time.perf_counter()
        for click in clicks:
            with copy.database.writing() as connection:
                for table, stored in click:
                    connection.execute(insert(table), stored)
        return time.perf_counter() - begin


def _by_click(rows: dict[Table, list[dict[str, Any]]]) -> list[list[tuple[Table, list[dict[str, Any]]]]]:
    """The rows that one click leaves; what stands once for a file goes with its first."""
    once: dict[str, list[tuple[Table, list[dict[str, Any]]]]] = {}
    for table in (files, file_centres, notices):
        for row in rows[table]:
            once.setdefault(row["file_id"], []).append((table, [row]))
    stored = {(row["file_id"], row["seq"]): row for row in rows[events]}
    numbers = iter(rows[numbers_used])
    clicks = []
    for entry in rows[feed]:
        file = entry["file_id"]
        run = [stored[file, seq] for seq in range(entry["from_seq"], entry["to_seq"] + 1)]
        number = next(numbers, None)
        clicks.append(
            [
                *once.pop(file, []),
                (events, run),
                (feed, [entry]),
                *([(numbers_used, [number])] if number else []),
            ]
        )
    return clicks


def _rate(what: str, count: int, spent: float, bare: float, on: str) -> Figure:
    return Figure(
        f"{count:,} events {what} on {on}",
        "the same rows in the bare database",
        spent / count * 1000,
        bare / count * 1000,
        most=_MOST,
        note=f"{count / spent:.0f} a second beside {count / bare:.0f}: {bare / spent:.0%}",
    )


def _nothing_to_do(desk: AtWork, server: Server, on: str, runs: int) -> Figure:
    """A round that greets and finds nothing, beside one bare request to the same server."""
    connection = Connection(server.port)
    try:
        live = request("GET", "/health/live", "")
        times = medians(20 * runs, {"round": desk.round, "bare": lambda: connection.ask(live)})
    finally:
        connection.close()
    return Figure(f"a sync with nothing to do, on {on}", "one bare request", times["round"], times["bare"])
