"""Which law the server judges by: the catalogue in force and the one before it, each named by its hash."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Protocol

from dost_desktop.contract.messages import LawVersions
from dost_desktop.domain.events import RULES
from dost_desktop.domain.law import LawInForce


class Catalogue(Protocol):
    """Where the law of a day comes from."""

    def law_in_force(self, on: date) -> LawInForce: ...


class Laws:
    """The accepted versions, the current one first (design 4)."""

    def __init__(self, catalogues: Sequence[Catalogue], today: date) -> None:
        self._by_version = {each.law_in_force(today).version: each for each in catalogues}
        self.versions = LawVersions(
            versions=tuple(self._by_version), rules=tuple(rule for rule in (RULES, RULES - 1) if rule > 0)
        )
        self._on = lru_cache(maxsize=64)(self._law)

    def on(self, version: str, day: date) -> LawInForce | None:
        """The law of that version on ``day``; None when the version is not accepted any more."""
        return self._on(version, day)

    def current(self, day: date) -> LawInForce:
        """The law in force on ``day``."""
        law = self._on(self.versions.versions[0], day)
        assert law is not None  # noqa: S101 - the first version is always there
        return law

    def _law(self, version: str, day: date) -> LawInForce | None:
        catalogue = self._by_version.get(version)
        return None if catalogue is None else catalogue.law_in_force(day)
