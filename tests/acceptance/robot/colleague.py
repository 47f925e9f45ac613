"""A colleague at another desk of the centre, who changes a file while somebody here has it open.

Without a window: what the colleague's window would do is not the point, only that it happened meanwhile.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from uuid import UUID

from central_api import demo
from dost_desktop.office import Office
from dost_desktop.practice import PracticeFacts
from dost_desktop.services.changes import Changes
from dost_desktop.sync.engine import Sync, Ways
from dost_desktop.sync.needs import Memory
from dost_desktop.sync.round import Place
from tests.acceptance.robot.outside import Outside
from ui.session_services import services_of


class Colleague:
    """The second agent of the centre, at a desk enrolled for this."""

    def __init__(self, outside: Outside, facts: PracticeFacts, home: Path) -> None:
        office = Office(home)
        enrolled = office.enrol(outside.practice.url, outside.office.enrolment.new_code(demo.CENTRE))
        agent = [each for each in facts.agents if each.role == "agent"][1]
        self.signed_in = office.sign_in(agent.agent, agent.password)
        self.does, self.clock = services_of(office, self.signed_in), office.clock
        memory = Memory(self.signed_in.database.open_reading, self.signed_in.database.open_work)
        place = Place(enrolled.desk, enrolled.centre.code)
        self._sync = Sync(Ways(self.signed_in.central, memory, office.clock, office.law, place), Random(1))

    def withdraws(self, file_id: UUID, application: UUID) -> Changes:
        """The person changed their mind, at the colleague's desk."""
        self._syncs()
        done = self.does.withdraw(file_id, application)
        self._syncs()
        return done

    def leaves(self) -> None:
        """Home."""
        self.signed_in.close()

    def _syncs(self) -> None:
        self._sync.once(self.clock.now(), is_forced=True)
