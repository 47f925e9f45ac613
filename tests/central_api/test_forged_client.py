"""A modified client forges all that can be forged; each time it hears the documented reason, and nothing changed.

One server and one honest desk with real cases; every row of the tables below is tried on it, and after each row the
whole database is compared with what it was before.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import select, update

from central_api.office import Office
from central_api.tables import desk_clocks, desks, metadata
from dost_desktop.contract.messages import Accepted, EventMessage, RunMessage
from dost_desktop.contract.seals import SigningKey, is_sealed
from dost_desktop.contract.translation import chained_event, run_message
from dost_desktop.domain import acts, canonical
from dost_desktop.domain.attestation import Attestation, Receipt, Series
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.events import CENTRAL_AGENT, CENTRAL_DESK, Actor, Event, Head, link_run, record
from dost_desktop.domain.form_acts import AcceptByMas
from dost_desktop.domain.vocabulary import EmployerAnswer, MessageChannel, MessageSender, Source
from tests.central_api.practice_desk import Clockwork, Desk, enrol, hire
from tests.central_api.test_back_office import reads, sends


@dataclass
class Stage:
    """The honest office that the forger attacks from desk B03-01, as Aysel."""

    office: Office
    desk: Desk
    colleague: Desk  # Orxan at B03-02
    far: Desk  # Fidan at A01-01
    officer: Desk  # Leyla of the back office at B03-03
    head: Desk  # Ramin, head of B03, at B03-04
    clock: Clockwork
    number: str
    file: UUID  # of somebody who is employed
    application: UUID  # open in it
    answer: Attestation  # what the register of employed persons says
    draft: UUID  # file of an application that lies at the back office
    drafted: UUID
    other_number: str
    third_number: str  # of a jobseeker whom nobody has served yet
    issued: acts.IssueNotice | None = None

    def tries(self, run: RunMessage, by: Desk | None = None) -> str:
        """What the server says to the run: the reason, or the verdict."""
        sender = by or self.desk
        return _said(sender.http.post("/v1/push", json=_body(run), headers=sender.as_desk))

    def tries_online(self, door: str, run: RunMessage, headers: dict[str, str]) -> str:
        return _said(self.desk.http.post(door, json=_body(run), headers=headers))

    def run(
        self, *done: acts.Act, file: UUID | None = None, by: Desk | None = None, **forged: Any
    ) -> RunMessage:
        """A run behind the file as it stands, with a genuine signature over whatever is ``forged`` in its content.

        ``key`` signs in the place of the desk's own; ``head`` stands in the place of the file's.
        """
        desk, about = by or self.desk, file or self.file
        key: SigningKey = forged.pop("key", desk.key)
        head: Head = forged.pop("head", self.office.hand.read(about).head)
        actor = Actor(desk.agent, desk.enrolled.desk, key.sign)
        made = record(done, file_id=about, actor=actor, law=desk.law, at=forged.get("at", self.clock()))
        return run_message(head, link_run(head, [_signed_anew(each, key, **forged) for each in made]))

    def said(self, register: str = "mas_employed_persons", number: str = "") -> Attestation:
        return self.desk.asks(register, number or self.number)

    def answered(self, attestation: Attestation) -> RunMessage:
        return self.run(acts.RecordRegisterAnswer(self.application, attestation))

    def contact(self, **forged: Any) -> RunMessage:
        return self.run(acts.RecordContact(phone="+994500000000"), **forged)

    def notice(self, **changes: Any) -> acts.IssueNotice:
        return self.desk.notice(
            self.application, **({"number": self.desk.next_number(Series.NOTICE)} | changes)
        )

    @contextmanager
    def at(self, later: timedelta) -> Iterator[None]:
        """The server's clock stands there meanwhile."""
        self.clock.at += later
        yield
        self.clock.at -= later


def _signed_anew(event: Event, key: SigningKey, **forged: Any) -> Event:
    content = replace(event.content, **forged)
    return replace(event, content=content, signature=key.sign(content.signed_bytes()))


def _body(run: RunMessage) -> dict[str, Any]:
    return {"runs": [run.model_dump(mode="json")]}


def _said(answer: httpx.Response) -> str:
    """The reason of a rejection or problem, else the verdict."""
    said = answer.json()
    if answer.status_code != 200:
        return f"{answer.status_code} {said['code']}"
    [verdict] = said["answers"]
    return str(verdict.get("reason") or verdict["answer"])


@pytest.fixture
def stage(office: Office, http: httpx.Client, clock: Clockwork, people: dict[str, str]) -> Stage:
    office.background.stop()
    desks = [
        enrol(office, http, clock, centre).signs_in(agent)
        for agent, centre in (
            ("aysel", "B03"), ("orxan", "B03"), ("fidan", "A01"), ("leyla", "B03"), ("ramin", "B03"),
        )
    ]  # fmt: skip
    desk, colleague, far, officer, head = desks
    draft = sends(colleague, people["not found"])
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    answer = desk.checks(file, application, number)
    for each in desks:  # tokens are marked as used, blocks of numbers are leased: not by the forger
        each.pulls()
        each.next_number(Series.APPLICATION)
        each.next_number(Series.NOTICE)
        each.next_number(Series.REFERRAL)
    for each in (officer, head):
        reads(each, draft.file)
    return Stage(
        office, desk, colleague, far, officer, head, clock, number, file, application, answer,
        draft.file, draft.application, people["not registered"], people["expired card"],
    )  # fmt: skip


