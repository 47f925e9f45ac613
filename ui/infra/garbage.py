"""Garbage is looked for on the window's thread only.

Python looks for it on whichever thread happens to make the next object. Found on a worker, an old page's widgets and
models would end there, while the window is in the middle of something: Qt then ends the whole program.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 1000


class Garbage(QObject):
    """Looks once a second, as deep as Python itself would have by then; a worker never does."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(look)
        timer.start(_EVERY_MS)


def look() -> None:
    """Look now, in the generations that are full."""
    full = [place for place, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most]  # fmt: skip
    if full:
        gc.collect(full[-1])
