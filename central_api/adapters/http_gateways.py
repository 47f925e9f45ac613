"""Our own SMS and e-cabinet gateways over HTTP, for the messages that MAS does not send."""

from __future__ import annotations

from central_api.adapters import contract, operations
from central_api.adapters.contract import moment
from central_api.adapters.line import Line
from central_api.clock import Clock
from central_api.mas import Delivery, Outcome
from central_api.message_gateway import Gateway, Outgoing
from central_api.registers import RegisterUnreachable
from dost_desktop.domain.vocabulary import MessageChannel


class SmsGateway:
    """Sends each attempt once, by its key."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def send(self, outgoing: Outgoing) -> Delivery:
        """What became of it; while the gateway does not know yet, RegisterUnreachable, and it is asked again."""
        question = contract.SmsAsked(asked=outgoing.key, phone=outgoing.address, text=outgoing.text)
        return delivery(self._line.ask(operations.SEND_SMS, question), operations.SEND_SMS.about)


class CabinetGateway:
    """The same for the e-cabinet."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def send(self, outgoing: Outgoing) -> Delivery:
        """As ``SmsGateway.send``."""
        question = contract.CabinetAsked(
            asked=outgoing.key, number=outgoing.address, title=outgoing.title, text=outgoing.text
        )
        return delivery(
            self._line.ask(operations.SEND_TO_CABINET, question), operations.SEND_TO_CABINET.about
        )


class NoGateway:
    """For a deployment in which MAS alone tells people: what it does not send stays unsent, and the file says so."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def send(self, _outgoing: Outgoing) -> Delivery:
        """Failed, as nobody sent it."""
        return Delivery(Outcome.FAILED, self._clock())


class GatewayByChannel:
    """One gateway for SMS, one for the e-cabinet."""

    def __init__(self, sms: Gateway, cabinet: Gateway) -> None:
        self._by_channel = {MessageChannel.MOBILE: sms, MessageChannel.E_CABINET: cabinet}

    def send(self, outgoing: Outgoing) -> Delivery:
        """Sent by the channel's own."""
        return self._by_channel[outgoing.channel].send(outgoing)


def delivery(said: contract.MessageSaid | contract.SentSaid, about: str) -> Delivery:
    """What is recorded. Raises RegisterUnreachable while nobody knows yet: the same question goes out again."""
    if said.outcome == "pending":
        raise RegisterUnreachable(about)
    return Delivery(Outcome(said.outcome), moment(said.at))
