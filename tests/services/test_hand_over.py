"""A print is recorded whenever it happened: also when the desk was locked before the paper came out."""

from __future__ import annotations

from pathlib import Path

from dost_desktop.services.changes import Changes
from dost_desktop.services.hand_over import RecordPrint
from tests.domain.builders import a_key
from tests.fakes.real_desk import WORKS, RealDesk


def test_what_was_printed_while_locked_is_a_copy_as_soon_as_its_agent_is_back(tmp_path: Path) -> None:
    desk = RealDesk(tmp_path)
    file_id, application = desk.opens()
    desk.checks(file_id, application, WORKS)
    notice = desk.refuses(file_id, application)
    record = RecordPrint(desk.desk)

    def copies() -> int:
        with desk.desk.open_reading() as reading:
            found = reading.file(file_id).notice(notice)
        return found.copies if found else -1

    record(file_id, notice, "Otaq 1")
    desk.desk.hand.drop()
    assert record(file_id, notice, "Otaq 1") == Changes()
    assert record(file_id, notice, "") == Changes()
    assert copies() == 1

    desk.desk.hand.take(a_key("aysel"))
    changes = record.catch_up()

    assert copies() == 3
    assert changes.files == {file_id}
    assert record.catch_up() == Changes()
    assert copies() == 3
    desk.close()
