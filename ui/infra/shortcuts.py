"""The one registry of keys: menus, tool-tips, key caps, the F1 sheet and the tests all read this table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.infra.marking import QT_TRANSLATE_NOOP


class Place(StrEnum):
    """Where a key works; the F1 sheet groups by it."""

    EVERYWHERE = "everywhere"
    SIGN_IN = "sign-in"
    LISTS = "lists"
    FORMS = "forms"
    QUEUE = "queue"
    CASE = "case"
    NOTICES = "notices"
    REPORTS = "reports"
    BACK_OFFICE = "back office"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One key: its chord in Qt's portable spelling, what it does in English, and where."""

    chord: str
    words: str
    place: Place = Place.EVERYWHERE


SHORTCUTS: Final[dict[str, Shortcut]] = {
    "help": Shortcut("F1", QT_TRANSLATE_NOOP("Shortcut", "Keys and help of this page")),
    "queue.next": Shortcut("F2", QT_TRANSLATE_NOOP("Shortcut", "Call the next ticket")),
    "case.continue": Shortcut("F3", QT_TRANSLATE_NOOP("Shortcut", "Continue the last half-done case")),
    "sign_in.other": Shortcut("F4", QT_TRANSLATE_NOOP("Shortcut", "Another agent"), Place.SIGN_IN),
    "list.reload": Shortcut("F5", QT_TRANSLATE_NOOP("Shortcut", "Reload the list"), Place.LISTS),
    "part.next": Shortcut("F6", QT_TRANSLATE_NOOP("Shortcut", "Next part of the window")),
    "part.previous": Shortcut("Shift+F6", QT_TRANSLATE_NOOP("Shortcut", "Previous part of the window")),
    "list.next_open": Shortcut("F8", QT_TRANSLATE_NOOP("Shortcut", "Next item that needs you"), Place.LISTS),
    "register.ask": Shortcut(
        "F9", QT_TRANSLATE_NOOP("Shortcut", "Ask the register of this step"), Place.CASE
    ),
    "menu": Shortcut("F10", QT_TRANSLATE_NOOP("Shortcut", "Menu bar")),
    **{
        f"page.{n}": Shortcut(f"Ctrl+{n}", QT_TRANSLATE_NOOP("Shortcut", "Page of the rail"))
        for n in range(1, 10)
    },
    **{
        f"missing.{n}": Shortcut(
            f"Alt+{n}", QT_TRANSLATE_NOOP("Shortcut", "Go to this missing item"), Place.CASE
        )
        for n in range(1, 10)
    },
    "search": Shortcut("Ctrl+F", QT_TRANSLATE_NOOP("Shortcut", "Find a person, PIN or notice number")),
    "application.new": Shortcut("Ctrl+N", QT_TRANSLATE_NOOP("Shortcut", "New application without a ticket")),
    "primary": Shortcut("Ctrl+Return", QT_TRANSLATE_NOOP("Shortcut", "Do the main action of the page")),
    "row.open": Shortcut("Return", QT_TRANSLATE_NOOP("Shortcut", "Open or call the row"), Place.LISTS),
    "field.next": Shortcut("Return", QT_TRANSLATE_NOOP("Shortcut", "Next field"), Place.FORMS),
    "field.previous": Shortcut("Shift+Return", QT_TRANSLATE_NOOP("Shortcut", "Previous field"), Place.FORMS),
    "sign_in.enter": Shortcut("Return", QT_TRANSLATE_NOOP("Shortcut", "Sign in"), Place.SIGN_IN),
    "back": Shortcut("Esc", QT_TRANSLATE_NOOP("Shortcut", "Close the section, go back; nothing is lost")),
    "refusal.prepare": Shortcut(
        "Ctrl+Shift+R", QT_TRANSLATE_NOOP("Shortcut", "Prepare the refusal"), Place.CASE
    ),
    "decision.return": Shortcut(
        "Ctrl+Shift+Q", QT_TRANSLATE_NOOP("Shortcut", "Return with a reason"), Place.BACK_OFFICE
    ),
    "work.offer": Shortcut("Ctrl+M", QT_TRANSLATE_NOOP("Shortcut", "Offer suitable work"), Place.CASE),
    "back_office.send": Shortcut(
        "Ctrl+B", QT_TRANSLATE_NOOP("Shortcut", "Send to the back office"), Place.CASE
    ),
    "case.pause": Shortcut("Ctrl+H", QT_TRANSLATE_NOOP("Shortcut", "Pause the case"), Place.CASE),
    "file.open": Shortcut(
        "Ctrl+O", QT_TRANSLATE_NOOP("Shortcut", "Open the person's whole file"), Place.CASE
    ),
    "document.scan": Shortcut("Ctrl+K", QT_TRANSLATE_NOOP("Shortcut", "Scan a document"), Place.CASE),
    "print": Shortcut("Ctrl+P", QT_TRANSLATE_NOOP("Shortcut", "Print"), Place.NOTICES),
    "notice.supersede": Shortcut(
        "Ctrl+E", QT_TRANSLATE_NOOP("Shortcut", "Superseding notice"), Place.NOTICES
    ),
    "report.export": Shortcut(
        "Ctrl+Shift+E", QT_TRANSLATE_NOOP("Shortcut", "Export to Excel"), Place.REPORTS
    ),
    "ticket.call_again": Shortcut("F7", QT_TRANSLATE_NOOP("Shortcut", "Call the called ticket again")),
    "ticket.transfer": Shortcut("Ctrl+T", QT_TRANSLATE_NOOP("Shortcut", "Send the ticket on"), Place.QUEUE),
    "ticket.no_show": Shortcut("Ctrl+D", QT_TRANSLATE_NOOP("Shortcut", "Did not come"), Place.QUEUE),
    "ticket.needs": Shortcut(
        "Ctrl+U", QT_TRANSLATE_NOOP("Shortcut", "Interpreter, representative, priority"), Place.QUEUE
    ),
    "ticket.by_number": Shortcut(
        "Ctrl+G", QT_TRANSLATE_NOOP("Shortcut", "Call a ticket by its number"), Place.QUEUE
    ),
    "save": Shortcut("Ctrl+S", QT_TRANSLATE_NOOP("Shortcut", "Save now"), Place.FORMS),
    "undo": Shortcut("Ctrl+Z", QT_TRANSLATE_NOOP("Shortcut", "Undo")),
    "redo": Shortcut("Ctrl+Y", QT_TRANSLATE_NOOP("Shortcut", "Redo")),
    "sync": Shortcut("Ctrl+R", QT_TRANSLATE_NOOP("Shortcut", "Sync now, open the outbox")),
    "lock": Shortcut("Ctrl+L", QT_TRANSLATE_NOOP("Shortcut", "Lock")),
}

_CAP_NAMES: Final = {"Return": "Enter", "Up": "↑", "Down": "↓"}


def chord_of(shortcut: str) -> str:
    """The chord of a registered id (``case.pause``), or an access key (``Alt+R``) as it is.

    Raises ``KeyError`` for a name that is neither.
    """
    known = SHORTCUTS.get(shortcut)
    if known is not None:
        return known.chord
    if shortcut.startswith("Alt+") and len(shortcut) == len("Alt+X"):
        return shortcut
    raise KeyError(shortcut)


def caps_of(shortcut: str) -> tuple[str, ...]:
    """What stands on the key caps, one text each: ``("Ctrl", "Shift", "R")``."""
    return tuple(_CAP_NAMES.get(key, key) for key in chord_of(shortcut).split("+"))


def words_of(shortcut: str) -> str:
    """What the key does, in the window's language; empty for an access key."""
    known = SHORTCUTS.get(shortcut)
    return QCoreApplication.translate("Shortcut", known.words) if known else ""


def tool_tip_of(shortcut: str, words: str) -> str:
    """Words and their key, as a tool-tip shows them."""
    return f"{words} ({'+'.join(caps_of(shortcut))})" if shortcut else words
