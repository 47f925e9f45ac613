"""Nobody serves their own case: an agent who is the applicant or speaks for them gives way to a colleague (design 1).

Only who holds the deployment's secret can tell: a number becomes the file's id with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.ids import file_id
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused


def own_case(
    file: PersonFile, wanted: Sequence[acts.Act], agent: UUID | None, secret: bytes
) -> Refused | None:
    """Why whoever has the file ``agent`` may not do this in ``file``; None for the file: it is not known."""
    if agent is None:
        return None
    if file.id == agent:
        return Refused("act.own_case", "design 1")
    speakers = [each for act in wanted for each in _speakers(file, act)]
    is_speaker = any(_file_of(each, secret) == agent for each in speakers)
    return Refused("act.own_representation", "design 1") if is_speaker else None


def _speakers(file: PersonFile, act: acts.Act) -> list[Representative]:
    """Who speaks for the applicant in this act, in the application it is about, or in any open one of the file."""
    said: object = getattr(act, "representative", None)
    if isinstance(said, Representative):
        return [said]
    about: object = getattr(act, "application", None)
    meant = [each for each in file.applications if (each.id == about if about else each.is_open)]
    return [each.representative for each in meant if each.representative is not None]


def _file_of(speaker: Representative, secret: bytes) -> UUID | None:
    if speaker.number_kind is None or not speaker.identity_number.strip():
        return None
    return file_id(secret, speaker.number_kind, speaker.identity_number)
