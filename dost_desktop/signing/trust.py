"""Whom we trust, and what is known about revoked certificates, as verification asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from asn1crypto.cms import SignedData
from asn1crypto.crl import CertificateList
from asn1crypto.x509 import Certificate
from pyhanko_certvalidator import ValidationContext

from dost_desktop.signing.certificates import certificates_in
from dost_desktop.signing.file_proofs import FileProofs
from dost_desktop.signing.revocation import RevocationData, Standing, issuer_of

_LONGEST_CHAIN: Final = 8


@dataclass(frozen=True, slots=True)
class Trust:
    """The trusted roots of signatures and of time stamps, and all lists and answers at hand."""

    roots: tuple[Certificate, ...]
    stamp_roots: tuple[Certificate, ...]
    revocation: RevocationData
    now: datetime | None = None  # a signature may not claim a later moment
    others: tuple[Certificate, ...] = ()  # intermediate authorities from the file's own store

    def with_proofs(self, proofs: FileProofs) -> Trust:
        """What the file itself brings along is added: certificates are only links, words are checked."""
        return Trust(
            self.roots,
            self.stamp_roots,
            self.revocation + proofs.revocation,
            self.now,
            self.others + proofs.certificates,
        )

    def at(self, moment: datetime) -> ValidationContext:
        """What pyHanko asks about chains, as of ``moment``; revocation is ours, and nothing is fetched."""
        return ValidationContext(
            trust_roots=list(self.roots),
            other_certs=list(self.others),
            moment=moment.astimezone(UTC),
            allow_fetching=False,
            revocation_mode="soft-fail",
        )

    def standings(self, certificate: Certificate, carried: Sequence[Certificate]) -> tuple[Standing, ...]:
        """What is known of ``certificate`` and of each authority above it, below the root."""
        if not self.revocation:
            return (Standing(),)
        return tuple(self.revocation.standing(*link) for link in self.chain(certificate, carried))

    def chain(
        self, certificate: Certificate, carried: Sequence[Certificate]
    ) -> tuple[tuple[Certificate, Certificate | None], ...]:
        """``certificate`` with its issuer, then that one with its own, up to the root, as far as they are known."""
        known = (*self.roots, *self.stamp_roots, *carried, *self.others)
        anchors = {each.sha256 for each in (*self.roots, *self.stamp_roots)}
        links: list[tuple[Certificate, Certificate | None]] = []
        while certificate.sha256 not in anchors and len(links) < _LONGEST_CHAIN:
            issuer = issuer_of(certificate, known)
            links.append((certificate, issuer))
            if issuer is None:
                break
            certificate = issuer
        return tuple(links)


def trusting(
    roots: Sequence[bytes],
    *,
    stamp_roots: Sequence[bytes] | None = None,
    revocation_lists: Sequence[bytes] = (),
    now: datetime | None = None,
) -> Trust:
    """Roots as DER or PEM, lists as DER; without ``stamp_roots`` the same roots vouch for time stamps."""
    return Trust(
        _certificates(roots),
        _certificates(roots if stamp_roots is None else stamp_roots),
        RevocationData(tuple(CertificateList.load(content) for content in revocation_lists)),
        now,
    )


def carried_by(signed: SignedData) -> tuple[Certificate, ...]:
    """The certificates that came along inside a signature or a time stamp."""
    return tuple(each.chosen for each in signed["certificates"] if each.name == "certificate")


def _certificates(contents: Sequence[bytes]) -> tuple[Certificate, ...]:
    return tuple(certificate for content in contents for certificate in certificates_in(content))
