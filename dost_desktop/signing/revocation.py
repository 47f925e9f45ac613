"""What issuers say about their certificates: revoked or suspended, since when, and as of when they said so.

Only words that the issuer itself signed count, whoever hands them over: a list may come out of a hostile file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from typing import Any, Final, TypeVar

from asn1crypto.crl import CertificateList
from asn1crypto.ocsp import OCSPResponse
from asn1crypto.x509 import Certificate
from cryptography.exceptions import InvalidSignature
from pyhanko_certvalidator.errors import PSSParameterMismatch
from pyhanko_certvalidator.sig_validate import DefaultSignatureValidator

T = TypeVar("T", CertificateList, OCSPResponse)

_SIGNATURES: Final = DefaultSignatureValidator()
_WEAK: Final = frozenset({"md2", "md4", "md5", "sha1"})
_KEYS: Final = {"rsassa_pkcs1v15": "rsa", "rsassa_pss": "rsa", "ecdsa": "ec"}
_HOLD: Final = "certificate_hold"
_HARMLESS: Final = frozenset({"affiliation_changed", "superseded", "cessation_of_operation"})
_KNOWN_EXTENSIONS: Final = frozenset({"issuing_distribution_point", "crl_number", "authority_key_identifier"})


@dataclass(frozen=True, slots=True)
class Word:
    """One authentic statement on one certificate; times in UTC. ``since`` is None: not revoked."""

    as_of: datetime
    since: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """All that is known of one certificate's revocation."""

    words: tuple[Word, ...] = ()

    @property
    def known(self) -> bool:
        """Whether the issuer was heard at all."""
        return bool(self.words)

    def heard_by(self, moment: datetime) -> bool:
        """Whether the issuer said anything at or after ``moment``: only such a word can speak of it."""
        return any(word.as_of >= moment for word in self.words)

    def forbids(self, moment: datetime | None, *, proven: bool) -> bool:
        """Whether a signature of ``moment`` does not count.

        Without a ``proven`` moment nobody can show that the signature came before the revocation.
        """
        for since, until in self._spans():
            if not proven or moment is None:
                if until is None:
                    return True
            elif since <= moment and (until is None or moment < until):
                return True
        return False

    def compromised_since(self) -> datetime | None:
        """When the key may have come into wrong hands; None where it was given up for a harmless reason."""
        return min((w.since for w in self.words if w.since and w.reason not in _HARMLESS), default=None)

    def _spans(self) -> Iterator[tuple[datetime, datetime | None]]:
        """From when until when the certificate was out of force: for ever, or while it was suspended."""
        for word in self.words:
            if word.since and word.reason != _HOLD:
                yield word.since, None
            elif word.since:
                released = [w.as_of for w in self.words if w.since is None and w.as_of > word.as_of]
                yield word.since, min(released, default=None)


@dataclass(frozen=True, slots=True)
class RevocationData:
    """Lists (CRL) and answers (OCSP), authentic or not; `standing` believes the authentic ones."""

    lists: tuple[CertificateList, ...] = ()
    answers: tuple[OCSPResponse, ...] = ()
    _heard: dict[tuple[bytes, bytes], Standing] = field(default_factory=dict, compare=False)

    def __bool__(self) -> bool:
        """Whether there is anything to ask."""
        return bool(self.lists or self.answers)

    def __add__(self, other: RevocationData) -> RevocationData:
        """Both together."""
        return RevocationData(self.lists + other.lists, self.answers + other.answers)

    def standing(self, certificate: Certificate, issuer: Certificate | None) -> Standing:
        """What is known of ``certificate``, said by its ``issuer``; a broken list or answer says nothing."""
        if issuer is None or not self:
            return Standing()
        key = (certificate.sha256, issuer.sha256)
        if key not in self._heard:
            listing = (_words(listed, each, certificate, issuer) for each in self.lists)
            answering = (_words(answered, each, certificate, issuer) for each in self.answers)
            self._heard[key] = Standing(tuple(chain.from_iterable((*listing, *answering))))
        return self._heard[key]


def _words(
    told: Callable[[T, Certificate, Certificate], Iterator[Word]],
    by: T,
    certificate: Certificate,
    issuer: Certificate,
) -> tuple[Word, ...]:
    try:
        return tuple(told(by, certificate, issuer))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):  # parsed as we go: it is none
        return ()


