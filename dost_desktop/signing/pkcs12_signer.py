"""The agent's key from a PKCS#12 file, opened once a session."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeGuard

from asn1crypto import pkcs12 as pkcs12_asn1
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

from dost_desktop.signing.errors import FileUnreadable, PinWrong
from dost_desktop.signing.notice_signer import LEAST_RSA_BITS, NoticeSigner, OpenKey

_LARGEST_KEY_FILE: Final = 1_000_000

PrivateKey = RSAPrivateKey | EllipticCurvePrivateKey


class _FileKey(OpenKey):
    """A private key in this process's memory."""

    def __init__(self, key: PrivateKey, certificate: Certificate, chain: list[Certificate]) -> None:
        super().__init__(certificate, chain)
        self._key = key

    def signature_over(self, data: bytes) -> bytes:
        if isinstance(self._key, RSAPrivateKey):
            return self._key.sign(data, PKCS1v15(), SHA256())
        return self._key.sign(data, ECDSA(SHA256()))


class Pkcs12Signer(NoticeSigner):
    """The key and certificate of one agent in a file."""

    def __init__(self, path: Path, passphrase: str) -> None:
        """Open the file at ``path``.

        Raises FileUnreadable where there is no usable key with its certificate (RSA from 2048 bits or P-256),
        PinWrong where the password does not open it.
        """
        super().__init__(_opened(_content(path), passphrase))


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST_KEY_FILE:
            raise FileUnreadable
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable from error


def _opened(content: bytes, passphrase: str) -> _FileKey:
    try:
        pkcs12_asn1.Pfx.load(content, strict=True)["auth_safe"]["content_type"].native  # noqa: B018
    except (ValueError, TypeError, KeyError) as error:
        raise FileUnreadable from error
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(content, passphrase.encode())
    except ValueError as error:
        raise PinWrong from error
    if certificate is None or not _usable(key):
        raise FileUnreadable
    chain = [Certificate.load(other.public_bytes(Encoding.DER)) for other in others]
    own = Certificate.load(certificate.public_bytes(Encoding.DER))
    return _FileKey(key, own, [other for other in chain if not other.self_issued])


def _usable(key: object) -> TypeGuard[PrivateKey]:
    if isinstance(key, RSAPrivateKey):
        return key.key_size >= LEAST_RSA_BITS
    return isinstance(key, EllipticCurvePrivateKey) and key.curve.name == "secp256r1"
