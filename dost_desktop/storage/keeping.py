"""What the desk keeps beside the files: drafts, the access log, and facts about the desk itself."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from dost_desktop.domain.dates import instant, instant_text
from dost_desktop.rows import Draft, Look
from dost_desktop.storage.connection import Connection, Row
from dost_desktop.storage.event_rows import facts_of, json_text, uuid_of

_DRAFT: Final = "SELECT key, form, content, saved_at, ticket, application FROM draft"
_LONGEST_PURPOSE: Final = 2000  # signs, as the contract has it


class Drafts:
    """What was typed and not decided yet; a crash loses at most a second of it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, draft: Draft) -> None:
        """Keep this draft in place of the one with the same key."""
        self._connection.change(
            "INSERT INTO draft (key, form, content, saved_at, ticket, application) VALUES (?,?,?,?,?,?)"
            " ON CONFLICT (key) DO UPDATE SET form = excluded.form, content = excluded.content,"
            " saved_at = excluded.saved_at, ticket = excluded.ticket, application = excluded.application",
            (
                draft.key,
                draft.form,
                json_text(dict(draft.content)),
                instant_text(draft.saved_at),
                draft.ticket,
                draft.application.bytes if draft.application else None,
            ),
        )

    def load(self, key: str) -> Draft | None:
        """The draft with this key."""
        row = self._connection.one(_DRAFT + " WHERE key = ?", (key,))
        return None if row is None else _draft(row)

    def all(self) -> tuple[Draft, ...]:
        """Every draft, the newest first."""
        return tuple(_draft(row) for row in self._connection.all(_DRAFT + " ORDER BY saved_at DESC, key"))

    def discard(self, key: str) -> None:
        """Forget a draft."""
        self._connection.change("DELETE FROM draft WHERE key = ?", (key,))


def _travels(purpose: str) -> str:
    return purpose.replace("\0", " ")[:_LONGEST_PURPOSE]


class AccessLog:
    """Who looked at whose data, and why (design 10)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, *, at: datetime, agent: str, what: str, purpose: str, file_id: UUID | None = None) -> None:
        """Note one look. ``what`` is a code, never what was typed or seen; ``purpose`` is kept as it can travel."""
        self._connection.change(
            "INSERT INTO access_log (at, agent, file_id, what, purpose) VALUES (?,?,?,?,?)",
            (instant_text(at), agent, file_id.bytes if file_id else None, what, _travels(purpose)),
        )

    def unsent(self, limit: int = 500) -> tuple[Look, ...]:
        """Looks the central API has not heard of, in order."""
        rows = self._connection.all(
            "SELECT no, at, agent, file_id, what, purpose FROM access_log WHERE NOT is_sent ORDER BY no LIMIT ?",
            (limit,),
        )
        return tuple(
            Look(no, instant(at), agent, uuid_of(raw) if raw else None, what, purpose)
            for no, at, agent, raw, what, purpose in rows
        )

    def count_unsent(self) -> int:
        """How many looks the central API has not heard of."""
        row = self._connection.one("SELECT count(*) FROM access_log WHERE NOT is_sent")
        return 0 if row is None else int(row[0])

    def mark_sent(self, last_no: int) -> None:
        """The central API has every look up to this one."""
        self._connection.change("UPDATE access_log SET is_sent = 1 WHERE no <= ? AND NOT is_sent", (last_no,))


class Meta:
    """Facts about the desk: epoch, cursor, the server's keys, the desk's card, the measured clock offset …"""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str, default: Any = None) -> Any:
        """The JSON value kept under ``name``."""
        row = self._connection.one("SELECT value FROM meta WHERE name = ?", (name,))
        return default if row is None else json.loads(row[0])

    def set(self, name: str, value: Any) -> None:
        """Keep a JSON value."""
        self._connection.change(
            "INSERT INTO meta (name, value) VALUES (?,?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, json_text(value)),
        )

    def forget(self, name: str) -> None:
        """Forget a value."""
        self._connection.change("DELETE FROM meta WHERE name = ?", (name,))


def _draft(row: Row) -> Draft:
    key, form, content, saved_at, ticket, application = row
    return Draft(
        key, form, facts_of(content), instant(saved_at), ticket, uuid_of(application) if application else None
    )
