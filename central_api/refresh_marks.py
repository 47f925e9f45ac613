"""A refresh token says itself of which family, epoch and moment it is, sealed by a key apart from the database.

So a server whose database is of an earlier day knows a desk again, though it has forgotten the tokens given since.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

_RANDOM: Final = 16  # bytes, as are family, epoch and seal
_MOMENT: Final = 8
_PART: Final = 16


@dataclass(frozen=True, slots=True)
class Mark:
    """What a token of ours says."""

    family: str
    epoch: bytes
    at: datetime


class RefreshMarks:
    """Makes and reads them."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def new(self, family: str, epoch: str, at: datetime) -> str:
        """A fresh token: 128 random bits, what it says, and the seal; 96 characters."""
        told = UUID(family).bytes + _short(epoch) + int(at.timestamp()).to_bytes(_MOMENT, "big")
        body = secrets.token_bytes(_RANDOM) + told
        return base64.urlsafe_b64encode(body + self._seal(b"refresh", body)).decode("ascii")

    def read(self, token: str) -> Mark | None:
        """What it says; None when we never made it."""
        try:
            raw = base64.b64decode(token, altchars=b"-_", validate=True)
        except ValueError:
            return None
        body, seal = raw[:-_PART], raw[-_PART:]
        if len(raw) != _RANDOM + 3 * _PART + _MOMENT or not hmac.compare_digest(
            seal, self._seal(b"refresh", body)
        ):
            return None
        family, epoch = body[_RANDOM : _RANDOM + _PART], body[_RANDOM + _PART : _RANDOM + 2 * _PART]
        moment = int.from_bytes(body[-_MOMENT:], "big")
        return Mark(str(UUID(bytes=family)), epoch, datetime.fromtimestamp(moment, UTC))

    def is_of(self, mark: Mark, epoch: str) -> bool:
        """Whether it was made in this epoch."""
        return mark.epoch == _short(epoch)

    def taken_up(self, family: str, epoch: str) -> str:
        """Under which hash it is noted that the family went on in this epoch; of no token that anybody could show."""
        return hashlib.sha256(self._seal(b"taken up", f"{family} {epoch}".encode())).hexdigest()

    def _seal(self, what: bytes, body: bytes) -> bytes:
        return hmac.new(self._secret, b"dost/" + what + b"/1\n" + body, hashlib.sha256).digest()[:_PART]


def _short(epoch: str) -> bytes:
    return hashlib.sha256(epoch.encode()).digest()[:_PART]
