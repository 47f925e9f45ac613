"""The back office's decisions on its page: which drafts are listed, what is shown of them, what stays selected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from dost_desktop.contract.back_office import BackOfficeDraft, BackOfficeDrafts
from dost_desktop.domain.dates import instant
from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import Tasks, Unanswered, Worker
from dost_desktop.services.look_at_draft import DraftFacts
from ui.parts.just_turned import JustTurned
from ui.screens.back_office.deciding import Deciding
from ui.screens.back_office.port import BackOfficeViewPort, OfficerActs, SaysQuietly
from ui.screens.back_office.shown import (
    Chosen,
    Listing,
    Row,
    ShownDraft,
    Which,
    counts_of,
    fits_search,
    row_filter,
)

_ROUNDS_QUIET: Final = 10  # of the view's clock: how often a list that was had is asked for anew


class BackOfficePresenter:
    """The page of a back-office officer."""

    def __init__(
        self, view: BackOfficeViewPort, tasks: Tasks, acts: OfficerActs, navigation: SaysQuietly
    ) -> None:
        self._view, self._tasks, self._acts = view, tasks, acts
        self._drafts: tuple[BackOfficeDraft, ...] | None = None
        self._total, self._rounds, self._loading = 0, 0, False
        self._away: Unanswered | None = None
        self._as_of: datetime | None = None  # when the list was had
        self._which, self._office, self._searched = Which.ALL, "", ""
        self._selected: UUID | None = None
        self._marked: frozenset[UUID] = frozenset()
        self._shown: ShownDraft | None = None
        self._just_turned = JustTurned(acts.now)
        self.deciding = Deciding(view, tasks, acts, navigation, self._after)

    # the list
    def opened(self) -> None:
        """The page came into sight."""
        self.reload()

    def reload(self) -> None:
        """F5: the list anew."""
        if self._loading:
            return
        self._loading, self._rounds = True, 0
        ask = partial(self._acts.list, self._office)
        self._tasks.run(ask, done=partial(self._listed, self._office), failed=self._failed, on=Worker.NETWORK)

    def clock_struck(self) -> None:
        """Some time is over: a list that could not be had is tried again, another one after a while."""
        self._rounds += 1
        if self.deciding.is_at_work or (self._away is None and self._rounds < _ROUNDS_QUIET):
            return
        self.reload()

    def which_chosen(self, which: Which) -> None:
        """Another filter."""
        self._which, self._marked = which, frozenset()
        self._show()

    def office_chosen(self, back_office: str) -> None:
        """Another back office (SEED 11); "" for all."""
        self._office, self._marked, self._loading = back_office, frozenset(), False
        self.reload()

    def searched(self, text: str) -> None:
        """Only drafts with these words in the name or number; "" for all."""
        self._searched, self._marked = text.strip(), frozenset()
        self._show()

    # one draft
    def row_selected(self, application: UUID) -> None:
        """Another row: what the list knows of it, at once."""
        if application == self._selected and self._shown is not None:
            return
        self._selected = application
        self._just_turned.forget()
        self.deciding.left()
        self._show_selected()

    def row_settled(self, application: UUID) -> None:
        """The selection stays here: the person's file is read, with a purpose and noted."""
        shown = self._shown
        if shown is None or shown.draft.application != str(application) or shown.facts is not None:
            return
        look = partial(self._acts.look, UUID(shown.draft.file_id), application)
        self._tasks.run(look, done=partial(self._read, shown.draft), failed=self._failed, on=Worker.NETWORK)

    # several drafts
    def mark_toggled(self, application: UUID) -> None:
        """Space: this row is one of several, or no longer."""
        self._mark(self._marked ^ {application})

    def marks_added(self, applications: Sequence[UUID]) -> None:
        """Shift and an arrow: these rows too."""
        self._mark(self._marked | frozenset(applications))

    def _mark(self, marked: frozenset[UUID]) -> None:
        self._just_turned.forget()
        self.deciding.left()
        self._marked = marked
        self._show()

    # deciding
    def confirm_pressed(self) -> None:
        """Ctrl+Enter: the selected row, or the several chosen ones after a question; in a section, its own act."""
        if self.deciding.is_asking:
            self.deciding.go_on()
        elif self._just_turned.is_near():  # meant for the draft that went by itself
            return
        elif self._marked:
            self.deciding.ask(self._chosen(), confirms=True)
        elif self._shown is not None and not self._shown.why_not:
            self.deciding.confirm(self._shown.draft)

    def return_pressed(self) -> None:
        """Ctrl+Shift+Q: where the reason is typed."""
        if self._marked:
            self.deciding.open_return(self._chosen())
        elif self._shown is not None and not self._shown.why_not:
            self.deciding.open_return(Chosen((self._shown.draft,)))

    def back(self) -> None:
        """Esc: one thing less is open; what was typed is kept."""
        if self.deciding.is_asking:
            self.deciding.left()
        elif self._marked:
            self._mark(frozenset())
        self._view.focus_list()

    # inside
    def _rows(self) -> tuple[BackOfficeDraft, ...]:
        return tuple(
            each
            for each in self._drafts or ()
            if row_filter(self._which, each) and fits_search(each, self._searched)
        )

    def _chosen(self) -> Chosen:
        marked = [each for each in self._rows() if UUID(each.application) in self._marked]
        return Chosen(
            tuple(each for each in marked if not each.is_own), tuple(each for each in marked if each.is_own)
        )

    def _listed(self, back_office: str, answer: BackOfficeDrafts | Unanswered) -> None:
        if back_office != self._office:  # another one was chosen in between
            return
        self._loading = False
        self._view.show_problem(None)
        if isinstance(answer, Unanswered):
            self._away = answer
        else:
            self._away, self._drafts, self._total = None, answer.drafts, answer.total
            self._as_of = self._acts.now()
            self._tell(answer.drafts)
        before, marked = self._selected, self._marked
        self._show()
        if before is not None and (before, marked) != (self._selected, self._marked):
            self._just_turned.turn()

    def _show(self) -> None:
        """The list, and a selection that is in it."""
        rows, drafts = self._rows(), self._drafts or ()
        ids = [UUID(each.application) for each in rows]
        self._marked &= frozenset(ids)
        shown = tuple(Row(each, UUID(each.application) in self._marked, bool(self._marked)) for each in rows)
        self._view.show_list(
            Listing(
                shown, counts_of(drafts), self._which, self._total, self._as_of, self._away, self._searched
            )
        )
        if self._selected not in ids:
            self._selected = ids[0] if ids else None
        if self._selected is not None:
            self._view.select(self._selected)
        self._show_selected()

    def _show_selected(self) -> None:
        if self._marked:
            self._shown = None
            self._view.show_chosen(self._chosen())
            return
        draft = next((each for each in self._rows() if each.application == str(self._selected)), None)
        known = self._shown
        if known is not None and known.draft == draft:
            self._view.show_draft(known)
            return
        self._shown = None if draft is None else ShownDraft(draft)
        self._view.show_draft(self._shown)

    def _read(self, draft: BackOfficeDraft, facts: DraftFacts | Unanswered) -> None:
        if self._shown is None or self._shown.draft != draft:
            return
        self._shown = ShownDraft(draft, facts)
        self._view.show_draft(self._shown)
        moved_on = not isinstance(facts, Unanswered) and (
            not facts.is_waiting or facts.application.sent_at != instant(draft.sent_at)
        )
        if moved_on:
            self.reload()

    def _after(self, decided: Sequence[BackOfficeDraft], over: Sequence[BackOfficeDraft]) -> None:
        """``over`` are off the list; the row below the last decided one is next, and the focus stays."""
        rows, gone = self._rows(), {each.application for each in over}
        last = max((rows.index(each) for each in decided if each in rows), default=-1)
        order = [*rows[last + 1 :], *reversed(rows[: last + 1])]
        following = next((each for each in order if each.application not in gone), None)
        self._drafts = tuple(each for each in self._drafts or () if each.application not in gone)
        self._marked, self._shown = frozenset(), None
        self._selected = UUID(following.application) if following else None
        self._total = max(self._total - len(gone), 0)
        self._tell(self._drafts)
        self._show()
        self._view.focus_list()
        self._loading = False
        self.reload()

    def _tell(self, drafts: Sequence[BackOfficeDraft]) -> None:
        theirs = [each for each in drafts if not each.is_own]
        self._acts.told(len(theirs), any(each.days_left <= 0 for each in theirs))

    def _failed(self, error: Exception) -> None:
        self._loading = False
        if not isinstance(error, AgentError):
            raise error
        self._view.show_problem(error)
