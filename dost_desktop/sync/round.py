"""What every step of one round shares: whom to ask, where to keep it, by which law, and the count so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from dost_desktop.catalogue.kept import KeptCatalogues
from dost_desktop.contract.messages import Problem
from dost_desktop.ports import Law
from dost_desktop.sync.keyring import Keyring, keep_roster, read_keyring
from dost_desktop.sync.needs import Central, Declined, Memory, NoAnswer, Silence, retry_after
from dost_desktop.sync.rebase import Judge
from dost_desktop.sync.report import Alarm, Tally
from dost_desktop.sync.restored import tell_again

EPOCH: Final = "epoch"
CURSOR: Final = "feed_cursor"
REOFFER: Final = "reoffer_after"  # the file that was offered last after a new epoch; absent: nothing to offer
_NOT_LET_IN: Final = {401, 403}
_TOO_OLD: Final = 426
_LATER: Final = {408, 429}  # too slow a line, too many requests


@dataclass(frozen=True, slots=True)
class Place:
    """Which desk of which centre this is."""

    desk: str
    centre: str


@dataclass(slots=True)
class Round:
    """One round of the sync; ``tell`` hears of progress: runs sent, of how many, events received.

    ``tell_document`` hears of a large document's: bytes sent, of how many.
    """

    central: Central
    memory: Memory
    law: Law
    place: Place
    now: datetime
    keyring: Keyring
    is_forced: bool = False
    shelf: KeptCatalogues | None = (
        None  # for a law that is newer than the program; None: there is no place for it
    )
    clock_off: timedelta | None = None  # server minus PC, as measured last
    is_restored: bool = False  # the server, since we last spoke
    is_restless: bool = False  # it says so again and again: nobody knows who answers there
    tally: Tally = field(default_factory=Tally)
    tell: Callable[[int, int, int], None] = lambda _done, _total, _received: None
    tell_document: Callable[[int, int], None] = lambda _sent, _size: None

    @property
    def judge(self) -> Judge:
        """Decides own clicks again."""
        return Judge(self.law, self.keyring, self.place.centre, self.now)

    def alarm(self, alarm: Alarm) -> None:
        """Nothing was changed because of this, and a person must hear of it."""
        if alarm not in self.tally.alarms:
            self.tally.alarms.append(alarm)

    def fetch_roster(self) -> Declined | None:
        """Who may sign, as the server knows it now."""
        roster = self.central.roster()
        if isinstance(roster, NoAnswer | Problem):
            return roster
        with self.memory.open_work() as work:
            keep_roster(work.meta, roster)
            work.commit()
        self.read_keyring()
        return None

    def read_keyring(self) -> None:
        """The keys as they are kept now."""
        with self.memory.open_reading() as reading:
            self.keyring = read_keyring(reading.meta)

    def is_new_epoch(self, epoch: str) -> bool:
        """True when the server was restored since we last spoke: then everything is read and offered anew.

        A new desk simply notes the first epoch it meets. No server is restored twice in one round: a second new epoch
        is not noted, and ``is_restless`` says so.
        """
        with self.memory.open_reading() as reading:
            known = reading.meta.get(EPOCH)
        if known == epoch:
            return False
        if self.is_restored:
            self.is_restless = True
            return True
        self.is_restored = known is not None
        with self.memory.open_work() as work:
            work.meta.set(EPOCH, epoch)
            if known is not None:
                work.meta.set(CURSOR, "")
                work.meta.set(REOFFER, "")
                tell_again(work, self.now)
            work.commit()
        return known is not None


def stops_round(answer: Declined) -> bool:
    """True when asking on makes no sense: nobody there, too busy, or we are not let in."""
    if isinstance(answer, NoAnswer):
        return True
    return answer.status in _NOT_LET_IN or answer.status in {_TOO_OLD, *_LATER} or answer.status >= 500


def as_silence(answer: Declined) -> NoAnswer | None:
    """The silence behind an answer that stops a round; None when the server said that we may not come in."""
    if isinstance(answer, NoAnswer):
        return answer
    if answer.status in _NOT_LET_IN:
        return None
    kind = Silence.TOO_OLD if answer.status == _TOO_OLD else Silence.UNWELL
    return NoAnswer(kind, answer.code, retry_after(answer))
