"""Fetching what others did: the centre's feed, page by page, each file proven before anything of it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from dost_desktop.contract.messages import FeedItem, FeedPage, Problem
from dost_desktop.domain.chain import Flaw
from dost_desktop.domain.errors import AgentError
from dost_desktop.sync.merge import CHAIN_BROKEN, Verified, merge, verify
from dost_desktop.sync.needs import Declined, NoAnswer, Silence
from dost_desktop.sync.report import Alarm
from dost_desktop.sync.round import CURSOR, Round, stops_round

REPAIRS: Final = "repairs"  # files the feed could not bring in, each with what was wrong
_PAGE: Final = 100
_EMPTY_PAGES: Final = 20  # in a row, each with the promise of more: no feed of ours
_EVENTS_A_COMMIT: Final = 40  # a click that comes meanwhile waits for one such transaction at most
_REPAIRS_A_ROUND: Final = 300
_UNKNOWN: Final = 404


def pull(this: Round) -> Declined | None:
    """Everything behind the cursor; what stopped it, if something did. Safe to repeat at any point."""
    empty = 0
    while True:
        with this.memory.open_reading() as reading:
            cursor = str(reading.meta.get(CURSOR, ""))
        page = this.central.feed(cursor, _PAGE)
        if not isinstance(page, FeedPage):
            return _without_page(this, page, cursor)
        if this.is_new_epoch(page.epoch):
            if this.is_restless:
                return NoAnswer(Silence.OTHER_SCHEMA, "epoch")
            continue  # the cursor counted what is gone: from the beginning
        empty = 0 if page.items else empty + 1
        if empty > _EMPTY_PAGES:
            return NoAnswer(Silence.OTHER_SCHEMA, "empty pages")
        stopped = _take_page(this, page)
        if stopped is not None:
            return stopped
        this.tell(0, 0, this.tally.received)
        if not page.more or page.cursor == cursor:
            return None


def repair(this: Round) -> Declined | None:
    """Fetch whole the files that the feed could not bring in; what stopped it, if something did."""
    with this.memory.open_reading() as reading:
        broken: dict[str, str] = dict(reading.meta.get(REPAIRS, {}))
    stopped, over = None, set[str]()
    for file_id in list(broken)[:_REPAIRS_A_ROUND]:
        outcome = _repaired(this, file_id, broken[file_id])
        if outcome is None:
            over.add(file_id)
        elif isinstance(outcome, Alarm):
            broken[file_id] = outcome.code
            this.alarm(outcome)
        else:
            stopped = outcome
            break
    if broken:
        with this.memory.open_work() as work:
            work.meta.set(REPAIRS, {each: code for each, code in broken.items() if each not in over})
            work.commit()
    this.tally.repaired += len(over)
    return stopped


def _repaired(this: Round, file_id: str, code: str) -> Alarm | Declined | None:
    """The file as the server has it takes its place here; else what is wrong with it, or what stopped the round."""
    item = this.central.file_of_centre(UUID(file_id))
    if isinstance(item, FeedItem) and item.file_id == file_id:
        return take_item(this, item)
    if isinstance(item, Problem) and item.status == _UNKNOWN:
        return None  # not the centre's (any more): the heads are compared next
    if isinstance(item, FeedItem) or not stops_round(item):
        return Alarm(code, UUID(file_id))
    return item


def take_item(this: Round, item: FeedItem) -> Alarm | Declined | None:
    """This file by itself, once it is proven; else why not."""
    proven = _proven(this, item)
    if not isinstance(proven, Verified):
        return proven
    _import(this, [proven], (), None)
    return None


def _without_page(this: Round, answer: Declined, cursor: str) -> Declined | None:
    if stops_round(answer):
        return answer
    code = answer.kind.value if isinstance(answer, NoAnswer) else answer.code
    this.alarm(Alarm(code, None, "feed"))
    if code.startswith("cursor.") and cursor:
        with this.memory.open_work() as work:
            work.meta.set(CURSOR, "")  # everything again: what is here is recognised
            work.commit()
    return answer


def _take_page(this: Round, page: FeedPage) -> Declined | None:
    """Import the page in small transactions; the cursor moves with the last of them, if nothing stopped it before."""
    ready: list[Verified] = []
    refused: list[Alarm] = []
    waiting_ids: set[str] = set()
    todo = list(reversed(_together(page.items)))
    while todo:
        parts = todo.pop()
        item = _one(parts)
        if _is_here(this, item, page.epoch):
            continue
        if item.file_id in waiting_ids:  # its proof rests on an item that is not imported yet
            _import(this, ready, (), None)
            ready, waiting_ids = [], set()
        proven = _proven(this, item)
        if isinstance(proven, NoAnswer | Problem):
            _import(this, ready, refused, None)
            return proven
        if isinstance(proven, Alarm) and len(parts) > 1:
            todo += [[each] for each in reversed(parts)]  # what is good of it comes in
            continue
        if isinstance(proven, Alarm):
            refused.append(proven)
            if not _is_put_together_anew(this, item, page.epoch):
                this.alarm(proven)
            continue
        ready.append(proven)
        waiting_ids.add(item.file_id)
        if sum(len(each.events) for each in ready) >= _EVENTS_A_COMMIT:
            _import(this, ready, (), None)
            ready, waiting_ids = [], set()
    _import(this, ready, refused, page.cursor)
    return None


def _together(items: Iterable[FeedItem]) -> list[list[FeedItem]]:
    """The page's clicks that follow one another in one file, together: proven, folded and stored once."""
    groups: list[list[FeedItem]] = []
    latest: dict[str, list[FeedItem]] = {}
    for item in items:
        group = latest.get(item.file_id)
        if group and _follows(group, item):
            group.append(item)
        else:
            latest[item.file_id] = group = [item]
            groups.append(group)
    return groups


