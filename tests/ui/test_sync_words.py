"""The strip says where the desk stands, the most urgent first; every fact, silence and alarm of the sync has words."""

from __future__ import annotations

import ast
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop import sync
from dost_desktop.domain.chain import Flaw
from dost_desktop.sync import merge, verdicts
from dost_desktop.sync.needs import Silence
from dost_desktop.sync.report import Alarm, Connection, SyncState
from ui.sync_alarm_words import alarm_words
from ui.sync_details import Known, lasting
from ui.sync_words import STANDINGS, standings, strip_words
from ui.theme.icons import is_icon

NOW = datetime(2026, 11, 24, 10, 7, tzinfo=UTC)
OFFLINE: dict[str, Any] = {"connection": Connection.OFFLINE, "silence": Silence.OFFLINE}
NEXT = {"next_try": NOW + timedelta(seconds=40)}


def a_state(**facts: Any) -> SyncState:
    return SyncState(**{"connection": Connection.ONLINE, "since": NOW, "last_contact": NOW, **facts})


@pytest.mark.parametrize(
    ("facts", "tone", "word", "detail"),
    [
        ({}, "good", "Online", "everything is sent · just now"),
        ({"last_contact": NOW - timedelta(minutes=3)}, "good", "Online", "everything is sent · 3 min ago"),
        ({"waiting": 2}, "good", "Online", "2 waiting to be sent"),
        ({"waiting": 70, "documents": 70}, "good", "Online", "70 waiting to be sent"),
        ({"done": 49, "total": 120}, "busy", "Online", "sending 49 of 120"),
        (
            {"done": 2, "total": 4, "document_sent": 3, "document_size": 12},
            *("busy", "Online", "sending 3 of 4, document 25 %"),
        ),
        ({"newer_law": True}, "info", "A newer law is here", "used from the next sign-in on"),
        ({"receiving": 300}, "busy", "Receiving", "300 entries received, go on working"),
        ({"done": 1, "total": 2, "receiving": 300}, "busy", "Online", "sending 1 of 2"),
        ({"needs_you": 1}, "bad", "Needs you", "1 items"),
        (
            {"alarms": (Alarm("hash"),)},
            "bad",
            "Needs attention",
            "A file does not agree with the central system",
        ),
        ({"alarms": (Alarm("hash"), Alarm("gap"))}, "bad", "Needs attention", "2 warnings"),
        ({"needs_you": 1, "alarms": (Alarm("lease.refused"),)}, "bad", "Needs attention", None),
        ({"alarms": (Alarm("desk.copied"),)}, "bad", "Two computers are this desk", None),
        ({"alarms": (Alarm("desk.restored"),)}, "warn", "This desk was restored", None),
        (OFFLINE, "offline", "Offline", "work goes on · since 14:07"),
        (
            {**OFFLINE, **NEXT, "waiting": 3, "last_contact": NOW - timedelta(hours=1)},
            "offline",
            "Offline",
            "3 waiting to be sent · since 13:07 · next try in 40 s",
        ),
        (
            {**OFFLINE, "next_try": NOW, "last_contact": NOW - timedelta(hours=20)},
            "offline",
            "Offline",
            "work goes on · since 23.11.2026 · trying now",
        ),
        (
            {**OFFLINE, **NEXT, "waiting": 41, "alone_since": NOW - timedelta(days=3, hours=1)},
            "warn",
            "No connection",
            "for 3 days · 41 waiting to be sent · next try in 40 s",
        ),
        ({**OFFLINE, "silence": Silence.TLS}, "offline", "Not the central system", None),
        ({"clock_off": timedelta(minutes=-7)}, "warn", "This computer's clock is wrong", None),
        ({"too_old": True}, "warn", "The program is too old", None),
        (
            {"connection": Connection.NOT_LET_IN, "refusal": "nobody.knows"},
            "bad",
            "Not let in",
            "tell the administrator",
        ),
        ({"connection": Connection.NOT_TRIED}, "busy", "Connecting", ""),
    ],
)
def test_the_strip(
    qapp: QApplication, facts: dict[str, Any], tone: str, word: str, detail: str | None
) -> None:
    said = strip_words(a_state(**facts), NOW)

    assert (said.tone, said.word) == (tone, word)
    assert said.detail == (said.detail or "?" if detail is None else detail)
    assert said.leads == ""


