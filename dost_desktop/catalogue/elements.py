"""What a notice must have before it may be issued: the checklist beside the refusal, as data."""

from __future__ import annotations

from typing import Final

from pydantic import Field, StrictBool

from dost_desktop.catalogue.files import CatalogueFile, Data, Words

FACTS: Final = "facts"
"""The element that the facts of the ground itself belong to."""


class Element(Data):
    """One thing the notice must have, the field that gives it, and the values of the letter that belong to it."""

    id: str = Field(pattern=r"^[a-z_]+$")
    field: str = Field(min_length=1)
    at_issue: StrictBool = False  # given by the program in the commit that records the notice
    name: Words
    values: tuple[str, ...] = ()


class _Elements(Data):
    element: tuple[Element, ...] = Field(min_length=1)


def load_elements(file: CatalogueFile) -> tuple[Element, ...]:
    """The elements in the order of the paper; raises CatalogueBroken."""
    elements = file.build(_Elements).element
    seen: set[str] = set()
    for position, element in enumerate(elements):
        if element.id in seen:
            raise file.broken(("element", position, "id"), f"element {element.id} stands twice")
        seen.add(element.id)
    if FACTS not in seen:
        raise file.broken((), "the element “facts” is missing: a ground's own facts belong to it")
    return elements
