"""Requests that come twice, late, or in another order: each has one effect, and the documented answer."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from central_api.checking.whole import Check
from central_api.office import Office
from dost_desktop.contract.messages import Push, RunMessage, Ticket
from dost_desktop.contract.translation import event_message
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation, Series
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.dates import instant, instant_text, legal_date
from dost_desktop.domain.evidence import SuitabilityTest
from tests.central_api.forger import everything
from tests.central_api.practice_desk import Clockwork, Desk, enrol
from tests.central_api.test_back_office import reads

EMPLOYERS = {"Authorization": "Bearer the-employers-adapter-in-tests-0001"}
CASE = "00000000-0000-4000-8000-00000000ca5e"


@pytest.fixture
def desk(office: Office, desk: Desk) -> Desk:
    """Nobody but the test lets the server work."""
    office.background.stop()
    return desk


def a_morning_s_runs(desk: Desk, people: dict[str, str]) -> dict[UUID, list[RunMessage]]:
    """Four people's cases, run by run, made without a connection."""
    runs: dict[UUID, list[RunMessage]] = {}
    for case in ("found 4.1.1", "found 4.1.2", "not found", "expired card"):
        number = people[case]
        file, done = desk.identification(number)
        opening, employed = desk.opening(), desk.asks("mas_employed_persons", number)
        clicks: list[tuple[acts.Act, ...]] = [
            done,
            (opening, acts.RecordRegisterAnswer(opening.application, employed)),
            (acts.RecordContact(phone="+994500000000"),),
        ]
        if case == "found 4.1.1":
            refusal, notice = desk.refusal(opening.application, employed), desk.notice(opening.application)
            clicks += [(refusal, notice), (acts.PrintNotice(notice.notice, 1, ""),)]
        if case == "not found":
            clicks += [
                (desk.no_work(opening.application, number),),
                (acts.SendToBackOffice(opening.application, "05"),),
            ]
        runs[file] = [desk.records(file, *click) for click in clicks]
    return runs


@pytest.mark.parametrize("seed", range(3))
def test_runs_in_any_order_each_sent_often_give_the_files_they_were_made_for(
    office: Office, desk: Desk, people: dict[str, str], seed: int
) -> None:
    """A run that comes before its turn is answered by a conflict, and taken when its turn comes."""
    chance, runs = random.Random(seed), a_morning_s_runs(desk, people)
    left = [run for of_file in runs.values() for run in of_file]
    taken: list[RunMessage] = []
    while left:
        sent = chance.choices([*left, *taken], k=chance.randint(1, 4))
        for run, verdict in zip(sent, desk.pushes(*sent), strict=True):
            expected = {"known"} if run in taken else {"accepted", "conflict", "skipped"}
            is_stopped = verdict.answer == "skipped"  # behind one of its file that was not taken
            assert verdict.answer in expected or is_stopped, verdict
            if verdict.answer == "accepted":
                left.remove(run)
                taken.append(run)

    for file in runs:
        assert office.hand.whole(file).events == desk.chains[file]
    assert [each for each in Check(office).findings() if each.meaning.is_damage] == []


@dataclass(frozen=True)
class Sent:
    """One request that changes something, and how it was answered the first time."""

    request: httpx.Request
    status: int
    answer: str

    @property
    def what(self) -> str:
        """Method and path."""
        return f"{self.request.method} {self.request.url.path}"


class Log:
    """What went over the line, so that it can be sent again byte for byte."""

    def __init__(self, http: httpx.Client) -> None:
        self.http, self.sent = http, list[Sent]()

    def sends(self, method: str, path: str, headers: dict[str, str], **body: Any) -> httpx.Response:
        """Send it with a key of its own, so that its repetition is known as one."""
        keyed = headers | {"Idempotency-Key": f'"{uuid4()}"'}
        answer = self.http.send(self.http.build_request(method, path, headers=keyed, **body))
        assert answer.is_success, answer.text
        self.sent.append(Sent(answer.request, answer.status_code, answer.text))
        return answer

    def again(self, sent: Sent) -> httpx.Response:
        return self.http.send(
            self.http.build_request(
                sent.request.method,
                sent.request.url,
                headers=sent.request.headers,
                content=sent.request.content,
            )
        )


