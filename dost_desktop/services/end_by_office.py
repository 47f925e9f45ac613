"""Removal or cancellation on the office's own initiative: built, and off until the owner enables it (D20)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.dates import legal_date, months_later
from dost_desktop.domain.ending import ending_by_office
from dost_desktop.domain.law import EndingRule
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import Status
from dost_desktop.services.act_online import ActOnline, Done, Wanted

PURPOSE: Final = "registration.end"


@dataclass(frozen=True, slots=True)
class Ending:
    """How a registration is ended: by which ground of the catalogue, from and until when, and what shows it."""

    ground: str
    starts_on: date
    ends_on: date | None = None
    evidence: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class EndByOffice:
    """End a registration. ``__call__`` runs on the network worker: such an act counts only online."""

    act: ActOnline

    @property
    def is_on(self) -> bool:
        """Whether the owner has enabled it."""
        return self.act.desk.law(self.act.desk.clock.now()).own_initiative

    def grounds(self, status: Status) -> tuple[EndingRule, ...]:
        """The grounds in force today for a registration in this status."""
        now = self.act.desk.clock.now()
        rules = self.act.desk.law(now).endings.values()
        today = legal_date(now)
        return tuple(
            each for each in rules if each.by_office and each.is_in_force(today) and status in each.statuses
        )

    def last_day(self, ground: str, starts_on: date) -> date | None:
        """Until when a removal lasts by law; None: while its cause lasts, or for a cancellation."""
        rule = self.act.desk.law(self.act.desk.clock.now()).endings[ground]
        return months_later(starts_on, rule.months) if rule.months is not None else None

    def why_not(self, file: PersonFile, ending: Ending) -> Refused | None:
        """What stands in the way in the file as it is known here."""
        now = self.act.desk.clock.now()
        return ending_by_office(file, self._act(ending), self.act.desk.law(now), now)

    def __call__(self, file_id: UUID, ending: Ending) -> Done:
        """What became of it."""
        [done] = self.act([Wanted(file_id, (self._act(ending),))], PURPOSE)
        return done

    def _act(self, ending: Ending) -> acts.EndByOffice:
        rule = self.act.desk.law(self.act.desk.clock.now()).endings[ending.ground]
        return acts.EndByOffice(
            rule.target, ending.ground, ending.starts_on, ending.ends_on, ending.evidence.strip()
        )
