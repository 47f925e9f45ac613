"""One byte sequence for one value: everything that is hashed or signed goes through here.

RFC 8785 (JSON canonicalization) with a purpose tag in front, so that bytes signed for one purpose can never
be passed off as another. These formats can never change: see docs/formats.md and its test vectors.
"""

from __future__ import annotations

import hashlib
import json
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

_SAFE: Final = 2**53 - 1
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

NotCanonical = rfc8785.CanonicalizationError  # a ValueError: NaN, too great a number, half a surrogate pair


def canonical(tag: str, value: Mapping[str, Any]) -> bytes:
    """The bytes that are hashed or signed: the tag, a line feed, then the value in RFC 8785 form.

    Raises NotCanonical for what RFC 8785 cannot write.
    """
    return tagged(tag, written(value))


def written(value: Mapping[str, Any]) -> bytes:
    """The value in RFC 8785 form, without a tag. Raises NotCanonical for what RFC 8785 cannot write."""
    whole = dict(value)
    return _quickly(whole) if _is_plain(whole) else rfc8785.dumps(whole)


def tagged(tag: str, form: bytes) -> bytes:
    """The bytes that are hashed or signed of a value that was ``written``."""
    return tag.encode("ascii") + b"\n" + form


def _is_plain(value: Any) -> bool:
    """True for what the standard library writes exactly as RFC 8785 does: no fraction, small numbers, ASCII keys.

    Our records hold nothing else; the rest takes the slow way, which is the rule itself.
    """
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return True
    if kind is int:
        return bool(-_SAFE <= value <= _SAFE)
    if kind is dict:
        return all(type(key) is str and key.isascii() for key in value) and all(
            map(_is_plain, value.values())
        )
    return kind is list and all(map(_is_plain, value))


def _quickly(value: dict[str, Any]) -> bytes:
    try:
        return _ENCODER.encode(value).encode()
    except UnicodeEncodeError:  # half a surrogate pair
        return rfc8785.dumps(value)


def digest(tag: str, value: Mapping[str, Any]) -> str:
    """SHA-256 of ``canonical``, 64 small hexadecimal digits."""
    return digest_of(tag, written(value))


def digest_of(tag: str, form: bytes) -> str:
    """The same of a value that was ``written``."""
    return hashlib.sha256(tagged(tag, form)).hexdigest()


def data_digest(salt: str, data: Mapping[str, Any]) -> str:
    """The digest an event carries instead of its data: a salt of 32 hexadecimal digits hides short values.

    Data and salt lie beside the chain, so a lawful erasure takes both and the chain still verifies.
    """
    return digest(EVENT_DATA, {"data": dict(data), "salt": salt})
