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
        editor = widget.focusProxy()
        if (
            editor is not None
        ):  # Qt leaves a field behind that takes no focus itself, and comes back through it
            widget.setFocusPolicy(editor.focusPolicy())
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


def tab_here(part: QWidget, place: QWidget) -> None:
    """Let the focus go through everything in ``part`` where ``place`` stands, into which it was put just now."""
    inside, at = [], part.nextInFocusChain()
    while at is not None and at is not part:
        if part.isAncestorOf(at) and not _is_inside_control(at, part):
            inside.append(at)
        at = at.nextInFocusChain()
    none = Qt.FocusPolicy.NoFocus
    quiet = [each for each in inside if each.focusPolicy() == none and _editor_of(each) is None]
    for each in quiet:  # they move too: what is made anew inside them stands where they do
        each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    tab_after(_stop_before(place, part), inside)
    for each in quiet:
        each.setFocusPolicy(none)


def _stop_before(place: QWidget, part: QWidget) -> QWidget:
    """The last control before ``place`` that takes the focus; ``place`` itself where there is none."""
    at = place.previousInFocusChain()
    while at is not None and at is not place:
        if at.focusPolicy() != Qt.FocusPolicy.NoFocus and not part.isAncestorOf(at):
            return at
        at = at.previousInFocusChain()
    return place


def _editor_of(field: QWidget) -> QWidget | None:
    """The control that a field gives its focus to."""
    editor = field.focusProxy()
    takes = editor is not None and editor.focusPolicy() != Qt.FocusPolicy.NoFocus
    return editor if takes else None


def _is_inside_control(widget: QWidget, part: QWidget) -> bool:
    """Whether a field or a control around this one moves, and this one with it."""
    parent = widget.parentWidget()
    while parent is not None and parent is not part:
        if parent.focusPolicy() != Qt.FocusPolicy.NoFocus or _editor_of(parent) is not None:
            return True
        parent = parent.parentWidget()
    return False
