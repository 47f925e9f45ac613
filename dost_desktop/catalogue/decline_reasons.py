"""Reasons why offered work is declined (D3): a list to choose from, which judges nothing by itself."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import Field

from dost_desktop.catalogue.files import CatalogueFile, Data, Words
from dost_desktop.catalogue.grounds import Mark


class DeclineReason(Data):
    """One reason with its words; what it is worth, the agent judges."""

    id: str = Field(pattern=r"^[a-z][a-z_]{0,39}$")
    name: Words
    mark: Mark
    source: str = Field(min_length=1)


class _Reasons(Data):
    reason: tuple[DeclineReason, ...] = Field(min_length=1)


def load_decline_reasons(file: CatalogueFile) -> Mapping[str, DeclineReason]:
    """The reasons by id, in the order of the file; raises CatalogueBroken."""
    found: dict[str, DeclineReason] = {}
    for position, entry in enumerate(file.build(_Reasons).reason):
        if entry.id in found:
            raise file.broken(("reason", position, "id"), f"reason {entry.id} stands twice")
        found[entry.id] = entry
    return MappingProxyType(found)
