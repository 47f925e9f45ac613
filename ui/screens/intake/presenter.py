"""The intake's decisions: who sits there, what must still be asked, and when an application can be opened.

MEİS is asked first; what it answered needs no paper. Papers count only when it could not be reached, knows nobody by
this number, or contradicts itself (SEED 23.3, design 3).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.domain.mrz import looks_like_mrz
from dost_desktop.ports import Tasks, Worker
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.identify_person import PersonLookup
from dost_desktop.services.open_application import Intake, Opened
from dost_desktop.services.run_case import Case
from ui.parts.scans.scanning import Scanning
from ui.screens.intake import papers
from ui.screens.intake.acts import (
    IntakeActs,
    IntakeNavigation,
    IntakeRules,
    intake_from,
    open_for,
    send_on,
    take_over,
)
from ui.screens.intake.card_reading import CardRead, expiry_problem, filled_from, read_card
from ui.screens.intake.form import LONGEST_NUMBER, Form, form_for, number_in, number_problem, phone_problem
from ui.screens.intake.inquiry import Inquiry, Number
from ui.screens.intake.keeping import Keeping
from ui.screens.intake.missing import (
    Known,
    Need,
    age_problem,
    needs,
    place_of,
    purpose_problem,
    said,
    why_off,
)
from ui.screens.intake.shown import IntakeViewPort, Shown

__all__ = ["IntakeActs", "IntakePresenter", "IntakeRules", "Shown"]

FREE: Final = "intake:free"


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
        self._form = Form()
        self.scans = Scanning(tasks, acts.attach_scan, self._scans_changed)
        self._keeping = Keeping(view, tasks, acts.drafts, self._failed)
        self._left: set[str] = set()  # fields that were left: from now on their problem is said
        self._card: CardRead | None = None
        self._inquiry = Inquiry()
        self._busy = self._over = False

    @property
    def draft_key(self) -> str:
        """Under which key what is typed here is kept."""
        return f"intake:{self._case.id}" if self._case else FREE

    # opening
    def opened(self) -> None:
        """The page came up: an earlier draft is offered, a chosen person is asked for at once."""
        self._show()
        self._view.focus("number")
        if not self._start:
            self._keeping.look(self.draft_key)
        else:
            self._fill(form_for(self._start))
            self.ask()

    def draft_restored(self) -> None:
        """The agent wants the draft back."""
        form = self._keeping.take()
        if form is not None:
            self._fill(form)
            if self._number() is not None:
                self.ask()
            self._show()

    def draft_discarded(self) -> None:
        """The agent does not want it."""
        self._keeping.discard(self.draft_key)

    # typing
    def typed(self, form: Form) -> None:
        """Something on the page changed."""
        if form.who != self._form.who:
            form = replace(form, document_kind="")
        before, self._form = self._form, replace(form, scans=self.scans.attached)
        if (form.number, form.who) != (before.number, before.who):
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
        if not self._over:
            self._keeping.save(self.draft_key, self._form, self._case.ticket if self._case else "")

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
        self._inquiry = Inquiry()
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
        if self._inquiry.asked == number or self._busy:
            return
        self._inquiry = Inquiry()
        self._inquiry.asked = number
        self._show()
        self._tasks.run(
            partial(self._acts.lookup, *number),
            done=partial(self._answered, number),
            failed=partial(self._not_answered, number),
            on=Worker.NETWORK,
        )

    def stop_asking(self) -> None:
        """The agent waits no longer: the papers open, as when the register is silent."""
        if self._inquiry.asked is not None:
            self._inquiry.give_up(self._acts.now())
            self._show()

    def papers_asked(self) -> None:
        """Continue with papers, where the register knows nobody."""
        if self._inquiry.papers_allowed:
            self._inquiry.papers_open = True
            self._show()
            self._view.focus("document_number")

    def jump(self, need: str) -> None:
        """A line of what is missing was chosen."""
        if need == "already_open":
            self.continue_open()
            return
        place = place_of(need, self._form, self._papers())
        if place:
            self._view.focus(place)
        else:
            self.ask()

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
        job = partial(open_for, self._acts, self._intake(), self._case)
        self._tasks.run(job, done=self._opened, failed=self._not_opened)

    def continue_open(self) -> None:
        """The open application of this person goes on instead of a second one."""
        answer, found = self._inquiry.answer, self._inquiry.open_application
        if answer is None or found is None or self._busy:
            return
        self._set_busy(True)
        job = partial(take_over, self._acts, self._case, self.draft_key, answer.file.id, found.id)
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
        job = partial(send_on, self._acts, self._case.ticket, self.draft_key)
        self._tasks.run(job, done=self._sent_on, failed=self._not_opened, on=Worker.NETWORK)

    def back(self) -> None:
        """Esc: to the queue; what was typed is kept."""
        self.save()
        self._navigation.show_queue()

    # answers
    def _answered(self, number: Number, answer: PersonLookup) -> None:
        if self._inquiry.asked != number:
            return  # the number was changed meanwhile
        self._inquiry.take(answer)
        if answer.nobody and self._form.surname.strip():  # a restored draft had its papers already
            self._inquiry.papers_open = True
        self._left.add("number")
        self._show()
        if self._inquiry.papers_open:
            self._view.focus("document_number")
        elif answer.identity is not None:
            self._view.focus("continue")

    def _not_answered(self, number: Number, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        if self._inquiry.asked == number:
            self._inquiry.asked, self._inquiry.note = None, error
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
        if isinstance(error, ActNotAllowed):  # the file moved on: what was known is asked again
            self._inquiry = Inquiry(note=InvalidValue(error.reason, **error.facts))
        else:
            self._inquiry.note = error
        self._set_busy(False)

    def _paused(self, _: None) -> None:
        self._navigation.case_changed(None)
        self._navigation.show_queue()

    def _sent_on(self, sent: bool) -> None:
        self._set_busy(False)
        if not sent:
            self._inquiry.note = InvalidValue("queue.unreachable")
            self._show()
            return
        self._over = True
        self._navigation.case_changed(None)
        self._navigation.announce(Changes(queue=True))
        self._navigation.show_queue()

    def _scans_changed(self) -> None:
        self._form = replace(self._form, scans=self.scans.attached)
        self.save()
        self._show()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._navigation.say_problem(error)

    # what stands there
    def _today(self) -> date:
        return legal_date(self._acts.now())

    def _number(self) -> Number | None:
        try:
            return number_in(self._form)
        except InvalidValue:
            return None

    def _number_changed(self) -> None:
        self._left.discard("number")
        self._card = None
        self._inquiry = Inquiry()

    def _papers(self) -> papers.CheckedPapers | None:
        if not (self._inquiry.papers_open and self._inquiry.papers_allowed):
            return None
        return papers.check(self._form, self._rules.documents, self._today())

    def _known(self) -> Known:
        already = self._inquiry.open_application
        return Known(
            number_problem=number_problem(self._form),
            number_blank=not self._form.number.strip(),
            answer=self._inquiry.answer,
            papers=self._papers(),
            phone_problem=phone_problem(self._form),
            card_problem=expiry_problem(self._card, self._today()),
            already_open=already.number if already else "",
            today=self._today(),
            minimum_age=self._rules.minimum_age,
            reading_scans=self.scans.reading > 0,
        )

    def _needs(self) -> tuple[Need, ...]:
        return needs(self._known())

    def _show(self) -> None:
        known = self._known()
        lines = needs(known)
        self._view.show_now(
            Shown(
                form=self._form,
                kinds=papers.choices(self._rules.documents, self._form.who),
                problems=said(known, self._form, self._left),
                needs=lines,
                off=why_off(lines),
                card=self._card,
                answer=self._inquiry.answer,
                asking=self._inquiry.asked is not None,
                papers_open=known.papers is not None,
                papers_offered=self._inquiry.papers_allowed and known.papers is None,
                note=self._inquiry.note,
                purpose_note=purpose_problem(self._case.purpose if self._case else ""),
                age_note=age_problem(known.birth_date, known.today, known.minimum_age),
                already_open=known.already_open,
                busy=self._busy,
                scans=self.scans.shown(),
            )
        )

    def _intake(self) -> Intake:
        return intake_from(
            self._form,
            self._inquiry,
            self._papers(),
            ticket=self._case.ticket if self._case else "",
            draft_key=self.draft_key,
        )

    def _fill(self, form: Form) -> None:
        self._form, self.scans.attached = form, form.scans
        self._view.fill(form)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._show()
