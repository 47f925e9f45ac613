"""Identifiers: version 7 for what is made at a click, version 8 for a person's file."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from dost_desktop.domain.values import latin_capitals

_VARIANT: Final = 0b10
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)


def new_id(now: datetime) -> UUID:
    """A UUIDv7 (RFC 9562): sorts by the moment of the click, to the millisecond."""
    moment = (now - _EPOCH) // _MILLISECOND  # in whole numbers: a float loses a millisecond now and then
    noise = secrets.randbits(74)
    return UUID(
        int=(moment & (1 << 48) - 1) << 80
        | 7 << 76
        | (noise >> 62) << 64
        | _VARIANT << 62
        | noise & (1 << 62) - 1
    )


class NumberKind(StrEnum):
    """By which number a person's file is found; part of ``file_id``, so never renamed."""

    PIN = "pin"  # citizens, facts 4.1
    MIGRATION_PIN = "migration_pin"  # residence permits, facts 4.3
    DOCUMENT = "document"  # nobody is turned away unrecorded: the number of the paper that was shown
    VOEN = "voen"  # a legal entity (D17)
    HOUSEHOLD = "household"  # a family household, by the FİN of who speaks for it (D17)

    @property
    def is_person(self) -> bool:
        """Whether a natural person has such a number: registration is personal (D17)."""
        return self not in {NumberKind.VOEN, NumberKind.HOUSEHOLD}


def file_id(secret: bytes, kind: NumberKind, number: str) -> UUID:
    """The file of the person with this number: the same at every desk of one deployment, also offline.

    UUIDv8 from the first 16 bytes of HMAC-SHA256(``secret``, ``kind:NUMBER``), the number in English capitals and
    without spaces, under whichever layout it was typed. ``secret`` is the deployment's, 32 bytes, given to a desk when
    it is enrolled.
    """
    normalised = latin_capitals(number)
    mark = hmac.new(secret, f"{kind.value}:{normalised}".encode(), hashlib.sha256).digest()[:16]
    bits = int.from_bytes(mark, "big")
    bits = bits & ~(0xF << 76) | 8 << 76
    bits = bits & ~(0b11 << 62) | _VARIANT << 62
    return UUID(int=bits)
