"""Messages to domain facts and back; what does not fit raises Malformed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dost_desktop.contract.messages import EventMessage, RunMessage
from dost_desktop.domain.codec import from_json, plain, to_json
from dost_desktop.domain.events import ChainedEvent, Content, Event, Head, Link


def event_message(chained: ChainedEvent) -> EventMessage:
    """An event in its place, as it travels."""
    event, link = chained.event, chained.link
    return EventMessage(
        content=to_json(event.content),
        signature=event.signature,
        salt=event.salt,
        data=None if event.data is None else dict(event.data),
        seq=link.seq,
        prev=link.prev,
        hash=link.hash,
    )


def chained_event(message: EventMessage) -> ChainedEvent:
    """The event behind a message. Raises Malformed when content or data are not what records hold."""
    content: Content = from_json(Content, message.content)
    event = Event(content, message.signature, message.salt, plain(message.data, "data"))
    return ChainedEvent(event, Link(message.seq, message.prev, message.hash))


def run_message(base: Head, events: Sequence[ChainedEvent]) -> RunMessage:
    """One click's events and what they were built on."""
    return RunMessage(
        base_seq=base.seq, base_hash=base.hash, events=tuple(event_message(each) for each in events)
    )


def sealed_json(record: Any) -> dict[str, Any]:
    """An attestation, receipt or lease exactly as it was signed."""
    whole: dict[str, Any] = to_json(record)
    return whole
