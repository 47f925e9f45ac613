"""The page that lists applications: this is how a waiting one is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.page import Page
from ui.screens.applications.presenter import ApplicationsPresenter
from ui.screens.applications.view import ApplicationsView

if TYPE_CHECKING:
    from ui.session import Session


def applications_page(session: Session) -> Page:
    """Open ones first, with their due dates."""
    view = ApplicationsView()
    presenter = ApplicationsPresenter(view, session.tasks, session, session.desk)
    view.title_changed.connect(session.show_title)
    view.which_chosen.connect(presenter.which_chosen)
    view.whose_chosen.connect(presenter.whose_chosen)
    view.row_opened.connect(presenter.row_opened)
    view.reload_pressed.connect(presenter.reload)
    view.new_pressed.connect(presenter.new_pressed)
    return Page(
        view,
        rail="applications",
        title="",
        context="",
        opened=presenter.opened,
        changed=presenter.changed,
    )
