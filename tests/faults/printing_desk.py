"""A desk program that dies, as by kill -9, at a named point between the decision and the central API's answer."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.identity import identity_of
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationKind, Receiving
from dost_desktop.practice import PracticeAgent, PracticeFacts, PracticeOffice
from dost_desktop.services.open_application import Intake
from reports.documents import refusal_notice
from tests.acceptance.agent_at_desk import AgentAtDesk, sits_down
from tests.faults.living_desk import Orders


class Point(StrEnum):
    """Where the program dies; in the order in which they come."""

    DRAWN = "the letter is drawn, nothing is recorded"
    RECORDED = "the notice is recorded"
    PRINTED = "paper has come out of the printer"
    PRINT_NOTED = "the print is noted"
    SERVED = "the person has signed the receipt"
    ON_THE_WAY = "the runs are marked as on their way"
    ANSWERED = "the central API has answered, and nobody has noted it"
    DOCUMENT_ON_THE_WAY = "the runs are confirmed, the document is not"


def dies() -> None:
    """Like a power cut to the program: nothing is tidied up."""
    os.kill(os.getpid(), signal.SIGKILL)


class _DeadlyLine:
    """The way to the central API, on which the program dies at some points."""

    def __init__(self, agent: AgentAtDesk, point: Point) -> None:
        self._central, self._point = agent.signed_in.central, point

    def __getattr__(self, name: str) -> Any:
        if name == "push" and self._point is Point.ON_THE_WAY:
            dies()
        if "blob" in name and self._point is Point.DOCUMENT_ON_THE_WAY:
            dies()
        asked = getattr(self._central, name)
        if name == "push" and self._point is Point.ANSWERED:
            return lambda *given: (asked(*given), dies())
        return asked


def prints_and_dies(orders: Orders, person: dict[str, Any], point: Point, printer: Path) -> None:
    """One refusal of a person found as employed, until ``point``; paper falls into the folder ``printer``."""
    agent = seated(orders)
    desk, number = agent.signed_in.desk, person["number"]
    kind = NumberKind(person["number_kind"])
    known, status = (from_json(Attestation, person[each]) for each in ("person", "status"))
    identity = identity_of(known.answer, kind, number)
    assert identity is not None
    opened = agent.does.open_application(
        Intake(kind, number, identity, known, status, None, None, ApplicationKind.UNEMPLOYED)
    )
    agent.file_id, agent.application = opened.file_id, opened.application
    agent.does.record_check(opened.file_id, opened.application, from_json(Attestation, person["employed"]))
    case, refuse = agent.case(), agent.does.refuse
    reserved = refuse.reserve(case, refuse.begin(case), None)
    pdf = refusal_notice(reserved.letter)
    _at(Point.DRAWN, point)
    issued = refuse.commit(reserved, pdf)
    _at(Point.RECORDED, point)
    (printer / f"{issued.number.replace('/', '-')}.pdf").write_bytes(pdf)
    _at(Point.PRINTED, point)
    agent.does.record_print(opened.file_id, issued.notice, "")
    _at(Point.PRINT_NOTED, point)
    agent.does.serve(opened.file_id, issued.notice, Receiving.SIGNED)
    _at(Point.SERVED, point)
    ways = agent.sync._ways
    agent.sync._ways = replace(ways, central=_DeadlyLine(agent, point))
    agent.syncs()
    raise AssertionError(f"{desk.name} outlived {point}")


def seated(orders: Orders) -> AgentAtDesk:
    """The agent signs in."""
    known = PracticeAgent(orders.agent, orders.agent, "agent", orders.password)
    facts = PracticeFacts((known,), "", orders.people)
    return sits_down(PracticeOffice(orders.home), facts)


def _at(here: Point, point: Point) -> None:
    if here is point:
        dies()