def issuer_of(certificate: Certificate, among: Sequence[Certificate]) -> Certificate | None:
    """The one whose key signed ``certificate``."""
    for each in among:
        if each.subject == certificate.issuer and is_signed_by(
            each,
            certificate["signature_algorithm"],
            certificate["signature_value"].native,
            certificate["tbs_certificate"].dump(),
        ):
            return each
    return None


def is_signed_by(signer: Certificate, algorithm: Any, signature: bytes, content: bytes) -> bool:
    """Whether ``signer``'s key made this signature, with an algorithm that still holds."""
    key = signer.public_key
    try:
        if algorithm.hash_algo in _WEAK or _KEYS.get(algorithm.signature_algo) != key.algorithm:
            return False
        _SIGNATURES.validate_signature(signature, content, key, algorithm)
    except (InvalidSignature, PSSParameterMismatch, ValueError, TypeError, NotImplementedError):
        return False
    return True


def listed(crl: CertificateList, certificate: Certificate, issuer: Certificate) -> Iterator[Word]:
    """What a revocation list says of ``certificate``, where it is authentic and speaks of such."""
    if crl.issuer != issuer.subject or not _speaks_of(crl, certificate):
        return
    body = crl["tbs_cert_list"]
    if not is_signed_by(issuer, crl["signature_algorithm"], crl["signature"].native, body.dump()):
        return
    as_of = body["this_update"].native.astimezone(UTC)
    for entry in body["revoked_certificates"] or ():
        if entry["user_certificate"].native == certificate.serial_number:
            reason = entry.crl_reason_value.native if entry.crl_reason_value else "unspecified"
            yield Word(as_of, entry["revocation_date"].native.astimezone(UTC), reason)
            return
    yield Word(as_of)


def _speaks_of(crl: CertificateList, certificate: Certificate) -> bool:
    """Whether the list covers this kind of certificate, all reasons, and is not a mere difference."""
    if crl.delta_crl_indicator_value is not None or not crl.critical_extensions <= _KNOWN_EXTENSIONS:
        return False
    part = crl.issuing_distribution_point_value
    if part is None:
        return True
    if part["indirect_crl"].native or part["only_contains_attribute_certs"].native:
        return False
    if part["only_some_reasons"].native is not None:
        return False
    if part["only_contains_ca_certs" if not certificate.ca else "only_contains_user_certs"].native:
        return False
    named = part["distribution_point"].native
    points = certificate.crl_distribution_points_value
    return named is None or any(set(named) & set(each["distribution_point"].native) for each in points or ())


def answered(response: OCSPResponse, certificate: Certificate, issuer: Certificate) -> Iterator[Word]:
    """What an OCSP answer says of ``certificate``, where it is authentic."""
    if response["response_status"].native != "successful":
        return
    basic = response.basic_ocsp_response
    body = basic["tbs_response_data"]
    produced = body["produced_at"].native
    signers = [issuer, *(each for each in basic["certs"] or () if _may_answer(each, issuer, produced))]
    made = (basic["signature_algorithm"], basic["signature"].native, body.dump())
    if not any(is_signed_by(each, *made) for each in signers):
        return
    for single in body["responses"]:
        if not _is_about(single["cert_id"], certificate, issuer):
            continue
        as_of = single["this_update"].native.astimezone(UTC)
        status = single["cert_status"]
        if status.name == "good":
            yield Word(as_of)
        elif status.name == "revoked":
            since = status.chosen["revocation_time"].native.astimezone(UTC)
            yield Word(as_of, since, status.chosen["revocation_reason"].native or "unspecified")


def _may_answer(responder: Certificate, issuer: Certificate, at: datetime) -> bool:
    """Whether the issuer gave this certificate the right to answer for it."""
    purposes = responder.extended_key_usage_value
    return (
        purposes is not None
        and "ocsp_signing" in purposes.native
        and responder.not_valid_before <= at <= responder.not_valid_after
        and issuer_of(responder, [issuer]) is not None
    )


def _is_about(asked: Any, certificate: Certificate, issuer: Certificate) -> bool:
    algorithm = asked["hash_algorithm"]["algorithm"].native
    if algorithm not in {"sha1", "sha256", "sha384", "sha512"}:
        return False
    name = hashlib.new(algorithm, issuer.subject.dump()).digest()
    key = hashlib.new(algorithm, bytes(issuer.public_key["public_key"])).digest()
    return bool(
        asked["serial_number"].native == certificate.serial_number
        and asked["issuer_name_hash"].native == name
        and asked["issuer_key_hash"].native == key
    )
