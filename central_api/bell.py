"""The bell: whoever waits for news of a centre looks again when it rings, in this process and in every other.

On PostgreSQL what is published is told within the same transaction (``tell``), so that it is heard when, and only
when, it was committed; ``other_processes.py`` listens. Nothing of a person is told, only which centres are concerned.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, Text, bindparam, func, select

from central_api.prepared import Prepared

CHANNEL: Final = "dost_bell"
NEWS: Final = "news"  # and the centres; without any: all
EPOCH: Final = "epoch"
KEYS: Final = "keys"
_UNHEARD: Final = 1.0  # seconds: how late we notice what another process committed when we hear none
_LONGEST: Final = 7000  # bytes of a notification; PostgreSQL takes 8,000

_TOLD: Final = Prepared(
    select(func.pg_notify(bindparam("channel", type_=Text), bindparam("said", type_=Text)))
)


class Bell:
    """Rings when something was published; whoever waits looks again. Waiting costs no thread."""

    def __init__(self, look_every: float = _UNHEARD) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[str, set[tuple[asyncio.AbstractEventLoop, asyncio.Event]]] = {}
        self._rings: dict[str, int] = {}
        self._rings_for_all = 0
        self._look_every = look_every
        self.hears_others = False  # whether other processes ring it too
        self.is_closing = False

    @property
    def look_every(self) -> float:
        """After how many seconds whoever waits looks without having been rung."""
        return self._look_every if self.hears_others else min(_UNHEARD, self._look_every)

    def rings(self, centre: str) -> int:
        """How often it rang for ``centre``: look first, then wait for a later ring."""
        with self._lock:
            return self._rings_for_all + self._rings.get(centre, 0)

    def ring(self, centres: Iterable[str] | None = None) -> None:
        """Something was published to these centres, or to who knows which; may be called from any thread."""
        with self._lock:
            if centres is None:
                self._rings_for_all += 1
                called = list(self._waiting)
            else:
                called = list(centres)
                for centre in called:
                    self._rings[centre] = self._rings.get(centre, 0) + 1
            for centre in called:
                for loop, event in self._waiting.get(centre, ()):
                    loop.call_soon_threadsafe(event.set)

    def close(self) -> None:
        """Nobody waits any more: the server ends."""
        self.is_closing = True
        self.ring()

    async def rung(self, centre: str, since: int, seconds: float) -> None:
        """Return when it rang for ``centre`` after ``since``, at the latest after so many seconds."""
        mine = (asyncio.get_running_loop(), asyncio.Event())
        with self._lock:
            if self._rings_for_all + self._rings.get(centre, 0) != since:
                return
            self._waiting.setdefault(centre, set()).add(mine)
        try:
            await asyncio.wait_for(mine[1].wait(), seconds)
        except TimeoutError:
            return
        finally:
            with self._lock:
                self._waiting[centre].discard(mine)


def tell(connection: Connection, what: str, centres: Iterable[str] = ()) -> None:
    """Tell all processes, when this transaction is committed; SQLite tells nobody, there whoever waits looks."""
    if connection.dialect.name != "postgresql":
        return
    said = " ".join((what, *sorted(centres)))
    _TOLD(connection, channel=CHANNEL, said=said if len(said) <= _LONGEST else what)
