"""Small files, written whole or not at all: a power cut leaves the old one or the new one, never half of one.

Windows does not let a file be replaced while anybody reads it, nor be read while it is replaced: another thread, a
virus scanner, a backup. They hold it for milliseconds, so both sides wait that long instead of failing.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

T = TypeVar("T")
_PATIENCE: Final = 2.0  # seconds; longer than any reader of a small file, shorter than an agent's
_PAUSE: Final = 0.01
_OWNER_ONLY: Final = 0o700


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``, readable by this user only. Raises OSError; the old file then stands unchanged."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(beside, path)
        _settle(path.parent)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def own_folder(path: Path) -> None:
    """Make the folder so that only this user (and who administers the PC) looks into it. Raises OSError.

    Windows sets the same with 0o700 where it makes the folder; elsewhere one that stood open before is closed too.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir(mode=_OWNER_ONLY, exist_ok=True)
    if os.name == "posix":
        path.chmod(_OWNER_ONLY)


def read_whole(path: Path) -> bytes:
    """What ``write_whole`` put there, also while it is being replaced. Raises OSError."""
    return _patiently(path.read_bytes)


def put_in_place(fresh: Path, path: Path) -> None:
    """Let ``fresh`` take the name ``path`` and the place of what stands there. Raises OSError; nothing moved then."""
    _patiently(lambda: fresh.replace(path))


def _patiently(act: Callable[[], T]) -> T:
    """What ``act`` gives; on Windows tried again for a while when somebody holds the file."""
    until = time.monotonic() + (_PATIENCE if os.name == "nt" else 0)
    while True:
        try:
            return act()
        except PermissionError:
            if time.monotonic() >= until:
                raise
        time.sleep(_PAUSE)


def _settle(folder: Path) -> None:
    """Force the new name to disk where a folder can be; Windows does it with the file."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
