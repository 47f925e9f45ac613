"""An event: one recorded act, signed by who did it, linked to what came before it in the file.

Content is made at the click and never changes; the envelope (``Link``) may until the server has confirmed it.
Formats: docs/formats.md. Order is ``seq`` alone.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from dost_desktop.domain import canonical
from dost_desktop.domain.acts import BY_KIND, Act
from dost_desktop.domain.codec import Malformed, from_json, to_json
from dost_desktop.domain.ids import new_id

RULES: Final = 1  # the version of decide and fold; the server accepts this one and the one before
GENESIS: Final = "0" * 64  # ``prev`` of a file's first event
CENTRAL_DESK: Final = "central"
CENTRAL_AGENT: Final = "central_system"


@dataclass(frozen=True, slots=True)
class Content:
    """What is signed. ``run`` names the click, ``step`` and ``steps`` the event's place in it (1-based)."""

    id: UUID
    file_id: UUID
    kind: str
    at: datetime
    desk: str
    agent: str
    law: str
    rules: int
    run: UUID
    step: int
    steps: int
    digest: str

    def written(self) -> bytes:
        """It as JSON, in the one form that is hashed and signed. Raises NotCanonical for a damaged one."""
        return _written(self)

    def signed_bytes(self) -> bytes:
        """The bytes under the agent's signature."""
        return canonical.tagged(canonical.EVENT_CONTENT, self.written())


@lru_cache(maxsize=256)  # signature, chain and database ask for the same one, one after the other
def _written(content: Content) -> bytes:
    return canonical.written(to_json(content))


@dataclass(frozen=True, slots=True)
class Event:
    """Content, its signature, and the data that lies beside the chain (None once lawfully erased)."""

    content: Content
    signature: str  # Ed25519, base64url without padding
    salt: str | None = field(repr=False)
    data: Mapping[str, Any] | None = field(repr=False)
    _act: Act | None = field(default=None, init=False, repr=False, compare=False)  # once it was read

    def act(self) -> Act:
        """The recorded act. Raises Malformed when data do not fit the kind, or were erased."""
        if self._act is not None:
            return self._act
        kind = BY_KIND.get(self.content.kind)
        if kind is None or self.data is None:
            raise Malformed("kind" if kind is None else "data")
        act: Act = from_json(kind, self.data)
        object.__setattr__(self, "_act", act)
        return act

    def data_is_whole(self) -> bool:
        """True when data and salt give the signed digest, or both were erased."""
        if self.data is None or self.salt is None:
            return self.data is None and self.salt is None
        try:
            return canonical.data_digest(self.salt, self.data) == self.content.digest
        except canonical.NotCanonical:  # damaged into something nobody can have signed
            return False


@dataclass(frozen=True, slots=True)
class Link:
    """The envelope: where the event stands in its file."""

    seq: int
    prev: str
    hash: str


@dataclass(frozen=True, slots=True)
class ChainedEvent:
    """An event in its place."""

    event: Event
    link: Link

    def is_linked(self) -> bool:
        """True when the hash is that of this content and signature in this place."""
        try:
            return link_hash(self.event, self.link.seq, self.link.prev) == self.link.hash
        except canonical.NotCanonical:
            return False


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a file's chain; ``seq`` 0 with ``GENESIS`` for a file without events."""

    seq: int = 0
    hash: str = GENESIS


@dataclass(frozen=True, slots=True)
class Actor:
    """Whose hand it is: the agent, the desk, and the agent's signature over the content's bytes."""

    agent: str
    desk: str
    sign: Callable[[bytes], str]


def record(acts: Sequence[Act], *, file_id: UUID, actor: Actor, law: str, at: datetime) -> tuple[Event, ...]:
    """The signed events of one click, in order, not linked yet."""
    run = new_id(at)
    return tuple(
        _signed(act, step, len(acts), run=run, file_id=file_id, actor=actor, law=law, at=at)
        for step, act in enumerate(acts, 1)
    )


def _signed(
    act: Act, step: int, steps: int, *, run: UUID, file_id: UUID, actor: Actor, law: str, at: datetime
) -> Event:
    data, salt = to_json(act), secrets.token_hex(16)
    content = Content(
        id=run if step == 1 else new_id(at),
        file_id=file_id,
        kind=act.kind,
        at=at.replace(microsecond=at.microsecond // 1000 * 1000),
        desk=actor.desk,
        agent=actor.agent,
        law=law,
        rules=RULES,
        run=run,
        step=step,
        steps=steps,
        digest=canonical.data_digest(salt, data),
    )
    return Event(content, actor.sign(content.signed_bytes()), salt, data)


def link_after(head: Head, event: Event) -> ChainedEvent:
    """``event`` as the next one behind ``head``."""
    seq = head.seq + 1
    return ChainedEvent(event, Link(seq, head.hash, link_hash(event, seq, head.hash)))


def link_run(head: Head, events: Sequence[Event]) -> tuple[ChainedEvent, ...]:
    """A whole run behind ``head``."""
    chained: list[ChainedEvent] = []
    for event in events:
        chained.append(link_after(head, event))
        head = head_of(chained[-1])
    return tuple(chained)


def head_of(chained: ChainedEvent) -> Head:
    """The head after this event."""
    return Head(chained.link.seq, chained.link.hash)


def link_hash(event: Event, seq: int, prev: str) -> str:
    """SHA-256 over content, signature, place and the hash before: the chain."""
    place = canonical.written({"prev": prev, "seq": seq, "signature": event.signature})
    # in RFC 8785 the names stand in the order of the alphabet: the content comes first
    return canonical.digest_of(
        canonical.EVENT_LINK, b'{"content":' + event.content.written() + b"," + place[1:]
    )


def erased(event: Event) -> Event:
    """The event after a lawful erasure: data and salt are gone, the chain still verifies."""
    return replace(event, salt=None, data=None)
