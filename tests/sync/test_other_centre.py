"""A person who was served at another centre comes to this one: the desk takes over what that centre recorded."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from central_api.enrolment import add_centre
from central_api.office import Office
from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.contract.messages import CentreCard
from tests.central_api.practice_desk import Clockwork, hire
from tests.sync.desks import PracticeDesk, new_desk


def test_a_click_goes_on_top_of_what_a_centre_recorded_whose_agents_nobody_knew_here(
    tmp_path: Path,
    office: Office,
    server: tuple[str, ExitStack],
    catalogue: Catalogue,
    clock: Clockwork,
    desk: PracticeDesk,
    people: dict[str, str],
) -> None:
    card = {"code": "A01", "category": "A", "name": "Nümunə A01", "address": "Sınaq küç. 2", "phone": "2"}
    add_centre(office.database, CentreCard.model_validate(card))
    hire(office, "leyla", centre="A01")
    with new_desk(tmp_path, office, server[0], catalogue, clock, "leyla", "A01") as elsewhere:
        elsewhere.syncs()
        file = elsewhere.identifies(people["found 4.1.1"])
        elsewhere.calls_in(file, "+994500000001")
        elsewhere.syncs()

    desk.syncs()
    desk.identifies(people["found 4.1.1"])
    application = desk.opens(file)
    report = desk.syncs()

    assert report.state.alarms == ()
    assert (report.state.waiting, report.state.needs_you) == (0, 0)
    assert desk.application(file, application) is not None
    assert desk.kinds(file)[:3] == ["person_identified", "status_read", "contact_recorded"]
