"""What a server that was brought back from a backup may have lost besides files: documents, and how cases stand."""

from __future__ import annotations

from datetime import datetime

from dost_desktop.services.case_telling import STANDS, note_to_tell
from dost_desktop.services.run_case import open_cases, paused_cases
from dost_desktop.sync.needs import SyncWork


def tell_again(work: SyncWork, now: datetime) -> None:
    """Each document is looked up at the server, and each half-done case of this desk told. The caller commits."""
    work.blobs.ask_again()
    for case in (*open_cases(work), *paused_cases(work)):
        if case.parked:
            note_to_tell(work, case.id, STANDS, now)
