"""Whether the server can work now, for whoever watches it."""

from __future__ import annotations

from central_api.migrating import is_current
from central_api.office import Office


def what_is_missing(office: Office) -> tuple[str, ...]:
    """The parts that are not ready; empty when desks can be served."""
    if not office.database.is_there():
        return ("database",)
    parts = {"migrations": is_current(office.database), "blobs": office.blobs.is_writable()}
    return tuple(name for name, ready in parts.items() if not ready)
