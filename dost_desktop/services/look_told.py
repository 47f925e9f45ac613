"""A look at a person's data as it travels: to the central API by the sync, or in the file with unsent work."""

from __future__ import annotations

from dost_desktop.contract.looks import LookMessage
from dost_desktop.domain.dates import instant_text
from dost_desktop.rows import Look


def look_message(look: Look) -> LookMessage:
    """The look, as the desk's access log has it."""
    return LookMessage(
        no=look.no,
        at=instant_text(look.at),
        agent=look.agent,
        file_id=None if look.file_id is None else str(look.file_id),
        what=look.what,
        purpose=look.purpose,
    )
