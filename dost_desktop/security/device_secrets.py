"""The secret that never leaves this device: with it, a stolen folder and a known password open nothing.

Windows Credential Manager, macOS Keychain or the Secret Service where there is one; else a file of this user.
"""

from __future__ import annotations

import base64
import binascii
import secrets
import sys
from pathlib import Path
from typing import Any, Final, Protocol

from dost_desktop.security.errors import DeviceSecretClosed, KeysDamaged, not_written
from dost_desktop.whole_file import read_whole, write_whole

_SERVICE: Final = "DOST Desktop"
_SIZE: Final = 32


class DeviceSecrets(Protocol):
    """Where the device's secret is kept; ``place`` says it in a code: ``system`` or ``file``."""

    place: str

    def read(self) -> bytes | None:
        """The 32 bytes, or None when this device has none."""
        ...

    def make(self) -> bytes:
        """The device's secret; made when there is none yet."""
        ...


class FileSecrets:
    """A file that only this user can read: weaker than the system's store, and said so on the settings page."""

    place = "file"

    def __init__(self, folder: Path) -> None:
        self._path = folder / "device.secret"

    def read(self) -> bytes | None:
        """The 32 bytes, or None. Raises KeysDamaged when the file holds something else."""
        try:
            raw = read_whole(self._path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise DeviceSecretClosed from error
        if len(raw) != _SIZE:
            raise KeysDamaged
        return raw

    def make(self) -> bytes:
        """The device's secret; made when there is none yet. Raises KeysNotWritten."""
        known = self.read()
        if known is not None:
            return known
        fresh = secrets.token_bytes(_SIZE)
        try:
            write_whole(self._path, fresh)
        except OSError as error:
            raise not_written(error) from error
        return fresh


class SystemSecrets:
    """The operating system's own store, one entry for each home folder of the program."""

    place = "system"

    def __init__(self, backend: Any, name: str) -> None:
        self._backend = backend
        self._name = name

    def read(self) -> bytes | None:
        """The 32 bytes, or None. Raises DeviceSecretClosed when the store does not open."""
        try:
            text: str | None = self._backend.get_password(_SERVICE, self._name)
        except _store_errors() as error:
            raise DeviceSecretClosed from error
        if text is None:
            return None
        try:
            return base64.b64decode(text, validate=True)
        except binascii.Error as error:
            raise KeysDamaged from error

    def make(self) -> bytes:
        """The device's secret; made when there is none yet. Raises DeviceSecretClosed."""
        known = self.read()
        if known is not None:
            return known
        fresh = secrets.token_bytes(_SIZE)
        try:
            self._backend.set_password(_SERVICE, self._name, base64.b64encode(fresh).decode())
        except _store_errors() as error:
            raise DeviceSecretClosed from error
        return fresh


def device_secrets(folder: Path) -> DeviceSecrets:
    """Where this device's secret is, or is to be made: a file that is there stays in use, then the system's store."""
    in_file = FileSecrets(folder)
    if in_file.read() is not None:
        return in_file
    backend = _system_store()
    return in_file if backend is None else SystemSecrets(backend, str(folder.resolve()))


def _system_store() -> Any | None:
    """The system's store, or None where there is none that keeps secrets."""
    import keyring  # noqa: PLC0415 - looks through every installed package: 0.1 s that the first window need not wait
    from keyring.backends import chainer, fail, null  # noqa: PLC0415

    backend: Any = keyring.get_keyring()
    if isinstance(backend, chainer.ChainerBackend):
        backend = next(iter(backend.backends), None)
    if backend is None or isinstance(backend, (fail.Keyring, null.Keyring)):
        return None
    if sys.platform == "win32":
        backend.persist = "local machine"  # by default an entry follows the user's profile to other PCs
    return backend if backend.priority >= 1 else None


def _store_errors() -> tuple[type[Exception], ...]:
    """What the store raises when it does not open; Windows' own error is none of keyring's."""
    from keyring.errors import KeyringError  # noqa: PLC0415 - needed after sign-in only

    if sys.platform == "win32":
        from win32ctypes.pywin32.pywintypes import error as windows_error  # noqa: PLC0415

        return KeyringError, windows_error
    return (KeyringError,)
