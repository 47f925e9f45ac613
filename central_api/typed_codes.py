"""The code of a paper as a person types or pastes it, read as the paper has it."""

from __future__ import annotations

import re
from typing import Final

from dost_desktop.domain.verify_code import is_of_this_kind, read_verify_code

_EARLIER: Final = re.compile(r"[A-Za-z0-9_-]{20,64}")  # of papers from before codes could be typed easily


def read_code(typed: str) -> str | None:
    """The code that was meant, from ``typed`` or a whole link; None where it cannot be any paper's."""
    bare = "".join(typed.split()).partition("?")[0].rstrip("/").rpartition("/")[2]
    if is_of_this_kind(bare):
        return read_verify_code(bare)
    return bare if _EARLIER.fullmatch(bare) else None