def a_morning(office: Office, desk: Desk, officer: Desk, people: dict[str, str]) -> list[Sent]:
    """Every kind of request by which a desk, an officer and an employers' adapter change something."""
    log, number = Log(desk.http), people["not found"]
    mine, agent, theirs = desk.as_desk, desk.as_agent, officer.as_agent
    for each in ("A001", "A002"):
        ticket = {
            "number": each,
            "purpose": "unemployed_registration",
            "taken_at": instant_text(desk.clock()),
        }
        office.queue.add("B03", Ticket.model_validate(ticket))
    log.sends("POST", "/v1/queue/call", agent, json={"number": None})
    log.sends("POST", "/v1/queue/A001/call-again", agent)
    log.sends("PUT", "/v1/queue/A001/needs", agent, json={"needs": ["interpreter"]})
    log.sends("POST", "/v1/queue/A001/finish", agent)
    log.sends("POST", "/v1/queue/call", agent, json={"number": "A002"})
    log.sends("POST", "/v1/queue/A002/no-show", agent)
    log.sends("POST", "/v1/leases", mine, json={"series": "registration", "year": 2026})
    log.sends("PUT", "/v1/agents/me/key", agent, json={"public": desk.key.public})
    content = b"%PDF-scan"
    log.sends("PUT", f"/v1/blobs/{hashlib.sha256(content).hexdigest()}", mine, content=content)

    case = {"id": CASE, "state": "paused", "agent": desk.agent, "paused_at": instant_text(desk.clock())}
    log.sends("PUT", f"/v1/cases/{CASE}", mine, json=case)
    log.sends("POST", f"/v1/cases/{CASE}/take", agent)
    log.sends("DELETE", f"/v1/cases/{CASE}", mine)

    question = {"number_kind": "pin", "number": number, "purpose": "sınaq"}
    log.sends("POST", "/v1/lookups", agent, json=question | {"register_name": "mas_status"})
    log.sends("POST", "/v1/vacancies", agent, json=question)
    file, referred = _referred(desk, log, people["expired card"])
    log.sends("POST", "/v1/employer-answers", EMPLOYERS, json={"referral": referred, "answer": "not_hired"})
    desk.takes(file, 1, tuple(event_message(each) for each in office.hand.whole(file).events))
    log.sends("POST", "/v1/push", mine, json=_body(desk.records(file, acts.RecordContact(phone="+994501"))))

    file, done = desk.identification(number)
    opening, employed = desk.opening(), desk.asks("mas_employed_persons", number)
    wish = question | {"application": str(opening.application)}
    placed = log.sends("POST", "/v1/no-suitable-work", agent, json=wish).json()
    attested = from_json(Attestation, placed["attestation"])
    said = attested.answer
    none = acts.PlaceNoSuitableWork(
        opening.application, said["reference"], instant(said["placed_at"]), 5, attested
    )
    sending = acts.SendToBackOffice(opening.application, "05")
    for click in (
        (*done, opening),
        (acts.RecordRegisterAnswer(opening.application, employed), none, sending),
    ):
        log.sends("POST", "/v1/push", mine, json=_body(desk.records(file, *click)))
    reads(officer, file)
    decided = officer.records(file, acts.ReturnDecision(opening.application, "Sənəd əskikdir"))
    log.sends("POST", "/v1/back-office/decisions", theirs, json=_body(decided))
    return log.sent


def _referred(desk: Desk, log: Log, number: str) -> tuple[UUID, str]:
    file, done = desk.identification(number)
    opening, employed, offer = desk.opening(), desk.asks("mas_employed_persons", number), uuid4()
    fits = tuple(
        SuitabilityTest(each, "fits")
        for each in ("education", "specialty", "experience", "health", "transport")
    )
    referral = acts.IssueReferral(
        opening.application, offer, desk.next_number(Series.REFERRAL), legal_date(desk.clock())
    )
    clicks: list[tuple[acts.Act, ...]] = [
        (*done, opening, acts.RecordRegisterAnswer(opening.application, employed)),
        (
            acts.OfferWork(opening.application, offer, "V00001", "Nümunə MMC", "operator", fits),
            acts.AcceptOffer(opening.application, offer),
            referral,
        ),
    ]
    for click in clicks:
        log.sends("POST", "/v1/push", desk.as_desk, json=_body(desk.records(file, *click)))
    return file, referral.number


def _body(run: RunMessage) -> dict[str, Any]:
    return {"runs": [run.model_dump(mode="json")]}


#: What is answered otherwise when it comes late: the case is over by then.
LATE = {
    f"PUT /v1/cases/{CASE}": (410, "case.finished"),
    f"POST /v1/cases/{CASE}/take": (410, "case.finished"),
}
NOTED = {"readings", "answered_requests"}  # a question asked again is noted again


@pytest.mark.parametrize("seed", range(2))
def test_a_morning_s_requests_sent_again_in_any_order_change_nothing(
    office: Office, http: httpx.Client, clock: Clockwork, desk: Desk, people: dict[str, str], seed: int
) -> None:
    officer = enrol(office, http, clock).signs_in("leyla")
    sent = a_morning(office, desk, officer, people)
    before = everything(office)
    again = random.Random(seed).choices(sent, k=3 * len(sent)) + sent
    random.Random(seed).shuffle(again)
    wrong = []
    log = Log(http)
    for each in again:
        answer = log.again(each)
        late = LATE.get(each.what)
        is_late = late is not None and (answer.status_code, answer.json()["code"]) == late
        if answer.status_code != each.status and not is_late:
            wrong.append(f"{each.what}: {answer.status_code} {answer.text}")
        if each.request.url.path in {"/v1/push", "/v1/back-office/decisions"}:
            wrong += [f"{each.what}: {v}" for v in answer.json()["answers"] if v["answer"] != "known"]
    assert not wrong, "\n".join(wrong)
    after = everything(office)
    assert {each for each, rows in before.items() if rows != after[each]} <= NOTED


def test_a_run_that_two_servers_get_at_once_is_taken_by_one_and_known_to_the_other(
    new_office: Callable[[], Office], office: Office, desk: Desk, people: dict[str, str]
) -> None:
    second = new_office()
    caller = office.token_book.caller(desk.enrolled.tokens.access)
    for file in [uuid4() for _ in range(12)]:
        push = Push(runs=(desk.records(file, acts.RecordContact(phone="+994500000000")),))
        with ThreadPoolExecutor(2) as pool:
            answers = list(
                pool.map(lambda server, push=push: server.push(caller, push).answers[0], (office, second))
            )
        assert sorted(each.answer for each in answers) == ["accepted", "known"]
