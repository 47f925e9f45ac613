"""The action bar: certificate, PIN, sign, print; in its place the confirmation, then the hand-over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.dates import legal_date, short
from ui.infra.keyboard import on_key
from ui.parts.breaking_row import BreakingRow
from ui.parts.hand_over import HandOver
from ui.parts.scrolling import Scrolling
from ui.screens.refusal.port import Phase
from ui.screens.refusal.signing_port import CertificateLine
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.note import Note
from ui.widgets.text import ElidedText, Text
from ui.widgets.text_field import TextField

_PIN_WIDTH = 124


class SignBar(QWidget):
    """``primary`` carries the PIN as it stands in its field."""

    primary = Signal(str)
    pin_edited = Signal()
    by_hand = Signal()
    print_pressed = Signal()
    served = Signal(object)  # Handing
    finished = Signal()
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(0)
        self._line: CertificateLine | None = None
        self._phase, self._offers_finish = Phase.WRITING, False
        self._asking, self._signing = self._asking_section(), self._signing_section()
        self._confirming, self._issued = self._confirming_section(), self._issued_section()
        for section in (self._asking, self._signing, self._confirming, self._issued):
            column.addWidget(section)
        on_key(self, "primary", self._primary_pressed)
        on_key(self, "print", self._print.act)
        self.show_phase(Phase.WRITING, "")

    def begin(self) -> None:
        """Nothing is asked or said yet."""
        self.forget_pin()
        self.show_pin_problem("")
        self.hand_over.clear()
        self.show_phase(Phase.WRITING, "")

    # what is shown
    def show_certificate(self, line: CertificateLine | None, *, offer_hand: bool) -> None:
        """With what it will be signed."""
        self._line = line
        self._hand.setVisible(offer_hand)
        asks = line is not None and not line.opened
        self._pin.setVisible(asks)
        if asks:
            self._pin_field.set_label(self.tr("Token PIN"))
        else:
            self._pin_field.set_label(
                self.tr("Signature by hand") if line is None else self.tr("The key is open")
            )
        if line is None:
            self._certificate.setText(
                self.tr("No certificate: the written answer is printed for signature by hand")
            )
            self._sign.set_words(self.tr("Print for signature by hand"))
            self._confirm.set_words(self.tr("Print for signature by hand"))
        else:
            parts = [line.issuer, line.owner]
            if line.valid_until is not None:
                parts.append(self.tr("until {day}").format(day=short(legal_date(line.valid_until))))
            self._certificate.setText(" · ".join(part for part in parts if part))
            self._sign.set_words(self.tr("Sign"))
            self._confirm.set_words(self.tr("Sign and print"))
        self._say_print_off()

    def show_phase(self, phase: Phase, number: str) -> None:
        """Which section stands in the bar."""
        self._phase = phase
        asks_pin = (
            phase in {Phase.CONFIRMING, Phase.ISSUING} and self._line is not None and not self._line.opened
        )
        self._signing.setVisible(phase is Phase.WRITING or asks_pin)
        for only_before in (self._sign, self._print, self._print_reason):
            only_before.setVisible(phase is Phase.WRITING)
        for asking in (self._asking, self._confirming):
            asking.setVisible(phase in {Phase.CONFIRMING, Phase.ISSUING})
        self._issued.setVisible(phase in {Phase.ISSUED, Phase.SERVED})
        self._confirm.set_busy(phase is Phase.ISSUING)
        by_hand = self._line is None
        body = (
            self.tr("Number {no} is taken and the document printed for signature by hand.")
            if by_hand
            else self.tr("Number {no} is taken and the document signed.")
        )
        later = self.tr("Later only a superseding written answer can change it.")
        self._confirm_body.setText(f"{body.format(no=number)} {later}")
        if phase is Phase.CONFIRMING:
            (self._pin if asks_pin else self._keep).setFocus(Qt.FocusReason.OtherFocusReason)
        if phase is Phase.ISSUED:
            self._done.say("good", self.tr("Written answer {no} was issued").format(no=number))
            self.hand_over.begin()
        if phase is Phase.SERVED:
            self._done.say("good", self.tr("Written answer {no} was handed over").format(no=number))
        self._hand_over_area.setVisible(phase is Phase.ISSUED)
        self._serve.setVisible(phase is Phase.ISSUED)
        self._finish.setVisible(phase is Phase.SERVED and self._offers_finish)
        self._to_case.setVisible(phase is Phase.SERVED and not self._offers_finish)
        if phase is Phase.SERVED:
            (self._finish if self._offers_finish else self._to_case).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_finish(self, offered: bool) -> None:
        """Whether the case can be finished from here."""
        self._offers_finish = offered

    def show_pin_problem(self, words: str) -> None:
        """What is wrong with the PIN, the caret there with the PIN selected; "" when it is over."""
        self._pin_field.set_problem(words)
        if words:
            self._pin.show()
            self._pin.setFocus(Qt.FocusReason.OtherFocusReason)
            self._pin.selectAll()

    def forget_pin(self) -> None:
        """The key is open: the PIN is not kept."""
        self._pin.clear()

    # building
    def _signing_section(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._certificate = ElidedText("", "small", "soft")
        self._hand = ActionButton(self.tr("Sign by hand instead"), "link", shortcut="Alt+E")
        self._hand.acted.connect(self.by_hand)
        head.addWidget(Icon("key", "text.muted", "icon_small"))
        head.addWidget(self._certificate, 1)
        head.addWidget(self._hand)
        self._pin = TextField(secret=True, enter_moves=True, limit=64)
        self._pin.textEdited.connect(lambda _: self.pin_edited.emit())
        self._pin.setFixedWidth(round(_PIN_WIDTH * theme().scale))
        buttons_holder = QWidget()
        buttons = QHBoxLayout(buttons_holder)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(10)
        self._pin_field = Field(self.tr("Token PIN"), self._pin, beside=buttons_holder)
        self._sign = ActionButton(self.tr("Sign"), "primary", shortcut="primary", icon="pen-nib")
        self._sign.acted.connect(self._send)
        self._print = ActionButton(self.tr("Print"), shortcut="print", icon="printer")
        self._print.acted.connect(self.print_pressed)
        buttons.addWidget(self._sign)
        buttons.addWidget(self._print)
        buttons.addStretch(1)
        self._print_reason = Text("", "caption", "muted", wrap=True)
        column.addLayout(head)
        column.addWidget(self._pin_field)
        column.addWidget(self._print_reason)
        return holder

    def _asking_section(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        self._confirm_body = Text("", "body", "soft", wrap=True)
        column.addWidget(Text(self.tr("Issue the refusal?"), "heading", wrap=True))
        column.addWidget(self._confirm_body)
        return holder

    def _confirming_section(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 10, 0, 0)
        self._confirm = ActionButton(self.tr("Sign and print"), "primary", shortcut="primary", icon="pen-nib")
        self._confirm.acted.connect(self._send)
        self._keep = ActionButton(self.tr("Keep as is"), shortcut="back")
        self._keep.acted.connect(self.back)
        row = BreakingRow((self._confirm, self._keep), spacing=10)
        column.addWidget(row)
        return holder

    def _issued_section(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._done = Note("good")
        self.hand_over = HandOver()
        self._hand_over_area = Scrolling(self.hand_over)
        self.hand_over.changed.connect(self._hand_over_changed)
        self._serve = ActionButton(self.tr("Record the hand-over"), "primary", shortcut="primary")
        self._serve.acted.connect(self._served)
        self._serve.told.connect(lambda _: self.hand_over.why_asked.emit())
        self._finish = ActionButton(self.tr("Finish the case"), "primary", shortcut="primary")
        self._finish.acted.connect(self.finished)
        self._to_case = ActionButton(self.tr("Back to the application"), "primary", shortcut="primary")
        self._to_case.acted.connect(self.back)
        self._again = ActionButton(self.tr("Print a copy"), shortcut="print", icon="printer")
        self._again.acted.connect(self.print_pressed)
        row = BreakingRow((self._serve, self._finish, self._to_case, self._again), spacing=10)
        column.addWidget(self._done)
        column.addWidget(self._hand_over_area)
        column.addWidget(row)
        self._hand_over_changed()
        return holder

    def _say_print_off(self) -> None:
        words = self.tr("Printing: sign first.")
        if self._line is None:
            words = self.tr("A copy: print the original first.")
        pin = self.tr("The PIN is asked once a session and not kept.") if self._line is not None else ""
        self._print.set_off(words)
        self._print_reason.setText(" ".join(part for part in (words, pin) if part))

    def _hand_over_changed(self) -> None:
        why_not = self.hand_over.why_not()
        if why_not:
            self._serve.set_off(why_not)
        else:
            self._serve.set_on()

    def _served(self) -> None:
        handing = self.hand_over.answer()
        if handing is not None:
            self.served.emit(handing)

    def _send(self) -> None:
        self.primary.emit(self._pin.text())

    def _primary_pressed(self) -> None:
        match self._phase:
            case Phase.WRITING:
                self._sign.act()
            case Phase.CONFIRMING | Phase.ISSUING:
                self._confirm.act()
            case Phase.ISSUED:
                self._serve.act()
            case Phase.SERVED:
                (self._finish if self._offers_finish else self._to_case).act()
