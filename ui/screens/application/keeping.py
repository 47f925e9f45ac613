"""What is typed on the case page and not recorded yet, kept within a second: a crash loses at most that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Final
from uuid import UUID

from dost_desktop.ports import Tasks
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.refuse_application import draft_key
from ui.screens.application.page import Looked
from ui.screens.application.port import DRAFT_FORM, PAGE_FORM

PAPER, SPEAKS, EXPLANATION, STATEMENT = "paper", "speaks", "explanation", "statement"


def page_key(application: UUID) -> str:
    """Under which key the case page of an application keeps its own draft."""
    return f"case:{application}"


class Keeping:
    """Two drafts: the refusal's, which the person's statement goes into, and the page's own."""

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
        self._contents: Final[dict[str, dict[str, Any]]] = {DRAFT_FORM: {}, PAGE_FORM: {}}
        self._unsaved: set[str] = set()

    def statement(self, words: str) -> None:
        """The person's words, so that they arrive on the refusal page."""
        self._keep(DRAFT_FORM, STATEMENT, words)

    def typed(self, name: str, content: Any) -> None:
        """Something typed into a section of the page."""
        self._keep(PAGE_FORM, name, content)

    def of_page(self, name: str) -> Any:
        """What was typed into this section, None when nothing was."""
        return self._contents[PAGE_FORM].get(name)

    def take(self, looked: Looked) -> bool:
        """Take over what a look found; False while something here is newer."""
        if self._unsaved:
            return False
        self._contents[DRAFT_FORM] = dict(looked.draft)
        self._contents[PAGE_FORM] = dict(looked.typed)
        return True

    def save_now(self) -> None:
        """Keep what is not kept yet."""
        unsaved, self._unsaved = self._unsaved, set()
        for form in sorted(unsaved):
            content = {**self._contents[form], "agent": self._drafts.desk.agent.agent}
            key = draft_key(self._application) if form == DRAFT_FORM else page_key(self._application)
            save = partial(self._drafts.save, key, form, content, application=self._application)
            self._tasks.run(save, done=self._saved, failed=self._failed)

    def forget(self, name: str) -> None:
        """What was typed into this section is recorded."""
        if self._contents[PAGE_FORM].pop(name, None) is None:
            return
        self._unsaved.discard(PAGE_FORM)
        rest: Mapping[str, Any] = self._contents[PAGE_FORM]
        if any(each != "agent" for each in rest):
            self._unsaved.add(PAGE_FORM)
            self.save_now()
            return
        discard = partial(self._drafts.discard, page_key(self._application))
        self._tasks.run(discard, done=_nothing, failed=self._failed)

    def _keep(self, form: str, name: str, content: Any) -> None:
        self._contents[form][name] = content
        self._unsaved.add(form)


def _nothing(_: None) -> None:
    """Nobody waits for it."""
