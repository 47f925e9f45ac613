"""Putting a PAdES signature on a notice with a key that is open, wherever that key lives.

pyHanko's own signers load and validate the key anew for every signature, twice with their size estimate, which
costs more than the signature; here the opened key is kept and the size is known beforehand.
"""

from __future__ import annotations

import asyncio
import io
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.attributes import UnsignedAttributeProviderSpec
from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.signers import PdfSigner, Signer
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata
from pyhanko_certvalidator.registry import SimpleCertificateStore

from dost_desktop.signing.certificates import certificate_facts
from dost_desktop.signing.errors import CertificateExpired, CertificateNotYetValid
from dost_desktop.signing.facts import CertificateFacts

FIELD: Final = "Signature"  # the first is Signature1
LEAST_RSA_BITS: Final = 2048
_FOR_SIGNING: Final = frozenset({"digital_signature", "non_repudiation"})
_BAKU: Final = ZoneInfo("Asia/Baku")
_CMS_OVERHEAD: Final = 1536  # attributes and wrapping around signature and certificates, with room to spare


class OpenKey(Signer):
    """A pyHanko signer over a private key that stays open; `signature_over` is the key's own part."""

    def __init__(self, certificate: Certificate, chain: list[Certificate]) -> None:
        registry = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        registry.register_multiple(chain)
        super().__init__(signing_cert=certificate, cert_registry=registry, embed_roots=False)
        self.certificate = certificate
        size = certificate.public_key.bit_size // 8
        signature = size if is_rsa(certificate) else 2 * size + 16
        self.container_size = signature + _CMS_OVERHEAD + sum(len(c.dump()) for c in [certificate, *chain])

    def signature_over(self, data: bytes) -> bytes:
        """RSA (PKCS#1 v1.5) or ECDSA (DER) over the SHA-256 of ``data``."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the key."""

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:  # noqa: ARG002 - pyHanko's word
        if digest_algorithm != "sha256":
            raise ValueError(digest_algorithm)
        return self.signature_over(data)


class ExtendingWriter(IncrementalPdfFileWriter):
    """Adds to the end of a file and touches nothing else of it."""

    def _update_meta(self) -> None:
        # WORKAROUND pyHanko 0.38: it stamps the local clock into Info and XMP of every file it writes. Our
        # metadata stay what the notice was drawn with; the moment of signing is the signature's own.
        return


class _PlainPdfSigner(PdfSigner):
    """Leaves the file's version alone: PDF 2.0, which pyHanko declares for P-256, is no PDF/A-2."""

    def register_extensions(self, pdf_out: BasePdfFileWriter, *, md_algorithm: str) -> None:
        """Declare nothing."""


class NoticeSigner:
    """The opened key and the certificate of one agent."""

    def __init__(self, key: OpenKey) -> None:
        self._key = key
        self._facts = certificate_facts(key.certificate)

    def certificate_of_signer(self) -> CertificateFacts:
        """Whose certificate it is; times in UTC."""
        return self._facts

    def close(self) -> None:
        """Let go of the key: the desk was locked, or the agent left."""
        self._key.close()

    def sign(
        self,
        pdf: bytes,
        *,
        at: datetime,
        reason: str = "",
        location: str = "",
        stamp: UnsignedAttributeProviderSpec | None = None,
        room: int = 0,
    ) -> bytes:
        """``pdf`` extended by an invisible PAdES B-B signature with the signing time ``at`` (time zone aware).

        SubFilter ETSI.CAdES.detached, SHA-256, signing-certificate-v2 (design section 8). ``stamp`` adds a time
        stamp to it (B-T), for which ``room`` bytes are kept. The bytes of ``pdf`` stay as they are, also where
        it was issued for a signature by hand. Raises CertificateExpired or CertificateNotYetValid where the
        certificate is not in force at ``at``, and what the key raises.
        """
        self._require_in_force(at)
        self._key.unsigned_attr_prov_spec = stamp
        return asyncio.run(self._signed(ExtendingWriter(io.BytesIO(pdf)), at, reason, location, room))

    async def _signed(
        self, writer: ExtendingWriter, at: datetime, reason: str, location: str, room: int
    ) -> bytes:
        metadata = PdfSignatureMetadata(
            field_name=_free_field(writer),
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            reason=reason or None,
            location=location or None,
            name=self._facts.subject,
        )
        session = _PlainPdfSigner(metadata, signer=self._key).init_signing_session(writer)
        session.system_time = at
        document = session.prepare_tbs_document(None, bytes_reserved=2 * (self._key.container_size + room))
        prepared, output = document.digest_tbs_document()
        await document.perform_signature(prepared.document_digest, PdfCMSSignedAttributes(signing_time=at))
        output.seek(0)
        return bytes(output.read())

    def _require_in_force(self, at: datetime) -> None:
        if at > self._facts.valid_until:
            raise CertificateExpired(date=self._facts.valid_until.astimezone(_BAKU).date())
        if at < self._facts.valid_from:
            raise CertificateNotYetValid(date=self._facts.valid_from.astimezone(_BAKU).date())


def is_rsa(certificate: Certificate) -> bool:
    """Whether the certificate's key is an RSA key; the other kind we use is P-256."""
    return bool(certificate.public_key.algorithm == "rsa")


def can_sign(certificate: Certificate) -> bool:
    """Whether notices may be signed with this key (RSA from 2048 bits or P-256) and this certificate."""
    key, usage = certificate.public_key, certificate.key_usage_value
    strong = (
        key.bit_size >= LEAST_RSA_BITS
        if is_rsa(certificate)
        else (key.algorithm == "ec" and key.curve == ("named", "secp256r1"))
    )
    return strong and not certificate.ca and (usage is None or bool(usage.native & _FOR_SIGNING))


def _free_field(writer: ExtendingWriter) -> str:
    taken = {name for name, _, _ in enumerate_sig_fields(writer)}
    return next(name for number in range(1, len(taken) + 2) if (name := f"{FIELD}{number}") not in taken)
