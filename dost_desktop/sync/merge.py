"""The server's events become the desk's: verified first, without a transaction; then imported, and own runs rebased."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from dost_desktop.contract.messages import EventMessage, Json
from dost_desktop.contract.translation import chained_event
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.chain import Flaw, check_chain
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.sync.for_the_page import look_for_the_page
from dost_desktop.sync.keyring import Keyring
from dost_desktop.sync.needs import SyncReading, SyncWork
from dost_desktop.sync.rebase import Judge, rebase
from dost_desktop.sync.report import Alarm, Tally
from dost_desktop.sync.round import EPOCH

GAP: Final = "gap"  # events are missing between ours and the server's
UNREADABLE: Final = "unreadable"  # not the shape this version knows
CHAIN_BROKEN: Final = "chain.broken"  # the desk's own copy of the file is damaged (code of storage's error)
BEHIND: Final = "behind"  # the server holds less than it has confirmed: it was restored


@dataclass(frozen=True, slots=True)
class Verified:
    """Events of one file that are linked, signed, behind what is confirmed here, and under a good receipt.

    ``moved_from``: from there on the server, which was restored, holds what it had confirmed here in another order.
    """

    file_id: UUID
    events: tuple[ChainedEvent, ...]
    receipt: Receipt
    moved_from: int | None = None


def verify(
    reading: SyncReading,
    file_id: UUID,
    messages: Sequence[EventMessage],
    receipt: Json,
    keyring: Keyring,
) -> Verified | Alarm:
    """The server's word about one file, if it holds against the chain, the signatures and what it confirmed before."""
    try:
        events = tuple(chained_event(each) for each in messages)
        sealed: Receipt = from_json(Receipt, receipt)
        for each in events:
            if each.event.data is not None:
                each.event.act()  # a kind this version does not know must not reach the fold
        if sealed.seq < 1:
            return Alarm(BEHIND, file_id, "nothing there")
        return _against_ours(reading, file_id, events, sealed, keyring)
    except AgentError as error:
        if error.code != CHAIN_BROKEN:
            raise
        return Alarm(CHAIN_BROKEN, file_id)
    except ValueError as error:  # Malformed, or values no signature can be made over
        return Alarm(UNREADABLE, file_id, type(error).__name__)


def _against_ours(
    reading: SyncReading, file_id: UUID, events: tuple[ChainedEvent, ...], receipt: Receipt, keyring: Keyring
) -> Verified | Alarm:
    confirmed = reading.events(file_id)[: reading.confirmed_seq(file_id)]
    first = events[0].link.seq if events else receipt.seq + 1
    if first > len(confirmed) + 1:
        return Alarm(GAP, file_id, f"{first} after {len(confirmed)}")
    whole = (*confirmed[: max(first, 1) - 1], *events)
    flaws = check_chain(file_id, whole, [receipt], keyring)
    if flaws:
        return Alarm(flaws[0].flaw.value, file_id, f"seq {flaws[0].seq}")
    if receipt.seq != len(whole):
        return Alarm(Flaw.RECEIPT.value, file_id, f"{receipt.seq} of {len(whole)}")
    pairs = zip(confirmed, whole, strict=False)
    moved = next((ours.link.seq for ours, theirs in pairs if ours.link.hash != theirs.link.hash), None)
    if moved is not None and not _is_all_there(reading, confirmed[moved - 1 :], whole, receipt):
        return Alarm(Flaw.CONFIRMED.value, file_id)
    return Verified(file_id, events, receipt, moved)


def _is_all_there(
    reading: SyncReading,
    confirmed: Sequence[ChainedEvent],
    whole: Sequence[ChainedEvent],
    receipt: Receipt,
) -> bool:
    """Whether the server confirmed these events before it was restored, and holds each of them, unchanged, also now."""
    epoch, since = reading.meta.get(EPOCH), confirmed[0].link.seq
    if receipt.epoch != epoch or any(
        each.epoch == epoch and each.seq >= since for each in reading.receipts(receipt.file_id)
    ):
        return False
    theirs = {each.event.content.id: each.event.content for each in whole}
    return all(theirs.get(each.event.content.id) == each.event.content for each in confirmed)


def merge(work: SyncWork, verified: Verified, judge: Judge, tally: Tally) -> bool:
    """Import what is new and put the own runs that stood there on top of it, or before a person; True if any."""
    before, confirmed = work.file(verified.file_id).head, work.confirmed_seq(verified.file_id)
    if verified.moved_from is not None:
        work.unconfirm(verified.file_id, verified.moved_from)
    taken_out = work.import_events(verified.file_id, verified.events, verified.receipt)
    rebase(work, taken_out, judge, tally)
    look_for_the_page(work, verified.file_id, verified.events, tally)
    moved = work.file(verified.file_id).head != before or work.confirmed_seq(verified.file_id) != confirmed
    if moved or taken_out:
        tally.files.add(verified.file_id)
    tally.received += work.confirmed_seq(verified.file_id) - confirmed
    return moved
