"""What becomes of a click for each thing the central API may say of it: sent, waiting, before a person; never gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from dost_desktop.contract.messages import (
    Accepted,
    Conflict,
    Known,
    Problem,
    Push,
    PushAnswer,
    PushVerdict,
    Rejected,
    Skipped,
)
from dost_desktop.contract.translation import sealed_json
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.codec import from_json
from dost_desktop.rows import RunState
from dost_desktop.sync.needs import NoAnswer, Silence
from dost_desktop.sync.report import Connection
from tests.sync.desks import PracticeDesk
from tests.sync.line import Tamper, between, instead

QUEUED, NEEDS_YOU = RunState.QUEUED, RunState.NEEDS_YOU


def says(verdict: Callable[[Receipt], PushVerdict]) -> Tamper:
    """The central API takes the run, but this is what arrives."""

    def tamper(answer: PushAnswer) -> PushAnswer:
        receipts = [from_json(Receipt, each.receipt) for each in answer.answers]  # type: ignore[union-attr]
        return answer.model_copy(update={"answers": tuple(verdict(each) for each in receipts)})

    return tamper


def forged(receipt: Receipt) -> dict[str, Any]:
    return sealed_json(replace(receipt, hash="f" * 64))


def rejected(reason: str) -> Callable[[Receipt], PushVerdict]:
    return lambda _receipt: Rejected(reason=reason, cites="design 4", facts={"n": 1})


@dataclass(frozen=True)
class Case:
    """What arrives, and what becomes of the click: ``state`` None means it was sent."""

    name: str
    tamper: Tamper
    state: RunState | None = QUEUED
    code: str = ""
    alarms: tuple[str, ...] = ()
    connection: Connection = Connection.ONLINE


TABLE = [
    Case("accepted", says(lambda r: Accepted(receipt=sealed_json(r))), None),
    Case("known", says(lambda r: Known(receipt=sealed_json(r))), None),
    Case("forged", says(lambda r: Accepted(receipt=forged(r))), code="receipt.not_ours", alarms=("receipt",)),
    Case(
        "forged known", says(lambda r: Known(receipt=forged(r))), code="known.elsewhere", alarms=("receipt",)
    ),
    Case(
        "nonsense", says(lambda r: Accepted(receipt={"a": 1})), code="receipt.not_ours", alarms=("receipt",)
    ),
    Case("rejected", says(rejected("event.signature")), NEEDS_YOU, "event.signature"),
    Case("id reused", says(rejected("event.id_reused")), NEEDS_YOU, "event.id_reused", ("event.id_reused",)),
    Case("law outdated", says(rejected("law_outdated")), code="law_outdated"),
    Case("in the future", says(rejected("event.in_future")), code="event.in_future"),
    Case("skipped", says(lambda _r: Skipped()), code="skipped"),
    Case(
        "conflict with a forged receipt",
        says(lambda r: Conflict(from_seq=1, events=(), receipt=forged(r))),
        code="alarm.gap",
        alarms=("gap",),
    ),
    Case(
        "too few verdicts",
        lambda answer: answer.model_copy(update={"answers": ()}),
        code="sync.other_schema",
        connection=Connection.OFFLINE,
    ),
    Case("no answer", instead(NoAnswer(Silence.TIMEOUT)), code="sync.timeout", connection=Connection.OFFLINE),
    Case(
        "busy",
        instead(Problem(title="", status=429, code="busy")),
        code="busy",
        connection=Connection.OFFLINE,
    ),
    Case(
        "too slow",
        instead(Problem(title="", status=408, code="request.too_slow")),
        code="request.too_slow",
        connection=Connection.OFFLINE,
    ),
    Case(
        "not let in",
        instead(Problem(title="", status=401, code="token.revoked")),
        code="token.revoked",
        connection=Connection.NOT_LET_IN,
    ),
]


@pytest.mark.parametrize("case", TABLE, ids=[case.name for case in TABLE])
def test_a_click_after_each_verdict_and_after_the_next_good_line(
    desk: PracticeDesk,
    people: dict[str, str],
    case: Case,
) -> None:
    file = desk.identifies(people["not found"])
    between(desk, push=case.tamper, feed=no_news, compare_heads=all_agrees)

    report = desk.syncs()

    with desk.database.open_reading() as reading:
        rows = reading.outbox_rows()
    assert [(each.state, each.last_answer) for each in rows] == (
        [] if case.state is None else [(case.state, case.code)]
    )
    assert tuple(dict.fromkeys(each.code for each in report.state.alarms)) == case.alarms
    assert report.state.connection is case.connection
    assert desk.confirmed(file) == (2 if case.state is None else 0)
    assert len(desk.chain(file)) == (0 if case.state is NEEDS_YOU else 2)

    desk.talks_through(desk.central)
    after = desk.syncs()  # the next good line

    assert (after.state.waiting, after.state.connection) == (0, Connection.ONLINE)
    assert desk.confirmed(file) == (0 if case.state is NEEDS_YOU else 2)


def no_news(page: Any) -> Any:
    """The feed would bring the run itself; here only the verdict counts."""
    return page.model_copy(update={"items": (), "more": False})


def all_agrees(compared: Any) -> Any:
    """And so would a comparison of the files' ends."""
    return compared.model_copy(update={"differing": (), "unknown": ()})


def test_a_rejected_click_takes_along_only_what_rests_on_it(
    desk: PracticeDesk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    desk.syncs()
    application = desk.opens(file)
    desk.calls_in(file, "+994500000001")
    desk.does(file, acts.Withdraw(application))
    first = iter([Rejected(reason="agent.no_post", cites="design 4")])

    class Refusing:
        """Refuses the first run it is shown, and never looks at those behind it."""

        def push(self, push: Push) -> Any:
            told = next(first, None)
            if told is None:
                return desk.central.push(push)
            verdicts = (told, *(Skipped() for _ in push.runs[1:]))
            return PushAnswer(answers=verdicts, epoch=desk.enrolled.epoch, time="2026-11-24T06:00:00.000Z")

        def __getattr__(self, name: str) -> Any:
            return getattr(desk.central, name)

    desk.talks_through(Refusing())  # type: ignore[arg-type]

    report = desk.syncs()

    with desk.database.open_reading() as reading:
        rows = {each.kinds[0]: (each.state, each.last_answer) for each in reading.outbox_rows()}
    assert rows == {
        "application_opened": (NEEDS_YOU, "agent.no_post"),
        "application_withdrawn": (NEEDS_YOU, "application.unknown"),
    }
    assert (report.state.needs_you, report.state.waiting) == (2, 0)
    assert desk.kinds(file) == ["person_identified", "status_read", "contact_recorded"]
    assert desk.confirmed(file) == 3


def test_a_click_on_a_pc_whose_clock_is_behind_is_not_earlier_than_its_evidence(
    desk: PracticeDesk, people: dict[str, str]
) -> None:
    """The central API is back, the register answers, and the sync has not put the clock right yet."""
    desk.watch.wrong_by = -timedelta(minutes=10)
    file = desk.identifies(people["not found"])

    state = desk.syncs().state

    assert (state.waiting, state.needs_you, desk.confirmed(file)) == (0, 0, 2)
