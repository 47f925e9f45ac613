"""Pages of any PDF as pictures, for the preview on screen and for the printer: what is seen is what is printed."""

from __future__ import annotations

from dataclasses import dataclass

POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: ``pixels`` are rows of 4 bytes (blue, green, red, unused), ``stride`` bytes a row."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_images(pdf: bytes, dpi: float) -> tuple[PageImage, ...]:
    """Every page of ``pdf`` at ``dpi`` dots an inch."""
    import pypdfium2  # noqa: PLC0415 - heavy: only the worker process loads it

    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_image(document[number], dpi) for number in range(len(document)))
    finally:
        document.close()


def _image(page: object, dpi: float) -> PageImage:
    bitmap = page.render(scale=dpi / POINTS_PER_INCH, prefer_bgrx=True, may_draw_forms=True)  # type: ignore[attr-defined]
    try:
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        bitmap.close()
        page.close()  # type: ignore[attr-defined]
