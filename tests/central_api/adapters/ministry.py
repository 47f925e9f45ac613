"""The ministry as its bridge would be: it speaks the contract, and the embedded simulators say what it answers."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import JSONResponse

from central_api.adapters import contract as c
from central_api.adapters import operations
from central_api.adapters.operations import OPERATIONS, Operation
from central_api.adapters.systems import Simulators, Systems
from central_api.mas import Confirmed, Delivery, End, Form, FormAnswer, FormState, Message, NoWork, Undecided
from central_api.message_gateway import Outgoing
from central_api.registers import RegisterUnreachable
from dost_desktop.contract.suitable_work import Vacancy
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.vocabulary import MessageChannel

TOKEN = "the-token-that-the-ministry-gave-us"
PAGE = 25  # vacancies


@dataclass
class Ministry:
    """What stands behind the bridge, and what came over it."""

    port: int = 0
    is_open: bool = False
    questions: Counter[str] = field(default_factory=Counter)  # by path, repeats too
    keys: dict[str, set[str]] = field(default_factory=dict)  # by path: what was asked to change something
    not_modified: int = 0
    requests: list[Request] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def opens(self, systems: Systems) -> None:
        """From now on these simulators answer."""
        self.simulated = Simulators(systems.registers, systems.mas, systems.bank, systems.gateway)
        self.is_open = True

    def notes(self, operation: Operation[Any, Any], request: Request, question: c.Asked) -> None:
        """One question more. Raises HTTPException for one that the contract does not allow."""
        with self._lock:
            self.questions[operation.path] += 1
            self.requests.append(request)
            if not operation.changes:
                return
            key = request.headers.get("idempotency-key", "")
            self.keys.setdefault(operation.path, set()).add(key)
            if key != question.asked:
                raise HTTPException(400, "Idempotency-Key")


def build_ministry(ministry: Ministry) -> FastAPI:
    """Its doors."""
    app = FastAPI()
    for operation in OPERATIONS:
        app.add_api_route(operation.path, _door(ministry, operation), methods=["POST"])

    @app.get(operations.VACANCIES)
    def vacancies(request: Request, page: int) -> Response:
        _let_in(request)
        ministry.questions[operations.VACANCIES] += 1
        every = sorted(_reached(ministry.simulated.bank.all), key=lambda each: each.number)
        tag = f'"{hashlib.sha256(repr(every).encode()).hexdigest()}"'
        if request.headers.get("if-none-match") == tag:
            ministry.not_modified += 1
            return Response(status_code=304, headers={"ETag": tag})
        chosen = every[(page - 1) * PAGE : page * PAGE]
        said = c.VacanciesSaid(
            version=1, page=page, pages=max(1, -(-len(every) // PAGE)), vacancies=tuple(map(_place, chosen))
        )
        return JSONResponse(said.model_dump(mode="json"), headers={"ETag": tag})

    return app


def _door(ministry: Ministry, operation: Operation[Any, Any]) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        _let_in(request)
        body = await request.body()
        question = operation.question.model_validate_json(body)
        ministry.notes(operation, request, question)
        try:
            facts = _reached(lambda: _ANSWERS[operation.path](ministry.simulated, question))
        except InvalidValue:
            raise HTTPException(422, "number") from None
        said = operation.answer.model_validate({"version": 1, "asked": question.asked, **facts}, strict=False)
        return JSONResponse(said.model_dump(mode="json"))

    return answer


def _let_in(request: Request) -> None:
    if request.headers.get("authorization") != f"Bearer {TOKEN}":
        raise HTTPException(401)


def _reached(ask: Callable[[], Any]) -> Any:
    try:
        return ask()
    except RegisterUnreachable:
        raise HTTPException(503, headers={"Retry-After": "0"}) from None


def _asked(
    simulated: Simulators, register: Register, question: c.AboutPerson, paper: str = ""
) -> dict[str, Any]:
    return dict(simulated.registers.ask(register, question.number_kind, question.number, paper))


def _record(said: dict[str, Any]) -> dict[str, Any]:
    if not said["found"]:
        return {"state": "not_found"}
    days = {name: said.get(name) or None for name in ("birth_date",)}
    document = said.get("document") or {}
    document = document | {"valid_until": document.get("valid_until") or None}
    return {"state": "found", "record": said | days | {"document": document}}


def _paper(said: dict[str, Any]) -> dict[str, Any]:
    if not said["found"]:
        return {"state": "not_found"}
    if not said["for_this_person"]:
        return {"state": "other_grantor"}
    days = {name: said.get(name) or None for name in ("paper_date", "valid_until", "revoked_on")}
    return {"state": "found", "record": said | days}


def _status(said: dict[str, Any]) -> dict[str, Any]:
    bars = [dict(zip(("ground", "until"), each.rsplit(":", 1), strict=True)) for each in said.get("bars", [])]
    empty = {name: said.get(name) or None for name in ("since", "ends_on", "before_removal", "profile")}
    return said | empty | {"bars": bars}


def _form(state: FormState | None) -> dict[str, Any]:
    if isinstance(state, FormAnswer):
        return {
            "state": "accepted" if state.accepted else "not_accepted",
            "at": state.at,
            "confirmed_at": state.confirmed_at,
            "registration_number": state.registration_number,
            "reason": state.reason,
        }
    return {"state": (state or Undecided.TAKEN_BACK).value}


def _handed_in(simulated: Simulators, asked: c.FormHandedIn) -> dict[str, Any]:
    told = asked.model_dump(exclude={"version", "asked"})
    return _form(simulated.mas.submit(Form(**told)))


def _end(asked: c.EndNoted) -> End:
    return End(**asked.model_dump(exclude={"version", "asked"}), occasion=c.UUID(asked.asked))


def _told(simulated: Simulators, asked: c.MessageAsked) -> dict[str, Any]:
    attempt = int(asked.asked.rpartition(":")[2])
    number = asked.number_kind, asked.number
    return _delivery(
        simulated.mas.tell(Message(asked.occasion, asked.message, asked.channel, *number, attempt))
    )


def _delivery(said: Delivery) -> dict[str, Any]:
    return {"outcome": said.outcome.value, "at": said.at}


def _sms(simulated: Simulators, asked: c.SmsAsked) -> dict[str, Any]:
    going = Outgoing(asked.asked, MessageChannel.MOBILE, asked.phone, "", asked.text)
    return _delivery(simulated.gateway.send(going))


def _cabinet(simulated: Simulators, asked: c.CabinetAsked) -> dict[str, Any]:
    going = Outgoing(asked.asked, MessageChannel.E_CABINET, asked.number, asked.title, asked.text)
    return _delivery(simulated.gateway.send(going))


def _no_work(simulated: Simulators, asked: c.NoWorkAsked) -> dict[str, Any]:
    placed = simulated.mas.place_no_work(NoWork(asked.application, asked.number_kind, asked.number))
    return {"reference": placed.reference, "at": placed.at}


def _unemployed(simulated: Simulators, asked: c.UnemployedNoted) -> dict[str, Any]:
    simulated.mas.note_unemployed(Confirmed(c.UUID(asked.asked), asked.number_kind, asked.number))
    return {}


def _ended(simulated: Simulators, asked: c.EndNoted) -> dict[str, Any]:
    simulated.mas.note_end(_end(asked))
    return {}


_ANSWERS: dict[str, Callable[[Simulators, Any], dict[str, Any]]] = {
    operations.FIND_PERSON.path: lambda s, q: _record(_asked(s, Register.PERSON, q)),
    operations.FIND_PERMIT.path: lambda s, q: _record(_asked(s, Register.PERMITS, q)),
    operations.FIND_PAPER.path: lambda s, q: _paper(_asked(s, Register.NOTARY, q, q.paper_number)),
    operations.FIND_STATUS.path: lambda s, q: _status(_asked(s, Register.STATUS, q)),
    operations.FIND_EMPLOYED.path: lambda s, q: _asked(s, Register.EMPLOYED_PERSONS, q),
    operations.HAND_IN_FORM.path: _handed_in,
    operations.TAKE_BACK_FORM.path: lambda s, q: _form(s.mas.take_back(q.submission)),
    operations.PLACE_NO_WORK.path: _no_work,
    operations.NOTE_UNEMPLOYED.path: _unemployed,
    operations.NOTE_END.path: _ended,
    operations.TELL.path: _told,
    operations.SEND_SMS.path: _sms,
    operations.SEND_TO_CABINET.path: _cabinet,
}


def _place(vacancy: Vacancy) -> c.OpenPlace:
    return c.OpenPlace.model_validate(
        vacancy.model_dump() | {"open_until": vacancy.open_until or None}, strict=False
    )
