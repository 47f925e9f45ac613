"""What can be done about a disagreement, and doing it: mine is set aside, recorded anew, or handed to the head."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from dost_desktop.domain.refusing import Refused


class ChoiceKind(StrEnum):
    """What an agent may choose; in this order on the screen."""

    KEEP_THEIRS = "keep_theirs"  # mine is set aside, a paper that left is recalled or superseded
    RECORD_MINE_NOW = "record_mine_now"  # the same acts, decided anew on the file as it is
    HAND_UP = "hand_up"  # both stay as they are until the head has decided


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a choice brings with it, for the words below it."""

    recalled: tuple[str, ...] = ()  # numbers of notices that are called back: a letter each is printed
    recalled_ids: tuple[UUID, ...] = ()  # the same notices
    superseded: tuple[str, ...] = ()  # numbers of notices in whose place a newer one stands
    superseded_by: str = ""  # its number
    records: tuple[str, ...] = ()  # kinds of events that are recorded in the file


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice; ``why_not`` None: it is possible now. ``needs_words``: the agent says something about it."""

    kind: ChoiceKind
    why_not: Refused | None
    facts: Consequence = Consequence()
    needs_words: bool = False
    is_advised: bool = False  # what the head's finding speaks for; of several possible ones the first else
