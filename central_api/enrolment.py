"""Desks: a PC becomes one with a one-time code, and learns everything it needs to work offline."""

from __future__ import annotations

import base64
import hashlib
import secrets
from itertools import count

from sqlalchemy import Connection, Row, insert, select, update

from central_api.clock import Clock
from central_api.database import Database
from central_api.deployment import Deployment
from central_api.desk_marks import begin_marks
from central_api.forgotten import forgotten
from central_api.keys import PublishedKeys, ServerKeys
from central_api.leases import close_blocks
from central_api.problems import Problematic
from central_api.settings import Settings
from central_api.tables import agent_keys, centres, desks, enrol_codes
from central_api.tokens import Caller, TokenBook
from dost_desktop.contract.messages import CentreCard, DeskEnrolled, EnrolDesk, OpenedKey
from dost_desktop.contract.seals import to_text
from dost_desktop.domain.dates import instant_text


class Enrolment:
    """Codes, desks, and the recovery of a desk's database key."""

    def __init__(
        self,
        database: Database,
        token_book: TokenBook,
        keys: ServerKeys,
        published: PublishedKeys,
        deployment: Deployment,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self.database, self.token_book, self.keys, self.published = database, token_book, keys, published
        self.deployment, self.settings, self.clock = deployment, settings, clock

    def new_code(self, centre: str, as_desk: str = "") -> str:
        """A one-time code for one PC of ``centre``, 100 random bits: ``ABCDE-FGHIJ-KLMNO-PQRST``.

        ``as_desk``: the PC takes the place of this desk, or is it and is enrolled again. Raises Problematic 404.
        """
        text = base64.b32encode(secrets.token_bytes(13)).decode("ascii")[:20]
        until = instant_text(self.clock() + self.settings.enrol_code_life)
        with self.database.writing() as connection:
            _centre(connection, centre)
            if as_desk:
                _place(connection, centre, as_desk)
            connection.execute(
                insert(enrol_codes).values(
                    code_hash=_hash(text), centre=centre, as_desk=as_desk, expires_at=until
                )
            )
        return "-".join(text[place : place + 5] for place in range(0, 20, 5))

    def enrol(self, wish: EnrolDesk, address: str) -> DeskEnrolled:
        """Make a desk. The same PC may repeat it when the answer was lost. Raises Problematic 403.

        A PC that is a desk already is enrolled again as this one only: another desk's code stays unused.
        """
        code, install_id, now = wish.code, wish.install_id, instant_text(self.clock())
        with self.database.writing() as connection:
            chosen = select(enrol_codes).where(enrol_codes.c.code_hash == _hash(code)).with_for_update()
            row = connection.execute(chosen).one_or_none()
            if row is None or row.expires_at <= now:
                raise Problematic(403, "enrol.code_unknown")
            if row.install_id is not None and row.install_id != install_id:
                raise Problematic(403, "enrol.code_used")
            if wish.desk is not None and wish.desk != (row.desk or row.as_desk):
                raise Problematic(403, "enrol.other_desk")
            desk = row.desk or row.as_desk
            if not desk:
                desk = self._new_desk(connection, row, install_id, now)
            elif not row.desk:
                self._take_place(connection, desk, row.centre, wish, now)
            if not row.desk:
                used = update(enrol_codes).where(enrol_codes.c.code_hash == row.code_hash)
                connection.execute(used.values(used_at=now, install_id=install_id, desk=desk))
            self.token_book.revoke(connection, desk=desk, why="enrolled again")
            tokens = self.token_book.issue(connection, desk)
            card = _centre(connection, row.centre)
        return DeskEnrolled(
            desk=desk,
            centre=card,
            tokens=tokens,
            deployment_secret=to_text(self.keys.deployment),
            server_keys=self.published.known,
            recovery_key=self.keys.recovery_public,
            epoch=self.deployment.epoch,
            public_url=self.settings.public_url or address.rstrip("/"),
            practice=self.deployment.is_practice,
        )

    def open_database_key(self, caller: Caller, box: str) -> OpenedKey:
        """The desk's database key for an agent who has just typed the password there. Raises Problematic."""
        fresh = (
            caller.signed_in_at is not None
            and self.clock() - caller.signed_in_at < self.settings.fresh_sign_in
        )
        if not caller.by_password or not fresh:
            raise Problematic(403, "sign_in.not_fresh")
        try:
            return OpenedKey(key=to_text(self.keys.open(box)))
        except ValueError:
            raise Problematic(422, "box.not_ours") from None

    def _new_desk(self, connection: Connection, row: Row[tuple[str, ...]], install_id: str, now: str) -> str:
        # the centre's row is held until the end: two PCs never get one name
        connection.execute(select(centres.c.code).where(centres.c.code == row.centre).with_for_update())
        taken = set(connection.execute(select(desks.c.desk).where(desks.c.centre == row.centre)).scalars())
        lost = forgotten(connection)
        names = (f"{row.centre}-{number:02}" for number in count(1))
        desk = next(
            name
            for name in names
            if name not in taken and not any(each.may_have_enrolled(name) for each in lost)
        )
        connection.execute(
            insert(desks).values(desk=desk, centre=row.centre, install_id=install_id, enrolled_at=now)
        )
        return desk

    def _take_place(self, connection: Connection, desk: str, centre: str, wish: EnrolDesk, now: str) -> None:
        """This PC is the desk from now on: nobody counts on in its blocks, its marks begin anew.

        The keys of its agents end, unless it is the same PC as before: what they signed there stays valid.
        """
        chosen = select(desks.c.install_id).where(desks.c.desk == desk).with_for_update()
        before = connection.execute(chosen).scalar_one_or_none()
        if before is None:  # enrolled after the backup that this database comes from
            before = wish.before
            fresh = {"desk": desk, "centre": centre, "install_id": wish.install_id, "enrolled_at": now}
            connection.execute(insert(desks).values(fresh))
        taken = update(desks).where(desks.c.desk == desk)
        connection.execute(taken.values(install_id=wish.install_id, enrolled_at=now, retired_at=None))
        if before != wish.before:
            keys = update(agent_keys).where(agent_keys.c.desk == desk, agent_keys.c.until.is_(None))
            connection.execute(keys.values(until=now))
        close_blocks(connection, desk, now)
        begin_marks(connection, desk, self.deployment.epoch_in(connection), now)


def add_centre(database: Database, card: CentreCard) -> bool:
    """A centre that is not known yet; False for a known one, which stays as it is."""
    with database.writing() as connection:
        known = connection.execute(select(centres.c.code).where(centres.c.code == card.code)).one_or_none()
        if known is None:
            connection.execute(insert(centres).values(card.model_dump()))
    return known is None


def change_centre(database: Database, card: CentreCard) -> bool:
    """A known centre is as ``card`` says from now on; False when nobody knows it."""
    with database.writing() as connection:
        changed = update(centres).where(centres.c.code == card.code).values(card.model_dump())
        return bool(connection.execute(changed).rowcount)


def all_centres(database: Database) -> tuple[CentreCard, ...]:
    """Every centre, by code."""
    with database.reading() as connection:
        rows = connection.execute(select(centres).order_by(centres.c.code)).mappings()
        return tuple(CentreCard.model_validate(dict(row)) for row in rows)


def _centre(connection: Connection, code: str) -> CentreCard:
    row = connection.execute(select(centres).where(centres.c.code == code)).mappings().one_or_none()
    if row is None:
        raise Problematic(404, "centre.unknown")
    return CentreCard.model_validate(dict(row))


def _place(connection: Connection, centre: str, desk: str) -> None:
    """Raises Problematic 404 for a desk that the centre does not have, nor may have had before a restore."""
    chosen = select(desks.c.desk).where(desks.c.desk == desk, desks.c.centre == centre)
    is_lost = desk.rpartition("-")[0] == centre and any(
        each.may_have_enrolled(desk) for each in forgotten(connection)
    )
    if connection.execute(chosen).one_or_none() is None and not is_lost:
        raise Problematic(404, "desk.unknown")


def _hash(code: str) -> str:
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()
