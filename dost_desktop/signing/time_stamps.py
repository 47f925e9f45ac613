"""Asking for time stamps (RFC 3161) and believing only those that hold; a silent server never stops a notice."""

from __future__ import annotations

import asyncio
import io
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final

from asn1crypto import algos, cms, tsp
from asn1crypto.x509 import Certificate
from pyhanko.sign.attributes import CMSAttributeProvider, UnsignedAttributeProviderSpec
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko.sign.validation.status import TimestampSignatureStatus
from pyhanko_certvalidator import ValidationContext

from dost_desktop.signing.certificates import certificates_in
from dost_desktop.signing.notice_signer import ExtendingWriter
from dost_desktop.signing.proof_port import Asked, Silence, TimeStampService

ROOM: Final = 10_000  # bytes kept for a stamp: two or three certificates with large keys come along
_FIELD: Final = "TimeStamp"
_GRANTED: Final = frozenset({"granted", "granted_with_mods"})


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time stamp that was checked: its moment (UTC) and the certificate it was made with."""

    moment: datetime
    certificate: Certificate
    others: tuple[Certificate, ...]


async def asked_stamp(digest: bytes, service: TimeStampService) -> cms.ContentInfo | Silence:
    """A stamp on this SHA-256, checked: for this question, on this digest, from an authority we believe."""
    number = secrets.randbits(63) | 1 << 62
    question = tsp.TimeStampReq(
        {
            "version": 1,
            "message_imprint": tsp.MessageImprint(
                {
                    "hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}),
                    "hashed_message": digest,
                }
            ),
            "cert_req": True,
            "nonce": number,
        }
    )
    answer = service.servers.ask(
        service.address, question.dump(), asked=Asked.TIME_STAMP, within=service.within
    )
    if isinstance(answer, Silence):
        return answer
    try:
        said = tsp.TimeStampResp.load(answer, strict=True)
        if said["status"]["status"].native not in _GRANTED:
            return Silence.REFUSED
        token = said["time_stamp_token"]
        told = token["content"]["encap_content_info"]["content"].parsed
        roots = [each for content in service.roots for each in certificates_in(content)]
        same = told["nonce"].native == number
        if (
            not same
            or len(token.dump()) > ROOM
            or await believed(token["content"], roots, lambda _: digest) is None
        ):
            return Silence.WRONG
    except (ValueError, TypeError, KeyError, AttributeError):  # no time stamp reply at all
        return Silence.WRONG
    return token


async def believed(
    token: cms.SignedData, roots: Iterable[Certificate], imprint: Callable[[str], bytes]
) -> Stamp | None:
    """The moment a stamp proves: on ``imprint``, genuine, from an authority under ``roots`` at that moment.

    ``imprint`` gives the digest by the name of its algorithm. None where it proves nothing.
    """
    moment = token["encap_content_info"]["content"].parsed["gen_time"].native.astimezone(UTC)
    context = ValidationContext(trust_roots=list(roots), moment=moment, allow_fetching=False)
    found: dict[str, Any] = await validate_tst_signed_data(token, context, imprint)
    status = TimestampSignatureStatus(**found)
    if not (status.intact and status.valid and status.trusted):
        return None
    others = [each.chosen for each in token["certificates"] if each.name == "certificate"]
    return Stamp(moment, status.signing_cert, tuple(others))


class StampIfAnswered(UnsignedAttributeProviderSpec):
    """Puts a stamp beside a fresh signature (B-T); where there is none, the signature stays as it is (B-B)."""

    def __init__(self, service: TimeStampService) -> None:
        self._service = service
        self.silence: Silence | None = None

    def unsigned_attr_providers(
        self,
        signature: bytes,
        signed_attrs: cms.CMSAttributes,  # noqa: ARG002 - pyHanko's word
        digest_algorithm: str,  # noqa: ARG002
    ) -> Iterator[CMSAttributeProvider]:
        """pyHanko asks for it once the signature is made."""
        yield _Beside(self, signature)

    async def stamp_on(self, signature: bytes) -> cms.ContentInfo | None:
        """The stamp; None, with the reason kept, where nobody answered."""
        answer = await asked_stamp(sha256(signature).digest(), self._service)
        if isinstance(answer, Silence):
            self.silence = answer
            return None
        return answer


class _Beside(CMSAttributeProvider):
    attribute_type = "signature_time_stamp_token"

    def __init__(self, stamps: StampIfAnswered, signature: bytes) -> None:
        self._stamps, self._signature = stamps, signature

    async def build_attr_value(self, dry_run: bool = False) -> cms.ContentInfo | None:  # noqa: ARG002 - pyHanko's word
        return await self._stamps.stamp_on(self._signature)


class _Unanswered(Exception):
    """Carries the silence out of pyHanko's loop."""

    def __init__(self, silence: Silence) -> None:
        super().__init__(silence.value)
        self.silence = silence


class _Asking(TimeStamper):
    def __init__(self, service: TimeStampService) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._service = service

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        if md_algorithm != "sha256":
            raise ValueError(md_algorithm)
        answer = await asked_stamp(message_digest, self._service)
        if isinstance(answer, Silence):
            raise _Unanswered(answer)
        return answer


def with_time_stamp(pdf: bytes, service: TimeStampService) -> bytes | Silence:
    """``pdf`` extended by a time stamp over all of it: its bytes stay the first bytes of the result.

    Makes B-T of a signature that had none, and B-LTA of one with its proofs; repeated before the last
    stamp's certificate ends, it keeps the proof alive.
    """
    writer = ExtendingWriter(io.BytesIO(pdf))
    taken = {name for name, _, _ in enumerate_sig_fields(writer)}
    name = next(n for number in range(1, len(taken) + 2) if (n := f"{_FIELD}{number}") not in taken)
    stamper = PdfTimeStamper(_Asking(service), field_name=name)
    try:
        output = asyncio.run(stamper.async_timestamp_pdf(writer, "sha256", bytes_reserved=2 * ROOM))
    except _Unanswered as unanswered:
        return unanswered.silence
    output.seek(0)
    return bytes(output.read())
