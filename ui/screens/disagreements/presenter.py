"""What waits for the agent's choice: one is looked at, a choice is made, nothing is ever done twice or unasked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final, Protocol
from uuid import UUID

from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.ports import Tasks
from dost_desktop.rows import Draft
from dost_desktop.services.changes import Changes
from dost_desktop.services.disagreements import Compared, Disagreements
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.settle import ChoiceKind, Consequence
from ui.navigation import Navigation
from ui.screens.disagreements.shown import Listing, Shown, first_choice

_FORM: Final = "disagreement"


class DisagreementsViewPort(Protocol):
    """What the presenter shows."""

    def show_list(self, listing: Listing) -> None: ...

    def show_one(self, shown: Shown | None) -> None: ...

    def select(self, item: UUID) -> None: ...

    def focus_choices(self) -> None: ...

    def show_words_problem(self, error: AgentError | None) -> None: ...

    def show_problem(self, error: AgentError | None) -> None: ...

    def set_busy(self, busy: bool) -> None: ...

    def show_saved(self, at: datetime) -> None: ...

    def done_words(self, kind: ChoiceKind) -> str: ...


@dataclass(frozen=True, slots=True)
class DisagreementJobs:
    """``print_recalls`` prints the letters about what was called back; ``told`` hears how many wait."""

    disagreements: Disagreements
    drafts: KeepDrafts
    now: Callable[[], datetime]
    print_recalls: Callable[[UUID, Consequence], None]
    told: Callable[[int], None]


class DisagreementsPresenter:
    """``first`` is the one that another page sent the agent to."""

    def __init__(
        self,
        view: DisagreementsViewPort,
        tasks: Tasks,
        navigation: Navigation,
        jobs: DisagreementJobs,
    ) -> None:
        self._view, self._tasks, self._navigation, self._jobs = view, tasks, navigation, jobs
        self._listing: Listing | None = None
        self._shown: Shown | None = None
        self._chosen: UUID | None = None
        self._later: set[UUID] = set()
        self._is_busy, self._is_unsaved = False, False
        self._focuses = True

    def opened(self) -> None:
        """The page came into sight: the caret goes to the first possible choice."""
        self._later.clear()
        self._focuses = True
        self.reload()

    def show(self, item: UUID) -> None:
        """Another page leads to this one."""
        self._chosen = item
        self._focuses = True

    def changed(self, changes: Changes) -> None:
        """Something was recorded here, or the sync brought something."""
        if changes.outbox or changes.files:
            self.reload()

    def reload(self) -> None:
        """F5: the list anew."""
        self._tasks.run(self._read, done=self._listed, failed=self._failed)

    def row_selected(self, item: UUID) -> None:
        """Another one; what was typed is kept."""
        self.save_now()
        self._chosen = item
        if self._listing is not None:
            self._listing = replace(self._listing, chosen=item)
            self._view.show_list(self._listing)
        self._look()

    def next_pressed(self) -> None:
        """F8: the next one that waits, from the last to the first again."""
        rows = self._listing.rows if self._listing else ()
        if rows:
            place = self._listing.place if self._listing else 0
            self._go_to(rows[place % len(rows)].id)

    def later_pressed(self) -> None:
        """Esc: this one later, the next one now; when every one was put off, back to the day's work."""
        if self._shown is not None and self._shown.asked:
            self._show(replace(self._shown, asked=False))
            return
        self.save_now()
        if self._chosen is not None:
            self._later.add(self._chosen)
        rows = self._listing.rows if self._listing else ()
        following = next((row.id for row in rows if row.id not in self._later), None)
        if following is None:
            self._navigation.show_queue()
        else:
            self._go_to(following)

    def open_pressed(self) -> None:
        """The person's whole file."""
        if self._shown is not None:
            self.save_now()
            self._navigation.open_person(self._shown.compared.file_id)

    def kind_chosen(self, kind: ChoiceKind) -> None:
        """One of the radio buttons."""
        if self._shown is not None and self._shown.kind is not kind:
            self._is_unsaved = True
            self._show(replace(self._shown, kind=kind, asked=False))
            self.save_now()

    def words_edited(self, words: str) -> None:
        """A letter was typed; it is saved soon."""
        if self._shown is not None and self._shown.words != words:
            self._shown = replace(self._shown, words=words)
            self._is_unsaved = True
            self._view.show_words_problem(None)

    def save_now(self) -> None:
        """What was chosen and typed is kept."""
        shown = self._shown
        if not self._is_unsaved or shown is None:
            return
        self._is_unsaved = False
        content = {"kind": shown.kind.value if shown.kind else "", "words": shown.words}
        save = partial(self._jobs.drafts.save, _key(shown.compared.id), _FORM, content)
        self._tasks.run(save, done=self._view.show_saved, failed=self._failed)

    def confirm_pressed(self) -> None:
        """What is chosen is done; what cannot be undone is asked once before."""
        shown = self._shown
        choice = shown.choice if shown else None
        if shown is None or choice is None or choice.why_not is not None or self._is_busy:
            return
        if choice.needs_words and not shown.words.strip():
            self._view.show_words_problem(InvalidValue("hand_up.words_missing"))
            return
        if choice.facts.recalled and not shown.asked:
            self._show(replace(shown, asked=True))
            return
        self._set_busy(True)
        words = shown.words.strip() if choice.needs_words else ""
        item = shown.compared.id
        job = partial(self._jobs.disagreements.settle, item, choice.kind, words, _key(item))
        done = partial(self._settled, shown.compared.file_id, choice.kind, choice.facts)
        self._tasks.run(job, done=done, failed=self._failed)

    def _settled(self, file_id: UUID, kind: ChoiceKind, facts: Consequence, changes: Changes) -> None:
        self._set_busy(False)
        self._is_unsaved, self._shown, self._focuses = False, None, True
        self._navigation.announce(changes)
        self._navigation.say(self._view.done_words(kind))
        if facts.recalled:
            self._jobs.print_recalls(file_id, facts)
        self.reload()

    def _read(self) -> Listing:
        now = self._jobs.now()
        rows = self._jobs.disagreements()
        yesterday = legal_date(now) - timedelta(days=1)
        settled = self._jobs.disagreements.settled_since(yesterday)
        today = self._jobs.disagreements.settled_since(legal_date(now))
        return Listing(rows, settled - today, now)

    def _listed(self, listing: Listing) -> None:
        ids = [row.id for row in listing.rows]
        if self._chosen not in ids:
            self._chosen = next((each for each in ids if each not in self._later), ids[0] if ids else None)
        self._listing = replace(listing, chosen=self._chosen)
        self._jobs.told(len(ids))
        self._view.show_list(self._listing)
        if self._chosen is None:
            self._show(None)
            return
        self._view.select(self._chosen)
        self._look()

    def _go_to(self, item: UUID) -> None:
        self._view.select(item)
        self._focuses = True
        self.row_selected(item)

    def _look(self) -> None:
        item = self._chosen
        if item is not None:
            self._tasks.run(partial(self._compared, item), done=self._looked, failed=self._failed)

    def _compared(self, item: UUID) -> tuple[Compared | None, Draft | None]:
        return self._jobs.disagreements.compare(item), self._jobs.drafts.load(_key(item))

    def _looked(self, found: tuple[Compared | None, Draft | None]) -> None:
        compared, draft = found
        if compared is None or compared.id != self._chosen:  # settled meanwhile, or another one was chosen
            return
        before = self._shown
        if before is not None and before.compared.id == compared.id:  # what is being typed stays
            kind, words = before.kind, before.words
        else:
            kind, words = _draft_of(draft)
        if kind not in {each.kind for each in compared.choices if each.why_not is None}:
            kind = first_choice(compared)
        self._view.show_problem(None)
        self._show(Shown(compared, self._jobs.now(), kind, words))
        if self._focuses:
            self._focuses = False
            self._view.focus_choices()

    def _show(self, shown: Shown | None) -> None:
        self._shown = shown
        self._view.show_one(shown)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._set_busy(False)
        self._view.show_problem(error)

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self._view.set_busy(busy)


def _draft_of(draft: Draft | None) -> tuple[ChoiceKind | None, str]:
    content: dict[str, Any] = dict(draft.content) if draft else {}
    kind = content.get("kind", "")
    known = ChoiceKind(kind) if kind in set(ChoiceKind) else None
    return known, str(content.get("words", ""))


def _key(item: UUID) -> str:
    return f"{_FORM}:{item}"
