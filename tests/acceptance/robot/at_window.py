"""Eyes and fingers at the real window: what is in sight is found by its words, clicked with the mouse, typed into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QScrollArea, QWidget

from dost_desktop.domain.person_file import Application, Notice, PersonFile
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState
from tests.acceptance.robot.outside import Person
from tests.acceptance.robot.words import pattern, shown
from tests.ui.window.real_window import _PIECE, RealWindow
from ui.infra.problem_words import WORDS
from ui.parts.papers.form_choice import FormChoice
from ui.widgets.field import Field
from ui.widgets.segmented import Segmented

T = TypeVar("T", bound=QWidget)
PATIENCE_MS: Final = 40_000


class AtWindow:
    """Whoever works the window: knows where things stand only by looking."""

    def __init__(self, window: RealWindow) -> None:
        self.at = window

    # looking
    def sees(self, english: str) -> bool:
        """Whether these words of the window are in sight."""
        return bool(pattern(english).search(self.at.words()))

    def is_said(self, reason: str, told: str) -> bool:
        """Whether ``told`` says this: English words of the window, or the key of a problem."""
        if reason in WORDS:
            return self.problem_words(reason) in told
        return bool(pattern(reason).search(told))

    @staticmethod
    def problem_words(key: str) -> str:
        """The longest piece of a problem's words that holds no fact."""
        words = QCoreApplication.translate("Problem", WORDS[key])
        return max(_PIECE.split(words), key=len).strip(" .")

    def waits_for_words(self, english: str) -> None:
        """Until they are in sight."""
        self.waits(f"“{english}”", lambda: self.sees(english))

    def waits(self, what: str, seen: Callable[[], Any]) -> Any:
        """Look until it is true."""
        return self.at.wait(what, seen, PATIENCE_MS)

    def page(self, kind: type[T]) -> T:
        """The page of this kind, when it is in sight and nothing moves any more."""

        def seen() -> T | None:
            page = self.at.session.page
            view = page.view if page else None
            return view if isinstance(view, kind) and view.isVisible() else None

        return self.waits(kind.__name__, seen)  # type: ignore[no-any-return]

    def file(self, person: Person) -> PersonFile:
        """The person's file as this desk holds it."""
        desk = self.at.session.desk
        with desk.open_reading() as reading:
            return reading.file(desk.file_of(person.kind, person.number))

    def application(self, person: Person, kind: ApplicationKind | None = None) -> Application | None:
        """The newest application of the person, of this kind."""
        found = [each for each in self.file(person).applications if kind in {None, each.kind}]
        return max(found, key=lambda each: each.opened_at, default=None)

    def state(self, person: Person) -> ApplicationState | None:
        """Where the newest application stands."""
        application = self.application(person)
        return application.state if application else None

    def waits_for_state(self, person: Person, *states: ApplicationState) -> Application:
        """Until the newest application stands in one of these states."""

        def seen() -> Application | None:
            found = self.application(person)
            return found if found and found.state in states else None

        return self.waits(" or ".join(states), seen)  # type: ignore[no-any-return]

    def events(self, person: Person) -> list[str]:
        """The kinds of everything that was recorded, the oldest first."""
        with self.at.session.desk.open_reading() as reading:
            return [each.event.content.kind for each in reading.events(self.file_id(person))]

    def notice(self, person: Person) -> Notice:
        """The newest written answer."""
        return max(self.file(person).notices, key=lambda each: each.issued_at)

    # doing
    def presses(self, *chords: str) -> None:
        """Keys, one after the other."""
        for chord in chords:
            self.at.hands.press(chord)

    def can_press(self, english: str) -> bool:
        """Whether such a button is in sight and its act possible."""
        button = self._button(english)
        return button is not None and not reason_of(button)

    def why_not(self, english: str) -> str:
        """What the button says of why its act is impossible; empty when it is possible."""
        button = self.waits(english, lambda: self._button(english))
        return reason_of(button)

    def clicks(self, english: str) -> None:
        """The button with these words, as soon as its act is possible."""
        self.waits(f"{english} possible", lambda: self.can_press(english))
        self.at.rest(30)
        button = self._button(english)
        assert button is not None
        self.click(button)

    def click(self, widget: QWidget) -> None:
        """With the mouse, wherever it had to be scrolled to."""
        bring(widget)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.at.rest(30)

    def field(self, english: str) -> QWidget:
        """The editor of the field with this label."""
        words = shown(english)

        def seen() -> QWidget | None:
            return next(
                (each.editor for each in self._in_sight(Field) if each.editor.accessibleName() in words), None
            )

        return self.waits(f"the field “{english}”", seen)  # type: ignore[no-any-return]

    def fills(self, english: str, text: str) -> None:
        """Type over whatever stands in the field with this label."""
        self.overwrites(self.field(english), text)

    def overwrites(self, editor: QWidget, text: str) -> None:
        """Type over whatever stands in this field; in a list of choices, pick the one with this value."""
        self.at.wait("the field", lambda: editor.isVisible() and editor.isEnabled())
        bring(editor)
        if isinstance(editor, QComboBox):
            self.picks(editor, _place_of(editor, text))
            return
        if isinstance(editor, FormChoice | Segmented):
            self.click(_choice_of(editor, text))
            return
        editor.setFocus(Qt.FocusReason.MouseFocusReason)
        self.presses("Ctrl+A")
        self.writes(text)

    def writes(self, text: str) -> None:
        """A whole text into whatever has the focus, as an on-screen keyboard hands it over."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        focus = self.at.app.focusWidget()
        assert focus is not None
        QApplication.sendEvent(focus, event)
        self.at.rest(30)

    def picks(self, combo: QComboBox, place: int) -> None:
        """The entry at this place of a list of choices, by the arrow keys."""
        bring(combo)
        combo.setFocus(Qt.FocusReason.MouseFocusReason)
        while combo.currentIndex() != place:
            before = combo.currentIndex()
            self.presses("Down" if place > before else "Up")
            assert combo.currentIndex() != before, "the list does not move"

    def _button(self, english: str) -> QAbstractButton | None:
        words = shown(english)
        buttons = (each for each in self._in_sight(QAbstractButton) if each.isEnabled())
        found = [each for each in buttons if each.accessibleName() in words or each.text() in words]
        return next((each for each in found if not reason_of(each)), found[0] if found else None)

    def _in_sight(self, kind: type[T]) -> Iterator[T]:
        return (each for each in self.at.window.findChildren(kind) if each.isVisible())

    def file_id(self, person: Person) -> UUID:
        """The id of the person's file."""
        return self.at.session.desk.file_of(person.kind, person.number)


def reason_of(button: QWidget) -> str:
    """Why a button is off; empty when it is on."""
    row = getattr(button, "row", None)
    return str(getattr(row, "off", "") if row is not None else getattr(button, "off_reason", ""))


def bring(widget: QWidget) -> None:
    """Scroll until it is in sight."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def _choice_of(editor: QWidget, value: str) -> QWidget:
    """The segment with this value; where they have no room, the same in the list."""
    segments = [each for each in editor.findChildren(QAbstractButton) if hasattr(each, "option")]
    return next(each for each in segments if value in (each.option.id, each.text(), *_known(value)))


def _place_of(combo: QComboBox, value: str) -> int:
    """By the value of an entry, or by its words in either language."""
    for place in range(combo.count()):
        if str(combo.itemData(place)) == value or combo.itemText(place) in (value, *_known(value)):
            return place
    raise AssertionError(f"{value} is not among {[combo.itemText(n) for n in range(combo.count())]}")


def _known(words: str) -> tuple[str, ...]:
    try:
        return shown(words)
    except KeyError:
        return ()
