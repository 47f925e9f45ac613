"""Push: every run of a desk is examined, judged by the same rules as on the desk, and accepted whole or not at all."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, TypeAlias
from uuid import UUID

from sqlalchemy import Connection, select

from central_api.accounts import Accounts, AtCentre
from central_api.agent_keys import AgentKeys, was_valid
from central_api.application_ids import is_anothers
from central_api.background import Background
from central_api.bell import Bell
from central_api.clock import Clock
from central_api.database import Database
from central_api.deployment import Deployment
from central_api.kept_files import KeptFiles
from central_api.laws import Laws
from central_api.leased_numbers import take_numbers
from central_api.ledger import HeldFile, Work, holding
from central_api.look_notes import note_clock
from central_api.lookups import note_reading
from central_api.notices import is_taken
from central_api.prepared import PreparedList
from central_api.request_log import hidden
from central_api.runs import Run, examine
from central_api.seals import ServerSeals
from central_api.settings import Settings
from central_api.tables import events as event_table
from central_api.tokens import Caller
from dost_desktop.contract.messages import (
    Accepted,
    AgentKey,
    Conflict,
    Known,
    Push,
    PushAnswer,
    PushVerdict,
    Rejected,
    Skipped,
)
from dost_desktop.contract.seals import is_signed
from dost_desktop.contract.translation import event_message
from dost_desktop.domain import acts
from dost_desktop.domain.codec import to_json
from dost_desktop.domain.dates import instant_text, legal_date
from dost_desktop.domain.decide import Command, decide
from dost_desktop.domain.events import ChainedEvent, head_of, link_run, record
from dost_desktop.domain.fold import By
from dost_desktop.domain.own_cases import own_case
from dost_desktop.domain.paper import is_paper_that_left
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import Role
from dost_desktop.domain.whose_answers import answers_about

_log = logging.getLogger(__name__)
Places: TypeAlias = dict[str, tuple[UUID, int]]  # event id to file and place in it


_PLACES: Final = PreparedList(
    lambda ids: select(event_table.c.event_id, event_table.c.file_id, event_table.c.seq).where(
        event_table.c.event_id.in_(ids)
    )
)


@dataclass(frozen=True, slots=True)
class Signer:
    """Who clicked: all their keys at the desk, past ones too, and what its centre knows of them."""

    keys: Sequence[AgentKey]
    here: AtCentre


class PushDesk:
    """Takes what desks send."""

    def __init__(
        self,
        database: Database,
        accounts: Accounts,
        agent_keys: AgentKeys,
        laws: Laws,
        seals: ServerSeals,
        deployment: Deployment,
        settings: Settings,
        bell: Bell,
        background: Background,
        secret: bytes,
        clock: Clock,
    ) -> None:
        self.database, self.accounts, self.agent_keys, self.laws = database, accounts, agent_keys, laws
        self.seals, self.deployment, self.settings = seals, deployment, settings
        self.bell, self.background, self.secret, self.clock = bell, background, secret, clock
        self.kept = KeptFiles()

    def __call__(self, caller: Caller, push: Push) -> PushAnswer:
        """One verdict for each run of agents at this desk, in order; repeating it at any point gives the same file."""
        return self._take(caller, push)

    def online(self, caller: Caller, push: Push) -> PushAnswer:
        """The same for acts that count only online, made now by the caller, in the caller's role (design 4)."""
        return self._take(caller, push)

    def _take(self, caller: Caller, push: Push) -> PushAnswer:
        examined = [examine(message) for message in push.runs]

        def work(connection: Connection) -> tuple[tuple[PushVerdict, ...], Work]:
            if push.seconds_ahead is not None:
                note_clock(connection, caller, timedelta(seconds=push.seconds_ahead), self.clock())
            return self._judge_all(connection, caller, examined)

        answers, done = self.database.write(work)
        if not self.database.is_joined:  # now it is committed
            self.kept.keep(done.to_keep())
        if done.told:
            self.bell.ring(done.told)
        if done.owes:
            self.background.wake()
        return PushAnswer(answers=answers, epoch=self.deployment.epoch, time=instant_text(self.clock()))

    def _judge_all(
        self, connection: Connection, caller: Caller, examined: Sequence[Run | Rejected]
    ) -> tuple[tuple[PushVerdict, ...], Work]:
        runs = [each for each in examined if isinstance(each, Run)]
        now = self.clock()
        signers = self._signers(connection, caller, {each.agent for each in runs})
        verdicts: list[PushVerdict] = []
        stopped: set[UUID] = set()
        with holding(connection, (each.file_id for each in runs), now, self.kept) as held:
            self.deployment.notice(held.epoch)
            # asked while nobody else can write there: a run that another process took just now is known, not behind
            places = _known_places(connection, [str(e.event.content.id) for run in runs for e in run.events])
            for each in examined:
                if isinstance(each, Rejected):
                    verdicts.append(each)
                    continue
                if each.file_id in stopped:
                    verdicts.append(Skipped())
                    continue
                verdict = self._judge(held, caller, each, signers[each.agent], places)
                if isinstance(verdict, (Conflict, Rejected)):
                    stopped.add(each.file_id)
                verdicts.append(verdict)
            self._hand_up(held)
            held.publish()
        return tuple(verdicts), held

    def _judge(self, held: Work, caller: Caller, run: Run, signer: Signer, places: Places) -> PushVerdict:
        file = held.held[run.file_id]
        seen = self._seen(file, run, places, held.epoch)
        if seen is not None:
            return seen
        refused = self._not_theirs(caller, run, signer, held.now)
        if refused is None and caller.role is Role.HEAD and caller.centre not in file.centres:
            refused = Refused("file.other_centre", "design 1")
        if refused is not None and refused.reason == "event.in_future":
            note_clock(held.connection, caller, run.at - held.now, held.now)
        is_behind = run.base != file.head
        if refused is None and not is_behind:
            refused = self._why_not(held.connection, file, caller, run, signer)
        if refused is not None:
            _log.info("run rejected", extra={"file": hidden(run.file_id), "reason": refused.reason})
            return Rejected(reason=refused.reason, cites=refused.cites, facts=dict(to_json(refused.facts)))
        if file.events and caller.centre not in file.centres:  # with this the desk sees the whole file
            note_reading(held.connection, self.clock, run.agent, caller.desk, run.file_id, "file", "push")
            file.shown_to[caller.centre] = 1  # whose keys the desk needs to believe it
        if is_behind:
            return self._conflict(file, run, held.epoch)
        # who decides online sees files of every centre, and its own holds none of them for that
        held.append(run.file_id, run.events, "" if caller.role else caller.centre)
        places.update({str(each.event.content.id): (run.file_id, each.link.seq) for each in run.events})
        return Accepted(receipt=self.seals.receipt(run.file_id, file.head, held.now, held.epoch))

    def _seen(self, file: HeldFile, run: Run, places: Places, epoch: str) -> PushVerdict | None:
        """Known when the run is here unchanged; rejected and told loudly when an id is here with other content."""
        ids = [str(each.event.content.id) for each in run.events]
        found = [places.get(each) for each in ids]
        if not any(found):
            return None
        unchanged = all(
            place is not None and place[0] == run.file_id and _same(file.events[place[1] - 1], each)
            for place, each in zip(found, run.events, strict=True)
        )
        last = found[-1]
        if not unchanged or last is None:
            _log.error("event id reused", extra={"file": hidden(run.file_id), "events": ids})
            return Rejected(reason="event.id_reused", cites="design 6")
        stored, received_at = file.events[last[1] - 1], file.received[last[1] - 1]
        return Known(receipt=self.seals.receipt(run.file_id, head_of(stored), received_at, epoch))

    def _conflict(self, file: HeldFile, run: Run, epoch: str) -> Conflict:
        shared = run.base.seq
        agrees = shared == 0 or (
            shared <= len(file.events) and file.events[shared - 1].link.hash == run.base.hash
        )
        start = shared if agrees else 0
        received_at = file.received[-1] if file.received else self.clock()
        return Conflict(
            from_seq=start + 1,
            events=tuple(event_message(each) for each in file.events[start:]),
            receipt=self.seals.receipt(run.file_id, file.head, received_at, epoch),
        )

    def _not_theirs(self, caller: Caller, run: Run, signer: Signer, now: datetime) -> Refused | None:
        """Why this is not an agent's click at this desk: asked before anything of the file is shown."""
        if run.events[0].event.content.desk != caller.desk:
            return Refused("event.other_desk", "design 4")
        if run.at > now + self.settings.clock_tolerance:
            return Refused("event.in_future", "design 4")
        if not _signed(
            run, [key for key in signer.keys if was_valid(key, run.at, self.settings.clock_tolerance)]
        ):
            return Refused("event.signature", "design 4")
        # a desk's clock may be behind by so much when the post had just begun
        later = run.at + self.settings.clock_tolerance
        role = signer.here.role_at(run.at) or signer.here.role_at(later)
        if role is None:
            return Refused("agent.no_post", "design 4")
        if caller.role is None:  # the desk by itself: agents' clicks, however old
            return None if role is Role.AGENT else Refused("act.only_online", "design 4")
        if run.agent != caller.agent or role is not caller.role:
            return Refused("event.other_agent", "design 4")
        is_now = run.at >= now - self.settings.clock_tolerance
        return None if is_now else Refused("act.only_online", "design 4")

    def _why_not(
        self, connection: Connection, file: HeldFile, caller: Caller, run: Run, signer: Signer
    ) -> Refused | None:
        content = run.events[0].event.content
        law = self.laws.on(content.law, legal_date(run.at))
        if law is None or content.rules not in self.laws.versions.rules:
            return Refused("law_outdated", "design 4")
        for each in run.acts:
            refused = self._evidence(connection, each, run)
            if refused:
                return refused
        if caller.back_office and any(_lies_elsewhere(file.state, each, caller) for each in run.acts):
            return Refused("back_office.other", "SEED 11")
        own = own_case(file.state, run.acts, signer.here.own_file, self.secret)
        if own:  # a paper in it or not: nobody serves their own case
            return own
        command = Command(run.acts, caller.role or Role.AGENT, run.agent, caller.desk, caller.centre)
        decided = decide(file.state, command, law, run.at)
        if isinstance(decided, Refused):

            def may(rest: tuple[acts.Act, ...]) -> bool:
                return not isinstance(decide(file.state, replace(command, acts=rest), law, run.at), Refused)

            if not is_paper_that_left(file.state, run.acts, By(run.agent, caller.desk, run.at), may):
                return decided
        elif decided != run.acts:
            return Refused("event.not_decided", "design 4")
        taken = take_numbers(connection, caller, run.acts, run.at)
        if isinstance(taken, Refused):
            return taken
        file.doubts += taken
        return None

    def _hand_up(self, held: Work) -> None:
        """What is doubtful of papers that were recorded all the same, for the head of the centre."""
        actor, law = self.seals.central_actor(), self.laws.current(legal_date(held.now))
        for file_id, file in held.held.items():
            if file.doubts:
                events = record(file.doubts, file_id=file_id, actor=actor, law=law.version, at=held.now)
                held.append(file_id, link_run(file.head, events), "")

    def _signers(self, connection: Connection, caller: Caller, agents: set[str]) -> dict[str, Signer]:
        """Everybody who clicked at the caller's desk: their keys there and their posts, asked once."""
        keys = self.agent_keys.of(connection, {(each, caller.desk) for each in agents}) if agents else {}
        return {
            each: Signer(keys[each, caller.desk], self.accounts.at_centre(connection, each, caller.centre))
            for each in sorted(agents)
        }

    def _evidence(self, connection: Connection, act: acts.Act, run: Run) -> Refused | None:
        """Answers must be ours, about whom they are said to be, and not younger than the event that rests on them."""
        if isinstance(act, acts.IssueNotice) and is_taken(connection, act):
            _log.error("verify code reused", extra={"file": hidden(run.file_id)})
            return Refused("notice.code_reused", "design 7")
        if isinstance(act, acts.OpenApplication) and is_anothers(connection, act.application, run.file_id):
            _log.error("application id reused", extra={"file": hidden(run.file_id)})
            return Refused("application.already_open", "design 4")
        for attestation, whom in answers_about(act, run.file_id, self.secret):
            if not self.seals.is_ours(attestation):
                return Refused("lookup.unattested", "design 3")
            if attestation.file_id != whom:
                return Refused("lookup.other_person", "design 3")
            if attestation.at > run.at + self.settings.clock_tolerance:
                return Refused("lookup.in_future", "design 3")
        return None


def _lies_elsewhere(state: PersonFile, act: acts.Act, caller: Caller) -> bool:
    """Whether an officer of one back office decides a draft of another."""
    if not isinstance(act, acts.ConfirmDecision | acts.ReturnDecision):
        return False
    draft = state.application(act.application)
    return draft is not None and draft.back_office != caller.back_office


def _known_places(connection: Connection, ids: Sequence[str]) -> Places:
    """Which of these event ids are here already, and where."""
    places: Places = {}
    for start in range(0, len(ids), 256):  # SQLite takes only so many parameters
        for row in _PLACES(connection, ids[start : start + 256]):
            places[row.event_id] = (UUID(row.file_id), row.seq)
    return places


def _same(stored: ChainedEvent, sent: ChainedEvent) -> bool:
    """Content and signature decide; the envelope may have changed on the desk."""
    return (stored.event.content, stored.event.signature) == (sent.event.content, sent.event.signature)


def _signed(run: Run, keys: Sequence[AgentKey]) -> bool:
    """Whether one key valid then signed every event."""
    return any(
        all(
            is_signed(key.public, each.event.content.signed_bytes(), each.event.signature)
            for each in run.events
        )
        for key in keys
    )
