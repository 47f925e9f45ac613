"""The page of the service passport."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from dost_desktop.services.changes import Changes
from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.screens.passport.presenter import PassportPresenter
from ui.screens.passport.view import PassportView, connect

if TYPE_CHECKING:
    from ui.session import Session


def passport_page(session: Session) -> Page:
    """The passport of the catalogue that is in force at this desk; nothing recorded changes it."""
    passport = session.office.catalogue.passport
    view = PassportView()
    presenter = PassportPresenter(view, passport, QLocale().name()[:2])
    return Page(
        view,
        TaskScope(session.tasks),
        rail="passport",
        title=QCoreApplication.translate("Page", "Service passport"),
        context=passport.service_id,
        opened=presenter.opened,
        changed=_unmoved,
        wires=connect(view, presenter),
    )


def _unmoved(_: Changes) -> None:
    """Whatever is recorded, the passport stays."""
