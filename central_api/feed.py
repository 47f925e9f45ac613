"""The change feed of a centre: pages in commit order behind an opaque, sealed cursor, and waiting for the next."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from sqlalchemy import BigInteger, Integer, Row, bindparam, select
from starlette.concurrency import run_in_threadpool

from central_api.bell import Bell
from central_api.clock import Clock
from central_api.database import Database
from central_api.deployment import Deployment, epoch_here
from central_api.ledger import item_text
from central_api.prepared import Prepared
from central_api.problems import Problematic
from central_api.seals import ServerSeals
from central_api.tables import events, feed
from dost_desktop.domain.dates import instant, instant_text
from dost_desktop.domain.events import Head

_MARK: Final = 16
_GATHERS: Final = (0.5, 1.0)  # seconds; a decision is at the desk within two
_BYTES_A_PAGE: Final = 2_000_000
_KEPT_TEXT: Final = (
    100_000  # characters of a page that is kept for the others: a click's news, not a first sync
)
_ENTRIES: Final = (
    select(feed)
    .where(feed.c.centre == bindparam("centre"), feed.c.position > bindparam("position", type_=BigInteger))
    .order_by(feed.c.position)
    .limit(bindparam("entries", type_=Integer))
    .subquery()
)
#: One question, so of one moment: what is read was written in its epoch or before it.
_PAGE: Final = Prepared(
    select(_ENTRIES.c.position, _ENTRIES.c.from_seq, _ENTRIES.c.to_seq, events, epoch_here().label("epoch"))
    .join(
        events,
        (events.c.file_id == _ENTRIES.c.file_id)
        & events.c.seq.between(_ENTRIES.c.from_seq, _ENTRIES.c.to_seq),
        isouter=True,
    )
    .order_by(_ENTRIES.c.position, events.c.seq)
)


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A ``FeedPage`` as it travels, and when the last event in it came; empty: there is none in it."""

    text: str
    newest: str


class Feed:
    """Pages of what happened in a centre's files."""

    def __init__(
        self,
        database: Database,
        seals: ServerSeals,
        deployment: Deployment,
        secret: bytes,
        bell: Bell,
        clock: Clock,
    ) -> None:
        self.database, self.seals, self.deployment = database, seals, deployment
        self.secret, self.bell, self.clock = secret, bell, clock
        self._looks: dict[tuple[object, ...], asyncio.Future[WrittenPage]] = {}
        self._nothing: dict[str, tuple[str, int]] = {}  # by centre: behind which cursor, at how many rings

    async def following(self, centre: str, cursor: str, limit: int, wait: float) -> WrittenPage:
        """What followed ``cursor``; with nothing there, waits up to ``wait`` seconds for something.

        A desk that has waited for a while is told at once; one whose line has only just begun (it was told a moment
        ago) gathers first. In a busy centre this makes one answer of several, and fifty desks do not ask again at once.
        """
        begin = time.monotonic()
        end = begin + wait
        gathers = random.uniform(*_GATHERS)  # noqa: S311 - spreads the desks, guards nothing
        is_known = wait > 0  # once nobody need look: another desk of the centre did, and no bell rang since
        while True:
            rings = self.bell.rings(centre)
            if not (is_known and self._nothing.get(centre) == (cursor, rings)):
                page = await self._look(centre, cursor, limit, rings)
                if page.newest or time.monotonic() >= end or self.bell.is_closing:
                    return page
                self._nothing[centre] = (cursor, rings)
            is_known = False
            await self.bell.rung(centre, rings, max(0, min(end - time.monotonic(), self.bell.look_every)))
            while (left := min(begin + gathers, end) - time.monotonic()) > 0 and not self.bell.is_closing:
                await self.bell.rung(centre, self.bell.rings(centre), left)

    async def _look(self, centre: str, cursor: str, limit: int, rings: int) -> WrittenPage:
        """The page, read once for all who look for it at the same ring: a centre's desks wait at one place."""
        loop = asyncio.get_running_loop()
        wanted = (loop, centre, cursor, limit, rings)
        look = self._looks.get(wanted)
        if look is None:
            look = self._looks[wanted] = loop.create_task(run_in_threadpool(self.page, centre, cursor, limit))
            look.add_done_callback(lambda _: self._looks.pop(wanted))
        return await asyncio.shield(look)  # whoever goes away does not end it for the others

    def page(self, centre: str, cursor: str, limit: int) -> WrittenPage:
        """What followed ``cursor``, now."""
        epoch = self.deployment.epoch
        position = self._position(centre, cursor, epoch)
        with self.database.glancing() as connection:
            rows = _PAGE(connection, centre=centre, position=position, entries=limit + 1).all()
        if rows and rows[-1].epoch != epoch:  # a backup was restored: what the cursor counted is gone
            self.deployment.notice(rows[-1].epoch)
            return self.page(centre, cursor, limit)
        items: list[str] = []
        weight, more, newest = 0, False, ""
        for place, entry in groupby(rows, key=lambda row: row.position):
            found = list(entry)
            weight += sum(len(event.content or "") + len(event.data or "") for event in found)
            more = len(items) == limit or bool(items and weight > _BYTES_A_PAGE)
            if more:
                break
            items.append(self._item(found, epoch))
            position, newest = place, found[-1].received_at
        rest = {
            "cursor": self._cursor(centre, position, epoch),
            "more": more,
            "epoch": epoch,
            "time": instant_text(self.clock()),
        }
        return WrittenPage(f'{{"items":[{",".join(items)}],{json.dumps(rest)[1:]}', newest)

    def _item(self, found: Sequence[Row[Any]], epoch: str) -> str:
        last = found[-1]
        if last.seq != last.to_seq or len(found) != last.to_seq - last.from_seq + 1:
            raise RuntimeError("the feed tells of events that are not there")
        head, received_at = Head(last.seq, last.hash), instant(last.received_at)
        return item_text(found, self.seals.receipt(UUID(last.file_id), head, received_at, epoch))

    def _cursor(self, centre: str, position: int, epoch: str) -> str:
        text = json.dumps([epoch, centre, position]).encode()
        return base64.urlsafe_b64encode(self._mark(text) + text).decode("ascii")

    def _position(self, centre: str, cursor: str, epoch: str) -> int:
        """Where the cursor stands; one of another epoch begins anew, because what it counted is gone."""
        if not cursor:
            return 0
        try:
            raw = base64.b64decode(cursor, altchars=b"-_", validate=True)
        except ValueError:
            raise Problematic(422, "cursor.malformed") from None
        if not hmac.compare_digest(raw[:_MARK], self._mark(raw[_MARK:])):
            raise Problematic(422, "cursor.malformed")
        counted_in, whose, position = json.loads(raw[_MARK:])
        if whose != centre:
            raise Problematic(422, "cursor.other_centre")
        return int(position) if counted_in == epoch else 0

    def _mark(self, text: bytes) -> bytes:
        return hmac.new(self.secret, b"dost/feed-cursor/1\n" + text, hashlib.sha256).digest()[:_MARK]
