"""Which desk this is, for the first page: read without the libraries that the rest of the desk's card needs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from dost_desktop.whole_file import read_whole


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """The centre's name and the desk's code; both empty on a PC that is not enrolled."""

    centre: str
    desk: str
    practice: bool

    @property
    def words(self) -> str:
        """As the first page names it."""
        return " · ".join(part for part in (self.centre, self.desk) if part)


def read_place(card: Path) -> DeskPlace:
    """The place on the desk's card; empty without one."""
    try:
        told = json.loads(read_whole(card))["enrolled"]
    except FileNotFoundError:
        return DeskPlace("", "", practice=False)
    return DeskPlace(told["centre"]["name"], told["desk"], practice=bool(told["practice"]))
