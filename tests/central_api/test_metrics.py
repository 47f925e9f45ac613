"""Figures for whoever watches: they count what happened, and name nobody."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import insert

from central_api.background import Background
from central_api.office import Office
from central_api.owed_tables import duties, messages
from dost_desktop.domain import acts
from dost_desktop.domain.dates import instant_text
from tests.central_api.practice_desk import Clockwork, enrol, listening

TOKEN = "the-watchers-of-the-figures-in-tests-02"
WATCHERS = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def watched(new_office: Callable[..., Office], office: Office) -> Office:
    office.background.stop()
    watched = new_office(DOST_METRICS_TOKEN=TOKEN)
    return replace(watched, background=Background())


def _figures(http: httpx.Client, address: str = "") -> dict[str, float]:
    answer = http.get(f"{address}/metrics", headers=WATCHERS)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    return {
        f"{each.name}{sorted(each.labels.values())}": each.value
        for family in text_string_to_metric_families(answer.text)
        for each in family.samples
    }


def test_what_happened_is_counted_and_nobody_is_named(
    watched: Office, clock: Clockwork, people: dict[str, str]
) -> None:
    with listening(watched) as address, httpx.Client(base_url=address, timeout=30) as http:
        desk = enrol(watched, http, clock).signs_in("aysel")
        file = desk.identifies(people["found 4.1.1"])
        application = desk.opens(file)
        forged = desk.records(file, acts.HandUp(application, "Baxılsın"))
        desk.http.get("/v1/blobs/" + "0" * 64, headers=desk.as_desk)
        desk.http.get("/nowhere/at/all")
        desk.forgets(file, forged)
        desk.agent = "orxan"
        desk.pushes(desk.records(file, acts.HandUp(application, "Baxılsın")))
        desk.pulls()
        clock.at += timedelta(minutes=2)
        figures, text = _figures(http), http.get("/metrics", headers=WATCHERS).text
    assert figures["dost_push_verdicts_total['accepted']"] == 2
    assert figures["dost_push_rejections_total['event.signature']"] == 1
    assert figures["dost_requests_total['/v1/blobs/{sha256}', '404', 'GET']"] == 1
    assert figures["dost_requests_total['-', '404', 'GET']"] == 1
    assert figures["dost_request_seconds_count['/v1/push']"] == 3
    assert figures["dost_bytes_total['in']"] > 1000
    assert figures["dost_database_up[]"] == 1
    assert figures["dost_number_blocks['application']"] == 1
    assert figures["dost_waiting_desks[]"] == 0
    known = [*people.values(), str(file), "aysel", "orxan", "B03", desk.enrolled.tokens.access]
    assert [each for each in known if each in text] == []


def test_what_is_owed_is_told_with_how_late_it_is(watched: Office, clock: Clockwork) -> None:
    due_at = instant_text(clock() - timedelta(minutes=5))
    rest = {"file_id": str(uuid4()), "due_at": due_at, "attempts": 0}
    told = rest | {"occasion": str(uuid4()), "application": str(uuid4()), "message": "x", "tries": 3}
    with watched.database.writing() as connection:
        connection.execute(
            insert(duties), [rest | {"application": str(uuid4()), "duty": "mas_form"} for _ in range(3)]
        )
        for state in ("waiting", "given_up"):
            connection.execute(insert(messages).values(told | {"channel": state, "state": state}))
    with listening(watched) as address, httpx.Client(base_url=address, timeout=30) as http:
        figures = _figures(http)
    assert {name: value for name, value in figures.items() if name.startswith("dost_owed")} == {
        "dost_owed['duty', 'mas_form']": 3,
        "dost_owed_late_seconds['duty', 'mas_form']": 300,
        "dost_owed['given_up', 'message']": 1,
        "dost_owed_late_seconds['given_up', 'message']": 300,
        "dost_owed['message', 'waiting']": 1,
        "dost_owed_late_seconds['message', 'waiting']": 300,
    }


def test_whichever_process_is_asked_the_counters_are_those_of_all(
    watched: Office, new_office: Callable[..., Office]
) -> None:
    other = new_office(DOST_METRICS_TOKEN=TOKEN)
    with listening(watched) as one, listening(other) as two, httpx.Client(timeout=30) as http:
        for address, times in ((one, 2), (two, 3)):
            assert [http.get(f"{address}/v1/hello").status_code for _ in range(times)] == [200] * times
        for each in (watched, other):
            each.background.stop()  # from now on only this test lays figures down
        seen: list[float] = []
        end = time.monotonic() + 30
        while seen != [5, 5] and time.monotonic() < end:  # an answer is counted when it is out
            for each in (watched, other):
                each.figures.share()
            seen = [
                _figures(http, address)["dost_requests_total['/v1/hello', '200', 'GET']"]
                for address in (one, two)
            ]
        assert seen == [5, 5]
        other.figures.stop()
        left = _figures(http, one)
    assert left["dost_requests_total['/v1/hello', '200', 'GET']"] == 2
    assert left["dost_request_seconds_count['/v1/hello']"] == 2
