"""How many disagreements wait for the agent: said in the rail and in the strip, counted when something moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dost_desktop.services.changes import Changes
from dost_desktop.services.disagreements import DisagreementRow, Disagreements
from ui.sync_details import Known

if TYPE_CHECKING:
    from ui.session import Session


class DisagreementsTold:
    """For who settles them; others hear nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.ask = Disagreements(session.desk)
        self._count = 0
        network = session.office.network()
        self._days = network.warn_after_days, network.no_new_cases_after_days

    @property
    def known(self) -> Known:
        """What the strip says beside the sync's own state."""
        return Known(self._count, self._session.pages.decides, *self._days)

    def heard(self, changes: Changes) -> None:
        """Something was recorded, or the sync brought something."""
        if changes.files or changes.outbox:
            self.count()

    def count(self) -> None:
        """Ask anew."""
        if self._session.pages.decides:
            self._session.tasks.run(self.ask, done=self._listed, failed=self._session.failed)

    def show(self, count: int) -> None:
        """So many wait."""
        self._count = count
        self._session.window.rail.set_count("disagreements", count, blocks=count > 0)
        self._session.sync_told.emit(self._session.sync_state)

    def _listed(self, rows: tuple[DisagreementRow, ...]) -> None:
        self.show(len(rows))
