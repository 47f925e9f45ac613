"""The form page's middle: what must be known first, then the form of its kind, or where the form is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from dost_desktop.catalogue.grounds import Ending
from dost_desktop.domain.dates import short
from dost_desktop.domain.ending import LEFT_EARLY
from dost_desktop.domain.lifecycle import Move
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.ports import Unanswered
from ui.infra.catalogue_words import begun
from ui.infra.refused_words import cited, refused_words
from ui.parts.reopened import ReopenedNote
from ui.parts.tall_enough import TallEnough
from ui.screens.form.ending_part import EndingPart
from ui.screens.form.jobseeker_part import JobseekerPart
from ui.screens.form.page import Page, Stage
from ui.screens.form.port import Shown
from ui.screens.form.resumption_part import ResumptionPart
from ui.screens.form.state_part import StatePart
from ui.screens.form.typed import TypedForm
from ui.widgets.note import Note

_FOCUS_ROOM: Final = 40  # pixels kept around what has the focus, for its label and what is wrong in it


class MiddlePart(TallEnough):
    """``edited`` when a person typed or chose; ``left`` carries the field that the caret left."""

    edited = Signal()
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area: QScrollArea | None = None  # in which it is scrolled
        self.jobseeker, self.ending, self.resumption = JobseekerPart(), EndingPart(), ResumptionPart()
        self._state = StatePart()
        self._problem, self._returned, self._asked = Note("bad"), Note("warn"), Note("warn")
        self._stops, self._bars, self._reopened = Note("warn"), Note("info"), ReopenedNote()
        self._page: Page | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for note in (self._reopened, self._problem, self._returned, self._stops, self._asked, self._bars):
            column.addWidget(note)
            note.hide()
        for part in (self.jobseeker, self.ending, self.resumption, self._state):
            column.addWidget(part)
            part.hide()
        column.addStretch(1)
        for form in (self.jobseeker, self.ending, self.resumption):
            form.edited.connect(self.edited)
            form.left.connect(self.left)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._bring_into_sight)

    def begin(self) -> None:
        """Another case: nothing of the last one stays."""
        self._page = None
        self.jobseeker.begin()
        for widget in (self._problem, self._returned, self._stops, self._asked, self._bars):
            widget.hide()
        for part in (self.jobseeker, self.ending, self.resumption, self._state):
            part.hide()

    # what is shown
    def show_now(self, shown: Shown) -> None:
        """Everything in the middle as it is now."""
        page = shown.page
        if page is not self._page:
            turned = self._page is None or self._page.stage is not page.stage
            self._page = page
            self._reopened.show_case(page.case)
            self._show_page(page, shown.endings)
            if turned and self.area is not None:  # what is new stands at the top
                self.area.verticalScrollBar().setValue(0)
        if page.stage is not Stage.FILL:
            return
        if page.kind is ApplicationKind.JOBSEEKER:
            self.jobseeker.show_now(shown)
        elif page.kind is ApplicationKind.RESUMPTION:
            self.resumption.show_now(shown)
        else:
            self.ending.show_now(shown)

    def show_asking(self, asking: bool) -> None:
        """MAS is being asked how the person is registered."""
        if asking:
            self._asked.say("info", self.tr("MAS is asked how the person is registered …"))
            self._asked.show()
        elif self._page is not None:
            self._show_status(self._page)

    def show_no_answer(self, why: Unanswered | None) -> None:
        """MAS was asked in vain."""
        if why is None:
            return
        words = {
            Unanswered.OFFLINE: self.tr("No connection: MAS cannot be asked now."),
            Unanswered.REGISTER: self.tr("MAS does not answer."),
            Unanswered.NOT_SIGNED_IN: self.tr(
                "The central system does not know this sign-in. Sign in again."
            ),
            Unanswered.CONTRADICTS: self.tr("MAS answered, but its answer cannot be read."),
        }[why]
        self._asked.say("warn", words, self.tr("Fill in the form all the same; MAS looks again. F9 asks."))
        self._asked.show()

    def show_problem(self, words: str) -> None:
        """An expected problem of the page; "" when it is mended."""
        self._problem.setVisible(bool(words))
        if words:
            self._problem.say("bad", words)

    def fill(self, typed: TypedForm) -> None:
        """Put texts into the fields."""
        for form in (self.jobseeker, self.ending, self.resumption):
            form.fill(typed)

    def read_into(self, typed: TypedForm) -> TypedForm:
        """The form with what stands in the fields of its kind."""
        if self._page is None:
            return typed
        return self._form(self._page).read_into(typed)

    def focus(self, name: str) -> None:
        """The caret to this field, in sight."""
        place = self._form(self._page).place_of(name) if self._page is not None else None
        if place is not None:
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    # pieces
    def _bring_into_sight(self, _: QWidget | None, focus: QWidget | None) -> None:
        """A section that opens puts the caret into it, perhaps below the edge; it has its place in the next turn."""
        area = self.area
        if area is not None and focus is not None and self.isAncestorOf(focus):
            QTimer.singleShot(0, focus, lambda: area.ensureWidgetVisible(focus, 0, _FOCUS_ROOM))

    def _form(self, page: Page) -> JobseekerPart | EndingPart | ResumptionPart:
        if page.kind is ApplicationKind.JOBSEEKER:
            return self.jobseeker
        return self.resumption if page.kind is ApplicationKind.RESUMPTION else self.ending

    def _show_page(self, page: Page, endings: Mapping[str, Ending]) -> None:
        is_filled = page.stage is Stage.FILL
        form = self._form(page)
        for part in (self.jobseeker, self.ending, self.resumption):
            part.setVisible(is_filled and part is form)
        self._state.setVisible(not is_filled)
        if is_filled and not isinstance(form, ResumptionPart):
            form.show_page(page)
        elif not is_filled:
            self._state.show_page(page, endings)
        application = page.case.application
        self._returned.setVisible(is_filled and bool(application.returned_for))
        if application.returned_for:
            mend = self.tr("Mend it with the person and send it again.")
            title = self.tr("MAS did not accept the form: {reason}").format(reason=application.returned_for)
            self._returned.say("warn", title, mend)
        self._show_stop(page, endings)
        self._show_bars(page, endings)
        self._show_status(page)

    def _show_stop(self, page: Page, endings: Mapping[str, Ending]) -> None:
        refused = page.case.moves[Move.SUBMIT_FORM] if page.stage is Stage.FILL else None
        self._stops.setVisible(refused is not None)
        if refused is None:
            return
        title, detail = refused_words(refused), cited(refused.cites)
        if refused.reason == "application.barred":
            ground = str(refused.facts["ground"])
            detail = self.tr("Ground: {ground}").format(ground=self._ground(ground, endings))
        self._stops.say("warn", title, detail)

    def _show_bars(self, page: Page, endings: Mapping[str, Ending]) -> None:
        shown = page.stage is Stage.FILL and page.kind is not ApplicationKind.JOBSEEKER and bool(page.bars)
        self._bars.setVisible(shown)
        if shown:
            words = self.tr("{ground}: not again before {day}")
            said = [
                words.format(ground=self._ground(bar.ground, endings), day=short(bar.until))
                for bar in page.bars
            ]
            self._bars.say("info", self.tr("What bars the person from applying again"), "\n".join(said))

    def _show_status(self, page: Page) -> None:
        matters = page.stage is Stage.FILL and page.not_asked
        self._asked.setVisible(matters)
        if matters:
            title = self.tr("How the person is registered is not known: ask MAS (F9).")
            self._asked.say("warn", title, self.tr("The form can be filled all the same; MAS looks again."))

    def _ground(self, ground: str, endings: Mapping[str, Ending]) -> str:
        if ground == LEFT_EARLY:
            return self.tr("Left the work of a referral early, on own initiative")
        found = endings.get(ground)
        return begun(found.title) if found else ground
