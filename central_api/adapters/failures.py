"""Why a system gave no answer that counts: the words of the log, the figures and the breaker."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Failure(StrEnum):
    """One kind of silence each; the values stand in logs and figures."""

    NO_CONNECTION = "no_connection"
    CERTIFICATE = "certificate"  # not who it should be, or it did not take ours
    TIMEOUT = "timeout"
    CUT = "cut"  # ended before the answer was whole
    UNWELL = "unwell"  # 429, 502, 503, 504: for a moment
    BROKEN = "broken"  # any other 5xx: a mistake over there, which a second question only repeats
    DENIED = "denied"  # 401, 403: our token or certificate
    NOT_THERE = "not_there"  # 404 and the like: nobody speaks the contract at this address
    REDIRECT = "redirect"  # never followed
    OTHER_MEDIA = "other_media"  # a portal's HTML under 200
    OTHER_SCHEMA = "other_schema"  # truncated, malformed, or another version of the contract
    OTHER_QUESTION = "other_question"  # an answer, but not to what was asked
    TOO_LARGE = "too_large"
    REJECTED = "rejected"  # 400, 409, 422: this one question, not the system
    BUSY = "busy"  # as many questions under way as we allow
    OPEN = "open"  # the breaker lets nothing through now
    TOLD_TO_WAIT = "told_to_wait"  # its Retry-After is not over


AT_ONCE_AGAIN: Final = frozenset({Failure.NO_CONNECTION, Failure.CUT, Failure.UNWELL})
OUR_DOING: Final = frozenset({Failure.REJECTED, Failure.BUSY, Failure.OPEN, Failure.TOLD_TO_WAIT})


class NoAnswer(Exception):
    """The system gave no answer that counts; ``detail`` names a status or a place in the schema, never a value."""

    def __init__(self, failure: Failure, detail: str = "", retry_after: float | None = None) -> None:
        super().__init__(failure.value)
        self.failure, self.detail, self.retry_after = failure, detail, retry_after

    @property
    def speaks_of_the_system(self) -> bool:
        """Whether it says that the system is away, and not only this question wrong or us too busy."""
        return self.failure not in OUR_DOING
