"""A small file that only this device can read: the deployment's secret and the desk's own tokens.

They are needed before anybody has signed in, so no password closes them; the device's secret does.
"""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dost_desktop.security.device_secrets import DeviceSecrets
from dost_desktop.security.errors import KeysCopied, not_written
from dost_desktop.whole_file import read_whole, write_whole

_NONCE: Final = 12


class ClosedFile:
    """JSON at ``path``, closed with AES-256-GCM by the device's secret."""

    def __init__(self, path: Path, device: DeviceSecrets) -> None:
        self._path, self._device = path, device

    def read(self) -> dict[str, Any]:
        """What it holds; empty when there is no file. Raises KeysCopied on another device or for a changed file."""
        try:
            raw = read_whole(self._path)
        except FileNotFoundError:
            return {}
        secret = self._device.read()
        if secret is None:
            raise KeysCopied
        try:
            whole: dict[str, Any] = json.loads(_cipher(secret).decrypt(raw[:_NONCE], raw[_NONCE:], None))
        except (InvalidTag, ValueError) as error:
            raise KeysCopied from error
        return whole

    def forget_if_closed_elsewhere(self) -> None:
        """A file that another device closed opens nowhere else: it goes, what it held is given anew."""
        try:
            self.read()
        except KeysCopied:
            self._path.unlink()

    def write(self, content: dict[str, Any]) -> None:
        """Replace what it holds, whole or not at all. Raises KeysNotWritten, NoRoomForKeys."""
        nonce = secrets.token_bytes(_NONCE)
        closed = _cipher(self._device.make()).encrypt(nonce, json.dumps(content).encode(), None)
        try:
            write_whole(self._path, nonce + closed)
        except OSError as error:
            raise not_written(error) from error


def _cipher(device_secret: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt=None, info=b"dost/closed-file/1").derive(device_secret))
