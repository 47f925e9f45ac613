"""Whether the server can work now, for whoever watches it."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from central_api.database_trouble import trouble_of
from central_api.migrating import is_current
from central_api.office import Office


def what_is_missing(office: Office) -> tuple[str, ...]:
    """The parts that are not ready; empty when desks can be served."""
    try:
        is_migrated = is_current(office.database)
    except (DBAPIError, PoolTimeout) as error:
        if trouble_of(error) is None:
            raise
        return ("database",)
    parts = {"migrations": is_migrated, "blobs": office.blobs.is_writable()}
    return tuple(name for name, ready in parts.items() if not ready)
