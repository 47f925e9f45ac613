"""Scans and signed notices by the hash of their bytes, in any fsspec store: a folder by default."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import AsyncIterator, Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, Final

from sqlalchemy import select
from starlette.concurrency import run_in_threadpool

from central_api.blob_store import BlobStore, StoreAway
from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.problems import Problematic
from central_api.tables import blobs, file_centres, notices
from central_api.tokens import Caller
from dost_desktop.domain.dates import instant_text

_IN_MEMORY: Final = 1 << 20
_ASK_AGAIN: Final = 10  # seconds
_log = logging.getLogger(__name__)


class Blobs:
    """Keeps bytes once, whoever sends them; a centre reads what it sent and the notices of its files."""

    def __init__(self, database: Database, store: BlobStore, limit: int, clock: Clock) -> None:
        self.database, self.limit, self.clock = database, limit, clock
        self.store = store

    async def keep(self, caller: Caller, sha256: str, chunks: AsyncIterator[bytes]) -> None:
        """Store the bytes if they have this hash; safe to repeat. Raises Problematic 422, 413 or 503."""
        measured, size = hashlib.sha256(), 0
        with SpooledTemporaryFile(max_size=_IN_MEMORY) as whole:
            async for chunk in chunks:
                size += len(chunk)
                if size > self.limit:
                    raise Problematic(413, "blob.too_large", limit=self.limit)
                measured.update(chunk)
                whole.write(chunk)
            if measured.hexdigest() != sha256:
                raise Problematic(422, "blob.other_hash")
            whole.seek(0)
            await run_in_threadpool(self._store, caller, sha256, whole, size)

    def size(self, caller: Caller, sha256: str) -> int:
        """How many bytes there are. Raises Problematic 404 when there are none for this centre."""
        mine = select(blobs.c.size).where(blobs.c.sha256 == sha256, blobs.c.centre == caller.centre)
        of_my_files = (
            select(notices.c.size)
            .join(file_centres, file_centres.c.file_id == notices.c.file_id)
            .join(blobs, blobs.c.sha256 == notices.c.pdf)
            .where(notices.c.pdf == sha256, file_centres.c.centre == caller.centre)
        )
        with self.database.reading() as connection:
            size = (
                connection.execute(mine).scalars().first()
                or connection.execute(of_my_files).scalars().first()
            )
        if size is None:
            raise Problematic(404, "blob.unknown")
        return int(size)

    def read(self, caller: Caller, sha256: str) -> bytes:
        """The bytes. Raises Problematic 404, or 503 while the store is away."""
        self.size(caller, sha256)
        try:
            return self.store.read(_name(sha256))
        except FileNotFoundError:
            _log.error("document lost by the store", extra={"sha256": sha256})
            raise Problematic(404, "blob.unknown") from None
        except StoreAway:
            raise _away() from None

    def pieces(self, sha256: str) -> Iterator[bytes]:
        """What the store has under this hash, whoever asks: for the administrator. Raises FileNotFoundError."""
        return self.store.pieces(_name(sha256))

    def measured(self, sha256: str) -> tuple[str, int] | None:
        """Hash and size of what the store has under this hash; None when it has nothing."""
        found, size = hashlib.sha256(), 0
        try:
            for piece in self.pieces(sha256):
                found.update(piece)
                size += len(piece)
        except FileNotFoundError:
            return None
        return found.hexdigest(), size

    def is_writable(self) -> bool:
        """Whether the store takes bytes now."""
        return self.store.is_writable()

    def _store(self, caller: Caller, sha256: str, whole: IO[bytes], size: int) -> None:
        try:
            self.store.keep(_name(sha256), whole)
        except (StoreAway, FileNotFoundError):  # the bucket itself may be missing
            raise _away() from None
        row = {
            "sha256": sha256,
            "centre": caller.centre,
            "size": size,
            "desk": caller.desk,
            "received_at": instant_text(self.clock()),
        }
        with self.database.writing() as connection:
            insert_missing(connection, blobs, row)


def _name(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"


def _away() -> Problematic:
    return Problematic(503, "blobs.away", retry_after=_ASK_AGAIN)
