"""A paper of the office on its way to the printer: opened for a purpose, logged, worded, marked when it is a copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.catalogue.office_paper import Line, OfficePaper
from dost_desktop.catalogue.paper_wording import PaperWording
from dost_desktop.catalogue.refusal_facts import CentreDetails
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.ports import Work
from dost_desktop.services.desk import Desk
from dost_desktop.services.purposes import PurposeMissing, Purposes

_PRINTED: Final = "papers_printed:"  # how often this desk printed a paper, by its number


class NothingToPrint(AgentError):
    """The file does not say what this paper would say; fact ``paper``."""

    code = "paper.nothing_to_print"

    def __init__(self, paper: str) -> None:
        super().__init__(paper=paper)


@dataclass(frozen=True, slots=True)
class Printable:
    """A paper with what the printer has to know; ``name`` of the file where there is no printer."""

    file_id: UUID
    paper: OfficePaper
    name: str
    copies: int = 0  # prints before this one: a later print says so in its margin
    is_counted: bool = False  # there is one original, everything after it is a copy


@dataclass(frozen=True, slots=True)
class PaperDesk:
    """What every paper rests on: the desk, the approved words, and for what files are opened."""

    desk: Desk
    catalogue: Catalogue
    practice: bool
    purposes: Purposes = field(default_factory=Purposes)

    def opened(self, work: Work, file_id: UUID, what: str, purpose: str = "") -> PersonFile:
        """The file, with the look in the access log. Raises PurposeMissing for another centre's file."""
        desk, file = self.desk, work.file(file_id)
        said = self.purposes.purpose(file, desk.centre.code, purpose)
        if said is None:
            raise PurposeMissing
        now, agent = desk.clock.now(), desk.agent.agent
        work.access_log.add(at=now, agent=agent, what=what, purpose=said, file_id=file_id)
        return file

    def case(self, work: Work, file_id: UUID, application: UUID, what: str) -> tuple[PersonFile, Application]:
        """The file with one of its applications; KeyError where it is not in the file."""
        file = self.opened(work, file_id, what)
        found = file.application(application)
        if found is None:
            raise KeyError(application)
        return file, found

    def worded(
        self, id_: str, values: Mapping[str, str], inserts: Mapping[str, Sequence[Line]] | None = None
    ) -> OfficePaper:
        """The paper with this desk's letterhead and the signed-in agent under it."""
        centre, agent = self.desk.centre, self.desk.agent
        details = CentreDetails(name=centre.name, address=centre.address, phone=centre.phone)
        here = {"centre_name": centre.name, "centre_phone": centre.phone, "agent_name": agent.name}
        wording = PaperWording(self.catalogue, {**here, **values})
        return wording.paper(id_, details, (agent.post, agent.name), inserts, practice=self.practice)

    def copies_of(self, work: Work, number: str) -> int:
        """How often this desk printed the paper with this number."""
        return int(work.meta.get(f"{_PRINTED}{number}", 0))

    def printed(self, printable: Printable) -> None:
        """Remember that it came out of the printer. Runs on the database worker."""
        if not printable.is_counted:
            return
        with self.desk.open_work() as work:
            number = printable.paper.number
            work.meta.set(f"{_PRINTED}{number}", self.copies_of(work, number) + 1)
            work.commit()
