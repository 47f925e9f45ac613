"""How a written answer reached whom: what the hand-over section asks, without its picture, so presenters know it."""

from __future__ import annotations

from dataclasses import dataclass

from dost_desktop.domain.vocabulary import Receiving


@dataclass(frozen=True, slots=True)
class Handing:
    """What the agent saw happen (SEED 8, letters 1.11)."""

    receiving: Receiving
    to_representative: bool = False
