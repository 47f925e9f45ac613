"""The systems behind the central API, and every variable of the environment by which they are reached."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class System(StrEnum):
    """The systems behind the central API (design 3); the values stand in setting names, logs and figures."""

    MAS = "mas"
    MEIS = "meis"
    NOTARY = "notary"
    SMS = "sms"
    CABINET = "cabinet"


PARTS: Final = (
    "URL", "TOKEN", "TOKEN_URL", "CLIENT_ID", "CLIENT_SECRET", "SCOPE",
    "CERTIFICATE", "CERTIFICATE_KEY", "AUTHORITY", "AT_ONCE",
)  # fmt: skip
SIMULATED: Final = "DOST_SIMULATED"
SECONDS: Final = "DOST_SYSTEMS_SECONDS"
SECONDS_BEHIND: Final = "DOST_SYSTEMS_SECONDS_BEHIND"
TRIES: Final = "DOST_SYSTEMS_TRIES"
BREAK_AFTER: Final = "DOST_SYSTEMS_BREAK_AFTER"
BREAK_FOR: Final = "DOST_SYSTEMS_BREAK_FOR"


def setting_name(system: System, part: str) -> str:
    """The variable that says this part of this system: ``DOST_MAS_URL``."""
    return f"DOST_{system.name}_{part}"


SETTING_NAMES: Final = frozenset(setting_name(system, part) for system in System for part in PARTS) | {
    SIMULATED,
    SECONDS,
    SECONDS_BEHIND,
    TRIES,
    BREAK_AFTER,
    BREAK_FOR,
}
