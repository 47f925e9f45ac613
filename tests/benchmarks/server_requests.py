"""Requests a second (a run pushed, a file read, a page of the feed) beside a bare FastAPI doing the same SQL."""

from __future__ import annotations

import asyncio
import pickle
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx

from central_api.app import build_app
from central_api.office import Office
from dost_desktop.contract.messages import Push
from tests.benchmarks.figure import Figure
from tests.benchmarks.raw_http import request
from tests.benchmarks.recorded import Recorded, Recorder
from tests.benchmarks.server_cases import CLICKS, Case, Cases
from tests.benchmarks.server_place import Place, Worker, a_place, staff
from tests.benchmarks.server_processes import Load, Server, bare, loading, ours

_CONNECTIONS: Final = 4  # more than one server on two cores can serve at once
_MOST: Final = 1 / 0.6  # at least 60 % of the bare one's requests
_MEASURED: Final = ("rate", "server_cpu", "cpu")
_READ_TO_A_PAGE: Final = 5  # files: a page is many times as long


@dataclass(frozen=True, slots=True)
class Wish:
    """One request, as a test client and as raw bytes make it."""

    method: str
    path: str
    token: str
    body: object = None

    def raw(self, nth: int) -> bytes:
        """The bytes; the number is for the bare server."""
        return request(self.method, self.path, self.token, self.body, X_Nth=str(nth))


def server_requests(*, on: Sequence[str], rounds: int, a_round: int, desks: int = 14) -> list[Figure]:
    """On each database in ``on``: so many rounds of so many requests of each kind, ours and the bare one in turn."""
    figures: list[Figure] = []
    for name in on:
        with a_place(name) as place:
            figures += _on(place, name, rounds, a_round, desks)
    return figures


def _on(place: Place, name: str, rounds: int, a_round: int, desks: int) -> list[Figure]:
    with place.office() as office:
        workers = staff(office, desks)
        cases = Cases(office, workers)
        before = [cases.case(nth) for nth in range(a_round)]
        for case in before:
            push_all(office, case)
        wishes = _wishes(workers, before, cases, rounds, a_round)
    with place.copied("recorded") as copy, copy.office() as office:
        scripts, folder = asyncio.run(_recorded(office, wishes)), place.folder.parent
    paths = {}
    nth = 0
    for kind, each in wishes.items():
        paths[kind] = folder / f"{kind}.requests"
        paths[kind].write_bytes(pickle.dumps([wish.raw(nth + place) for place, wish in enumerate(each)]))
        nth += len(each)
    (folder / "scripts").write_bytes(pickle.dumps({str(place): each for place, each in enumerate(scripts)}))
    with (
        place.copied("bare") as copy,
        ours(place) as our,
        bare(copy, folder / "scripts") as beside,
        loading() as load,
    ):
        return [
            _figure(load, kind, name, paths[kind], len(each), rounds, our, beside)
            for kind, each in wishes.items()
        ]


def _figure(
    load: Load, kind: str, on: str, requests: Path, count: int, rounds: int, our: Server, beside: Server
) -> Figure:
    size = count // rounds
    told: dict[str, list[dict[str, Any]]] = {"ours": [], "bare": []}
    for nth in range(rounds):
        for name, server in (("ours", our), ("bare", beside)):
            told[name].append(load(server, requests, nth * size, (nth + 1) * size, _CONNECTIONS))
    ours, bare = (
        {key: statistics.median(each[key] for each in told[name][1:] or told[name]) for key in _MEASURED}
        for name in ("ours", "bare")
    )
    note = (
        f"{ours['rate']:.0f} a second beside {bare['rate']:.0f}: {ours['rate'] / bare['rate']:.0%};"
        f" {ours['server_cpu']:.1f} ms of a processor for each beside {bare['server_cpu']:.1f},"
        f" and {ours['cpu']:.2f} in the process that asks"
    )
    what, named = f"{kind} on {on}", "a bare FastAPI with the same SQL"
    return Figure(what, named, 1000 / ours["rate"], 1000 / bare["rate"], most=_MOST, note=note)


def _wishes(
    workers: Sequence[Worker], before: Sequence[Case], cases: Cases, rounds: int, a_round: int
) -> dict[str, list[Wish]]:
    pushes: list[Wish] = []
    while len(pushes) < rounds * a_round:  # one click of as many people, then their next
        some = [cases.case(1_000_000 + len(pushes) + nth) for nth in range(a_round)]
        for click in range(min(CLICKS, rounds - len(pushes) // a_round)):
            pushes += [push_of(case, click) for case in some]
    reads = [
        Wish("GET", f"/v1/files/{case.file}?purpose=unemployed", workers[nth % len(workers)].agent_token)
        for nth in range(rounds)
        for case in before
    ]
    pages = [
        Wish("GET", "/v1/feed?limit=100", workers[nth % len(workers)].desk_token)
        for nth in range(rounds * max(a_round // _READ_TO_A_PAGE, 2))
    ]
    return {"push of one run": pushes, "reading a file": reads, "a page of the feed": pages}


def push_of(case: Case, click: int) -> Wish:
    """One click of a case."""
    body = Push(runs=(case.runs[click],)).model_dump(mode="json")
    return Wish("POST", "/v1/push", case.worker.desk_token, body)


def push_all(office: Office, case: Case) -> None:
    """The whole case is stored, by the ordinary way."""
    answer = office.push(case.worker.as_desk, Push(runs=case.runs))
    assert {each.answer for each in answer.answers} == {"accepted"}, answer


async def _recorded(office: Office, wishes: dict[str, list[Wish]]) -> list[Recorded]:
    """What each request makes ours say to the database, one after the other, in this process."""
    door = httpx.ASGITransport(
        build_app(office)
    )  # without the app's life: no background work speaks meanwhile
    told: list[Recorded] = []
    with Recorder(office.database).listening() as recorder:
        async with httpx.AsyncClient(transport=door, base_url="http://127.0.0.1") as client:
            for each in (wish for kind in wishes.values() for wish in kind):
                headers = {"Authorization": f"Bearer {each.token}"}
                answer = await client.request(each.method, each.path, json=each.body, headers=headers)
                assert answer.status_code == 200, answer.text
                told.append(recorder.taken(answer.json()))
    return told
