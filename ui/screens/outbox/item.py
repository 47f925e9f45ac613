"""One line of the outbox: a click, a document whose bytes follow it, or a half-done case other desks may go on with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from dost_desktop.rows import OutboxRow, RunState, UnsentDocument


@dataclass(frozen=True, slots=True)
class UntoldCase:
    """A half-done case, or the end of one, that the central system has not heard of."""

    id: UUID
    ticket: str  # "" without one
    is_finished: bool
    since: datetime
    file_id: UUID | None = None


Item: TypeAlias = OutboxRow | UnsentDocument | UntoldCase
ItemId: TypeAlias = UUID | str  # the click's run, the case's id, the document's SHA-256


class Need(StrEnum):
    """Where an item stands, by who has to do something; in this order on the page."""

    YOU = "you"  # a disagreement: the agent chooses
    SOMEBODY = "somebody"  # a document that is not sent by itself any more
    STUCK = "stuck"  # not taken for an hour although the desk is online
    SENDING = "sending"
    WAITING = "waiting"
    HEAD = "head"  # handed up: the head of the centre decides


def id_of(item: Item) -> ItemId:
    """What names the item for good."""
    match item:
        case OutboxRow():
            return item.run
        case UnsentDocument():
            return item.sha256
        case UntoldCase():
            return item.id


def recorded_at(item: Item) -> datetime | None:
    """When it was recorded; None for a scan that no file names yet."""
    match item:
        case OutboxRow():
            return item.created_at
        case UnsentDocument():
            return item.recorded_at
        case UntoldCase():
            return item.since


def name_of(item: Item) -> str:
    """Whose it is; a case has its ticket."""
    return item.ticket if isinstance(item, UntoldCase) else item.full_name


def need_of(item: Item, *, stuck: bool = False) -> Need:
    """Who has to do something about it; ``stuck``: it should have been taken long ago."""
    if isinstance(item, OutboxRow):
        by_state = {
            RunState.NEEDS_YOU: Need.YOU,
            RunState.SET_ASIDE: Need.HEAD,
            RunState.SENDING: Need.STUCK if stuck else Need.SENDING,
            RunState.QUEUED: Need.STUCK if stuck else Need.WAITING,
        }
        return by_state[item.state]
    if isinstance(item, UnsentDocument) and item.refused:
        return Need.SOMEBODY
    return Need.STUCK if stuck else Need.WAITING
