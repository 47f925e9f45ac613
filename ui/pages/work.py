"""The page of suitable work for one application."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.parts.wires import Wires
from ui.screens.work.port import WorkJobs
from ui.screens.work.presenter import WorkPresenter
from ui.screens.work.view import connect

if TYPE_CHECKING:
    from ui.session import Session


def work_page(session: Session, file_id: UUID, application: UUID) -> Page:
    """Vacancies, offer, referral, and what the back office decides."""
    services = session.services
    tasks = TaskScope(session.tasks)
    built = session.window.built.work
    view = built.take(tasks)
    jobs = WorkJobs(
        look=services.look_at_case,
        ask=services.ask_employment,
        record_check=services.record_check,
        ask_status=services.ask_status,
        record_status=services.record_status,
        find=services.find_vacancies,
        offer=services.offer_work,
        answer=services.answer_offer,
        refer=services.issue_referral,
        employer=services.record_employer,
        ask_no_work=services.ask_no_work,
        record_no_work=services.record_no_work,
        search_again=services.search_work_again,
        send=services.send_to_back_office,
        record_profile=services.record_profile,
        refuse=services.refuse,
        drafts=services.drafts,
        runs=services.cases,
        finish=services.finish_case,
        print_referral=session.paper.referral,
        print_confirmation=session.paper.confirmation,
    )
    presenter = WorkPresenter(view, tasks, session, jobs, file_id, application)
    header = session.window.header
    built.tie(
        connect(view, presenter),
        Wires(((view.title_changed, session.show_title), (view.saved, header.show_saved))),
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
