"""Scans and signed notices by the hash of their bytes, inside the encrypted database: written in the same commit.

In parts, so that an upload resumes and a large scan is never read whole for it.
"""

from __future__ import annotations

import hashlib
from typing import Final

from dost_desktop.rows import BlobState
from dost_desktop.storage.connection import Connection, Row
from dost_desktop.storage.errors import DocumentMissing

_PART: Final = 256 * 1024
_STATE: Final = "SELECT sha256, size, sent, is_uploaded FROM blob"


class Blobs:
    """The stored documents of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, content: bytes) -> str:
        """Keep a document; its SHA-256, 64 hexadecimal digits. The same bytes again change nothing."""
        mark = hashlib.sha256(content).digest()
        is_new = self._connection.change(
            "INSERT INTO blob (sha256, size) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
            (mark, len(content)),
        )
        if is_new:
            self._connection.change_many(
                "INSERT INTO blob_part (sha256, part, bytes) VALUES (?,?,?)",
                [(mark, at // _PART, content[at : at + _PART]) for at in range(0, len(content), _PART)],
            )
        return mark.hex()

    def get(self, sha256: str) -> bytes:
        """The document. Raises DocumentMissing when it is not here or not whole."""
        mark = bytes.fromhex(sha256)
        rows = self._connection.all("SELECT bytes FROM blob_part WHERE sha256 = ? ORDER BY part", (mark,))
        content = b"".join(part for (part,) in rows)
        if hashlib.sha256(content).digest() != mark or (not content and self.state(sha256) is None):
            raise DocumentMissing
        return content

    def part(self, sha256: str, offset: int, size: int) -> bytes:
        """``size`` bytes from ``offset`` on, fewer at the end."""
        first, last = offset // _PART, max(offset, offset + size - 1) // _PART
        rows = self._connection.all(
            "SELECT bytes FROM blob_part WHERE sha256 = ? AND part BETWEEN ? AND ? ORDER BY part",
            (bytes.fromhex(sha256), first, last),
        )
        content = b"".join(part for (part,) in rows)
        return content[offset - first * _PART :][:size]

    def state(self, sha256: str) -> BlobState | None:
        """How large the document is and how much of it the server has."""
        row = self._connection.one(_STATE + " WHERE sha256 = ?", (bytes.fromhex(sha256),))
        return None if row is None else _blob_state(row)

    def waiting(self, limit: int = 20) -> tuple[BlobState, ...]:
        """Documents the server does not have whole, in no order: some that it refuses never hide the others."""
        rows = self._connection.all(_STATE + " WHERE NOT is_uploaded ORDER BY random() LIMIT ?", (limit,))
        return tuple(_blob_state(row) for row in rows)

    def note_sent(self, sha256: str, sent: int) -> None:
        """The server has the first ``sent`` bytes."""
        self._connection.change(
            "UPDATE blob SET sent = ?1, is_uploaded = ?1 >= size WHERE sha256 = ?2",
            (sent, bytes.fromhex(sha256)),
        )

    def all(self) -> tuple[BlobState, ...]:
        """Every document at this desk."""
        return tuple(_blob_state(row) for row in self._connection.all(_STATE))


def _blob_state(row: Row) -> BlobState:
    mark, size, sent, is_uploaded = row
    return BlobState(mark.hex(), size, sent, bool(is_uploaded))
