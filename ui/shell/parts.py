"""F6: the focus goes round the parts of the window, each to where it last was."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def next_part(window: QWidget, focus: QWidget | None, *, back: bool = False) -> None:
    """Move the focus to the next part (a widget with the property ``part``), in reading order."""
    parts = [w for w in window.findChildren(QWidget) if w.property("part") and w.isVisible() and _stop_in(w)]
    if not parts:
        return
    parts.sort(key=lambda part: _place(part, window))
    here = next((n for n, part in enumerate(parts) if focus is not None and part.isAncestorOf(focus)), None)
    if here is None:
        wanted = parts[-1 if back else 0]
    else:
        parts[here].setProperty("last_focus", focus)
        wanted = parts[(here + (-1 if back else 1)) % len(parts)]
    stop = _stop_in(wanted)
    if stop is not None:
        stop.setFocus(Qt.FocusReason.TabFocusReason)


def _place(part: QWidget, window: QWidget) -> tuple[int, int, int]:
    corner = part.mapTo(window, QPoint(0, 0))
    last = 1 if part.property("part") == "strip" else 0
    return last, corner.x(), corner.y()


def _stop_in(part: QWidget) -> QWidget | None:
    last = part.property("last_focus")
    if isinstance(last, QWidget) and isValid(last) and last.isVisible() and part.isAncestorOf(last):
        return last
    for widget in part.findChildren(QWidget):
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.isVisible()
        if stops and widget.focusProxy() is None:
            return widget
    return None
