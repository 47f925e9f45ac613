"""A written answer is never blocked: where no number may be given out, the number says that it is provisional."""

from __future__ import annotations

from pathlib import Path

import pytest

from dost_desktop.domain.attestation import Series
from dost_desktop.services.numbers import GivenNumber, next_number, take_number
from dost_desktop.storage.database import Database
from dost_desktop.storage.errors import CopiedDatabase
from tests.storage.desk import NOW, Signer, new_desk


def the_next(desk: Database) -> GivenNumber:
    with desk.open_work() as work:
        return next_number(work, Series.NOTICE, centre="B03", desk="B03-07", now=NOW)


def test_a_notice_at_a_copied_desk_or_without_a_lease_has_a_provisional_number(tmp_path: Path) -> None:
    desk, _ = new_desk(tmp_path)
    assert the_next(desk).provisional  # no lease yet
    with desk.open_work() as work:
        work.leases.add(Signer().lease())
        work.commit()
    assert the_next(desk) == GivenNumber("05-04-05-00/B03/2026/000001", provisional=False)

    desk.issuing_locked = True

    given = the_next(desk)
    assert given.provisional
    assert given.text.startswith("05-04-05-00/B03/2026/P-B03-07-")
    with desk.open_work() as work, pytest.raises(CopiedDatabase):
        take_number(work, Series.APPLICATION, centre="B03", desk="B03-07", now=NOW)
    desk.close()
