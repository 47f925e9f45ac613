"""A page of the session, as the session keeps it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from dost_desktop.services.changes import Changes
from ui.infra.task_scope import TaskScope


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page in the stack: which rail item it belongs to, and what it does when something was recorded."""

    view: QWidget
    tasks: TaskScope  # closed with the page: late answers fall silent
    rail: str
    title: str
    context: str
    opened: Callable[[], None]
    changed: Callable[[Changes], None]
    first: Callable[[], None] | None = (
        None  # the focus to where the page's work begins, where ``opened`` does not
    )
    wires: object = None  # what keeps view and presenter together, as long as the page stands
    over: Callable[[], None] | None = None  # gives back what the window lent
    trailing: QWidget | None = None  # stands in the header, right of the saved mark
    searched: Callable[[str], None] | None = None  # what the header's search does where it stays on the page
    keys: Mapping[str, Callable[[], None]] = field(default_factory=dict)  # its keys that work on every page
