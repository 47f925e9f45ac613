"""Verifying a signed file in the three stages the law names, however hostile the file (facts 7.4).

A file may come from anybody, so whatever its bytes do to the parser becomes a verdict, never a crash.
"""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.pdf_embedded import async_validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel

from dost_desktop.signing.certificates import certificate_facts
from dost_desktop.signing.changes import changes_since, reads_alike
from dost_desktop.signing.facts import (
    CertificateFacts,
    Finding,
    Level,
    Problem,
    SignatureFacts,
    Stage,
    Verdict,
)
from dost_desktop.signing.file_proofs import FileProofs, proofs_in
from dost_desktop.signing.proven_moment import StampOver, has_stowaways, stamps_on, stamps_over
from dost_desktop.signing.revocation import Standing
from dost_desktop.signing.time_stamps import Stamp
from dost_desktop.signing.trust import Trust, carried_by, trusting

CLOCKS_DIFFER: Final = timedelta(minutes=5)  # between an issuer's words and a time stamp
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


def verify_file(
    pdf: bytes,
    trust_roots: Sequence[bytes],
    *,
    stamp_roots: Sequence[bytes] | None = None,
    revocation_lists: Sequence[bytes] = (),
    now: datetime | None = None,
) -> Verdict:
    """What can be said of ``pdf``: every signature in it, in three stages; never raises for its content.

    ``trust_roots`` are certificates (DER or PEM), ``stamp_roots`` those of time stamps (the same ones where
    None), ``revocation_lists`` DER. ``now`` (time zone aware) refuses signatures that claim a later moment.
    """
    # pyHanko logs the names in certificates; ours is an answer, not a log
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    if len(pdf) > _LARGEST_FILE:
        return Verdict(file_problem=Problem.TOO_LARGE)
    if b"%PDF-" not in pdf[:_HEADER_WITHIN]:
        return Verdict(file_problem=Problem.NOT_PDF)
    trust = trusting(trust_roots, stamp_roots=stamp_roots, revocation_lists=revocation_lists, now=now)
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        if reader.encrypted:
            return Verdict(file_problem=Problem.ENCRYPTED)
        signatures = list(reader.embedded_regular_signatures)
        filled = sum(1 for _ in enumerate_sig_fields(reader, filled_status=True))
        unknown = filled - len(signatures) - len(reader.embedded_timestamp_signatures)
    except Exception:  # noqa: BLE001 - hostile bytes can break the parser in any way; the verdict says so
        return Verdict(file_problem=Problem.DAMAGED)
    if not signatures and not unknown:
        return Verdict(file_problem=Problem.UNSIGNED)
    return asyncio.run(_verdict(reader, signatures, unknown, trust, pdf))


async def _verdict(
    reader: PdfFileReader,
    signatures: Sequence[EmbeddedPdfSignature],
    unknown: int,
    trust: Trust,
    pdf: bytes,
) -> Verdict:
    try:
        proofs = proofs_in(reader)
    except Exception:  # noqa: BLE001 - a store made to break the parser is none
        proofs = FileProofs()
    trust = trust.with_proofs(proofs)
    over = await stamps_over(reader, trust)
    judged = [await _judged(each, trust, proofs, over, pdf) for each in signatures]
    return Verdict(
        (*judged, *[_NOTHING_KNOWN] * unknown)
    )  # a kind of signature that nobody can check is none


