"""Scans and signed notices by the hash of their bytes, inside the encrypted database: written in the same commit.

In parts, so that an upload resumes and a large scan is never read whole for it.
"""

# ruff: noqa: S608 - every text is a constant of this module, every value is bound

from __future__ import annotations

import hashlib
import json
from typing import Final

from dost_desktop.domain.dates import instant
from dost_desktop.rows import BlobState, UnsentDocument
from dost_desktop.storage.connection import Connection, Row
from dost_desktop.storage.errors import DocumentMissing
from dost_desktop.storage.event_rows import uuid_of
from dost_desktop.storage.keeping import Meta

_PART: Final = 256 * 1024
_STATE: Final = "SELECT sha256, size, sent, is_uploaded FROM blob"
_REFUSED: Final = "documents_refused"  # {SHA-256: code}: few, so no column of their own
_WAITING: Final = (
    _STATE + " WHERE NOT is_uploaded AND lower(hex(sha256)) NOT IN (SELECT key FROM json_each(?))"
    " ORDER BY random() LIMIT ?"
)
_UNSENT: Final = "SELECT sha256, size, sent FROM blob WHERE NOT is_uploaded ORDER BY rowid LIMIT ?"
_NOTICES: Final = (
    "SELECT lower(hex(n.pdf)), f.file_id, coalesce(p.full_name, ''), n.issued_at FROM notice n JOIN file f"
    " ON f.no = n.file LEFT JOIN person p ON p.file = n.file"
    " WHERE lower(hex(n.pdf)) IN (SELECT value FROM json_each(?))"
)
_SCANS: Final = (  # of the last events only: what was scanned long ago and is not sent is shown without a name
    "SELECT s.value, f.file_id, coalesce(p.full_name, ''), json_extract(e.content, '$.at') FROM event e"
    " JOIN json_tree(e.data) s JOIN file f ON f.no = e.file LEFT JOIN person p ON p.file = e.file"
    " WHERE e.no > (SELECT max(no) - 5000 FROM event) AND e.data IS NOT NULL"
    " AND s.type = 'text' AND s.value IN (SELECT value FROM json_each(?))"
)
_MOST_ROWS: Final = 500


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

    def waiting(self, limit: int = 20, *, also_refused: bool = False) -> tuple[BlobState, ...]:
        """Documents the server does not have whole, in no order; those refused for good only when asked for."""
        left_out = {} if also_refused else self.refused()
        return tuple(
            _blob_state(row) for row in self._connection.all(_WAITING, (json.dumps(left_out), limit))
        )

    def refused(self) -> dict[str, str]:
        """What will not be sent by itself: SHA-256 -> code of what stands in the way."""
        return dict(Meta(self._connection).get(_REFUSED, {}))

    def count_unsent(self) -> tuple[int, int]:
        """How many documents wait to be sent, and how many need a person first."""
        row = self._connection.one("SELECT count(*) FROM blob WHERE NOT is_uploaded")
        refused = len(self.refused())
        return (int(row[0]) if row else 0) - refused, refused

    def unsent(self) -> tuple[UnsentDocument, ...]:
        """The documents the server lacks, the oldest first, at most 500, with whose they are."""
        waiting = {mark.hex(): of for mark, *of in self._connection.all(_UNSENT, (_MOST_ROWS,))}
        if not waiting:
            return ()
        refused, asked = self.refused(), json.dumps(list(waiting))
        notices = {row[0]: row[1:] for row in self._connection.all(_NOTICES, (asked,))}
        scans = {row[0]: row[1:] for row in self._connection.all(_SCANS, (asked,))}
        found = []
        for mark, (size, sent) in waiting.items():
            file_id, name, at = notices.get(mark) or scans.get(mark) or (None, "", "")
            found.append(
                UnsentDocument(
                    sha256=mark,
                    is_notice=mark in notices,
                    file_id=uuid_of(file_id) if file_id else None,
                    full_name=name,
                    recorded_at=instant(at) if at else None,
                    refused=refused.get(mark, ""),
                    size=size,
                    sent=sent,
                )
            )
        return tuple(found)

    def note_refused(self, sha256: str, code: str) -> None:
        """This document is not sent by itself any more: somebody must look."""
        Meta(self._connection).set(_REFUSED, {**self.refused(), sha256: code})

    def note_sent(self, sha256: str, sent: int) -> None:
        """The server has the first ``sent`` bytes."""
        if sha256 in (refused := self.refused()):
            del refused[sha256]
            Meta(self._connection).set(_REFUSED, refused)
        self._connection.change(
            "UPDATE blob SET sent = ?1, is_uploaded = ?1 >= size WHERE sha256 = ?2",
            (sent, bytes.fromhex(sha256)),
        )

    def ask_again(self) -> None:
        """The server may lack documents that it had: each is looked up there, and sent where it is missing."""
        self._connection.change("UPDATE blob SET is_uploaded = 0 WHERE is_uploaded")

    def all(self) -> tuple[BlobState, ...]:
        """Every document at this desk."""
        return tuple(_blob_state(row) for row in self._connection.all(_STATE))


def _blob_state(row: Row) -> BlobState:
    mark, size, sent, is_uploaded = row
    return BlobState(mark.hex(), size, sent, bool(is_uploaded))
