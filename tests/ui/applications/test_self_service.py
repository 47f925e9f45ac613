"""An application made in e-sosial stands in the list of every desk of its centre, and says where it comes from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from central_api.office import Office
from central_api.self_service import ElectronicApplication, receive
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationKind
from tests.central_api.practice_desk import Clockwork
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import Went
from tests.sync.desks import PracticeDesk
from tests.sync.fixtures import catalogue, clock, office, people, server
from tests.sync.fixtures import desk as practice_desk
from ui.screens.applications.listing import Listing
from ui.screens.applications.presenter import ApplicationsPresenter
from ui.screens.applications.view import ApplicationsView

__all__ = ["catalogue", "clock", "office", "people", "practice_desk", "server"]


@pytest.fixture
def received(office: Office, people: dict[str, str], clock: Clockwork) -> Office:
    """MAS handed one application over, and the server has recorded it."""
    office.background.stop()
    wish = ElectronicApplication(
        mas_number="MAS-1",
        number_kind=NumberKind.PIN,
        number=people["not found"],
        phone="",
        application_kind=ApplicationKind.UNEMPLOYED,
        centre="B03",
        submitted_at=instant_text(clock()),
    )
    receive(office.database, [wish])
    assert office.self_service.work_off() == 1
    return office


def test_it_is_found_and_opened_like_any_other(
    received: Office,
    practice_desk: PracticeDesk,
    qtbot: QtBot,
) -> None:
    assert practice_desk.syncs().received == 3
    view, went = ApplicationsView(), Went()
    qtbot.addWidget(view)
    presenter = ApplicationsPresenter(view, InlineTasks(), went, Listing(practice_desk.desk))
    presenter.opened()

    model = view._model
    [row] = [
        [
            str(model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) or "")
            for column in range(model.columnCount())
        ]
        for _ in range(model.rowCount())
    ]
    assert any(cell.endswith("self-service") for cell in row), row
    assert not any("central" in cell for cell in row)
    [listed] = view._found.rows if view._found else ()
    presenter.row_opened(listed.id)
    assert went.to == ["case"]
