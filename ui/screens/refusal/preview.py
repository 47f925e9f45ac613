"""The page beside the form as plain pictures, so that it can come out of the documents process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from dost_desktop.domain.letter import Letter


class PagePicture(Protocol):
    """One page: rows of 4 bytes (blue, green, red, unused), ``stride`` bytes a row."""

    @property
    def width(self) -> int: ...

    @property
    def height(self) -> int: ...

    @property
    def stride(self) -> int: ...

    @property
    def pixels(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Bar:
    """Where the paragraph being edited stands; fractions of the page's height, 0 at its head."""

    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Preview:
    """The whole letter as it would be printed now."""

    pages: tuple[PagePicture, ...]
    bars: tuple[Bar, ...]


PreviewJob = Callable[[Letter, float], Callable[[], Preview]]
"""Letter and dots an inch → a picklable job for the documents process: ``partial(draw_preview, letter, dpi)``."""
