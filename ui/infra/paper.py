"""Paper: the printers of this PC, and pages on one of them; without a printer the pages are saved as a file.

Listing printers and spooling may take seconds when a printer is unreachable, so both run on a worker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from dost_desktop.domain.errors import AgentError
from dost_desktop.whole_file import own_folder, write_whole
from reports.page_images import PageImage

PRINT_DPI: Final = 300


class NoPrinter(AgentError):
    """The chosen printer is not there any more; the document is saved."""

    code: ClassVar[str] = "print.no_printer"


class PrintingStopped(AgentError):
    """The printer did not take the pages to the end."""

    code: ClassVar[str] = "print.stopped"


@dataclass(frozen=True, slots=True)
class Output:
    """Where a document went: a printer's name, or a file."""

    printer: str
    file: Path | None


def printers() -> tuple[str, ...]:
    """The names of this PC's printers, the default one first."""
    first = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return tuple(sorted(names, key=lambda name: name != first))


def image_of(page: PageImage) -> QImage:
    """A page's picture as Qt paints it; the picture keeps its own copy of the pixels."""
    return QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()


def print_pages(pages: Sequence[PageImage], printer: str) -> Output:
    """Print the pages on A4. Raises NoPrinter or PrintingStopped; the document itself is safe in either case."""
    if printer not in QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    device = QPrinter(QPrinterInfo.printerInfo(printer), QPrinter.PrinterMode.HighResolution)
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setFullPage(True)
    painter = QPainter()
    if not painter.begin(device):
        raise PrintingStopped
    try:
        for number, page in enumerate(pages):
            if number and not device.newPage():
                raise PrintingStopped
            painter.drawImage(QRectF(device.paperRect(QPrinter.Unit.DevicePixel)), image_of(page))
    finally:
        painter.end()
    if device.printerState() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}:
        raise PrintingStopped
    return Output(printer, None)


def save_pages(pdf: bytes, folder: Path, name: str) -> Output:
    """Save the document as a file named after its number; an older one of that name stays.

    The folder is this user's alone: the files are not encrypted, another program prints them.
    """
    own_folder(folder)
    safe = name.replace("/", "-")
    target, again = folder / f"{safe}.pdf", 1
    while target.exists() and target.read_bytes() != pdf:
        again += 1
        target = folder / f"{safe} ({again}).pdf"
    write_whole(target, pdf)
    return Output("", target)
