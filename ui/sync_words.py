"""Where this desk stands towards the central system: one table of every state, its words, icon, tone, and what to do.

The status strip says the most urgent one in a few words; the page of what was not sent says all of them whole.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from ui import sync_details
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.sync_details import OF_THEIR_OWN, Known, days_alone, said

if TYPE_CHECKING:  # heavy, and only the session knows it
    from dost_desktop.sync.report import SyncState


@dataclass(frozen=True, slots=True)
class Standing:
    """One state: ``tone`` good, busy, info, warn or bad; ``leads`` to a page of the rail, or "" to what was not sent.

    ``holds`` finds it; ``word`` and ``detail`` stand in the strip, ``to_do`` on the page; ``fields`` are the facts of
    ``SyncState`` that it tells of.
    """

    id: str
    tone: str
    icon: str
    word: str
    holds: Callable[[SyncState, datetime, Known], bool]
    detail: Callable[[SyncState, datetime, Known], str]
    to_do: Callable[[SyncState, datetime, Known], str]
    fields: tuple[str, ...]
    leads: str = ""

    def said_word(self) -> str:
        """The word in the window's language."""
        return said(self.word)


@dataclass(frozen=True, slots=True)
class StripWords:
    """What the strip shows, and where a click leads."""

    tone: str
    icon: str
    word: str
    detail: str
    leads: str = ""


def standings(state: SyncState, now: datetime, known: Known | None = None) -> tuple[Standing, ...]:
    """Everything that holds now, the most urgent first, one at least; of the connection only what explains most."""
    has = known or Known()
    found: list[Standing] = []
    for each in STANDINGS:
        is_said = each.id in _CONNECTION and any(other.id in _CONNECTION for other in found)
        if not is_said and each.holds(state, now, has):
            found.append(each)
    return tuple(found)


def strip_words(state: SyncState, now: datetime, known: Known | None = None) -> StripWords:
    """The most urgent one in a few words."""
    has = known or Known()
    first = standings(state, now, has)[0]
    return StripWords(first.tone, first.icon, first.said_word(), first.detail(state, now, has), first.leads)


def _just(words: str) -> Callable[[SyncState, datetime, Known], str]:
    return lambda _state, _now, _known: said(words) if words else ""


def _has_alarm(code: str) -> Callable[[SyncState, datetime, Known], bool]:
    return lambda state, _now, _known: any(each.code == code for each in state.alarms)


def _has_other_alarm(state: SyncState, _now: datetime, _known: Known) -> bool:
    return any(each.code not in OF_THEIR_OWN for each in state.alarms)


def _connection(value: str) -> Callable[[SyncState, datetime, Known], bool]:
    return lambda state, _now, _known: state.connection.value == value


def _is_alone_long(state: SyncState, now: datetime, known: Known) -> bool:
    is_long = days_alone(state, now) >= max(known.alone_days, 1)
    return _is_offline(state) and is_long and not _is_stopped(state, now, known)


def _is_stopped(state: SyncState, now: datetime, known: Known) -> bool:
    is_away = state.connection.value in {"offline", "not_let_in"}
    return is_away and 0 < known.stops_after_days <= days_alone(state, now)


def _is_offline(state: SyncState) -> bool:
    return state.connection.value == "offline"


def _silence(value: str) -> Callable[[SyncState, datetime, Known], bool]:
    return lambda state, _now, _known: (
        _is_offline(state) and state.silence is not None and state.silence.value == value
    )


def _is_online(state: SyncState, _now: datetime, _known: Known) -> bool:
    return state.connection.value == "online"


_WAITING_IS_SAFE: Final = QT_TRANSLATE_NOOP(
    "Sync", "Go on working. Everything is kept on this computer and is sent by itself."
)
_TELL: Final = QT_TRANSLATE_NOOP(
    "Sync", "Go on working; everything is kept on this computer. Tell the administrator."
)
_OFFLINE_FIELDS: Final = (
    *("connection", "silence", "since", "last_contact", "alone_since"),
    *("next_try", "waiting", "documents"),
)


def _of_silence(value: str, word: str, to_do: str, icon: str = "cloud-slash") -> Standing:
    """One reason why nobody answers."""
    return Standing(
        value, "offline", icon, word, _silence(value), sync_details.offline, _just(to_do), _OFFLINE_FIELDS
    )


