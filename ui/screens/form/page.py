"""At which stage a form is, and from that everything the page shows: steps, what is missing, what can be done now."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from dost_desktop.catalogue.files import Words
from dost_desktop.domain import acts
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.ending import barred, bars_of
from dost_desktop.domain.lifecycle import Move
from dost_desktop.domain.person_file import Bar, Registration
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.required_papers import NeededPaper
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, MessageChannel, Status
from dost_desktop.services.look_at_file import CaseView
from dost_desktop.services.which_step import CaseStep, step_of
from ui.screens.form.checks import Checked


class Stage(StrEnum):
    """What the middle of the page is about."""

    FILL = "fill"
    TO_SEND = "to_send"  # saved here, not at the central system yet
    TO_CONFIRM = "to_confirm"  # in MAS; the person confirms it in e-sosial
    MAS_DECIDES = "mas_decides"
    DONE = "done"


WAITING: Final = frozenset({Stage.TO_SEND, Stage.TO_CONFIRM, Stage.MAS_DECIDES})


class Step(StrEnum):
    """The steps bar (SEED 23)."""

    PERSON = "person"
    FORM = "form"
    MAS = "mas"
    DONE = "done"


class Todo(StrEnum):
    """The lines of what is missing; those of fields are called as the field."""

    PERSON = "person"
    IDENTITY = "identity"  # as `NeededPaper.what`
    REPRESENTATION = "representation"
    STATUS = "status"
    PHONE = "phone"
    ADDRESS = "address"
    EDUCATION = "education"
    SPECIALTY = "specialty"
    WANTED = "wanted"
    TRANSPORT = "transport"
    GROUND = "ground"
    STARTS_ON = "starts_on"
    ENDS_ON = "ends_on"
    EVIDENCE = "evidence"
    FILLED = "filled"
    SENT = "sent"
    CONFIRMED = "confirmed"
    ANSWERED = "answered"
    TOLD = "told"


class FormAct(StrEnum):
    """What can be done now, in the order of the list."""

    SEND = "send"
    NEXT = "next"  # registration as unemployed, in the same case
    RECEIPT = "receipt"
    CONFIRMATION = "confirmation"
    ASK_STATUS = "ask_status"
    PRINT_FORM = "print_form"
    REFUSE = "refuse"
    PAPERS = "papers"
    FINISH = "finish"
    PAUSE = "pause"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look at the case found."""

    case: CaseView
    draft: Mapping[str, Any] | None = field(repr=False)  # what was typed on this page, None for nothing
    saved_at: datetime | None
    is_my_case: bool  # the open case of this desk is about this application
    has_ground: bool  # at least one ground of refusal can be worded from what the file holds
    kinds: Mapping[str, Words]  # what the catalogue calls each kind of document


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the page shows that typing does not change."""

    looked: Looked
    stage: Stage
    steps: Mapping[Step, str]  # done, current, next
    barred: Refused | None  # facts: date, ground
    bars: tuple[Bar, ...]

    @property
    def case(self) -> CaseView:
        """The case."""
        return self.looked.case

    @property
    def kind(self) -> ApplicationKind:
        """What is applied for."""
        return self.looked.case.application.kind

    @property
    def not_asked(self) -> bool:
        """Whether nobody knows how the person is registered."""
        return self.looked.case.file.registration.status is Status.UNKNOWN

    def paper(self, what: str) -> NeededPaper | None:
        """The needed paper that this line of what is missing stands for."""
        return next((row for row in self.looked.case.papers if row.what == what), None)


def leaves(case: CaseView) -> bool:
    """Whether the application went to another page of the case."""
    stopped = case.application.is_open and case.stop is not None
    return step_of(case.application, stopped=stopped) is not CaseStep.FORM


def page_of(looked: Looked) -> Page:
    """The page of a case as it was found."""
    case = looked.case
    today = legal_date(case.now)
    stage = _stage(case)
    is_filled = stage is Stage.FILL
    return Page(
        looked=looked,
        stage=stage,
        steps=_steps(stage),
        barred=barred(case.file, case.application.kind, case.law, today) if is_filled else None,
        bars=bars_of(case.file, case.law, today),
    )


def _stage(case: CaseView) -> Stage:
    application = case.application
    if application.state is not ApplicationState.WAITING_MAS:
        return Stage.DONE if application.state is ApplicationState.DONE else Stage.FILL
    if application.confirmed_at is not None:
        return Stage.MAS_DECIDES
    kind = acts.SubmitForm.kind
    sent = next((line.confirmed for line in case.history if line.kind == kind), False)
    return Stage.TO_CONFIRM if sent else Stage.TO_SEND


def _steps(stage: Stage) -> Mapping[Step, str]:
    place = {Stage.FILL: 1, Stage.DONE: 3}.get(stage, 2)
    shown = ("done" if n < place else "current" if n == place else "next" for n in range(len(Step)))
    return dict(zip(Step, shown, strict=True))


def registration_by(case: CaseView) -> Registration | None:
    """The registration to which this application led, as soon as MAS accepted it."""
    application = case.application
    targets = {
        ApplicationKind.JOBSEEKER: {Status.JOBSEEKER},
        ApplicationKind.REMOVAL: {Status.TEMPORARILY_REMOVED},
        ApplicationKind.CANCELLATION: {Status.CANCELLED},
        ApplicationKind.RESUMPTION: {Status.JOBSEEKER, Status.UNEMPLOYED},
    }.get(application.kind, set())
    opened = legal_date(application.opened_at)
    since = (each for each in case.file.registrations if each.status in targets)
    return next((each for each in since if each.since is not None and each.since >= opened), None)


# what is missing
def todo_of(page: Page, checked: Checked, said: Collection[str]) -> tuple[tuple[Todo, str], ...]:
    """Every line with its state: done, open, bad, warn; ``said``: the fields at which a problem is said now."""
    if page.stage is Stage.DONE:
        told = {each.channel for each in page.case.application.messages if each.delivered}
        return (
            (Todo.ANSWERED, "done"),
            (Todo.TOLD, "done" if told == set(MessageChannel) else "warn"),
        )
    if page.stage in WAITING:
        states = {Stage.TO_SEND: 1, Stage.TO_CONFIRM: 2, Stage.MAS_DECIDES: 3}
        done = states[page.stage]
        way = (Todo.FILLED, Todo.SENT, Todo.CONFIRMED, Todo.ANSWERED)
        return tuple((line, "done" if n < done else "open") for n, line in enumerate(way))
    lines = [(Todo.PERSON, "done")]
    lines += [(Todo(row.what), "bad" if row.is_open else "done") for row in page.case.papers]
    if page.not_asked and page.kind is not ApplicationKind.JOBSEEKER:
        lines.append((Todo.STATUS, "warn"))
    lines += [(Todo(name), _field(name, checked, said)) for name in checked.asked]
    return tuple(lines)


def _field(name: str, checked: Checked, said: Collection[str]) -> str:
    if name in checked.problems and name in said:
        return "bad"
    return "open" if name in checked.missing or name in checked.problems else "done"


# what can be done
def acts_of(page: Page, checked: Checked) -> tuple[tuple[FormAct, Refused | None], ...]:
    """Every act with the reason why it is impossible, None where it is possible."""
    rows: list[tuple[FormAct, Refused | None]] = []
    moves, is_mine = page.case.moves, page.looked.is_my_case
    if page.stage is Stage.FILL:
        rows += [(FormAct.SEND, sending(page, checked)), (FormAct.ASK_STATUS, None)]
        rows.append((FormAct.REFUSE, _refusing(page)))
    elif page.stage is Stage.DONE:
        if page.kind is ApplicationKind.JOBSEEKER:
            rows.append((FormAct.NEXT, _going_on(page)))
        rows.append((FormAct.CONFIRMATION, None))
    else:
        rows += [(FormAct.RECEIPT, None), (FormAct.PRINT_FORM, None)]
    if page.case.application.is_open:
        rows.append((FormAct.PAPERS, None))
    if is_mine:
        finishing = Refused("form.not_sent_yet") if page.stage is Stage.FILL else None
        rows += [(FormAct.FINISH, finishing), (FormAct.PAUSE, None)]
    if page.case.application.is_open:
        rows.append((FormAct.WITHDRAW, moves[Move.WITHDRAW]))
    return tuple(rows)


def main_of(page: Page, offered: Collection[tuple[FormAct, Refused | None]]) -> FormAct | None:
    """The one act that goes on at this stage: what the primary button does."""
    wanted = {Stage.FILL: (FormAct.SEND,), Stage.DONE: (FormAct.NEXT, FormAct.FINISH, FormAct.CONFIRMATION)}
    listed = dict(offered)
    return next((act for act in wanted.get(page.stage, (FormAct.RECEIPT,)) if act in listed), None)


def sending(page: Page, checked: Checked) -> Refused | None:
    """Why the form cannot go to MAS now."""
    refused = page.case.moves[Move.SUBMIT_FORM]
    if refused is not None:
        return refused
    if checked.missing or checked.problems:
        n = len({*checked.missing, *checked.problems})
        return Refused("form.incomplete", "letters 7", {"n": n})
    return checked.stands


def _refusing(page: Page) -> Refused | None:
    impossible = page.case.moves[Move.REFUSE]
    return impossible or (None if page.looked.has_ground else Refused("form.no_ground"))


def _going_on(page: Page) -> Refused | None:
    file = page.case.file
    following = file.open_application(ApplicationKind.UNEMPLOYED)
    if following is not None:
        return None
    if file.registration.status is not Status.JOBSEEKER:
        return Refused("application.not_jobseeker", "SEED 23.6")
    return None
