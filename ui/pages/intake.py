"""The page of a new application."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dost_desktop.services.run_case import Case
from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.pages.representing import representative_acts
from ui.parts.representative.line_words import line_words
from ui.parts.representative.presenter import RepresentativePresenter
from ui.parts.wires import Wire, Wires
from ui.screens.intake.acts import IntakeActs
from ui.screens.intake.presenter import IntakePresenter
from ui.screens.intake.rules import IntakeRules
from ui.screens.intake.speaking import Speaking
from ui.screens.intake.view import IntakeView

if TYPE_CHECKING:
    from ui.session import Session


def intake_page(session: Session, case: Case | None, number: str) -> Page:
    """Who sits there, and what for."""
    services, desk = session.services, session.desk
    ticket = case.ticket if case else ""
    tasks = TaskScope(session.tasks)
    built = session.window.built
    view = built.intake.take(tasks)
    acts = IntakeActs(
        lookup=services.look_up,
        check_permit=services.check_permit,
        find_alike=services.find_alike,
        file_of=desk.file_of,
        own_file=desk.look_up_own_file,
        open_application=services.open_application,
        drafts=services.drafts,
        cases=services.cases,
        attach_scan=services.attach_scan,
        now=desk.clock.now,
    )
    rules = IntakeRules(tuple(session.office.catalogue.documents.values()), desk.law(desk.clock.now()))
    block = RepresentativePresenter(
        view.speaker,
        tasks,
        representative_acts(session),
        changed=lambda: presenter.spoken(),  # noqa: PLW0108 - made below
    )
    speaking = Speaking(block, line_words)
    view.speaker.lead_to(block, built.lender)
    presenter = IntakePresenter(
        view, tasks, acts, rules, session, speaking=speaking, case=case, number=number
    )
    built.intake.tie(
        wire(view, presenter, speaking), Wires(((view.saved, session.window.header.show_saved),))
    )
    words = QCoreApplication.translate("Page", "ticket {number}").format(number=ticket)
    return Page(
        view,
        tasks,
        rail="applications",
        title=QCoreApplication.translate("Page", "New application"),
        context=words if ticket else QCoreApplication.translate("Page", "without ticket"),
        opened=presenter.opened,
        changed=lambda _changes: None,
    )


class _IntakeWires(Wires):
    """Keeps what was typed last, and gives the representative's block back, when the page is over."""

    def __init__(self, view: IntakeView, wires: Sequence[tuple[Wire, Callable[..., object]]]) -> None:
        super().__init__(wires)
        self._view = view

    def cut(self) -> None:
        self._view.flush()
        super().cut()
        self._view.speaker.give_back()


def wire(view: IntakeView, presenter: IntakePresenter, speaking: Speaking) -> Wires:
    """Every wish of the page to who fulfils it."""
    return _IntakeWires(
        view,
        (
            (view.typed, presenter.typed),
            (view.left, presenter.left),
            (view.scanned, presenter.scanned),
            (view.spoken, presenter.spoken),
            (view.scanned_for_speaker, speaking.card),
            (view.ask_asked, presenter.ask),
            (view.stop_asked, presenter.stop_asking),
            (view.papers_asked, presenter.papers_asked),
            (view.paper_added, presenter.add_paper),
            (view.paper_removed, presenter.remove_paper),
            (view.permit_asked, presenter.ask_permit),
            (view.continue_asked, presenter.continue_asked),
            (view.refuse_asked, presenter.refuse_asked),
            (view.agree_asked, presenter.agree_asked),
            (view.continue_open_asked, presenter.continue_open),
            (view.alike_asked, presenter.open_alike),
            (view.pause_asked, presenter.leaving.pause),
            (view.back_asked, presenter.leaving.back),
            (view.save_asked, presenter.save),
            (view.jumped, presenter.jump),
            (view.scans_given, presenter.scans.take),
            (view.scan_removed, presenter.scans.remove),
            (view.draft_restored, presenter.draft_restored),
            (view.draft_discarded, presenter.draft_discarded),
        ),
    )
