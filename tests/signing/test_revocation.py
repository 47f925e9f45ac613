"""Whose word on a revoked certificate counts, and for which moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from asn1crypto.crl import CertificateList
from asn1crypto.ocsp import OCSPResponse
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from dost_desktop.signing.revocation import RevocationData, Standing, Word
from tests.signing.conftest import AT

HOUR = timedelta(hours=1)
HOLD, LOST = x509.ReasonFlags.certificate_hold, x509.ReasonFlags.key_compromise


class Issuer:
    """An authority, one certificate of its, and whatever it says about it."""

    def __init__(self, name: str = "Mərkəz") -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self.own = self.certify(self.name, self.key)
        self.leaf = self.certify(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Yad")]), self.key)

    def certify(self, subject: x509.Name, key: Any, *extensions: x509.ExtensionType) -> x509.Certificate:
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(4711)
            .not_valid_before(AT - 99 * HOUR)
            .not_valid_after(AT + 99 * HOUR)
        )
        for each in extensions:
            builder = builder.add_extension(each, critical=False)
        return builder.sign(self.key, SHA256())

    def lists(
        self,
        as_of: datetime,
        since: datetime | None = None,
        reason: x509.ReasonFlags = LOST,
        extension: x509.ExtensionType | None = None,
        key: Any = None,
    ) -> CertificateList:
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.name)
            .last_update(as_of)
            .next_update(as_of + HOUR)
        )
        if since:
            entry = x509.RevokedCertificateBuilder().serial_number(4711).revocation_date(since)
            entry = entry.add_extension(x509.CRLReason(reason), critical=False)
            builder = builder.add_revoked_certificate(entry.build())
        if extension:
            builder = builder.add_extension(extension, critical=True)
        made = builder.sign(key or self.key, SHA256())
        return CertificateList.load(made.public_bytes(Encoding.DER))

    def answers(self, as_of: datetime, responder: x509.Certificate, key: Any, **other: Any) -> OCSPResponse:
        said = {
            "cert": self.leaf,
            "issuer": self.own,
            "algorithm": SHA256(),
            "cert_status": ocsp.OCSPCertStatus.GOOD,
            "this_update": as_of,
            "next_update": as_of + HOUR,
            "revocation_time": None,
            "revocation_reason": None,
        } | other
        builder = ocsp.OCSPResponseBuilder().add_response(**said)  # type: ignore[arg-type]
        builder = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, responder).certificates([responder])
        return OCSPResponse.load(builder.sign(key, SHA256()).public_bytes(Encoding.DER))


@pytest.fixture(scope="module")
def issuer() -> Issuer:
    return Issuer()


def heard(issuer: Issuer, *said: CertificateList | OCSPResponse) -> Standing:
    data = RevocationData(
        tuple(each for each in said if isinstance(each, CertificateList)),
        tuple(each for each in said if isinstance(each, OCSPResponse)),
    )
    leaf, own = (Certificate.load(each.public_bytes(Encoding.DER)) for each in (issuer.leaf, issuer.own))
    return data.standing(leaf, own)


def test_only_the_issuers_own_lists_count(issuer: Issuer) -> None:
    assert heard(issuer, issuer.lists(AT)).words == (Word(AT),)
    assert heard(issuer, issuer.lists(AT, AT - HOUR)).words == (Word(AT, AT - HOUR, "key_compromise"),)
    point = [x509.UniformResourceIdentifier("http://elsewhere/list.crl")]
    for nobodys in (
        Issuer().lists(AT, AT - HOUR),  # the same name, another key
        issuer.lists(AT, AT - HOUR, key=Issuer().key),
        issuer.lists(AT, AT - HOUR, extension=x509.DeltaCRLIndicator(1)),
        issuer.lists(
            AT, AT - HOUR, extension=x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3"), b"")
        ),
        *(
            issuer.lists(AT, AT - HOUR, extension=x509.IssuingDistributionPoint(*part))
            for part in (
                (point, None, False, False, None, False, False),  # the list of another point
                (None, None, False, True, None, False, False),  # of authorities only
                (None, None, False, False, frozenset({LOST}), False, False),
                (None, None, False, False, None, True, False),  # of other issuers, too
                (None, None, False, False, None, False, True),
            )
        ),
    ):
        assert not heard(issuer, nobodys).known
    users = x509.IssuingDistributionPoint(None, None, True, False, None, False, False)
    assert heard(issuer, issuer.lists(AT, extension=users)).known


def test_only_the_issuer_and_whom_it_asked_may_answer(issuer: Issuer) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Cavab verən")])
    may = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.OCSP_SIGNING])
    asked = issuer.certify(name, key, may)
    assert heard(issuer, issuer.answers(AT, issuer.own, issuer.key)).words == (Word(AT),)
    assert heard(issuer, issuer.answers(AT, asked, key)).words == (Word(AT),)
    revoked = {"cert_status": ocsp.OCSPCertStatus.REVOKED, "revocation_time": AT - HOUR}
    assert heard(issuer, issuer.answers(AT, asked, key, **revoked)).words == (
        Word(AT, AT - HOUR, "unspecified"),
    )
    assert not heard(issuer, issuer.answers(AT, asked, key, cert_status=ocsp.OCSPCertStatus.UNKNOWN)).known
    for responder in (
        issuer.certify(name, key),  # not asked to answer
        Issuer().certify(name, key, may),  # asked by somebody else of the same name
    ):
        assert not heard(issuer, issuer.answers(AT, responder, key)).known
    other = Issuer("Başqa")
    assert not heard(issuer, issuer.answers(AT, asked, key, issuer=other.own)).known
    refused = ocsp.OCSPResponseBuilder.build_unsuccessful(ocsp.OCSPResponseStatus.TRY_LATER)
    assert not heard(issuer, OCSPResponse.load(refused.public_bytes(Encoding.DER))).known


REVOKED = (Word(AT + 5 * HOUR, AT, "key_compromise"),)
HELD = (Word(AT + 2 * HOUR, AT, "certificate_hold"),)
RELEASED = (*HELD, Word(AT + 4 * HOUR))


@pytest.mark.parametrize(
    ("words", "hours", "proven", "forbidden"),
    [
        ((), 0, False, False),
        (REVOKED, -1, True, False),
        (REVOKED, -1, False, True),  # nobody can show that it was before
        (REVOKED, 0, True, True),
        (REVOKED, 9, True, True),
        (HELD, -1, True, False),
        (HELD, 3, True, True),
        (HELD, -1, False, True),
        (RELEASED, 3, True, True),  # signed while suspended
        (RELEASED, 4, True, False),
        (RELEASED, 1, False, False),
        ((*RELEASED, *REVOKED), 4, True, True),
    ],
)
def test_which_moments_a_word_forbids(
    words: tuple[Word, ...], hours: int, proven: bool, forbidden: bool
) -> None:
    assert Standing(words).forbids(AT + hours * HOUR, proven=proven) is forbidden


def test_a_key_given_up_for_a_harmless_reason_was_never_in_wrong_hands() -> None:
    assert Standing((Word(AT, AT - HOUR, "superseded"),)).compromised_since() is None
    assert Standing((*REVOKED, Word(AT, AT - HOUR, "unspecified"))).compromised_since() == AT - HOUR
    assert Standing(REVOKED).heard_by(AT + 5 * HOUR)
    assert not Standing(REVOKED).heard_by(AT + 6 * HOUR)
