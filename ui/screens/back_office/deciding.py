"""How drafts are decided: one at once, several after a question, a return never without its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from dost_desktop.contract.back_office import BackOfficeDraft
from dost_desktop.domain.dates import instant
from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import Tasks, Unanswered, Worker
from dost_desktop.rows import Draft
from dost_desktop.services.decide_drafts import Decided, Decision
from ui.screens.back_office.port import BackOfficeViewPort, OfficerActs, SaysQuietly
from ui.screens.back_office.shown import Chosen, Outcome

RETURN_FORM: Final = "back_office_return"
After = Callable[[Sequence[BackOfficeDraft], Sequence[BackOfficeDraft]], None]


class Deciding:
    """``after`` hears which drafts were decided, and which of them are off the list."""

    def __init__(
        self,
        view: BackOfficeViewPort,
        tasks: Tasks,
        acts: OfficerActs,
        navigation: SaysQuietly,
        after: After,
    ) -> None:
        self._view, self._tasks, self._acts, self._navigation = view, tasks, acts, navigation
        self._after = after
        self._returning: Chosen | None = None  # for whom a reason is typed
        self._reason = ""
        self._question: tuple[Chosen, bool] | None = None
        self._busy = False

    @property
    def is_asking(self) -> bool:
        """Whether a section or a question is open."""
        return self._question is not None or self._returning is not None

    @property
    def is_at_work(self) -> bool:
        """Whether the list must not change under the officer's hand."""
        return self._busy or self.is_asking

    def confirm(self, draft: BackOfficeDraft) -> None:
        """One draft, at once."""
        self._decide(Chosen((draft,)), confirms=True)

    def ask(self, chosen: Chosen, *, confirms: bool) -> None:
        """One question for all of them."""
        if self._busy:
            return
        if not chosen.drafts:  # only own ones
            self._view.show_outcomes(_skipped(chosen, confirms=confirms))
            return
        self._question = (chosen, confirms)
        self._view.show_question(chosen, confirms=confirms)

    def open_return(self, chosen: Chosen) -> None:
        """The section for the reason, with what was typed before and not recorded."""
        if self._busy or self._returning is not None:
            return
        if not chosen.drafts:
            self._view.show_outcomes(_skipped(chosen, confirms=False))
            return
        self._question, self._returning, self._reason = None, chosen, ""
        load = partial(self._acts.drafts.load, _key(chosen))
        self._tasks.run(load, done=partial(self._opened, chosen), failed=self._failed)

    def reason_edited(self, words: str) -> None:
        """What was typed so far; it is kept."""
        self._reason = words
        self._view.show_reason_problem(None)
        if self._returning is not None:
            keep = partial(self._acts.drafts.save, _key(self._returning), RETURN_FORM, {"reason": words})
            self._tasks.run(keep, done=self._kept, failed=self._failed)

    def go_on(self) -> None:
        """The open section's or question's own act."""
        if self._busy:
            return
        if self._question is not None:
            self._decide(self._question[0], confirms=self._question[1])
            return
        if self._returning is None:
            return
        if not self._reason.strip():
            self._view.show_reason_problem(InvalidValue("back_office.reason_missing"))
        elif len(self._returning.drafts) + len(self._returning.own) > 1:
            self.ask(self._returning, confirms=False)
        else:
            self._decide(self._returning, confirms=False)

    def left(self) -> None:
        """The officer turned to something else: sections fold, what was typed is kept."""
        if self._busy or not self.is_asking:
            return
        if self._question is not None:
            self._question = None
            self._view.show_question(None, confirms=True)
            if self._returning is not None:  # back to the reason
                self._view.show_return(self._reason)
                return
        self._returning = None
        self._view.show_return(None)

    # inside
    def _decide(self, chosen: Chosen, *, confirms: bool) -> None:
        if self._busy:
            return
        self._busy = True
        self._view.set_busy(True, confirms=confirms)
        reason = "" if confirms else self._reason
        decisions = [
            Decision(UUID(each.file_id), UUID(each.application), reason, confirms, instant(each.sent_at))
            for each in chosen.drafts
        ]
        self._tasks.run(
            partial(self._acts.decide, decisions),
            done=partial(self._decided, chosen, confirms),
            failed=self._failed,
            on=Worker.NETWORK,
        )

    def _decided(self, chosen: Chosen, confirms: bool, done: Sequence[Decided]) -> None:
        self._set_idle(confirms)
        outcomes = [
            Outcome(draft.full_name, draft.number, confirms, each.refused)
            for draft, each in zip(chosen.drafts, done, strict=True)
        ]
        unknown = [each for each in outcomes if isinstance(each.why_not, Unanswered)]
        if unknown and len(unknown) == len(outcomes):  # nothing was recorded: the page stays as it is
            self._view.show_outcomes(outcomes)
            return
        returning, self._returning, self._question = self._returning, None, None
        self._view.show_question(None, confirms=confirms)
        self._view.show_return(None)
        if returning is not None:
            self._forget(returning)
        only = outcomes[0] if len(outcomes) == 1 and not chosen.own else None
        if only is not None and only.why_not is None:
            self._view.show_outcomes(())
            self._navigation.say(self._view.decided_words(only))
        else:
            self._view.show_outcomes([*outcomes, *_skipped(chosen, confirms=confirms)])
        over = [
            draft
            for draft, each in zip(chosen.drafts, done, strict=True)
            if not isinstance(each.refused, Unanswered) and _is_over(each.refused)
        ]
        self._after(chosen.drafts, over)

    def _forget(self, chosen: Chosen) -> None:
        self._tasks.run(
            partial(self._acts.drafts.discard, _key(chosen)), done=lambda _: None, failed=self._failed
        )

    def _opened(self, chosen: Chosen, draft: Draft | None) -> None:
        if self._returning is chosen:
            self._reason = str(draft.content.get("reason", "")) if draft else ""
            self._view.show_return(self._reason)

    def _kept(self, at: datetime) -> None:
        self._view.show_saved(at)

    def _set_idle(self, confirms: bool) -> None:
        self._busy = False
        self._view.set_busy(False, confirms=confirms)

    def _failed(self, error: Exception) -> None:
        self._set_idle(True)
        if not isinstance(error, AgentError):
            raise error
        self._view.show_problem(error)


def _key(chosen: Chosen) -> str:
    """Where a reason is kept: with its draft, or with several."""
    return f"{RETURN_FORM}:{chosen.drafts[0].application if len(chosen.drafts) == 1 else 'several'}"


def _skipped(chosen: Chosen, *, confirms: bool) -> list[Outcome]:
    own = Refused("back_office.own_decision", "design 1")
    return [Outcome(each.full_name, each.number, confirms, own) for each in chosen.own]


def _is_over(refused: Refused | None) -> bool:
    """Nothing is left to decide: it was decided now or before, or withdrawn."""
    return refused is None or refused.reason not in {"back_office.sent_again", "back_office.own_decision"}
