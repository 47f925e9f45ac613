"""The one typeface of our papers, because every PDF must carry its letters with it.

Source Sans Pro has all Azerbaijani and Russian letters; what it lacks is replaced here, so that a strange
character never becomes a hole in a name.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Final

import font_source_sans_pro
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR: Final = "SourceSansPro"
SEMIBOLD: Final = "SourceSansPro-Semibold"

_FILES: Final = {REGULAR: "SourceSansPro-Regular.ttf", SEMIBOLD: "SourceSansPro-Semibold.ttf"}
_STAND_INS: Final = {"□": "☐", "₼": "AZN", "\N{NON-BREAKING HYPHEN}": "-", "\N{SOFT HYPHEN}": ""}
_UNKNOWN: Final = "?"


@cache
def _font(name: str) -> TTFont:
    font = TTFont(name, str(Path(font_source_sans_pro.font_directory) / _FILES[name]))
    pdfmetrics.registerFont(font)
    return font


@cache
def _advances(name: str) -> defaultdict[str, float]:
    """How far each letter moves the pen, in thousandths of the type size."""
    face = _font(name).face
    known = {chr(code): float(wide) for code, wide in face.charWidths.items()}
    return defaultdict(lambda: float(face.defaultWidth), known)


def load() -> None:
    """Make both weights known to ReportLab; cheap after the first call."""
    for name in _FILES:
        _font(name)


def printable(text: str) -> str:
    """``text`` in characters this typeface has: stand-ins for the known gaps, “?” for the rest.

    White space of any kind becomes a plain space; line feeds stay.
    """
    known = _font(REGULAR).face.charToGlyph
    if text.isascii() and text.isprintable():
        return text
    letters: list[str] = []
    for letter in text:
        if letter == "\n":
            letters.append(letter)
        elif letter.isspace():
            letters.append(" ")
        elif letter in _STAND_INS:
            letters.append(_STAND_INS[letter])
        else:
            letters.append(letter if ord(letter) in known else _UNKNOWN)
    return "".join(letters)


def width(text: str, font: str, size: float) -> float:
    """Width of ``text`` in points."""
    advances = _advances(font)
    return sum([advances[letter] for letter in text]) * size / 1000
