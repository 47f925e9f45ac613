"""What an agent cannot settle goes to the head of the centre with words, and comes back with the head's finding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Final, Protocol

from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.ports import Tasks
from dost_desktop.rows import Draft, OutboxRow, RunState
from dost_desktop.services.changes import Changes
from dost_desktop.services.hand_up import HandedUp, HandUp
from dost_desktop.services.keep_drafts import KeepDrafts

_FORM: Final = "hand_up"


@dataclass(frozen=True, slots=True)
class Handing:
    """How it stands with the chosen item; ``words`` None: nothing is being written."""

    is_possible: bool
    now: datetime
    done: HandedUp | None = None
    words: str | None = field(repr=False, default=None)


class HandingUpViewPort(Protocol):
    """Where it is shown and written."""

    def show_handing_up(self, handing: Handing) -> None: ...

    def show_hand_up_problem(self, error: AgentError | None) -> None: ...

    def set_handing_busy(self, busy: bool) -> None: ...

    def show_saved(self, at: datetime) -> None: ...


class HandingUp:
    """``recorded`` hears what came of it."""

    def __init__(
        self,
        view: HandingUpViewPort,
        tasks: Tasks,
        hand_up: HandUp,
        drafts: KeepDrafts,
        *,
        may: bool,
        recorded: Callable[[Changes], None],
    ) -> None:
        """``may``: whether who is signed in hands up; the head looks at it."""
        self._may = may
        self._view, self._tasks, self._hand_up, self._drafts = view, tasks, hand_up, drafts
        self._recorded = recorded
        self._row: OutboxRow | None = None
        self._handing: Handing | None = None
        self._is_busy, self._is_unsaved = False, False

    def show(self, row: OutboxRow | None, done: HandedUp | None, now: datetime) -> None:
        """Another item was chosen, or it stands otherwise; what is being written about the same one stays."""
        is_same = row is not None and self._row is not None and row.run == self._row.run
        if not is_same:
            self.save_now()
        words = self._handing.words if is_same and self._handing and done is None else None
        waits = self._may and row is not None and row.state is RunState.NEEDS_YOU
        self._row = row
        self._handing = Handing(waits and (done is None or done.closed_at is not None), now, done, words)
        self._view.show_handing_up(self._handing)

    def begin(self) -> None:
        """The field opens with what was typed before."""
        if self._row is not None and self._handing is not None and self._handing.is_possible:
            load = partial(self._drafts.load, _key(self._row))
            self._tasks.run(load, done=partial(self._opened, self._row), failed=self._failed)

    def edited(self, words: str) -> None:
        """A letter was typed; it is saved soon."""
        if self._handing is not None:
            self._handing = Handing(self._handing.is_possible, self._handing.now, self._handing.done, words)
            self._is_unsaved = True
            self._view.show_hand_up_problem(None)

    def save_now(self) -> None:
        """What was typed is kept."""
        row, handing = self._row, self._handing
        if self._is_unsaved and row is not None and handing is not None and handing.words is not None:
            self._is_unsaved = False
            save = partial(self._drafts.save, _key(row), _FORM, {"words": handing.words})
            self._tasks.run(save, done=self._view.show_saved, failed=self._failed)

    def hand_up(self) -> None:
        """The file is marked for the head; never without words."""
        row, handing = self._row, self._handing
        if row is None or handing is None or handing.words is None or self._is_busy:
            return
        if not handing.words.strip():
            self._view.show_hand_up_problem(InvalidValue("hand_up.words_missing"))
            return
        self._set_busy(True)
        job = partial(self._hand_up, row.file_id, row.run, handing.words, _key(row))
        self._tasks.run(job, done=self._done, failed=self._failed)

    def close(self) -> bool:
        """The field folds, what was typed is kept; False when it was not open."""
        self.save_now()
        handing = self._handing
        if handing is None or handing.words is None:
            return False
        self._handing = Handing(handing.is_possible, handing.now, handing.done)
        self._view.show_handing_up(self._handing)
        return True

    def _opened(self, row: OutboxRow, draft: Draft | None) -> None:
        if self._handing is not None and self._row is not None and self._row.run == row.run:
            words = str(draft.content.get("words", "")) if draft else ""
            self._handing = Handing(self._handing.is_possible, self._handing.now, self._handing.done, words)
            self._view.show_handing_up(self._handing)

    def _done(self, changes: Changes) -> None:
        self._set_busy(False)
        self._is_unsaved = False
        if self._handing is not None:
            self._handing = Handing(False, self._handing.now, self._handing.done)
        self._recorded(changes)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._set_busy(False)
        self._view.show_hand_up_problem(error)

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self._view.set_handing_busy(busy)


def _key(row: OutboxRow) -> str:
    return f"{_FORM}:{row.run}"
