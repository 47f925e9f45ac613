"""What stands outside the database so that a copied or restored one is noticed: it must never reuse a number.

Design 5. Two slots written in turn, each with its own checksum: a power cut can spoil one, never both. They are not
forced to disk at every step: an old marker only notices less, a marker ahead of the database would lock the desk.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import Final

from dost_desktop.storage.errors import StorageReadOnly

_SLOT: Final = 4096


@dataclass(frozen=True, slots=True)
class Mark:
    """How far this installation's database has come."""

    install_id: str
    key_name: str  # which key the database was written with; says nothing about the key
    last_event: int
    numbers: Mapping[str, int]  # lease id to its next number


def key_name(key: bytes) -> str:
    """A name for a database key."""
    return hashlib.sha256(b"dost/database-key-name/1\n" + key).hexdigest()[:16]


class Markers:
    """The file of marks of one installation."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: FileIO | None = None
        self._turn = 0

    def read(self) -> Mark | None:
        """The newest mark that is whole; None when there is none."""
        try:
            raw = self._path.read_bytes()
        except OSError:
            return None
        slots = [_unpack(raw[at : at + _SLOT]) for at in (0, _SLOT)]
        whole = [slot for slot in slots if slot is not None]
        if not whole:
            return None
        self._turn, mark = max(whole, key=lambda slot: slot[0])
        return mark

    def write(self, mark: Mark, *, is_first: bool = False) -> None:
        """Note how far the database has come; ``is_first`` for a new installation, which forgets what was there.

        Raises StorageReadOnly when the folder cannot be written.
        """
        try:
            file = self._open()
            if is_first:
                file.truncate(0)  # marks of an installation before this one
            self._turn += 1
            file.seek(self._turn % 2 * _SLOT)
            file.write(_pack(self._turn, mark))
            if is_first:
                os.fsync(file.fileno())
        except OSError as error:
            raise StorageReadOnly from error

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _open(self) -> FileIO:
        if self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._file = FileIO(os.open(self._path, flags, 0o600), "r+")
        return self._file


def _pack(turn: int, mark: Mark) -> bytes:
    body = json.dumps([turn, mark.install_id, mark.key_name, mark.last_event, dict(mark.numbers)]).encode()
    return (hashlib.sha256(body).hexdigest().encode() + body).ljust(_SLOT)


def _unpack(slot: bytes) -> tuple[int, Mark] | None:
    checksum, body = slot[:64], slot[64:].rstrip()
    if hashlib.sha256(body).hexdigest().encode() != checksum:
        return None
    turn, install_id, name, last_event, numbers = json.loads(body)
    return turn, Mark(install_id, name, last_event, numbers)
