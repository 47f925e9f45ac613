"""What the keyboard is set to while a password is typed unseen: the layout, and whether Caps Lock is on."""

from __future__ import annotations

import sys

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication


def layout_words() -> str:
    """The layout as the person knows it: ``Azərbaycan (AZ)``; by its language, which is all Qt can tell."""
    locale = QGuiApplication.inputMethod().locale()
    if (
        locale.language() == QLocale.Language.C
    ):  # no input method at all: the system's language is the best guess
        locale = QLocale.system()
    name = locale.nativeLanguageName() or "English"
    name = (
        "İ" if name[0] == "i" and locale.language() == QLocale.Language.Azerbaijani else name[0].upper()
    ) + name[1:]
    code = QLocale.languageToCode(locale.language()).upper() or "EN"
    return f"{name} ({code})"


def caps_lock_is_on() -> bool | None:
    """Whether Caps Lock is on; None where the system does not tell."""
    if sys.platform != "win32":
        return None
    import ctypes  # noqa: PLC0415 - only there

    return bool(ctypes.windll.user32.GetKeyState(0x14) & 1)
