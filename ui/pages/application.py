"""The page of one application."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from ui.pages.page import Page
from ui.screens.application.port import CaseJobs
from ui.screens.application.presenter import ApplicationPresenter
from ui.screens.application.view import ApplicationView

if TYPE_CHECKING:
    from ui.session import Session


def application_page(session: Session, file_id: UUID, application: UUID) -> Page:
    """One case: what the register said, what may be done."""
    services = session.services
    view = ApplicationView()
    jobs = CaseJobs(
        look=services.look_at_case,
        ask=services.ask_employment,
        record=services.record_check,
        refuse=services.refuse,
        withdraw=services.withdraw,
        serve=services.serve,
        drafts=services.drafts,
        runs=services.cases,
        finish=services.finish_case,
        print_waiting_receipt=session.paper.waiting_receipt,
        print_copy=session.paper.notice,
    )
    presenter = ApplicationPresenter(view, session.tasks, session, jobs, file_id, application)
    view.title_changed.connect(session.show_title)
    view.saved.connect(session.window.header.show_saved)
    view.ask_pressed.connect(presenter.ask_pressed)
    view.stop_waiting.connect(presenter.stop_waiting)
    view.act_chosen.connect(presenter.act_chosen)
    view.todo_chosen.connect(presenter.todo_chosen)
    view.statement_pressed.connect(presenter.statement_pressed)
    view.statement_edited.connect(presenter.statement_edited)
    view.save_asked.connect(presenter.save_now)
    view.withdraw_confirmed.connect(presenter.withdraw_confirmed)
    view.pause_confirmed.connect(presenter.pause_confirmed)
    view.served.connect(presenter.served)
    view.section_closed.connect(presenter.section_closed)
    view.print_pressed.connect(presenter.print_pressed)
    view.file_pressed.connect(presenter.file_pressed)
    view.back_pressed.connect(presenter.back)
    return Page(
        view,
        rail="applications",
        title="",
        context="",
        opened=presenter.opened,
        changed=presenter.changed,
    )
