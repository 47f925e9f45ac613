"""Checking a file's chain: any change to a confirmed event and any tail cut behind a receipt is found.

Design 4. Signatures of agents and of the server are checked by whoever holds the keys, through ``Seals``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from dost_desktop.domain.acts import EraseData
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.codec import Malformed, from_json
from dost_desktop.domain.events import GENESIS, ChainedEvent


class Flaw(StrEnum):
    """What a check can find."""

    PLACE = "place"  # a sequence number is missing, doubled or out of order
    FILE = "file"  # the event belongs to another file
    LINK = "link"  # prev is not the hash before it
    HASH = "hash"  # the content, signature or place is not what was hashed
    DATA = "data"  # the data is not what was signed
    SIGNATURE = "signature"  # not signed by the agent it names
    ERASED = "erased"  # data are gone, and no act in the file says that they were lawfully erased
    RUN = "run"  # a run is not whole
    DOUBLED = "doubled"  # the same event stands in the file before
    RECEIPT = "receipt"  # the receipt itself is not the server's
    CONFIRMED = "confirmed"  # the server confirmed another hash at this place
    CUT = "cut"  # the server confirmed more than there is


@dataclass(frozen=True, slots=True)
class Finding:
    """One flaw and where it stands; ``seq`` is the first place that does not hold."""

    file_id: UUID
    seq: int
    flaw: Flaw


class Seals(Protocol):
    """Who can say whether a signature is good."""

    def event_is_signed(self, chained: ChainedEvent) -> bool: ...

    def receipt_is_signed(self, receipt: Receipt) -> bool: ...


def check_chain(
    file_id: UUID, events: Sequence[ChainedEvent], receipts: Iterable[Receipt], seals: Seals
) -> tuple[Finding, ...]:
    """Every flaw of one file, in order; empty when it is whole."""
    found: list[Finding] = []
    prev = GENESIS
    for seq, chained in enumerate(events, 1):
        found += (Finding(file_id, seq, flaw) for flaw in _flaws(file_id, seq, prev, chained, seals))
        prev = chained.link.hash
    found += (Finding(file_id, seq, Flaw.RUN) for seq in _broken_runs(events))
    found += (Finding(file_id, seq, Flaw.DOUBLED) for seq in _doubled(events))
    found += (Finding(file_id, seq, Flaw.ERASED) for seq in _erased_unsaid(events))
    for receipt in receipts:
        flaw = _against(receipt, file_id, events, seals)
        if flaw:
            found.append(Finding(file_id, receipt.seq, flaw))
    return tuple(sorted(found, key=lambda finding: (finding.seq, finding.flaw)))


def _flaws(file_id: UUID, seq: int, prev: str, chained: ChainedEvent, seals: Seals) -> Iterable[Flaw]:
    event, link = chained.event, chained.link
    if link.seq != seq:
        yield Flaw.PLACE
    if event.content.file_id != file_id:
        yield Flaw.FILE
    if link.prev != prev:
        yield Flaw.LINK
    if not chained.is_linked():
        yield Flaw.HASH
    if not event.data_is_whole():
        yield Flaw.DATA
    if not seals.event_is_signed(chained):
        yield Flaw.SIGNATURE


def _broken_runs(events: Sequence[ChainedEvent]) -> Iterable[int]:
    """Places where a run breaks off, begins in its middle, or two runs are mixed."""
    expected: tuple[UUID, int, int] | None = None
    for seq, chained in enumerate(events, 1):
        content = chained.event.content
        here = (content.run, content.step, content.steps)
        if here != (expected or (content.run, 1, content.steps)):
            yield seq
        expected = (content.run, content.step + 1, content.steps) if content.step < content.steps else None
    if expected:
        yield len(events)


def _doubled(events: Sequence[ChainedEvent]) -> Iterable[int]:
    """Places of events that were in the file already: a signed act is not said twice by copying it."""
    known: set[UUID] = set()
    for seq, chained in enumerate(events, 1):
        if chained.event.content.id in known:
            yield seq
        known.add(chained.event.content.id)


def _erased_unsaid(events: Sequence[ChainedEvent]) -> Iterable[int]:
    """Places whose data are gone although no act of the file says so."""
    gone = {
        seq: chained.event.content.id for seq, chained in enumerate(events, 1) if chained.event.data is None
    }
    if not gone:
        return
    said: set[UUID] = set()
    for chained in events:
        event = chained.event
        if event.content.kind != EraseData.kind or event.data is None:
            continue
        try:
            said.update(from_json(EraseData, event.data).events)
        except Malformed:
            continue  # says nothing; found as a flaw of its own data
    yield from (seq for seq, id_ in gone.items() if id_ not in said)


def _against(receipt: Receipt, file_id: UUID, events: Sequence[ChainedEvent], seals: Seals) -> Flaw | None:
    if receipt.file_id != file_id or not seals.receipt_is_signed(receipt):
        return Flaw.RECEIPT
    if receipt.seq > len(events):
        return Flaw.CUT
    held = events[receipt.seq - 1].link.hash if receipt.seq > 0 else GENESIS
    return None if held == receipt.hash else Flaw.CONFIRMED
