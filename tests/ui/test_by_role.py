"""Who opens what: the whole table of roles, and nothing beside it in the rail or on the sheet of keys."""

from __future__ import annotations

import pytest

from dost_desktop.domain.vocabulary import Role
from ui.by_role import BY_ROLE, absent_keys, pages_of, rail_items
from ui.infra.shortcuts import SHORTCUTS, Place

PEOPLE = tuple(role for role in Role if role is not Role.CENTRAL_SYSTEM)


def test_everybody_who_can_sign_in_has_pages() -> None:
    assert set(BY_ROLE) == set(PEOPLE)


@pytest.mark.parametrize(
    ("role", "pages", "serves", "searches", "sees_unsent"),
    [
        (
            Role.AGENT,
            ("queue", "persons", "applications", "notices", "disagreements", "passport"),
            True,
            "persons",
            True,
        ),
        (Role.BACK_OFFICE, ("back_office", "passport"), False, "back_office", False),
        (
            Role.HEAD,
            ("needs_look", "applications", "notices", "persons", "passport"),
            False,
            "persons",
            True,
        ),
        (Role.ADMINISTRATOR, ("passport",), False, "", False),
    ],
)
def test_the_table(
    role: Role, pages: tuple[str, ...], serves: bool, searches: str, sees_unsent: bool
) -> None:
    has = pages_of(role)
    assert (has.pages, has.first) == (pages, pages[0])
    assert (has.serves, has.searches, has.sees_unsent) == (serves, searches, sees_unsent)
    assert tuple(item.id for item in rail_items(role)) == pages


@pytest.mark.parametrize("role", PEOPLE)
def test_keys_without_use_are_not_on_the_sheet(role: Role) -> None:
    absent, has = absent_keys(role), pages_of(role)
    assert ("application.new" in absent) == ("queue.next" in absent) == (not has.serves)
    assert ("decision.return" in absent) == ("back_office" not in has.pages)
    assert not absent & {"help", "lock", "menu", "sync", "primary", "list.reload"}
    queue = {id_ for id_, known in SHORTCUTS.items() if known.place is Place.QUEUE}
    assert (queue <= absent) == (not has.serves)