def everything(office: Office) -> dict[str, list[str]]:
    """Every row of every table but which looks at persons were noted: a rejected forger may have looked first."""
    with office.database.reading() as connection:
        return {
            table.name: sorted(json.dumps(list(row)) for row in connection.execute(select(table)))
            for table in metadata.sorted_tables
        }


Forgery = Callable[[Stage], str]


def nothing_but_the_reason(
    stage: Stage, table: dict[str, tuple[Forgery, str]], *, but: frozenset[str]
) -> None:
    """Try every row; tell all that went otherwise, at once."""
    wrong = []
    for name, (forge, reason) in table.items():
        before = everything(stage.office)
        said = forge(stage)
        after = everything(stage.office)
        if said != reason:
            wrong.append(f"{name}: {said}, not {reason}")
        changed = {each for each, rows in before.items() if rows != after[each]} - but
        if changed:
            wrong.append(f"{name}: changed {sorted(changed)}")
    assert not wrong, "\n".join(wrong)


# answers of registers (design 3)


def _cleared(attestation: Attestation) -> Attestation:
    return replace(attestation, answer={"found": False, "entries": []})


def _asked_tomorrow(stage: Stage) -> str:
    with stage.at(timedelta(minutes=6)):
        answer = stage.desk.asks("mas_employed_persons", stage.number)
    return stage.tries(stage.answered(answer))


def _asked_yesterday(stage: Stage) -> str:
    old = stage.said()
    with stage.at(timedelta(hours=24, seconds=1)):
        return stage.tries(stage.answered(old))


def _one_character(text: str) -> str:
    return ("B" if text[0] == "A" else "A") + text[1:]


def _renamed(stage: Stage) -> str:
    file, (identified, status) = stage.desk.identification(stage.other_number)
    assert isinstance(identified, acts.IdentifyPerson)
    forged = replace(identified, identity=replace(identified.identity, surname="Başqa"))
    return stage.tries(stage.run(forged, status, file=file))


def _by_papers(stage: Stage) -> str:
    file, (identified, status) = stage.desk.identification(stage.other_number)
    assert isinstance(identified, acts.IdentifyPerson)
    return stage.tries(stage.run(replace(identified, source=Source.PAPERS), status, file=file))


def _other_status(stage: Stage) -> str:
    file, (identified, status) = stage.desk.identification(stage.other_number)
    assert isinstance(status, acts.ReadStatus)
    forged = replace(status.attestation, answer={**status.attestation.answer, "status": "jobseeker"})
    return stage.tries(stage.run(identified, acts.ReadStatus(forged), file=file))


ANSWERS: Final[dict[str, tuple[Forgery, str]]] = {
    "invented, without a seal": (
        lambda s: s.tries(s.answered(replace(_cleared(s.answer), signature=""))), "lookup.unattested"),
    "invented, under the genuine seal": (lambda s: s.tries(s.answered(_cleared(s.answer))), "lookup.unattested"),
    "sealed by another key": (
        lambda s: s.tries(s.answered(SigningKey.new().seal(_cleared(s.answer)))), "lookup.unattested"),
    "sealed by another key in the server's name": (
        lambda s: s.tries(s.answered(replace(SigningKey.new().seal(_cleared(s.answer)), key=s.answer.key))),
        "lookup.unattested"),
    "sealed by the agent's own key": (
        lambda s: s.tries(s.answered(s.desk.key.seal(_cleared(s.answer)))), "lookup.unattested"),
    "another number": (
        lambda s: s.tries(s.answered(replace(s.said(), lookup_no="261124-00000000"))), "lookup.unattested"),
    "a later moment": (
        lambda s: s.tries(s.answered(replace(s.said(), at=s.clock() + timedelta(seconds=1)))), "lookup.unattested"),
    "another purpose": (lambda s: s.tries(s.answered(replace(s.said(), purpose="başqa"))), "lookup.unattested"),
    "another file": (lambda s: s.tries(s.answered(replace(s.said(), file_id=s.draft))), "lookup.unattested"),
    "one character of the seal": (
        lambda s: s.tries(s.answered(replace(s.said(), signature=_one_character(s.said().signature)))),
        "lookup.unattested"),
    "about another person": (
        lambda s: s.tries(s.answered(s.said(number=s.other_number))), "lookup.other_person"),
    "of another register": (lambda s: s.tries(s.answered(s.said("mas_status"))), "lookup.other_register"),
    "older than 24 hours": (_asked_yesterday, "register.answer_old"),
    "of the future": (_asked_tomorrow, "lookup.in_future"),
    "another name than the register's": (_renamed, "identity.not_as_attested"),
    "papers although the register answered": (_by_papers, "identity.papers_missing"),
    "another status than MAS said": (_other_status, "lookup.unattested"),
}  # fmt: skip


