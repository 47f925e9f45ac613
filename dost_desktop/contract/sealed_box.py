"""A box only the holder of one X25519 key can open: the desk's database key, kept for the deployment's recovery.

Form: 32 bytes of a fresh public key, 12 bytes nonce, AES-256-GCM; the key is HKDF-SHA256 of the shared secret with
both public keys as salt.
"""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def new_box_key() -> tuple[bytes, bytes]:
    """A fresh pair: secret and public key, 32 bytes each."""
    key = X25519PrivateKey.generate()
    return key.private_bytes_raw(), key.public_key().public_bytes_raw()


def close_box(public: bytes, content: bytes) -> bytes:
    """``content`` so that only the holder of ``public``'s secret can read it."""
    fresh = X25519PrivateKey.generate()
    mine = fresh.public_key().public_bytes_raw()
    shared = fresh.exchange(X25519PublicKey.from_public_bytes(public))
    nonce = secrets.token_bytes(12)
    return mine + nonce + AESGCM(_box_key(shared, mine, public)).encrypt(nonce, content, None)


def open_box(secret: bytes, box: bytes) -> bytes:
    """The content of ``box``. Raises ValueError when it was not closed for this key or was changed."""
    key = X25519PrivateKey.from_private_bytes(secret)
    mine, nonce, sealed = box[:32], box[32:44], box[44:]
    try:
        shared = key.exchange(X25519PublicKey.from_public_bytes(mine))
        public = key.public_key().public_bytes_raw()
        return AESGCM(_box_key(shared, mine, public)).decrypt(nonce, sealed, None)
    except (InvalidTag, ValueError):
        raise ValueError("this box was not closed for this key") from None


def _box_key(shared: bytes, fresh: bytes, public: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=fresh + public, info=b"dost/sealed-box/1").derive(shared)