async def _judged(
    signature: EmbeddedPdfSignature, trust: Trust, proofs: FileProofs, over: Sequence[StampOver], pdf: bytes
) -> SignatureFacts:
    try:
        certificate = signature.signer_cert
        facts = certificate_facts(certificate)
        stamps = await stamps_on(signature, trust, over)
        proven = stamps[0].moment if stamps else None
        moment = proven or _utc(signature.self_reported_timestamp)
        status = await async_validate_pdf_signature(
            signature, trust.at(moment or facts.valid_from), key_usage_settings=_USAGE
        )
        standings = trust.standings(certificate, carried_by(signature.signed_data))
        change = _change(status, signature, pdf)
        found = (
            Finding(Stage.OWNER, _owner_problem(status)),
            Finding(Stage.MOMENT, _moment_problem(facts, standings, moment, trust.now, proven=bool(proven))),
            Finding(Stage.UNCHANGED, change),
        )
        return SignatureFacts(
            signer=facts.subject,
            certificate_no=facts.number,
            issuer=facts.issuer,
            signed_at=moment,
            time_proven=bool(proven),
            revocation_known=standings[0].known if standings else False,
            extended=status.modification_level is ModificationLevel.LTA_UPDATES,
            findings=found,
            level=_level(signature, trust, proofs, stamps, over),
            stamp_until=_ends(stamps),
            changes=changes_since(signature.reader, signature.signed_revision)
            if change is Problem.CHANGED_AFTERWARDS
            else (),
        )
    except Exception:  # noqa: BLE001 - a signature made to break the parser is a damaged one
        return _NOTHING_KNOWN


def _utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment else None


def _ends(stamps: Sequence[Stamp]) -> datetime | None:
    return max((certificate_facts(each.certificate).valid_until for each in stamps), default=None)


def _level(
    signature: EmbeddedPdfSignature,
    trust: Trust,
    proofs: FileProofs,
    stamps: Sequence[Stamp],
    over: Sequence[StampOver],
) -> Level:
    """How far the proof reaches that the file itself carries."""
    if not stamps:
        return Level.SIGNED
    if not _speaks_for_itself(signature, trust, proofs, stamps):
        return Level.STAMPED
    archived = any(
        _speaks_for_itself(signature, trust, proofs_in(signature.reader, each.revision), stamps)
        for each in over
        if each.revision > signature.signed_revision
    )
    return Level.ARCHIVED if archived else Level.PROVEN


def _speaks_for_itself(
    signature: EmbeddedPdfSignature, trust: Trust, proofs: FileProofs, stamps: Sequence[Stamp]
) -> bool:
    """Whether the file holds the issuers' words, from after the moment, on the signer and the first stamp."""
    own = Trust(trust.roots, trust.stamp_roots, proofs.revocation, others=trust.others)
    first = stamps[0]
    chains = (
        own.standings(signature.signer_cert, carried_by(signature.signed_data)),
        own.standings(first.certificate, first.others),
    )
    asked_from = first.moment - CLOCKS_DIFFER
    return all(standing.heard_by(asked_from) for chain in chains for standing in chain)


def _owner_problem(status: PdfSignatureStatus) -> Problem | None:
    if not status.valid:
        return Problem.SIGNATURE_FORGED
    indication = status.trust_problem_indic
    if indication is None or indication in _OF_THE_MOMENT:
        return None
    return _OWNER_PROBLEMS.get(indication, Problem.ISSUER_UNKNOWN)


def _moment_problem(
    facts: CertificateFacts,
    standings: Sequence[Standing],
    moment: datetime | None,
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
    revoked = any(standing.forbids(moment, proven=proven) for standing in standings)
    return Problem.REVOKED if revoked else None


def _change(status: PdfSignatureStatus, signature: EmbeddedPdfSignature, pdf: bytes) -> Problem | None:
    if not status.intact or has_stowaways(signature):
        return Problem.BYTES_CHANGED
    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return None
    if status.coverage is not SignatureCoverageLevel.ENTIRE_REVISION:
        return Problem.NOT_WHOLE_FILE
    if status.modification_level not in {ModificationLevel.NONE, ModificationLevel.LTA_UPDATES}:
        return Problem.CHANGED_AFTERWARDS
    untouched = not _has_loose_tail(signature, pdf) and reads_alike(pdf)
    return None if untouched else Problem.CHANGED_AFTERWARDS


def _has_loose_tail(signature: EmbeddedPdfSignature, pdf: bytes) -> bool:
    """Whether bytes stand behind the signed revision without being a revision of the file."""
    if signature.reader.xrefs.total_revisions > signature.signed_revision + 1:
        return False
    start, length = list(signature.byte_range)[2:]
    return bool(pdf[int(start) + int(length) :].strip())
