"""Files and pictures that were dropped on the page or lie on the clipboard, as the reading of scans takes them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from dost_desktop.services.scan_reading import MOST_MEGAPIXELS, PastedPicture, ScanSource

_PLAIN: Final = frozenset(
    {QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32}
)  # as clipboards have them


def holds_scans(mime: QMimeData) -> bool:
    """Whether files or a picture are offered; text is not for us."""
    return mime.hasUrls() or mime.hasImage()


def sources_in(mime: QMimeData) -> list[ScanSource]:
    """The files, else the picture; empty when there is neither."""
    files: list[ScanSource] = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files or not mime.hasImage():
        return files
    image = mime.imageData()
    return [_picture(image)] if isinstance(image, QImage) and not image.isNull() else []


def _picture(image: QImage) -> PastedPicture:
    if image.width() * image.height() > MOST_MEGAPIXELS * 1_000_000:
        return PastedPicture(image.width(), image.height(), 0, b"")  # refused by its size: nothing to copy
    plain = image if image.format() in _PLAIN else image.convertToFormat(QImage.Format.Format_RGB32)
    return PastedPicture(plain.width(), plain.height(), plain.bytesPerLine(), bytes(plain.constBits()))
