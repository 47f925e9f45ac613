"""What is typed on the page of suitable work and not recorded yet, kept within a second."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from dost_desktop.ports import Tasks
from dost_desktop.services.keep_drafts import KeepDrafts
from ui.screens.work.port import DRAFT_FORM


def draft_key(application: UUID) -> str:
    """Under which key the page keeps its draft."""
    return f"work:{application}"


class Keeping:
    """One draft with a part for each form of the page."""

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
        self._content: dict[str, Any] = {}
        self._is_unsaved = False

    @property
    def content(self) -> Mapping[str, Any]:
        """Every part that was typed into."""
        return self._content

    def take(self, typed: Mapping[str, Any]) -> bool:
        """Take over what a look found; False while something here is newer."""
        if self._is_unsaved:
            return False
        self._content = {name: part for name, part in typed.items() if name != "agent"}
        return True

    def typed(self, name: str, content: Any) -> None:
        """Something typed into a form."""
        self._content[name] = content
        self._is_unsaved = True

    def save_now(self) -> None:
        """Keep what is not kept yet."""
        if self._is_unsaved:
            self._is_unsaved = False
            content = {**self._content, "agent": self._drafts.desk.agent.agent}
            save = partial(
                self._drafts.save,
                draft_key(self._application),
                DRAFT_FORM,
                content,
                application=self._application,
            )
            self._tasks.run(save, done=self._saved, failed=self._failed)

    def forget(self, *names: str) -> None:
        """What was typed into these forms is recorded."""
        gone = [self._content.pop(name, None) for name in names]
        if all(each is None for each in gone):
            return
        if self._content:
            self._is_unsaved = True
            self.save_now()
            return
        self._is_unsaved = False
        discard = partial(self._drafts.discard, draft_key(self._application))
        self._tasks.run(discard, done=_nothing, failed=self._failed)


def _nothing(_: None) -> None:
    """Nobody waits for it."""
