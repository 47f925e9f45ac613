"""The head of the centre opens a refused or withdrawn application again; what was decided stays written (design 1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.decide import possible
from dost_desktop.domain.lifecycle import Move
from dost_desktop.domain.person_file import Application, Notice, PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.services.act_online import ActOnline, Done, Wanted

PURPOSE: Final = "application.reopen"
_CLOSED: Final = frozenset({ApplicationState.REFUSED, ApplicationState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Reopenable:
    """A closed application, why it cannot be opened again (None: it can), and the written answer that stands."""

    application: Application
    refused: Refused | None
    notice: Notice | None


@dataclass(frozen=True, slots=True)
class ReopenApplication:
    """Open again. ``__call__`` runs on the network worker: such an act counts only online."""

    act: ActOnline

    def closed_ones(self, file: PersonFile) -> tuple[Reopenable, ...]:
        """The refused and withdrawn applications of a file, the newest first."""
        desk, now = self.act.desk, self.act.desk.clock.now()
        law = desk.law(now)
        found = [each for each in reversed(file.applications) if each.state in _CLOSED]
        return tuple(
            Reopenable(
                each,
                _elsewhere(each, desk.centre.code)
                or possible(file, each.id, desk.role, law, now)[Move.REOPEN],
                next((n for n in file.notices if n.application == each.id and n.stands), None),
            )
            for each in found
        )

    def __call__(self, file_id: UUID, application: UUID, reason: str) -> Done:
        """What became of it."""
        act = acts.Reopen(application, reason.strip())

        def unless(file: PersonFile) -> Refused | None:
            found = file.application(application)
            return _elsewhere(found, self.act.desk.centre.code) if found else None

        [done] = self.act([Wanted(file_id, (act,), unless)], PURPOSE)
        return done


def _elsewhere(application: Application, centre: str) -> Refused | None:
    return None if application.centre == centre else Refused("application.other_centre", "design 1")
