"""How the office's numbers are written, the same by a desk and by the central API (design 6; D6)."""

from __future__ import annotations

import re
from typing import Final

from dost_desktop.domain.attestation import Series

SERVICE: Final = "05-04-05-00"
_MARK: Final = {Series.APPLICATION: "M-", Series.NOTICE: "", Series.REFERRAL: "G-", Series.REGISTRATION: "Q-"}

_SERIES: Final = {mark: series for series, mark in _MARK.items()}
_SHAPE: Final = re.compile(rf"{SERVICE}/([^/]{{1,100}})/([0-9]{{4}})/([MGQ]-|)([0-9]{{6,9}})")


def number_text(series: Series, centre: str, year: int, number: int) -> str:
    """``05-04-05-00/B03/2026/000123``; other series carry their letter."""
    return f"{number_stem(series, centre, year)}{number:06}"


def number_stem(series: Series, centre: str, year: int) -> str:
    """What stands before the number itself: ``05-04-05-00/B03/2026/M-``."""
    return f"{SERVICE}/{centre}/{year}/{_MARK[series]}"


def number_parts(text: str) -> tuple[Series, str, int, int] | None:
    """Series, centre, year and the number itself; None for a provisional number, or one of another shape."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        return None
    centre, year, mark, number = found.groups()
    return _SERIES[mark], centre, int(year), int(number)
