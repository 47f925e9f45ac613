"""What is asked at each door: every route with a thing of the own centre, of another centre, and of nobody."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any, Final, Literal, TypeAlias
from uuid import UUID, uuid4

import httpx

from central_api.office import Office
from dost_desktop.contract.half_done import HalfDoneCase
from dost_desktop.contract.messages import FeedItem, RunMessage, Ticket
from dost_desktop.contract.sealed_box import close_box
from dost_desktop.contract.seals import from_text, to_text
from dost_desktop.domain import acts, canonical
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.dates import instant_text
from tests.central_api.practice_desk import PASSWORD, Clockwork, Desk
from tests.central_api.test_back_office import Sent, sends
from tests.central_api.test_duties import refers

Place: TypeAlias = Literal["own", "other", "nobody's"]
PART: Final = "application/offset+octet-stream"
PLACES: Final[tuple[Place, ...]] = ("own", "other", "nobody's")
_PEOPLE: Final[
    Mapping[str, tuple[str, str]]
] = {  # for what, and whose cases: of the own centre, of the other
    "decision": ("not found", "expired card"),
    "referral": ("representative", "guardian"),
    "notice": ("found 4.1.1", "found 4.1.2"),
    "push": ("found 4.1.4", "found 4.1.5"),
}


@dataclass(frozen=True)
class Ask:
    """One request without its token."""

    method: str
    path: str
    json: object = None
    content: bytes | None = None
    more: Mapping[str, str] = field(default_factory=dict)  # headers
    params: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, Any] | None = None

    def send(self, http: httpx.Client, headers: Mapping[str, str]) -> httpx.Response:
        """Ask, as whoever these headers say."""
        return http.request(
            self.method,
            self.path,
            json=self.json,
            content=self.content,
            params=self.params,
            files=self.files,
            headers={**headers, **self.more},
        )


@dataclass(frozen=True)
class Held:
    """What the desk of one centre has of a refused person's file, and the notice's code."""

    file: UUID
    code: str
    mark: str


class World:
    """The centre B03 with a desk for each role, the centre A01, and what each of them has."""

    def __init__(
        self,
        office: Office,
        http: httpx.Client,
        clock: Clockwork,
        people: Mapping[str, str],
        desks: Mapping[str, Desk],
        far: Desk,
    ) -> None:
        self.office, self.http, self.clock, self.people = office, http, clock, people
        self.desks, self.far = desks, far
        self._counting = count(1)
        near = desks["agent"]
        both: tuple[tuple[Place, Desk], ...] = (("own", near), ("other", far))
        self.refused = {place: self._refused(place, desk) for place, desk in both}
        self.sent = {place: sends(desk, self.number("decision", place)) for place, desk in both}
        self.referred = {place: self._referred(place, desk) for place, desk in both}
        self.pushed = {place: desk.identifies(self.number("push", place)) for place, desk in both}

    def number(self, what: str, place: Place) -> str:
        """Whose case it is."""
        return self.people[_PEOPLE[what][place == "other"]]

    def at(self, place: Place, who: Desk) -> Desk:
        """The desk whose thing is meant."""
        return self.far if place == "other" else who

    def ticket(self, place: Place, who: Desk, *, is_called: bool = False) -> str:
        """A new ticket's number."""
        if place == "nobody's":
            return "Z404"
        desk, number = self.at(place, who), f"{'X' if place == 'other' else 'Q'}{next(self._counting):03}"
        taken = {"number": number, "purpose": "", "taken_at": instant_text(self.clock())}
        self.office.queue.add(desk.enrolled.centre.code, Ticket.model_validate(taken))
        if is_called:
            called = self.http.post("/v1/queue/call", json={"number": number}, headers=desk.as_agent)
            assert called.status_code == 200, called.text
        return number

    def case(self, place: Place, who: Desk) -> dict[str, Any]:
        """A new case; one of nobody's is not told to the server."""
        desk = self.at(place, who)
        told = {
            "id": str(uuid4()),
            "state": "paused",
            "agent": "aysel",
            "paused_at": instant_text(self.clock()),
        }
        said = HalfDoneCase.model_validate(told).model_dump(mode="json")
        if place != "nobody's":
            put = self.http.put(f"/v1/cases/{told['id']}", json=said, headers=desk.as_desk)
            assert put.status_code == 200, put.text
        return said

    def blob(self, place: Place, who: Desk) -> tuple[str, bytes]:
        """Bytes under their hash."""
        content = f"{place} {next(self._counting)}".encode()
        sha256 = hashlib.sha256(content).hexdigest()
        if place != "nobody's":
            put = self.http.put(f"/v1/blobs/{sha256}", content=content, headers=self.at(place, who).as_desk)
            assert put.status_code == 204, put.text
        return sha256, content

    def reads(self, who: Desk, file: UUID) -> None:
        """``who`` takes the file as the server has it."""
        answer = self.http.get(f"/v1/files/{file}", params={"purpose": "x"}, headers=who.as_agent)
        who.takes(file, 1, FeedItem.model_validate(answer.json()).events)

    def lease(self, place: Place, who: Desk) -> dict[str, Any]:
        """A block of numbers."""
        wish = {"series": "registration", "year": 2026}
        answer = self.http.post("/v1/leases", json=wish, headers=self.at(place, who).as_desk)
        block: dict[str, Any] = answer.json()["lease"]
        return block

    def _refused(self, place: Place, desk: Desk) -> Held:
        number, handed = self.number("notice", place), uuid4()
        file = desk.identifies(number)
        application = desk.opens(file)
        answer = desk.checks(file, application, number)
        notice = desk.notice(application)
        done = (desk.refusal(application, answer, **_GROUND[place]), notice)
        for run in (desk.records(file, *done), desk.records(file, acts.HandUp(handed, "Baxılsın"))):
            [verdict] = desk.pushes(run)
            assert verdict.answer == "accepted", verdict
        return Held(file, notice.verify_code, f"handed_up:{handed}")

    def _referred(self, place: Place, desk: Desk) -> str:
        number = desk.next_number(Series.REFERRAL)
        refers(desk, self.number("referral", place), number)
        return number


