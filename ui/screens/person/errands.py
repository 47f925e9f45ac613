"""What every section of the person's page needs: work off the window's thread, one act at a time, drafts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Protocol, TypeVar

from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.values import Pin, personal_number
from dost_desktop.ports import Tasks, Worker
from dost_desktop.rows import Draft
from dost_desktop.services.keep_drafts import KeepDrafts

V = TypeVar("V")
W = TypeVar("W")


class ErrandsViewPort(Protocol):
    """Where the page says what went wrong, what was saved, and that it is busy."""

    def show_problem(self, error: AgentError | None) -> None: ...

    def show_saved(self, at: datetime) -> None: ...

    def set_busy(self, busy: bool) -> None: ...


class Errands:
    """``saved`` hears of every draft that was kept."""

    def __init__(
        self, view: ErrandsViewPort, tasks: Tasks, drafts: KeepDrafts, saved: Callable[[Draft], None]
    ) -> None:
        self._view, self._tasks, self._drafts, self._heard = view, tasks, drafts, saved
        self._unsaved: tuple[str, str, Mapping[str, Any]] | None = None  # key, form, content
        self.is_busy = False

    def run(
        self,
        job: Callable[[], V],
        done: Callable[[V], None],
        *,
        on: Worker = Worker.DATABASE,
        failed: Callable[[], None] | None = None,
    ) -> None:
        """Look something up; an expected error is said on the page, and ``failed`` hears of it."""
        self._tasks.run(job, done=done, failed=partial(self._not_found, failed), on=on)

    def act(self, job: Callable[[], V], done: Callable[[V], None]) -> None:
        """An act: a second press does nothing, a refusal is said on the page, what was typed stays."""
        if self.is_busy:
            return
        self._set_busy(True)
        self._view.show_problem(None)
        self._tasks.run(job, done=partial(self._acted, done), failed=self._failed)

    def keep(self, key: str, form: str, content: Mapping[str, Any]) -> None:
        """A letter was typed; it is saved soon."""
        self._unsaved = (key, form, content)

    def save_now(self) -> None:
        """What was typed is kept as a draft."""
        if self._unsaved is not None and not self.is_busy:
            key, form, content = self._unsaved
            self._unsaved = None
            self.run(partial(self._drafts.save, key, form, content), partial(self._saved, key, form, content))

    def recorded(self) -> None:
        """What was typed is recorded; nothing of it waits."""
        self._unsaved = None

    def forget(self, key: str) -> None:
        """What was typed is not wanted any more."""
        self._unsaved = None
        self.run(partial(self._drafts.discard, key), _nothing)

    def _acted(self, done: Callable[[V], None], answer: V) -> None:
        self._set_busy(False)
        done(answer)

    def _saved(self, key: str, form: str, content: Mapping[str, Any], at: datetime) -> None:
        self._heard(Draft(key, form, content, at))
        self._view.show_saved(at)

    def _not_found(self, failed: Callable[[], None] | None, error: Exception) -> None:
        if failed is not None:
            failed()
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._set_busy(False)
        self._view.show_problem(error)

    def _set_busy(self, busy: bool) -> None:
        self.is_busy = busy
        self._view.set_busy(busy)


def together(first: Callable[[], V], second: Callable[[], W]) -> tuple[V, W]:
    """Two questions in one piece of work."""
    return first(), second()


def kept(problems: dict[str, AgentError], name: str, read: Callable[[], V]) -> V | None:
    """What a field says, or None with its problem under ``name``."""
    try:
        return read()
    except InvalidValue as problem:
        problems[name] = problem
        return None


def number_of(typed: str) -> tuple[NumberKind, str]:
    """By which number a person's file is found: the FİN, of either length. Raises InvalidValue."""
    number = personal_number(typed)
    return (NumberKind.PIN if isinstance(number, Pin) else NumberKind.MIGRATION_PIN), number.text


def _nothing(_: object) -> None:
    """Nobody waits for it."""
