"""Ed25519 seals: agents sign events, the central API signs answers, receipts and number leases.

Keys and signatures travel as base64url without padding; a public key is named by the first 16 hexadecimal digits
of its SHA-256.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from dost_desktop.domain.attestation import Attestation, NumberLease, Receipt
from dost_desktop.domain.errors import AgentError

Sealed = TypeVar("Sealed", Attestation, NumberLease, Receipt)


def to_text(raw: bytes) -> str:
    """Bytes as base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def from_text(text: str) -> bytes:
    """The bytes behind base64url without padding. Raises ValueError on anything else."""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise ValueError("not base64url") from None
    if to_text(raw) != text:
        raise ValueError("base64url has one spelling")
    return raw


class SigningKey:
    """An Ed25519 key that signs; its bytes never show in a repr."""

    def __init__(self, raw: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(raw)
        self.public = to_text(self._key.public_key().public_bytes_raw())
        self.name = key_name(self.public)

    @classmethod
    def new(cls) -> SigningKey:
        """A fresh key."""
        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    def raw(self) -> bytes:
        """The 32 secret bytes, for wrapping only."""
        return self._key.private_bytes_raw()

    def sign(self, message: bytes) -> str:
        """The signature over ``message``."""
        return to_text(self._key.sign(message))

    def seal(self, record: Sealed) -> Sealed:
        """``record`` with this key's name and signature."""
        named = replace(record, key=self.name)
        return replace(named, signature=self.sign(named.signed_bytes()))


class AgentHand:
    """An agent's signing key while the desk is open; locking the desk drops it, the password gives it back."""

    def __init__(self, key: SigningKey) -> None:
        self._key: SigningKey | None = key

    def sign(self, message: bytes) -> str:
        """The signature over ``message``. Raises HandLocked while the desk is locked."""
        if self._key is None:
            raise HandLocked
        return self._key.sign(message)

    def drop(self) -> None:
        """The desk is locked."""
        self._key = None

    def take(self, key: SigningKey) -> None:
        """The agent is back."""
        self._key = key


class HandLocked(AgentError):
    """The desk is locked: nothing is signed until the agent has given the password."""

    code = "signin.locked"


def key_name(public: str) -> str:
    """How a public key is named in signed records."""
    return hashlib.sha256(from_text(public)).hexdigest()[:16]


def is_signed(public: str, message: bytes, signature: str) -> bool:
    """True when ``signature`` over ``message`` was made with the key behind ``public``."""
    try:
        _public_key(public).verify(from_text(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=1024)  # an office meets the same agents' keys all day
def _public_key(public: str) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(from_text(public))


def is_sealed(record: Attestation | NumberLease | Receipt, keys: dict[str, str]) -> bool:
    """True when one of the server's ``keys`` (name to public key) sealed ``record``."""
    public = keys.get(record.key)
    return public is not None and is_signed(public, record.signed_bytes(), record.signature)