_GROUND: Final[Mapping[Place, dict[str, str]]] = {
    "own": {},
    "other": {"ground": "employed.4_1_2", "article": "4.1.2"},
}
Asker: TypeAlias = Callable[[World, Desk, Place], Ask]


def _runs(*runs: RunMessage) -> dict[str, Any]:
    return {"runs": [run.model_dump(mode="json") for run in runs]}


def _enrol(world: World, _who: Desk, place: Place) -> Ask:
    new_code = world.office.enrolment.new_code
    code = (
        "AAAAA-AAAAA-AAAAA-AAAAA" if place == "nobody's" else new_code("A01" if place == "other" else "B03")
    )
    return Ask("POST", "/v1/desks/enrol", {"code": code, "install_id": str(uuid4())})


def _refresh(world: World, who: Desk, place: Place) -> Ask:
    with world.office.database.writing() as connection:
        pair = world.office.token_book.issue(connection, who.enrolled.desk)
    return Ask("POST", "/v1/sessions/refresh", {"refresh": "x" if place == "nobody's" else pair.refresh})


def _sign_in(_world: World, _who: Desk, place: Place) -> Ask:
    agent = {"own": "orxan", "other": "fidan", "nobody's": "nobody"}[place]
    return Ask("POST", "/v1/sessions", {"agent": agent, "password": PASSWORD})


def _sign_in_by_key(world: World, who: Desk, place: Place) -> Ask:
    world.clock.at += timedelta(milliseconds=1)  # each moment counts once
    agent = {"own": who.agent, "other": "fidan", "nobody's": "nobody"}[place]
    said = {"agent": agent, "at": instant_text(world.clock())}
    message = canonical.canonical(canonical.KEY_ASSERTION, said | {"desk": who.enrolled.desk})
    return Ask("POST", "/v1/sessions/by-key", said | {"signature": world.at(place, who).key.sign(message)})


def _database_key(_world: World, who: Desk, place: Place) -> Ask:
    box = b"x" * 90 if place == "nobody's" else close_box(from_text(who.enrolled.recovery_key), b"k" * 32)
    return Ask("POST", "/v1/desks/database-key", {"box": to_text(box)})


def _push(world: World, who: Desk, place: Place) -> Ask:
    if place == "own":
        run = who.records(world.pushed["own"], acts.HandUp(uuid4(), "Baxılsın"))
    else:
        number = world.number("push", "other") if place == "other" else world.people["found 4.1.6"]
        run = who.records(*_flat(who.identification(number)))
    return Ask("POST", "/v1/push", _runs(run))


def _flat(found: tuple[UUID, tuple[acts.Act, ...]]) -> tuple[Any, ...]:
    return (found[0], *found[1])


def _feed(world: World, who: Desk, place: Place) -> Ask:
    cursor = "bm9ib2R5" if place == "nobody's" else world.at(place, who).pulls().cursor
    return Ask("GET", "/v1/feed", params={"cursor": cursor})


