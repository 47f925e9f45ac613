"""What the person can do, recorded or put right in place: a typing error is recorded as a correction (facts 1.3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, Protocol
from uuid import UUID

from dost_desktop.domain.dates import legal_date
from dost_desktop.rows import Draft
from dost_desktop.services.changes import Changes
from dost_desktop.services.look_at_person import PersonView
from dost_desktop.services.record_profile import RecordProfile
from ui.parts.profile.typed import profile_from, typed_profile
from ui.screens.person.errands import Errands

PROFILE_FORM: Final = "profile"
_CORRECTS: Final = "corrects"


class ProfileViewPort(Protocol):
    """The fields of the profile."""

    def show_profile(self, typed: Mapping[str, Any] | None, *, corrects: bool, is_first: bool) -> None:
        """The fields with what was typed; None folds them. ``is_first``: nothing is recorded that could be wrong."""

    def show_profile_problems(self, problems: Mapping[str, str]) -> None:
        """Keys of words by field; the focus goes to the first wrong one."""


class Profiling:
    """The section of one file; ``recorded`` hears what came of it, ``folded`` that it was left."""

    def __init__(
        self,
        view: ProfileViewPort,
        errands: Errands,
        record: RecordProfile,
        file_id: UUID,
        *,
        recorded: Callable[[Changes], None],
        folded: Callable[[], None],
    ) -> None:
        self._view, self._errands, self._record, self._file_id = view, errands, record, file_id
        self._recorded, self._folded = recorded, folded
        self._typed: Mapping[str, Any] | None = None  # None while the section is folded
        self._shown: PersonView | None = None
        self.draft: Draft | None = None

    @property
    def key(self) -> str:
        """Where a typed, unrecorded profile is kept."""
        return f"{PROFILE_FORM}:{self._file_id}"

    @property
    def is_open(self) -> bool:
        """Whether the fields are open."""
        return self._typed is not None

    def open(self, view: PersonView) -> None:
        """The fields with what is recorded, or with what was typed before and not recorded."""
        self._shown, profile = view, view.file.profile
        self._typed = {**typed_profile(profile), **(self.draft.content if self.draft else {})}
        corrects = bool(self._typed.get(_CORRECTS)) and profile is not None
        self._view.show_profile(self._typed, corrects=corrects, is_first=profile is None)

    def edited(self, typed: Mapping[str, Any]) -> None:
        """A letter was typed; it is saved soon."""
        if self._typed is not None:
            self._typed = {**typed, _CORRECTS: bool(self._typed.get(_CORRECTS))}
            self._errands.keep(self.key, PROFILE_FORM, self._typed)

    def correction_said(self, corrects: bool) -> None:
        """What is recorded holds a typing error, or the world has changed."""
        if self._typed is not None:
            self._typed = {**self._typed, _CORRECTS: corrects}
            self._errands.keep(self.key, PROFILE_FORM, self._typed)

    def record(self) -> None:
        """Everything right: recorded; else the focus goes to the first wrong field."""
        if self._typed is None or self._shown is None or self._errands.is_busy:
            return
        profile, problems = profile_from(self._typed, legal_date(self._shown.now))
        self._view.show_profile_problems(problems)
        if not problems:
            corrects = bool(self._typed.get(_CORRECTS)) and self._shown.file.profile is not None
            job = partial(self._record, self._file_id, profile, corrects=corrects, draft_key=self.key)
            self._errands.act(job, self._done)

    def keep_as_is(self) -> None:
        """What is recorded stays; what was typed is forgotten."""
        self._errands.forget(self.key)
        self.draft = None
        self.close()

    def close(self) -> None:
        """The fields fold; what was typed is kept."""
        self._errands.save_now()
        self._typed = None
        self._view.show_profile(None, corrects=False, is_first=False)
        self._folded()

    def _done(self, changes: Changes) -> None:
        self._errands.recorded()
        self.draft = None
        self.close()
        self._recorded(changes)
