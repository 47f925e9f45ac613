"""The page of one person's whole file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from dost_desktop.services.record_profile import RecordProfile
from ui.infra.catalogue_words import begun
from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.screens.person.connecting import connect
from ui.screens.person.port import PersonJobs
from ui.screens.person.presenter import PersonPresenter
from ui.screens.person.view import PersonView

if TYPE_CHECKING:
    from ui.session import Session


def person_page(session: Session, file_id: UUID, application: UUID | None) -> Page:
    """Everything of one person; ``application`` is where the agent came from."""
    services = session.services
    tasks = TaskScope(session.tasks)
    view = PersonView(partial(_named, session), serves=session.pages.serves)
    jobs = PersonJobs(
        look=services.look_at_person,
        record_contact=services.record_contact,
        correct=services.correct_identity,
        link=services.link_files,
        misfile=services.record_in_wrong_file,
        close_review=services.close_review,
        look_up=services.look_up,
        drafts=services.drafts,
        open_next=services.open_next,
        ask_status=services.ask_status,
        record_status=services.record_status,
        record_profile=RecordProfile(session.desk),
        print_extract=session.paper.file_extract,
    )
    presenter = PersonPresenter(view, tasks, session, jobs, file_id, application)
    view.title_changed.connect(session.show_title)
    view.saved.connect(session.window.header.show_saved)
    return Page(
        view,
        tasks,
        rail="persons",
        title="",
        context="",
        opened=presenter.opened,
        changed=presenter.changed,
        wires=connect(view, presenter),
    )


def _named(session: Session, entry: str) -> str:
    """What the catalogue calls a ground of ending, of refusal, or a reason of a decline; "" for an unknown one."""
    catalogue = session.office.catalogue
    if entry in catalogue.endings:
        return begun(catalogue.endings[entry].title)
    if entry in catalogue.grounds:
        return begun(catalogue.grounds[entry].title)
    reasons = catalogue.decline_reasons
    return begun(reasons[entry].name) if entry in reasons else ""