def _file_of_centre(world: World, _who: Desk, place: Place) -> Ask:
    return Ask("GET", f"/v1/feed/{_whose_file(world, place)}")


def _heads(world: World, _who: Desk, place: Place) -> Ask:
    held = {"file_id": _whose_file(world, place), "seq": 1, "hash": "0" * 64}
    return Ask("POST", "/v1/heads", {"held": [held]})


def _looks(world: World, _who: Desk, place: Place) -> Ask:
    look = {"no": 1, "at": instant_text(world.clock()), "agent": "aysel", "what": "case", "purpose": "x"}
    return Ask("POST", "/v1/looks", {"looks": [look | {"file_id": _whose_file(world, place)}]})


def _whose_file(world: World, place: Place) -> str:
    return str(uuid4() if place == "nobody's" else world.refused[place].file)


def _blob(method: str) -> Asker:
    def ask(world: World, who: Desk, place: Place) -> Ask:
        sha256, content = world.blob(place, who)
        return Ask(method, f"/v1/blobs/{sha256}", content=content if method == "PUT" else None)

    return ask


def _part(world: World, who: Desk, place: Place) -> Ask:
    sha256, content = world.blob(place, who)
    head = {"Upload-Offset": "0", "Upload-Length": str(len(content)), "Content-Type": PART}
    return Ask("PATCH", f"/v1/blobs/{sha256}", content=content, more=head)


def _call(world: World, who: Desk, place: Place) -> Ask:
    return Ask("POST", "/v1/queue/call", {"number": world.ticket(place, who)})


def _ticket(method: str, what: str, json: object = None, *, is_called: bool = True) -> Asker:
    def ask(world: World, who: Desk, place: Place) -> Ask:
        number = world.ticket(place, who, is_called=is_called)
        return Ask(method, f"/v1/queue/{number}/{what}", json)

    return ask


def _put_case(world: World, who: Desk, place: Place) -> Ask:
    case = world.case(place, who)
    return Ask("PUT", f"/v1/cases/{case['id']}", case)


def _one_case(method: str, what: str = "") -> Asker:
    def ask(world: World, who: Desk, place: Place) -> Ask:
        return Ask(method, f"/v1/cases/{world.case(place, who)['id']}{what}")

    return ask


def _look_up(world: World, _who: Desk, _place: Place) -> Ask:
    wish = {"register_name": "mas_status", "number_kind": "pin", "number": world.people["not found"]}
    return Ask("POST", "/v1/lookups", wish | {"purpose": "sınaq"})


def _vacancies(world: World, _who: Desk, _place: Place) -> Ask:
    return Ask("POST", "/v1/vacancies", _whose(world))


def _no_work(world: World, who: Desk, _place: Place) -> Ask:
    searched = world.http.post("/v1/vacancies", json=_whose(world), headers=who.as_agent)
    assert searched.status_code == 200, searched.text
    return Ask("POST", "/v1/no-suitable-work", _whose(world) | {"application": str(uuid4())})


def _whose(world: World) -> dict[str, str]:
    return {"number_kind": "pin", "number": world.people["not found"], "purpose": "sınaq"}


def _file(world: World, _who: Desk, place: Place) -> Ask:
    return Ask("GET", f"/v1/files/{_whose_file(world, place)}", params={"purpose": "sınaq"})


def _decide(world: World, who: Desk, place: Place) -> Ask:
    sent = Sent(world.refused["own"].file, uuid4()) if place == "nobody's" else world.sent[place]
    world.reads(who, sent.file)
    return Ask(
        "POST",
        "/v1/back-office/decisions",
        _runs(who.records(sent.file, acts.ConfirmDecision(sent.application))),
    )


def _lead(world: World, who: Desk, place: Place) -> Ask:
    held = Held(uuid4(), "", "x") if place == "nobody's" else world.refused[place]
    if place != "nobody's":
        world.reads(who, held.file)
    return Ask(
        "POST", "/v1/centre/acts", _runs(who.records(held.file, acts.CloseReview("Baxıldı", (held.mark,))))
    )


def _void(world: World, who: Desk, place: Place) -> Ask:
    block = {"first": 900_000} if place == "nobody's" else world.lease(place, who)
    number = block["first"] if place == "own" else block["first"] + 100_000
    said = {"series": "registration", "year": 2026, "first": number, "last": number, "finding": "Cırılıb"}
    return Ask("POST", "/v1/centre/void-numbers", said)


