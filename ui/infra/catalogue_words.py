"""Names that the catalogue gives in three languages, in the window's one, as a line begins with them."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from dost_desktop.catalogue.files import Words


def begun(words: Words) -> str:
    """The name in the window's language with a capital at its beginning."""
    language = QLocale().language()
    if language == QLocale.Language.Azerbaijani:
        return ("İ" if words.az[0] == "i" else words.az[0].upper()) + words.az[1:]
    said = words.ru if language == QLocale.Language.Russian else words.en
    return said[0].upper() + said[1:]
