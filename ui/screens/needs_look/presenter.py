"""What needs a look, in which order, what the head writes about it, and what happens then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, Final
from uuid import UUID

from dost_desktop.contract.needs_look import LookItem, NeedsLook, NumbersVoided, VoidNumbers
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.numbering import number_parts
from dost_desktop.ports import Tasks, Unanswered, Worker
from dost_desktop.services.act_online import Done
from dost_desktop.services.changes import Changes
from dost_desktop.services.needs_look import PURPOSE
from ui.screens.needs_look.ending import EndingSection
from ui.screens.needs_look.port import HeadJobs, HeadNavigation, NeedsLookViewPort
from ui.screens.needs_look.reopening import ReopeningSection
from ui.screens.needs_look.shown import GROUP_OF, Group, Listing, Section, Shown, id_of
from ui.screens.needs_look.working import Working

_AT_LEAST: Final = 3  # letters of a finding


class NeedsLookPresenter:
    """The head's page."""

    def __init__(
        self, view: NeedsLookViewPort, tasks: Tasks, navigation: HeadNavigation, jobs: HeadJobs
    ) -> None:
        self._view, self._tasks, self._navigation, self._jobs = view, tasks, navigation, jobs
        self._working = Working(view, tasks, jobs.drafts)
        self._reopening = ReopeningSection(view, self._working, jobs, partial(self._acted, Section.REOPEN))
        self._ending = EndingSection(view, self._working, jobs, partial(self._acted, Section.END))
        self._known: NeedsLook | None = None
        self._as_of: datetime | None = None
        self._away: Unanswered | None = None
        self._group, self._section = Group.ALL, Section.ITEM
        self._chosen: LookItem | None = None
        self._finding = ""

    # the list
    def opened(self) -> None:
        """The page came into sight."""
        self.reload()

    def reload(self) -> None:
        """F5: asked anew; each person it names is noted as read."""
        self._working.run(self._jobs.look, self._looked, on=Worker.NETWORK)

    def changed(self, changes: Changes) -> None:
        """Files got new events: asked anew only when one of them stands here."""
        items = self._known.items if self._known else ()
        if {each.file_id for each in items} & {str(each) for each in changes.files}:
            self.reload()

    def group_chosen(self, group: Group) -> None:
        """Another kind."""
        self._group = group
        self._show_list()

    def row_selected(self, item: str) -> None:
        """Another item; what was typed about the one before is kept."""
        self._working.save_now()
        self._choose(next((each for each in self._items() if id_of(each) == item), None))
        self._show_section(Section.ITEM)

    def next_pressed(self) -> None:
        """F8: the next item."""
        items = self._items()
        place = next((n for n, each in enumerate(items) if each == self._chosen), -1)
        if items:
            following = items[(place + 1) % len(items)]
            self._view.select(id_of(following))
            self.row_selected(id_of(following))

    def open_pressed(self) -> None:
        """Ctrl+O: the person's whole file; the log says that it was looked at for this list."""
        item = self._chosen
        if item is None or not item.file_id:
            return
        self._working.save_now()
        self._jobs.state_purpose(UUID(item.file_id), PURPOSE)
        self._navigation.open_person(UUID(item.file_id))

    # what the head writes
    def finding_edited(self, finding: str) -> None:
        """A letter was typed; it is saved soon."""
        if self._chosen is not None:
            self._finding = finding
            self._working.keep(_key(self._chosen), {"finding": finding})
            self._view.show_finding_problem(None)

    def save_now(self) -> None:
        """What was typed is kept."""
        self._working.save_now()

    # the sections
    def reopen_pressed(self) -> None:
        """An application is to be opened again: the chosen item's, or one that is looked for."""
        self._open_section(Section.REOPEN)
        self._reopening.open(self._chosen.application_no if self._chosen else "")

    def end_pressed(self) -> None:
        """A registration is to be ended by the office."""
        self._open_section(Section.END)
        self._ending.open(self._chosen.application_no if self._chosen else "")

    def find_asked(self, text: str) -> None:
        """Whose file it is, by a number or name."""
        section = self._reopening if self._section is Section.REOPEN else self._ending
        section.find(text)

    def application_chosen(self, application: UUID) -> None:
        """This one is to be opened again."""
        self._reopening.choose(application)

    def reason_edited(self, reason: str) -> None:
        """Why it is opened again."""
        self._reopening.reason_edited(reason)

    def ground_chosen(self, ground: str) -> None:
        """On what ground the registration ends."""
        self._ending.ground_chosen(ground)

    def dates_edited(self, starts_on: date | None, ends_on: date | None) -> None:
        """From when and until when."""
        self._ending.dates_edited(starts_on, ends_on)

    def evidence_edited(self, evidence: str) -> None:
        """What shows it."""
        self._ending.evidence_edited(evidence)

    def back_pressed(self) -> None:
        """Esc: first the question goes, then the section."""
        match self._section:
            case Section.REOPEN if self._reopening.back():
                return
            case Section.END if self._ending.back():
                return
        self._working.save_now()
        self._show_section(Section.ITEM)
        self._view.focus_list()

    def primary_pressed(self) -> None:
        """Ctrl+Enter: the one act of what is in sight."""
        match self._section:
            case Section.REOPEN:
                self._reopening.press()
            case Section.END:
                self._ending.press()
            case Section.ITEM:
                self._press_item()

    def _press_item(self) -> None:
        item = self._chosen
        if item is None:
            return
        if not Shown(item, "", self._jobs.now()).needs_finding:
            self.open_pressed()
        elif len(self._finding.strip()) < _AT_LEAST:
            self._view.show_finding_problem(InvalidValue("review.finding_missing"))
        elif item.kind == "numbers":
            self._working.act(partial(self._jobs.look.void_numbers, _wish(item, self._finding)), self._voided)
        else:
            mark = item.about.partition(" ")[2]
            close = partial(self._jobs.look.close_review, UUID(item.file_id), self._finding, (mark,))
            self._working.act(close, self._closed)

    # what came of it
    def _closed(self, done: Done) -> None:
        if done.refused is not None:
            self._view.show_problem(done.refused)
            return
        self._acted(Section.ITEM, done.wanted.file_id)

    def _voided(self, answer: NumbersVoided | Unanswered) -> None:
        if isinstance(answer, Unanswered):
            self._view.show_problem(answer)
            return
        self._acted(Section.ITEM, None)

    def _acted(self, section: Section, file_id: UUID | None) -> None:
        if section is Section.ITEM and self._chosen is not None:
            self._working.forget(_key(self._chosen))
            self._forget_chosen(self._chosen)
        self._navigation.say(self._view.done_words(section))
        self._show_section(Section.ITEM)
        self._view.focus_list()
        if file_id is not None:
            self._navigation.announce(Changes(frozenset({file_id})))
        self.reload()

    def _forget_chosen(self, gone: LookItem) -> None:
        """The next row is chosen, and the focus stays in the list."""
        items = self._items()
        place = items.index(gone) if gone in items else 0
        left = [each for each in items if each != gone]
        if self._known is not None:
            items_left = tuple(each for each in self._known.items if each != gone)
            totals = dict(self._known.totals)
            totals[gone.kind] = max(totals.get(gone.kind, 1) - 1, 0)
            self._known = self._known.model_copy(update={"items": items_left, "totals": totals})
        self._chosen = None
        self._show_list()
        self._choose(left[min(place, len(left) - 1)] if left else None)
        if self._chosen is not None:
            self._view.select(id_of(self._chosen))

    # inside
    def _looked(self, answer: NeedsLook | Unanswered) -> None:
        self._away = answer if isinstance(answer, Unanswered) else None
        if not isinstance(answer, Unanswered):
            self._known, self._as_of = answer, self._jobs.now()
            self._jobs.told(sum(answer.totals.values()))
        self._show_list()

    def _show_list(self) -> None:
        items, known = self._items(), self._known
        counts = dict.fromkeys(Group, 0)
        for kind, many in known.totals.items() if known else ():
            counts[GROUP_OF[kind]] += many
            counts[Group.ALL] += many
        self._view.show_list(
            Listing(
                items=items,
                counts=counts,
                group=self._group,
                left_out=counts[self._group] - len(items),
                now=self._jobs.now(),
                as_of=self._as_of,
                away=self._away,
            )
        )
        still = next((each for each in items if self._chosen and id_of(each) == id_of(self._chosen)), None)
        if still is None:
            self._choose(items[0] if items else None)
        elif still != self._chosen:
            self._chosen = still
            self._show_item()
        if self._chosen is not None:
            self._view.select(id_of(self._chosen))

    def _items(self) -> tuple[LookItem, ...]:
        items = self._known.items if self._known else ()
        return tuple(each for each in items if self._group in {Group.ALL, GROUP_OF[each.kind]})

    def _choose(self, item: LookItem | None) -> None:
        self._chosen, self._finding = item, ""
        self._view.show_problem(None)
        self._show_item()
        if item is not None and Shown(item, "", self._jobs.now()).needs_finding:
            self._working.load(_key(item), partial(self._typed_before, item))

    def _typed_before(self, item: LookItem, content: Mapping[str, Any]) -> None:
        if item == self._chosen and content.get("finding") and not self._finding:
            self._finding = str(content["finding"])
            self._show_item()

    def _show_item(self) -> None:
        item = self._chosen
        self._view.show_item(Shown(item, self._finding, self._jobs.now()) if item else None)

    def _open_section(self, section: Section) -> None:
        self._working.save_now()
        self._view.show_problem(None)
        self._show_section(section)

    def _show_section(self, section: Section) -> None:
        self._section = section
        self._view.show_section(section)


def _key(item: LookItem) -> str:
    return f"look:{id_of(item)}"


def _wish(item: LookItem, finding: str) -> VoidNumbers:
    """The block between the first and the last of the item's numbers; used ones in between stay what they are."""
    parts = [found for each in item.numbers if (found := number_parts(each))]
    series, _, year, first = parts[0]
    return VoidNumbers(
        series=series.value, year=year, first=first, last=parts[-1][3], finding=finding.strip()
    )
