"""The clicks of one file that a desk exported: each goes through the door of a push, on top of the ones before it.

What the server answers is acted on as the desk itself would: linked anew while it is legal, else before a person, here
the head of the centre, because the agent may not have that desk any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import select

from central_api.office import Office
from central_api.tables import events as event_table
from central_api.tokens import Caller
from central_api.unsent_words import handed_up_words
from dost_desktop.contract.messages import Accepted, Conflict, Known, Push, PushVerdict, Rejected, RunMessage
from dost_desktop.contract.seals import is_signed
from dost_desktop.contract.translation import chained_event, run_message
from dost_desktop.contract.unsent import UnsentRun
from dost_desktop.domain import acts
from dost_desktop.domain.codec import Malformed
from dost_desktop.domain.events import CENTRAL_DESK, Head, link_run
from dost_desktop.domain.person_file import PersonFile

_TRIES: Final = 5  # while others write in the same file
#: Not a click of this desk as its agent signed it: nothing of it may reach a file.
_NOT_GENUINE: Final = {
    "event.chain_broken",
    "event.data_changed",
    "event.id_reused",
    "event.malformed",
    "event.other_desk",
    "event.run_broken",
    "event.signature",
}
_ABOUT_RUNS: Final = {acts.HandUp.kind, acts.SettleDisagreement.kind}
_NOT_NOW: Final = {"event.in_future", "law_outdated"}
BEHIND: Final = "file.behind"


class Became(StrEnum):
    """What became of one run."""

    KNOWN = "known"  # it was here already
    TAKEN = "taken"
    LINKED_ANEW = "linked_anew"  # taken, behind what others did meanwhile
    SETTLED = "settled"  # its agent, or the head of the centre, chose otherwise: nothing is left to do
    HANDED_UP = "handed_up"  # the head of the centre sees it with the file
    LATER = "later"  # not now: import the file again when the reason is gone
    REFUSED = "refused"  # not what its agent signed at this desk: nobody is told in a file

    @property
    def is_settled(self) -> bool:
        """Whether nobody has to do anything about it."""
        return self in {Became.KNOWN, Became.TAKEN, Became.LINKED_ANEW, Became.SETTLED}


@dataclass(frozen=True, slots=True)
class RunReport:
    """One run of the file, without anything of the person."""

    run: str
    file: str
    made_at: str
    agent: str
    kinds: tuple[str, ...]
    became: Became
    reason: str = ""
    cites: str = ""


class FileOfRuns:
    """The runs of one file, each on top of what the ones before it made."""

    def __init__(self, office: Office, caller: Caller, runs: Sequence[UnsentRun]) -> None:
        self._office, self._caller, self._runs = office, caller, runs
        self._chosen = _chosen_in(office, runs[0])
        self._is_first = True  # of those that stand in the desk's file: its base was confirmed here once
        self._waits_for = ""

    def reports(self) -> Iterator[RunReport]:
        """What became of each."""
        for each in self._runs:
            became, reason, cites = self._one(each)
            first = each.run.events[0].content
            yield RunReport(
                run=str(first.get("run", "")),
                file=str(first.get("file_id", "")),
                made_at=str(first.get("at", "")),
                agent=str(first.get("agent", "")),
                kinds=tuple(str(event.content.get("kind", "")) for event in each.run.events),
                became=became,
                reason=reason,
                cites=cites,
            )

    def _one(self, run: UnsentRun) -> tuple[Became, str, str]:
        try:
            content = chained_event(run.run.events[0]).event.content
        except Malformed:
            return Became.REFUSED, "event.malformed", "design 4"
        if content.desk != self._caller.desk:
            return Became.REFUSED, "event.other_desk", "design 4"
        chosen = self._chosen.get(content.run)
        # one that was imported before and handed up stays so, also when it would be legal by now: somebody looks
        if chosen and (run.state != "queued" or chosen.is_last_word) and not self._is_here(content.run):
            return chosen.became, "", ""
        if run.state == "queued":
            return self._take(run.run)
        if self._is_here(content.run):
            return Became.KNOWN, "", ""
        if not self._is_signed(run.run):
            return Became.REFUSED, "event.signature", "design 4"
        if run.state == "set_aside":
            return Became.SETTLED, run.last_answer, ""
        return self._hand_up(run.run, run.last_answer), run.last_answer, ""

    def _is_signed(self, message: RunMessage) -> bool:
        """Whether the agent it names signed all of it at this desk, whenever that was: it is not judged further."""
        try:
            events = [chained_event(each).event for each in message.events]
        except Malformed:
            return False
        whose = {(each.content.agent, each.content.desk) for each in events}
        with self._office.database.reading() as connection:
            keys = [key for found in self._office.agent_keys.of(connection, whose).values() for key in found]
        return len(whose) == 1 and all(
            each.data_is_whole()
            and any(is_signed(key.public, each.content.signed_bytes(), each.signature) for key in keys)
            for each in events
        )

    def _is_here(self, run: UUID) -> bool:
        """A run's first event bears its name."""
        mine = select(event_table.c.seq).where(event_table.c.event_id == str(run))
        with self._office.database.reading() as connection:
            return connection.execute(mine).first() is not None

    def _take(self, message: RunMessage) -> tuple[Became, str, str]:
        if self._waits_for:
            return Became.LATER, self._waits_for, ""
        became, verdict = Became.TAKEN, self._judged(message)
        is_first, self._is_first = self._is_first, False
        if isinstance(verdict, Conflict) and is_first and verdict.from_seq != message.base_seq + 1:
            # what this run stands on was confirmed here once and is gone: a restored server, which the desks mend first
            self._waits_for = BEHIND
            return Became.LATER, BEHIND, "design 6"
        for _ in range(_TRIES):
            if not isinstance(verdict, Conflict):
                break
            became, message = Became.LINKED_ANEW, _linked_anew(message, verdict)
            verdict = self._judged(message)
        match verdict:
            case Accepted():
                return became, "", ""
            case Known():
                return Became.KNOWN, "", ""
            case Rejected():
                return self._rejected(message, verdict)
            case _:  # others write in this file without a pause
                self._waits_for = "file.busy"
                return Became.LATER, self._waits_for, ""

    def _judged(self, message: RunMessage) -> PushVerdict:
        return self._office.push(self._caller, Push(runs=(message,))).answers[0]

    def _rejected(self, message: RunMessage, verdict: Rejected) -> tuple[Became, str, str]:
        if verdict.reason in _NOT_GENUINE:
            return Became.REFUSED, verdict.reason, verdict.cites
        if verdict.reason in _NOT_NOW:
            self._waits_for = verdict.reason
            return Became.LATER, verdict.reason, verdict.cites
        became = self._hand_up(message, verdict.reason)
        return became, verdict.reason, verdict.cites

    def _hand_up(self, message: RunMessage, reason: str) -> Became:
        """Say to the head of the centre, once, in the file itself, what could not be recorded in it."""
        first = chained_event(message.events[0]).event.content
        numbers = [str((each.data or {}).get("number", "")) for each in message.events]
        kinds = [str(each.content.get("kind", "")) for each in message.events]
        wording = handed_up_words(first, kinds, [each for each in numbers if each], reason)

        def still(file: PersonFile) -> bool:
            return _mark(first.run) not in file.review

        hand_up = acts.HandUp(first.run, wording)
        self._office.hand.record(first.file_id, [hand_up], self._caller.centre, still=still)
        return Became.HANDED_UP


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What became of a run that is not in the file, as the file itself says."""

    became: Became
    is_last_word: (
        bool  # of an import, or of the agent who set it aside: not of one who asked and may try again
    )


def _chosen_in(office: Office, run: UnsentRun) -> dict[UUID, _Chosen]:
    """What was asked and chosen about runs, in the file that they were meant for."""
    try:
        file = office.hand.whole(chained_event(run.run.events[0]).event.content.file_id)
    except Malformed:
        return {}
    chosen: dict[UUID, _Chosen] = {}
    for each in file.events:
        is_about = each.event.content.kind in _ABOUT_RUNS and each.event.data is not None
        act = each.event.act() if is_about else None
        if isinstance(act, acts.SettleDisagreement):
            chosen[act.run] = _Chosen(Became.SETTLED, is_last_word=True)
        elif isinstance(act, acts.HandUp):
            became = Became.HANDED_UP if _mark(act.about) in file.state.review else Became.SETTLED
            by_import = each.event.content.desk == CENTRAL_DESK
            chosen.setdefault(act.about, _Chosen(became, is_last_word=by_import))
    return chosen


def _mark(run: UUID) -> str:
    return f"handed_up:{run}"


def _linked_anew(message: RunMessage, conflict: Conflict) -> RunMessage:
    """The same events, signatures and all, behind the file's head: only the envelope is new."""
    head = Head(int(conflict.receipt["seq"]), str(conflict.receipt["hash"]))
    return run_message(head, link_run(head, [chained_event(each).event for each in message.events]))
