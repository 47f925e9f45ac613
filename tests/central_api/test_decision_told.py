"""What the back office decided reaches MAS, whatever is asked and written in between (SEED 11, 23.6)."""

from __future__ import annotations

from datetime import date, timedelta

import httpx
import pytest
from sqlalchemy import Connection

from central_api.ledger import holding
from central_api.office import Office
from dost_desktop.domain import acts
from dost_desktop.domain.events import link_run, record
from dost_desktop.domain.vocabulary import Status
from tests.central_api.practice_desk import Clockwork, Desk, enrol, hire
from tests.central_api.test_back_office import decides, reads, sends
from tests.central_api.test_duties import pulled


@pytest.fixture
def desk(office: Office, desk: Desk) -> Desk:
    """Nobody but the test lets the server work."""
    office.background.stop()
    return desk


def test_a_status_that_is_asked_before_mas_heard_of_the_decision_does_not_undo_it(
    office: Office, http: httpx.Client, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    """MAS takes no decisions for a moment, and still says who is registered how."""
    hire(office, "nərgiz", "back_office", "A01")
    officer = enrol(office, http, clock, "A01").signs_in("nərgiz")
    number = people["not found"]
    sent = sends(desk, number)
    office.settings.outages.mkdir()
    outage = office.settings.outages / "mas_form"
    outage.touch()
    reads(officer, sent.file)
    [verdict] = decides(officer, officer.records(sent.file, acts.ConfirmDecision(sent.application)))
    assert verdict.answer == "accepted", verdict
    assert office.duties.work_off() == 0

    clock.at += timedelta(seconds=1)
    pulled(desk, sent.file)
    [verdict] = desk.pushes(desk.records(sent.file, acts.ReadStatus(desk.asks("mas_status", number))))
    assert verdict.answer == "accepted", verdict

    outage.unlink()
    clock.at += timedelta(minutes=5)
    office.duties.work_off()
    assert desk.asks("mas_status", number).answer["status"] == Status.UNEMPLOYED
    assert office.hand.read(sent.file).registration.status is Status.UNEMPLOYED


def test_what_the_office_ended_stands_although_mas_was_asked_before_it_had_heard(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    number = people["unemployed"]
    file = desk.identifies(number)
    office.settings.outages.mkdir()
    outage = office.settings.outages / "mas_ends"
    outage.touch()
    act = acts.EndByOffice(
        Status.TEMPORARILY_REMOVED, "removal.service", date(2026, 11, 24), None, "Məktub № 7"
    )

    def end(connection: Connection) -> None:
        with holding(connection, [file], office.clock()) as held:
            by = office.seals.central_actor()
            events = record((act,), file_id=file, actor=by, law=desk.law, at=office.clock())
            held.append(file, link_run(held.held[file].head, events), "")
            held.publish()

    office.database.write(end)
    assert office.duties.work_off() == 0
    clock.at += timedelta(seconds=1)
    pulled(desk, file)
    [verdict] = desk.pushes(desk.records(file, acts.ReadStatus(desk.asks("mas_status", number))))
    assert verdict.answer == "accepted", verdict

    outage.unlink()
    clock.at += timedelta(minutes=5)
    assert office.duties.work_off() == 1
    assert office.hand.read(file).registration.status is Status.TEMPORARILY_REMOVED