def test_no_forged_answer_is_evidence(stage: Stage) -> None:
    nothing_but_the_reason(
        stage, ANSWERS, but=frozenset({"readings", "tokens"})
    )  # asked, and signed in again


# hands: agents, roles, centres, times, laws (design 4, 10)


def _as_agent(stage: Stage, agent: str, key: SigningKey | None = None) -> str:
    return stage.tries(stage.contact(agent=agent, **({"key": key} if key else {})))


def _decision(stage: Stage, by: Desk, act: acts.Act, **forged: Any) -> RunMessage:
    return stage.run(act, file=stage.draft, by=by, **forged)


def _confirms(stage: Stage) -> acts.Act:
    return acts.ConfirmDecision(stage.drafted)


def _reopens(stage: Stage) -> acts.Act:
    return acts.Reopen(stage.application, "Səhv")


def _later(stage: Stage, by: timedelta) -> str:
    return stage.tries(stage.contact(at=stage.clock() + by))


def _delivered(stage: Stage) -> acts.Act:
    return acts.RecordDelivery(
        stage.application,
        "jobseeker.registered",
        MessageChannel.MOBILE,
        MessageSender.MAS,
        True,
        stage.clock(),
    )


DECISIONS, HEADS_ACTS = "/v1/back-office/decisions", "/v1/centre/acts"
HANDS: Final[dict[str, tuple[Forgery, str]]] = {
    "a colleague's name, the own key": (lambda s: _as_agent(s, "orxan"), "event.signature"),
    "a colleague's name, the colleague's key of another desk": (
        lambda s: _as_agent(s, "orxan", s.colleague.key), "event.signature"),
    "a name that nobody bears": (lambda s: _as_agent(s, "nobody"), "event.signature"),
    "the own name, a key that was never registered": (
        lambda s: s.tries(s.contact(key=SigningKey.new())), "event.signature"),
    "an agent of another centre": (lambda s: _as_agent(s, "fidan", s.far.key), "event.signature"),
    "the central system": (lambda s: _as_agent(s, CENTRAL_AGENT), "event.signature"),
    "the central system at its own desk": (
        lambda s: s.tries(s.contact(agent=CENTRAL_AGENT, desk=CENTRAL_DESK)), "event.other_desk"),
    "a desk of the own centre": (lambda s: s.tries(s.contact(desk="B03-02")), "event.other_desk"),
    "a desk that does not exist": (lambda s: s.tries(s.contact(desk="B03-99")), "event.other_desk"),
    "a colleague's click, replayed before it was sent": (
        lambda s: s.tries(s.contact(by=s.colleague)), "event.other_desk"),
    "what only MAS says": (
        lambda s: s.tries(s.run(AcceptByMas(s.application, "Q-1", s.clock()))), "act.not_now"),
    "what only messengers say": (lambda s: s.tries(s.run(_delivered(s))), "act.not_your_role"),
    "an employer's silence before its term": (
        lambda s: s.tries(s.run(acts.RecordEmployerAnswer(s.application, EmployerAnswer.SILENT))), "act.not_now"),
    "erasing data": (
        lambda s: s.tries(s.run(acts.EraseData((s.answer.file_id,), "qayda"))), "act.not_your_role"),
    "an agent confirms a draft": (
        lambda s: s.tries(_decision(s, s.desk, _confirms(s))), "act.not_your_role"),
    "an agent confirms a draft at the back office's door": (
        lambda s: s.tries_online(DECISIONS, _decision(s, s.desk, _confirms(s)), s.desk.as_agent),
        "403 act.not_your_role"),
    "a desk confirms a draft at the back office's door": (
        lambda s: s.tries_online(DECISIONS, _decision(s, s.desk, _confirms(s)), s.desk.as_desk),
        "403 token.agent_needed"),
    "the officer's decision among a desk's clicks": (
        lambda s: s.tries(_decision(s, s.officer, _confirms(s)), s.officer), "act.only_online"),
    "an agent's click at the officer's door": (
        lambda s: s.tries_online(DECISIONS, s.contact(), s.officer.as_agent), "event.other_desk"),
    "an agent's decision signed as the officer": (
        lambda s: s.tries_online(
            DECISIONS, _decision(s, s.officer, _confirms(s), key=s.desk.key), s.officer.as_agent),
        "event.signature"),
    "an officer's decision made yesterday": (
        lambda s: s.tries_online(
            DECISIONS,
            _decision(s, s.officer, _confirms(s), at=s.clock() - timedelta(minutes=5, seconds=1)),
            s.officer.as_agent),
        "event.signature"),
    "an agent opens a case again": (lambda s: s.tries(s.run(_reopens(s))), "act.not_now"),
    "an agent opens a case again at the head's door": (
        lambda s: s.tries_online(HEADS_ACTS, s.run(_reopens(s)), s.desk.as_agent), "403 act.not_your_role"),
    "an officer at the head's door": (
        lambda s: s.tries_online(HEADS_ACTS, s.run(_reopens(s), by=s.officer), s.officer.as_agent),
        "403 act.not_your_role"),
    "a head decides a draft": (
        lambda s: s.tries_online(DECISIONS, _decision(s, s.head, _confirms(s)), s.head.as_agent),
        "403 act.not_your_role"),
    "a head decides a draft at the own door": (
        lambda s: s.tries_online(HEADS_ACTS, _decision(s, s.head, _confirms(s)), s.head.as_agent),
        "act.not_your_role"),
    "a head in a file of another centre": (
        lambda s: s.tries_online(
            HEADS_ACTS, s.run(acts.CloseReview("baxıldı"), by=s.head, file=uuid4()), s.head.as_agent),
        "file.other_centre"),
    "without any token": (lambda s: s.tries_online("/v1/push", s.contact(), {}), "401 token.missing"),
    "an agent's token at the desks' door": (
        lambda s: s.tries_online("/v1/push", s.contact(), s.desk.as_agent), "403 token.desk_needed"),
    "a token of another deployment": (
        lambda s: s.tries_online("/v1/push", s.contact(), {"Authorization": f"Bearer {uuid4().hex}"}),
        "401 token.unknown"),
    "a time before the key was there": (lambda s: _later(s, -timedelta(minutes=5, seconds=1)), "event.signature"),
    "a time before anybody was there": (lambda s: _later(s, -timedelta(days=20_000)), "event.signature"),
    "a law that was never in force": (lambda s: s.tries(s.contact(law="0" * 64)), "law_outdated"),
    "a law without a name": (lambda s: s.tries(s.contact(law="")), "law_outdated"),
    "rules of tomorrow": (lambda s: s.tries(s.contact(rules=2)), "law_outdated"),
    "rules before the first": (lambda s: s.tries(s.contact(rules=0)), "law_outdated"),
    "rules of no version": (lambda s: s.tries(s.contact(rules=-1)), "law_outdated"),
    "an application of another centre": (
        lambda s: s.tries(s.run(replace(s.desk.opening("x"), centre="A01"), file=s.file)),
        "application.already_open"),
    "the refusal of another application": (
        lambda s: s.tries(s.run(s.desk.refusal(uuid4(), s.answer))), "application.unknown"),
    "a refusal on an answer that nobody gave": (
        lambda s: s.tries(s.run(s.desk.refusal(s.application, replace(s.answer, lookup_no="1")))),
        "notice.fact_missing"),
    "a refusal on a ground that is not the case": (
        lambda s: s.tries(s.run(s.desk.refusal(s.application, s.answer, ground="employed.4_1_2", article="4.1.2"))),
        "ground.not_the_case"),
    "the same with a notice": (
        lambda s: s.tries(s.run(s.desk.refusal(s.application, s.answer, ground="employed.4_1_2", article="4.1.2"),
                                s.notice(number="05-04-05-00/B03/2026/000009"))),
        "ground.not_the_case"),
}  # fmt: skip


