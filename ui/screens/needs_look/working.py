"""What every part of the head's page needs: one act at a time, and what is typed kept as a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, TypeVar

from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import Tasks, Worker
from dost_desktop.services.keep_drafts import KeepDrafts
from ui.screens.needs_look.port import NeedsLookViewPort

T = TypeVar("T")
FORM: Final = "needs_look"


class Working:
    """Runs jobs for the page and says what went wrong."""

    def __init__(self, view: NeedsLookViewPort, tasks: Tasks, drafts: KeepDrafts) -> None:
        self._view, self._tasks, self._drafts = view, tasks, drafts
        self._unsaved: tuple[str, Mapping[str, Any]] | None = None
        self.is_busy = False

    def run(self, job: Callable[[], T], done: Callable[[T], None], *, on: Worker = Worker.DATABASE) -> None:
        """Look something up."""
        self._tasks.run(job, done=done, failed=self._failed, on=on)

    def act(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Online; a second press while it is on its way does nothing."""
        if self.is_busy:
            return
        self._set_busy(True)
        self._view.show_problem(None)
        self._tasks.run(job, done=partial(self._acted, done), failed=self._failed, on=Worker.NETWORK)

    def keep(self, key: str, content: Mapping[str, Any]) -> None:
        """A letter was typed; it is saved soon."""
        self._unsaved = (key, content)

    def save_now(self) -> None:
        """What was typed is kept."""
        if self._unsaved is not None:
            key, content = self._unsaved
            self._unsaved = None
            self.run(partial(self._drafts.save, key, FORM, content), self._view.show_saved)

    def load(self, key: str, done: Callable[[Mapping[str, Any]], None]) -> None:
        """What was typed under ``key`` before; nothing is an empty one."""

        def content() -> Mapping[str, Any]:
            draft = self._drafts.load(key)
            return draft.content if draft else {}

        self.run(content, done)

    def forget(self, key: str) -> None:
        """What was typed is done with."""
        self._unsaved = None
        self.run(partial(self._drafts.discard, key), _nothing)

    def _acted(self, done: Callable[[T], None], answer: T) -> None:
        self._set_busy(False)
        done(answer)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._set_busy(False)
        self._view.show_problem(error)

    def _set_busy(self, busy: bool) -> None:
        self.is_busy = busy
        self._view.set_busy(busy)


def _nothing(_: object) -> None:
    """Nobody waits for it."""
