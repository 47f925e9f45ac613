"""A telephone number as people read it back; no library is asked: what was recorded is a number."""

from __future__ import annotations

import re
from typing import Final

_MOBILE: Final = re.compile(r"(\+994)(\d\d)(\d{3})(\d\d)(\d\d)")


def written_phone(text: str) -> str:
    """``+994 50 000 12 34``; a number recorded elsewhere in another shape stays as it is."""
    shape = _MOBILE.fullmatch(text)
    return " ".join(shape.groups()) if shape else text
