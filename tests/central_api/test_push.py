"""What a desk sends is accepted whole or not at all, and every "no" has its reason."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import select

from central_api.office import Office
from central_api.tables import files, readings
from dost_desktop.contract.messages import Accepted, Conflict, Known, Push, Rejected, RunMessage
from dost_desktop.contract.seals import SigningKey, is_sealed
from dost_desktop.contract.translation import chained_event
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.vocabulary import ApplicationState, FormOfAnswer, Receiving, Recipient
from tests.central_api.practice_desk import Clockwork, Desk, enrol, hire


def test_a_person_found_in_the_register_is_refused_and_everything_is_confirmed(
    desk: Desk, people: dict[str, str]
) -> None:
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    answer = desk.checks(file, application, number)

    [verdict] = desk.pushes(desk.records(file, desk.refusal(application, answer), desk.notice(application)))

    assert verdict.answer == "accepted"
    receipt = from_json(Receipt, verdict.receipt)
    assert (receipt.seq, receipt.hash) == (desk.head(file).seq, desk.head(file).hash)
    assert is_sealed(receipt, desk.enrolled.server_keys)
    refused = desk.state(file).application(application)
    assert refused is not None
    assert refused.state is ApplicationState.REFUSED


def test_a_run_sent_twice_is_known_and_nothing_is_doubled(desk: Desk, people: dict[str, str]) -> None:
    file, done = desk.identification(people["not found"])
    run = desk.records(file, *done)

    first, again = desk.pushes(run)[0], desk.pushes(run, run)

    assert first.answer == "accepted"
    assert [each.answer for each in again] == ["known", "known"]
    assert isinstance(again[0], Known)
    assert again[0].receipt == first.receipt
    assert len(desk.pulls().items) == 1


def test_who_builds_on_an_older_file_gets_what_is_lacking_and_then_is_accepted(
    desk: Desk, other_desk: Desk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    other_file, done = other_desk.identification(people["not found"])
    assert other_file == file  # the same person is the same file at every desk, also offline
    stale = other_desk.records(file, *done)

    [conflict, skipped] = other_desk.pushes(
        stale, other_desk.records(file, acts.RecordContact(phone="+994500000000"))
    )

    assert isinstance(conflict, Conflict)
    assert (conflict.from_seq, len(conflict.events), skipped.answer) == (1, 2, "skipped")
    other_desk.chains[file] = []
    other_desk.takes(file, conflict.from_seq, conflict.events)
    [verdict] = other_desk.pushes(other_desk.links(file, tuple(chained_event(e).event for e in stale.events)))
    assert verdict.answer == "accepted"


def test_a_conflict_sends_only_what_the_desk_lacks(
    desk: Desk, other_desk: Desk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    other_desk.takes(file, 1, desk.pulls().items[0].events)
    desk.opens(file)

    [conflict] = other_desk.pushes(other_desk.records(file, other_desk.opening()))

    assert isinstance(conflict, Conflict)
    assert conflict.from_seq == 3
    assert [each.content["kind"] for each in conflict.events] == ["application_opened"]


def test_two_threads_racing_for_one_file_one_is_accepted_and_one_conflicts(
    new_office: Callable[[], Office], office: Office, desk: Desk, people: dict[str, str]
) -> None:
    second = new_office()  # another process on the same database
    caller = office.token_book.caller(desk.enrolled.tokens.access)
    for number in [each for each in people.values() if len(each) == 7][:6]:
        file, done = desk.identification(number)
        runs = [desk.records(file, *done)]
        desk.forgets(file, runs[0])
        runs.append(desk.records(file, *done))
        with ThreadPoolExecutor(2) as pool:
            verdicts = list(
                pool.map(
                    lambda each: each[0].push(caller, Push(runs=(each[1],))).answers[0].answer,
                    zip((office, second), runs, strict=True),
                )
            )
        assert sorted(verdicts) == ["accepted", "conflict"]


Change = Callable[[Desk, RunMessage], RunMessage]


def _content(**changes: object) -> Change:
    def change(_desk: Desk, run: RunMessage) -> RunMessage:
        events = tuple(each.model_copy(update={"content": each.content | changes}) for each in run.events)
        return run.model_copy(update={"events": events})

    return change


def _event(**changes: object) -> Change:
    def change(_desk: Desk, run: RunMessage) -> RunMessage:
        return run.model_copy(update={"events": (run.events[0].model_copy(update=changes), *run.events[1:])})

    return change


def _with_data(desk: Desk, run: RunMessage) -> RunMessage:
    data = dict(run.events[0].data or {}) | {"source": "papers"}
    return _event(data=data)(desk, run)


def _half(_desk: Desk, run: RunMessage) -> RunMessage:
    return run.model_copy(update={"events": run.events[:1]})


def _other_base(_desk: Desk, run: RunMessage) -> RunMessage:
    return run.model_copy(update={"base_hash": "1" * 64})


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_content(kind="unheard_of"), "event.malformed"),
        (_content(at="yesterday"), "event.malformed"),
        (_event(data=None, salt=None), "event.malformed"),
        (_event(data={"identity": 1}), "event.malformed"),
        (_half, "event.run_broken"),
        (_content(desk="B03-77"), "event.chain_broken"),
        (_event(prev="2" * 64), "event.chain_broken"),
        (_event(hash="2" * 64), "event.chain_broken"),
        (_event(signature="AAAA"), "event.chain_broken"),
        (_other_base, "event.chain_broken"),
        (_with_data, "event.data_changed"),
    ],
)
def test_a_changed_run_is_rejected_and_changes_nothing(
    desk: Desk, people: dict[str, str], change: Change, reason: str
) -> None:
    file, done = desk.identification(people["not found"])

    [verdict] = desk.pushes(change(desk, desk.records(file, *done)))

    assert isinstance(verdict, Rejected)
    assert verdict.reason == reason
    assert not desk.pulls().items


def _rejected(desk: Desk, run: RunMessage) -> str:
    [verdict] = desk.pushes(run)
    assert isinstance(verdict, Rejected), verdict
    return verdict.reason


def test_an_event_id_used_again_for_something_else_is_refused_and_alarmed(
    desk: Desk, people: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    file, done = desk.identification(people["not found"])
    run = desk.records(file, *done)
    desk.pushes(run)
    event = desk.forgets(file, run)
    at = event[0].content.at + timedelta(seconds=1)
    other = tuple(
        dataclasses.replace(each, content=dataclasses.replace(each.content, at=at)) for each in event
    )
    signed = tuple(
        dataclasses.replace(each, signature=desk.key.sign(each.content.signed_bytes())) for each in other
    )

    assert _rejected(desk, desk.links(file, signed)) == "event.id_reused"
    assert any(record.message == "event id reused" for record in caplog.records)


def test_a_signature_of_another_key_is_refused(desk: Desk, people: dict[str, str]) -> None:
    file, done = desk.identification(people["not found"])
    desk.key = SigningKey.new()
    assert _rejected(desk, desk.records(file, *done)) == "event.signature"


def test_the_key_valid_at_the_click_counts_not_the_newest(
    desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    file, done = desk.identification(people["not found"])
    clock.at += timedelta(hours=1)
    old, run = desk.key, desk.records(file, *done)
    clock.at += timedelta(hours=1)
    desk.key = SigningKey.new()
    desk.signs_in("aysel")

    assert desk.pushes(run)[0].answer == "accepted"  # made offline with the key of then
    desk.key = old
    late = desk.records(file, acts.RecordContact(phone="+994500000000"), at=clock.at + timedelta(minutes=0))
    clock.at += timedelta(minutes=30)
    desk.forgets(file, late)
    late = desk.records(file, acts.RecordContact(phone="+994500000000"))
    assert _rejected(desk, late) == "event.signature"


def test_another_desk_s_events_are_refused(desk: Desk, other_desk: Desk, people: dict[str, str]) -> None:
    file, done = desk.identification(people["not found"])
    assert _rejected(other_desk, desk.records(file, *done)) == "event.other_desk"


def test_a_clock_far_ahead_is_refused(desk: Desk, people: dict[str, str], clock: Clockwork) -> None:
    file, done = desk.identification(people["not found"])
    run = desk.records(file, *done, at=clock() + timedelta(minutes=6))
    assert _rejected(desk, run) == "event.in_future"


def test_who_has_no_post_any_more_cannot_record(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    file, done = desk.identification(people["not found"])
    clock.at += timedelta(hours=1)
    hire(office, "aysel", centre="A01")
    clock.at += timedelta(hours=1)
    assert _rejected(desk, desk.records(file, *done)) == "agent.no_post"


@pytest.mark.parametrize("agent", ["leyla", "ramin", "samir"])
def test_back_office_head_and_administrator_act_online_only(
    desk: Desk, people: dict[str, str], agent: str
) -> None:
    file, done = desk.identification(people["not found"])
    desk.key = SigningKey.new()
    desk.signs_in(agent)
    assert _rejected(desk, desk.records(file, *done)) == "act.only_online"


def test_an_old_law_is_named(desk: Desk, people: dict[str, str]) -> None:
    file, done = desk.identification(people["not found"])
    assert _rejected(desk, desk.records(file, *done, law="0" * 64)) == "law_outdated"


def test_a_forged_answer_is_unattested(desk: Desk, people: dict[str, str]) -> None:
    file = desk.identifies(people["found 4.1.1"])
    application = desk.opens(file)
    answer = desk.asks("mas_employed_persons", people["found 4.1.1"])
    cleared = dataclasses.replace(answer, answer={"found": False, "entries": []})
    forger = SigningKey.new()
    for forged in (cleared, forger.seal(cleared), dataclasses.replace(cleared, signature="")):
        run = desk.records(file, acts.RecordRegisterAnswer(application, forged))
        assert _rejected(desk, run) == "lookup.unattested"
        desk.forgets(file, run)


def test_an_answer_about_somebody_else_or_too_old_is_refused(
    desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    file = desk.identifies(people["found 4.1.1"])
    application = desk.opens(file)
    other = desk.asks("mas_employed_persons", people["not found"])
    run = desk.records(file, acts.RecordRegisterAnswer(application, other))
    assert _rejected(desk, run) == "lookup.other_person"
    desk.forgets(file, run)

    mine = desk.asks("mas_employed_persons", people["found 4.1.1"])
    clock.at += timedelta(hours=25)
    run = desk.records(file, acts.RecordRegisterAnswer(application, mine))
    assert _rejected(desk, run) == "register.answer_old"


def test_what_the_rules_refuse_the_server_refuses_with_the_same_reason(
    desk: Desk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not registered"])
    assert _rejected(desk, desk.records(file, desk.opening())) == "application.not_jobseeker"


def test_a_notice_on_paper_is_recorded_and_reviewed_when_its_refusal_no_longer_follows(
    office: Office, desk: Desk, other_desk: Desk, people: dict[str, str]
) -> None:
    office.background.stop()  # nobody is told of the withdrawal while the test counts
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    answer = desk.checks(file, application, number)
    other_desk.takes(file, 1, tuple(e for item in desk.pulls().items for e in item.events))
    stale = desk.records(file, desk.refusal(application, answer), desk.notice(application))
    assert other_desk.pushes(other_desk.records(file, acts.Withdraw(application)))[0].answer == "accepted"

    [conflict] = desk.pushes(stale)
    assert isinstance(conflict, Conflict)
    printed = desk.forgets(file, stale)
    desk.takes(file, conflict.from_seq, conflict.events)
    [verdict] = desk.pushes(desk.links(file, printed))

    assert verdict.answer == "accepted"
    assert desk.state(file).review


def test_an_unlawful_refusal_does_not_slip_in_with_a_notice(desk: Desk, people: dict[str, str]) -> None:
    number = people["not found"]
    file = desk.identifies(number)
    application = desk.opens(file)
    answer = desk.checks(file, application, number)
    run = desk.records(file, desk.refusal(application, answer), desk.notice(application))
    assert _rejected(desk, run) == "notice.fact_missing"
    desk.forgets(file, run)

    alone = desk.records(file, desk.notice(application))  # the paper itself is a fact
    assert desk.pushes(alone)[0].answer == "accepted"
    assert desk.state(file).review


def test_a_verify_code_of_another_notice_is_refused(desk: Desk, people: dict[str, str]) -> None:
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    answer = desk.checks(file, application, number)
    first = desk.notice(application)
    desk.pushes(desk.records(file, desk.refusal(application, answer), first))

    second = desk.notice(application, number="05-04-05-00/B03/2026/000002", verify_code=first.verify_code)
    assert _rejected(desk, desk.records(file, second)) == "notice.code_reused"


def test_a_file_id_nobody_wrote_in_leaves_no_trace(
    office: Office, desk: Desk, people: dict[str, str]
) -> None:
    file = uuid4()
    _, done = desk.identification(people["not found"])
    assert _rejected(desk, desk.records(file, *done)) == "lookup.other_person"
    with office.database.reading() as connection:
        assert connection.execute(select(files)).all() == []


def test_another_centres_file_is_not_shown_to_whoever_only_holds_a_desks_token(
    office: Office, http: httpx.Client, clock: Clockwork, desk: Desk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    desk.opens(file)
    stranger = enrol(office, http, clock, "A01").signs_in("fidan")
    genuine, stranger.key = stranger.key, SigningKey.new()
    blind = acts.RecordContact(phone="+994500000001")
    run = stranger.records(file, blind)
    assert _rejected(stranger, run) == "event.signature"
    assert _readings(office, file, "fidan") == []

    stranger.forgets(file, run)
    stranger.key = genuine
    [verdict] = stranger.pushes(stranger.records(file, blind))
    assert isinstance(verdict, Conflict)  # an agent's own click may have to stand on what is there
    assert _readings(office, file, "fidan") == ["push"]  # and the look is noted


def _readings(office: Office, file: UUID, agent: str) -> list[str]:
    chosen = select(readings.c.purpose).where(readings.c.file_id == str(file), readings.c.agent == agent)
    with office.database.reading() as connection:
        return list(connection.execute(chosen).scalars())


def test_after_a_refusal_without_a_paper_nothing_comes_in_that_the_rules_forbid(
    desk: Desk, people: dict[str, str]
) -> None:
    """The paper of a refusal that somebody else recorded meanwhile is let in, and no more than that."""
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    refusal = desk.refusal(application, desk.checks(file, application, number))
    [taken] = desk.pushes(desk.records(file, refusal))
    assert isinstance(taken, Accepted)

    issued = desk.notice(application)
    how = (FormOfAnswer.REPRESENTATIVE, Recipient.REPRESENTATIVE, Receiving.SIGNED, desk.clock())
    unproven = acts.ServeNotice(issued.notice, *how)  # nobody saw by what right
    clicks: list[tuple[acts.Act, ...]] = [(issued, unproven), (refusal, issued, unproven)]
    for click in clicks:
        run = desk.records(file, *click)
        [said] = desk.pushes(run)
        assert isinstance(said, Rejected)
        desk.forgets(file, run)
    [said] = desk.pushes(desk.records(file, refusal, issued))
    assert isinstance(said, Accepted)
