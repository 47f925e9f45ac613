"""The intake's decisions: who sits there, what must still be asked, and when an application can be opened.

MEİS is asked first; papers count only where it cannot say who sits there (SEED 23.3, design 3).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.domain.mrz import looks_like_mrz
from dost_desktop.domain.vocabulary import ApplicationKind, FormOfApplication, RepresentedAct
from dost_desktop.ports import Tasks
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.identify_person import PersonLookup
from dost_desktop.services.open_application import Intake
from dost_desktop.services.run_case import Case, draft_key_of
from ui.parts.papers.typed import TypedPaper
from ui.parts.representative.judging import About
from ui.screens.intake.acts import IntakeActs, IntakeNavigation
from ui.screens.intake.alike import AlikeWatch, features_of
from ui.screens.intake.applicants import (
    HOUSEHOLD,
    LONGEST_NUMBER,
    Number,
    is_person,
    kind_of_number,
    number_or_none,
)
from ui.screens.intake.asking import Asking
from ui.screens.intake.card_reading import CardRead, filled_from, read_card
from ui.screens.intake.form import MOST_PAPERS, Form, form_for
from ui.screens.intake.keeping import Keeping
from ui.screens.intake.leaving import Leaving
from ui.screens.intake.missing import Need, needs, why_no_refusal
from ui.screens.intake.paper_scans import PaperScans
from ui.screens.intake.picture import picture_of
from ui.screens.intake.recording import intake_from
from ui.screens.intake.rules import IntakeRules
from ui.screens.intake.saying import place_of, problems_of
from ui.screens.intake.shown import IntakeViewPort
from ui.screens.intake.speaking import Speaking
from ui.screens.intake.standing import Known, known_of


class IntakePresenter:
    """One intake, of ``case`` or without a ticket; ``number`` comes from the search, ``speaking`` asks the block.

    ``leaving`` are the ways out, ``scans`` the scans of each paper: the view speaks to them directly.
    """

    def __init__(
        self,
        view: IntakeViewPort,
        tasks: Tasks,
        acts: IntakeActs,
        rules: IntakeRules,
        navigation: IntakeNavigation,
        *,
        speaking: Speaking,
        case: Case | None = None,
        number: str = "",
    ) -> None:
        self._view, self._tasks, self._acts, self._rules = view, tasks, acts, rules
        self._navigation, self._case, self._start, self._speaking = navigation, case, number, speaking
        # under which what is typed here is kept
        self.draft_key = draft_key_of(case.id) if case else "intake:free"
        self._form = Form()
        self.scans = PaperScans(tasks, acts.attach_scan, self._scans_changed)
        self._keeping = Keeping(view, tasks, acts.drafts, self.failed)
        self._alike = AlikeWatch(tasks, acts.find_alike, self.show, self.failed)
        self.leaving = Leaving(self, tasks, acts, navigation, case)
        self._left: set[str] = set()  # fields that were left: from now on their problem is said
        self._card: CardRead | None = None
        self._asking = Asking(self, tasks, acts)

    # opening
    def opened(self) -> None:
        """The page came up: an earlier draft is offered, a chosen person is asked for at once."""
        self._speaking.restore({})
        self.show()
        self._asking.look_up_own()
        self._view.focus("number")
        if not self._start:
            self._keeping.look(self.draft_key)
        else:
            self._fill(form_for(self._start))
            self.ask()

    def draft_restored(self) -> None:
        """The agent wants the draft back."""
        form = self._keeping.take()
        if form is None:
            return
        self._fill(form)
        self._let_speak()
        self._speaking.restore(form.representative)
        self.show()
        if is_person(form.who) and self._number() is not None:
            self.ask()

    def draft_discarded(self) -> None:
        """The agent does not want it."""
        self._keeping.discard(self.draft_key)

    # typing
    def typed(self, form: Form) -> None:
        """Something on the page changed."""
        before = self._form
        if form.who != before.who:
            form = form.with_paper(0, replace(form.papers[0], kind=""))
        self._form = replace(self.scans.put_into(form), representative=before.representative)
        if (form.number, form.who) != (before.number, before.who):
            self._left.discard("number")
            self._card = None
            self._asking.begin_anew()
        if len(form.number) > LONGEST_NUMBER and looks_like_mrz(form.number):
            read = read_card(form.number, self._today())
            if read.reading is not None:
                self.scanned(form.number)
                return
        self.show()

    def left(self, name: str) -> None:
        """The focus left a field: now its problem may be said."""
        self._left.add(name)
        if name == "number" and len(self._form.number) > LONGEST_NUMBER:
            self.scanned(self._form.number)
            return
        self.show()

    def spoken(self) -> None:
        """Something changed in the representative's block."""
        self._form = replace(self._form, representative=self._speaking.content())
        self.show()

    def save(self) -> None:
        """Keep what was typed, half a second after the last key; and look whether somebody like that is known."""
        if self.leaving.over:
            return
        self._keeping.save(self.draft_key, self._form, self._case.ticket if self._case else "")
        own = self._asking.file_of(self._number())
        self._alike.look(features_of(self._form, self._asking.inquiry, self._known()), own)

    # the card
    def scanned(self, text: str) -> None:
        """A card's lines arrived: from the scanner, the clipboard or the field."""
        if not is_person(self._form.who):
            self._scanned_for_nobody(text)
            return
        self._card = read_card(text, self._today())
        reading = self._card.reading
        if reading is None:
            if len(self._form.number) > LONGEST_NUMBER:
                self._fill(replace(self._form, number=""))
            self.show()
            return
        self._asking.begin_anew()
        self._left = (self._left - {"number"}) | {"valid_until"}
        self._fill(filled_from(self._form, reading))
        self.save()
        if reading.pin is not None:
            self.ask()
        else:
            self.show()
            self._view.focus("number")

    def _scanned_for_nobody(self, text: str) -> None:
        """An entity has no card: what was read is of who speaks; a household goes by that number (D17)."""
        read = read_card(text, self._today())
        if self._form.who == HOUSEHOLD and read.reading is not None and read.reading.pin is not None:
            self._fill(replace(self._form, number=read.reading.pin.text))
        elif len(self._form.number) > LONGEST_NUMBER:
            self._fill(replace(self._form, number=""))
        self._card = read if read.reading is None else None
        self.show()
        self._speaking.card(text)

    # the register
    def ask(self) -> None:
        """F9, and Enter in the number's field: MEİS and MAS, on the network."""
        if len(self._form.number) > LONGEST_NUMBER:
            self.scanned(self._form.number)
            return
        number = self._number()
        if number is None:
            self._left.add("number")
            self.show()
            self._view.focus("number")
            return
        if not is_person(self._form.who):  # no register of ours holds it
            self._left.add("number")
            self.show()
            self._view.focus("applicant_name")
            return
        if not self.leaving.busy:
            kind = self._known().kind
            self._asking.ask(number, kind or ApplicationKind.UNEMPLOYED)

    def ask_permit(self) -> None:
        """The register of permits is asked about the permit that was shown."""
        number = self._number()
        if number is not None:
            self._left.add("valid_until")
            self._asking.ask_permit(number)

    def stop_asking(self) -> None:
        """The agent waits no longer."""
        self._asking.stop()

    def papers_asked(self) -> None:
        """Continue with papers: the register knows nobody, or only a permit that is out of date."""
        known = self._known()
        if self._asking.inquiry.papers_allowed or known.expired_permit:
            self._asking.inquiry.papers_open = True
            self.show()
            self._view.focus("document_number")

    def add_paper(self) -> None:
        """Another document was shown."""
        if len(self._form.papers) < MOST_PAPERS:
            self._fill(self._form.with_paper(len(self._form.papers), TypedPaper()))
            self.show()
            self._view.focus(f"document_kind#{len(self._form.papers) - 1}")

    def remove_paper(self, place: int) -> None:
        """This document does not belong here after all."""
        self.scans.drop(place)
        self._left = {name for name in self._left if not name.endswith(f"#{place}")}
        self._fill(self._form.without_paper(place))
        self.save()
        self.show()
        self._view.focus("document_number")

    def jump(self, need: str) -> None:
        """A line of what is missing was chosen."""
        if need == "already_open":
            self.continue_open()
        elif need.startswith("speaker:"):
            self._speaking.jump(need.removeprefix("speaker:"))
        elif (place := place_of(need, self._form, self._known())) == "papers":
            self.papers_asked()
        elif place:
            self._view.focus(place)
        else:
            self.ask()

    def open_alike(self, place: int) -> None:
        """A file that may be the same person's is looked at; what was typed stays as the draft."""
        if place < len(self._alike.found):
            self.save()
            self._navigation.open_person(self._alike.found[place].row.file_id)

    # going on
    def continue_asked(self) -> None:
        """Ctrl+Enter: open the application, or go to the first thing that is missing."""
        if not self.leaving.is_closed and not self._stopped_at(self._needs()):
            self.leaving.open(self._intake(), to_refuse=False)

    def refuse_asked(self) -> None:
        """Ctrl+Shift+R: open the application as the papers stand, and go to its refusal."""
        lines = self._needs()
        if self.leaving.is_closed or not any(need.refusable for need in lines):
            return
        if why_no_refusal(lines) is None:
            self.leaving.open(self._intake(), to_refuse=True)
        else:
            self._stopped_at([need for need in lines if not need.refusable])

    def agree_asked(self) -> None:
        """It was explained that registration is personal, and that was enough: recorded and withdrawn (D17)."""
        if self.leaving.is_closed or is_person(self._form.who):
            return
        known = self._known()
        if known.explanation_problem:
            self._left.add("explanation")
            self.show()
            self._view.focus("explanation")
        elif not self._stopped_at([need for need in needs(known) if not need.refusable]):
            self.leaving.open(self._intake(agreed=True), to_refuse=False)

    def continue_open(self) -> None:
        """The open application of this person goes on instead of a second one."""
        self.leaving.take_over(self._asking.inquiry, self._known().kind)

    def not_opened(self, error: AgentError) -> None:
        """Nothing was recorded, and why."""
        if isinstance(error, ActNotAllowed):  # the file moved on: what was known is asked again
            self._asking.begin_anew(InvalidValue(error.reason, **error.facts))
        else:
            self._asking.inquiry.note = error
        self.show()

    def _stopped_at(self, lines: Sequence[Need]) -> bool:
        """Whether something stands in the way; then all is said and the caret goes to the first of it."""
        blocking = next((need for need in lines if need.blocks), None)
        if blocking is None:
            return False
        self._left |= {"number", "applicant_name", *problems_of(self._known())}
        self._speaking.say_everything()
        self.show()
        if blocking.id != "already_open":
            self.jump(blocking.id)
        return True

    # answers
    def answered(self, answer: PersonLookup) -> None:
        """MEİS and MAS said something, or why not."""
        inquiry = self._asking.inquiry
        if answer.nobody and self._form.surname.strip():  # a restored draft had its papers already
            inquiry.papers_open = True
        self._left.add("number")
        self.show()
        self.save()
        if inquiry.papers_open:
            self._view.lead("document_number")
        elif answer.identity is not None:
            self._view.lead("continue")

    def failed(self, error: Exception) -> None:
        """Something that has no field on the page."""
        if not isinstance(error, AgentError):
            raise error
        self._navigation.say_problem(error)

    def _scans_changed(self) -> None:
        self._form = self.scans.put_into(self._form)
        self.save()
        self.show()

    # what stands there
    def _today(self) -> date:
        return legal_date(self._acts.now())

    def _number(self) -> Number | None:
        return number_or_none(self._form.who, self._form.number)

    def _known(self) -> Known:
        return known_of(
            self._form,
            self._asking.inquiry,
            self._rules,
            self._today(),
            card=self._card,
            speaker=self._speaking.lines(),
            purpose=self._case.purpose if self._case else "",
            ticket_needs=self._case.needs if self._case else (),
            reading_scans=self.scans.reading,
            is_own=self._asking.is_own(self._number()),
        )

    def _needs(self) -> tuple[Need, ...]:
        return needs(self._known())

    def show(self) -> None:
        """The page as it stands now."""
        self._let_speak()
        known = self._known()
        self._view.show_now(
            picture_of(
                self._form,
                known,
                self._asking.inquiry,
                self._rules,
                card=self._card,
                left=self._left,
                alike=self._alike.found,
                busy=self.leaving.busy,
                now=self._acts.now(),
                scans=self.scans.shown(),
            )
        )

    def _let_speak(self) -> None:
        """The representative's block knows whether somebody speaks here, and for whom."""
        who, number = self._form.who, self._number()
        speaks = not is_person(who) or self._form.way.form == FormOfApplication.REPRESENTATIVE
        if who == HOUSEHOLD and not {"number", "applicant_name"} <= self._left:
            number = None  # the head is asked about when nobody types here any more
        kind, text = number or (kind_of_number(who), "")
        self._speaking.speak_for(About(kind, text, RepresentedAct.APPLY) if speaks else None)

    def _intake(self, *, agreed: bool = False) -> Intake:
        return intake_from(
            self._form,
            self._asking.inquiry,
            self._known(),
            self._speaking.representative(),
            ticket=self._case.ticket if self._case else "",
            draft_key=self.draft_key,
            agreed=agreed,
        )

    def _fill(self, form: Form) -> None:
        self._form = form
        self.scans.follow(form)
        self._view.fill(form)
