"""Which pages and keys each role has: the one table; what a role may not open is absent, not greyed (ui README, 3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.domain.vocabulary import Role
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.shortcuts import SHORTCUTS, Place
from ui.shell.rail import RailItem

_ITEMS: Final = {  # page -> (words, icon)
    "queue": (QT_TRANSLATE_NOOP("Rail", "Queue"), "users-three"),
    "persons": (QT_TRANSLATE_NOOP("Rail", "Persons"), "identification-card"),
    "applications": (QT_TRANSLATE_NOOP("Rail", "Applications"), "folder-open"),
    "notices": (QT_TRANSLATE_NOOP("Rail", "Written answers"), "file-text"),
    "disagreements": (QT_TRANSLATE_NOOP("Rail", "Disagreements"), "git-diff"),
    "back_office": (QT_TRANSLATE_NOOP("Rail", "Back office"), "tray"),
    "needs_look": (QT_TRANSLATE_NOOP("Rail", "Needs a look"), "eye"),
    "passport": (QT_TRANSLATE_NOOP("Rail", "Service passport"), "book-open"),
}
_SERVING: Final = frozenset({"queue.next", "case.continue", "application.new", "ticket.call_again"})


@dataclass(frozen=True, slots=True)
class RolePages:
    """``groups`` of the rail, the very first page is the first one; ``searches``: the page that Ctrl+F looks through.

    ``serves``: takes tickets and opens applications. ``sees_unsent``: the desk's unsent work, with persons' names.
    """

    groups: tuple[tuple[str, ...], ...]
    searches: str = ""
    serves: bool = False
    sees_unsent: bool = False

    @property
    def pages(self) -> tuple[str, ...]:
        """Every page of the rail, in order."""
        return tuple(page for group in self.groups for page in group)

    @property
    def decides(self) -> bool:
        """Whether this role settles disagreements; only an agent's own hand may."""
        return "disagreements" in self.pages

    @property
    def first(self) -> str:
        """Where the day begins."""
        return self.pages[0]


BY_ROLE: Final = {
    Role.AGENT: RolePages(
        (("queue", "persons", "applications", "notices", "disagreements"), ("passport",)),
        searches="persons",
        serves=True,
        sees_unsent=True,
    ),
    Role.BACK_OFFICE: RolePages((("back_office",), ("passport",)), searches="back_office"),
    Role.HEAD: RolePages(
        (("needs_look",), ("applications", "notices", "persons"), ("passport",)),
        searches="persons",
        sees_unsent=True,
    ),
    Role.ADMINISTRATOR: RolePages((("passport",),)),
}


_WORDS: Final = {
    Role.AGENT: QT_TRANSLATE_NOOP("Office", "social agent"),
    Role.BACK_OFFICE: QT_TRANSLATE_NOOP("Office", "back office"),
    Role.HEAD: QT_TRANSLATE_NOOP("Office", "head of the centre"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("Office", "administrator"),
}


def role_words(role: Role) -> str:
    """As what somebody is signed in."""
    return QCoreApplication.translate("Office", _WORDS[role])


def pages_of(role: Role) -> RolePages:
    """What this role opens."""
    return BY_ROLE[role]


def rail_items(role: Role) -> list[RailItem]:
    """The rail of this role."""
    return [
        RailItem(page, QCoreApplication.translate("Rail", _ITEMS[page][0]), _ITEMS[page][1], group)
        for group, pages in enumerate(BY_ROLE[role].groups)
        for page in pages
    ]


def absent_keys(role: Role) -> frozenset[str]:
    """The keys of the sheet that this role has not."""
    has = BY_ROLE[role]
    places = set() if "back_office" in has.pages else {Place.BACK_OFFICE}
    if not has.serves:
        places.add(Place.QUEUE)
    if not {"applications", "queue"} & set(has.pages):
        places |= {Place.CASE, Place.NOTICES}
    absent = {id_ for id_, known in SHORTCUTS.items() if known.place in places}
    if not has.serves:
        absent |= _SERVING
    if not has.searches:
        absent.add("search")
    return frozenset(absent)
