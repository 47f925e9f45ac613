"""Keys wrapped so that only this agent's password on this very device opens them (design 5).

The wrapping key is HKDF-SHA256 of argon2id(password) and the device secret; keys are closed with AES-256-GCM, the
purpose and the agent's name bound to each.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass
from typing import Any, Final

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE: Final = 12
_SALT: Final = 16
_MEMORY_LIMIT: Final = 1024 * 1024  # a file from elsewhere must not take the PC's memory


@dataclass(frozen=True, slots=True)
class Hardness:
    """What one try of a password costs: 64 MiB, three passes, four lanes (RFC 9106); 0.1 to 0.4 s on a desk PC."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def as_json(self) -> dict[str, int]:
        """As it stands in the file."""
        return asdict(self)

    @classmethod
    def from_json(cls, given: dict[str, Any]) -> Hardness:
        """Raises ValueError on anything that is not a sane hardness."""
        hardness = cls(int(given["memory_kib"]), int(given["passes"]), int(given["lanes"]))
        if not (1024 <= hardness.memory_kib <= _MEMORY_LIMIT and 1 <= hardness.passes <= 20):
            raise ValueError("not a sane hardness")
        return hardness


class WrappingKey:
    """The key of one agent on one device, alive for one sign-in."""

    def __init__(self, raw: bytes, agent: str) -> None:
        self._cipher = AESGCM(raw)
        self._agent = agent

    @classmethod
    def derive(
        cls, *, agent: str, password: str, device_secret: bytes, salt: bytes, hardness: Hardness
    ) -> WrappingKey:
        """Takes the time and memory that ``hardness`` says."""
        stretched = hash_secret_raw(
            password.encode(),
            salt,
            time_cost=hardness.passes,
            memory_cost=hardness.memory_kib,
            parallelism=hardness.lanes,
            hash_len=32,
            type=Type.ID,
        )
        raw = HKDF(SHA256(), 32, salt=salt, info=b"dost/key-wrapping/1").derive(stretched + device_secret)
        return cls(raw, agent)

    def close(self, purpose: str, content: bytes) -> bytes:
        """``content`` closed for ``purpose``."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._cipher.encrypt(nonce, content, self._bound_to(purpose))

    def open(self, purpose: str, box: bytes) -> bytes | None:
        """What was closed, or None when the password, the device, the agent or the purpose is another."""
        try:
            return self._cipher.decrypt(box[:_NONCE], box[_NONCE:], self._bound_to(purpose))
        except (InvalidTag, ValueError):
            return None

    def _bound_to(self, purpose: str) -> bytes:
        return f"dost/{purpose}/1\n{self._agent}".encode()


def new_salt() -> bytes:
    """A fresh salt."""
    return secrets.token_bytes(_SALT)
