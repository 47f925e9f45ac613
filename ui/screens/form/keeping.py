"""What was typed into the form: kept as a draft within a second, and when which mistake in it is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import Tasks
from dost_desktop.services.keep_drafts import KeepDrafts
from ui.screens.form.checks import Checked
from ui.screens.form.page import Looked
from ui.screens.form.port import DRAFT_FORM, draft_key
from ui.screens.form.typed import TypedForm, TypedJob, prefilled, typed_from

_MISSING: Final = {  # field -> what is said at it once the form was to be sent without it
    "ground": "ending.ground_missing",
    "starts_on": "ending.start_missing",
    "ends_on": "form.until_missing",
    "evidence": "ending.evidence_missing",
}


class Keeping:
    """``typed`` is what stands in the fields now."""

    def __init__(
        self,
        tasks: Tasks,
        drafts: KeepDrafts,
        application: UUID,
        saved: Callable[[datetime], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._tasks, self._drafts, self._application = tasks, drafts, application
        self._saved, self._failed = saved, failed
        self.typed = TypedForm()
        self._is_unsaved = self._is_newer = False
        self._left: set[str] = set()  # fields that were left: what is wrong in them is said
        self._wanted: set[str] = set()  # fields without which the form was to be sent

    def edited(self, typed: TypedForm) -> bool:
        """Somebody typed; False when nothing is new."""
        if typed == self.typed:
            return False
        self.typed, self._is_unsaved, self._is_newer = typed, True, True
        return True

    def jobs(self, jobs: tuple[TypedJob, ...]) -> None:
        """One more job, or one less: mistakes of rows that moved are said again when they are left."""
        self._left = {each for each in self._left if not each.startswith("job.")}
        self.edited(replace(self.typed, jobs=jobs))

    def take(self, looked: Looked) -> bool:
        """Take over what a look found, typed before or known; False when typing is newer, or it is the same."""
        typed = prefilled(looked.case) if looked.draft is None else typed_from(looked.draft)
        if self._is_newer or typed == self.typed:
            return False
        self.typed = typed
        return True

    def left(self, name: str) -> None:
        """The caret left this field."""
        self._left.add(name)

    def tried(self, checked: Checked) -> None:
        """The form was to be sent as it stands."""
        self._left |= {*checked.problems}
        self._wanted |= {*checked.missing}

    def problems(self, checked: Checked) -> dict[str, Refused]:
        """What is said at the fields; leaving an empty one is no mistake yet, sending the form without it is."""
        said = {name: why for name, why in checked.problems.items() if name in self._left}
        for name in checked.missing:
            if name in self._wanted:
                is_end = name == "evidence" and checked.ending is None  # of a removal that is taken back
                why = "form.end_missing" if is_end else _MISSING.get(name, f"form.{name}_missing")
                said[name] = Refused(why)
        return said

    def save_now(self) -> None:
        """Keep what is not kept yet."""
        if not self._is_unsaved:
            return
        self._is_unsaved = False
        content = {**self.typed.content(), "agent": self._drafts.desk.agent.agent}
        key = draft_key(self._application)
        save = partial(self._drafts.save, key, DRAFT_FORM, content, application=self._application)
        self._tasks.run(save, done=self._saved, failed=self._failed)

    def sent(self) -> None:
        """It is in the file now; the draft is gone."""
        self._is_unsaved = self._is_newer = False
        self._left, self._wanted = set(), set()
