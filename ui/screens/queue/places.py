"""Where a ticket can be sent on to, and which ticket a typed number means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dost_desktop.contract.messages import Queue, Ticket


@dataclass(frozen=True, slots=True)
class Place:
    """A direction of the centre, or one of its desks."""

    kind: str  # direction or desk
    name: str

    @property
    def id(self) -> str:
        """As a list of choices names it."""
        return f"{self.kind}:{self.name}"


def places_for(ticket: Ticket, queue: Queue) -> tuple[Place, ...]:
    """Other directions first, then other desks of the ticket's own; only places where somebody will call it."""
    served = dict.fromkeys(each for desk in queue.others for each in desk.directions)
    served |= dict.fromkeys(queue.directions)
    directions = tuple(Place("direction", each) for each in served if each != ticket.direction)
    desks = tuple(Place("desk", each.desk) for each in queue.others if ticket.direction in each.directions)
    return directions + desks


def number_meant(typed: str, known: Sequence[str]) -> str:
    """The ticket of the board that was typed, as ``A-047``, ``a047`` or ``47``; else what was typed, in capitals."""
    wanted = _plain(typed)
    found = [each for each in known if _plain(each) == wanted]
    if not found and wanted.isdecimal():
        found = [each for each in known if _digits(each) == int(wanted)]
    return found[0] if len(found) == 1 else typed.strip().upper()


def _plain(number: str) -> str:
    return "".join(sign for sign in number.upper() if sign.isalnum())


def _digits(number: str) -> int:
    digits = "".join(sign for sign in number if sign.isdecimal())
    return int(digits) if digits else -1
