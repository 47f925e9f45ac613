"""About whom each register's answer in an act must be: the applicant, or the representative (design 3).

Only who holds the deployment's secret can tell: a number becomes the file's id with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Final
from uuid import UUID

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.ids import file_id

_ABOUT_THE_REPRESENTATIVE: Final = frozenset({"attestation", "identity_paper"})


def answers_about(
    value: object, file: UUID | None, secret: bytes
) -> Iterator[tuple[Attestation, UUID | None]]:
    """Every answer in an act on ``file``, with the file it must be about; None: of nobody, there is no number."""
    if isinstance(value, Attestation):
        yield value, file
    elif isinstance(value, tuple):
        for each in value:
            yield from answers_about(each, file, secret)
    elif is_dataclass(value):
        speaker = value if isinstance(value, Representative) else None
        for each in fields(value):
            of_speaker = speaker is not None and each.name in _ABOUT_THE_REPRESENTATIVE
            whom = _file_of(speaker, secret) if speaker and of_speaker else file
            yield from answers_about(getattr(value, each.name), whom, secret)


def are_about_others(value: object, file: UUID, secret: bytes) -> bool:
    """Whether an answer in an act on ``file`` is about somebody else than it must be."""
    return any(answer.file_id != whom for answer, whom in answers_about(value, file, secret))


def _file_of(speaker: Representative, secret: bytes) -> UUID | None:
    if speaker.number_kind is None or not speaker.identity_number.strip():
        return None
    return file_id(secret, speaker.number_kind, speaker.identity_number)
