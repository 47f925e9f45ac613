"""What travels of looks at persons' data that were made at a desk, with or without a connection (design 10)."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field, StringConstraints, field_validator

from dost_desktop.contract.messages import Instant, Message, Name, Uuid
from dost_desktop.domain.dates import instant

MOST_LOOKS: Final = 500


class LookMessage(Message):
    """One look, as the desk's access log has it."""

    no: Annotated[int, Field(ge=1, lt=2**63)]  # in the desk's log
    at: Instant
    agent: Name
    file_id: Uuid | None  # None: nobody's in particular
    what: Annotated[str, StringConstraints(min_length=1, max_length=40)]  # a code
    purpose: Annotated[str, StringConstraints(max_length=2000)] = Field(repr=False)

    @field_validator("at")
    @classmethod
    def _is_a_moment(cls, at: str) -> str:
        instant(at)  # a day that no month has
        return at

    @field_validator("agent", "what", "purpose")
    @classmethod
    def _is_text(cls, said: str) -> str:
        if "\0" in said:  # no database keeps it the same way
            raise ValueError("a character that no text has")
        return said


class Looks(Message):
    """Looks of this desk in the order of its log."""

    looks: Annotated[tuple[LookMessage, ...], Field(min_length=1, max_length=MOST_LOOKS)]


class LooksTaken(Message):
    """All of them are noted now; ``without_post``: numbers of those whose agent held no post at the centre then."""

    without_post: tuple[int, ...]
