"""What opens on the page comes into sight once it is laid out: words that wrap take a few turns of the event loop."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_EDGE: Final = 16
_LAID_OUT_MS: Final = 40


def soon_in_sight(owner: QWidget, whole: QWidget, caret: QWidget) -> None:
    """The whole section if it fits, in any case the field with the caret; nothing when ``owner`` is gone by then."""
    for widget in (whole, caret):
        QTimer.singleShot(_LAID_OUT_MS, owner, partial(_in_sight, widget))


def _in_sight(widget: QWidget) -> None:
    """Scroll whatever the widget stands in so far that it is seen."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(widget, 0, _EDGE)
