"""What others recorded and an agent of this desk should see: the head's word on a disagreement, a paper left alone.

Asked once a file when the server's events came in; most files cost nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.rows import RunState
from dost_desktop.services.hand_up import handed_up
from dost_desktop.services.noted_by_sync import note_unfounded, unfounded_files
from dost_desktop.services.settle import ChoiceKind
from dost_desktop.sync.needs import SyncWork
from dost_desktop.sync.report import Tally


def look_for_the_page(work: SyncWork, file_id: UUID, news: Iterable[ChainedEvent], tally: Tally) -> None:
    """Note whether a written answer stands without its refusal, and bring back what the head has decided."""
    file = work.file(file_id)
    if file.notices and (file.unfounded or file_id in unfounded_files(work.meta)):
        note_unfounded(work.meta, file_id, is_unfounded=bool(file.unfounded))
    if any(each.event.content.kind == acts.CloseReview.kind for each in news):
        _back_from_the_head(work, file_id, tally)


def _back_from_the_head(work: SyncWork, file_id: UUID, tally: Tally) -> None:
    """A click that was handed up waits for an agent again: with the finding beside it."""
    found = handed_up(work.events(file_id))
    for run in work.outbox.of_file(file_id):
        was_handed_up = run.state is RunState.SET_ASIDE and run.last_answer == ChoiceKind.HAND_UP
        finding = found.get(run.run)
        if was_handed_up and finding is not None and finding.closed_at is not None:
            work.outbox.needs_you(run.run, str(run.facts.get("reason", "")), run.facts)
            tally.needs_you.append(run.run)