def _follows(group: Sequence[FeedItem], item: FeedItem) -> bool:
    if not (item.events and group[-1].events):
        return False
    is_small = sum(len(each.events) for each in (*group, item)) <= _EVENTS_A_COMMIT
    return is_small and item.events[0].seq == group[-1].events[-1].seq + 1


def _one(parts: Sequence[FeedItem]) -> FeedItem:
    """All their events under the last receipt, which speaks for every event before it."""
    last = parts[-1]
    if len(parts) == 1:
        return last
    return last.model_copy(update={"events": tuple(event for each in parts for event in each.events)})


def _is_put_together_anew(this: Round, item: FeedItem, epoch: str) -> bool:
    """True when the server was restored since it confirmed this file here: its repair, next, says what is wrong.

    Then the feed may tell the file's events in another order, which only the whole file proves.
    """
    with this.memory.open_reading() as reading:
        receipts = reading.receipts(UUID(item.file_id))
    return bool(receipts) and all(each.epoch != epoch for each in receipts)


def _proven(this: Round, item: FeedItem) -> Verified | Alarm | Declined:
    """The item, proven; a signer we do not know may have come since the roster was fetched, which is asked then."""
    proven = _looked_at(this, item)
    if not (isinstance(proven, Alarm) and proven.code == Flaw.SIGNATURE):
        return proven
    return this.fetch_roster() or _looked_at(this, item)


def _looked_at(this: Round, item: FeedItem) -> Verified | Alarm:
    with this.memory.open_reading() as reading:
        return verify(reading, UUID(item.file_id), item.events, item.receipt, this.keyring)


def _is_here(this: Round, item: FeedItem, epoch: str) -> bool:
    """True when the desk holds all of it, confirmed in this epoch: mostly its own clicks that come back.

    The last hash speaks for every event before it.
    """
    if not item.events:
        return False
    last, file_id = item.events[-1], UUID(item.file_id)
    with this.memory.open_reading() as reading:
        try:
            ours = reading.events(file_id, last.seq - 1)[:1] if last.seq else ()
        except AgentError as error:  # damaged here: whoever proves the item says so
            if error.code != CHAIN_BROKEN:
                raise
            return False
        return any(
            each.link.hash == last.hash
            and any(
                receipt.epoch == epoch and receipt.seq >= last.seq for receipt in reading.receipts(file_id)
            )
            for each in ours
        )


def _import(
    this: Round, ready: list[Verified], refused: tuple[Alarm, ...] | list[Alarm], cursor: str | None
) -> None:
    if not ready and not refused and cursor is None:
        return
    with this.memory.open_work() as work:
        for each in ready:
            merge(work, each, this.judge, this.tally)
        if refused:
            broken: dict[str, Any] = dict(work.meta.get(REPAIRS, {}))
            work.meta.set(REPAIRS, broken | {str(each.file_id): each.code for each in refused})
        if cursor is not None:
            work.meta.set(CURSOR, cursor)
        work.commit()
