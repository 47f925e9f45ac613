"""Verifying a signed file in the three stages the law names, however hostile the file (facts 7.4).

A file may come from anybody, so whatever its bytes do to the parser becomes a verdict, never a crash.
"""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from asn1crypto.cms import ContentInfo
from asn1crypto.crl import CertificateList
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko.sign.validation.pdf_embedded import async_validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from dost_desktop.signing.certificates import certificate_facts, certificates_in
from dost_desktop.signing.facts import (
    CertificateFacts,
    Finding,
    Problem,
    SignatureFacts,
    Stage,
    Verdict,
)

_LARGEST_FILE: Final = 50_000_000
_HEADER_WITHIN: Final = 1024
_USAGE: Final = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})
_OWNER_PROBLEMS: Final[dict[object, Problem]] = {
    AdESIndeterminate.CHAIN_CONSTRAINTS_FAILURE: Problem.NOT_FOR_SIGNING,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE: Problem.WEAK_ALGORITHM,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE: Problem.WEAK_ALGORITHM,
}
_OF_THE_MOMENT: Final[frozenset[object]] = frozenset(
    {
        AdESIndeterminate.OUT_OF_BOUNDS_NO_POE,
        AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED,
        AdESIndeterminate.REVOKED_NO_POE,
        AdESIndeterminate.REVOKED_CA_NO_POE,
    }
)
_NOTHING_KNOWN: Final = SignatureFacts(
    signer="",
    certificate_no="",
    issuer="",
    signed_at=None,
    time_proven=False,
    revocation_known=False,
    extended=False,
    findings=tuple(Finding(stage, Problem.SIGNATURE_DAMAGED) for stage in Stage),
)


@dataclass(frozen=True, slots=True)
class Trust:
    """Whom we trust and what we know of revoked certificates."""

    roots: tuple[Certificate, ...]
    revocation_lists: tuple[CertificateList, ...]
    now: datetime | None  # a signature may not claim a later moment

    def at(self, moment: datetime) -> ValidationContext:
        """What pyHanko asks, as of ``moment``; it never goes to the network."""
        return ValidationContext(
            trust_roots=list(self.roots),
            crls=list(self.revocation_lists),
            moment=moment,
            allow_fetching=False,
            revocation_mode="soft-fail",
            retroactive_revinfo=True,
        )

    def revoked_on(self, certificate: Certificate) -> tuple[bool, datetime | None]:
        """Whether a list of the certificate's issuer is there, and since when it names the certificate."""
        known, since = False, None
        for listed in self.revocation_lists:
            if listed.issuer != certificate.issuer:
                continue
            known = True
            for entry in listed["tbs_cert_list"]["revoked_certificates"] or ():
                if entry["user_certificate"].native == certificate.serial_number:
                    since = entry["revocation_date"].native
        return known, since


def verify_file(
    pdf: bytes,
    trust_roots: Sequence[bytes],
    *,
    revocation_lists: Sequence[bytes] = (),
    now: datetime | None = None,
) -> Verdict:
    """What can be said of ``pdf``: every signature in it, in three stages; never raises for its content.

    ``trust_roots`` are certificates (DER or PEM), ``revocation_lists`` DER. ``now`` (time zone aware) refuses
    signatures that claim a later moment.
    """
    # pyHanko logs the names in certificates; ours is an answer, not a log
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    if len(pdf) > _LARGEST_FILE:
        return Verdict(file_problem=Problem.TOO_LARGE)
    if b"%PDF-" not in pdf[:_HEADER_WITHIN]:
        return Verdict(file_problem=Problem.NOT_PDF)
    trust = Trust(
        tuple(certificate for content in trust_roots for certificate in certificates_in(content)),
        tuple(CertificateList.load(content) for content in revocation_lists),
        now,
    )
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        if reader.encrypted:
            return Verdict(file_problem=Problem.ENCRYPTED)
        signatures = list(reader.embedded_regular_signatures)
    except Exception:  # noqa: BLE001 - hostile bytes can break the parser in any way; the verdict says so
        return Verdict(file_problem=Problem.DAMAGED)
    if not signatures:
        return Verdict(file_problem=Problem.UNSIGNED)
    return Verdict(tuple(_judged(signature, trust, pdf) for signature in signatures))


