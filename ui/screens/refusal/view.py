"""The refusal page: the form with its action bar left, the letter itself right."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dost_desktop.domain.dates import short_time
from dost_desktop.domain.errors import AgentError
from dost_desktop.rows import Draft
from ui.infra.keyboard import on_key
from ui.infra.problem_words import WORDS
from ui.infra.wording import words_for
from ui.parts.handing import recipients_of
from ui.parts.wires import Wires
from ui.screens.refusal.form import FACTS, CheckLine, Typing
from ui.screens.refusal.form_part import FormPart
from ui.screens.refusal.page_part import PagePart
from ui.screens.refusal.port import Phase, Said
from ui.screens.refusal.presenter import RefusalPresenter
from ui.screens.refusal.preview import Preview
from ui.screens.refusal.sign_bar import SignBar
from ui.screens.refusal.signing_port import CertificateLine
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton

_LEFT: Final = 548  # pixels at 100 % text
_BOTH_NEED: Final = 880  # form and letter side by side, in text units: two fifths hold the head of the letter
SAVE_AFTER_MS: Final = 400
DRAW_AFTER_MS: Final = 300


class RefusalView(QWidget):
    """``title_changed``, ``saved`` and the control ``back_link`` are for the header; ``zoom_changed`` is to be kept."""

    title_changed = Signal(str, str)
    saved = Signal(str)
    zoom_changed = Signal(int)
    passport_ground_chosen = Signal(object)  # PassportGround
    ground_chosen = Signal(str)
    reasoning_edited = Signal(str)
    statement_edited = Signal(str)
    fact_edited = Signal(str, str)
    draft_restored = Signal()
    draft_discarded = Signal()
    save_asked = Signal()
    redraw_asked = Signal()
    primary_pressed = Signal(str)
    pin_edited = Signal()
    by_hand_pressed = Signal()
    print_pressed = Signal()
    served = Signal(object)  # Handing
    finish_pressed = Signal()
    back_pressed = Signal()

    def __init__(self, zoom: int = 95, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form, self._bar, self._page = FormPart(), SignBar(), PagePart(zoom)
        self.hand_over = self._bar.hand_over
        self.back_link = ActionButton(self.tr("Back to the application"), "link", shortcut="back")
        self._swap = ActionButton("", "link", shortcut="Alt+V", icon="file-text")
        self._swap.acted.connect(self._swap_pressed)
        self._phase, self._by_hand, self._page_alone = Phase.WRITING, False, False
        self._save_soon, self._draw_soon = QTimer(self), QTimer(self)
        for timer, milliseconds in ((self._save_soon, SAVE_AFTER_MS), (self._draw_soon, DRAW_AFTER_MS)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
        self._build()
        self._wire()

    def begin(self) -> None:
        """Another refusal on the built page: nothing of the last one stays, its letter least of all."""
        self._save_soon.stop()
        self._draw_soon.stop()
        self._page_alone = False
        self._form.begin()
        self._bar.begin()
        self._page.begin()
        self._fit()

    def set_zoom(self, percent: int) -> None:
        """How large this agent reads letters."""
        self._page.set_zoom(percent)

    # what the presenter shows
    def show_form(self, typing: Typing) -> None:
        self._form.show_form(typing)
        identity = typing.case.file.identity
        self.hand_over.show_recipients(recipients_of(typing.case.file, typing.case.application))
        context = self.tr("{name} · PIN {pin}")
        context = context.format(name=identity.full_name, pin=identity.number) if identity else ""
        self.title_changed.emit(self.tr("Refusal"), context)

    def show_fact(self, typing: Typing) -> None:
        self._form.show_fact(typing)

    def show_checklist(self, lines: tuple[CheckLine, ...]) -> None:
        self._form.show_checklist(lines)

    def show_certificate(self, line: CertificateLine | None, *, offer_hand: bool) -> None:
        self._by_hand = line is None
        self._bar.show_certificate(line, offer_hand=offer_hand)

    def show_preview(self, preview: Preview) -> None:
        self._page.show_preview(preview, is_final=self._phase in {Phase.ISSUED, Phase.SERVED})

    def show_phase(self, phase: Phase, number: str) -> None:
        self._phase = phase
        self._bar.show_phase(phase, number)
        self._page.show_phase(phase, by_hand=self._by_hand)
        self._form.lock(phase in {Phase.ISSUING, Phase.ISSUED, Phase.SERVED})

    def show_problem(self, error: AgentError | None) -> None:
        self._form.show_problem(words_for(error) if error else "")

    def show_gap(self, line: CheckLine) -> None:
        key = {"reasoning": "notice.reason_too_short", "ground": "notice.ground_missing"}
        other = "notice.fact_missing" if line.id == FACTS else "notice.elements_missing"
        words = WORDS[line.problem or key.get(line.field, other)]
        self._form.show_gap(line, QCoreApplication.translate("Problem", words))

    def show_pin_problem(self, error: AgentError | None) -> None:
        if error is not None and error.code == "sign.pin_wrong" and "n" not in error.facts:
            self._bar.show_pin_problem(QCoreApplication.translate("Problem", WORDS["sign.pin_wrong_file"]))
        else:
            self._bar.show_pin_problem(words_for(error) if error else "")

    def forget_pin(self) -> None:
        self._bar.forget_pin()

    def show_saved(self, at: datetime) -> None:
        self.saved.emit(self.tr("Saved {time}").format(time=short_time(at)))

    def offer_draft(self, draft: Draft) -> None:
        self._form.offer_draft(draft)

    def show_finish(self, offered: bool) -> None:
        self._bar.show_finish(offered)

    def begin_writing(self) -> None:
        self._form.begin_writing()

    def dpi(self) -> float:
        return self._page.dpi()

    def said(self, what: Said, number: str) -> str:
        return {
            Said.SIGNED: self.tr("Signed and checked: {no}"),
            Said.ISSUED_BY_HAND: self.tr("Issued for signature by hand: {no}"),
            Said.RECEIPT_RECORDED: self.tr("Receipt recorded"),
        }[what].format(no=number)

    # typing
    def _typed(self) -> None:
        self._draw_soon.start()
        if not self._save_soon.isActive():  # counted from the first unsaved key, however long somebody types
            self._save_soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._save_soon.isActive():
            self._save_soon.stop()
            self.save_asked.emit()

    # building
    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        swap = QHBoxLayout()
        swap.setContentsMargins(24, 0, 24, 0)
        swap.addStretch(1)
        swap.addWidget(self._swap)
        whole.addLayout(swap)
        row = QHBoxLayout()
        row.setSpacing(0)
        whole.addLayout(row, 1)
        self._left = QWidget()
        self._left.setProperty("kind", "part-left")
        self._left.setProperty("part", "left")
        self._left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, theme().outline, 0)
        column.setSpacing(0)
        area = QScrollArea()
        area.setProperty("kind", "surface")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._form.setProperty("kind", "surface")
        self._form.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        area.setWidget(self._form)
        column.addWidget(area, 1)
        column.addWidget(self._framed_bar())
        self._page.setProperty("part", "middle")
        row.addWidget(self._left)
        row.addWidget(self._page, 1)
        self._fit()

    def _framed_bar(self) -> QWidget:
        frame = QWidget()
        frame.setProperty("kind", "part-line-above")
        frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        room = QVBoxLayout(frame)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._bar)
        return frame

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_left"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Form and letter side by side; where both do not fit, one of them, and a key that changes between them."""
        scale = theme().scale
        folded = self.width() / scale < _BOTH_NEED
        self._swap.setVisible(folded)
        self._swap.set_words(self.tr("To the form") if self._page_alone else self.tr("See the letter"))
        self._left.setVisible(not (folded and self._page_alone))
        self._page.setVisible(not folded or self._page_alone)
        most = self.width() if folded else self.width() * 3 // 5
        self._left.setFixedWidth(max(most if folded else min(round(_LEFT * scale), most), 320))

    def _swap_pressed(self) -> None:
        self._page_alone = not self._page_alone
        self._fit()
        if not self._page_alone:
            self.begin_writing()

    def _wire(self) -> None:
        form, bar = self._form, self._bar
        form.passport_ground_chosen.connect(self.passport_ground_chosen)
        form.ground_chosen.connect(self.ground_chosen)
        form.reasoning_edited.connect(self.reasoning_edited)
        form.statement_edited.connect(self.statement_edited)
        form.fact_edited.connect(self.fact_edited)
        form.fact_edited.connect(lambda *_: self._typed())
        form.reasoning_edited.connect(lambda _: self._typed())
        form.statement_edited.connect(lambda _: self._typed())
        form.ground_chosen.connect(lambda _: self._save_soon.start())
        form.draft_restored.connect(self.draft_restored)
        form.draft_discarded.connect(self.draft_discarded)
        bar.primary.connect(self.primary_pressed)
        bar.pin_edited.connect(self.pin_edited)
        bar.by_hand.connect(self.by_hand_pressed)
        bar.print_pressed.connect(self.print_pressed)
        bar.served.connect(self.served)
        bar.finished.connect(self.finish_pressed)
        bar.back.connect(self.back_pressed)
        self._page.redraw_asked.connect(self.redraw_asked)
        self._page.zoom_changed.connect(self.zoom_changed)
        self._save_soon.timeout.connect(self.save_asked)
        self._draw_soon.timeout.connect(self.redraw_asked)
        self.back_link.acted.connect(self.back_pressed)
        on_key(self, "back", self.back_pressed.emit)
        on_key(self, "save", self.save_asked.emit)


def connect(view: RefusalView, presenter: RefusalPresenter) -> Wires:
    """Every wish of the view to the presenter; keep the wires as long as the page stands."""
    return Wires(
        (
            (view.passport_ground_chosen, presenter.passport_ground_chosen),
            (view.ground_chosen, presenter.ground_chosen),
            (view.reasoning_edited, presenter.reasoning_edited),
            (view.statement_edited, presenter.statement_edited),
            (view.fact_edited, presenter.fact_edited),
            (view.draft_restored, presenter.draft_restored),
            (view.draft_discarded, presenter.draft_discarded),
            (view.save_asked, presenter.save_now),
            (view.redraw_asked, presenter.redraw),
            (view.primary_pressed, presenter.primary_pressed),
            (view.pin_edited, presenter.pin_edited),
            (view.by_hand_pressed, presenter.by_hand_pressed),
            (view.print_pressed, presenter.print_pressed),
            (view.served, presenter.served),
            (view.finish_pressed, presenter.finish_pressed),
            (view.back_pressed, presenter.back),
        )
    )