def test_no_forged_hand_is_believed(stage: Stage) -> None:
    nothing_but_the_reason(stage, HANDS, but=frozenset())


def test_a_click_of_the_future_is_refused_and_only_the_desk_s_clock_is_noted(stage: Stage) -> None:
    before = everything(stage.office)
    assert _later(stage, timedelta(minutes=5, seconds=1)) == "event.in_future"
    after = everything(stage.office)
    assert {each for each in before if before[each] != after[each]} == {desk_clocks.name}


# chains: the envelope, the run, the file (design 4)

Change = Callable[[list[EventMessage]], list[EventMessage]]


def _changed(stage: Stage, change: Change, *done: acts.Act, **of_run: Any) -> str:
    """A genuine run of three events, spoilt on its way."""
    said = [acts.RecordContact(phone=f"+99450000000{place}") for place in range(3)]
    run = stage.run(*(done or said))
    return stage.tries(run.model_copy(update={"events": tuple(change(list(run.events))), **of_run}))


def _each(**changes: Any) -> Change:
    """The same in every event."""
    return lambda events: [each.model_copy(update=changes) for each in events]


def _one(place: int, **changes: Any) -> Change:
    def change(events: list[EventMessage]) -> list[EventMessage]:
        events[place] = events[place].model_copy(update=changes)
        return events

    return change


def _content(place: int, **changes: Any) -> Change:
    def change(events: list[EventMessage]) -> list[EventMessage]:
        events[place] = events[place].model_copy(update={"content": events[place].content | changes})
        return events

    return change


def _without(place: int, name: str) -> Change:
    def change(events: list[EventMessage]) -> list[EventMessage]:
        content = {key: value for key, value in events[place].content.items() if key != name}
        events[place] = events[place].model_copy(update={"content": content})
        return events

    return change


def _linked_anew(change: Change) -> Change:
    """A forger who also makes the chain right again: hashes need no key."""

    def relinked(events: list[EventMessage]) -> list[EventMessage]:
        head = Head(events[0].seq - 1, events[0].prev)
        changed = change(events)
        return list(run_message(head, link_run(head, [chained_event(each).event for each in changed])).events)

    return relinked


def _replayed(stage: Stage, by: Desk, change: Callable[[RunMessage], RunMessage] = lambda run: run) -> str:
    """What the desk sent long ago, from its file's first event on."""
    events = stage.desk.chains[stage.file][:2]
    return stage.tries(change(run_message(Head(), events)), by)


