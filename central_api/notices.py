"""Which written answers exist, so that anybody with the paper's code can ask whether it is genuine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, Connection, bindparam, select, update

from central_api.database import Database
from central_api.prepared import Prepared, insert_rows
from central_api.tables import centres, notices
from dost_desktop.domain import acts
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.vocabulary import ApplicationState


class NoticeState(StrEnum):
    """What the public page says of a notice."""

    GENUINE = "genuine"
    SUPERSEDED = "superseded"
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True)
class PublicNotice:
    """What the page shows: nothing that the paper does not show."""

    number: str
    issued_at: str
    centre: str
    centre_name: str
    kind: str
    state: NoticeState
    pdf: str  # SHA-256 of the signed bytes
    size: int  # bytes
    verify_code: str = field(repr=False)
    newer_number: str = ""  # of the notice that superseded it


def record_notices(
    connection: Connection, state: PersonFile, run: Sequence[ChainedEvent], centre: str
) -> None:
    """Keep the index in step with the run's acts on notices; ``centre`` is whose desk sent the run."""
    for each in run:
        if each.event.content.kind not in _KINDS:
            continue
        act = each.event.act()
        if isinstance(act, acts.IssueNotice):
            _issued(connection, state, act, centre)
        elif isinstance(act, acts.SupersedeNotice):
            _marked(connection, act.notice, NoticeState.SUPERSEDED, str(act.by))
        elif isinstance(act, acts.RecallNotice):
            _marked(connection, act.notice, NoticeState.RECALLED, None)


_SAME: Final = Prepared(
    select(notices.c.notice).where(
        (notices.c.verify_code == bindparam("code")) | (notices.c.notice == bindparam("notice"))
    )
)
_KINDS = {acts.IssueNotice.kind, acts.SupersedeNotice.kind, acts.RecallNotice.kind}


def _issued(connection: Connection, state: PersonFile, act: acts.IssueNotice, centre: str) -> None:
    """A paper that left a desk is known, also one whose application the file does not have (design 4)."""
    notice, application = state.notice(act.notice), state.application(act.application)
    if notice is None:
        return
    is_refusal = application is not None and application.state is ApplicationState.REFUSED
    row: dict[str, object] = {
        "notice": str(act.notice),
        "verify_code": act.verify_code,
        "file_id": str(state.id),
        "number": act.number,
        "centre": application.centre if application else centre,
        "kind": "refusal" if is_refusal else "answer",
        "issued_at": instant_text(notice.issued_at),
        "pdf": act.pdf,
        "size": act.size,
        "state": NoticeState.GENUINE.value,
    }
    insert_rows(connection, notices, [row])


def _marked(connection: Connection, notice: object, state: NoticeState, by: str | None) -> None:
    change = update(notices).where(notices.c.notice == str(notice))
    connection.execute(change.values(state=state.value, superseded_by=by))


def is_taken(connection: Connection, act: acts.IssueNotice) -> bool:
    """Whether another notice bears this code or id: with 128 random bits only a forger's does."""
    return _SAME(connection, code=act.verify_code, notice=str(act.notice)).first() is not None


class NoticeBook:
    """Answers whoever holds a paper."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def find(self, verify_code: str) -> PublicNotice | None:
        """The notice with this code, or None when it is not, or not yet, received."""
        return self._one(notices.c.verify_code == verify_code)

    def of_file(self, hashes: Sequence[str]) -> PublicNotice | None:
        """The newest notice whose signed bytes have one of these hashes (SHA-256)."""
        return self._one(notices.c.pdf.in_(hashes))

    def _one(self, condition: ColumnElement[bool]) -> PublicNotice | None:
        newer = notices.alias("newer")
        chosen = (
            select(notices, centres.c.name.label("centre_name"), newer.c.number.label("newer_number"))
            .outerjoin(centres, centres.c.code == notices.c.centre)
            .outerjoin(newer, newer.c.notice == notices.c.superseded_by)
            .where(condition)
            .order_by(notices.c.issued_at.desc())
            .limit(1)
        )
        with self.database.reading() as connection:
            row = connection.execute(chosen).one_or_none()
        if row is None:
            return None
        return PublicNotice(
            number=row.number,
            issued_at=row.issued_at,
            centre=row.centre,
            centre_name=row.centre_name or row.centre,
            kind=row.kind,
            state=NoticeState(row.state),
            pdf=row.pdf,
            size=row.size,
            verify_code=row.verify_code,
            newer_number=row.newer_number or "",
        )
