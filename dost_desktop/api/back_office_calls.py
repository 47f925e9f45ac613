"""What a back-office officer asks: which drafts wait, and that decisions count (SEED 11, 16-17)."""

from __future__ import annotations

from dost_desktop.api import routes
from dost_desktop.api.calls import Calls
from dost_desktop.api.transport import Request
from dost_desktop.contract.back_office import BackOfficeDrafts
from dost_desktop.contract.messages import Push, PushAnswer
from dost_desktop.sync.needs import Declined


class BackOfficeCalls(Calls):
    """Asked by the signed-in officer: such acts count only online, under that token (design 4)."""

    def drafts(self, back_office: str = "") -> BackOfficeDrafts | Declined:
        """The drafts that wait, the earliest deadline first."""
        query: dict[str, str | int | float] = {"back_office": back_office}
        return self._read(BackOfficeDrafts, self._agent.send(Request("GET", routes.DRAFTS, query=query)))

    def decide(self, runs: Push) -> PushAnswer | Declined:
        """One verdict for each decision; safe to repeat."""
        return self._read(PushAnswer, self._agent.send(Request("POST", routes.DECISIONS, runs)))
