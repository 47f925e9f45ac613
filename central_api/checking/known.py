"""Who held which key and post when, and which desk is whose: few rows, kept in memory for a whole check."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from central_api.agent_keys import was_valid
from central_api.tables import agent_keys, desks, posts, server_keys
from dost_desktop.contract.messages import AgentKey
from dost_desktop.contract.seals import is_sealed, is_signed
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.events import CENTRAL_AGENT, CENTRAL_DESK, ChainedEvent, Content
from dost_desktop.domain.vocabulary import Role


class Known:
    """Judges signatures and posts by what was in force at the moment of the click, as a push does."""

    def __init__(self, connection: Connection, tolerance: timedelta) -> None:
        self._tolerance = tolerance
        self.server_keys: dict[str, str] = {
            row.name: row.public for row in connection.execute(select(server_keys))
        }
        self._centres: dict[str, str] = {row.desk: row.centre for row in connection.execute(select(desks))}
        self._keys: dict[tuple[str, str], list[AgentKey]] = {}
        for row in connection.execute(select(agent_keys)):
            key = AgentKey(
                agent=row.agent, desk=row.desk, public=row.public, since=row.since, until=row.until
            )
            self._keys.setdefault((row.agent, row.desk), []).append(key)
        self._posts: dict[tuple[str, str], list[tuple[str, str | None, Role]]] = {}
        for row in connection.execute(select(posts)):
            held = self._posts.setdefault((row.agent, row.centre), [])
            held.append((row.since, row.until, Role(row.role)))

    def event_is_signed(self, chained: ChainedEvent) -> bool:
        """Whether a key in use then, of who the event names, signed it."""
        content, signature = chained.event.content, chained.event.signature
        message = content.signed_bytes()
        if _is_central(content):
            return any(is_signed(public, message, signature) for public in self.server_keys.values())
        return any(
            is_signed(key.public, message, signature)
            for key in self._keys.get((content.agent, content.desk), ())
            if was_valid(key, content.at, self._tolerance)
        )

    def receipt_is_signed(self, receipt: Receipt) -> bool:
        """Whether one of the published keys sealed it."""
        return is_sealed(receipt, self.server_keys)

    def role(self, content: Content) -> Role | None:
        """The role in which it was clicked; None for somebody who held no post there."""
        if _is_central(content):
            return Role.CENTRAL_SYSTEM
        centre = self.centre(content)
        return self._role_at(content.agent, centre, content.at) or self._role_at(
            content.agent, centre, content.at + self._tolerance
        )

    def centre(self, content: Content) -> str:
        """The centre of the event's desk; empty for the central system and for a desk nobody knows."""
        return self._centres.get(content.desk, "")

    def _role_at(self, agent: str, centre: str, at: datetime) -> Role | None:
        moment = instant_text(at)
        held = self._posts.get((agent, centre), ())
        return next(
            (role for since, until, role in held if since <= moment and (until is None or until > moment)),
            None,
        )


def _is_central(content: Content) -> bool:
    return (content.agent, content.desk) == (CENTRAL_AGENT, CENTRAL_DESK)
