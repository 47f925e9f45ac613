"""A file of another centre is opened for a purpose that the agent says: asked once a session, logged at every look."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.person_file import PersonFile

OWN_CENTRE: Final = "own_centre"  # the purpose of a look at a file of this centre: it serves the person
_AT_LEAST: Final = 4  # letters of a purpose


class PurposeMissing(AgentError):
    """The file belongs to other centres only, and nobody said what it is opened for (SEED 25, design 7)."""

    code = "register.purpose_missing"


class Purposes:
    """What an agent said in this session, by file. One for all services of a session, used on the database worker."""

    def __init__(self) -> None:
        self._said: dict[UUID, str] = {}

    def state(self, file_id: UUID, words: str) -> None:
        """For what the next looks at this file are, as the page says from which it is opened."""
        self._said[file_id] = words

    def purpose(self, file: PersonFile, own: str, said: str = "") -> str | None:
        """For what the centre ``own`` looks at this file; None when it must be asked first."""
        words = said.strip()
        if not centres_elsewhere(file, own):
            return words or self._said.get(file.id, OWN_CENTRE)
        if words and len(words) < _AT_LEAST:
            return None
        if words:
            self._said[file.id] = words
        return self._said.get(file.id)


def centres_elsewhere(file: PersonFile, own: str) -> tuple[str, ...]:
    """The centres whose file it is, when ``own`` has no application in it; also nobody's file is no other one's."""
    centres = {each.centre for each in file.applications}
    return () if own in centres else tuple(sorted(centres))
