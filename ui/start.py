"""The shortest way to the first page: what must be set before anything of the window is imported."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Final

from ui.infra.imports import import_without_reading

_TURN_S: Final = (
    0.001  # a working thread gives the interpreter back after this; Python's own 5 ms add up to a stall
)


def open_window(home: Path | None) -> int:
    """Open this desk's window and stay until it is closed; the exit code."""
    prepare()
    from ui import app  # noqa: PLC0415 - prepared first

    return app.open_window(home)


def practise(home: Path, *, fresh: bool, tour: bool) -> int:
    """Open a practice office and its window, or play the guided tour; the exit code."""
    prepare()
    from ui import app  # noqa: PLC0415 - prepared first

    return app.practise(home, fresh=fresh, tour=tour)


def prepare() -> None:
    """Import at full speed; look for garbage again only when everything is loaded (``ui.desk_window``)."""
    gc.disable()
    sys.setswitchinterval(_TURN_S)
    import_without_reading()
