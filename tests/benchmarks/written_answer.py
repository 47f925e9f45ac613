"""A refusal in hand: drawn, signed and verified, beside the bare ReportLab and pyHanko calls for the same letter."""

from __future__ import annotations

import io
import logging
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from reportlab.graphics.barcode.qr import QrCode
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from dost_desktop.domain.letter import BlockKind, Letter
from dost_desktop.signing import session
from dost_desktop.signing.practice_pki import KeyKind, PracticeAuthority
from reports import typeface
from reports.documents import refusal_notice
from tests.benchmarks.figure import Figure, medians
from tests.reports.letters import a_refusal

_AT: Final = datetime(2026, 11, 24, 10, 10, tzinfo=UTC)
_AGENT: Final = "Söyüdlü Aysel"
_PIN: Final = "123456"
_PROMISED: Final = {KeyKind.RSA_2048: 0.8, KeyKind.P_256: 1.2}


def written_answer(*, runs: int) -> list[Figure]:
    """From the confirmed letter to the signed and verified PDF, for both kinds of keys."""
    logging.getLogger("pyhanko").setLevel(logging.ERROR)
    typeface.load()
    with tempfile.TemporaryDirectory(prefix="dost-bench-", ignore_cleanup_errors=True) as folder:
        authority = PracticeAuthority.opened_or_made(Path(folder), _AT)
        return [_of(authority, kind, runs) for kind in _PROMISED]


def _of(authority: PracticeAuthority, kind: KeyKind, runs: int) -> Figure:
    letter = a_refusal()
    path = authority.issue(_AGENT, _PIN, at=_AT, kind=kind)
    root = authority.root_file
    bare = _Bare(path, root)
    session.open_key(kind, path, _PIN, _AGENT)

    def ours() -> None:
        session.sign_and_verify(refusal_notice(letter), kind, at=_AT, roots=[root.read_bytes()])

    try:
        times = medians(runs, {"bare": lambda: bare.answer(letter), "ours": ours})
    finally:
        session.forget(kind)
    what = f"confirm to signed and verified PDF, {kind.upper()}"
    return Figure(what, "bare ReportLab + pyHanko", times["ours"], times["bare"], most=_PROMISED[kind])


class _Bare:
    """What the libraries' own guides show: SimpleDocTemplate, ``sign_pdf``, ``validate_pdf_signature``."""

    def __init__(self, key_file: Path, root: Path) -> None:
        loaded: Any = signers.SimpleSigner.load_pkcs12(str(key_file), passphrase=_PIN.encode())
        self._signer = loaded
        self._root = load_cert_from_pemder(str(root))
        self._meta = signers.PdfSignatureMetadata(
            field_name="Signature1", md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
        )

    def answer(self, letter: Letter) -> None:
        """Draw, sign, verify."""
        writer = IncrementalPdfFileWriter(io.BytesIO(_drawn(letter)))
        signed = signers.sign_pdf(writer, self._meta, signer=self._signer).getvalue()
        embedded = PdfFileReader(io.BytesIO(signed)).embedded_signatures[0]
        context = ValidationContext(trust_roots=[self._root], allow_fetching=False, moment=_AT)
        if not validate_pdf_signature(embedded, context).bottom_line:
            raise AssertionError("the bare signature is not valid")


def _drawn(letter: Letter) -> bytes:
    body = ParagraphStyle("body", fontName="SourceSansPro", fontSize=10.5, leading=14.6)
    head = ParagraphStyle("head", parent=body, fontName="SourceSansPro-Semibold")
    lines = [*letter.letterhead, *(f"{name}: {value}" for name, value in letter.addressee), letter.number]
    story: list[Any] = [QrCode(letter.verify_url, width=70, height=70)]
    story += [Paragraph(escape(line), body) for line in lines]
    story += [Paragraph(escape(letter.title), head), Paragraph(escape(letter.subtitle), body)]
    for block in letter.blocks:
        words = f"{block.label}: {block.text}" if block.label else block.text
        story.append(Paragraph(escape(words), head if block.kind is BlockKind.HEADING else body))
    signing = f"{letter.signer_post} {letter.signer_name}"
    for line in (
        signing,
        letter.signature_note,
        letter.verify_url + letter.verify_code,
        *letter.receipt_lines,
    ):
        story.append(Paragraph(escape(line), body))
    paper = io.BytesIO()
    SimpleDocTemplate(paper, pagesize=A4, title=letter.title, lang="az").build(story)
    return paper.getvalue()
