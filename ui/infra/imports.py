"""Gives imports their speed back: PySide6 reads the source text of every module that is imported after it.

It looks for the word PySide6 there, to switch on ``snake_case`` and ``true_property`` for the module; this program
uses neither. It cost a twentieth of the time to the first page, and much more behind it.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - puts an import of its own in the place of the one before


def import_without_reading() -> None:
    """Import as before PySide6 came; at once, and for the whole program."""
    # WORKAROUND PySide6 6.11: https://github.com/napari/napari/issues/8584
    before = getattr(builtins, "__orig_import__", None)
    if before is not None:
        builtins.__import__ = before
