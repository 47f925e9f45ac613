"""The page that finds a person."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from dost_desktop.rows import ApplicationFilter, ApplicationRow, PersonRow
from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.screens.persons.presenter import PersonsActs, PersonsPresenter
from ui.screens.persons.view import PersonsView

if TYPE_CHECKING:
    from ui.session import Session


def persons_page(session: Session, text: str) -> Page:
    """Search, results, and the chosen person's applications; ``text`` is searched at once."""
    desk = session.desk

    def find(words: str) -> tuple[PersonRow, ...]:
        with desk.open_reading() as reading:
            return reading.find_persons(words)

    def applications(file_id: UUID) -> tuple[ApplicationRow, ...]:
        with desk.open_reading() as reading:
            return reading.applications(ApplicationFilter(file_id=file_id))

    tasks = TaskScope(session.tasks)
    view = PersonsView(now=desk.clock.now, serves=session.pages.serves)
    presenter = PersonsPresenter(view, tasks, PersonsActs(find, applications), session, text)
    view.searched.connect(presenter.search)
    view.selected.connect(presenter.selected)
    view.entered.connect(presenter.enter)
    view.application_opened.connect(presenter.application_opened)
    view.new_application.connect(presenter.new_application)
    view.file_pressed.connect(presenter.file_pressed)
    return Page(
        view,
        tasks,
        rail="persons",
        title=QCoreApplication.translate("Page", "Persons"),
        context="",
        opened=presenter.opened,
        changed=lambda changes: presenter.search_again() if changes.files else None,
    )
