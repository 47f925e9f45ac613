"""A desk as a test plays it: everything over HTTP, signed with a real key, in the office's words."""

from __future__ import annotations

import hashlib
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import httpx
import uvicorn

from central_api.app import build_app
from central_api.clock import Clock
from central_api.office import Office
from dost_desktop.contract import seals
from dost_desktop.contract.messages import (
    AgentCard,
    DeskEnrolled,
    EventMessage,
    FeedPage,
    PushAnswer,
    PushVerdict,
    RunMessage,
    Session,
    Tokens,
)
from dost_desktop.contract.translation import chained_event, run_message
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation, Series
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.dates import instant, instant_text, legal_date
from dost_desktop.domain.events import Actor, ChainedEvent, Event, Head, head_of, link_run, record
from dost_desktop.domain.fold import fold_all
from dost_desktop.domain.identity import identity_of
from dost_desktop.domain.ids import NumberKind, file_id
from dost_desktop.domain.numbering import number_text
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    Channel,
    FormOfAnswer,
    FormOfApplication,
    PassportGround,
    Source,
)

PASSWORD = "sınaq-parolu-17"
REASONS = "Reyestrin məlumatına görə əmək müqaviləsi ilə işləyir."


class Clockwork:
    """A clock that stands until it is moved."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


@dataclass
class Desk:
    """One PC with one agent at it."""

    http: httpx.Client
    clock: Clock
    enrolled: DeskEnrolled
    law: str
    agent: str = ""
    session: Session | None = None
    key: seals.SigningKey = field(default_factory=seals.SigningKey.new)
    chains: dict[UUID, list[ChainedEvent]] = field(default_factory=dict)
    blocks: dict[tuple[Series, int], list[str]] = field(default_factory=dict)  # numbers that are left

    @property
    def as_desk(self) -> dict[str, str]:
        if self.enrolled.tokens.expires_at <= instant_text(self.clock()):
            answer = self.http.post("/v1/sessions/refresh", json={"refresh": self.enrolled.tokens.refresh})
            assert answer.status_code == 200, answer.text
            fresh = Tokens.model_validate(answer.json())
            self.enrolled = self.enrolled.model_copy(update={"tokens": fresh})
        return {"Authorization": f"Bearer {self.enrolled.tokens.access}"}

    @property
    def as_agent(self) -> dict[str, str]:
        assert self.session is not None
        return {"Authorization": f"Bearer {self.session.tokens.access}"}

    def signs_in(self, agent: str, password: str = PASSWORD) -> Desk:
        answer = self.http.post(
            "/v1/sessions", json={"agent": agent, "password": password}, headers=self.as_desk
        )
        assert answer.status_code == 201, answer.text
        self.agent, self.session = agent, Session.model_validate(answer.json())
        answer = self.http.put("/v1/agents/me/key", json={"public": self.key.public}, headers=self.as_agent)
        assert answer.status_code == 200, answer.text
        return self

    def file_of(self, number: str, kind: NumberKind = NumberKind.PIN) -> UUID:
        return file_id(seals.from_text(self.enrolled.deployment_secret), kind, number)

    def state(self, file: UUID) -> PersonFile:
        return fold_all(file, self.chains.get(file, []))

    def head(self, file: UUID) -> Head:
        chain = self.chains.get(file)
        return head_of(chain[-1]) if chain else Head()

    def asks(self, register: str, number: str, purpose: str = "sınaq", kind: str = "pin") -> Attestation:
        answer = self.lookup(register, number, purpose, kind)
        assert answer.status_code == 200, answer.text
        return from_json(Attestation, answer.json()["attestation"])

    def asks_notaries(self, number: str, paper: str) -> Attestation:
        """What the notaries say of the power of attorney that this person gave."""
        question = {"register_name": "notary", "number_kind": "pin", "number": number, "purpose": "sınaq"}
        answer = self.http.post("/v1/lookups", json=question | {"paper": paper}, headers=self.as_agent)
        assert answer.status_code == 200, answer.text
        return from_json(Attestation, answer.json()["attestation"])

    def lookup(self, register: str, number: str, purpose: str = "sınaq", kind: str = "pin") -> httpx.Response:
        question = {"register_name": register, "number_kind": kind, "number": number, "purpose": purpose}
        return self.http.post("/v1/lookups", json=question, headers=self.as_agent)

    def no_work(
        self, application: UUID, number: str, seen: int = 0, purpose: str = "sınaq"
    ) -> acts.PlaceNoSuitableWork:
        """Vacancies were searched, and MAS notes that there is no suitable work."""
        who = {"number_kind": "pin", "number": number, "purpose": purpose}
        searched = self.http.post("/v1/vacancies", json=who, headers=self.as_agent)
        assert searched.status_code == 200, searched.text
        placed = self.places_no_work(application, number, purpose)
        assert placed.status_code == 200, placed.text
        answer: Attestation = from_json(Attestation, placed.json()["attestation"])
        said = answer.answer
        return acts.PlaceNoSuitableWork(
            application, said["reference"], instant(said["placed_at"]), seen, answer
        )

    def places_no_work(self, application: UUID, number: str, purpose: str = "sınaq") -> httpx.Response:
        wish = {"application": str(application), "number_kind": "pin", "number": number, "purpose": purpose}
        return self.http.post("/v1/no-suitable-work", json=wish, headers=self.as_agent)

    def records(self, file: UUID, *done: acts.Act, at: datetime | None = None, law: str = "") -> RunMessage:
        """One click's events behind what the desk holds, not sent yet."""
        actor = Actor(self.agent, self.enrolled.desk, self.key.sign)
        events = record(done, file_id=file, actor=actor, law=law or self.law, at=at or self.clock())
        return self.links(file, events)

    def links(self, file: UUID, events: tuple[Event, ...]) -> RunMessage:
        """The same events behind what the desk holds now: only the envelope changes."""
        base = self.head(file)
        chained = link_run(base, events)
        self.chains.setdefault(file, []).extend(chained)
        return run_message(base, chained)

    def forgets(self, file: UUID, run: RunMessage) -> tuple[Event, ...]:
        """Take the last run off the desk's chain."""
        chain = self.chains[file]
        taken = tuple(each.event for each in chain[-len(run.events) :])
        del chain[-len(run.events) :]
        return taken

    def pushes(self, *runs: RunMessage) -> list[PushVerdict]:
        answer = self.http.post(
            "/v1/push", json={"runs": [run.model_dump(mode="json") for run in runs]}, headers=self.as_desk
        )
        assert answer.status_code == 200, answer.text
        return list(PushAnswer.model_validate(answer.json()).answers)

    def pulls(self, cursor: str = "", limit: int = 100, wait: float = 0) -> FeedPage:
        answer = self.http.get(
            "/v1/feed", params={"cursor": cursor, "limit": limit, "wait": wait}, headers=self.as_desk
        )
        assert answer.status_code == 200, answer.text
        return FeedPage.model_validate(answer.json())

    def takes(self, file: UUID, from_seq: int, events: tuple[EventMessage, ...]) -> None:
        """The server's events take the place of the desk's from ``from_seq`` on."""
        chain = self.chains.setdefault(file, [])
        del chain[from_seq - 1 :]
        chain += [chained_event(each) for each in events]

    # the office's acts

    def identification(self, number: str) -> tuple[UUID, tuple[acts.Act, ...]]:
        person, status = self.asks("meis_person", number), self.asks("mas_status", number)
        identity = identity_of(person.answer, NumberKind.PIN, number)
        assert identity is not None
        done = (acts.IdentifyPerson(identity, Source.REGISTER, person), acts.ReadStatus(status))
        return self.file_of(number), done

    def identifies(self, number: str) -> UUID:
        file, done = self.identification(number)
        [verdict] = self.pushes(self.records(file, *done))
        assert verdict.answer == "accepted", verdict
        return file

    def next_number(self, series: Series) -> str:
        """From a block that the server leased to this desk."""
        year = legal_date(self.clock()).year
        left = self.blocks.setdefault((series, year), [])
        if not left:
            answer = self.http.post("/v1/leases", json={"series": series, "year": year}, headers=self.as_desk)
            assert answer.status_code == 201, answer.text
            block, centre = answer.json()["lease"], self.enrolled.centre.code
            left += [
                number_text(series, centre, year, each) for each in range(block["first"], block["last"] + 1)
            ]
        return left.pop(0)

    def opening(self, number: str = "") -> acts.OpenApplication:
        return acts.OpenApplication(
            application=uuid4(),
            number=number or self.next_number(Series.APPLICATION),
            application_kind=ApplicationKind.UNEMPLOYED,
            form=FormOfApplication.IN_PERSON,
            channel=Channel.DOST_CENTRE,
            answer_form=FormOfAnswer.IN_PERSON,
            centre=self.enrolled.centre.code,
            place="B",
            ticket="A001",
        )

    def opens(self, file: UUID) -> UUID:
        act = self.opening()
        [verdict] = self.pushes(self.records(file, act))
        assert verdict.answer == "accepted", verdict
        return act.application

    def checks(self, file: UUID, application: UUID, number: str) -> Attestation:
        answer = self.asks("mas_employed_persons", number)
        [verdict] = self.pushes(self.records(file, acts.RecordRegisterAnswer(application, answer)))
        assert verdict.answer == "accepted", verdict
        return answer

    def refusal(self, application: UUID, answer: Attestation, **changes: Any) -> acts.Refuse:
        given: dict[str, Any] = {
            "application": application,
            "passport_ground": PassportGround.NO_LEGAL_BASIS,
            "ground": "employed.4_1_1",
            "article": "4.1.1",
            "lookup_no": answer.lookup_no,
            "reasoning": REASONS,
        }
        return acts.Refuse(**(given | changes))

    def notice(self, application: UUID, pdf: bytes = b"%PDF-sample", **changes: Any) -> acts.IssueNotice:
        given: dict[str, Any] = {
            "application": application,
            "notice": uuid4(),
            "number": changes.get("number") or self.next_number(Series.NOTICE),
            "provisional": False,
            "pdf": hashlib.sha256(pdf).hexdigest(),
            "size": len(pdf),
            "certificate": "01",
            "verify_code": uuid4().hex,
        }
        return acts.IssueNotice(**(given | changes))


@contextmanager
def listening(office: Office) -> Iterator[str]:
    """Serve ``office`` on a free port of the loopback."""
    config = uvicorn.Config(
        build_app(office),
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=2,
        server_header=False,
        proxy_headers=False,
    )  # as central_api.serving does
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # as central_api.serving does
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        while not server.started:
            time.sleep(0.005)
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            office.bell.close()
            server.should_exit = True
            thread.join()


def enrol(office: Office, http: httpx.Client, clock: Clock, centre: str = "B03") -> Desk:
    """A new desk of ``centre``."""
    wish = {"code": office.enrolment.new_code(centre), "install_id": str(uuid4())}
    answer = http.post("/v1/desks/enrol", json=wish)
    assert answer.status_code == 201, answer.text
    hello = http.get("/v1/hello").json()
    return Desk(http, clock, DeskEnrolled.model_validate(answer.json()), law=hello["law"]["versions"][0])


def hire(office: Office, agent: str, role: str = "agent", centre: str = "B03", back_office: str = "") -> None:
    """Somebody with the test password and a post."""
    card = {"agent": agent, "name": f"Nümunə {agent}", "role": role, "post": "sosial agent", "centre": centre}
    office.accounts.add(AgentCard.model_validate(card), PASSWORD, back_office)
