"""A request whose answer is lost on the way is asked again under the same key, and carried out once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

import pytest
from sqlalchemy import select

from central_api.office import Office
from central_api.tables import leases
from dost_desktop.api.transport import Received, Request, Transport
from dost_desktop.contract.messages import Leased, Problem
from dost_desktop.domain.attestation import Series
from dost_desktop.sync.needs import NoAnswer, Silence
from tests.sync.desks import PracticeDesk


@pytest.fixture
def loses(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """The next so many answers do not reach the desk, whatever the server did."""
    left = [0]
    send = Transport.send

    def lossy(self: Transport, request: Request, token: str = "") -> Received | Problem | NoAnswer:
        answer = send(self, request, token)
        if left[0] and request.method == "POST":
            left[0] -= 1
            return NoAnswer(Silence.CUT)
        return answer

    monkeypatch.setattr(Transport, "send", lossy)
    return lambda count: left.__setitem__(0, count)


def test_a_block_of_numbers_is_not_burnt_by_lost_answers(
    office: Office, desk: PracticeDesk, loses: Callable[[int], None]
) -> None:
    loses(2)
    answers = [desk.central.lease(Series.NOTICE, 2026) for _ in range(4)]
    assert [isinstance(each, Leased) for each in answers] == [False, False, True, True]
    with office.database.reading() as connection:
        blocks = connection.execute(
            select(leases.c.first).where(leases.c.series == "notice").order_by(leases.c.first)
        ).scalars()
        assert list(blocks) == [1, 51]


def test_a_refused_wish_is_forgotten(desk: PracticeDesk, server: tuple[str, ExitStack]) -> None:
    refused = desk.central.lease(Series.NOTICE, 2027)
    assert isinstance(refused, Problem)
    assert refused.code == "lease.year"
    server[1].close()
    assert isinstance(desk.central.lease(Series.NOTICE, 2027), NoAnswer)
