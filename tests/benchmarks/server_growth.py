"""With many stored events the server is about as quick as with few: every hot request, on a large and a small one."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import Any, Final

from central_api.background import never
from central_api.office import Office
from dost_desktop.domain.vocabulary import Role
from tests.benchmarks.figure import Figure, medians
from tests.benchmarks.raw_http import Connection, request
from tests.benchmarks.server_cases import CLICKS, Cases
from tests.benchmarks.server_history import written_history
from tests.benchmarks.server_place import PASSWORD, Place, a_place, seated, staff
from tests.benchmarks.server_processes import ours
from tests.benchmarks.server_requests import push_all, push_of

FEW: Final = 10_000
_MOST: Final = 2.0
_WARM: Final = 6


def server_growth(
    *, on: Sequence[str], stored: int, few: int = FEW, runs: int, desks: int = 14
) -> list[Figure]:
    """On each database in ``on``: each hot request with so many stored events, beside itself with few."""
    figures: list[Figure] = []
    warm = min(runs, _WARM)
    for name in on:
        with ExitStack() as stack:
            parts = {
                size: _asking(stack, stack.enter_context(a_place(name)), size, runs + warm, desks)
                for size in (few, stored)
            }
            for what in parts[few]:
                both = {"few": parts[few][what], "many": parts[stored][what]}
                times = medians(runs, both, warm=warm)
                figures.append(
                    Figure(
                        f"{what}, {stored:,} events on {name}",
                        f"{few:,} events",
                        times["many"],
                        times["few"],
                        most=_MOST,
                    )
                )
    return figures


def _asking(
    stack: ExitStack, place: Place, stored: int, runs: int, desks: int
) -> Mapping[str, Callable[[], object]]:
    """A server with so many events, and how each hot request is made to it."""
    with place.office() as office:
        wishes = _wishes(office, stored, runs, desks)
        office.upkeep.work_off(never)  # years of it lie behind a server with so many events
    connection = Connection(stack.enter_context(ours(place)).port)
    stack.callback(connection.close)

    def asked(raw: Iterator[bytes]) -> Callable[[], object]:
        def ask() -> None:
            status, body = connection.ask(next(raw))
            assert status in {200, 201}, body

        return ask

    return {what: asked(iter(raw)) for what, raw in wishes.items()}


def _wishes(office: Office, stored: int, times: int, desks: int) -> dict[str, Iterator[bytes]]:
    workers = staff(office, desks)
    head = seated(office, "head", workers[0].centre, Role.HEAD)
    officer = seated(office, "officer", workers[0].centre, Role.BACK_OFFICE)
    cases = Cases(office, workers)
    templates = [cases.case(nth) for nth in range(2 * desks)]
    for case in templates:
        push_all(office, case)
    made = written_history(office.database, templates, stored)
    random.Random(3).shuffle(made)
    fresh = [cases.case(1000 + nth) for nth in range(-(-times // CLICKS))]
    desk, centre = workers[0], workers[0].centre
    with office.database.reading() as connection:
        last: int = connection.exec_driver_sql(
            f"SELECT position FROM feed_heads WHERE centre = '{centre}'"
        ).scalar_one()

    def page(position: int) -> bytes:
        cursor = office.feed._cursor(centre, position, office.deployment.epoch)
        return request("GET", f"/v1/feed?limit=100&cursor={cursor}", desk.desk_token)

    def by_turns(method: str, path: str, body: Any = None) -> Iterator[bytes]:
        return itertools.cycle([request(method, path, each.agent_token, body) for each in workers])

    return {
        "push of one run": (push_of(case, click).raw(0) for case in fresh for click in range(CLICKS)),
        "reading a file": (
            request("GET", f"/v1/files/{file}?purpose=unemployed", workers[nth % desks].agent_token)
            for nth, file in enumerate(itertools.cycle(made))
        ),
        "the feed's last page": itertools.repeat(page(last - 100)),
        "a page from the feed's middle": (page(last // 2 - nth % (last // 4)) for nth in itertools.count()),
        "the queue": by_turns("GET", "/v1/queue"),
        "signing in": itertools.cycle(
            request("POST", "/v1/sessions", each.desk_token, {"agent": each.agent, "password": PASSWORD})
            for each in workers
        ),
        "the drafts' list": itertools.repeat(request("GET", "/v1/back-office/drafts", officer.agent_token)),
        "what needs a look": itertools.repeat(request("GET", "/v1/centre/needs-look", head.agent_token)),
    }
