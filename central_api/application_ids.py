"""An application belongs to one file: what is owed to it is kept by its id alone, so no other file may bear that id."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, union_all

from central_api.owed_tables import duties, register_questions
from central_api.prepared import Prepared
from central_api.tables import back_office_drafts

_ANOTHERS: Final = Prepared(
    union_all(
        *(
            select(table.c.file_id).where(
                table.c.application == bindparam("application"), table.c.file_id != bindparam("mine")
            )
            for table in (duties, register_questions, back_office_drafts)
        )
    )
)


def is_anothers(connection: Connection, application: UUID, file_id: UUID) -> bool:
    """Whether something is owed to an application of this id in another file: only a forger's bears it too."""
    return _ANOTHERS(connection, application=str(application), mine=str(file_id)).first() is not None
