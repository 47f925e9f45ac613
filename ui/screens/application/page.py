"""Which stage a case is in, and from that everything the page shows: steps, what is missing, what can be done now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from dost_desktop.catalogue.files import Words
from dost_desktop.domain.lifecycle import Move
from dost_desktop.domain.person_file import Notice
from dost_desktop.domain.refusing import REASONING_AT_LEAST, Refused
from dost_desktop.domain.required_papers import NeededPaper
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState
from dost_desktop.services.look_at_file import CaseView
from dost_desktop.services.which_step import CaseStep, step_of
from ui.screens.application.proposal import Proposal


class Stage(StrEnum):
    """What the middle of the page is about."""

    STOPPED = "stopped"  # a paper does not hold: refuse, or bring a better one
    NOT_A_PERSON = "not_a_person"  # an entity or a household: explain or refuse (D17)
    TO_ASK = "to_ask"
    WAITING = "waiting"
    FOUND = "found"
    NOT_FOUND = "not_found"
    REFUSED = "refused"
    CLOSED = "closed"  # withdrawn or done
    ELSEWHERE = "elsewhere"  # MAS decides, or a step after the check


class Step(StrEnum):
    """The steps bar (SEED 23)."""

    PERSON = "person"
    FORM = "form"
    CHECK = "check"
    WORK = "work"
    DECISION = "decision"


class Todo(StrEnum):
    """The lines of what is missing."""

    PERSON = "person"
    IDENTITY = "identity"  # as `NeededPaper.what`
    REPRESENTATION = "representation"
    REGISTER = "register"
    GROUND = "ground"
    REASONING = "reasoning"
    SIGNATURE = "signature"
    WORK = "work"
    NOTICE = "notice"
    HAND_OVER = "hand_over"


class PageAct(StrEnum):
    """What can be done now, in the order of the list."""

    GO_ON = "go_on"  # the page of the step the application stands at
    REFUSE = "refuse"
    EXPLAIN = "explain"
    ASK = "ask"
    PAPER = "paper"  # a better document of the person was brought
    REPRESENTATIVE = "representative"  # another paper of a representative, another one, or nobody any more
    RECEIPT = "receipt"
    COPY = "copy"
    FINISH = "finish"
    PAUSE = "pause"
    WITHDRAW = "withdraw"
    OFFER_WORK = "offer_work"
    BACK_OFFICE = "back_office"


@dataclass(frozen=True, slots=True)
class Off:
    """Why an act is impossible: a key of the window's words and what fills it."""

    reason: str
    facts: Mapping[str, Any] = field(default_factory=dict, repr=False)
    cites: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look at the case found."""

    case: CaseView
    proposal: Proposal
    draft: Mapping[str, Any] = field(repr=False)  # of the refusal page, {} without one
    saved_at: datetime | None
    is_my_case: bool  # the open case of this desk is about this application
    is_confirmed: bool  # the server's receipt covers the written answer
    has_ground: bool  # at least one ground of refusal can be worded from what the file holds
    kinds: Mapping[str, Words]  # what the catalogue calls each kind of document
    typed: Mapping[str, Any] = field(repr=False, default_factory=dict)  # the page's own draft, {} without one
    serves: bool = True  # who sits here is an agent: the pages of the steps are theirs alone


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the page shows."""

    looked: Looked
    stage: Stage
    steps: Mapping[Step, str]  # done, current, next, skipped
    todo: tuple[tuple[Todo, str], ...]  # done, open, bad, warn
    acts: tuple[tuple[PageAct, Off | None], ...]
    old_hours: int  # the register's answer is too old by the law's limit; 0 when it is not
    notice: Notice | None

    @property
    def case(self) -> CaseView:
        """The case."""
        return self.looked.case

    def paper(self, todo: Todo) -> NeededPaper | None:
        """The needed paper that this line of what is missing stands for."""
        return next((row for row in self.case.papers if row.what == todo.value), None)


