"""Looks for words that a page cuts: a label, button or field narrower or lower than what it has to say."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from ui.theme.theme import theme
from ui.widgets.text import ElidedText

_RAIL_FOLDS_AT = 1366 / 1280


def cut_words(page: QWidget) -> list[str]:
    """What does not fit where it stands; eliding labels say the rest in their tool-tip and may."""
    return [*_labels(page), *_buttons(page), *_outside(page)]


def _labels(page: QWidget) -> list[str]:
    found = []
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text() or isinstance(label, ElidedText):
            continue
        if label.wordWrap():
            fits = label.height() + 2 >= label.heightForWidth(label.width())
        else:
            fits = label.width() + 1 >= label.fontMetrics().horizontalAdvance(label.text())
        if not fits:
            found.append(f"label: {label.text()}")
    return found


def _buttons(page: QWidget) -> list[str]:
    return [
        f"button: {button.text()}"
        for button in page.findChildren(QAbstractButton)
        if button.isVisible() and button.text() and button.width() + 1 < button.minimumSizeHint().width()
    ]


def _outside(page: QWidget) -> list[str]:
    """Buttons that stick out of their parent's room."""
    return [
        f"outside: {button.text()}"
        for button in page.findChildren(QAbstractButton)
        if button.isVisible()
        and button.text()
        and (parent := button.parentWidget()) is not None
        and button.geometry().right() > parent.width()
    ]


def room() -> int:
    """How wide a page is on the agent's screen at the present text size: the rail folds at large text."""
    scale = theme().scale
    return 1366 - (208 if scale < _RAIL_FOLDS_AT else round(56 * scale))
