"""Marks words for translation where they stand in a table; lupdate finds them by this very name.

PySide's own function of this name is typed as giving an object, and does nothing else.
"""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, words: str) -> str:
    """``words`` unchanged; translated at the place where they are shown, in ``context``."""
    assert context  # noqa: S101 - lupdate reads it
    return words
