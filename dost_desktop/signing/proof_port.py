"""What signing needs from authorities' servers, in words cheap to import for whoever hands it over.

One small port, so that the rules of the desk's network hold here too and a test can stand in for the world. What
a server does is an answer, never an exception, and no answer is waited for longer than was said.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Asked(StrEnum):
    """What a server is asked for."""

    TIME_STAMP = "time_stamp"
    REVOCATION_ANSWER = "revocation_answer"  # OCSP
    REVOCATION_LIST = "revocation_list"  # CRL


class Silence(StrEnum):
    """Why a question has no usable answer."""

    NO_ADDRESS = "no_address"
    UNREACHABLE = "unreachable"
    TOO_SLOW = "too_slow"
    TOO_LARGE = "too_large"
    REFUSED = "refused"
    WRONG = "wrong"  # an answer came, but not to this question, or not from whom we believe
    TOO_EARLY = "too_early"  # the issuer has said nothing yet since the moment in question
    NOT_ASKED = "not_asked"  # silent a moment ago: nobody waits for it again so soon


class ProofServers(Protocol):
    """Whoever can carry a question to an authority's server; travels between processes."""

    def ask(self, address: str, question: bytes, *, asked: Asked, within: float) -> bytes | Silence:
        """The server's bytes within ``within`` seconds, unchecked, or why there are none; never raises."""


@dataclass(frozen=True, slots=True)
class TimeStampService:
    """Where time stamps come from, whom they are believed from (DER or PEM), how many seconds we wait."""

    address: str
    servers: ProofServers
    roots: tuple[bytes, ...]
    within: float = 3.0


@dataclass(frozen=True, slots=True)
class Extended:
    """A signed file with what could be added behind its end, and why the rest is still to come.

    ``silences``: by certificate number, for those nobody vouched for yet; then nothing was added.
    """

    pdf: bytes
    silences: tuple[tuple[str, Silence], ...] = ()
