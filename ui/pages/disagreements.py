"""The page of what two hands made of one file."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from dost_desktop.services.settle import Consequence
from ui.infra.catalogue_words import begun
from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.screens.disagreements.presenter import DisagreementJobs, DisagreementsPresenter
from ui.screens.disagreements.view import DisagreementsView, connect

if TYPE_CHECKING:
    from dost_desktop.services.settle import Consequence
    from ui.session import Session


def disagreements_page(session: Session, item: UUID | None = None) -> Page:
    """Both sides of everything that waits for a choice; ``item`` first."""
    tasks = TaskScope(session.tasks)
    kinds = session.office.catalogue.documents
    view = DisagreementsView(lambda kind: begun(kinds[kind].name) if kind in kinds else kind)
    jobs = DisagreementJobs(
        disagreements=session.answers.disagreements.ask,
        drafts=session.services.drafts,
        now=session.office.clock.now,
        print_recalls=lambda file, facts: _print_recalls(session, file, facts),
        told=session.answers.disagreements.show,
    )
    presenter = DisagreementsPresenter(view, tasks, session, jobs)
    if item is not None:
        presenter.show(item)
    view.title_changed.connect(session.show_title)
    view.saved.connect(session.window.header.show_saved)
    return Page(
        view,
        tasks,
        rail="disagreements",
        title=view.tr("Disagreements"),
        context="",
        opened=presenter.opened,
        changed=presenter.changed,
        wires=connect(view, presenter),
    )


def _print_recalls(session: Session, file_id: UUID, facts: Consequence) -> None:
    """A letter for each paper that was called back."""
    for notice in facts.recalled_ids:
        session.paper.recall(file_id, notice)
