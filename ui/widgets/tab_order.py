"""Tab goes in reading order, also through rows that were made anew after everything else."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_after(anchor: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let the focus go through ``widgets`` right after ``anchor``, which need not take the focus itself."""
    policy = anchor.focusPolicy()
    anchor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt ignores an anchor that takes no focus
    before = anchor
    for widget in widgets:
        # a widget that is in no window yet gets its place when it is put in
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.window() is before.window():
            QWidget.setTabOrder(before, widget)
            before = widget
    anchor.setFocusPolicy(policy)


def last_inside(part: QWidget) -> QWidget:
    """The widget of ``part`` that comes last in the tab order."""
    last, at = part, part.nextInFocusChain()
    while at is not None and at is not part:
        if part.isAncestorOf(at):
            last = at
        at = at.nextInFocusChain()
    return last
