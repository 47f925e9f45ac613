"""A throw-away certificate authority for practice, so that signing is real from the first minute.

Everything it makes says so in its name; no real trust list will ever hold it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from secrets import randbits
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509.oid import NameOID

ROOT_FILE: Final = "practice-root.pem"
ROOT_KEY_FILE: Final = "practice-root-key.pem"
_MARK: Final = "MƏŞQ, hüquqi qüvvəsi yoxdur"
_ROOT_YEARS: Final = 10
_DAY: Final = timedelta(days=1)

_PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


class KeyKind(StrEnum):
    """The keys a notice can be signed with."""

    RSA_2048 = "rsa-2048"
    P_256 = "p-256"


@dataclass(frozen=True, slots=True)
class PracticeAuthority:
    """The practice root in ``folder``: certificate and key as PEM files."""

    folder: Path

    @classmethod
    def opened_or_made(cls, folder: Path, at: datetime) -> PracticeAuthority:
        """The authority in ``folder``; made there, valid from a day before ``at``, if there is none yet."""
        authority = cls(folder)
        if not authority.root_file.exists():
            folder.mkdir(parents=True, exist_ok=True)
            authority._make_root(at)
        return authority

    @property
    def root_file(self) -> Path:
        """The root certificate: what a desk must trust to accept practice signatures."""
        return self.folder / ROOT_FILE

    def issue(
        self,
        agent_name: str,
        passphrase: str,
        *,
        at: datetime,
        days: int = 365,
        kind: KeyKind = KeyKind.RSA_2048,
        file_name: str = "",
    ) -> Path:
        """An agent's key and certificate as a PKCS#12 file in the folder; the path of that file.

        Valid from a day before ``at`` (UTC) for ``days`` days.
        """
        root = x509.load_pem_x509_certificate(self.root_file.read_bytes())
        root_key = _authority_key((self.folder / ROOT_KEY_FILE).read_bytes())
        key = _new_key(kind)
        certificate = (
            _builder(_name(agent_name), root.subject, key, at - _DAY, at + timedelta(days=days))
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(content_commitment=True, digital_signature=True), critical=True)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()), critical=False
            )
            .sign(root_key, SHA256())
        )
        path = self.folder / (file_name or f"{certificate.serial_number:016x}.p12")
        path.write_bytes(
            pkcs12.serialize_key_and_certificates(
                agent_name.encode(), key, certificate, [root], BestAvailableEncryption(passphrase.encode())
            )
        )
        return path

    def revocation_list(self, serials: list[int], *, at: datetime) -> bytes:
        """The authority's revocation list (DER) that names ``serials`` as revoked at ``at``."""
        root = x509.load_pem_x509_certificate(self.root_file.read_bytes())
        root_key = _authority_key((self.folder / ROOT_KEY_FILE).read_bytes())
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(root.subject)
            .last_update(at)
            .next_update(at + timedelta(days=30))
        )
        for serial in serials:
            entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(at)
            builder = builder.add_revoked_certificate(entry.build())
        return builder.sign(root_key, SHA256()).public_bytes(Encoding.DER)

    def _make_root(self, at: datetime) -> None:
        key = _new_key(KeyKind.RSA_2048)
        name = _name("DOST Desktop məşq mərkəzi")
        until = at + timedelta(days=365 * _ROOT_YEARS)
        root = (
            _builder(name, name, key, at - _DAY, until)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(key_cert_sign=True, crl_sign=True), critical=True)
            .sign(key, SHA256())
        )
        key_file = self.folder / ROOT_KEY_FILE
        key_file.touch(mode=0o600)
        key_file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        self.root_file.write_bytes(root.public_bytes(Encoding.PEM))


def _builder(
    subject: x509.Name, issuer: x509.Name, key: _PrivateKey, begins: datetime, ends: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(randbits(62) | 1 << 62)
        .not_valid_before(begins.astimezone(UTC))
        .not_valid_after(ends.astimezone(UTC))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _name(common_name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "AZ"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "DOST Desktop"),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, _MARK),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )


def _new_key(kind: KeyKind) -> _PrivateKey:
    if kind is KeyKind.P_256:
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _authority_key(pem: bytes) -> rsa.RSAPrivateKey:
    key = load_pem_private_key(pem, password=None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError(type(key))
    return key


def _usage(
    *,
    content_commitment: bool = False,
    digital_signature: bool = False,
    key_cert_sign: bool = False,
    crl_sign: bool = False,
) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=digital_signature,
        content_commitment=content_commitment,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=key_cert_sign,
        crl_sign=crl_sign,
        encipher_only=False,
        decipher_only=False,
    )
