"""Putting the issuers' words into a signed file (B-LT), so that it proves itself when they are long gone."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final

from asn1crypto import algos, ocsp
from asn1crypto.crl import CertificateList
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.dss import DocumentSecurityStore

from dost_desktop.signing.certificates import certificate_facts
from dost_desktop.signing.file_proofs import proofs_in
from dost_desktop.signing.notice_signer import ExtendingWriter
from dost_desktop.signing.proof_port import Asked, Extended, ProofServers, Silence
from dost_desktop.signing.proven_moment import stamps_on, stamps_over
from dost_desktop.signing.revocation import RevocationData
from dost_desktop.signing.trust import Trust, carried_by, trusting
from dost_desktop.signing.verify import CLOCKS_DIFFER

_MOST_ADDRESSES: Final = 3
_Link = tuple[Certificate, Certificate]


def with_proofs(
    pdf: bytes,
    *,
    roots: Sequence[bytes],
    servers: ProofServers,
    stamp_roots: Sequence[bytes] | None = None,
    within: float = 5.0,
) -> Extended:
    """``pdf`` extended by what the issuers say of every certificate its signatures and time stamps rest on.

    Only words from after the time stamp count: an earlier one says nothing of that moment. All or nothing is
    added; the bytes of ``pdf`` stay the first of the result. A file that has all its proofs comes back as it
    is. ``within``: seconds for each server. For files that we signed: their authorities' addresses are asked.
    """
    reader = PdfFileReader(io.BytesIO(pdf))
    trust = trusting(roots, stamp_roots=stamp_roots).with_proofs(proofs_in(reader))
    links, silences = asyncio.run(_wanted(reader, trust))
    found = RevocationData()
    for link, since in links:
        heard = _heard(link, since, servers, within)
        if isinstance(heard, Silence):
            silences.append((certificate_facts(link[0]).number, heard))
        else:
            found += heard
    if silences or not found:
        return Extended(pdf, tuple(silences))
    writer = ExtendingWriter(io.BytesIO(pdf))
    DocumentSecurityStore.supply_dss_in_writer(
        writer,
        None,
        certs=[each for link, _ in links for each in link],
        ocsps=found.answers,
        crls=found.lists,
    )
    output = io.BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]
    return Extended(output.getvalue())


async def _wanted(
    reader: PdfFileReader, trust: Trust
) -> tuple[list[tuple[_Link, datetime]], list[tuple[str, Silence]]]:
    """Which certificates still need a word, with its issuer and from when on; and what cannot be had."""
    over = await stamps_over(reader, trust)
    links: dict[bytes, tuple[_Link, datetime]] = {}
    lacking: list[tuple[str, Silence]] = []
    for signature in reader.embedded_regular_signatures:
        stamps = await stamps_on(signature, trust, over)
        if not stamps:
            lacking.append((certificate_facts(signature.signer_cert).number, Silence.TOO_EARLY))
            continue
        chains = [(stamps[0].moment, trust.chain(signature.signer_cert, carried_by(signature.signed_data)))]
        chains += [(each.moment, trust.chain(each.certificate, each.others)) for each in stamps]
        for moment, chain in chains:
            since = moment - CLOCKS_DIFFER
            for certificate, issuer in chain:
                if issuer is None:
                    lacking.append((certificate_facts(certificate).number, Silence.NO_ADDRESS))
                elif not trust.revocation.standing(certificate, issuer).heard_by(since):
                    links[certificate.sha256] = ((certificate, issuer), since)
    return list(links.values()), lacking


def _heard(link: _Link, since: datetime, servers: ProofServers, within: float) -> RevocationData | Silence:
    """The issuer's own word from ``since`` on: an answer to our question, else its list."""
    silence = Silence.NO_ADDRESS
    for address in _answering(link[0]):
        answer = servers.ask(address, _question(link), asked=Asked.REVOCATION_ANSWER, within=within)
        heard = _checked(answer, link, since)
        if isinstance(heard, RevocationData):
            return heard
        silence = heard
    for address in _listing(link[0]):
        answer = servers.ask(address, b"", asked=Asked.REVOCATION_LIST, within=within)
        heard = _checked(answer, link, since, is_list=True)
        if isinstance(heard, RevocationData):
            return heard
        silence = heard
    return silence


def _checked(
    answer: bytes | Silence, link: _Link, since: datetime, *, is_list: bool = False
) -> RevocationData | Silence:
    if isinstance(answer, Silence):
        return answer
    try:
        data = (
            RevocationData(lists=(CertificateList.load(answer, strict=True),))
            if is_list
            else RevocationData(answers=(ocsp.OCSPResponse.load(answer, strict=True),))
        )
    except (ValueError, TypeError):  # neither an answer nor a list
        return Silence.WRONG
    standing = data.standing(*link)
    if not standing.known:
        return Silence.WRONG
    return data if standing.heard_by(since) else Silence.TOO_EARLY


def _question(link: _Link) -> bytes:
    certificate, issuer = link
    about = {
        "hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha1"}),  # the one every server knows
        "issuer_name_hash": issuer.subject.sha1,
        "issuer_key_hash": issuer.public_key.sha1,
        "serial_number": certificate.serial_number,
    }
    request = ocsp.Request({"req_cert": ocsp.CertId(about)})
    asked: bytes = ocsp.OCSPRequest({"tbs_request": {"request_list": [request]}}).dump()
    return asked


def _answering(certificate: Certificate) -> list[str]:
    return list(_http(certificate.ocsp_urls))


def _listing(certificate: Certificate) -> list[str]:
    return list(_http(point.url for point in certificate.crl_distribution_points))


def _http(addresses: Iterable[str | None]) -> Iterator[str]:
    usable = [each for each in addresses if each and each.lower().startswith(("http://", "https://"))]
    yield from usable[:_MOST_ADDRESSES]
