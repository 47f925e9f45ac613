"""When a signature surely existed: the earliest time stamp on it or over it that we believe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from asn1crypto.cms import ContentInfo
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter, message_imprint_checker
from pyhanko.sign.validation.status import SignatureCoverageLevel

from dost_desktop.signing.time_stamps import Stamp, believed
from dost_desktop.signing.trust import Trust

_WHOLE: Final = frozenset({SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION})


@dataclass(frozen=True, slots=True)
class StampOver:
    """A time stamp that we believe, over the whole file as it was at ``revision``."""

    stamp: Stamp
    revision: int


async def stamps_over(reader: PdfFileReader, trust: Trust) -> tuple[StampOver, ...]:
    """The believed time stamps over the file, the newest first: each is upheld by those after it."""
    found: list[StampOver] = []
    for each in reversed(reader.embedded_timestamp_signatures):
        stamp = await _over(each, trust, [later.stamp for later in found])
        if stamp:
            found.append(StampOver(stamp, each.signed_revision))
    return tuple(found)


async def _over(signature: EmbeddedPdfSignature, trust: Trust, later: Sequence[Stamp]) -> Stamp | None:
    try:
        signature.compute_integrity_info(skip_diff=True)  # type: ignore[no-untyped-call]
        if signature.coverage not in _WHOLE or has_stowaways(signature):
            return None
        return await _upheld(signature.signed_data, signature.compute_digest, trust, later)
    except Exception:  # noqa: BLE001 - a stamp made to break the parser proves nothing
        return None


async def stamps_on(
    signature: EmbeddedPdfSignature, trust: Trust, over: Sequence[StampOver]
) -> tuple[Stamp, ...]:
    """The believed stamps on this signature: beside it, or over the file that holds it; the earliest first."""
    later = [each.stamp for each in over if each.revision >= signature.signed_revision]
    found = list(later)
    for token in extract_tst_data_iter(signature.signer_info, signed=False):
        stamp = await _beside(token, signature, trust, later)
        found += [stamp] if stamp else []
    return tuple(sorted(found, key=_moment))


async def _beside(
    token: Any, signature: EmbeddedPdfSignature, trust: Trust, later: Sequence[Stamp]
) -> Stamp | None:
    try:
        return await _upheld(token, message_imprint_checker(signature.signer_info), trust, later)
    except Exception:  # noqa: BLE001 - a stamp made to break the parser proves nothing
        return None


async def _upheld(token: Any, imprint: Any, trust: Trust, later: Sequence[Stamp]) -> Stamp | None:
    """The stamp, unless its certificate was out of force, or its key lost with nothing to show it was earlier."""
    stamp = await believed(token, trust.stamp_roots, imprint)
    if stamp is None:
        return None
    for standing in trust.standings(stamp.certificate, stamp.others):
        if standing.forbids(stamp.moment, proven=True):
            return None
        lost = standing.compromised_since()
        if lost and not any(each.moment < lost for each in later):
            return None
    return stamp


def has_stowaways(signature: EmbeddedPdfSignature) -> bool:
    """Whether the room behind the signature's value, which no signature covers, holds anything but zeros."""
    content = signature.pkcs7_content
    return any(content[len(ContentInfo.load(content).dump()) :])


def _moment(stamp: Stamp) -> datetime:
    return stamp.moment
