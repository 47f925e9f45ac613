"""Where the bytes of documents lie: a folder, an S3-compatible store, or whatever fsspec knows; whole or not at all.

A folder takes a file under another name and renames it; any other store takes the whole object in one request, which
it shows only when all of it came (a move there would be a copy and a deletion).
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath
from typing import IO, Any, Final, TypeVar
from uuid import uuid4

import fsspec
from fsspec.exceptions import FSTimeoutError

T = TypeVar("T")
_PIECE: Final = 1 << 20
_S3: Final = "s3"
_S3_OPTIONS: Final[dict[str, Any]] = {
    "skip_instance_cache": True,  # each process its own connections: they do not outlive a fork
    "use_listings_cache": False,  # another process may have stored something meanwhile
    "config_kwargs": {"connect_timeout": 5, "read_timeout": 30, "retries": {"total_max_attempts": 2}},
}
_log = logging.getLogger(__name__)


class StoreAway(Exception):
    """The store does not answer, or does not let us in; nothing is half done."""


class BlobStore:
    """Bytes by name, under one address. Credentials of S3 come from its usual environment (``AWS_…``).

    ``encryption``: how an S3 store encrypts what it keeps, ``AES256`` or ``aws:kms``; empty: as the bucket says.
    """

    def __init__(self, url: str, encryption: str = "") -> None:
        self.is_folder = "://" not in url or url.startswith(("file://", "local://"))
        options: dict[str, Any] = {}
        if fsspec.core.split_protocol(url)[0] in {_S3, "s3a"}:
            extra = {"ServerSideEncryption": encryption} if encryption else {}
            options = _S3_OPTIONS | {"s3_additional_kwargs": extra}
        self._store, self._root = fsspec.core.url_to_fs(url, **options)
        if options:
            self._store.retries = 1  # beside those of the connection: a desk comes again by itself
        self._troubles = _troubles(with_s3=bool(options))

    def keep(self, name: str, whole: IO[bytes]) -> None:
        """The bytes under ``name``, all of them or none; what is there already stays. Raises StoreAway."""
        path = self._path(name)
        with self._told():
            if self._store.exists(path):
                return
            if not self.is_folder:
                self._store.pipe_file(path, whole.read())
                return
            fresh = f"{path}.{uuid4().hex}"
            self._store.makedirs(str(PurePosixPath(path).parent), exist_ok=True)
            with self._store.open(fresh, "wb") as file:
                while piece := whole.read(_PIECE):
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())  # a name never stands for bytes that the disk does not have yet
            self._store.mv(fresh, path)

    def has(self, name: str) -> bool:
        """Whether it lies there. Raises StoreAway."""
        with self._told():
            return bool(self._store.exists(self._path(name)))

    def read(self, name: str) -> bytes:
        """All of it. Raises FileNotFoundError, StoreAway."""
        with self._told():
            content: bytes = self._store.cat_file(self._path(name))
        return content

    def pieces(self, name: str) -> Iterator[bytes]:
        """The same, piece by piece."""
        with self._told():
            file = self._store.open(self._path(name), "rb")
        with file:
            while piece := self._asked(partial(file.read, _PIECE)):
                yield piece

    def listed(self, folder: str) -> list[tuple[str, int]]:
        """Names and sizes of what lies below ``folder``, in order. Raises StoreAway."""
        with self._told():
            found = self._store.find(self._path(folder), detail=True)
        return sorted((path[len(self._root) + 1 :], int(info["size"])) for path, info in found.items())

    def modified(self, name: str) -> datetime:
        """When it was written, by the store's clock. Raises FileNotFoundError, StoreAway."""
        with self._told():
            written: datetime = self._store.modified(self._path(name))
        return written

    def remove(self, folder: str) -> None:
        """All that lies below ``folder``. Raises FileNotFoundError, StoreAway."""
        with self._told():
            self._store.rm(self._path(folder), recursive=True)

    def is_writable(self) -> bool:
        """Whether the store takes bytes now."""
        path = self._path(f".ready-{uuid4().hex}")
        try:
            with self._told():
                if self.is_folder:
                    self._store.makedirs(self._root, exist_ok=True)
                self._store.pipe_file(path, b"ready")
                self._store.rm_file(path)
        except (StoreAway, FileNotFoundError):
            return False
        return True

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _asked(self, ask: Callable[[], T]) -> T:
        with self._told():
            return ask()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Every trouble of the store under one name; the log has it, without addresses or keys."""
        try:
            yield
        except FileNotFoundError:
            raise
        except self._troubles as error:
            _log.warning("blob store in trouble", extra={"trouble": type(error).__name__})
            raise StoreAway from error


def _troubles(*, with_s3: bool) -> tuple[type[BaseException], ...]:
    usual = (OSError, FSTimeoutError, asyncio.TimeoutError)
    if not with_s3:
        return usual
    from botocore.exceptions import BotoCoreError  # noqa: PLC0415 - comes with the extra ``s3`` only

    return (*usual, BotoCoreError)
