"""How the gallery lays out what it shows."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.focus_ring import FocusRing

Rows = list[list[QWidget]]


def side_by_side(*widgets: QWidget) -> QWidget:
    """Widgets in one line."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder


def ringed(widget: QWidget) -> QWidget:
    """The control with its focus ring, as it looks when it has the keyboard."""
    holder = QWidget()
    inside = QVBoxLayout(holder)
    inside.setContentsMargins(5, 5, 5, 5)
    inside.addWidget(widget)
    FocusRing(holder, follows=False).show_around(widget.focusProxy() or widget)
    return holder
