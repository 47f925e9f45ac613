"""What a restored server takes back from desks: exactly what its own receipt of an earlier epoch leads to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import delete, update

from central_api.office import Office
from central_api.tables import events, feed, file_centres, files
from dost_desktop.contract.messages import Conflict, Known, PushAnswer, PushVerdict, RunMessage
from dost_desktop.contract.translation import run_message
from dost_desktop.domain import acts
from dost_desktop.domain.events import GENESIS, Head, head_of
from tests.central_api.practice_desk import Clockwork, Desk, enrol


def _brings(desk: Desk, proof: dict[str, Any], *runs: RunMessage) -> list[tuple[str, str]]:
    return [(each.answer, getattr(each, "reason", "")) for each in _answers(desk, proof, *runs)]


def _answers(desk: Desk, proof: dict[str, Any], *runs: RunMessage) -> tuple[PushVerdict, ...]:
    body = {"runs": [each.model_dump(mode="json") for each in runs], "proof": proof}
    answer = desk.http.post("/v1/push", json=body, headers=desk.as_desk)
    assert answer.status_code == 200, answer.text
    return PushAnswer.model_validate(answer.json()).answers


@pytest.fixture
def whole(desk: Desk, other_desk: Desk, people: dict[str, str]) -> tuple[UUID, tuple[RunMessage, ...], Any]:
    """A file of two desks with its runs, and the server's receipt for all of it."""
    file = desk.identifies(people["not found"])
    other_desk.chains[file] = list(desk.chains[file])
    run = other_desk.records(file, acts.RecordContact(phone="+994500000001"))
    [verdict] = other_desk.pushes(run)
    assert verdict.answer == "accepted"
    first = run_message(Head(), tuple(desk.chains[file]))
    return file, (first, run), verdict.receipt


def _forgets(office: Office) -> None:
    """The database as it was before anything of the file came."""
    with office.database.writing() as connection:
        for each in (events, feed, file_centres):
            connection.execute(delete(each))
        connection.execute(update(files).values(seq=0, hash=GENESIS))
    office.restored()


def test_one_desk_brings_a_whole_file_and_the_other_finds_it_there(
    office: Office, desk: Desk, other_desk: Desk, whole: tuple[UUID, tuple[RunMessage, ...], Any]
) -> None:
    file, runs, proof = whole
    assert _brings(desk, proof, *runs) == [("known", "")] * 2  # nothing is forgotten
    _forgets(office)

    assert _brings(desk, proof, *runs) == [("accepted", "")] * 2
    assert _brings(other_desk, proof, *runs) == [("known", "")] * 2
    assert office.hand.read(file).head == head_of(other_desk.chains[file][-1])
    [item] = other_desk.pulls().items
    assert len(item.events) == 3
    assert isinstance(other_desk.pushes(runs[1])[0], Known)


def test_without_our_own_receipt_of_an_earlier_epoch_nothing_is_taken(
    office: Office, desk: Desk, other_desk: Desk, whole: tuple[UUID, tuple[RunMessage, ...], Any]
) -> None:
    file, runs, proof = whole
    forged = desk.records(
        file, acts.RecordContact(phone="+994500000009")
    )  # behind the first run, at its own desk
    _forgets(office)

    signed, broken = ("rejected", "event.signature"), ("rejected", "event.chain_broken")
    assert _brings(desk, proof | {"hash": forged.events[0].hash}, runs[0], forged) == [signed] * 2
    assert _brings(desk, proof | {"epoch": "0" * 32}, *runs) == [signed] * 2
    assert _brings(desk, {"seq": "much"}, *runs) == [signed] * 2
    assert _brings(desk, proof, runs[0], forged) == [broken] * 2
    assert _brings(desk, proof, runs[0]) == [broken]
    assert _brings(desk, proof, runs[1], runs[0]) == [broken] * 2
    assert _brings(desk, proof, runs[1]) == [("conflict", "")]  # what it stands on is missing
    assert office.hand.read(file).head == Head()
    assert other_desk.pulls().items == ()


def test_a_file_too_long_for_one_message_comes_in_slices_each_with_the_rest_without_data(
    office: Office, desk: Desk, whole: tuple[UUID, tuple[RunMessage, ...], Any]
) -> None:
    file, runs, proof = whole
    _forgets(office)
    rest = [each.model_dump(mode="json") | {"salt": None, "data": None} for each in runs[1].events]

    def slice_with(tail: list[dict[str, Any]]) -> str:
        body = {"runs": [runs[0].model_dump(mode="json")], "proof": proof, "tail": tail}
        answer = desk.http.post("/v1/push", json=body, headers=desk.as_desk)
        said = PushAnswer.model_validate(answer.json()).answers[0]
        return getattr(said, "reason", said.answer)

    for wrong in (
        [],
        [rest[0] | {"signature": "A" * 86}],
        [rest[0] | {"seq": 9}],
        [rest[0] | {"content": {}}],
    ):
        assert slice_with(wrong) == "event.chain_broken"
    assert office.hand.read(file).head == Head()
    assert slice_with(rest) == "accepted"
    assert _brings(desk, proof, runs[1]) == [("accepted", "")]
    assert office.hand.read(file).head.hash == proof["hash"]


def test_into_a_file_that_went_on_the_forgotten_comes_behind_once_and_the_head_is_asked_to_look(
    office: Office, desk: Desk, whole: tuple[UUID, tuple[RunMessage, ...], Any]
) -> None:
    file, runs, proof = whole
    _forgets(office)
    assert [each.answer for each in desk.pushes(runs[0])] == ["accepted"]
    assert office.hand.record(file, (acts.HandUp(file, "Sınaq"),)) is None

    for _again in range(2):
        assert _brings(desk, proof, *runs) == [("known", ""), ("conflict", "")]
        held = office.hand.whole(file).events
        forgotten = [event.content["id"] for run in runs[1:] for event in run.events]
        assert [str(each.event.content.id) for each in held[3:-1]] == forgotten
        assert held[-1].event.act().kind == "handed_up"
        assert {each.is_linked() for each in held} == {True}


def test_a_desk_whose_centre_does_not_hold_the_file_is_not_shown_what_was_recorded_since(
    office: Office,
    http: httpx.Client,
    clock: Clockwork,
    desk: Desk,
    whole: tuple[UUID, tuple[RunMessage, ...], Any],
) -> None:
    file, runs, proof = whole
    far = enrol(office, http, clock, "A01")
    _forgets(office)
    desk.pushes(runs[0])
    assert office.hand.record(file, (acts.HandUp(file, "Sınaq"),)) is None

    shown = [_answers(each, proof, *runs)[-1] for each in (far, desk)]
    assert [len(each.events) for each in shown if isinstance(each, Conflict)] == [0, 3]
