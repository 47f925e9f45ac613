"""Every document by name, cheap to import: the window hands these functions to its worker process.

ReportLab and pikepdf are loaded where the drawing happens, never on the window's side (design section 9).
"""

from __future__ import annotations

from dataclasses import dataclass

from dost_desktop.catalogue.office_paper import OfficePaper
from dost_desktop.domain.letter import Letter


@dataclass(frozen=True, slots=True)
class ParagraphPlace:
    """Where a part of an editable block stands, for the bar beside the preview.

    ``page`` counts from 0; ``top`` and ``bottom`` are points down from the paper's upper edge (A4: 841.89).
    """

    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class DrawnNotice:
    """A drawn notice: the file, and what a preview needs to know about it."""

    pdf: bytes
    pages: int
    editable: tuple[ParagraphPlace, ...]


@dataclass(frozen=True, slots=True)
class WaitingReceipt:
    """What the person takes home while the application waits for the register or for MAS (design section 6).

    Dates and times are texts in Baku time, ready to print: “24.11.2026”, “14:07”.
    """

    letterhead: tuple[str, ...]  # as in `Letter`
    application_no: str
    registered_on: str
    registered_at: str
    centre: str
    full_name: str
    waits_for: str  # whose answer: “Məşğul şəxslərin reyestri”
    agent: str
    verify_url: str = ""  # a QR code where there is a page to look at
    practice: bool = False
    representative: str = ""  # who applied in the person's place
    to_confirm: bool = False  # it waits for MAS: a form that is confirmed in e-sosial first


@dataclass(frozen=True, slots=True)
class PrintNotes:
    """What a print says in its margin beside the signed pages; empty values are left out.

    Dates are texts in Baku time, ready to print.
    """

    not_yet_confirmed: bool = False  # the central system has not yet answered (design section 8)
    copy_no: int = 0  # 1 for the first reprint
    copied_on: str = ""
    served_on: str = ""
    served_at: str = ""

    @property
    def any(self) -> bool:
        """True where there is something to print."""
        return self.not_yet_confirmed or self.copy_no > 0 or bool(self.served_on)


def warm_up() -> None:
    """Load the libraries and the typeface, so that the first paper does not wait for them."""
    from reports import (  # noqa: PLC0415 - heavy
        office_paper,  # noqa: F401
        print_overlay,  # noqa: F401
        refusal_notice,  # noqa: F401
        typeface,
        waiting_receipt,  # noqa: F401
    )

    typeface.load()


def refusal_notice(letter: Letter) -> bytes:
    """The notice as PDF/A, ready to be signed."""
    from reports.refusal_notice import draw_notice  # noqa: PLC0415 - heavy

    return draw_notice(letter)


def notice_preview(letter: Letter) -> DrawnNotice:
    """The notice as PDF with the places of its editable blocks."""
    from reports.refusal_notice import drawn_notice  # noqa: PLC0415 - heavy

    return drawn_notice(letter)


def waiting_receipt(receipt: WaitingReceipt) -> bytes:
    """The receipt of a waiting application as PDF/A."""
    from reports.waiting_receipt import draw_waiting_receipt  # noqa: PLC0415 - heavy

    return draw_waiting_receipt(receipt)


def office_paper(paper: OfficePaper) -> bytes:
    """Referral, extract, confirmation or filled form as PDF/A."""
    from reports.office_paper import draw_office_paper  # noqa: PLC0415 - heavy

    return draw_office_paper(paper)


def print_copy(pdf: bytes, notes: PrintNotes) -> bytes:
    """``pdf`` with ``notes`` in its margin: for the printer only, the signed file stays as it is."""
    from reports.print_overlay import overlay  # noqa: PLC0415 - heavy

    return overlay(pdf, notes)
