"""What was recorded under a mistyped number: which events, whose they are, and why; said in both files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final, Protocol
from uuid import UUID

from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.values import latin_capitals
from dost_desktop.ports import Worker
from dost_desktop.rows import Draft
from dost_desktop.services.identify_person import LookUpPerson, PersonLookup
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.look_at_person import PersonView
from dost_desktop.services.record_in_wrong_file import Misfiled, RecordInWrongFile, may_be_misfiled
from ui.screens.person.errands import Errands, kept, number_of
from ui.screens.person.page import Misfiling, RightPerson

MISFILE_FORM: Final = "wrong_file"
_PURPOSE: Final = "wrong_file"  # of the look into the register, in the access log


class MisfileViewPort(Protocol):
    """The panel in which the right person is looked up."""

    def show_misfiling(self, misfiling: Misfiling | None) -> None:
        """The panel with what was chosen and typed; None folds it."""

    def show_right_person(self, person: RightPerson | None) -> None:
        """Whose number it is, as the register says or the desk knows; None while nobody was looked up."""

    def show_misfile_problems(self, problems: Mapping[str, AgentError]) -> None:
        """What is wrong with ``events``, ``number`` or ``reason``; nothing for what is repaired."""

    def focus_wrong_misfile(self) -> None: ...

    def set_looking_up(self, busy: bool) -> None: ...


class Misfilings:
    """The panel of one file; ``recorded`` hears what came of it."""

    def __init__(
        self,
        view: MisfileViewPort,
        errands: Errands,
        record: RecordInWrongFile,
        look_up: LookUpPerson,
        drafts: KeepDrafts,
        file_id: UUID,
        *,
        recorded: Callable[[Misfiled, str], None],
    ) -> None:
        self._view, self._errands, self._file_id = view, errands, file_id
        self._record, self._look_up, self._drafts, self._recorded = record, look_up, drafts, recorded
        self._typed: Misfiling | None = None
        self._right: RightPerson | None = None
        self._own = ""

    @property
    def key(self) -> str:
        """Where what was typed is kept."""
        return f"{MISFILE_FORM}:{self._file_id}"

    @property
    def is_open(self) -> bool:
        """Whether the panel is open."""
        return self._typed is not None

    def open(self, view: PersonView) -> None:
        """The panel with every event that names a person; an open application is chosen."""
        choices = tuple(each for each in view.history if may_be_misfiled(each))
        open_now = {each.id for each in view.file.applications if each.is_open}
        chosen = frozenset(each.event for each in choices if each.application in open_now)
        self._own = view.file.identity.number if view.file.identity else ""
        blank = Misfiling(choices, chosen)
        self._errands.run(partial(self._drafts.load, self.key), partial(self._opened, blank))

    def chosen(self, event: UUID, is_chosen: bool) -> None:
        """One of the events more, or less."""
        if self._typed is not None:
            others = self._typed.chosen - {event}
            self._edit(replace(self._typed, chosen=others | {event} if is_chosen else others))

    def number_edited(self, number: str) -> None:
        """Another number: whoever was looked up is not meant any more."""
        if self._typed is not None:
            self._edit(replace(self._typed, number=number))
            self._right = None
            self._view.show_right_person(None)

    def reason_edited(self, reason: str) -> None:
        """Why it was recorded here."""
        if self._typed is not None:
            self._edit(replace(self._typed, reason=reason))

    def look_up(self) -> None:
        """Whose number it is: the register is asked, the desk's own file is looked at."""
        if self._typed is None:
            return
        problems: dict[str, AgentError] = {}
        found = kept(problems, "number", partial(self._number, self._typed.number))
        self._view.show_misfile_problems(problems)
        if found is None:
            self._view.focus_wrong_misfile()
            return
        self._view.set_looking_up(True)
        job = partial(self._look_up, *found, _PURPOSE)
        self._errands.run(job, self._looked_up, on=Worker.NETWORK)

    def record(self) -> None:
        """Both files say so; only once the right person was looked up, and never without a reason."""
        typed, right = self._typed, self._right
        if typed is None or self._errands.is_busy:
            return
        problems: dict[str, AgentError] = {}
        if not typed.chosen:
            problems["events"] = InvalidValue("file.nothing_chosen")
        if right is None:
            kept(problems, "number", partial(self._number, typed.number))
            problems.setdefault("number", InvalidValue("file.not_looked_up"))
        if not typed.reason.strip():
            problems["reason"] = InvalidValue("file.reason_missing")
        self._view.show_misfile_problems(problems)
        if problems or right is None:
            self._view.focus_wrong_misfile()
            return
        events = [each for each in typed.choices if each.event in typed.chosen]
        job = partial(
            self._record, self._file_id, events, right.number_kind, right.number, typed.reason, self.key
        )
        self._errands.act(job, partial(self._done, right.number))

    def close(self) -> None:
        """The panel folds; what was typed is kept."""
        self._errands.save_now()
        self._typed = self._right = None
        self._view.show_misfiling(None)

    def _opened(self, blank: Misfiling, draft: Draft | None) -> None:
        typed = draft.content if draft else {}
        known = {str(each.event): each.event for each in blank.choices}
        chosen = frozenset(known[each] for each in typed.get("chosen", ()) if each in known)
        self._typed = replace(
            blank,
            chosen=chosen if draft else blank.chosen,
            number=str(typed.get("number", "")),
            reason=str(typed.get("reason", "")),
        )
        self._right = None
        self._view.show_misfiling(self._typed)

    def _edit(self, typed: Misfiling) -> None:
        self._typed = typed
        self._view.show_misfile_problems({})
        content = {
            "chosen": sorted(map(str, typed.chosen)),
            "number": typed.number,
            "reason": typed.reason,
        }
        self._errands.keep(self.key, MISFILE_FORM, content)

    def _number(self, typed: str) -> tuple[NumberKind, str]:
        kind, number = number_of(typed)
        if number == self._own:
            raise InvalidValue("file.same")
        return kind, number

    def _looked_up(self, found: PersonLookup) -> None:
        self._view.set_looking_up(False)
        if self._typed is None or latin_capitals(self._typed.number) != found.number:
            return  # another number was typed meanwhile
        self._right = RightPerson.of(found)
        self._view.show_right_person(self._right)

    def _done(self, number: str, misfiled: Misfiled) -> None:
        self._errands.recorded()
        self.close()
        self._recorded(misfiled, number)