def _of_another_file(stage: Stage) -> str:
    events = [each.event for each in stage.desk.chains[stage.file][:2]]
    head = stage.office.hand.read(stage.draft).head
    return stage.tries(run_message(head, link_run(head, events)))


def _two_files(stage: Stage) -> str:
    first, second = stage.contact(), stage.contact(file=stage.draft)
    return stage.tries(first.model_copy(update={"events": (first.events[0], second.events[0])}))


def _id_of_another(stage: Stage) -> str:
    """An event id that another file has already, signed anew."""
    known = stage.desk.chains[stage.file][0].event.content.id
    return stage.tries(stage.contact(file=stage.draft, id=known, run=known))


def _based_on(stage: Stage, head: Head) -> str:
    return stage.tries(stage.contact(head=head))


CHAINS: Final[dict[str, tuple[Forgery, str]]] = {
    "the first event left out": (lambda s: _changed(s, lambda e: e[1:]), "event.run_broken"),
    "one left out": (lambda s: _changed(s, lambda e: [e[0], e[2]]), "event.run_broken"),
    "the last left out": (lambda s: _changed(s, lambda e: e[:2]), "event.run_broken"),
    "two changed places": (lambda s: _changed(s, lambda e: [e[0], e[2], e[1]]), "event.run_broken"),
    "one twice": (lambda s: _changed(s, lambda e: [e[0], e[1], e[1]]), "event.run_broken"),
    "one left out, linked anew": (
        lambda s: _changed(s, _linked_anew(lambda e: [e[0], e[2]])), "event.run_broken"),
    "no event": (lambda s: _changed(s, lambda e: []), "422 request.malformed"),
    "twenty-one events": (lambda s: _changed(s, lambda e: e * 7), "422 request.malformed"),
    "events of two files": (_two_files, "event.run_broken"),
    "another hash": (lambda s: _changed(s, _one(1, hash="1" * 64)), "event.chain_broken"),
    "another hash before": (lambda s: _changed(s, _one(1, prev="1" * 64)), "event.chain_broken"),
    "another place": (lambda s: _changed(s, _one(1, seq=77)), "event.chain_broken"),
    "no place": (lambda s: _changed(s, _each(seq=0)), "event.chain_broken"),
    "a place before the first": (lambda s: _changed(s, _each(seq=-1)), "422 request.malformed"),
    "a place beyond every chain": (lambda s: _changed(s, _each(seq=2**31)), "422 request.malformed"),
    "another signature": (lambda s: _changed(s, _one(2, signature="A" * 86)), "event.chain_broken"),
    "another signature, linked anew": (
        lambda s: _changed(s, _linked_anew(_one(2, signature="A" * 86))), "event.signature"),
    "no signature": (lambda s: _changed(s, _linked_anew(_each(signature=""))), "event.signature"),
    "a signature that is none": (lambda s: _changed(s, _linked_anew(_each(signature="A"))), "event.signature"),
    "a signature of another event": (
        lambda s: _changed(s, _linked_anew(lambda e: _one(1, signature=e[0].signature)(e))), "event.signature"),
    "another digest, linked anew": (
        lambda s: _changed(s, _linked_anew(_content(0, digest="1" * 64))), "event.data_changed"),
    "another time, linked anew": (
        lambda s: _changed(s, _linked_anew(_content(0, at="2026-11-24T05:59:00.000Z"))), "event.run_broken"),
    "another kind, linked anew": (
        lambda s: _changed(s, _linked_anew(_content(0, kind="handed_up"))), "event.malformed"),
    "a kind that is none": (lambda s: _changed(s, _linked_anew(_content(0, kind="x"))), "event.malformed"),
    "a field more": (lambda s: _changed(s, _content(0, more=1)), "event.malformed"),
    "a field less": (lambda s: _changed(s, _without(0, "digest")), "event.malformed"),
    "a step of too many": (lambda s: _changed(s, _linked_anew(_content(2, step=4))), "event.run_broken"),
    "a step below the first": (lambda s: _changed(s, _linked_anew(_content(0, step=0))), "event.run_broken"),
    "a run of more steps": (
        lambda s: _changed(s, _linked_anew(lambda e: [_content(0, steps=4)([x])[0] for x in e])),
        "event.run_broken"),
    "a run that bears another's name": (
        lambda s: s.tries(s.contact(run=s.desk.chains[s.file][0].event.content.run)), "event.run_broken"),
    "other data": (lambda s: _changed(s, _one(0, data={"phone": "+994509999999"})), "event.data_changed"),
    "another salt": (lambda s: _changed(s, _one(0, salt="0" * 32)), "event.data_changed"),
    "no data": (lambda s: _changed(s, _one(0, data=None, salt=None)), "event.malformed"),
    "no salt": (lambda s: _changed(s, _one(0, salt=None)), "event.data_changed"),
    "a base that never was": (lambda s: _based_on(s, Head(2, "1" * 64)), "conflict"),
    "a base beyond the head": (lambda s: _based_on(s, Head(2**30, "1" * 64)), "conflict"),
    "a base with a first hash of its own": (lambda s: _based_on(s, Head(0, "1" * 64)), "event.chain_broken"),
    "a base before the last event": (lambda s: _based_on(s, Head()), "conflict"),
    "sent long ago, at another file's place": (_of_another_file, "known"),
    "the id of another file's event": (_id_of_another, "event.id_reused"),
    "sent long ago, again": (lambda s: _replayed(s, s.desk), "known"),
    "sent long ago, by another desk": (lambda s: _replayed(s, s.colleague), "known"),
    "sent long ago, half of it": (
        lambda s: _replayed(s, s.desk, lambda run: run.model_copy(update={"events": run.events[:1]})),
        "event.run_broken"),
}  # fmt: skip


