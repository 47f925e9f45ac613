"""Messages are strict: nothing unknown, nothing guessed, and no error repeats what was sent."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from dost_desktop.contract import messages
from dost_desktop.contract.messages import (
    Accepted,
    Conflict,
    DeskEnrolled,
    EventMessage,
    FeedPage,
    Known,
    Lookup,
    Message,
    Push,
    PushVerdict,
    Rejected,
    RunMessage,
    SignIn,
    SignInByKey,
    Skipped,
    Ticket,
    Tokens,
)
from dost_desktop.contract.translation import chained_event, event_message, run_message
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.codec import Malformed
from dost_desktop.domain.events import Head
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationKind, Role
from tests.domain.builders import a_refused

MARK = "Aysel-5ZK9Q2W"
ALL = [
    each
    for _, each in inspect.getmembers(messages, inspect.isclass)
    if issubclass(each, Message) and each is not Message
]
CASE = a_refused()
EVENT = event_message(CASE.events[0]).model_dump()


def refuses(kind: type[BaseModel], sent: dict[str, Any]) -> str:
    with pytest.raises(ValidationError) as caught:
        kind.model_validate(sent)
    shown = str(caught.value) + repr(caught.value)
    assert MARK not in shown
    return shown


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_message_refuses_what_it_does_not_know_and_never_changes(kind: type[Message]) -> None:
    assert kind.model_config["extra"] == "forbid"
    assert kind.model_config["frozen"]
    assert kind.model_config["hide_input_in_errors"]
    assert (kind.__doc__ or "").strip()


def test_a_field_too_many_is_refused_without_repeating_it() -> None:
    assert "extra" in refuses(Lookup, {**a_lookup(), "also": MARK}).lower()


def a_lookup(**changes: Any) -> dict[str, Any]:
    return {"register_name": "mas_status", "number_kind": "pin", "number": MARK, "purpose": "p", **changes}


@pytest.mark.parametrize(
    "change",
    [{"register_name": "vacancies"}, {"number": ""}, {"number": MARK * 9}, {"purpose": ""}, {"number": 7}],
)
def test_a_question_to_a_register_is_whole(change: dict[str, Any]) -> None:
    Lookup.model_validate(a_lookup())
    refuses(Lookup, a_lookup(**change))


@pytest.mark.parametrize(
    "change",
    [
        {"seq": -1},
        {"seq": 2**31},
        {"prev": "0" * 63},
        {"hash": "AB" * 32},
        {"salt": "0" * 31},
        {"salt": ""},
        {"signature": "a+b"},
        {"signature": "a" * 5000},
        {"data": [MARK]},
        {"content": MARK},
    ],
)
def test_an_event_as_it_travels_has_its_exact_shape(change: dict[str, Any]) -> None:
    EventMessage.model_validate(EVENT)
    refuses(EventMessage, {**EVENT, **change})


@pytest.mark.parametrize(
    "at",
    [
        "2026-11-24T06:00:00Z",
        "2026-11-24T06:00:00.000",
        "२०२६-11-24T06:00:00.000Z",
        "2026-11-24T06:00:00.000Z\n",
    ],
)
def test_a_moment_has_one_spelling(at: str) -> None:
    whole = {"agent": "a", "at": "2026-11-24T06:00:00.000Z", "signature": "x"}
    SignInByKey.model_validate(whole)
    refuses(SignInByKey, {**whole, "at": at})


def test_a_push_is_never_empty_and_never_endless() -> None:
    run = run_message(Head(), CASE.events[:1]).model_dump()
    Push.model_validate({"runs": [run]})
    for runs in ([], [run] * 201, [{**run, "events": []}], [{**run, "events": run["events"] * 21}]):
        refuses(Push, {"runs": runs})


def test_each_verdict_is_told_by_its_own_word() -> None:
    verdicts: TypeAdapter[Any] = TypeAdapter(PushVerdict)
    for one in (
        Accepted(receipt={}),
        Known(receipt={}),
        Conflict(from_seq=1, events=(), receipt={}),
        Rejected(reason="act.not_now"),
        Skipped(),
    ):
        assert verdicts.validate_python(one.model_dump()) == one
        assert verdicts.validate_json(one.model_dump_json()) == one
    with pytest.raises(ValidationError):
        verdicts.validate_python({"answer": "perhaps"})


def test_a_run_names_what_it_was_built_on() -> None:
    run = run_message(Head(), CASE.events[:1])
    assert (run.base_seq, run.base_hash) == (0, "0" * 64)
    assert RunMessage.model_validate_json(run.model_dump_json()) == run
    assert chained_event(run.events[0]) == CASE.events[0]


@pytest.mark.parametrize(
    "change",
    [
        {"data": {"n": 1.5}},
        {"data": {"n": 2**60}},
        {"data": {MARK: "\ud800"}},
        {"content": {**EVENT["content"], "rules": MARK}},
        {"content": {**EVENT["content"], MARK: MARK}},
        {"content": {}},
    ],
)
def test_what_is_no_event_is_refused_by_its_place(change: dict[str, Any]) -> None:
    message = EventMessage.model_validate({**EVENT, **change})
    with pytest.raises(Malformed) as caught:
        chained_event(message)
    assert MARK not in str(caught.value)


def test_closed_sets_are_the_domains_own() -> None:
    def choices(kind: type[BaseModel], name: str) -> set[str]:
        return set(TypeAdapter(kind).json_schema()["properties"][name]["enum"])

    assert choices(Ticket, "purpose") == {*ApplicationKind, ""}  # "": of another direction
    assert choices(Lookup, "number_kind") == set(NumberKind)
    assert choices(messages.WantLease, "series") == set(Series)
    assert choices(messages.AgentCard, "role") == set(Role) - {Role.CENTRAL_SYSTEM}


def test_secrets_and_persons_do_not_show() -> None:
    shown = [
        SignIn(agent="a", password=MARK),
        Tokens(access=MARK, refresh=MARK, expires_at="2026-11-24T06:00:00.000Z"),
        messages.Refresh(refresh=MARK),
        messages.EnrolDesk(code=MARK, install_id="00000000-0000-7000-8000-000000000000"),
        messages.OpenedKey(key=MARK),
        messages.Attested(attestation={"answer": MARK}),
        Lookup.model_validate(a_lookup()),
        EventMessage.model_validate({**EVENT, "data": {"surname": MARK}}),
    ]
    assert [type(each).__name__ for each in shown if MARK in repr(each) + str(each)] == []
    assert not DeskEnrolled.model_fields["deployment_secret"].repr


def test_a_page_of_the_feed_travels_whole() -> None:
    item = {
        "file_id": str(CASE.file.id),
        "events": [event_message(each).model_dump() for each in CASE.events],
        "receipt": {},
    }
    page = FeedPage.model_validate(
        {"items": [item], "cursor": "c", "more": False, "epoch": "e", "time": "2026-11-24T06:00:00.000Z"}
    )
    assert [chained_event(each) for each in page.items[0].events] == CASE.events
