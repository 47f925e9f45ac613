"""Killed between the decision, the paper and the sending: a printed number is always in the outbox, and goes once."""

from __future__ import annotations

import hashlib
import signal
import sys
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from dost_desktop.domain import acts
from dost_desktop.office import Office
from tests.central_api.practice_desk import PASSWORD, listening
from tests.faults.living_desk import Orders
from tests.faults.long_life import Plan, Toll, prepared, processes
from tests.faults.long_life_proof import Held, held_at, prove
from tests.faults.printing_desk import Point, prints_and_dies, seated

if sys.platform == "win32":
    pytest.skip("nothing ends itself there as kill -9 does", allow_module_level=True)


def issued_at(held: Held) -> list[acts.IssueNotice]:
    return [each for each in held.own if isinstance(each, acts.IssueNotice)]


def everything_is_sent(orders: Orders) -> None:
    agent = seated(orders)
    while agent.syncs().state.waiting:
        pass
    agent.leaves()


def killed_at_each(folder: Path, points: list[Point]) -> None:
    """One person after the other; the program dies each time, and in the end everything is sent."""
    plan = Plan(seed=1, desks=1, people=2 * len(points), earlier=timedelta())
    with ExitStack() as closing:
        server, [practice], people = prepared(plan, folder)
        closing.callback(server.stop)
        Office(practice.desk_home).move_to(closing.enter_context(listening(server)))
        orders = Orders(practice.home, "agent_0", PASSWORD, people, 1, 0)
        everything_is_sent(orders)  # the roster and numbers have come
        printer = folder / "printer"
        printer.mkdir()
        for person, point in zip(people, points, strict=False):
            dead = processes().Process(target=prints_and_dies, args=(orders, person, point, printer))
            dead.start()
            dead.join(60)
            assert dead.exitcode == -signal.SIGKILL, point
            paper_is_in_the_outbox(held_at(practice.desk_home, orders.agent, PASSWORD), printer, point)

        everything_is_sent(orders)
        held = held_at(practice.desk_home, orders.agent, PASSWORD)
        verdict = prove(server, [held], Toll())
        assert verdict.is_kept, verdict
        numbers = sorted(each.number[-6:] for each in issued_at(held))
        assert numbers == [f"{each + 1:06}" for each in range(len(points) - points.count(Point.DRAWN))]


def paper_is_in_the_outbox(held: Held, printer: Path, point: Point) -> None:
    """Every paper's number stands in a file, with its bytes, and in a run that is still to be sent or was confirmed."""
    notices = {each.pdf: each for each in issued_at(held)}
    papers = {hashlib.sha256(each.read_bytes()).hexdigest(): each.stem for each in printer.iterdir()}
    assert held.report.is_whole, point
    assert not held.is_locked
    for sha256, number in papers.items():
        assert notices[sha256].number.replace("/", "-") == number
    chained = [each for chain in held.chains.values() for each in chain]
    unsent = {each.event.content.run for each in chained if each.event.content.run in held.unsent}
    issuing = [each for each in chained if each.event.content.kind == acts.IssueNotice.kind]
    confirmed = {each for each in held.receipts if held.receipts[each]}
    for each in issuing:
        assert each.event.content.run in unsent or each.event.content.file_id in confirmed
    assert held.documents_left[0] >= len(notices) - len(confirmed)


def test_a_printed_number_is_in_the_outbox_wherever_the_program_dies(tmp_path: Path) -> None:
    killed_at_each(tmp_path, [Point.RECORDED, Point.PRINTED, Point.ANSWERED])


@pytest.mark.long
def test_a_printed_number_is_in_the_outbox_at_every_point(tmp_path: Path) -> None:
    killed_at_each(tmp_path, [*Point, *reversed(Point)])
