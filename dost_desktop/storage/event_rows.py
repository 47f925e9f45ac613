"""Events to rows and back: content and data as the JSON that was signed, identifiers and hashes as bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from dost_desktop.domain.codec import from_json
from dost_desktop.domain.dates import instant, instant_text
from dost_desktop.domain.events import ChainedEvent, Content, Event, Link
from dost_desktop.storage.connection import Row

COLUMNS: Final = "seq, content, signature, salt, data, prev, hash"

_compact: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # made once


def json_text(value: Any) -> str:
    """Compact JSON as it lies in the database."""
    return _compact(value)


def content_text(content: Content) -> str:
    """The content as JSON, the same as the codec's; written out because every step waits for it."""
    return json_text(
        {
            "id": str(content.id),
            "file_id": str(content.file_id),
            "kind": content.kind,
            "at": instant_text(content.at),
            "desk": content.desk,
            "agent": content.agent,
            "law": content.law,
            "rules": content.rules,
            "run": str(content.run),
            "step": content.step,
            "steps": content.steps,
            "digest": content.digest,
        }
    )


def event_values(chained: ChainedEvent) -> tuple[Any, ...]:
    """The values of ``COLUMNS``."""
    event, link = chained.event, chained.link
    return (
        link.seq,
        content_text(event.content),
        event.signature,
        event.salt,
        None if event.data is None else json_text(event.data),
        bytes.fromhex(link.prev),
        bytes.fromhex(link.hash),
    )


def event_of(row: Row) -> ChainedEvent:
    """The event in a row of ``COLUMNS``. Raises Malformed when its content has not the shape of a content."""
    seq, content, signature, salt, data, prev, hash_ = row
    read: Content = from_json(Content, json.loads(content))
    event = Event(read, signature, salt, None if data is None else json.loads(data))
    return ChainedEvent(event, Link(seq, prev.hex(), hash_.hex()))


def facts_of(text: str) -> Mapping[str, Any]:
    """A JSON object that we wrote."""
    facts: dict[str, Any] = json.loads(text)
    return facts


def uuid_of(raw: bytes) -> UUID:
    """An identifier from its 16 bytes."""
    return UUID(bytes=raw)


def moment(text: str) -> datetime | None:
    """An instant, or None where none is known."""
    return instant(text) if text else None
