"""The page of a new application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dost_desktop.services.run_case import Case
from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.screens.intake.presenter import IntakeActs, IntakePresenter, IntakeRules
from ui.screens.intake.view import IntakeView

if TYPE_CHECKING:
    from ui.session import Session


def intake_page(session: Session, case: Case | None, number: str) -> Page:
    """Who sits there, and what for."""
    services, desk = session.services, session.desk
    ticket = case.ticket if case else ""
    tasks = TaskScope(session.tasks)
    view = IntakeView(now=desk.clock.now, ticket=ticket)
    acts = IntakeActs(
        lookup=services.look_up,
        open_application=services.open_application,
        drafts=services.drafts,
        cases=services.cases,
        attach_scan=services.attach_scan,
        redirect=lambda _number: False,
        now=desk.clock.now,
    )
    catalogue = session.office.catalogue
    rules = IntakeRules(tuple(catalogue.documents.values()), catalogue.office.terms.minimum_age)
    presenter = IntakePresenter(view, tasks, acts, rules, session, case=case, number=number)
    view.typed.connect(presenter.typed)
    view.left.connect(presenter.left)
    view.scanned.connect(presenter.scanned)
    view.ask_asked.connect(presenter.ask)
    view.stop_asked.connect(presenter.stop_asking)
    view.papers_asked.connect(presenter.papers_asked)
    view.continue_asked.connect(presenter.continue_asked)
    view.continue_open_asked.connect(presenter.continue_open)
    view.pause_asked.connect(presenter.pause)
    view.redirect_asked.connect(presenter.redirect)
    view.back_asked.connect(presenter.back)
    view.save_asked.connect(presenter.save)
    view.jumped.connect(presenter.jump)
    view.scans_given.connect(presenter.scans.take)
    view.scan_removed.connect(presenter.scans.remove)
    view.draft_restored.connect(presenter.draft_restored)
    view.draft_discarded.connect(presenter.draft_discarded)
    view.saved.connect(session.window.header.show_saved)
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
