"""An application belongs to one file: what is owed to it is kept by its id alone, so no other file may bear that id."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select, union_all

from central_api.owed_tables import duties, register_questions
from central_api.tables import back_office_drafts


def is_anothers(connection: Connection, application: UUID, file_id: UUID) -> bool:
    """Whether something is owed to an application of this id in another file: only a forger's bears it too."""
    asked = (
        select(table.c.file_id).where(
            table.c.application == str(application), table.c.file_id != str(file_id)
        )
        for table in (duties, register_questions, back_office_drafts)
    )
    return connection.execute(union_all(*asked)).first() is not None
