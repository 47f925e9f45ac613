"""Catalogues that came after the program did: kept at the desk by version, and used from the next sign-in on.

So the law changes without a new program. What is kept is proven each time it is read, and what cannot be read is as if
it were not there: the one that ships always is.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final

from dost_desktop.catalogue.bundle import Bundle, bundle_of, write_files
from dost_desktop.catalogue.catalogue import Catalogue, load_catalogue
from dost_desktop.catalogue.files import CatalogueBroken
from dost_desktop.domain.errors import AgentError
from dost_desktop.whole_file import own_folder, put_in_place, read_whole, write_whole

_ACCEPTED: Final = "accepted.json"


class CatalogueDamaged(AgentError):
    """What came is not the catalogue that was named: nothing of it is kept."""

    code: ClassVar[str] = "catalogue.damaged"


class CatalogueNotKept(AgentError):
    """The disk does not take it."""

    code: ClassVar[str] = "catalogue.not_kept"


class KeptCatalogues:
    """The catalogues in ``folder``, one folder each under its version, and which of them the server accepts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, Catalogue] = {}  # by version: a sign-in does not read it again

    def has(self, version: str) -> bool:
        """True when it lies here undamaged."""
        return self._bundle(version) is not None

    def has_law(self, law: str) -> bool:
        """True when an accepted catalogue with this law lies here undamaged."""
        return any(law == each and self.has(version) for version, each in self.accepted())

    def keep(self, bundle: Bundle) -> None:
        """Keep a catalogue. Raises CatalogueDamaged, CatalogueNotKept, CatalogueBroken for one of a later program."""
        if not bundle.is_sound:
            raise CatalogueDamaged
        try:
            own_folder(self._folder)
            with tempfile.TemporaryDirectory(
                prefix=".", dir=self._folder, ignore_cleanup_errors=True
            ) as made:
                fresh = Path(made) / bundle.version
                write_files(bundle.files, fresh)
                if load_catalogue(fresh).version != bundle.law:
                    raise CatalogueDamaged
                place = self._folder / bundle.version
                if place.exists():
                    shutil.rmtree(place)
                put_in_place(fresh, place)
        except OSError as error:
            raise CatalogueNotKept from error

    def accept(self, laws: Sequence[tuple[str, str]]) -> None:
        """Version and law of what the server accepts, the one in force first; what is kept beside them goes.

        Raises CatalogueNotKept.
        """
        if laws == self.accepted():
            return
        try:
            own_folder(self._folder)
            told = json.dumps([{"version": version, "law": law} for version, law in laws])
            write_whole(self._folder / _ACCEPTED, told.encode())
        except OSError as error:
            raise CatalogueNotKept from error
        versions = {version for version, _law in laws}
        for each in self._folder.iterdir():
            if each.is_dir() and each.name not in versions:
                shutil.rmtree(each, ignore_errors=True)  # in use by another program: it goes the next time

    def accepted(self) -> list[tuple[str, str]]:
        """Version and law of what the server accepted when it was asked last, the one in force first."""
        try:
            told = json.loads(read_whole(self._folder / _ACCEPTED))
            return [(str(each["version"]), str(each["law"])) for each in told]
        except (OSError, ValueError, TypeError, KeyError):
            return []  # never asked, or damaged: then it is asked again

    def in_force(self, packaged: Catalogue) -> Catalogue:
        """The first accepted one that can be read here; ``packaged`` where there is none."""
        for version, law in self.accepted():
            if law == packaged.version:
                return packaged
            found = self._catalogue(version, law)
            if found is not None:
                return found
        return packaged

    def _catalogue(self, version: str, law: str) -> Catalogue | None:
        known = self._loaded.get(version)
        if known is None and self.has(version):
            try:
                known = load_catalogue(self._folder / version)
            except CatalogueBroken:  # another program, older or newer, could
                return None
            self._loaded[version] = known
        return known if known is not None and known.version == law else None

    def _bundle(self, version: str) -> Bundle | None:
        try:
            found = bundle_of("", self._folder / version)
        except (OSError, ValueError):
            return None
        return found if found.version == version else None