def test_no_forged_chain_is_taken(stage: Stage) -> None:
    nothing_but_the_reason(stage, CHAINS, but=frozenset())


# values inside data that is signed by a genuine key


def _nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = {"a": value}
    return value


def _raw(stage: Stage, **data: Any) -> str:
    """Data as they stand on the wire, under a right digest and signature where that can be made at all."""
    run = stage.contact()
    event = run.events[0]
    changed = event.model_copy(update={"data": {**(event.data or {}), **data}})
    body = json.dumps(_body(run.model_copy(update={"events": (changed,)})), default=str)
    headers = stage.desk.as_desk | {"Content-Type": "application/json"}
    return _said(stage.desk.http.post("/v1/push", content=body, headers=headers))


def _issued(stage: Stage, **changes: Any) -> str:
    return stage.tries(stage.run(replace(stage.notice(), **changes)))


VALUES: Final[dict[str, tuple[Forgery, str]]] = {
    "a fraction": (lambda s: _raw(s, phone=1.5), "event.malformed"),
    "not a number": (lambda s: _raw(s, phone=float("nan")), "event.malformed"),
    "a number no reader keeps": (lambda s: _raw(s, phone=2**53), "event.malformed"),
    "a number of a thousand digits": (lambda s: _raw(s, phone=10**1000), "400 request.not_json"),
    "half a character": (lambda s: _raw(s, phone="\ud800"), "400 request.not_json"),
    "too deep": (lambda s: _raw(s, phone=_nested(40)), "422 request.too_complex"),
    "deeper than records are": (lambda s: _raw(s, phone=_nested(16)), "event.malformed"),
    "another type": (lambda s: _raw(s, phone=True), "event.malformed"),
    "a field that nobody knows": (lambda s: _raw(s, more="x"), "event.malformed"),
    "a zero byte": (
        lambda s: s.tries(s.run(acts.RecordContact(phone="+99450\x00"))), "event.malformed"),
    "a text of a million letters": (
        lambda s: s.tries(s.run(acts.RecordContact(address="a" * 1_000_000))), "event.malformed"),
    "a hash that is none": (lambda s: _issued(s, pdf="x" * 200), "event.malformed"),
    "a code of two hundred letters": (lambda s: _issued(s, verify_code="x" * 200), "event.malformed"),
    "no code": (lambda s: _issued(s, verify_code=""), "event.malformed"),
    "a size beyond every file": (lambda s: _issued(s, size=2**40), "event.malformed"),
    "a size below nothing": (lambda s: _issued(s, size=-1), "event.malformed"),
}  # fmt: skip


def test_no_value_breaks_anything(stage: Stage) -> None:
    nothing_but_the_reason(stage, VALUES, but=frozenset())


# ids, codes and numbers that belong to somebody else (design 4, 6, 7)


def _issues(stage: Stage) -> acts.IssueNotice:
    """A genuine written answer, once; the forger copies it."""
    if stage.issued is None:
        act = stage.notice()
        run = stage.run(stage.desk.refusal(stage.application, stage.answer), act)
        assert stage.tries(run) == "accepted"
        stage.issued = act
    return stage.issued


def _copied(stage: Stage, **own: Any) -> str:
    """A notice of the case at the back office with what the genuine one bears."""
    genuine = _issues(stage)
    forged: dict[str, Any] = {
        "notice": uuid4(),
        "verify_code": uuid4().hex,
        "number": stage.desk.next_number(Series.NOTICE),
    }
    act = replace(genuine, application=stage.drafted, **(forged | own))
    return stage.tries(stage.run(act, file=stage.draft))


def _opens(stage: Stage, number: str, **forged: Any) -> str:
    """An application in the file of somebody else who is a jobseeker, with this number."""
    file, done = stage.desk.identification(stage.third_number)
    return stage.tries(stage.run(*done, replace(stage.desk.opening(number), **forged), file=file))


def _provisional(stage: Stage) -> str:
    return _opens(stage, "05-04-05-00/B03/2026/M-P-B03-02-0000BEEF")


