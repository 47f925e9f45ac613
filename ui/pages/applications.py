"""The page that lists applications: this is how a waiting one is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.screens.applications.listing import Listing, Narrow, Wanted, Which
from ui.screens.applications.presenter import ApplicationsPresenter
from ui.screens.applications.view import ApplicationsView, connect

if TYPE_CHECKING:
    from ui.session import Session


def applications_page(session: Session, reason: str = "") -> Page:
    """Open ones first, with their due dates; or one reason why somebody is needed."""
    tasks = TaskScope(session.tasks)
    view = ApplicationsView(serves=session.pages.serves)
    wanted = Wanted(Which.NEEDS, Narrow(reason)) if reason else Wanted()
    presenter = ApplicationsPresenter(view, tasks, session, Listing(session.desk), wanted)
    view.title_changed.connect(session.show_title)
    return Page(
        view,
        tasks,
        rail="applications",
        title="",
        context="",
        opened=presenter.opened,
        first=view.focus_list,
        changed=presenter.changed,
        wires=connect(view, presenter),
    )
