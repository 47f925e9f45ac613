"""Every catalogue this deployment judged by is kept: the newest is in force, the law before it is still accepted.

So a desk that was not upgraded yet goes on after the server was (design 4), and a desk can fetch what it lacks.
"""

from __future__ import annotations

import hashlib
import json
import logging
import tempfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select, update

from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.kept_tables import catalogues as table
from central_api.problems import Problematic
from dost_desktop.catalogue.bundle import Bundle, write_files
from dost_desktop.catalogue.catalogue import Catalogue, load_catalogue
from dost_desktop.catalogue.files import CatalogueBroken
from dost_desktop.contract.catalogues import CatalogueCard, CatalogueContent, CatalogueFile, Catalogues
from dost_desktop.domain.dates import instant, instant_text

_ACCEPTED: Final = 2  # laws: the current and the previous one
_log = logging.getLogger(__name__)


class CatalogueShelf:
    """Keeps them, and says which are accepted."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database, self.clock = database, clock

    def bring(self, bundle: Bundle, *, again: bool = False) -> bool:
        """Put a catalogue that was never here in force; ``again``: also one that was. Whether it is in force anew."""

        def work(connection: Connection) -> bool:
            known = connection.execute(select(table.c.version, table.c.since).order_by(*_NEWEST_FIRST)).all()
            versions = [row.version for row in known]
            if versions[:1] == [bundle.version] or (bundle.version in versions and not again):
                return False
            since = instant_text(_after(self.clock(), known[0].since if known else None))
            content = json.dumps({"law": bundle.law, "files": dict(bundle.files)}, ensure_ascii=False)
            insert_missing(connection, table, {"version": bundle.version, "since": since, "content": content})
            this = update(table).where(table.c.version == bundle.version)
            connection.execute(this.values(since=since))
            return True

        return self.database.write(work)

    def accepted(self, loaded: Sequence[Catalogue]) -> list[Catalogue]:
        """The catalogues of the law in force and of the one before it; what is ``loaded`` is not read again.

        Raises CatalogueBroken for a law in force that this program cannot read: it is older than the catalogue.
        """
        known = {each.version: each for each in loaded}
        found: list[Catalogue] = []
        for bundle in self._laws():
            try:
                found.append(known.get(bundle.law) or _parsed(bundle))
            except CatalogueBroken:
                if not found:
                    raise
                _log.exception("the previous catalogue cannot be read by this program")
        return found

    def listed(self) -> Catalogues:
        """All of them, the one in force first."""
        with self.database.reading() as connection:
            rows = connection.execute(select(table).order_by(*_NEWEST_FIRST)).all()
        laws = [str(json.loads(row.content)["law"]) for row in rows]
        accepted = list(dict.fromkeys(laws))[:_ACCEPTED]
        return Catalogues(
            catalogues=tuple(
                CatalogueCard(version=row.version, law=law, since=row.since, accepted=law in accepted)
                for row, law in zip(rows, laws, strict=True)
            )
        )

    def read(self, version: str) -> CatalogueContent:
        """One of them whole. Raises Problematic 404."""
        with self.database.reading() as connection:
            row = connection.execute(select(table).where(table.c.version == version)).one_or_none()
        if row is None:
            raise Problematic(404, "catalogue.unknown")
        bundle = _bundle(row.version, row.content)
        return CatalogueContent(
            version=bundle.version,
            law=bundle.law,
            files=tuple(
                CatalogueFile(name=name, sha256=hashlib.sha256(text.encode()).hexdigest(), text=text)
                for name, text in bundle.files.items()
            ),
        )

    def _laws(self) -> list[Bundle]:
        """The newest bundle of each accepted law, the one in force first."""
        found: dict[str, Bundle] = {}
        with self.database.reading() as connection:
            versions = connection.execute(select(table.c.version).order_by(*_NEWEST_FIRST)).scalars().all()
            for version in versions:
                content = connection.execute(select(table.c.content).where(table.c.version == version))
                bundle = _bundle(version, content.scalar_one())
                found.setdefault(bundle.law, bundle)
                if len(found) == _ACCEPTED:
                    break
        return list(found.values())


_NEWEST_FIRST: Final = (table.c.since.desc(), table.c.version)


def _after(now: datetime, newest: str | None) -> datetime:
    """Later than what is in force, also where another machine's clock is ahead."""
    return now if newest is None else max(now, instant(newest) + timedelta(milliseconds=1))


def _bundle(version: str, content: str) -> Bundle:
    kept = json.loads(content)
    return Bundle(version, kept["law"], kept["files"])


def _parsed(bundle: Bundle) -> Catalogue:
    with tempfile.TemporaryDirectory(prefix="dost-catalogue-") as folder:
        write_files(bundle.files, Path(folder))
        return load_catalogue(Path(folder))
