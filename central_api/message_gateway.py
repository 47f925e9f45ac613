"""Our own way to tell a person something, for the messages that MAS does not send. The port, and its simulator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Protocol

from sqlalchemy import Connection

from central_api.clock import Clock
from central_api.database import Database
from central_api.mas import Delivery, Outcome
from central_api.registers import RegisterUnreachable
from central_api.simulated_table import insert_row, one_row, used_up
from dost_desktop.domain.dates import instant, instant_text
from dost_desktop.domain.vocabulary import MessageChannel

GATEWAY: Final = "own_gateway"  # its rows among the simulated ones, and its name in ``outage/``
FAILURES: Final = "own_gateway_failures"  # each row makes one message to that address fail


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message ready to go; ``key`` names this attempt of it."""

    key: str
    channel: MessageChannel
    address: str = field(repr=False)  # the phone, or the person's number of the e-cabinet
    title: str = field(repr=False)  # of the e-cabinet
    text: str = field(repr=False)


class Gateway(Protocol):
    """Sends. Given the same ``key`` again, it sends nothing and answers the same. Raises RegisterUnreachable."""

    def send(self, outgoing: Outgoing) -> Delivery: ...


class SimulatedGateway:
    """Keeps what it "sent" among the simulated rows; a file ``outage/own_gateway`` switches it off."""

    def __init__(self, database: Database, outages: Path, clock: Clock) -> None:
        self.database, self.outages, self.clock = database, outages, clock

    def send(self, outgoing: Outgoing) -> Delivery:
        """Delivered, unless the list of failures names the address."""
        if (self.outages / GATEWAY).exists():
            raise RegisterUnreachable(GATEWAY)

        def work(connection: Connection) -> Mapping[str, Any]:
            known = one_row(connection, GATEWAY, outgoing.key)
            if known is not None:
                return known
            fails = used_up(connection, FAILURES, outgoing.address, lambda _row: True)
            said = {
                "outcome": (Outcome.FAILED if fails else Outcome.DELIVERED).value,
                "at": instant_text(self.clock()),
                "channel": outgoing.channel.value,
                "address": outgoing.address,
                "title": outgoing.title,
                "text": outgoing.text,
            }
            insert_row(connection, GATEWAY, outgoing.key, said)
            return said

        said = self.database.write(work)  # somebody quicker with the same key: once more, and theirs is found
        return Delivery(Outcome(said["outcome"]), instant(said["at"]))
