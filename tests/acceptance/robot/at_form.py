"""The forms that MAS takes: of a jobseeker, of temporary removal, resumption and cancellation."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from dost_desktop.domain.dates import legal_date, short
from dost_desktop.domain.vocabulary import ApplicationKind, ConfirmedBy
from tests.acceptance.robot.at_window import AtWindow
from tests.acceptance.robot.outside import Person
from ui.screens.form.page import Stage
from ui.screens.form.view import FormView

_JOBSEEKER: Final = {
    "phone": "+994501234567",
    "address": "Bakı ş., Nümunə r-nu, Sınaq küç. 5",
    "education": "secondary_special",
    "specialty": "mühasib",
    "wanted": "mühasib",
    "district": "Nümunə",
    "transport": "yes",
}


class AtForm(AtWindow):
    """The page of the form."""

    def fills_jobseeker_form(self, **changes: str) -> None:
        """Everything that must be filled, prefilled fields typed over."""
        part = self.page(FormView)._middle.jobseeker
        for name, text in {**_JOBSEEKER, **changes}.items():
            self.overwrites(part._must[name].editor, text)

    def fills_ending(self, ground: str, starts_on: date | None, ends_on: date | None, evidence: str) -> None:
        """Ground and term of a removal, ground of a cancellation; the paper where one is asked for."""
        part = self.page(FormView)._middle.ending
        self.overwrites(part.fields["ground"].editor, ground)
        for name, day in (("starts_on", starts_on), ("ends_on", ends_on)):
            if day is not None and part.fields[name].isVisible():
                self.overwrites(part.fields[name].editor, short(day))
                self.presses("Tab")
        if evidence:
            self.overwrites(part.fields["evidence"].editor, evidence)
        self.at.rest(100)

    def fills_resumption(self, evidence: str) -> None:
        """The paper that shows that the cause ended."""
        editor = self.page(FormView)._middle.resumption.fields["evidence"].editor
        if editor.isVisible():
            self.overwrites(editor, evidence)

    def is_confirmed_by_representative(self) -> None:
        """The representative will confirm the form in e-sosial."""
        part = self.page(FormView)._middle.jobseeker
        self.overwrites(part._must["confirmed_by"].editor, ConfirmedBy.REPRESENTATIVE.value)

    def sends_form(self) -> None:
        """To MAS: recorded here, on its way."""
        page = self.page(FormView)
        self.at.rest(800)  # a key in the moment of the answer would do nothing
        self.presses("Ctrl+Enter")
        self.waits("the form on its way", lambda: page._page and page._page.stage is not Stage.FILL)

    def why_form_cannot_be_sent(self) -> str:
        """What the page says: beside the button, at the top, or at a field."""
        page = self.page(FormView)
        self.at.rest(200)
        assert page._page is not None
        assert page._page.stage is Stage.FILL
        assert page._bar._primary.off_reason, "the form can be sent"
        return self.at.words()

    def next_day_off(self) -> date:
        """The next Saturday, Sunday or holiday after tomorrow."""
        desk = self.at.session.desk
        now = desk.clock.now()
        day, calendar = legal_date(now) + timedelta(days=2), desk.law(now).calendar
        while calendar.is_working(day):
            day += timedelta(days=1)
        return day

    def goes_on_as_unemployed(self, person: Person) -> None:
        """The next application of the same person, without a new intake."""
        page = self.page(FormView)
        self.waits("the outcome", lambda: page._page and page._page.stage is Stage.DONE)
        self.at.rest(800)  # a key in the moment of the answer would do nothing
        self.presses("Ctrl+Enter")
        self.waits("the next application", lambda: self.application(person, ApplicationKind.UNEMPLOYED))
        self.waits("its page", lambda: not isinstance(self.at.view(), FormView))
