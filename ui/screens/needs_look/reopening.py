"""A refused or withdrawn application is found, the head says why, is asked once more, and it is open again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final
from uuid import UUID

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.services.act_online import Done
from ui.screens.needs_look.port import HeadJobs, NeedsLookViewPort
from ui.screens.needs_look.shown import Choice, Reopening
from ui.screens.needs_look.working import Working

KEY: Final = "look:reopen"


class ReopeningSection:
    """``done`` hears whose file changed."""

    def __init__(
        self, view: NeedsLookViewPort, working: Working, jobs: HeadJobs, done: Callable[[UUID], None]
    ) -> None:
        self._view, self._working, self._jobs, self._heard = view, working, jobs, done
        self._shown = Reopening()

    @property
    def shown(self) -> Reopening:
        """As it stands."""
        return self._shown

    def open(self, about: str) -> None:
        """With the number of what was chosen; without one, what was typed before."""
        self._show(Reopening(text=about))
        if about:
            look = partial(self._jobs.look.files, about)
            self._working.run(look, partial(self._found, is_asked=False))
        else:
            self._working.load(KEY, self._typed_before)

    def find(self, text: str) -> None:
        """The closed applications of a number or name."""
        self._show(replace(self._shown, text=text, choices=(), chosen=None, asked=False))
        self._keep()
        self._working.run(partial(self._jobs.look.files, text), self._found)

    def choose(self, application: UUID) -> None:
        """This one."""
        found = next((each for each in self._shown.choices if _id(each) == application), None)
        self._show(replace(self._shown, chosen=found, asked=False))

    def reason_edited(self, reason: str) -> None:
        """A letter was typed."""
        self._shown = replace(self._shown, reason=reason, asked=False)
        self._keep()
        self._view.show_reopening(self._shown)

    def press(self) -> None:
        """First the question, then the act."""
        shown = self._shown
        if shown.chosen is None:
            self.find(shown.text)
            return
        if shown.chosen.closed.refused is not None:
            self._view.show_problem(shown.chosen.closed.refused)
        elif not shown.reason.strip():
            self._view.show_problem(InvalidValue("application.reason_missing"))
        elif not shown.asked:
            self._view.show_problem(None)
            self._show(replace(shown, asked=True))
        else:
            act = partial(self._jobs.reopen, shown.chosen.file.id, _id(shown.chosen), shown.reason)
            self._working.act(act, self._acted)

    def back(self) -> bool:
        """Takes the question away; False when there was none."""
        was_asked = self._shown.asked
        if was_asked:
            self._show(replace(self._shown, asked=False))
        return was_asked

    def _found(self, files: tuple[PersonFile, ...], *, is_asked: bool = True) -> None:
        closed = [Choice(file, each) for file in files for each in self._jobs.reopen.closed_ones(file)]
        named = [each for each in closed if each.closed.application.number.endswith(self._shown.text.strip())]
        choices = tuple(named if self._shown.text.strip() and named else closed)
        is_missed = is_asked and not choices  # the chosen item's own number need not lead to one
        self._view.show_problem(InvalidValue("look.none_closed") if is_missed else None)
        self._show(replace(self._shown, choices=choices, chosen=choices[0] if len(choices) == 1 else None))

    def _typed_before(self, content: Mapping[str, Any]) -> None:
        self._show(
            replace(self._shown, text=str(content.get("text", "")), reason=str(content.get("reason", "")))
        )

    def _acted(self, done: Done) -> None:
        if done.refused is not None:
            self._show(replace(self._shown, asked=False))
            self._view.show_problem(done.refused)
            return
        self._working.forget(KEY)
        self._shown = Reopening()
        self._heard(done.wanted.file_id)

    def _keep(self) -> None:
        self._working.keep(KEY, {"text": self._shown.text, "reason": self._shown.reason})

    def _show(self, shown: Reopening) -> None:
        self._shown = shown
        self._view.show_reopening(shown)


def _id(choice: Choice) -> UUID:
    return choice.closed.application.id
