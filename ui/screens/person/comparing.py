"""Another file that may be the same person's: compared side by side, linked with a reason, never merged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final, Protocol
from uuid import UUID

from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.rows import Draft
from dost_desktop.services.changes import Changes
from dost_desktop.services.find_alike import Same
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.link_files import LinkFiles
from dost_desktop.services.look_at_person import LookAtPerson, PurposeAsked
from ui.screens.person.errands import Errands, kept, number_of, together
from ui.screens.person.page import Comparison, PersonPage

LINK_FORM: Final = "link"


class CompareViewPort(Protocol):
    """The panel with both files."""

    def show_comparison(self, comparison: Comparison | None) -> None: ...

    def show_reason_problem(self, error: AgentError | None) -> None: ...

    def show_other_number(self, error: AgentError | None) -> None:
        """The field for the number of a file that was not offered, and what is wrong with it."""


class Comparing:
    """The panel of one file; ``asked`` hears that the other file is another centre's and needs a purpose,
    ``shown`` that both are about to be in sight."""

    def __init__(
        self,
        view: CompareViewPort,
        errands: Errands,
        look: LookAtPerson,
        link: LinkFiles,
        drafts: KeepDrafts,
        *,
        asked: Callable[[UUID, PurposeAsked], None],
        shown: Callable[[], None],
        linked: Callable[[Changes], None],
    ) -> None:
        self._view, self._errands, self._look, self._link, self._drafts = view, errands, look, link, drafts
        self._asked, self._compares, self._linked = asked, shown, linked
        self._page: PersonPage | None = None
        self._shown: Comparison | None = None
        self._is_asking = False

    @property
    def is_open(self) -> bool:
        """Whether both files are in sight, or the other one's number is asked for."""
        return self._shown is not None or self._is_asking

    def ask(self, page: PersonPage) -> None:
        """Which file is to be compared, where nothing in both says that they are one person's."""
        self._page, self._is_asking = page, True
        self._view.show_other_number(None)

    def number_given(self, typed: str) -> None:
        """The file of the person with this number."""
        if self._page is None or not self._is_asking:
            return
        problems: dict[str, AgentError] = {}
        found = kept(problems, "number", partial(number_of, typed))
        other = self._look.desk.file_of(*found) if found else None
        if other == self._page.view.file.id:
            problems["number"] = InvalidValue("file.same")
        if problems or other is None:
            self._view.show_other_number(problems["number"])
        else:
            self.open(self._page, other)

    def open(self, page: PersonPage, other: UUID, purpose: str = "") -> None:
        """Both files side by side; the look at the other one is logged too, with its purpose."""
        self._page = page
        key = link_key(page.view.file.id, other)
        look = partial(self._look.other, other, purpose)
        load = partial(self._drafts.load, key)
        self._errands.run(partial(together, look, load), partial(self._looked, other))

    def reason_edited(self, words: str) -> None:
        """Why the agent thinks it is one person."""
        if self._shown is not None:
            self._errands.keep(self._key(self._shown), LINK_FORM, {"reason": words})
            self._shown = replace(self._shown, reason=words)
            self._view.show_reason_problem(None)

    def same_person(self) -> None:
        """The files are linked, each with the agent's reason; never without one."""
        shown = self._shown
        if shown is None:
            return
        if not shown.reason.strip():
            self._view.show_reason_problem(InvalidValue("file.reason_missing"))
            return
        job = partial(self._link, shown.mine.id, shown.other.id, shown.reason, self._key(shown))
        self._errands.act(job, self._done)

    def not_the_same(self) -> UUID | None:
        """Nothing is recorded; the other file, which is not to be offered again on this page."""
        shown = self._shown
        if shown is None:
            return None
        self._errands.forget(self._key(shown))
        self.close()
        return shown.other.id

    def close(self) -> None:
        """The panel folds; what was typed is kept."""
        self._errands.save_now()
        self._shown, self._is_asking = None, False
        self._view.show_comparison(None)

    @staticmethod
    def _key(shown: Comparison) -> str:
        return link_key(shown.mine.id, shown.other.id)

    def _looked(self, wanted: UUID, answer: tuple[PersonFile | PurposeAsked, Draft | None]) -> None:
        other, draft = answer
        if self._page is None:
            return
        if isinstance(other, PurposeAsked):
            self._asked(wanted, other)
            return
        alike = (each.same for each in self._page.alike if each.row.file_id == other.id)
        reason = str(draft.content.get("reason", "")) if draft else ""
        self._is_asking = False
        self._shown = Comparison(self._page.view.file, other, next(alike, frozenset[Same]()), reason)
        self._compares()
        self._view.show_comparison(self._shown)

    def _done(self, changes: Changes) -> None:
        self._errands.recorded()
        self.close()
        self._linked(changes)


def link_key(file_id: UUID, other: UUID) -> str:
    """Where a typed reason for linking two files is kept."""
    return f"{LINK_FORM}:{file_id}:{other}"
