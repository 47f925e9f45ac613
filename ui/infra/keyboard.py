"""Keys that work in every layout: one application filter turns a key press into a chord by the physical key.

Under the Russian layout Ctrl+К is Ctrl+R and under the Azerbaijani one the key beside Q types Ü; a shortcut
means the key, not the letter it types.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ui.infra.shortcuts import chord_of

_RUSSIAN: Final = dict(zip("ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ", "QWERTYUIOPASDFGHJKLZXCVBNM", strict=True))
_LETTERS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_NAMED: Final = {
    Qt.Key.Key_Return: "Return", Qt.Key.Key_Enter: "Return", Qt.Key.Key_Escape: "Esc",
    **{getattr(Qt.Key, f"Key_F{n}"): f"F{n}" for n in range(1, 13)},
}  # fmt: skip
_MODIFIERS: Final = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
)
_TEXT_KEYS: Final = frozenset({"Ctrl+Z", "Ctrl+Y"})  # a text field with something to undo comes first


def chord_pressed(event: QKeyEvent) -> str:
    """The chord of a key press in the registry's spelling, ``Ctrl+Shift+R``; empty when it is plain typing."""
    held = event.modifiers()
    parts = [word for modifier, word in _MODIFIERS if held & modifier]
    named = _NAMED.get(Qt.Key(event.key())) if event.key() in _NAMED else None
    if named is not None:
        return "+".join([*parts, named])
    if "Ctrl" in parts and "Alt" in parts:  # that is AltGr, which types letters
        return ""
    letter = _physical_letter(event)
    return "+".join([*parts, letter]) if letter and {"Ctrl", "Alt"} & set(parts) else ""


def _physical_letter(event: QKeyEvent) -> str:
    native = event.nativeVirtualKey()
    if (
        native < 0x80 and chr(native) in _LETTERS
    ):  # Windows: the virtual key stays with the key, not the letter
        return chr(native)
    key = event.key()
    if not 0 < key < 0x110000:
        return ""
    letter = chr(key).upper()
    return letter if letter in _LETTERS else _RUSSIAN.get(letter, "")


class KeyAct(QObject):
    """One act on one chord, alive and active as long as its owner is in sight."""

    def __init__(self, owner: QWidget, shortcut: str, act: Callable[[], None]) -> None:
        super().__init__(owner)
        self.shortcut, self.chord, self.act, self.owner = shortcut, chord_of(shortcut), act, owner


def on_key(owner: QWidget, shortcut: str, act: Callable[[], None]) -> KeyAct:
    """Do ``act`` when the shortcut is pressed while ``owner`` is visible in the window that has the keyboard."""
    return KeyAct(owner, shortcut, act)


class KeyFilter(QObject):
    """The application's only key filter. The nearest owner to the focus wins when two share a chord."""

    def install(self, app: QApplication) -> None:
        """Listen from now on."""
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(watched, QWidget):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        chord = chord_pressed(event)
        if not chord or _keeps_for_itself(watched, chord):
            return False
        act = self._act_for(watched, chord)
        if act is None:
            return _would_type(watched, chord)
        if not event.isAutoRepeat():  # a key held down acts once
            act.act()
        return True

    @staticmethod
    def _act_for(watched: QWidget, chord: str) -> KeyAct | None:
        found = [
            act
            for act in watched.window().findChildren(KeyAct)
            if act.chord == chord and act.owner.isVisible() and act.owner.window() is watched.window()
        ]
        if not found:
            return None
        return max(found, key=lambda act: _closeness(act.owner, watched))


def _closeness(owner: QWidget, focus: QWidget) -> int:
    """How deep the common ancestor of owner and focus lies: deeper is closer."""
    line = []
    at: QWidget | None = focus
    while at is not None:
        line.append(at)
        at = at.parentWidget()
    deep = len(line)
    here: QWidget | None = owner
    while here is not None:
        if here in line:
            return deep - line.index(here)
        here = here.parentWidget()
    return 0


def _keeps_for_itself(widget: QWidget, chord: str) -> bool:
    """Whether a control answers this key itself: Enter in a list, undo in a text. What it ignores comes by again."""
    if chord in _TEXT_KEYS:
        return _has_own_undo(widget, chord)
    if chord in {"Return", "Shift+Return"}:
        own = isinstance(widget, QAbstractButton | QAbstractItemView | QPlainTextEdit | QComboBox)
        return own or bool(widget.property("own_enter"))
    return chord == "Esc" and bool(widget.property("own_escape"))


def _would_type(widget: QWidget, chord: str) -> bool:
    """Whether a text would take the letter or digit of an access key that nobody here listens to."""
    is_text = isinstance(widget, QLineEdit | QPlainTextEdit)
    return is_text and chord.startswith("Alt+") and len(chord) in {len("Alt+1"), len("Alt+Shift+1")}


def _has_own_undo(widget: QWidget, chord: str) -> bool:
    undo = chord == "Ctrl+Z"
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() if undo else widget.isRedoAvailable()
    if isinstance(widget, QPlainTextEdit):
        document = widget.document()
        return document.isUndoAvailable() if undo else document.isRedoAvailable()
    return False


def install_keys(app: QApplication) -> KeyFilter:
    """The program's one key filter, alive as long as the application."""
    keys = KeyFilter(app)
    keys.install(app)
    return keys
