"""A new desk of a centre that has many files: how quickly they come, and how long the window stands still meanwhile."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Final

from central_api.office import Office as Central
from dost_desktop.contract.messages import Push, RunMessage
from dost_desktop.office import Office
from dost_desktop.sync.engine import Sync, Ways
from dost_desktop.sync.needs import Memory
from dost_desktop.sync.round import Place as AtDesk
from tests.benchmarks.figure import Figure
from tests.benchmarks.practice import told_by
from tests.benchmarks.server_cases import Cases
from tests.benchmarks.server_place import PASSWORD, a_place, staff
from tests.benchmarks.server_processes import Server, ours
from tests.benchmarks.sync_rate import AGENT, CENTRE, hire

_A_PUSH: Final = 100  # runs
_REST_S: Final = "20"


def first_sync(*, files: int) -> list[Figure]:
    """So many files, the first click of each: without a window, and behind one that somebody works with."""
    with a_place("sqlite") as place, ExitStack() as stack:
        with place.office() as central:
            [worker] = staff(central, 1, centres=(CENTRE,))
            hire(central)
            cases = Cases(central, [worker])
            made: list[RunMessage] = []
            for nth in range(files):
                made.append(cases.case(nth, clicks=1).runs[0])
                if len(made) == _A_PUSH or nth == files - 1:
                    answer = central.push(worker.as_desk, Push(runs=tuple(made)))
                    assert {each.answer for each in answer.answers} == {"accepted"}
                    made.clear()
        server = stack.enter_context(ours(place))
        with place.office() as central:
            alone = _enrolled(central, server, place.folder.with_name("alone"))
            watched = _enrolled(central, server, place.folder.with_name("watched"))
        seconds = _synced(alone, files)
        told = told_by("first_sync", str(watched.paths.home), PASSWORD, str(files))
        assert told["files"] >= files, told
        rest = told_by("bare_window", _REST_S)
    when = "; ".join(
        f"{late} ms ({worked} own work) at {step}" for late, worked, step in told["gaps"]["steps"][:3]
    )
    return [
        Figure(
            f"first sync of {files:,} files behind the window",
            "without a window",
            told["seconds"],
            seconds,
            unit="s",
            note=f"{2 * files / seconds:.0f} events a second without a window",
        ),
        Figure(
            "longest stall of the window during it",
            "a resting bare window",
            told["gaps"]["worst"],
            rest["gaps"]["worst"],
            limit=50,
            note=when,
        ),
        Figure(
            "stall during it, 99.9 of 100 beats are shorter",
            "a resting bare window",
            told["gaps"]["p999"],
            rest["gaps"]["p999"],
            limit=50,
        ),
    ]


def _enrolled(central: Central, server: Server, home: Path) -> Office:
    """A new desk at which the agent has signed in once."""
    office = Office(home)
    office.enrol(f"http://127.0.0.1:{server.port}", central.enrolment.new_code(CENTRE))
    office.sign_in(AGENT, PASSWORD).close()
    return office


def _synced(office: Office, files: int) -> float:
    """Seconds until this desk has all files."""
    signed_in = office.sign_in(AGENT, PASSWORD)
    try:
        memory = Memory(signed_in.database.open_reading, signed_in.database.open_work)
        place = AtDesk(signed_in.desk.name, signed_in.desk.centre.code)
        sync = Sync(Ways(signed_in.central, memory, office.clock, office.law, place), Random(1))
        begin = time.perf_counter()
        report = sync.once(office.clock.now(), is_forced=True)
        seconds = time.perf_counter() - begin
        assert report.received >= files, report
        return seconds
    finally:
        signed_in.close()
