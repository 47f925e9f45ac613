"""The page of a form that MAS decides."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.parts.wires import Wires
from ui.screens.form.port import FormJobs
from ui.screens.form.presenter import FormPresenter
from ui.screens.form.view import connect

if TYPE_CHECKING:
    from ui.session import Session


def form_page(session: Session, file_id: UUID, application: UUID) -> Page:
    """A form of this person: filled with help, on its way, or decided by MAS."""
    services = session.services
    tasks = TaskScope(session.tasks)
    built = session.window.built.form
    view = built.take(tasks)
    jobs = FormJobs(
        look=services.look_at_case,
        fill=services.fill_form,
        ask_status=services.ask_status,
        record_status=services.record_status,
        open_next=services.open_next,
        refuse=services.refuse,
        withdraw=services.withdraw,
        drafts=services.drafts,
        runs=services.cases,
        finish=services.finish_case,
        endings=session.office.catalogue.endings,
        print_waiting_receipt=session.paper.waiting_receipt,
        print_form=session.paper.form,
        print_confirmation=session.paper.confirmation,
    )
    presenter = FormPresenter(view, tasks, session, jobs, file_id, application)
    built.tie(
        connect(view, presenter),
        Wires(((view.title_changed, session.show_title), (view.saved, session.window.header.show_saved))),
    )
    return Page(
        view,
        tasks,
        rail="applications",
        title="",
        context="",
        opened=presenter.opened,
        changed=presenter.changed,
    )
