"""A form for MAS is filled with the agent's help; the person confirms it in e-sosial (SEED 23.4, 23.7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.evidence import WorkProfile
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk
from dost_desktop.services.record_contact import Reach


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What the form says besides what the registers know; None: this kind of form does not ask it."""

    form: acts.SubmitForm
    reach: Reach | None = field(repr=False, default=None)
    profile: WorkProfile | None = field(repr=False, default=None)


@dataclass(frozen=True, slots=True)
class FillForm:
    """Record what was told and hand the form to MAS: one run. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, filled: FilledForm, *, draft_key: str = "") -> Changes:
        """The form waits for MAS; contact and profile are recorded with it where they changed.

        The draft under ``draft_key`` is discarded in the same transaction. Raises ActNotAllowed; then nothing was
        recorded and the draft stays.
        """
        with self.desk.open_work() as work:
            self.desk.act(work, file_id, _acts(work.file(file_id), filled))
            if draft_key:
                work.drafts.discard(draft_key)
            work.commit()
        return Changes(frozenset({file_id}), outbox=True)


def _acts(file: PersonFile, filled: FilledForm) -> tuple[acts.Act, ...]:
    said: list[acts.Act] = []
    reach, profile = filled.reach, filled.profile
    if reach is not None:
        phone, email = (each.text if each else "" for each in (reach.phone, reach.email))
        if (phone, email, reach.address) != (file.phone, file.email, file.address):
            said.append(acts.RecordContact(phone, email, reach.address))
    if profile is not None and profile != file.profile:
        said.append(acts.RecordWorkProfile(profile))
    return (*said, filled.form)
