"""Tells a card scanner's burst of keystrokes from a person's typing, by speed and by content.

A key that may begin a card's lines is held back for a blink; what turns out to be typing is given back in order, so
that not one character of a card ever reaches a field. Pure: the window's key filter feeds it.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from dost_desktop.domain.mrz import repair_layout

# Type, second letter and state of a card; line ends only where the first line of either layout may end.
_BEGINNING: Final = re.compile(r"[ACI][A-Z<]{0,4}|[ACI][A-Z<]{4}[0-9A-Z<]+")
_FIRST_LINE: Final = 30
_LONGEST: Final = 130
_SURELY: Final = 15  # nobody types so many matching signs at a scanner's pace
TYPING_GAP_MS: Final = 50  # a person who types on is slower
SCANNER_GAP_MS: Final = 400  # a scanner may rest between the lines


class Held(StrEnum):
    """What to do with the key that was just pressed."""

    HOLD = "hold"
    RELEASE = "release"  # and everything held before it, first


class Burst:
    """The keys held back so far."""

    def __init__(self) -> None:
        self.text = ""

    def key(self, text: str) -> Held:
        """One key press with the text it types; "" for a key that types nothing."""
        if text and self._may_go_on(self.text + text):
            self.text += text
            return Held.HOLD
        return Held.RELEASE

    @property
    def gap_ms(self) -> int:
        """How long to wait for the next key before the burst is over."""
        return SCANNER_GAP_MS if self.is_card else TYPING_GAP_MS

    @property
    def is_card(self) -> bool:
        """Whether what is held can only come from a scanner, complete or not."""
        return len(self.text) >= _SURELY

    def end(self) -> str:
        """What was held; the next key begins anew."""
        text, self.text = self.text, ""
        return text

    @staticmethod
    def _may_go_on(text: str) -> bool:
        plain, _ = repair_layout(text)
        first = re.split(r"[\r\n\t]", plain, maxsplit=1)
        if len(first) > 1 and len(first[0]) < _FIRST_LINE:
            return False
        signs = "".join(plain.split())
        return len(text) <= _LONGEST and " " not in plain and bool(_BEGINNING.fullmatch(signs))
