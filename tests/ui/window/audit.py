"""What must be true of every page at every size: one function for each promise, each gives what breaks it."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QMainWindow,
    QScrollArea,
    QScrollBar,
    QStackedWidget,
    QWidget,
)

from ui.infra.keyboard import KeyAct
from ui.widgets.action_button import ActionButton
from ui.widgets.focus_ring import FocusRing
from ui.widgets.painted import width_of
from ui.widgets.row_delegate import PAD
from ui.widgets.rows_view import RowsView
from ui.widgets.text import ElidedText

_LEADING = 2  # room above and below the letters, of which nothing is seen
_TIGHT = 0.85  # a line of one line height holds every letter of the font
_PARTS = ("left", "middle", "right", "strip", "rail")
_NUMBER = re.compile(r"^[\dA-Z/№.:-]*\d[\dA-Z/№.: -]*$")


def shown(window: QWidget) -> list[QWidget]:
    """Everything in sight."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.window() is window and not isinstance(each, FocusRing | QScrollBar)
    ]


def name_of(widget: QWidget) -> str:
    """What to look for."""
    words = getattr(widget, "text", None)
    text = words() if callable(words) else ""
    return f"{type(widget).__name__} “{text or widget.accessibleName()}” {widget.width()}x{widget.height()}"


def cut_words(window: QWidget) -> list[str]:
    """Words that have less room than they need."""
    found = []
    for widget in shown(window):
        if isinstance(widget, QLabel) and widget.text() and not isinstance(widget, ElidedText):
            room = widget.contentsRect()
            flags = int(Qt.TextFlag.TextWordWrap if widget.wordWrap() else Qt.TextFlag.TextSingleLine)
            needs = widget.fontMetrics().boundingRect(
                QRect(0, 0, room.width(), 100_000), flags, widget.text()
            )
            if needs.width() > room.width() + 1 or needs.height() > room.height() + _LEADING:
                found.append(f"{name_of(widget)} needs {needs.width()}x{needs.height()}")
        elif isinstance(widget, ElidedText) and widget.text():
            if (
                widget.width() < widget.minimumSizeHint().width()
                or widget.height() < widget.fontMetrics().height() * _TIGHT
            ):
                found.append(name_of(widget))
        elif isinstance(widget, QAbstractButton):
            least = widget.minimumSizeHint()
            height = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else least.height()
            if widget.width() < least.width() or widget.height() < height:
                found.append(f"{name_of(widget)} needs {least.width()}x{height}")
        elif isinstance(widget, RowsView):
            found += _cut_cells(widget)
    return found


def _cut_cells(table: RowsView) -> list[str]:
    """Numbers, dates and PINs that would be elided, heads that would be cut."""
    found = []
    for place, column in enumerate(table.rows.columns):
        if table.isColumnHidden(place):
            continue
        room = table.columnWidth(place) - 2 * PAD
        if width_of(column.title, "caption_strong") > room + 1 and not table.horizontalHeader().isHidden():
            found.append(f"head “{column.title}” has {room}")
        for row in range(table.rows.rowCount()):
            cell = column.cell(table.rows.row(row))
            for text, kind in ((cell.text, "strong" if cell.strong else "body"), (cell.detail, "caption")):
                if _NUMBER.match(text) and width_of(text, kind) > room + 1:
                    found.append(f"cell “{text}” has {room}")
    return sorted(set(found))


def outside(window: QWidget) -> list[str]:
    """What lies outside its parent, or on top of its neighbour."""
    found = []
    children = defaultdict(list)
    for widget in shown(window):
        parent = widget.parentWidget()
        if parent is None or parent is window or isinstance(parent, QMainWindow | QStackedWidget):
            continue
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            off = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if isinstance(area, QScrollArea) and off and widget.width() > parent.width():
                found.append(f"{name_of(widget)} wider than its scroll area {parent.width()}")
            continue
        if isinstance(parent, QAbstractScrollArea):
            continue
        if not parent.rect().contains(widget.geometry()):
            found.append(f"{name_of(widget)} at {widget.geometry().getRect()} outside {name_of(parent)}")
        children[parent].append(widget)
    for siblings in children.values():
        for one, other in combinations(siblings, 2):
            if one.geometry().intersects(other.geometry()):
                found.append(f"{name_of(one)} on {name_of(other)}")
    return found


def filled_buttons(window: QWidget) -> list[str]:
    """The filled buttons that can be pressed."""
    return [
        each.text()
        for each in shown(window)
        if isinstance(each, ActionButton) and each._filled() and each.isEnabled() and not each._reason
    ]


def stops(window: QWidget) -> list[QWidget]:
    """Everything that Tab should reach."""
    return [
        each
        for each in shown(window)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isEnabled()
        and each.focusProxy() is None
        and not (isinstance(each, QAbstractButton) and each.group() and not each.isChecked())
    ]


def nameless(window: QWidget) -> list[str]:
    """Controls that a screen reader could not name."""
    found = []
    for widget in stops(window):
        told = QAccessible.queryAccessibleInterface(widget)
        name = told.text(QAccessible.Text.Name) if told else ""
        if not name.strip():
            found.append(f"{name_of(widget)} in {name_of(widget.parentWidget())}")
    return found


def keys_taken_twice(window: QWidget) -> list[str]:
    """Chords that two controls in sight listen to.

    Where one stands inside the other, the inner one is meant; two of the same name are one act in two places, and
    Esc goes back from wherever it is.
    """
    owners = defaultdict(list)
    for act in window.findChildren(KeyAct):
        if act.owner.isVisible() and act.owner.window() is window:
            owners[act.chord].append(act.owner)
    return [
        f"{chord}: {name_of(one)} and {name_of(other)}"
        for chord, each in owners.items()
        for one, other in combinations(each, 2)
        if chord != "Esc" and not (one is other or one.isAncestorOf(other) or other.isAncestorOf(one))
        if one.accessibleName() != other.accessibleName()
    ]


def tab_round(window: QWidget, app: QApplication) -> tuple[list[str], list[str]]:
    """Tab until it comes back: what it never reached, and where it went against the reading order of the parts."""
    wanted = stops(window)
    first = app.focusWidget()
    assert first is not None
    seen: list[QWidget] = []
    at = first
    for _ in range(len(wanted) + 5):
        seen.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
        now = app.focusWidget()
        assert now is not None
        at = now
        if at in seen:  # round; what led into it is no part of it
            seen = seen[seen.index(at) :]
            break
    missed = [name_of(each) for each in wanted if each not in seen and each.isVisible()]
    order = [part for each in seen if (part := _part_of(each)) in _PARTS]
    turns = [one for one, other in zip(order, [*order[1:], order[0]], strict=True) if one != other]
    ranks = [_PARTS.index(each) for each in turns]
    falls = sum(one > other for one, other in zip(ranks, [*ranks[1:], ranks[0]], strict=True)) if ranks else 0
    if falls <= 1:
        return missed, []
    return missed, [f"{_part_of(each)}: {name_of(each)}" for each in seen]


def _part_of(widget: QWidget) -> str:
    at: QWidget | None = widget
    while at is not None:
        if at.property("part"):
            return str(at.property("part"))
        at = at.parentWidget()
    return ""
