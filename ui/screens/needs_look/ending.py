"""A registration is ended on the office's own initiative: only where the owner has switched it on (D20)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Final
from uuid import UUID

from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.services.act_online import Done
from dost_desktop.services.end_by_office import Ending
from ui.screens.needs_look.port import HeadJobs, NeedsLookViewPort
from ui.screens.needs_look.shown import EndingForm
from ui.screens.needs_look.working import Working

KEY: Final = "look:end"


class EndingSection:
    """``done`` hears whose file changed."""

    def __init__(
        self, view: NeedsLookViewPort, working: Working, jobs: HeadJobs, done: Callable[[UUID], None]
    ) -> None:
        self._view, self._working, self._jobs, self._heard = view, working, jobs, done
        self._shown = EndingForm(is_on=False)

    def open(self, about: str) -> None:
        """With the number of what was chosen; without one, what was typed before."""
        is_on, today = self._jobs.end.is_on, legal_date(self._jobs.now())
        self._show(EndingForm(is_on, text=about, starts_on=today))
        if not is_on:
            return
        if about:
            self.find(about)
        else:
            self._working.load(KEY, lambda content: self._edit(evidence=str(content.get("evidence", ""))))

    def find(self, text: str) -> None:
        """Whose registration it is."""
        self._show(replace(self._shown, text=text, file=None, grounds=(), ground="", asked=False))
        self._working.run(partial(self._jobs.look.files, text), self._found)

    def ground_chosen(self, ground: str) -> None:
        """Another ground, with the last day that the law itself sets."""
        starts_on = self._shown.starts_on
        last = self._jobs.end.last_day(ground, starts_on) if ground and starts_on else None
        self._edit(ground=ground, ends_on=last)

    def dates_edited(self, starts_on: date | None, ends_on: date | None) -> None:
        """Other days, as typed."""
        self._edit(starts_on=starts_on, ends_on=ends_on)

    def evidence_edited(self, evidence: str) -> None:
        """A letter was typed."""
        self._edit(evidence=evidence)
        self._working.keep(KEY, {"evidence": evidence})

    def press(self) -> None:
        """First the question, then the act."""
        shown, ending = self._shown, self._ending()
        if not shown.is_on:
            return
        if shown.file is None:
            self.find(shown.text)
            return
        if ending is None:
            missing = "ending.ground_missing" if not shown.ground else "ending.start_missing"
            self._view.show_problem(InvalidValue(missing))
            return
        refused = self._jobs.end.why_not(shown.file, ending)
        if refused is not None:
            self._view.show_problem(refused)
        elif not shown.asked:
            self._view.show_problem(None)
            self._show(replace(shown, asked=True))
        else:
            self._working.act(partial(self._jobs.end, shown.file.id, ending), self._acted)

    def back(self) -> bool:
        """Takes the question away; False when there was none."""
        was_asked = self._shown.asked
        if was_asked:
            self._show(replace(self._shown, asked=False))
        return was_asked

    def _ending(self) -> Ending | None:
        shown = self._shown
        if not shown.ground or shown.starts_on is None:
            return None
        return Ending(shown.ground, shown.starts_on, shown.ends_on, shown.evidence)

    def _found(self, files: tuple[PersonFile, ...]) -> None:
        if len(files) != 1:
            self._view.show_problem(InvalidValue("look.several_found" if files else "look.nobody_found"))
            return
        self._view.show_problem(None)
        rules = self._jobs.end.grounds(files[0].registration.status)
        grounds = tuple(each for each in rules if self._jobs.endings[each.id].by_office)
        self._show(replace(self._shown, file=files[0], grounds=grounds))

    def _acted(self, done: Done) -> None:
        if done.refused is not None:
            self._show(replace(self._shown, asked=False))
            self._view.show_problem(done.refused)
            return
        self._working.forget(KEY)
        self._heard(done.wanted.file_id)

    def _edit(self, **changes: Any) -> None:
        self._show(replace(self._shown, **changes, asked=False))

    def _show(self, shown: EndingForm) -> None:
        self._shown = shown
        self._view.show_ending(shown)
