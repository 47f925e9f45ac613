"""Scans and signed notices by the hash of their bytes, in any fsspec store: a folder by default."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import AsyncIterator, Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Final

from sqlalchemy import Select, select
from starlette.concurrency import run_in_threadpool

from central_api.blob_store import BlobStore, StoreAway
from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.problems import Problematic
from central_api.tables import blobs, file_centres, notices
from central_api.tokens import Caller
from dost_desktop.domain.dates import instant_text

IN_MEMORY: Final = 1 << 20
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
        with SpooledTemporaryFile(max_size=IN_MEMORY) as whole:
            async for chunk in chunks:
                size += len(chunk)
                if size > self.limit:
                    raise Problematic(413, "blob.too_large", limit=self.limit)
                measured.update(chunk)
                whole.write(chunk)
            if measured.hexdigest() != sha256:
                raise Problematic(422, "blob.other_hash")
            whole.seek(0)
            await run_in_threadpool(self.keep_whole, caller, sha256, whole, size)

    def keep_whole(self, caller: Caller, sha256: str, whole: IO[bytes], size: int) -> None:
        """Store bytes that were measured. Raises Problematic 503."""
        try:
            self.store.keep(_name(sha256), whole)
        except (StoreAway, FileNotFoundError):  # the bucket itself may be missing
            raise away() from None
        row = {
            "sha256": sha256,
            "centre": caller.centre,
            "size": size,
            "desk": caller.desk,
            "received_at": instant_text(self.clock()),
        }
        with self.database.writing() as connection:
            insert_missing(connection, blobs, row)

    def is_whole(self, caller: Caller, sha256: str) -> bool:
        """Whether this centre sent all of it and the store has it. Raises Problematic 503."""
        with self.database.reading() as connection:
            is_noted = connection.execute(_sent(caller, sha256)).first() is not None
        try:
            return is_noted and self.store.has(_name(sha256))
        except StoreAway:
            raise away() from None

    def size(self, caller: Caller, sha256: str) -> int | None:
        """How many bytes there are; None when there are none for this centre."""
        of_my_files = (
            select(notices.c.size)
            .join(file_centres, file_centres.c.file_id == notices.c.file_id)
            .join(blobs, blobs.c.sha256 == notices.c.pdf)
            .where(notices.c.pdf == sha256, file_centres.c.centre == caller.centre)
        )
        with self.database.reading() as connection:
            for asked in (_sent(caller, sha256), of_my_files):
                found = connection.execute(asked).first()
                if found is not None:
                    return int(found[0])
        return None

    def read(self, caller: Caller, sha256: str) -> bytes:
        """The bytes. Raises Problematic 404, or 503 while the store is away."""
        if self.size(caller, sha256) is None:
            raise Problematic(404, "blob.unknown")
        try:
            return self.store.read(_name(sha256))
        except FileNotFoundError:
            _log.error("document lost by the store", extra={"sha256": sha256})
            raise Problematic(404, "blob.unknown") from None
        except StoreAway:
            raise away() from None

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


def _sent(caller: Caller, sha256: str) -> Select[Any]:
    return select(blobs.c.size).where(blobs.c.sha256 == sha256, blobs.c.centre == caller.centre)


def _name(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"


def away() -> Problematic:
    """The store does not answer now."""
    return Problematic(503, "blobs.away", retry_after=_ASK_AGAIN)
