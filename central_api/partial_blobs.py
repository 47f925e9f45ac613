"""Documents that arrive in parts: a desk whose line breaks goes on where it stopped, at whichever process it comes to.

Parts lie in the store of documents under ``partial/``, apart for each desk: none can spoil another's. The protocol is
the core of tus 1.0 (offset, length, PATCH), by the hash in place of an address of its own.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from tempfile import SpooledTemporaryFile
from typing import Final

from starlette.concurrency import run_in_threadpool

from central_api.blob_store import BlobStore, StoreAway
from central_api.blobs import IN_MEMORY, Blobs, away
from central_api.problems import Problematic
from central_api.tokens import Caller

KEPT: Final = timedelta(days=7)  # after the last part
LARGEST: Final = 1 << 20  # bytes of one part
SMALLEST: Final = 16 * 1024  # of one that is not the last
_FOLDER: Final = "partial"
_NAME: Final = re.compile(r"([0-9]{10})-([0-9]{1,10})")


@dataclass(frozen=True, slots=True)
class Part:
    """Which bytes of how many."""

    offset: int
    length: int  # of the whole document


@dataclass(frozen=True, slots=True)
class _Stored:
    name: str
    offset: int
    size: int


class PartialBlobs:
    """Collects the parts of each desk's documents and hands a whole one to ``blobs``."""

    def __init__(self, store: BlobStore, blobs: Blobs) -> None:
        self.store, self.blobs = store, blobs

    def offset(self, caller: Caller, sha256: str) -> int:
        """How many bytes of it came from this desk. Raises Problematic 404 before the first, or 503."""
        with _told():
            parts = self._parts(caller, sha256)
        if not parts:
            raise Problematic(404, "blob.unknown")
        return _end(parts)

    async def take(self, caller: Caller, sha256: str, part: Part, chunks: AsyncIterator[bytes]) -> int:
        """Keep a part, or recognise it; how many bytes there are now. The last one makes the document whole.

        Raises Problematic 409 ``blob.offset`` with the right offset, 413, 422 or 503.
        """
        content = bytearray()
        async for chunk in chunks:
            content += chunk
            if len(content) > LARGEST:
                raise Problematic(413, "request.too_large")
        return await run_in_threadpool(self._take, caller, sha256, part, bytes(content))

    def sweep(self, now: datetime) -> int:
        """Throw away what nobody went on with; how many documents that were. While the store is away: none."""
        try:
            folders: dict[str, str] = {}
            for name, _ in self.store.listed(_FOLDER):
                folders[name.rpartition("/")[0]] = name  # in order: the last part came last
            old = [folder for folder, name in folders.items() if self.store.modified(name) < now - KEPT]
            for folder in old:
                self.store.remove(folder)
        except (StoreAway, FileNotFoundError):  # somebody else sweeps too, or the desk just finished
            return 0
        return len(old)

    def _take(self, caller: Caller, sha256: str, part: Part, content: bytes) -> int:
        end = part.offset + len(content)
        if part.length > self.blobs.limit:
            raise Problematic(413, "blob.too_large", limit=self.blobs.limit)
        if end > part.length or (end < part.length and len(content) < SMALLEST):
            raise Problematic(422, "request.malformed", places=["Upload-Length"])
        if self.blobs.is_whole(caller, sha256):
            return part.length
        with _told():
            parts = self._parts(caller, sha256)
            is_repeated = any((each.offset, each.size) == (part.offset, len(content)) for each in parts)
            if part.offset != _end(parts) and not is_repeated:
                if self.blobs.is_whole(caller, sha256):  # it came twice at once, and its parts are going
                    return part.length
                raise Problematic(409, "blob.offset", offset=_end(parts))
            if content and not is_repeated:
                added = _Stored(
                    f"{_folder(caller, sha256)}/{part.offset:010}-{len(content)}", part.offset, len(content)
                )
                self.store.keep(added.name, io.BytesIO(content))
                parts.append(added)
        if _end(parts) >= part.length:
            self._make_whole(caller, sha256, parts)
        return _end(parts)

    def _make_whole(self, caller: Caller, sha256: str, parts: list[_Stored]) -> None:
        """Raises Problematic 422 when these are other bytes, which are thrown away; 409, or 503."""
        measured = hashlib.sha256()
        with SpooledTemporaryFile(max_size=IN_MEMORY) as whole:
            try:
                with _told():
                    for each in parts:
                        content = self.store.read(each.name)
                        measured.update(content)
                        whole.write(content)
            except FileNotFoundError:  # the same part came twice at once, and the other one was quicker
                if not self.blobs.is_whole(caller, sha256):
                    raise Problematic(409, "blob.offset", offset=0) from None
                return
            is_right = measured.hexdigest() == sha256
            if is_right:
                whole.seek(0)
                self.blobs.keep_whole(caller, sha256, whole, _end(parts))
        with suppress(StoreAway, FileNotFoundError):  # then it is swept later
            self.store.remove(_folder(caller, sha256))
        if not is_right:
            raise Problematic(422, "blob.other_hash")

    def _parts(self, caller: Caller, sha256: str) -> list[_Stored]:
        """What lies there without a gap, from the beginning."""
        stored: dict[int, _Stored] = {}
        for name, size in self.store.listed(_folder(caller, sha256)):
            shape = _NAME.fullmatch(name.rpartition("/")[2])
            if shape and int(shape[2]) == size:  # not one that a killed process left half written
                each = _Stored(name, int(shape[1]), size)
                known = stored.get(each.offset)
                stored[each.offset] = each if known is None or known.size < size else known
        parts: list[_Stored] = []
        while (following := stored.get(_end(parts))) is not None:
            parts.append(following)
        return parts


def _end(parts: list[_Stored]) -> int:
    return parts[-1].offset + parts[-1].size if parts else 0


def _folder(caller: Caller, sha256: str) -> str:
    return f"{_FOLDER}/{caller.desk}/{sha256}"


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except StoreAway:
        raise away() from None