OTHERS: Final[dict[str, tuple[Forgery, str]]] = {
    "the code of another notice": (
        lambda s: _copied(s, verify_code=_issues(s).verify_code), "notice.code_reused"),
    "the id of another notice": (lambda s: _copied(s, notice=_issues(s).notice), "notice.code_reused"),
    "printing another file's notice": (
        lambda s: s.tries(s.run(acts.PrintNotice(_issues(s).notice, 1, ""), file=s.draft)), "notice.unknown"),
    "recalling another file's notice": (
        lambda s: s.tries(s.run(acts.RecallNotice(_issues(s).notice, "səhv"), file=s.draft)), "notice.unknown"),
    "a number that was never leased": (
        lambda s: _opens(s, "05-04-05-00/B03/2026/M-900000"), "number.not_leased"),
    "a number of the colleague's block": (
        lambda s: _opens(s, s.colleague.blocks[Series.APPLICATION, 2026][0]), "number.not_leased"),
    "a number of another centre": (
        lambda s: _opens(s, s.far.blocks[Series.APPLICATION, 2026][0]), "number.not_leased"),
    "a number of another year": (lambda s: _opens(s, "05-04-05-00/B03/2025/M-000001"), "number.not_leased"),
    "a number of another series": (
        lambda s: _opens(s, s.desk.blocks[Series.NOTICE, 2026][0]), "number.not_leased"),
    "a number of no shape": (lambda s: _opens(s, "B03-1"), "number.not_leased"),
    "no number": (lambda s: _opens(s, " "), "number.not_leased"),
    "a number twice": (
        lambda s: _opens(s, s.office.hand.read(s.file).applications[0].number), "number.used"),
    "a provisional number of another desk": (_provisional, "number.not_leased"),
    "an application at another centre": (
        lambda s: _opens(s, s.desk.blocks[Series.APPLICATION, 2026][0], centre="A01"),
        "application.other_centre"),
}  # fmt: skip


def test_nothing_of_somebody_else_s_is_borne_twice(stage: Stage) -> None:
    _issues(stage)
    nothing_but_the_reason(stage, OTHERS, but=frozenset({"readings"}))


# what the server gave out, brought back altered: cursors, tokens, documents, cases (design 6, 7)


def _follows(stage: Stage, cursor: str, by: Desk | None = None) -> str:
    desk = by or stage.desk
    return _said(desk.http.get("/v1/feed", params={"cursor": cursor}, headers=desk.as_desk))


def _altered_cursor(stage: Stage, place: int) -> str:
    """One bit of the cursor changed: of its seal, or of what it says."""
    raw = bytearray(base64.urlsafe_b64decode(stage.desk.pulls().cursor))
    raw[place] ^= 1
    return base64.urlsafe_b64encode(raw).decode()


def _keeps(stage: Stage, sha256: str, content: bytes) -> str:
    return _said(stage.desk.http.put(f"/v1/blobs/{sha256}", content=content, headers=stage.desk.as_desk))


def _fetches(stage: Stage, by: Desk) -> str:
    content = b"%PDF-kept"
    sha256 = hashlib.sha256(content).hexdigest()
    return _said(by.http.get(f"/v1/blobs/{sha256}", headers=by.as_desk))


def _takes_case(stage: Stage, by: Desk) -> str:
    return _said(by.http.post(f"/v1/cases/{CASE}/take", headers=by.as_agent))


def _puts_case(stage: Stage, by: Desk) -> str:
    case = _half_done(by)
    return _said(by.http.put(f"/v1/cases/{CASE}", json=case, headers=by.as_desk))


CASE: Final = "00000000-0000-4000-8000-00000000ca5e"
GIVEN: Final[dict[str, tuple[Forgery, str]]] = {
    "a cursor of another centre": (lambda s: _follows(s, s.far.pulls().cursor), "422 cursor.other_centre"),
    "a cursor cut": (lambda s: _follows(s, s.desk.pulls().cursor[:-4]), "422 cursor.malformed"),
    "a cursor with more behind it": (lambda s: _follows(s, s.desk.pulls().cursor + "AAAA"), "422 cursor.malformed"),
    "a cursor with another seal": (lambda s: _follows(s, _altered_cursor(s, 0)), "422 cursor.malformed"),
    "a cursor with another position": (lambda s: _follows(s, _altered_cursor(s, -2)), "422 cursor.malformed"),
    "a cursor of a thousand letters": (lambda s: _follows(s, "A" * 1000), "422 request.malformed"),
    "bytes under the hash of others": (lambda s: _keeps(s, "0" * 64, b"%PDF-x"), "422 blob.other_hash"),
    "no bytes under a hash": (lambda s: _keeps(s, "0" * 64, b""), "422 blob.other_hash"),
    "a hash that is none": (lambda s: _keeps(s, "X" * 64, b"x"), "422 request.malformed"),
    "another centre's document": (lambda s: _fetches(s, s.far), "404 blob.unknown"),
    "another centre's case": (lambda s: _takes_case(s, s.far), "404 case.unknown"),
    "a colleague's open case, taken": (lambda s: _takes_case(s, s.desk), "409 case.taken"),
    "a colleague's open case, told about": (lambda s: _puts_case(s, s.desk), "409 case.taken"),
    "another centre's case, told about": (lambda s: _puts_case(s, s.far), "404 case.unknown"),
    "a refresh token that nobody gave": (
        lambda s: _said(s.desk.http.post("/v1/sessions/refresh", json={"refresh": "x" * 43})), "401 token.unknown"),
    "an access token in place of the refresh token": (
        lambda s: _said(s.desk.http.post(
            "/v1/sessions/refresh", json={"refresh": s.desk.enrolled.tokens.access})), "401 token.unknown"),
    "a code of enrolment that nobody gave": (
        lambda s: _said(s.desk.http.post(
            "/v1/desks/enrol", json={"code": "AAAAA-BBBBB-CCCCC-DDDDD", "install_id": str(uuid4())})),
        "403 enrol.code_unknown"),
    "a sign-in by another agent's key": (lambda s: _signs_in_by_key(s, "orxan", s.desk.key), "401 sign_in.wrong"),
    "a sign-in by a key of another desk": (
        lambda s: _signs_in_by_key(s, "orxan", s.colleague.key), "401 sign_in.wrong"),
    "a sign-in for tomorrow": (
        lambda s: _signs_in_by_key(s, "aysel", s.desk.key, s.clock() + timedelta(minutes=6)), "401 sign_in.clock"),
    "an employer's answer by an agent": (
        lambda s: _said(s.desk.http.post(
            "/v1/employer-answers", json={"referral": "x", "answer": "hired"}, headers=s.desk.as_agent)),
        "403 token.employer_needed"),
    "numbers of next year": (lambda s: _leases(s, 2027), "422 lease.year"),
    "numbers of last year": (lambda s: _leases(s, 2025), "422 lease.year"),
}  # fmt: skip


