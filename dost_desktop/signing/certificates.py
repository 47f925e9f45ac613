"""Reading a certificate as plain facts; signer and verification say the same words about it."""

from __future__ import annotations

from datetime import UTC

from asn1crypto import pem
from asn1crypto.x509 import Certificate, Name

from dost_desktop.signing.facts import CertificateFacts, certificate_number


def certificate_facts(certificate: Certificate) -> CertificateFacts:
    """Whose certificate it is, from whom, for how long; times in UTC."""
    validity = certificate["tbs_certificate"]["validity"]
    return CertificateFacts(
        subject=_called(certificate.subject),
        number=certificate_number(certificate.serial_number),
        issuer=_called(certificate.issuer),
        valid_from=validity["not_before"].native.astimezone(UTC),
        valid_until=validity["not_after"].native.astimezone(UTC),
    )


def certificates_in(content: bytes) -> list[Certificate]:
    """The certificates in a DER or PEM file; ValueError where there are none."""
    if not pem.detect(content):
        return [Certificate.load(content, strict=True)]
    return [Certificate.load(der, strict=True) for _, _, der in pem.unarmor(content, multiple=True)]


def _called(name: Name) -> str:
    """The common name, or the whole name where there is none."""
    common = name.native.get("common_name", "")
    return common if isinstance(common, str) and common else str(name.human_friendly)
