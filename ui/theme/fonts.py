"""The two font families of the window, loaded from the packages that carry them, never from the system."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFontDatabase


@cache
def load_text_font() -> None:
    """Make Source Sans Pro regular and semibold known to Qt (SIL OFL; has ə, lacks the manat sign)."""
    folder = files("font_source_sans_pro").joinpath("files")
    for face in ("Regular", "Semibold"):
        _known(
            QFontDatabase.addApplicationFontFromData(
                folder.joinpath(f"SourceSansPro-{face}.ttf").read_bytes()
            )
        )


@cache
def load_icon_font() -> tuple[str, dict[str, str]]:
    """The family of the Phosphor icon font (MIT) and its characters by name.

    Only the two files of the package are read: importing it would load eleven fonts before the window shows.
    """
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("qtawesome")
    folder = Path(spec.origin).parent / "fonts"
    number = QFontDatabase.addApplicationFontFromData(next(folder.glob("phosphor-*.ttf")).read_bytes())
    names = json.loads(next(folder.glob("phosphor-charmap-*.json")).read_text("utf-8"))
    return _known(number), {name: chr(int(code, 16)) for name, code in names.items()}


def _known(number: int) -> str:
    families = QFontDatabase.applicationFontFamilies(number)
    if not families:
        raise FileNotFoundError("font")
    return families[0]