def _leases(stage: Stage, year: int) -> str:
    wish = {"series": "notice", "year": year}
    return _said(stage.desk.http.post("/v1/leases", json=wish, headers=stage.desk.as_desk))


def _signs_in_by_key(stage: Stage, agent: str, key: SigningKey, at: datetime | None = None) -> str:
    said = {"agent": agent, "at": instant_text(at or stage.clock())}
    message = canonical.canonical(canonical.KEY_ASSERTION, said | {"desk": stage.desk.enrolled.desk})
    wish = said | {"signature": key.sign(message)}
    return _said(stage.desk.http.post("/v1/sessions/by-key", json=wish, headers=stage.desk.as_desk))


def _half_done(desk: Desk) -> dict[str, Any]:
    return {
        "id": CASE,
        "state": "open",
        "agent": desk.agent,
        "desk": desk.enrolled.desk,
        "paused_at": instant_text(desk.clock()),
    }


def test_nothing_that_the_server_gave_out_can_be_altered(stage: Stage) -> None:
    content = b"%PDF-kept"
    kept = stage.colleague.http.put(
        f"/v1/blobs/{hashlib.sha256(content).hexdigest()}", content=content, headers=stage.colleague.as_desk
    )
    assert kept.status_code == 204, kept.text
    put = stage.colleague.http.put(
        f"/v1/cases/{CASE}", json=_half_done(stage.colleague), headers=stage.colleague.as_desk
    )
    assert put.status_code == 200, put.text
    nothing_but_the_reason(stage, GIVEN, but=frozenset())


def test_an_altered_receipt_is_no_receipt(stage: Stage) -> None:
    """Receipts never come back to the server: it is the desk that finds a forged one."""
    [verdict] = stage.desk.pushes(stage.contact())
    assert isinstance(verdict, Accepted)
    receipt, keys = from_json(Receipt, verdict.receipt), stage.desk.enrolled.server_keys
    assert is_sealed(receipt, keys)
    altered = [
        replace(receipt, seq=receipt.seq + 1),
        replace(receipt, hash="1" * 64),
        replace(receipt, file_id=stage.draft),
        replace(receipt, received_at=receipt.received_at + timedelta(milliseconds=1)),
        replace(receipt, epoch="0" * 32),
        replace(receipt, key="0" * 16),
        replace(receipt, signature=_one_character(receipt.signature)),
        replace(SigningKey.new().seal(replace(receipt, hash="1" * 64)), key=receipt.key),
    ]
    assert not any(is_sealed(each, keys) for each in altered)


# who was somebody once: posts, desks and keys that ended (design 4)


def _ended(stage: Stage, what: str) -> str:
    """What is said of a click made an hour after ``what`` happened, and then of one made before."""
    run_before = stage.contact()
    stage.clock.at += timedelta(hours=1)
    match what:
        case "moved":
            hire(stage.office, "aysel", centre="A01")
        case "officer":
            hire(stage.office, "aysel", "back_office")
        case "key":
            genuine, stage.desk.key = stage.desk.key, SigningKey.new()
            stage.desk.signs_in("aysel")
            stage.desk.key = genuine
    stage.clock.at += timedelta(hours=1)
    late = stage.tries(stage.contact())
    return f"{late}, {stage.tries(run_before)}"


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("moved", "agent.no_post, accepted"),
        ("officer", "act.only_online, accepted"),
        ("key", "event.signature, accepted"),
    ],
)
def test_who_was_an_agent_is_believed_for_what_was_done_then_alone(
    stage: Stage, what: str, said: str
) -> None:
    assert _ended(stage, what) == said


def test_a_retired_desk_is_let_in_nowhere(stage: Stage) -> None:
    run = stage.contact()
    with stage.office.database.writing() as connection:
        mine = update(desks).where(desks.c.desk == stage.desk.enrolled.desk)
        connection.execute(mine.values(retired_at=instant_text(stage.clock())))
    assert stage.tries(run) == "401 token.revoked"
