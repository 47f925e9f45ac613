"""An application opened again: its old written answer is asked about until a new one takes its place (design 4)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.domain.acts import Reopen
from dost_desktop.domain.events import Actor, record
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.services.look_at_file import LookAtCase
from dost_desktop.services.what_came_back import Answer, WhatCameBack
from tests.domain.builders import a_key
from tests.fakes.real_desk import WORKS, RealDesk
from ui.parts.reopened import ReopenedNote


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RealDesk]:
    at = RealDesk(tmp_path)
    yield at
    at.close()


def opened_again(desk: RealDesk, file_id: UUID, application: UUID, reason: str) -> None:
    """What the head did at another desk has come with the feed."""
    now = desk.clock.now()
    by = Actor("ramin", "B03-01", a_key("ramin").sign)
    acts = record([Reopen(application, reason)], file_id=file_id, actor=by, law=desk.law(now).version, at=now)
    with desk.database.open_work() as work:
        work.append(acts, file_id)
        work.commit()


def file_of(desk: RealDesk, file_id: UUID) -> PersonFile:
    with desk.database.open_reading() as reading:
        return reading.file(file_id)


def test_a_new_written_answer_supersedes_the_one_that_stood(desk: RealDesk, qapp: QApplication) -> None:
    file_id, application = desk.opens()
    desk.checks(file_id, application, WORKS)
    first = desk.refuses(file_id, application)
    note, look = ReopenedNote(), LookAtCase(desk.desk)
    note.show_case(look(file_id, application))
    assert note.isHidden()

    opened_again(desk, file_id, application, "Reyestr səhvi")
    assert file_of(desk, file_id).review == (f"notice_without_refusal:{first}",)
    note.show_case(look(file_id, application))
    assert not note.isHidden()
    assert "Reyestr səhvi" in note._detail.text()
    assert "…/000430" in note._detail.text()
    [told] = WhatCameBack(desk.desk)()
    assert (told.answer, told.application) == (Answer.REOPENED, application)

    desk.checks(file_id, application, WORKS)
    second = desk.refuses(file_id, application, b"%PDF-1.7 yeni")
    file = file_of(desk, file_id)
    before, now = file.notice(first), file.notice(second)
    assert before is not None
    assert now is not None
    assert (before.superseded_by, now.stands, file.review) == (second, True, ())
    note.show_case(look(file_id, application))
    assert note.isHidden()  # it was decided anew; the history keeps the rest
