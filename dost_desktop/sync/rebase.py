"""The own clicks on top of what the server knows: what is still legal is sent silently, the rest a person chooses.

Never last-write-wins, never a silent drop (design 6).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from dost_desktop.domain import acts
from dost_desktop.domain.codec import Malformed, to_json
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.decide import Command, decide
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.fold import By
from dost_desktop.domain.paper import is_paper_that_left
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import Law
from dost_desktop.rows import WaitingRun
from dost_desktop.services.noted_by_sync import note_settled
from dost_desktop.sync.keyring import Keyring
from dost_desktop.sync.needs import SyncWork
from dost_desktop.sync.report import Tally

DISAGREEMENT: Final = "disagreement"
REJECTED: Final = "rejected"


@dataclass(frozen=True, slots=True)
class Judge:
    """Decides a recorded click again, as of the moment it was made."""

    law: Law
    keyring: Keyring
    centre: str
    now: datetime

    def why_not(self, file: PersonFile, run: WaitingRun) -> Refused | None:
        """None when the run may stand on ``file``; else the rule that speaks against it."""
        try:
            wanted = tuple(each.event.act() for each in run.events)
        except Malformed:
            return Refused("event.erased", "design 4")
        content = run.events[0].event.content
        role = self.keyring.role_of(content.agent)
        command = Command(wanted, role, content.agent, content.desk, self.centre)
        law, by = self.law(content.at), By(content.agent, content.desk, content.at)

        def may(rest: tuple[acts.Act, ...]) -> bool:
            return not isinstance(decide(file, replace(command, acts=rest), law, content.at), Refused)

        decided = decide(file, command, law, content.at)
        if not isinstance(decided, Refused) or is_paper_that_left(file, wanted, by, may):
            return None
        return decided


def rebase(
    work: SyncWork,
    runs: Iterable[WaitingRun],
    judge: Judge,
    tally: Tally,
    rejected: Sequence[WaitingRun] = (),
) -> None:
    """Give every run that was taken out of its file a place: behind the head, or before a person.

    ``rejected``: what stood before them and does not return, because the server does not take it.
    """
    # as they stood: clocks may have jumped in between
    ordered = sorted(runs, key=lambda each: each.base.seq)
    settled = 0
    for place, run in enumerate(ordered):
        tally.files.add(run.file_id)
        refused = judge.why_not(work.file(run.file_id), run)
        if refused is None:
            work.relink(run.run)
            settled += 1
        else:
            before_a_person(work, run, DISAGREEMENT, refused, tally, (*rejected, *ordered[:place]))
    tally.rebased += settled
    if not rejected:  # else nobody else did anything
        note_settled(work.meta, legal_date(judge.now), settled)


def before_a_person(
    work: SyncWork,
    run: WaitingRun,
    why: str,
    refused: Refused,
    tally: Tally,
    earlier: Sequence[WaitingRun] = (),
) -> None:
    """The run waits, whole, until an agent chose what becomes of it.

    Kept facts: ``why``, ``cites``, ``facts`` for the reason's words, ``seq`` of the file's head that it was judged
    against, ``notices`` that are already on paper, and what it was made on: the file up to ``fork`` with the
    ``earlier`` own runs behind it.
    """
    facts = {
        "why": why,
        "cites": refused.cites,
        "facts": to_json(dict(refused.facts)),
        "seq": work.file(run.file_id).head.seq,
        "notices": _notices(run.events),
        "fork": min(each.base.seq for each in (*earlier, run)),
        "earlier": [str(each.run) for each in earlier],
    }
    work.outbox.needs_you(run.run, refused.reason, facts)
    tally.needs_you.append(run.run)
    tally.files.add(run.file_id)


def _notices(events: Iterable[ChainedEvent]) -> list[str]:
    return [
        str(each.event.data.get("number", ""))
        for each in events
        if each.event.content.kind == acts.IssueNotice.kind and each.event.data is not None
    ]
