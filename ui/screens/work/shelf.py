"""The vacancies on the page: what was looked for, what was found, which one is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from dost_desktop.ports import Unanswered
from dost_desktop.services.compare_vacancies import ComparedVacancy
from dost_desktop.services.suitable_work import Wish

EVERYTHING: Final = Wish()


@dataclass(frozen=True, slots=True)
class Shelf:
    """The rows best first; ``searched_at`` None before the first answer of the vacancy bank."""

    wish: Wish = EVERYTHING
    rows: tuple[ComparedVacancy, ...] = ()
    selected: str = ""  # a vacancy's number
    total: int = 0
    searched_at: datetime | None = None
    silence: Unanswered | None = None  # why the last question stayed without an answer
    is_asking: bool = False
    taken: str = ""  # the position that was filled while it lay here
    suitable: int = 0  # seen today, suitable, and not offered
    unsure: int = 0  # seen today, with a question that nobody has answered
    seen: int = 0  # compared today with what the person can do

    @property
    def chosen(self) -> ComparedVacancy | None:
        """The vacancy that is looked at."""
        return next((each for each in self.rows if each.vacancy.number == self.selected), None)

    @property
    def best(self) -> ComparedVacancy | None:
        """The first one that fits by all five tests."""
        return next((each for each in self.rows if each.is_suitable and each.offer is None), None)

    @property
    def unread(self) -> int:
        """How many were found and not brought here yet."""
        return max(self.total - len(self.rows), 0)
