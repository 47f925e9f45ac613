"""The code on every notice, made so that a person can type it from paper: no case, no look-alikes, mistakes noticed."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final

RANDOM_BYTES: Final = 16
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without I L O U (Crockford)
_LENGTH: Final = 28
_GROUP: Final = 4
_CHECK_BITS: Final = 12
_WHOLE: Final = re.compile(f"[{_ALPHABET}]{{{_LENGTH}}}")
_DASHES: Final = dict.fromkeys("-‐‑‒–—−", "")
#: Capital and small letters of the three alphabets, to the sign of the code that they look like.
_LOOK_ALIKE: Final = {**dict.fromkeys("Ooо", "0"), **dict.fromkeys("IiLlİıІі", "1")} | dict(
    zip("АВЕКМНРСТУХЅЈаекмнрстухѕјО", "ABEKMHPCTYXSJAEKMHPCTYXSJ0", strict=True)
)
_MENDED: Final = str.maketrans(_DASHES | _LOOK_ALIKE)


def verify_code(random: bytes) -> str:
    """The code of these 16 random bytes (design 7): 28 signs, the last 12 bits of which tell a mistyped one."""
    if len(random) != RANDOM_BYTES:
        raise ValueError(len(random))
    number = int.from_bytes(random, "big") << _CHECK_BITS | _check(random)
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(5 * (_LENGTH - 1), -1, -5))


def read_verify_code(typed: str) -> str | None:
    """The code that was typed, with or without dashes and spaces, in any case; None if mistyped or of another kind."""
    code = "".join(typed.split()).translate(_MENDED).upper()
    if not _WHOLE.fullmatch(code):
        return None
    number = 0
    for sign in code:
        number = number << 5 | _ALPHABET.index(sign)
    random = (number >> _CHECK_BITS).to_bytes(RANDOM_BYTES, "big")
    return code if number & (1 << _CHECK_BITS) - 1 == _check(random) else None


def is_of_this_kind(typed: str) -> bool:
    """Whether ``typed`` has the shape of such a code, right or mistyped."""
    return bool(_WHOLE.fullmatch("".join(typed.split()).translate(_MENDED).upper()))


def in_groups(code: str) -> str:
    """The code as it stands on paper: ``7Q4M-2K9P-…``."""
    return "-".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))


def _check(random: bytes) -> int:
    return int.from_bytes(sha256(random).digest()[:2], "big") >> (16 - _CHECK_BITS)
