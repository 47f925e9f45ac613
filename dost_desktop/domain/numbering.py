"""How the office's numbers are written, the same by a desk and by the central API (design 6; D6)."""

from __future__ import annotations

from typing import Final

from dost_desktop.domain.attestation import Series

SERVICE: Final = "05-04-05-00"
_MARK: Final = {Series.APPLICATION: "M-", Series.NOTICE: "", Series.REFERRAL: "G-", Series.REGISTRATION: "Q-"}


def number_text(series: Series, centre: str, year: int, number: int) -> str:
    """``05-04-05-00/B03/2026/000123``; other series carry their letter."""
    return f"{number_stem(series, centre, year)}{number:06}"


def number_stem(series: Series, centre: str, year: int) -> str:
    """What stands before the number itself: ``05-04-05-00/B03/2026/M-``."""
    return f"{SERVICE}/{centre}/{year}/{_MARK[series]}"
