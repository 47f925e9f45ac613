"""Files that somebody may hold against the public page: one notice really signed, and what can become of it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pikepdf
from asn1crypto.crl import CertificateList
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.validation.dss import DocumentSecurityStore

from dost_desktop.signing.pkcs12_signer import Pkcs12Signer
from dost_desktop.signing.practice_pki import PracticeAuthority
from reports.documents import refusal_notice
from tests.reports.letters import a_refusal
from tests.signing.conftest import AGENT, PIN
from tests.signing.extended_files import lay_over, updated


@dataclass(frozen=True, slots=True)
class Uploads:
    """Everything under one practice authority; ``stranger`` is signed under another one."""

    root: bytes
    unsigned: bytes
    signed: bytes
    extended: bytes  # with the issuer's list behind it
    covered: bytes  # with a note over the page behind it
    other: bytes
    stranger: bytes
    locked: bytes
    revoked: bytes  # the issuer's list that names the signer of ``signed``


def make_uploads(folder: Path, at: datetime) -> Uploads:
    authority = PracticeAuthority.opened_or_made(folder / "ours", at)
    signer = Pkcs12Signer(authority.issue(AGENT, PIN, at=at), PIN)
    strange = PracticeAuthority.opened_or_made(folder / "strange", at)
    stranger = Pkcs12Signer(strange.issue("<b>Yad</b> Şəxs", PIN, at=at), PIN)
    serial = signer.certificate_of_signer().number.replace(" ", "")
    unsigned = refusal_notice(a_refusal())
    signed = signer.sign(unsigned, at=at)
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(unsigned)) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    return Uploads(
        root=authority.root_file.read_bytes(),
        unsigned=unsigned,
        signed=signed,
        extended=with_list(signed, authority.revocation_list([], at=at)),
        covered=updated(signed, lay_over),
        other=signer.sign(unsigned, at=at, reason="Başqa cavab"),
        stranger=stranger.sign(unsigned, at=at),
        locked=locked.getvalue(),
        revoked=authority.revocation_list([int(serial, 16)], at=at),
    )


def with_list(signed: bytes, revocation_list: bytes) -> bytes:
    """The signed file with its issuer's revocation list behind it."""

    def add(writer: IncrementalPdfFileWriter) -> None:
        listed = CertificateList.load(revocation_list)
        DocumentSecurityStore.supply_dss_in_writer(writer, sig_contents=None, crls=[listed])

    return updated(signed, add)
