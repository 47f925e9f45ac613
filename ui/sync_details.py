"""What each standing of the sync says in the strip: how much waits, since when, how far, when it is tried again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.domain.dates import legal_date, short, short_time
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.sync_alarm_words import alarm_words

if TYPE_CHECKING:  # heavy, and only the session knows it
    from dost_desktop.sync.report import SyncState

OF_THEIR_OWN: Final = frozenset({"desk.copied", "desk.restored"})  # alarms with a standing of their own
_MINUTE: Final = 60
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR


@dataclass(frozen=True, slots=True)
class Known:
    """What the window knows beside the sync's own state."""

    disagreements: int = 0  # that wait for this agent's choice
    decides: bool = True  # whoever is signed in settles them
    alone_days: int = 2  # from so many days without connection on the strip warns (the owner's setting)
    stops_after_days: int = (
        0  # from so many on no new cases are opened; 0: they always are (the owner's setting)
    )


def alarms(state: SyncState, _now: datetime, _known: Known) -> str:
    codes = [each.code for each in state.alarms if each.code not in OF_THEIR_OWN]
    if len(codes) == 1:
        return alarm_words(codes[0]).title
    return said(QT_TRANSLATE_NOOP("Sync", "{n} warnings")).format(n=len(codes))


def alarms_to_do(state: SyncState, _now: datetime, _known: Known) -> str:
    codes = dict.fromkeys(each.code for each in state.alarms if each.code not in OF_THEIR_OWN)
    words = (alarm_words(code) for code in codes)
    return "\n".join(dict.fromkeys(f"{each.title}. {each.to_do}" for each in words))


def disagreements(_state: SyncState, _now: datetime, known: Known) -> str:
    return said(QT_TRANSLATE_NOOP("Sync", "{n} disagreements")).format(n=known.disagreements)


def items(state: SyncState, _now: datetime, _known: Known) -> str:
    return said(QT_TRANSLATE_NOOP("Sync", "{n} items")).format(n=max(state.needs_you, 1))


def not_let_in(state: SyncState, _now: datetime, _known: Known) -> str:
    words = alarm_words(state.refusal)
    return words.to_do if words.is_known else said(QT_TRANSLATE_NOOP("Sync", "tell the administrator"))


def document(state: SyncState, _now: datetime, _known: Known) -> str:
    """A large document goes in parts, and says how far it is."""
    percent = 100 * state.document_sent // max(state.document_size, 1)
    words = said(QT_TRANSLATE_NOOP("Sync", "sending {done} of {total}, document {percent} %"))
    total = max(state.total, 1)
    return words.format(done=min(state.done + 1, total), total=total, percent=min(percent, 100))


def sending(state: SyncState, _now: datetime, _known: Known) -> str:
    words = said(QT_TRANSLATE_NOOP("Sync", "sending {done} of {total}"))
    return words.format(done=state.done, total=state.total)


def receiving(state: SyncState, _now: datetime, _known: Known) -> str:
    return said(QT_TRANSLATE_NOOP("Sync", "{n} entries received, go on working")).format(n=state.receiving)


def clock(state: SyncState, _now: datetime, _known: Known) -> str:
    """``clock_off`` is server minus PC: positive when the PC is behind."""
    off = state.clock_off or timedelta()
    words = (
        said(QT_TRANSLATE_NOOP("Sync", "{time} behind; the right time is recorded"))
        if off > timedelta()
        else said(QT_TRANSLATE_NOOP("Sync", "{time} ahead; the right time is recorded"))
    )
    if abs(off) >= timedelta(days=1):  # too much to be put right by itself (design 4)
        words = (
            said(QT_TRANSLATE_NOOP("Sync", "{time} behind"))
            if off > timedelta()
            else said(QT_TRANSLATE_NOOP("Sync", "{time} ahead"))
        )
    return words.format(time=lasting(abs(off)))


def waiting(state: SyncState, _now: datetime, _known: Known) -> str:
    return said(QT_TRANSLATE_NOOP("Sync", "{n} waiting to be sent")).format(n=state.waiting)


def all_sent(state: SyncState, now: datetime, _known: Known) -> str:
    if state.last_contact is None:
        return ""
    minutes = int((now - state.last_contact).total_seconds() // _MINUTE)
    if minutes < 1:
        return said(QT_TRANSLATE_NOOP("Sync", "everything is sent · just now"))
    return said(QT_TRANSLATE_NOOP("Sync", "everything is sent · {n} min ago")).format(n=minutes)


def offline(state: SyncState, now: datetime, _known: Known) -> str:
    """Since when, how much waits, and when it is tried again."""
    waits = (
        said(QT_TRANSLATE_NOOP("Sync", "{n} waiting to be sent")).format(n=state.waiting)
        if state.waiting
        else said(QT_TRANSLATE_NOOP("Sync", "work goes on"))
    )
    return " · ".join(each for each in (waits, _since(state, now), next_try_words(state, now)) if each)


def alone(state: SyncState, now: datetime, _known: Known) -> str:
    waits = waiting(state, now, _known) if state.waiting else ""
    days = said(QT_TRANSLATE_NOOP("Sync", "for {n} days")).format(n=days_alone(state, now))
    return " · ".join(each for each in (days, waits, next_try_words(state, now)) if each)


def stopped_to_do(_state: SyncState, _now: datetime, known: Known) -> str:
    """What still works when no new cases are opened, and how to get out."""
    words = QT_TRANSLATE_NOOP(
        "Sync",
        "After {n} days without connection no new cases are opened. Finish what was begun; written answers are given."
        " Tell the administrator, and export what was not sent below.",
    )
    return said(words).format(n=known.stops_after_days)


def _since(state: SyncState, now: datetime) -> str:
    at = _alone_since(state)
    if at is None:
        return ""
    when = short_time(at) if legal_date(at) == legal_date(now) else short(legal_date(at))
    return said(QT_TRANSLATE_NOOP("Sync", "since {time}")).format(time=when)


def next_try_words(state: SyncState, now: datetime) -> str:
    """``next try in 40 s``; "" when nothing is planned or it is due now."""
    if state.next_try is None:
        return ""
    left = state.next_try - now
    if left <= timedelta():
        return said(QT_TRANSLATE_NOOP("Sync", "trying now"))
    return said(QT_TRANSLATE_NOOP("Sync", "next try in {time}")).format(time=lasting(left))


def lasting(time: timedelta) -> str:
    """``40 s``, ``7 min``, ``3 h``, ``2 days``: how long, in its largest unit."""
    seconds = int(time.total_seconds())
    for size, words in (
        (_DAY, QT_TRANSLATE_NOOP("Sync", "{n} days")),
        (_HOUR, QT_TRANSLATE_NOOP("Sync", "{n} h")),
        (_MINUTE, QT_TRANSLATE_NOOP("Sync", "{n} min")),
    ):
        if seconds >= size:
            return said(words).format(n=seconds // size)
    return said(QT_TRANSLATE_NOOP("Sync", "{n} s")).format(n=max(seconds, 1))


def _alone_since(state: SyncState) -> datetime | None:
    """When the desk and the central system spoke last; before the first time: when it began to be silent."""
    return state.alone_since or state.last_contact or state.since


def days_alone(state: SyncState, now: datetime) -> int:
    at = _alone_since(state)
    return (now - at).days if at is not None else 0


def said(words: str) -> str:
    """In the window's language."""
    return QCoreApplication.translate("Sync", words)
