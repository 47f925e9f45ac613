"""Who speaks for the applicant, as the intake sees it: a block of its own between the papers and the contact.

The page says for whom somebody speaks; the block keeps what was typed, judges it, and says what is still missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.ids import NumberKind


@dataclass(frozen=True, slots=True)
class Applicant:
    """For whom somebody speaks; ``number`` is "" until it is right. ``head``: an entity or a household (D17)."""

    number_kind: NumberKind
    number: str = field(repr=False)
    head: bool = False


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """One line of the right part: ``words`` name it, ``state`` is done, open, bad or warn (a warning never blocks).

    ``id`` is the block's own; ``refusable``: the paper does not hold and a refusal can rest on it, so the case may
    be opened in order to refuse it.
    """

    id: str
    words: str
    state: str
    problem: InvalidValue | None = None
    refusable: bool = False


class Speaker(Protocol):
    """The block's presenter, as the intake's presenter drives it. Changes come back through the intake's ``spoken``."""

    def open_for(self, applicant: Applicant | None) -> None:
        """The block comes into sight for this applicant, who may have changed; None: nobody speaks for the person."""

    def content(self) -> Mapping[str, Any]:
        """What was typed, for the draft; empty when nothing was."""

    def restore(self, content: Mapping[str, Any]) -> None:
        """A draft's content, or {} for a new intake."""

    def lines(self) -> tuple[SpeakerLine, ...]:
        """What is missing, in the order of the block; read after every change."""

    def representative(self) -> Representative | None:
        """As shown, also when the paper does not hold; None while something typed cannot be read."""

    def focus(self, line: str) -> None:
        """The caret to the field of this line; "" for the first field."""

    def leave_all(self) -> None:
        """Continue was pressed too early: every problem may be said at its field now."""