STANDINGS: Final[tuple[Standing, ...]] = (  # the most urgent first
    Standing(
        "copied",
        "bad",
        "copy",
        QT_TRANSLATE_NOOP("Sync", "Two computers are this desk"),
        _has_alarm("desk.copied"),
        _just(QT_TRANSLATE_NOOP("Sync", "nothing is sent; tell the administrator")),
        _just(
            QT_TRANSLATE_NOOP(
                "Sync",
                "Another computer speaks as this desk. Neither is let in until the administrator says which one"
                " stays. Nothing is lost: what was not sent can be exported below.",
            )
        ),
        ("alarms",),
    ),
    Standing(
        "alarm",
        "bad",
        "warning-circle",
        QT_TRANSLATE_NOOP("Sync", "Needs attention"),
        _has_other_alarm,
        sync_details.alarms,
        sync_details.alarms_to_do,
        ("alarms",),
    ),
    Standing(
        "disagreements",
        "bad",
        "git-diff",
        QT_TRANSLATE_NOOP("Sync", "Needs you"),
        lambda _state, _now, known: known.decides and known.disagreements > 0,
        sync_details.disagreements,
        _just(
            QT_TRANSLATE_NOOP(
                "Sync", "Somebody else changed the same file. Look at both sides and choose what holds."
            )
        ),
        ("needs_you",),
        leads="disagreements",
    ),
    Standing(
        "needs_you",
        "bad",
        "warning-circle",
        QT_TRANSLATE_NOOP("Sync", "Needs you"),
        lambda state, _now, known: state.needs_you > (known.disagreements if known.decides else 0),
        sync_details.items,
        _just(QT_TRANSLATE_NOOP("Sync", "These are not sent by themselves. Each one says what to do.")),
        ("needs_you",),
    ),
    Standing(
        "stopped",
        "bad",
        "hand-palm",
        QT_TRANSLATE_NOOP("Sync", "No new cases"),
        _is_stopped,
        sync_details.alone,
        sync_details.stopped_to_do,
        ("connection", "alone_since", "waiting"),
    ),
    Standing(
        "not_let_in",
        "bad",
        "lock",
        QT_TRANSLATE_NOOP("Sync", "Not let in"),
        _connection("not_let_in"),
        sync_details.not_let_in,
        _just(
            QT_TRANSLATE_NOOP(
                "Sync",
                "The central system answers, and does not take this desk. Tell the administrator. Go on working:"
                " everything is kept, and can be exported below.",
            )
        ),
        ("connection", "refusal"),
    ),
    Standing(
        "restored",
        "warn",
        "clock-counter-clockwise",
        QT_TRANSLATE_NOOP("Sync", "This desk was restored"),
        _has_alarm("desk.restored"),
        _just(QT_TRANSLATE_NOOP("Sync", "what is missing is being fetched")),
        _just(
            QT_TRANSLATE_NOOP(
                "Sync",
                "The database is an older one. What was recorded since comes back from the central system, and"
                " numbers are given from a new block. Nothing to do.",
            )
        ),
        ("alarms",),
    ),
    Standing(
        "too_old",
        "warn",
        "arrow-circle-up",
        QT_TRANSLATE_NOOP("Sync", "The program is too old"),
        lambda state, now, known: state.too_old or _silence("too_old")(state, now, known),
        _just(QT_TRANSLATE_NOOP("Sync", "work is kept; have it updated")),
        _just(
            QT_TRANSLATE_NOOP(
                "Sync",
                "The central system wants a newer program. Go on working: everything is kept and sent after the"
                " update. Tell the administrator.",
            )
        ),
        ("too_old",),
    ),
    Standing(
        "clock_off",
        "warn",
        "clock",
        QT_TRANSLATE_NOOP("Sync", "This computer's clock is wrong"),
        lambda state, _now, _known: state.clock_off is not None,
        sync_details.clock,
        _just(
            QT_TRANSLATE_NOOP(
                "Sync",
                "Have the administrator set the clock. What you record gets the central system's time.",
            )
        ),
        ("clock_off",),
    ),
    Standing(
        "alone",
        "warn",
        "cloud-slash",
        QT_TRANSLATE_NOOP("Sync", "No connection"),
        _is_alone_long,
        sync_details.alone,
        _just(
            QT_TRANSLATE_NOOP(
                "Sync",
                "The desk has been alone for long. Go on working; tell the administrator, and export what was not"
                " sent below, so that it is in two places.",
            )
        ),
        _OFFLINE_FIELDS,
    ),
    _of_silence("tls", QT_TRANSLATE_NOOP("Sync", "Not the central system"), _TELL, "lock"),
    _of_silence(
        "clock",
        QT_TRANSLATE_NOOP("Sync", "This computer's clock is wrong"),
        QT_TRANSLATE_NOOP(
            "Sync", "The central system's certificate does not fit this date. Have the clock set."
        ),
        "clock",
    ),
    _of_silence(
        "captive_portal",
        QT_TRANSLATE_NOOP("Sync", "The network wants a sign-in"),
        QT_TRANSLATE_NOOP(
            "Sync", "A page answered instead of the central system. Tell the administrator; work goes on."
        ),
    ),
    _of_silence("other_schema", QT_TRANSLATE_NOOP("Sync", "Another language"), _TELL),
    _of_silence("unsealed", QT_TRANSLATE_NOOP("Sync", "Answer without a signature"), _TELL),
    _of_silence("unwell", QT_TRANSLATE_NOOP("Sync", "The central system is in trouble"), _WAITING_IS_SAFE),
    _of_silence("refused", QT_TRANSLATE_NOOP("Sync", "The central system is not there"), _WAITING_IS_SAFE),
    _of_silence("timeout", QT_TRANSLATE_NOOP("Sync", "The central system is slow"), _WAITING_IS_SAFE),
    _of_silence("cut", QT_TRANSLATE_NOOP("Sync", "The connection breaks off"), _WAITING_IS_SAFE),
    Standing(
        "offline",
        "offline",
        "cloud-slash",
        QT_TRANSLATE_NOOP("Sync", "Offline"),
        _connection("offline"),
        sync_details.offline,
        _just(_WAITING_IS_SAFE),
        _OFFLINE_FIELDS,
    ),
    Standing(
        "newer_law",
        "info",
        "scales",
        QT_TRANSLATE_NOOP("Sync", "A newer law is here"),
        lambda state, _now, _known: state.newer_law,
        _just(QT_TRANSLATE_NOOP("Sync", "used from the next sign-in on")),
        _just(
            QT_TRANSLATE_NOOP(
                "Sync",
                "The catalogues were renewed. Finish the case, then sign in again: from then on the newer law is"
                " used.",
            )
        ),
        ("newer_law",),
    ),
    Standing(
        "document",
        "busy",
        "cloud-arrow-up",
        QT_TRANSLATE_NOOP("Sync", "Online"),
        lambda state, _now, _known: state.document_size > 0,
        sync_details.document,
        _just(""),
        ("document_sent", "document_size"),
    ),
    Standing(
        "sending",
        "busy",
        "cloud-arrow-up",
        QT_TRANSLATE_NOOP("Sync", "Online"),
        lambda state, _now, _known: state.total > state.done,
        sync_details.sending,
        _just(""),
        ("done", "total"),
    ),
    Standing(
        "receiving",
        "busy",
        "cloud-arrow-down",
        QT_TRANSLATE_NOOP("Sync", "Receiving"),
        lambda state, _now, _known: state.receiving > 0,
        sync_details.receiving,
        _just(""),
        ("receiving",),
    ),
    Standing(
        "not_tried",
        "busy",
        "cloud-arrow-up",
        QT_TRANSLATE_NOOP("Sync", "Connecting"),
        _connection("not_tried"),
        _just(""),
        _just(""),
        ("connection",),
    ),
    Standing(
        "waiting",
        "good",
        "cloud-check",
        QT_TRANSLATE_NOOP("Sync", "Online"),
        lambda state, _now, _known: state.connection.value == "online" and state.waiting > 0,
        sync_details.waiting,
        _just(""),
        ("waiting", "documents"),
    ),
    Standing(
        "online",
        "good",
        "cloud-check",
        QT_TRANSLATE_NOOP("Sync", "Online"),
        _is_online,
        sync_details.all_sent,
        _just(""),
        ("connection", "last_contact"),
    ),
)
_BESIDE: Final = frozenset(
    {"stopped", "alarm", "disagreements", "needs_you", "restored", "clock_off", "newer_law"}
)
_CONNECTION: Final = frozenset(each.id for each in STANDINGS) - _BESIDE