_STAGES: Final = {
    ApplicationState.OPEN: Stage.TO_ASK,
    ApplicationState.WAITING_REGISTER: Stage.WAITING,
    ApplicationState.FOUND_EMPLOYED: Stage.FOUND,
    ApplicationState.OFFERING_WORK: Stage.NOT_FOUND,
    ApplicationState.REFUSED: Stage.REFUSED,
    ApplicationState.WITHDRAWN: Stage.CLOSED,
    ApplicationState.MISFILED: Stage.CLOSED,
    ApplicationState.DONE: Stage.CLOSED,
    ApplicationState.MISFILED: Stage.CLOSED,
}
_CHECKS: Final = (Move.REGISTER_FOUND, Move.REGISTER_NOT_FOUND)
_STEP_STATES: Final[Mapping[Stage, tuple[str, str, str]]] = MappingProxyType(
    {  # stage -> check, suitable work, decision
        Stage.STOPPED: ("next", "next", "current"),
        Stage.NOT_A_PERSON: ("skipped", "skipped", "current"),
        Stage.TO_ASK: ("current", "next", "next"),
        Stage.WAITING: ("current", "next", "next"),
        Stage.FOUND: ("current", "skipped", "next"),
        Stage.NOT_FOUND: ("done", "current", "next"),
        Stage.REFUSED: ("done", "skipped", "current"),
        Stage.CLOSED: ("done", "skipped", "done"),
        Stage.ELSEWHERE: ("done", "next", "current"),
    }
)


def page_of(looked: Looked) -> Page:
    """The page of a case as it was found."""
    case = looked.case
    stage = _stage(case)
    notice = next(
        (each for each in reversed(case.file.notices) if each.application == case.application.id), None
    )
    return Page(
        looked=looked,
        stage=stage,
        steps=_steps(case, stage),
        todo=_todo(looked, stage, notice),
        acts=_acts(looked, stage, notice),
        old_hours=_old_hours(case) if stage is Stage.FOUND else 0,
        notice=notice,
    )


def can_ask(case: CaseView) -> bool:
    """Whether the register of employed persons may be asked now: never on papers that do not hold."""
    return case.stop is None and any(case.moves[move] is None for move in _CHECKS)


def is_elsewhere(case: CaseView) -> bool:
    """Whether the application goes on with another page of the case: the form for MAS, or suitable work."""
    stopped = case.application.is_open and case.stop is not None
    return step_of(case.application, stopped=stopped) is not CaseStep.CHECK


def _stage(case: CaseView) -> Stage:
    found = _STAGES.get(case.application.state, Stage.ELSEWHERE)
    if found in {Stage.REFUSED, Stage.CLOSED}:
        return found
    if case.stop is not None:
        return Stage.STOPPED if case.is_of_person else Stage.NOT_A_PERSON
    return found if _is_checked_kind(case) else Stage.ELSEWHERE


def _is_checked_kind(case: CaseView) -> bool:
    """Whether the register of employed persons and suitable work belong to this kind (SEED 23.6)."""
    return case.application.kind is ApplicationKind.UNEMPLOYED


def _steps(case: CaseView, stage: Stage) -> Mapping[Step, str]:
    check, work, decision = _STEP_STATES[stage]
    if not _is_checked_kind(case):
        form = "next" if stage is Stage.STOPPED else "current" if stage is Stage.ELSEWHERE else "done"
        after = "next" if stage is Stage.ELSEWHERE else decision
        return {Step.PERSON: "done", Step.FORM: form, Step.DECISION: after}
    return {
        Step.PERSON: "done",
        Step.FORM: "done",
        Step.CHECK: check,
        Step.WORK: work,
        Step.DECISION: decision,
    }


def _todo(looked: Looked, stage: Stage, notice: Notice | None) -> tuple[tuple[Todo, str], ...]:
    answered = "done" if looked.case.application.answer else "open"
    lines = [(Todo.PERSON, "done" if looked.case.file.identity else "open")]
    if looked.case.application.is_open:
        lines += [(Todo(row.what), _paper_state(row, looked.case)) for row in looked.case.papers]
    match stage:
        case Stage.STOPPED | Stage.NOT_A_PERSON:
            reasoned = len(_reasoning(looked).strip()) >= REASONING_AT_LEAST
            lines += [(Todo.REASONING, "done" if reasoned else "open"), (Todo.SIGNATURE, "open")]
        case Stage.FOUND:
            reasoned = len(_reasoning(looked).strip()) >= REASONING_AT_LEAST
            fresh = "open" if _old_hours(looked.case) else answered
            lines += [(Todo.REGISTER, fresh), (Todo.GROUND, "done")]
            lines += [(Todo.REASONING, "done" if reasoned else "open"), (Todo.SIGNATURE, "open")]
        case Stage.NOT_FOUND:
            lines += [(Todo.REGISTER, answered), (Todo.WORK, "open")]
        case Stage.REFUSED:
            lines += [(Todo.NOTICE, "done" if notice else "open")]
            lines += [(Todo.HAND_OVER, "done" if notice and notice.served_at else "open")]
        case Stage.TO_ASK | Stage.WAITING:
            lines += [(Todo.REGISTER, answered)]
        case Stage.CLOSED | Stage.ELSEWHERE:
            pass
    return tuple(lines)


