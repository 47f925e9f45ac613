"""A run as it arrives: what can be said of it without looking at any file, so before anything is locked."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from dost_desktop.contract.messages import Rejected, RunMessage
from dost_desktop.contract.translation import chained_event
from dost_desktop.domain import acts
from dost_desktop.domain.codec import Malformed
from dost_desktop.domain.events import GENESIS, ChainedEvent, Head, head_of

LONGEST_DATA: Final = 64 * 1024  # characters of one event's data; what the office writes has a few thousand
_CODE: Final = re.compile(r"[A-Za-z0-9_-]{22,64}")  # of a notice's public page: at least 128 bits (design 7)
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_LARGEST_FILE: Final = 2**31


@dataclass(frozen=True, slots=True)
class Run:
    """One click's events, whole, linked and of one hand."""

    base: Head
    events: tuple[ChainedEvent, ...]
    acts: tuple[acts.Act, ...]

    @property
    def file_id(self) -> UUID:
        """The file it belongs to."""
        return self.events[0].event.content.file_id

    @property
    def at(self) -> datetime:
        """The moment of the click."""
        return self.events[0].event.content.at

    @property
    def agent(self) -> str:
        """Whose click it was."""
        return self.events[0].event.content.agent


def examine(message: RunMessage) -> Run | Rejected:
    """A run that is whole, of one hand and one file, linked without a gap, with data as signed; else why not."""
    try:
        events = tuple(chained_event(each) for each in message.events)
        all_acts = tuple(_act_of(each) for each in events)
    except Malformed as error:
        return Rejected(reason="event.malformed", cites="design 4", facts={"place": str(error)})
    if not _is_one_run(events):
        return Rejected(reason="event.run_broken", cites="design 4")
    if message.base_seq == 0 and message.base_hash != GENESIS:
        return Rejected(reason="event.chain_broken", cites="design 4")
    base = Head(message.base_seq, message.base_hash)
    head = base
    for each in events:
        link = each.link
        if (link.seq, link.prev) != (head.seq + 1, head.hash) or not each.is_linked():
            return Rejected(reason="event.chain_broken", cites="design 4")
        if not each.event.data_is_whole():
            return Rejected(reason="event.data_changed", cites="design 4")
        head = head_of(each)
    return Run(base, events, all_acts)


def _act_of(chained: ChainedEvent) -> acts.Act:
    """The act that the event records. Raises Malformed also for what no office writes, and no table could keep."""
    data = chained.event.data
    if data is not None:
        written = json.dumps(data)
        if len(written) > LONGEST_DATA or ("\\u0000" in written and _has_zero(data)):
            raise Malformed("data")
    act = chained.event.act()
    if isinstance(act, acts.IssueNotice):
        is_kept = _CODE.fullmatch(act.verify_code) and _SHA256.fullmatch(act.pdf)
        if not is_kept or not 0 < act.size < _LARGEST_FILE:
            raise Malformed("notice")
    return act


def _has_zero(value: Any) -> bool:
    """Whether a text in it holds a zero byte, which PostgreSQL keeps in no text."""
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, Mapping):
        return any(_has_zero(each) for pair in value.items() for each in pair)
    return isinstance(value, list) and any(map(_has_zero, value))


def _is_one_run(events: Sequence[ChainedEvent]) -> bool:
    contents = [each.event.content for each in events]
    first = contents[0]
    shared = {(c.file_id, c.run, c.steps, c.at, c.desk, c.agent, c.law, c.rules) for c in contents}
    steps = [content.step for content in contents]
    ids = {content.id for content in contents}
    return (
        len(shared) == 1
        and first.id == first.run
        and len(ids) == len(contents)
        and steps == list(range(1, first.steps + 1))
    )
