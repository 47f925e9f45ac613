"""What the documents process does for the window: plain functions with picklable arguments, cheap to import.

Drawing, signing, verifying and rendering run over there; only bytes and facts come back.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from dost_desktop.catalogue.office_paper import OfficePaper
from dost_desktop.domain.letter import Letter
from dost_desktop.signing import session
from dost_desktop.signing.facts import CertificateFacts, Verdict
from reports import documents
from reports.page_images import PageImage, page_images


def warm_up() -> None:
    """Load the libraries before anybody waits for them."""
    documents.warm_up()
    session.warm_up()
    import pypdfium2  # noqa: F401, PLC0415 - heavy


def open_key(handle: str, path: Path, pin: str, agent_name: str) -> CertificateFacts:
    """Open the agent's key over there and keep it until ``forget_keys``."""
    return session.open_key(handle, path, pin, agent_name)


def forget_keys() -> None:
    """The desk was locked or the agent left."""
    session.forget()


def signed_notice(letter: Letter, handle: str, at: datetime, roots: tuple[bytes, ...]) -> bytes:
    """The letter drawn, signed with the opened key, and verified."""
    return session.sign_and_verify(documents.refusal_notice(letter), handle, at=at, roots=roots).pdf


def unsigned_notice(letter: Letter) -> bytes:
    """The letter drawn for a handwritten signature and the seal."""
    return documents.refusal_notice(letter)


def verdict_on(pdf: bytes, roots: tuple[bytes, ...]) -> Verdict:
    """The three stages of verification of any file."""
    return session.verify(pdf, roots)


def office_paper_for_print(
    paper: OfficePaper, notes: documents.PrintNotes, dpi: float
) -> tuple[bytes, tuple[PageImage, ...]]:
    """Referral, extract, confirmation or form drawn for the printer, as ``pages_for_print`` gives it."""
    return pages_for_print(documents.office_paper(paper), notes, dpi)


def pages_for_print(
    pdf: bytes, notes: documents.PrintNotes, dpi: float
) -> tuple[bytes, tuple[PageImage, ...]]:
    """The print copy (the signed file with notes in its margin) and its pages; at 0 dpi no pictures are made."""
    copy = documents.print_copy(pdf, notes) if notes.any else pdf
    return copy, page_images(copy, dpi) if dpi else ()