def _paper_state(row: NeededPaper, case: CaseView) -> str:
    if row.is_open:
        return "bad"
    warned = row.what == Todo.REPRESENTATION and bool(case.of_speaker)
    return "warn" if warned else "done"


def _reasoning(looked: Looked) -> str:
    return str(looked.draft.get("reasoning", ""))


def _acts(looked: Looked, stage: Stage, notice: Notice | None) -> tuple[tuple[PageAct, Off | None], ...]:
    case = looked.case
    acts: list[tuple[PageAct, Off | None]] = []
    if is_elsewhere(case) and looked.serves:
        acts.append((PageAct.GO_ON, None))
    if case.application.is_open:
        acts.append((PageAct.REFUSE, _refusing(looked, stage)))
        if stage is Stage.NOT_A_PERSON:
            acts.append((PageAct.EXPLAIN, _off(case, Move.GIVE_EXPLANATION)))
        elif _is_checked_kind(case) and stage is not Stage.ELSEWHERE:
            acts.append((PageAct.ASK, _asking(case)))
    if case.application.state is ApplicationState.WAITING_REGISTER:
        acts.append((PageAct.RECEIPT, None))
    if notice is not None:
        acts.append((PageAct.COPY, None))
    if looked.is_my_case:
        acts.append((PageAct.FINISH, _finishing(stage, notice)))
        acts.append((PageAct.PAUSE, None))
    if case.application.is_open:
        if case.is_of_person:
            acts.append((PageAct.PAPER, _off(case, Move.SHOW_PAPER)))
        acts.append((PageAct.REPRESENTATIVE, _off(case, Move.SHOW_REPRESENTATION)))
        acts.append((PageAct.WITHDRAW, _off(case, Move.WITHDRAW)))
        checked = case.is_of_person and _is_checked_kind(case) and not is_elsewhere(case)
        if checked and not _stopped_early(case):
            acts.append((PageAct.OFFER_WORK, _later_step(case, stage, Move.OFFER_WORK)))
            acts.append((PageAct.BACK_OFFICE, _later_step(case, stage, Move.SEND_TO_BACK_OFFICE)))
    return tuple(acts)


def _stopped_early(case: CaseView) -> bool:
    """Whether the papers stop the case before the check: then later steps are not even spoken of."""
    before = {ApplicationState.OPEN, ApplicationState.WAITING_REGISTER}
    return case.stop is not None and case.application.state in before


def _asking(case: CaseView) -> Off | None:
    if case.stop is not None:
        return _of(case.stop)
    return None if can_ask(case) else _off(case, Move.REGISTER_FOUND)


def _refusing(looked: Looked, stage: Stage) -> Off | None:
    hours = _old_hours(looked.case) if stage is Stage.FOUND else 0
    if hours:
        return Off("register.answer_old", {"hours": hours})
    impossible = _off(looked.case, Move.REFUSE)
    return impossible or (None if looked.has_ground else Off("case.no_ground"))


def _finishing(stage: Stage, notice: Notice | None) -> Off | None:
    unserved = stage is Stage.REFUSED and notice is not None and notice.served_at is None
    return Off("receipt.missing") if unserved else None


def _later_step(case: CaseView, stage: Stage, move: Move) -> Off:
    refused = case.moves[move] or Refused("act.not_now")
    if stage is Stage.STOPPED and case.stop is not None:
        return _of(case.stop)
    if stage is Stage.FOUND and move is Move.OFFER_WORK:
        return Off("case.person_works")
    if move is Move.SEND_TO_BACK_OFFICE and refused.reason == "act.not_now":
        return Off("case.only_without_work")
    if move is Move.OFFER_WORK and refused.reason == "act.not_now":
        return Off("case.only_after_check")
    return _of(refused)


def _off(case: CaseView, move: Move) -> Off | None:
    refused = case.moves[move]
    return _of(refused) if refused else None


def _of(refused: Refused) -> Off:
    return Off(refused.reason, refused.facts, refused.cites)


def _old_hours(case: CaseView) -> int:
    answer = case.application.answer
    if answer is None:
        return 0
    age = case.now - answer.at
    return int(age / timedelta(hours=1)) if age > timedelta(hours=case.law.answer_max_age_hours) else 0
