"""``dost-desktop sync``: what waits is sent without the window, for a script at night or an administrator's hand."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Final, TextIO

from dost_desktop.commands.words import SILENCES, SYNC
from dost_desktop.domain.dates import instant_text, legal_date, short, short_time
from dost_desktop.office import Office, SignedIn
from dost_desktop.sync.engine import Sync, Ways
from dost_desktop.sync.needs import Memory
from dost_desktop.sync.report import Connection, SyncReport, SyncState
from dost_desktop.sync.round import Place

ALL_SENT, NEEDS_SOMEBODY, UNREACHED = 0, 1, 2
_AGAIN: Final = 60.0  # seconds, while what waits may not be sent yet


@dataclass(slots=True)
class _Total:
    """What all rounds did together."""

    rounds: int = 0
    sent: int = 0
    documents: int = 0
    received: int = 0
    rebased: int = 0
    alarms: list[str] = field(default_factory=list)

    def add(self, report: SyncReport) -> None:
        self.rounds += 1
        self.sent += report.sent
        self.documents += report.documents
        self.received += report.received
        self.rebased += report.rebased
        self.alarms = [each.code for each in report.state.alarms]


@dataclass(frozen=True, slots=True)
class Telling:
    """Where and how it is told: the answer, the progress, in which language, or as JSON."""

    out: TextIO
    progress: TextIO
    lang: str = "az"
    as_json: bool = False

    def line(self, name: str, **facts: object) -> None:
        """One line of progress; with JSON it goes where it cannot be taken for the answer."""
        (self.progress if self.as_json else self.out).write(SYNC[self.lang][name].format(**facts) + "\n")
        (self.progress if self.as_json else self.out).flush()


def sync_of(office: Office, signed_in: SignedIn) -> Sync:
    """The same sync that works behind the window."""
    desk = signed_in.desk
    memory = Memory(signed_in.database.open_reading, signed_in.database.open_work)
    place = Place(desk.name, desk.centre.code)
    spread = Random()  # noqa: S311 - spreads the desks after an outage, guards nothing
    return Sync(Ways(signed_in.central, memory, office.clock, office.law, place, office.shelf), spread)


def run(office: Office, signed_in: SignedIn, telling: Telling, *, once: bool) -> int:
    """One round, or round after round until nothing waits or Ctrl+C; how it stands as an exit code."""
    sync, total = sync_of(office, signed_in), _Total()
    pause = threading.Event()
    try:
        while True:
            report = sync.once(office.clock.now(), is_forced=True)
            total.add(report)
            _tell_round(telling, report)
            wait = _pause(report, office)
            if once or wait is None:
                break
            if wait:
                telling.line("next_try", seconds=round(wait))
            pause.wait(wait)
    except KeyboardInterrupt:
        pass
    code = _code(sync.state)
    _answer(telling, sync.state, total, code)
    return code


def _pause(report: SyncReport, office: Office) -> float | None:
    """Seconds until the next round; None when another one would change nothing."""
    state = report.state
    if state.connection is Connection.NOT_LET_IN or state.too_old:
        return None
    if state.next_try is not None:
        return max(0.0, (state.next_try - office.clock.now()).total_seconds())
    if report.goes_on:
        return 0.0
    return _AGAIN if state.waiting else None


def _code(state: SyncState) -> int:
    if state.connection in {Connection.OFFLINE, Connection.NOT_TRIED}:
        return UNREACHED
    is_well = state.connection is Connection.ONLINE and not state.alarms and not state.too_old
    return ALL_SENT if is_well and not state.waiting and not state.needs_you else NEEDS_SOMEBODY


def _tell_round(telling: Telling, report: SyncReport) -> None:
    telling.line(
        "round",
        sent=report.sent,
        documents=report.documents,
        received=report.received,
        waiting=report.state.waiting,
    )


def _answer(telling: Telling, state: SyncState, total: _Total, code: int) -> None:
    if telling.as_json:
        telling.out.write(json.dumps(_facts(state, total, code)) + "\n")
        return
    for name, facts in _said(state, telling.lang):
        telling.line(name, **facts)


def _said(state: SyncState, lang: str) -> Iterator[tuple[str, dict[str, object]]]:
    """What is to be said at the end, the worst first."""
    if state.connection is Connection.OFFLINE and state.silence is not None:
        yield "unreached", {"why": SILENCES[lang][state.silence]}
    if state.connection is Connection.NOT_LET_IN:
        yield "not_let_in", {"why": state.refusal}
    if state.alone_since is not None:
        since = state.alone_since
        yield "alone", {"since": f"{short(legal_date(since))} {short_time(since)}"}
    if state.too_old:
        yield "too_old", {}
    for code in dict.fromkeys(each.code for each in state.alarms):
        yield "alarm", {"code": code}
    if state.needs_you:
        yield "needs_you", {"needs_you": state.needs_you}
    if state.waiting:
        yield "waiting", {"waiting": state.waiting}
    elif state.connection is Connection.ONLINE and not state.needs_you:
        yield "all_sent", {}


def _facts(state: SyncState, total: _Total, code: int) -> dict[str, object]:
    """For programs; times are UTC."""
    return {
        "code": code,
        "connection": state.connection.value,
        "silence": state.silence.value if state.silence else None,
        "refusal": state.refusal or None,
        "rounds": total.rounds,
        "sent": total.sent,
        "documents": total.documents,
        "received": total.received,
        "rebased": total.rebased,
        "waiting": state.waiting,
        "waiting_documents": state.documents,
        "needs_you": state.needs_you,
        "alarms": total.alarms,
        "too_old": state.too_old,
        "clock_off_seconds": round(state.clock_off.total_seconds()) if state.clock_off else 0,
        "alone_since": instant_text(state.alone_since) if state.alone_since else None,
    }
