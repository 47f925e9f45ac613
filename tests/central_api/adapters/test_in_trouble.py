"""Whatever a system does instead of answering: no wrong answer, nothing twice, nobody waits for long, and it ends."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from urllib3.util import parse_url

from central_api.adapters.contract import AboutPerson
from central_api.adapters.failures import Failure
from central_api.adapters.http_mas import HttpMas
from central_api.adapters.line import Line
from central_api.adapters.operations import FIND_EMPLOYED, HAND_IN_FORM
from central_api.adapters.setting_names import System
from central_api.adapters.settings import Patience, Reach, SystemSettings
from central_api.adapters.systems import Simulators, connected
from central_api.mas import Form, FormAnswer, Message, Outcome
from central_api.office import Office
from central_api.registers import RegisterUnreachable
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationKind, MessageChannel
from tests.central_api.adapters import trouble as t
from tests.central_api.adapters.ministry import TOKEN, Ministry
from tests.central_api.adapters.trouble import Behaviour, Trouble, troubled

QUICK = Patience(seconds=0.6, seconds_behind=0.6, tries=3, break_after=1000, break_for=1.0)
ELSEWHERE = "http://127.0.0.1:9/"
HTML = b"<html>Sign in to the network</html>"


@pytest.fixture
def trouble(office: Office, ministry: Ministry) -> Iterator[Trouble]:
    """A door before the ministry."""
    with troubled(lambda: ministry.port) as door:
        yield door


@pytest.fixture
def lines(office: Office, trouble: Trouble) -> Iterator[Callable[..., Line]]:
    """Lines to MAS through that door."""
    with ExitStack() as stack:

        def build(patience: Patience = QUICK, *, port: int = 0, at_once: int = 8) -> Line:
            reach = Reach(parse_url(f"http://127.0.0.1:{port or trouble.port}"), TOKEN, at_once=at_once)
            settings = SystemSettings({System.MAS: reach}, patience=patience)
            here = office.systems
            simulated = Simulators(here.registers, here.mas, here.bank, here.gateway)
            systems = connected(settings, simulated, office.clock)
            stack.callback(systems.close)
            return systems.lines[System.MAS]

        yield build


def about(number: str) -> AboutPerson:
    return AboutPerson(asked=str(uuid4()), number_kind=NumberKind.PIN, number=number)


def form(number: str, submission: UUID | None = None) -> Form:
    kind = ApplicationKind.JOBSEEKER
    return Form(submission or uuid4(), uuid4(), "M-1", kind, NumberKind.PIN, number, "B03")


TROUBLES: list[tuple[str, Behaviour, Failure, int]] = [
    ("silent", t.silent, Failure.TIMEOUT, 1),
    ("done and silent", t.done_and_silent, Failure.TIMEOUT, 1),
    ("only headers", t.only_headers, Failure.TIMEOUT, 1),
    ("headers byte by byte", t.dripping, Failure.TIMEOUT, 1),
    ("body byte by byte", t.dripping_body, Failure.TIMEOUT, 1),
    ("cut in the middle", t.cut, Failure.CUT, 3),
    ("done and reset", t.reset, Failure.CUT, 3),
    ("hung up", t.hung_up, Failure.CUT, 3),
    ("not even HTTP", t.not_json_at_all, Failure.CUT, 3),
    ("500", t.says(500), Failure.BROKEN, 1),
    ("502", t.says(502, HTML, "text/html"), Failure.UNWELL, 3),
    ("503 for a moment", t.says(503, Retry_After="0"), Failure.UNWELL, 3),
    ("503 for long", t.says(503, Retry_After="30"), Failure.UNWELL, 1),
    ("429", t.says(429, Retry_After="30"), Failure.UNWELL, 1),
    ("401", t.says(401), Failure.DENIED, 1),
    ("403", t.says(403, HTML, "text/html"), Failure.DENIED, 1),
    ("404", t.says(404), Failure.NOT_THERE, 1),
    ("201", t.says(201), Failure.NOT_THERE, 1),
    ("204", t.says(204, b""), Failure.NOT_THERE, 1),
    ("304 to nothing", t.says(304, b""), Failure.OTHER_SCHEMA, 1),
    ("400", t.says(400), Failure.REJECTED, 1),
    ("422", t.says(422), Failure.REJECTED, 1),
    ("redirect", t.says(307, Location=ELSEWHERE), Failure.REDIRECT, 1),
    ("portal", t.says(200, HTML, "text/html; charset=utf-8"), Failure.OTHER_MEDIA, 1),
    ("packed", t.says(200, b"\x1f\x8b", Content_Encoding="gzip"), Failure.OTHER_MEDIA, 1),
    ("empty", t.says(200, b""), Failure.OTHER_SCHEMA, 1),
    ("a number", t.says(200, b"17"), Failure.OTHER_SCHEMA, 1),
    ("nested", t.says(200, b"[" * 100_000), Failure.OTHER_SCHEMA, 1),
    ("truncated", t.truncated, Failure.OTHER_SCHEMA, 1),
    ("endless", t.endless, Failure.TOO_LARGE, 1),
    ("other version", t.garbled(b'"version":1', b'"version":2'), Failure.OTHER_SCHEMA, 1),
    ("no version", t.garbled(b'"version":1', b'"v":1'), Failure.OTHER_SCHEMA, 1),
    ("other question", t.garbled(b'"asked":"', b'"asked":"x'), Failure.OTHER_QUESTION, 1),
]
OF_READING: list[tuple[str, Behaviour, Failure, int]] = [
    ("a list that is a text", t.garbled(b'"entries":[', b'"entries":"","x":['), Failure.OTHER_SCHEMA, 1),
    ("an entry without its article", t.garbled(b'"article"', b'"art"'), Failure.OTHER_SCHEMA, 1),
    ("a fact that is a number", t.garbled(b'"facts":{', b'"facts":{"MN2L2K3":1,'), Failure.OTHER_SCHEMA, 1),
    ("zero bytes", t.garbled(b'"article":"', b'"article":"\\u0000'), Failure.OTHER_SCHEMA, 1),
    ("half a letter", t.garbled(b'"article":"', b'"article":"\\ud800'), Failure.OTHER_SCHEMA, 1),
]


@pytest.mark.parametrize(
    ("behaviour", "failure", "came"),
    [row[1:] for row in TROUBLES + OF_READING],
    ids=[row[0] for row in TROUBLES + OF_READING],
)
def test_a_question_ends_in_time_without_a_wrong_answer(
    lines: Callable[..., Line],
    trouble: Trouble,
    people: dict[str, str],
    caplog: pytest.LogCaptureFixture,
    behaviour: Behaviour,
    failure: Failure,
    came: int,
) -> None:
    trouble.behaves = behaviour
    number, line = people["found 4.1.1"], lines()
    started = time.monotonic()
    with caplog.at_level(logging.DEBUG), pytest.raises(RegisterUnreachable) as silent:
        line.ask(FIND_EMPLOYED, about(number))
    assert time.monotonic() - started < QUICK.seconds + 1.5
    said = line.standing()
    assert (said.last_failure, said.failed, said.answered, said.under_way) == (failure, 1, 0, 0)
    assert len(trouble.came) == came
    assert str(silent.value) == Register.EMPLOYED_PERSONS.value
    assert all("MN2L2K3" not in str(record.__dict__) for record in caplog.records)
    [told] = [record for record in caplog.records if record.getMessage() == "no answer"]
    assert (told.__dict__["system"], told.__dict__["why"]) == ("mas", failure.value)
    assert all(number not in str(record.__dict__) for record in caplog.records)
    assert all(number not in each.target for each in trouble.came)
    assert all("Idempotency-Key" not in each.headers for each in trouble.came)

    trouble.behaves = None
    if said.last_failure != Failure.UNWELL or came != 1:  # it asked us to wait
        assert line.ask(FIND_EMPLOYED, about(number)).entries[0].article == "4.1.1"
        assert line.standing().last_failure == ""


@pytest.mark.parametrize(
    "behaviour",
    [t.done_and_silent, t.cut, t.reset, t.dripping, t.truncated, t.garbled(b'"version":1', b'"version":3')],
    ids=["silent", "cut", "reset", "dripping", "truncated", "other version"],
)
def test_a_form_whose_answer_was_lost_is_taken_once(
    lines: Callable[..., Line],
    trouble: Trouble,
    ministry: Ministry,
    people: dict[str, str],
    behaviour: Behaviour,
) -> None:
    mas, handed_in = HttpMas(lines()), form(people["not registered"])
    trouble.behaves = behaviour
    with pytest.raises(RegisterUnreachable):
        mas.submit(handed_in)
    trouble.behaves = None
    taken = mas.submit(handed_in)
    assert isinstance(taken, FormAnswer)
    assert taken.registration_number.endswith("/Q-000001")
    assert mas.submit(form(people["cancelled"])) != taken
    assert mas.submit(handed_in) == taken
    assert {each.headers["Idempotency-Key"] for each in trouble.came if each.target == HAND_IN_FORM.path} == (
        ministry.keys[HAND_IN_FORM.path]
    )


def test_what_passes_by_itself_is_not_noticed(
    lines: Callable[..., Line], trouble: Trouble, people: dict[str, str]
) -> None:
    line, number = lines(), people["found 4.1.1"]
    for behaviour in (t.hung_up, t.cut, t.says(502), t.says(503, Retry_After="0")):
        trouble.behaves = t.first(2, behaviour)
        assert line.ask(FIND_EMPLOYED, about(number)).entries
    assert (line.standing().answered, line.standing().failed) == (4, 0)


def test_nobody_there_and_nobody_who_lets_us_in(lines: Callable[..., Line], people: dict[str, str]) -> None:
    line = lines(port=9)
    with pytest.raises(RegisterUnreachable):
        line.ask(FIND_EMPLOYED, about(people["not found"]))
    assert line.standing().last_failure == Failure.NO_CONNECTION


def test_who_asks_to_be_left_alone_is_and_answers_afterwards(
    lines: Callable[..., Line], trouble: Trouble, people: dict[str, str]
) -> None:
    line = lines()
    trouble.behaves = t.says(429, Retry_After="2")
    with pytest.raises(RegisterUnreachable):
        line.ask(FIND_EMPLOYED, about(people["not found"]))
    trouble.behaves = None
    with pytest.raises(RegisterUnreachable):
        line.ask(FIND_EMPLOYED, about(people["not found"]))
    assert (len(trouble.came), line.standing().last_failure) == (1, Failure.TOLD_TO_WAIT)
    time.sleep(2.05)
    assert line.ask(FIND_EMPLOYED, about(people["not found"])).entries == ()


def test_the_breaker_opens_lets_one_question_try_and_closes(
    lines: Callable[..., Line], trouble: Trouble, people: dict[str, str]
) -> None:
    line = lines(replace(QUICK, tries=1, break_after=3))
    number = people["found 4.1.1"]

    def asks() -> bool:
        try:
            return bool(line.ask(FIND_EMPLOYED, about(number)).entries)
        except RegisterUnreachable:
            return False

    trouble.behaves = t.says(500)
    assert [asks() for _ in range(6)] == [False] * 6
    assert (len(trouble.came), line.standing().circuit) == (3, "open")
    time.sleep(QUICK.break_for + 0.02)
    assert not asks()
    assert (len(trouble.came), line.standing().circuit) == (4, "open")
    assert not asks()
    time.sleep(QUICK.break_for + 0.02)
    trouble.behaves = None
    assert asks()
    assert (len(trouble.came), line.standing().circuit) == (5, "closed")
    trouble.behaves = t.says(422)
    assert not any(asks() for _ in range(5))
    assert line.standing().circuit == "closed"


def test_only_so_many_questions_are_under_way_and_one_tries_a_system_that_was_away(
    lines: Callable[..., Line], trouble: Trouble, people: dict[str, str]
) -> None:
    line = lines(replace(QUICK, tries=1, break_after=2), at_once=2)

    def asks(_each: int) -> str:
        try:
            line.ask(FIND_EMPLOYED, about(people["not found"]))
        except RegisterUnreachable:
            return "silent"
        return "answered"

    trouble.behaves = t.silent
    with ThreadPoolExecutor(6) as desks:
        assert set(desks.map(asks, range(6))) == {"silent"}
    assert len(trouble.came) == 2  # the others found no place in time, or the breaker open
    assert line.standing().circuit == "open"
    time.sleep(QUICK.break_for + 0.02)
    with ThreadPoolExecutor(2) as desks:
        assert set(desks.map(asks, range(2))) == {"silent"}
    assert len(trouble.came) == 3
    assert line.standing().under_way == 0


def test_an_answer_that_cannot_be_about_this_form_is_none(
    lines: Callable[..., Line], trouble: Trouble, people: dict[str, str]
) -> None:
    mas = HttpMas(lines(replace(QUICK, seconds_behind=2)))
    number = people["not registered"]
    for wrong in (
        t.garbled(b'"registration_number":"', b'"registration_number":"","x":"'),  # accepted without a number
        t.garbled(b'"confirmed_at":"', b'"confirmed_at":null,"x":"'),  # judged before anybody confirmed
        t.garbled(b'Z"', b'"'),  # a moment somewhere on earth
        t.garbled(b'"state":"accepted"', b'"state":"not_accepted"'),  # and no reason
    ):
        trouble.behaves = wrong
        with pytest.raises(RegisterUnreachable):
            mas.submit(form(number, UUID(int=1)))
    trouble.behaves = None
    assert isinstance(mas.submit(form(number, UUID(int=1))), FormAnswer)
    trouble.behaves = t.garbled(b'"state":"accepted"', b'"state":"unconfirmed"')
    with pytest.raises(RegisterUnreachable):
        mas.take_back(UUID(int=1))


def test_what_is_not_known_yet_is_asked_again(
    lines: Callable[..., Line], trouble: Trouble, office: Office, people: dict[str, str]
) -> None:
    line = lines()
    mas, number = HttpMas(line), people["not found"]
    told = Message(uuid4(), "jobseeker.registered", MessageChannel.MOBILE, NumberKind.PIN, number)
    trouble.behaves = t.garbled(b'"delivered"', b'"pending"')
    with pytest.raises(RegisterUnreachable):
        mas.tell(told)
    assert line.standing().failed == 0
    trouble.behaves = None
    said = mas.tell(told)
    assert (said.outcome, said.at) == (Outcome.DELIVERED, datetime(2026, 11, 24, 6, tzinfo=UTC))
