"""The change feed of a centre: pages in commit order behind an opaque, sealed cursor, and waiting for the next."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from typing import Any, Final

from sqlalchemy import Connection, Row, select, tuple_
from starlette.concurrency import run_in_threadpool

from central_api.bell import Bell
from central_api.clock import Clock
from central_api.database import Database
from central_api.deployment import Deployment
from central_api.ledger import chained
from central_api.problems import Problematic
from central_api.seals import ServerSeals
from central_api.tables import events, feed
from dost_desktop.contract.messages import FeedItem, FeedPage
from dost_desktop.contract.translation import event_message
from dost_desktop.domain.dates import instant, instant_text
from dost_desktop.domain.events import head_of

_MARK: Final = 16
_BYTES_A_PAGE: Final = 2_000_000


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

    async def following(self, centre: str, cursor: str, limit: int, wait: float) -> FeedPage:
        """What followed ``cursor``; with nothing there, waits up to ``wait`` seconds for something."""
        end = time.monotonic() + wait
        while True:
            rings = self.bell.rings(centre)
            page = await run_in_threadpool(self.page, centre, cursor, limit)
            left = end - time.monotonic()
            if page.items or left <= 0 or self.bell.is_closing:
                return page
            await self.bell.rung(centre, rings, min(left, self.bell.look_every))

    def page(self, centre: str, cursor: str, limit: int) -> FeedPage:
        """What followed ``cursor``, now."""
        epoch = self.deployment.epoch
        position = self._position(centre, cursor, epoch)
        items: list[FeedItem] = []
        weight = 0
        chosen = select(feed).where(feed.c.centre == centre, feed.c.position > position)
        with self.database.reading() as connection:
            entries = connection.execute(chosen.order_by(feed.c.position).limit(limit + 1)).all()
            read = _read_events(
                connection, [(row.file_id, row.from_seq, row.to_seq) for row in entries[:limit]]
            )
            # last: whatever was read above was written in this epoch or before it
            is_past = bool(entries) and self.deployment.epoch_in(connection) != epoch
        if is_past:  # a backup was restored: what the cursor counted is gone
            return self.page(centre, cursor, limit)
        for row in entries[:limit]:
            found = [read[row.file_id, seq] for seq in range(row.from_seq, row.to_seq + 1)]
            weight += sum(len(event.content) + len(event.data or "") for event in found)
            if items and weight > _BYTES_A_PAGE:
                break
            links = [chained(event) for event in found]
            received_at = instant(found[-1].received_at)
            receipt = self.seals.receipt(
                links[-1].event.content.file_id, head_of(links[-1]), received_at, epoch
            )
            items.append(
                FeedItem(
                    file_id=row.file_id, events=tuple(event_message(each) for each in links), receipt=receipt
                )
            )
            position = row.position
        return FeedPage(
            items=tuple(items),
            cursor=self._cursor(centre, position, epoch),
            more=len(entries) > len(items),
            epoch=epoch,
            time=instant_text(self.clock()),
        )

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


def _read_events(
    connection: Connection, spans: list[tuple[str, int, int]]
) -> dict[tuple[str, int], Row[Any]]:
    wanted = [(file_id, seq) for file_id, first, last in spans for seq in range(first, last + 1)]
    found: dict[tuple[str, int], Row[Any]] = {}
    for start in range(0, len(wanted), 400):  # SQLite takes only so many parameters
        chosen = select(events).where(tuple_(events.c.file_id, events.c.seq).in_(wanted[start : start + 400]))
        found.update({(row.file_id, row.seq): row for row in connection.execute(chosen)})
    return found
