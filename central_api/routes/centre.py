"""The centre's day: the greeting, who works here, the queue, and questions to the registers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from central_api.problems import Problematic, documented
from central_api.registers import RegisterUnreachable
from central_api.routes.doors import OPEN, ADesk, AskingRegisters, AtTheQueue, Services
from central_api.routes.repeats import Once
from central_api.strict_json import StrictRoute
from dost_desktop.contract.messages import (
    Attested,
    CallTicket,
    Hello,
    Lookup,
    Queue,
    Roster,
    Ticket,
    TicketNeeds,
    TransferTicket,
)
from dost_desktop.contract.translation import sealed_json
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.ids import NumberKind

router = APIRouter(route_class=StrictRoute, prefix="/v1", tags=["centre"])
TicketNumber = Annotated[str, Path(min_length=1, max_length=100)]
_ASK_AGAIN = 5  # seconds


@router.get("/hello", dependencies=OPEN)
def hello(office: Services) -> Hello:
    """Who the server is, what time it has, and by which law it judges."""
    return Hello(
        epoch=office.deployment.epoch,
        time=instant_text(office.clock()),
        server_keys=office.seals.public_keys,
        law=office.laws.versions,
    )


@router.get("/roster", responses=documented(401, 403))
def roster(office: Services, desk: ADesk) -> Roster:
    """Who works at the desk's centre, and the keys of all whose events it may hold."""
    return office.agent_keys.roster(desk.centre)


@router.get("/queue", responses=documented(401, 403))
def queue(office: Services, caller: AtTheQueue) -> Queue:
    """Today's tickets of the desk's directions, and the centre's figures."""
    return office.queue.board(caller.centre, caller.desk)


@router.post("/queue/call", responses=documented(401, 403, 404, 409, 422))
def call(office: Services, caller: AtTheQueue, wish: CallTicket, once: Once) -> Ticket:
    """Call one ticket, or the next one."""
    return once(Ticket, lambda: office.queue.call(caller, wish.number))


@router.post("/queue/{number}/call-again", responses=documented(401, 403, 404, 409, 422))
def call_again(office: Services, caller: AtTheQueue, number: TicketNumber, once: Once) -> Ticket:
    """Call the called ticket once more."""
    return once(Ticket, lambda: office.queue.call_again(caller, number))


@router.post("/queue/{number}/finish", responses=documented(401, 403, 404, 409, 422))
def finish(office: Services, caller: AtTheQueue, number: TicketNumber, once: Once) -> Ticket:
    """The person was served."""
    return once(Ticket, lambda: office.queue.end(caller, number, "served"))


@router.post("/queue/{number}/no-show", responses=documented(401, 403, 404, 409, 422))
def no_show(office: Services, caller: AtTheQueue, number: TicketNumber, once: Once) -> Ticket:
    """Nobody came."""
    return once(Ticket, lambda: office.queue.end(caller, number, "no_show"))


@router.post("/queue/{number}/transfer", responses=documented(401, 403, 404, 409, 422))
def transfer(
    office: Services, caller: AtTheQueue, number: TicketNumber, wish: TransferTicket, once: Once
) -> Ticket:
    """The ticket waits for another direction, or for one desk."""
    return once(Ticket, lambda: office.queue.transfer(caller, number, wish))


@router.put("/queue/{number}/needs", responses=documented(401, 403, 404, 409, 422))
def note_needs(office: Services, caller: AtTheQueue, number: TicketNumber, noted: TicketNeeds) -> Ticket:
    """What the person needs: an interpreter, priority, a representative's papers."""
    return office.queue.note_needs(caller, number, noted.needs)


@router.post("/lookups", responses=documented(401, 403, 422, 503))
def look_up(office: Services, caller: AskingRegisters, wish: Lookup) -> Attested:
    """One question to a register about one person; the answer is signed and the question noted."""
    register = Register(wish.register_name)
    try:
        attestation = office.lookups.ask(
            register,
            NumberKind(wish.number_kind),
            wish.number,
            wish.purpose,
            paper=wish.paper,
            agent=caller.agent,
            desk=caller.desk,
        )
    except RegisterUnreachable:
        raise Problematic(
            503, "register.unreachable", retry_after=_ASK_AGAIN, register=register.value
        ) from None
    return Attested(attestation=sealed_json(attestation))
