"""The agent's key from a PKCS#12 file, opened once a session, and PAdES B-B signatures made with it.

pyHanko's own signer parses and validates the private key anew for every signature, twice with its size
estimate, which costs more than the signature; here the opened key is kept and the size is known beforehand.
"""

from __future__ import annotations

import asyncio
import io
from datetime import datetime
from pathlib import Path
from typing import Final, TypeGuard
from zoneinfo import ZoneInfo

from asn1crypto import pkcs12 as pkcs12_asn1
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSigner, Signer
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata
from pyhanko_certvalidator.registry import SimpleCertificateStore

from dost_desktop.signing.certificates import certificate_facts
from dost_desktop.signing.errors import (
    CertificateExpired,
    CertificateNotYetValid,
    FileUnreadable,
    PinWrong,
)
from dost_desktop.signing.facts import CertificateFacts

FIELD: Final = "Signature1"
_BAKU: Final = ZoneInfo("Asia/Baku")
_LARGEST_KEY_FILE: Final = 1_000_000
_LEAST_RSA_BITS: Final = 2048
_CMS_OVERHEAD: Final = 1536  # attributes and wrapping around signature and certificates, with room to spare

PrivateKey = RSAPrivateKey | EllipticCurvePrivateKey


class _OpenKey(Signer):
    """A pyHanko signer over a private key that stays open."""

    def __init__(self, key: PrivateKey, certificate: Certificate, chain: list[Certificate]) -> None:
        registry = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        registry.register_multiple(chain)
        super().__init__(signing_cert=certificate, cert_registry=registry, embed_roots=False)
        self.certificate = certificate
        self._key = key
        signature = key.key_size // 8 if isinstance(key, RSAPrivateKey) else 2 * (key.key_size // 8) + 16
        self.container_size = signature + _CMS_OVERHEAD + sum(len(c.dump()) for c in [certificate, *chain])

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:  # noqa: ARG002 - pyHanko's word
        if digest_algorithm != "sha256":
            raise ValueError(digest_algorithm)
        if isinstance(self._key, RSAPrivateKey):
            return self._key.sign(data, PKCS1v15(), SHA256())
        return self._key.sign(data, ECDSA(SHA256()))


class _ExtendingWriter(IncrementalPdfFileWriter):
    """Adds the signature and touches nothing else of the file."""

    def _update_meta(self) -> None:
        # WORKAROUND pyHanko 0.38: it stamps the local clock into Info and XMP of every file it writes. Our
        # metadata stay what the notice was drawn with; the moment of signing is the signature's own.
        return


class _PlainPdfSigner(PdfSigner):
    """Leaves the file's version alone: PDF 2.0, which pyHanko declares for P-256, is no PDF/A-2."""

    def register_extensions(self, pdf_out: BasePdfFileWriter, *, md_algorithm: str) -> None:
        """Declare nothing."""


class Pkcs12Signer:
    """The key and certificate of one agent."""

    def __init__(self, path: Path, passphrase: str) -> None:
        """Open the file at ``path``.

        Raises FileUnreadable where there is no usable key with its certificate (RSA from 2048 bits or P-256),
        PinWrong where the password does not open it.
        """
        self._signer = _opened(_content(path), passphrase)
        self._facts = certificate_facts(self._signer.certificate)

    def certificate_of_signer(self) -> CertificateFacts:
        """Whose certificate it is; times in UTC."""
        return self._facts

    def sign(self, pdf: bytes, *, at: datetime, reason: str = "", location: str = "") -> bytes:
        """``pdf`` extended by an invisible PAdES B-B signature with the signing time ``at`` (time zone aware).

        SubFilter ETSI.CAdES.detached, SHA-256, signing-certificate-v2 (design section 8). Raises
        CertificateExpired or CertificateNotYetValid where the certificate is not in force at ``at``.
        """
        self._require_in_force(at)
        metadata = PdfSignatureMetadata(
            field_name=FIELD,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            reason=reason or None,
            location=location or None,
            name=self._facts.subject,
        )
        return asyncio.run(self._signed(pdf, metadata, at))

    async def _signed(self, pdf: bytes, metadata: PdfSignatureMetadata, at: datetime) -> bytes:
        session = _PlainPdfSigner(metadata, signer=self._signer).init_signing_session(
            _ExtendingWriter(io.BytesIO(pdf))
        )
        session.system_time = at
        document = session.prepare_tbs_document(None, bytes_reserved=2 * self._signer.container_size)
        prepared, output = document.digest_tbs_document()
        await document.perform_signature(prepared.document_digest, PdfCMSSignedAttributes(signing_time=at))
        output.seek(0)
        return bytes(output.read())

    def _require_in_force(self, at: datetime) -> None:
        if at > self._facts.valid_until:
            raise CertificateExpired(date=self._facts.valid_until.astimezone(_BAKU).date())
        if at < self._facts.valid_from:
            raise CertificateNotYetValid(date=self._facts.valid_from.astimezone(_BAKU).date())


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST_KEY_FILE:
            raise FileUnreadable
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable from error


def _opened(content: bytes, passphrase: str) -> _OpenKey:
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
    return _OpenKey(key, own, [other for other in chain if not other.self_issued])


def _usable(key: object) -> TypeGuard[PrivateKey]:
    if isinstance(key, RSAPrivateKey):
        return key.key_size >= _LEAST_RSA_BITS
    return isinstance(key, EllipticCurvePrivateKey) and key.curve.name == "secp256r1"
