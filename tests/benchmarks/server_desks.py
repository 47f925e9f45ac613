"""Fifty desks of a morning at one server: how long the slowest of a hundred requests takes beside the middle one."""

from __future__ import annotations

import pickle
import statistics
from collections.abc import Sequence
from typing import Any, Final

from central_api.demo_people import invent
from central_api.office import Office
from dost_desktop.domain.dates import legal_date
from tests.benchmarks.figure import Figure
from tests.benchmarks.practice import told_by
from tests.benchmarks.raw_http import request
from tests.benchmarks.server_cases import CLICKS, Case, Cases
from tests.benchmarks.server_place import Worker, a_place, staff
from tests.benchmarks.server_processes import ours
from tests.benchmarks.server_requests import push_of

_MOST: Final = 5.0
_PAUSE: Final = 1.0  # seconds between a desk's requests; a real one rests ten times as long
_NEWS_MS: Final = 2000.0  # a decision reaches the desk within two seconds


def server_desks(
    *, on: Sequence[str], desks: int = 50, seconds: float, pause: float = _PAUSE
) -> list[Figure]:
    """On each database in ``on``: so many desks, each waiting for the feed, pushing, looking up and polling."""
    figures: list[Figure] = []
    for name in on:
        with a_place(name) as place:
            with place.office() as office:
                plans = _plans(office, desks, seconds, pause)
            file = place.folder.with_suffix(".plans")
            file.write_bytes(pickle.dumps(plans))
            with ours(place) as server:
                before = server.busy()
                told = told_by("desks", str(server.port), str(file), str(seconds))
                busy = (server.busy() - before) / seconds
        figures += _figures(told, name, desks, busy)
    return figures


def _figures(told: dict[str, Any], on: str, desks: int, busy: float) -> list[Figure]:
    everything = [each for kind in told["spent"].values() for each in kind]
    kinds = ", ".join(
        f"{kind} {statistics.median(each):.1f}/{_slowest(each):.1f}" for kind, each in told["spent"].items()
    )
    note = (
        f"{len(everything)} requests; median/p99 in ms: {kinds}; the server took {busy:.0%} of a processor,"
        f" the process that plays the desks {told['busy']:.0%}"
    )
    middle = statistics.median(everything)
    return [
        Figure(f"p99 under {desks} desks on {on}", "the median", _slowest(everything), middle, most=_MOST, note=note),
        Figure(
            f"news reaches {desks} desks on {on}, p99", "a push's median", _slowest(told["late"]),
            statistics.median(told["spent"]["push"]), limit=_NEWS_MS,
        ),
    ]  # fmt: skip


def _slowest(times: Sequence[float]) -> float:
    """The time that one of a hundred takes longer than."""
    return sorted(times)[min(int(len(times) * 0.99), len(times) - 1)]


def _plans(office: Office, desks: int, seconds: float, pause: float) -> list[dict[str, Any]]:
    workers = staff(office, desks)
    cases = Cases(office, workers)
    people = [each.number for each in invent(legal_date(office.clock())) if each.kind == "pin"]
    rounds = int(3 * seconds / pause / (4 * CLICKS)) + 1
    return [
        {
            "token": worker.desk_token,
            "cursor": "",
            "pause": pause,
            "todo": [
                step
                for turn in range(rounds)
                for step in _case(
                    worker, cases.case(turn * desks + nth), people[(turn * desks + nth) % len(people)]
                )
            ],
        }
        for nth, worker in enumerate(workers)
    ]


def _case(worker: Worker, case: Case, number: str) -> list[tuple[str, bytes, str]]:
    """What a desk sends for one person: the queue is polled, registers are asked, and each click is pushed."""
    polled = ("queue", request("GET", "/v1/queue", worker.agent_token), "")
    steps = [polled]
    for click in range(CLICKS):
        if click < 3:
            register = ("meis_person", "mas_status", "mas_employed_persons")[click]
            question = {
                "register_name": register, "number_kind": "pin", "number": number, "purpose": "unemployed"
            }  # fmt: skip
            steps.append(("lookup", request("POST", "/v1/lookups", worker.agent_token, question), ""))
        steps += [("push", push_of(case, click).raw(0), str(case.file)), polled]
    return steps
