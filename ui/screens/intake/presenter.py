"""The intake's decisions: who sits there, what must still be asked, and when an application can be opened.

MEİS is asked first; what it answered needs no paper. Papers count only when it could not be reached, knows nobody by
this number, or contradicts itself (SEED 23.3, design 3).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Final, Protocol
from uuid import UUID

from dost_desktop.catalogue.office import DocumentEntry
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.mrz import looks_like_mrz
from dost_desktop.domain.values import PIN_LENGTH, Phone
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.ports import Tasks, Worker
from dost_desktop.rows import Draft
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.identify_person import PersonLookup
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.open_application import Intake, Opened
from dost_desktop.services.run_case import Case, RunCase
from ui.screens.intake import papers
from ui.screens.intake.card_reading import CardRead, expiry_problem, filled_from, read_card
from ui.screens.intake.form import LONGEST_NUMBER, Form, form_from, is_surely_wrong, number_in
from ui.screens.intake.missing import Known, Need, age_problem, needs

FORM: Final = "intake"
FREE: Final = "intake:free"


@dataclass(frozen=True, slots=True)
class IntakeActs:
    """What the intake does. ``redirect`` gives False when the queue cannot be reached."""

    lookup: Callable[[NumberKind, str], PersonLookup]
    open_application: Callable[[Intake], Opened]
    drafts: KeepDrafts
    cases: RunCase
    redirect: Callable[[str], bool]
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class IntakeRules:
    """What the catalogue says about papers and age."""

    documents: Sequence[DocumentEntry]
    minimum_age: int = 15


@dataclass(frozen=True, slots=True)
class Shown:
    """The whole page at one moment. ``problems`` stand at their fields; ``off``: why one cannot go on."""

    form: Form
    kinds: tuple[DocumentEntry, ...]
    problems: Mapping[str, InvalidValue]
    needs: tuple[Need, ...]
    off: InvalidValue | None
    card: CardRead | None
    answer: PersonLookup | None
    asking: bool
    papers_open: bool
    papers_offered: bool
    note: AgentError | None  # about the register, or what went wrong at the last try
    purpose_note: InvalidValue | None
    age_note: InvalidValue | None
    already_open: str
    busy: bool


class IntakeNavigation(Protocol):
    """Where the intake can send the agent."""

    def show_queue(self) -> None: ...

    def open_case(self, file_id: UUID, application: UUID) -> None: ...

    def case_changed(self, case: Case | None) -> None: ...

    def announce(self, changes: Changes) -> None: ...

    def say_problem(self, error: AgentError) -> None: ...


class IntakeViewPort(Protocol):
    """What the presenter shows."""

    def show_now(self, shown: Shown) -> None: ...

    def fill(self, form: Form) -> None:
        """Put texts into the fields, without a signal of typing."""

    def focus(self, need: str) -> None:
        """The caret to the field of this line."""

    def offer_draft(self, draft: Draft) -> None: ...

    def withdraw_draft(self) -> None: ...

    def show_saved(self, at: datetime) -> None: ...


class IntakePresenter:
    """One intake, of ``case`` or without a ticket; ``number`` comes from the search."""

    def __init__(
        self,
        view: IntakeViewPort,
        tasks: Tasks,
        acts: IntakeActs,
        rules: IntakeRules,
        navigation: IntakeNavigation,
        *,
        case: Case | None = None,
        number: str = "",
    ) -> None:
        self._view, self._tasks, self._acts, self._rules = view, tasks, acts, rules
        self._navigation, self._case, self._start = navigation, case, number
        self._form, self._saved = Form(), Form()
        self._left: set[str] = set()  # fields that were left: from now on their problem is said
        self._card: CardRead | None = None
        self._answer: PersonLookup | None = None
        self._asked: tuple[NumberKind, str] | None = None
        self._silent_at: datetime | None = None  # the agent did not want to wait longer for MEİS
        self._note: AgentError | None = None
        self._papers_open = self._busy = self._over = False
        self._offered: Draft | None = None

    @property
    def draft_key(self) -> str:
        """Under which key what is typed here is kept."""
        return f"intake:{self._case.id}" if self._case else FREE

    # opening
    def opened(self) -> None:
        """The page came up: an earlier draft is offered, a chosen person is asked for at once."""
        self._show()
        self._view.focus("number")
        self._tasks.run(
            partial(self._acts.drafts.load, self.draft_key), done=self._draft_found, failed=self._failed
        )
        if self._start:
            foreign = len(self._start) < PIN_LENGTH
            self._fill(replace(self._form, number=self._start, who="foreigner" if foreign else "citizen"))
            self.ask()

    def draft_restored(self) -> None:
        """The agent wants the draft back."""
        draft, self._offered = self._offered, None
        self._view.withdraw_draft()
        if draft is not None:
            self._fill(form_from(draft.content))
            self._papers_open = bool(self._form.surname or self._form.document_number)
            if self._number() is not None:
                self.ask()
            self._show()

    def draft_discarded(self) -> None:
        """The agent does not want it."""
        self._offered = None
        self._view.withdraw_draft()
        self._tasks.run(
            partial(self._acts.drafts.discard, self.draft_key), done=_nothing, failed=self._failed
        )

    # typing
    def typed(self, form: Form) -> None:
        """Something on the page changed."""
        if form.who != self._form.who:
            form = replace(form, document_kind="")
        before, self._form = self._form, form
        if form.number != before.number:
            self._number_changed()
        if len(form.number) > LONGEST_NUMBER and looks_like_mrz(form.number):
            read = read_card(form.number, self._today())
            if read.reading is not None:
                self.scanned(form.number)
                return
        self._show()

    def left(self, name: str) -> None:
        """The focus left a field: now its problem may be said."""
        self._left.add(name)
        if name == "number" and len(self._form.number) > LONGEST_NUMBER:
            self.scanned(self._form.number)
            return
        self._show()

    def save(self) -> None:
        """Keep what was typed, half a second after the last key."""
        if self._over or self._form == self._saved or self._form.is_blank():
            return
        form = self._form
        job = partial(
            self._acts.drafts.save,
            self.draft_key,
            FORM,
            form.content(),
            ticket=self._case.ticket if self._case else "",
        )
        self._tasks.run(job, done=partial(self._kept, form), failed=self._failed)

    # the card
    def scanned(self, text: str) -> None:
        """A card's lines arrived: from the scanner, the clipboard or the field."""
        self._card = read_card(text, self._today())
        reading = self._card.reading
        if reading is None:
            if len(self._form.number) > LONGEST_NUMBER:
                self._fill(replace(self._form, number=""))
            self._show()
            return
        self._forget_answer()
        self._left.discard("number")
        self._fill(filled_from(self._form, reading))
        self.save()
        if reading.pin is not None:
            self.ask()
        else:
            self._show()
            self._view.focus("number")

    # the register
    def ask(self) -> None:
        """F9, and Enter in the number's field: MEİS and MAS, on the network."""
        if len(self._form.number) > LONGEST_NUMBER:
            self.scanned(self._form.number)
            return
        number = self._number()
        if number is None:
            self._left.add("number")
            self._show()
            self._view.focus("number")
            return
        if self._asked == number or self._busy:
            return
        self._forget_answer()
        self._asked = number
        self._show()
        self._tasks.run(
            partial(self._acts.lookup, *number),
            done=partial(self._answered, number),
            failed=partial(self._not_answered, number),
            on=Worker.NETWORK,
        )

    def stop_asking(self) -> None:
        """The agent waits no longer: the papers open, as when the register is silent."""
        if self._asked is not None:
            self._asked, self._silent_at = None, self._acts.now()
            self._note, self._papers_open = InvalidValue("register.unreachable"), True
            self._show()

    def papers_asked(self) -> None:
        """Continue with papers, where the register knows nobody."""
        if self._papers_allowed():
            self._papers_open = True
            self._show()
            self._view.focus("document_number")

    def jump(self, need: str) -> None:
        """A line of what is missing was chosen."""
        if need == "already_open":
            self.continue_open()
        elif need in {"person", "status"}:
            checked = self._papers()
            if checked is None:
                self.ask()
            else:
                self._view.focus(next((n for n in papers.FIELDS if n in checked.problems), "document_number"))
        elif need == "surname" and self._form.surname.strip():
            self._view.focus("given_name")
        else:
            self._view.focus("number" if need in {"card", "document", "age"} else need)

    # going on
    def continue_asked(self) -> None:
        """Ctrl+Enter: open the application, or go to the first thing that is missing."""
        if self._busy or self._over:
            return
        blocking = next((need for need in self._needs() if need.blocks), None)
        if blocking is not None:
            self._left |= {"number", "phone", *papers.FIELDS}
            self._show()
            if blocking.id != "already_open":
                self.jump(blocking.id)
            return
        self._set_busy(True)
        job = partial(self._open, self._intake(), self._case)
        self._tasks.run(job, done=self._opened, failed=self._not_opened)

    def continue_open(self) -> None:
        """The open application of this person goes on instead of a second one."""
        answer = self._answer
        found = answer.file.open_application(ApplicationKind.UNEMPLOYED) if answer else None
        if answer is None or found is None or self._busy:
            return
        self._set_busy(True)
        job = partial(self._take_over, self._case, answer.file.id, found.id)
        self._tasks.run(job, done=self._gone_on, failed=self._not_opened)

    def pause(self) -> None:
        """Ctrl+H: the case waits under the half-done ones, what was typed as its draft."""
        if self._busy:
            return
        self.save()
        if self._case is None:
            self._navigation.show_queue()
            return
        self._tasks.run(partial(self._acts.cases.pause, ""), done=self._paused, failed=self._failed)

    def redirect(self) -> None:
        """The ticket is for another service: it leaves this desk, and the case with it."""
        if self._case is None or not self._case.ticket or self._busy:
            return
        self._set_busy(True)
        job = partial(self._send_on, self._case.ticket)
        self._tasks.run(job, done=self._sent_on, failed=self._not_opened, on=Worker.NETWORK)

    def back(self) -> None:
        """Esc: to the queue; what was typed is kept."""
        self.save()
        self._navigation.show_queue()

    # jobs
    def _open(self, intake: Intake, case: Case | None) -> tuple[Opened, Case]:
        opened = self._acts.open_application(intake)
        going = case or self._acts.cases.begin("", intake.kind)
        return opened, self._acts.cases.bind(going, opened.file_id, opened.application)

    def _take_over(self, case: Case | None, file_id: UUID, application: UUID) -> Case:
        going = case or self._acts.cases.begin("", ApplicationKind.UNEMPLOYED)
        bound = self._acts.cases.bind(going, file_id, application)
        self._acts.drafts.discard(self.draft_key)
        return bound

    def _send_on(self, ticket: str) -> bool:
        sent = self._acts.redirect(ticket)
        if sent:
            self._acts.cases.finish()
            self._acts.drafts.discard(self.draft_key)
        return sent

    # answers
    def _draft_found(self, draft: Draft | None) -> None:
        if draft is not None and not self._start and not form_from(draft.content).is_blank():
            self._offered = draft
            self._view.offer_draft(draft)

    def _kept(self, form: Form, at: datetime) -> None:
        self._saved = form
        self._view.show_saved(at)

    def _answered(self, number: tuple[NumberKind, str], answer: PersonLookup) -> None:
        if self._asked != number:
            return  # the number was changed meanwhile
        self._asked, self._answer = None, answer
        self._left.add("number")
        if answer.unreachable is not None:
            self._note, self._papers_open = InvalidValue("register.unreachable"), True
        elif answer.contradicts:
            self._note, self._papers_open = InvalidValue("register.contradicts"), True
        elif answer.identity is not None:
            self._papers_open = False
        self._show()
        if self._papers_open:
            self._view.focus("document_number")
        elif answer.identity is not None:
            self._view.focus("continue")

    def _not_answered(self, number: tuple[NumberKind, str], error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        if self._asked == number:
            self._asked, self._note = None, error
            self._show()

    def _opened(self, opened: tuple[Opened, Case]) -> None:
        application, case = opened
        self._navigation.announce(application.changes)
        self._gone_on(case)

    def _gone_on(self, case: Case) -> None:
        self._over = True
        self._set_busy(False)
        self._navigation.case_changed(case)
        if case.file_id is not None and case.application is not None:
            self._navigation.open_case(case.file_id, case.application)

    def _not_opened(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        refused = isinstance(error, ActNotAllowed)
        self._note = InvalidValue(error.reason, **error.facts) if isinstance(error, ActNotAllowed) else error
        if refused and self._answer is not None:
            self._answer = None  # the file moved on: what was known is asked again
        self._set_busy(False)

    def _paused(self, _: None) -> None:
        self._navigation.case_changed(None)
        self._navigation.show_queue()

    def _sent_on(self, sent: bool) -> None:
        self._set_busy(False)
        if not sent:
            self._note = InvalidValue("queue.unreachable")
            self._show()
            return
        self._over = True
        self._navigation.case_changed(None)
        self._navigation.announce(Changes(queue=True))
        self._navigation.show_queue()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._navigation.say_problem(error)

    # what stands there
    def _today(self) -> date:
        return legal_date(self._acts.now())

    def _number(self) -> tuple[NumberKind, str] | None:
        try:
            return number_in(self._form)
        except InvalidValue:
            return None

    def _number_problem(self) -> InvalidValue | None:
        try:
            number_in(self._form)
        except InvalidValue as problem:
            return problem
        return None

    def _phone_problem(self) -> InvalidValue | None:
        if self._form.phone.strip():
            try:
                Phone.parse(self._form.phone)
            except InvalidValue as problem:
                return problem
        return None

    def _number_changed(self) -> None:
        self._left.discard("number")
        self._card = None
        self._forget_answer()

    def _forget_answer(self) -> None:
        self._asked = self._answer = self._silent_at = self._note = None
        self._papers_open = False

    def _papers_allowed(self) -> bool:
        if self._silent_at is not None:
            return True
        return self._answer is not None and self._answer.identity is None

    def _papers(self) -> papers.CheckedPapers | None:
        if not (self._papers_open and self._papers_allowed()):
            return None
        return papers.check(self._form, self._rules.documents, self._today())

    def _already_open(self) -> str:
        found = self._answer.file.open_application(ApplicationKind.UNEMPLOYED) if self._answer else None
        return found.number if found else ""

    def _known(self) -> Known:
        return Known(
            number_problem=self._number_problem(),
            number_blank=not self._form.number.strip(),
            answer=self._answer,
            papers=self._papers(),
            phone_problem=self._phone_problem(),
            card_problem=expiry_problem(self._card, self._today()),
            already_open=self._already_open(),
            today=self._today(),
            minimum_age=self._rules.minimum_age,
        )

    def _needs(self) -> tuple[Need, ...]:
        return needs(self._known())

    def _problems(self, known: Known) -> dict[str, InvalidValue]:
        """The problems that may be said now, by field."""
        problems = dict(known.papers.problems) if known.papers else {}
        if known.phone_problem:
            problems["phone"] = known.phone_problem
        if known.number_problem and self._form.number.strip():
            problems["number"] = known.number_problem
        said = {name: problem for name, problem in problems.items() if name in self._left}
        if "number" in problems and is_surely_wrong(self._form):
            said["number"] = problems["number"]
        if "number" not in said and self._answer is not None and self._answer.nobody:
            said["number"] = InvalidValue("pin.not_found")
        if known.card_problem and not (self._answer and self._answer.identity):
            said.setdefault("number", known.card_problem)
        if not self._form.number.strip() and "number" in self._left and known.number_problem:
            said["number"] = known.number_problem
        return said

    def _show(self) -> None:
        known = self._known()
        lines = needs(known)
        blocking = [need for need in lines if need.blocks]
        self._view.show_now(
            Shown(
                form=self._form,
                kinds=papers.choices(self._rules.documents, self._form.who),
                problems=self._problems(known),
                needs=lines,
                off=_reason(blocking),
                card=self._card,
                answer=self._answer,
                asking=self._asked is not None,
                papers_open=known.papers is not None,
                papers_offered=self._papers_allowed() and known.papers is None,
                note=self._note,
                purpose_note=self._purpose_note(),
                age_note=age_problem(known.birth_date, known.today, known.minimum_age),
                already_open=known.already_open,
                busy=self._busy,
            )
        )

    def _purpose_note(self) -> InvalidValue | None:
        other = self._case is not None and self._case.purpose not in {"", ApplicationKind.UNEMPLOYED}
        return InvalidValue("ticket.other_purpose") if other else None

    def _intake(self) -> Intake:
        known = self._known()
        number = self._number()
        if number is None:
            raise ValueError("an intake without a number")
        answer, checked = self._answer, known.papers
        by_papers = checked is not None and checked.paper is not None
        if by_papers and checked is not None:
            identity = papers.identity_from(checked, self._form, *number)
        elif answer is not None and answer.identity is not None:
            identity = answer.identity
        else:
            raise ValueError("an intake of a person whom nobody identified")
        silent_at = (
            answer.asked_at if answer is not None and answer.unreachable is not None else self._silent_at
        )
        return Intake(
            number_kind=number[0],
            number=number[1],
            identity=identity,
            attestation=answer.attestation if answer else None,
            status_attestation=answer.status_attestation if answer else None,
            paper=checked.paper if checked else None,
            unreachable_at=silent_at if by_papers else None,
            kind=ApplicationKind.UNEMPLOYED,
            ticket=self._case.ticket if self._case else "",
            phone=Phone.parse(self._form.phone).text if self._form.phone.strip() else "",
            draft_key=self.draft_key,
        )

    def _fill(self, form: Form) -> None:
        self._form = form
        self._view.fill(form)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._show()


def _reason(blocking: Sequence[Need]) -> InvalidValue | None:
    """Why one cannot go on: the one thing in its own words, several counted."""
    if not blocking:
        return None
    decisive = next((n for n in blocking if n.id in {"status", "already_open"}), None)
    if decisive is not None:
        return decisive.problem
    if len(blocking) == 1 and blocking[0].problem is not None:
        return blocking[0].problem
    return InvalidValue("intake.incomplete", n=len(blocking))


def _nothing(_: object) -> None:
    """Nobody waits for this answer."""
