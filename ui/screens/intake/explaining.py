"""What is explained to a legal entity or a family household: nobody is turned away unrecorded (D17)."""

from __future__ import annotations

from typing import Final

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.refusing import REASONING_AT_LEAST

# recorded in the file, so Azerbaijani like everything there; the agent may put it into other words
EXPLANATION: Final = (
    "İşaxtaran və ya işsiz kimi qeydiyyatın yalnız fiziki şəxslər üçün olduğu izah edildi. "
    "İşləyən və ya iş axtaran hər kəs özü müraciət edə bilər."
)


def explanation_problem(words: str) -> InvalidValue | None:
    """What is recorded says what was explained."""
    return InvalidValue("explanation.too_short") if len(words.strip()) < REASONING_AT_LEAST else None
