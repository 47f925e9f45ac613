"""One line of the outbox: a click, or a document whose bytes follow it."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from dost_desktop.rows import OutboxRow, RunState, UnsentDocument

Item: TypeAlias = OutboxRow | UnsentDocument
ItemId: TypeAlias = UUID | str  # the click's run, the document's SHA-256


def id_of(item: Item) -> ItemId:
    """What names the item for good."""
    return item.run if isinstance(item, OutboxRow) else item.sha256


def state_of(item: Item) -> RunState:
    """Where it stands; a document that is not sent by itself any more needs somebody."""
    if isinstance(item, OutboxRow):
        return item.state
    return RunState.NEEDS_YOU if item.refused else RunState.QUEUED


def recorded_at(item: Item) -> datetime | None:
    """When it was recorded; None for a scan that no file names yet."""
    return item.created_at if isinstance(item, OutboxRow) else item.recorded_at
