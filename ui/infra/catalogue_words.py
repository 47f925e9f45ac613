"""Names that the catalogue gives in three languages, in the window's one, as a line begins with them."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from dost_desktop.catalogue.files import Words


def begun(words: Words) -> str:
    """The name in the window's language with a capital at its beginning."""
    language = QLocale().language()
    if language == QLocale.Language.Azerbaijani:
        return with_capital(words.az)
    return with_capital(words.ru if language == QLocale.Language.Russian else words.en)


def with_capital(words: str) -> str:
    """The beginning of a line in the window's language; the Azerbaijani capital of i has its dot."""
    dotted = words[:1] == "i" and QLocale().language() == QLocale.Language.Azerbaijani
    return ("İ" if dotted else words[:1].upper()) + words[1:]
