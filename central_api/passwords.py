"""Passwords of agents: argon2id, and pronounceable ones for the first day."""

from __future__ import annotations

import secrets
import threading
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

_CONSONANTS: Final = "bdfgklmnprstvz"
_VOWELS: Final = "aeiou"
_AT_ONCE: Final = 4  # each takes 64 MiB


class Passwords:
    """Hashes and checks; a name nobody has costs as much time as a wrong password."""

    def __init__(self, hasher: PasswordHasher) -> None:
        self.hasher = hasher
        self._nobody = ""
        self._room = threading.BoundedSemaphore(_AT_ONCE)

    def hashed(self, password: str) -> str:
        """What is stored."""
        with self._room:
            return self.hasher.hash(password)

    def is_right(self, stored: str | None, password: str) -> bool:
        """Whether ``password`` is the one behind ``stored``; without ``stored`` never, and not sooner."""
        with self._room:
            try:
                self.hasher.verify(stored or self._of_nobody(), password)
            except VerificationError:
                return False
        return stored is not None

    def _of_nobody(self) -> str:
        self._nobody = self._nobody or self.hasher.hash(secrets.token_hex(16))
        return self._nobody


def pronounceable(syllables: int = 6) -> str:
    """A password that can be read aloud, some 45 bits: ``tivuna-kelopa-42``."""

    def syllable() -> str:
        return secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS)

    half = syllables // 2
    words = ("".join(syllable() for _ in range(half)), "".join(syllable() for _ in range(syllables - half)))
    return f"{words[0]}-{words[1]}-{secrets.randbelow(90) + 10}"
