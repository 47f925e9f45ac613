"""A modified client forges answers, hands, chains and values; it hears the documented reason, and nothing changed.

One honest office; every row of the tables below is tried on it, and after each row the whole database is compared with
what it was before. Ids, numbers and what the server gave out: ``test_forged_things.py``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final
from uuid import uuid4

import httpx
import pytest

from central_api.office import Office
from central_api.tables import desk_clocks
from dost_desktop.contract.messages import EventMessage, RunMessage
from dost_desktop.contract.seals import SigningKey
from dost_desktop.contract.translation import chained_event, run_message
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.events import CENTRAL_AGENT, CENTRAL_DESK, Head, link_run
from dost_desktop.domain.form_acts import AcceptByMas
from dost_desktop.domain.vocabulary import EmployerAnswer, MessageChannel, MessageSender, Source
from tests.central_api.forger import (
    Forgery,
    Stage,
    body_of,
    everything,
    nothing_but_the_reason,
    one_character,
    said_by,
    set_up,
)
from tests.central_api.practice_desk import Clockwork, Desk


@pytest.fixture
def stage(office: Office, http: httpx.Client, clock: Clockwork, people: dict[str, str]) -> Stage:
    return set_up(office, http, clock, people)


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
        lambda s: s.tries(s.answered(replace(s.said(), signature=one_character(s.said().signature)))),
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
    body = json.dumps(body_of(run.model_copy(update={"events": (changed,)})), default=str)
    headers = stage.desk.as_desk | {"Content-Type": "application/json"}
    return said_by(stage.desk.http.post("/v1/push", content=body, headers=headers))


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
