"""The preview's job, run in the documents process: the very renderer that draws the printed notice."""

from __future__ import annotations

from typing import Final

from dost_desktop.domain.letter import Letter
from reports.documents import notice_preview
from reports.page_images import page_images
from ui.screens.refusal.preview import Bar, Preview

_HEIGHT: Final = 841.89  # A4 in points


def draw_preview(letter: Letter, dpi: float) -> Preview:
    """The letter's pages at ``dpi`` dots an inch, and where its editable paragraph stands."""
    drawn = notice_preview(letter)
    bars = tuple(Bar(place.page, place.top / _HEIGHT, place.bottom / _HEIGHT) for place in drawn.editable)
    return Preview(page_images(drawn.pdf, dpi), bars)