def _judged(signature: EmbeddedPdfSignature, trust: Trust, pdf: bytes) -> SignatureFacts:
    try:
        certificate = signature.signer_cert
        facts = certificate_facts(certificate)
        claimed = _utc(signature.self_reported_timestamp)
        stamp_says = _stamp_says(signature)
        status = _status(signature, trust, claimed or facts.valid_from, stamp_says)
        stamped = _stamped(status)
        if stamped:
            status = _status(signature, trust, stamped, stamped)
        moment = stamped or claimed
        known, since = trust.revoked_on(certificate)
        moment_problem = _moment_problem(facts, status, moment, since, trust.now, proven=bool(stamped))
        findings = (
            Finding(Stage.OWNER, _owner_problem(status)),
            Finding(Stage.MOMENT, moment_problem),
            Finding(Stage.UNCHANGED, _change(status, signature, pdf)),
        )
    except Exception:  # noqa: BLE001 - a signature made to break the parser is a damaged one
        return _NOTHING_KNOWN
    return SignatureFacts(
        signer=facts.subject,
        certificate_no=facts.number,
        issuer=facts.issuer,
        signed_at=moment,
        time_proven=bool(stamped),
        revocation_known=known,
        extended=status.modification_level is ModificationLevel.LTA_UPDATES,
        findings=findings,
    )


def _status(
    signature: EmbeddedPdfSignature, trust: Trust, moment: datetime, stamp_says: datetime | None
) -> PdfSignatureStatus:
    """What pyHanko finds as of ``moment``; a time stamp's own certificate as of what the stamp says."""
    return asyncio.run(
        async_validate_pdf_signature(
            signature,
            trust.at(moment),
            ts_validation_context=trust.at(stamp_says) if stamp_says else None,
            key_usage_settings=_USAGE,
        )
    )


def _stamp_says(signature: EmbeddedPdfSignature) -> datetime | None:
    """The moment in an attached time stamp, trusted or not; the last one counts."""
    moment = None
    for token in extract_tst_data_iter(signature.signer_info, signed=False):
        moment = token["encap_content_info"]["content"].parsed["gen_time"].native
    return _utc(moment)


def _stamped(status: PdfSignatureStatus) -> datetime | None:
    """The moment a trusted time stamp proves."""
    stamp = status.timestamp_validity
    return stamp.timestamp.astimezone(UTC) if stamp and stamp.intact and stamp.trusted else None


def _utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment else None


def _owner_problem(status: PdfSignatureStatus) -> Problem | None:
    if not status.valid:
        return Problem.SIGNATURE_FORGED
    indication = status.trust_problem_indic
    if indication is None or indication in _OF_THE_MOMENT:
        return None
    return _OWNER_PROBLEMS.get(indication, Problem.ISSUER_UNKNOWN)


def _moment_problem(
    facts: CertificateFacts,
    status: PdfSignatureStatus,
    moment: datetime | None,
    revoked_since: datetime | None,
    now: datetime | None,
    *,
    proven: bool,
) -> Problem | None:
    if moment is None:
        return Problem.TIME_MISSING
    if now and moment > now:
        return Problem.TIME_IN_FUTURE
    if moment < facts.valid_from:
        return Problem.NOT_YET_VALID
    if moment > facts.valid_until:
        return Problem.EXPIRED
    # without a time stamp nobody can prove that the signature came before the revocation
    late = revoked_since is not None and (not proven or revoked_since <= moment)
    return Problem.REVOKED if late or status.revoked else None


def _change(status: PdfSignatureStatus, signature: EmbeddedPdfSignature, pdf: bytes) -> Problem | None:
    if not status.intact or _has_stowaways(signature):
        return Problem.BYTES_CHANGED
    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return None
    if status.coverage is not SignatureCoverageLevel.ENTIRE_REVISION:
        return Problem.NOT_WHOLE_FILE
    if status.modification_level not in {ModificationLevel.NONE, ModificationLevel.LTA_UPDATES}:
        return Problem.CHANGED_AFTERWARDS
    return Problem.CHANGED_AFTERWARDS if _has_loose_tail(signature, pdf) else None


def _has_stowaways(signature: EmbeddedPdfSignature) -> bool:
    """Whether the room behind the signature's value, which no signature covers, holds anything but zeros."""
    content = signature.pkcs7_content
    return any(content[len(ContentInfo.load(content).dump()) :])


def _has_loose_tail(signature: EmbeddedPdfSignature, pdf: bytes) -> bool:
    """Whether bytes stand behind the signed revision without being a revision of the file."""
    if signature.reader.xrefs.total_revisions > signature.signed_revision + 1:
        return False
    start, length = list(signature.byte_range)[2:]
    return bool(pdf[int(start) + int(length) :].strip())
