"""One byte sequence for one value: everything that is hashed or signed goes through here.

RFC 8785 (JSON canonicalization) with a purpose tag in front, so that bytes signed for one purpose can never
be passed off as another. These formats can never change: see docs/formats.md and its test vectors.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Final

import rfc8785

EVENT_CONTENT: Final = "dost/event-content/1"
EVENT_DATA: Final = "dost/event-data/1"
EVENT_LINK: Final = "dost/event-link/1"
ATTESTATION: Final = "dost/attestation/1"
RECEIPT: Final = "dost/receipt/1"
NUMBER_LEASE: Final = "dost/number-lease/1"
KEY_ASSERTION: Final = "dost/key-assertion/1"

NotCanonical = rfc8785.CanonicalizationError  # a ValueError: NaN, too great a number, half a surrogate pair


def canonical(tag: str, value: Mapping[str, Any]) -> bytes:
    """The bytes that are hashed or signed: the tag, a line feed, then the value in RFC 8785 form.

    Raises NotCanonical for what RFC 8785 cannot write.
    """
    return tag.encode("ascii") + b"\n" + rfc8785.dumps(dict(value))


def digest(tag: str, value: Mapping[str, Any]) -> str:
    """SHA-256 of ``canonical``, 64 small hexadecimal digits."""
    return hashlib.sha256(canonical(tag, value)).hexdigest()


def data_digest(salt: str, data: Mapping[str, Any]) -> str:
    """The digest an event carries instead of its data: a salt of 32 hexadecimal digits hides short values.

    Data and salt lie beside the chain, so a lawful erasure takes both and the chain still verifies.
    """
    return digest(EVENT_DATA, {"data": dict(data), "salt": salt})