def test_disagreements_lead_to_their_page_for_who_settles_them(qapp: QApplication) -> None:
    state = a_state(needs_you=2)

    agent = strip_words(state, NOW, Known(disagreements=2))
    head = strip_words(state, NOW, Known(disagreements=2, decides=False))

    assert (agent.word, agent.detail, agent.leads) == ("Needs you", "2 disagreements", "disagreements")
    assert (head.word, head.detail, head.leads) == ("Needs you", "2 items", "")
    assert [each.id for each in standings(a_state(needs_you=3), NOW, Known(2))[:2]] == [
        "disagreements",
        "needs_you",
    ]


@pytest.mark.parametrize("connection", [Connection.OFFLINE, Connection.NOT_LET_IN])
@pytest.mark.parametrize(("limit", "first"), [(0, ""), (4, ""), (3, "stopped")])
def test_that_no_new_cases_are_opened_is_said_first(
    qapp: QApplication, connection: Connection, limit: int, first: str
) -> None:
    state = a_state(connection=connection, alone_since=NOW - timedelta(days=3), waiting=2)
    known = Known(stops_after_days=limit)
    found = standings(state, NOW, known)
    assert found[0].id == (first or ("alone" if connection is Connection.OFFLINE else "not_let_in"))
    assert len(found) == 1 + bool(first)
    assert not first or "After 3 days" in found[0].to_do(state, NOW, known)


@pytest.mark.parametrize(
    ("off", "said"),
    [
        (timedelta(minutes=-7), "7 min ahead; the right time is recorded"),
        (timedelta(hours=3), "3 h behind; the right time is recorded"),
        (timedelta(days=-400), "400 days ahead"),
    ],
)
def test_a_wrong_clock_is_said_by_how_much(qapp: QApplication, off: timedelta, said: str) -> None:
    assert strip_words(a_state(clock_off=off), NOW).detail == said


def test_how_long(qapp: QApplication) -> None:
    seconds = (0.2, 59, 60, 3599, 3600, 86399, 86400 * 3)
    said = [lasting(timedelta(seconds=each)) for each in seconds]
    assert said == ["1 s", "59 s", "1 min", "59 min", "1 h", "23 h", "3 days"]


def test_every_fact_of_the_sync_is_told_somewhere() -> None:
    told = {name for each in STANDINGS for name in each.fields}
    assert told == {each.name for each in fields(SyncState)}


def test_every_standing_has_an_icon_and_says_what_to_do_where_something_is_wrong(qapp: QApplication) -> None:
    assert len({each.id for each in STANDINGS}) == len(STANDINGS)
    for each in STANDINGS:
        assert is_icon(each.icon)
        state = a_state(alarms=(Alarm("hash"),), refusal="desk.revoked")
        assert bool(each.to_do(state, NOW, Known())) == (each.tone not in {"good", "busy"})


@pytest.mark.parametrize("silence", Silence)
def test_every_silence_has_words_of_its_own(qapp: QApplication, silence: Silence) -> None:
    first = standings(a_state(connection=Connection.OFFLINE, silence=silence), NOW)[0]
    assert first.id == silence.value
    assert first.said_word()


def alarm_codes() -> set[str]:
    """Every code that the sync raises, as its source says."""
    codes = {each.value for each in Flaw} | {merge.BEHIND, merge.GAP, merge.UNREADABLE, merge.CHAIN_BROKEN}
    codes |= {*verdicts._ALARMING, "desk.copied", "desk.restored"}
    for module in Path(sync.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            is_alarm = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Alarm" and node.args
            if is_alarm and isinstance(first := node.args[0], ast.Constant):
                codes.add(str(first.value))
    return codes


def test_every_alarm_has_words(qapp: QApplication) -> None:
    own = {each.id for each in STANDINGS}
    unsaid = [
        code
        for code in alarm_codes()
        if not alarm_words(code).is_known and code.removeprefix("desk.") not in own
    ]
    assert unsaid == []
    assert alarm_words("storage.full").title == "The disk is full: nothing was saved just now"