def _employer(world: World, _who: Desk, place: Place) -> Ask:
    referral = "05-04-05-00/B03/2026/R404" if place == "nobody's" else world.referred[place]
    return Ask("POST", "/v1/employer-answers", {"referral": referral, "answer": "hired"})


def _plain(method: str, path: str) -> Asker:
    return lambda _world, _who, _place: Ask(method, path)


def _page(method: str) -> Asker:
    def ask(world: World, _who: Desk, place: Place) -> Ask:
        code = uuid4().hex if place == "nobody's" else world.refused[place].code
        return Ask(method, f"/v/{code}", files={"pdf": ("a.pdf", b"%PDF-")} if method == "POST" else None)

    return ask


def _catalogue(world: World, _who: Desk, place: Place) -> Ask:
    in_force = world.office.catalogues.listed().catalogues[0].version
    version = "0" * 64 if place == "nobody's" else in_force
    return Ask("GET", f"/v1/catalogues/{version}")


ASKS: Final[Mapping[str, Asker]] = {
    **{
        route: _plain(*route.split())
        for route in (
            "GET /health/live",
            "GET /health/ready",
            "GET /metrics",
            "GET /v",
            "GET /v1/hello",
            "GET /v1/roster",
            "GET /v1/catalogues",
            "GET /v1/queue",
            "GET /v1/cases",
            "GET /v1/back-office/drafts",
            "GET /v1/centre/needs-look",
        )
    },
    "GET /v/{code}": _page("GET"),
    "POST /v/{code}": _page("POST"),
    "POST /v1/desks/enrol": _enrol,
    "POST /v1/sessions/refresh": _refresh,
    "POST /v1/sessions": _sign_in,
    "POST /v1/sessions/by-key": _sign_in_by_key,
    "PUT /v1/agents/me/key": lambda _w, who, _p: Ask("PUT", "/v1/agents/me/key", {"public": who.key.public}),
    "POST /v1/desks/database-key": _database_key,
    "PUT /v1/desks/standing": lambda _w, _who, _p: Ask("PUT", "/v1/desks/standing", {"mark": uuid4().hex}),
    "POST /v1/push": _push,
    "GET /v1/feed": _feed,
    "GET /v1/feed/{file_id}": _file_of_centre,
    "POST /v1/heads": _heads,
    "POST /v1/looks": _looks,
    "GET /v1/catalogues/{version}": _catalogue,
    "POST /v1/leases": lambda _w, _who, _p: Ask("POST", "/v1/leases", {"series": "notice", "year": 2026}),
    "PUT /v1/blobs/{sha256}": _blob("PUT"),
    "PATCH /v1/blobs/{sha256}": _part,
    "HEAD /v1/blobs/{sha256}": _blob("HEAD"),
    "GET /v1/blobs/{sha256}": _blob("GET"),
    "POST /v1/queue/call": _call,
    "POST /v1/queue/{number}/call-again": _ticket("POST", "call-again"),
    "POST /v1/queue/{number}/finish": _ticket("POST", "finish"),
    "POST /v1/queue/{number}/no-show": _ticket("POST", "no-show"),
    "POST /v1/queue/{number}/transfer": _ticket("POST", "transfer", {"direction": "employment"}),
    "PUT /v1/queue/{number}/needs": _ticket("PUT", "needs", {"needs": ["interpreter"]}),
    "PUT /v1/cases/{case_id}": _put_case,
    "POST /v1/cases/{case_id}/take": _one_case("POST", "/take"),
    "DELETE /v1/cases/{case_id}": _one_case("DELETE"),
    "POST /v1/lookups": _look_up,
    "POST /v1/vacancies": _vacancies,
    "POST /v1/no-suitable-work": _no_work,
    "GET /v1/files/{file_id}": _file,
    "POST /v1/back-office/decisions": _decide,
    "POST /v1/centre/acts": _lead,
    "POST /v1/centre/void-numbers": _void,
    "POST /v1/employer-answers": _employer,
}


def told(answer: httpx.Response) -> str:
    """An answer as the table writes it: status, and the code, verdict or outcome."""
    status = str(answer.status_code)
    kind = answer.headers.get("content-type", "")
    if not answer.content:
        return status
    if kind.startswith("application/problem+json"):
        return f"{status} {answer.json()['code']}"
    said = answer.json() if kind.startswith("application/json") else {}
    if "answers" in said:
        verdict = said["answers"][0]
        return " ".join(filter(None, (status, verdict["answer"], verdict.get("reason", ""))))
    if "voided" in said:
        return f"{status} {'voided' if said['voided'] else 'nothing'}"
    return status
