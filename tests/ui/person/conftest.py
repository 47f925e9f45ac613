"""A real desk in a temporary folder for every test of the person's page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dost_desktop.services.ask_status import AskStatus, RecordStatus
from dost_desktop.services.close_review import CloseReview
from dost_desktop.services.correct_identity import CorrectIdentity
from dost_desktop.services.identify_person import LookUpPerson
from dost_desktop.services.link_files import LinkFiles
from dost_desktop.services.look_at_person import LookAtPerson
from dost_desktop.services.open_next import OpenNext
from dost_desktop.services.record_contact import RecordContact
from dost_desktop.services.record_in_wrong_file import RecordInWrongFile
from dost_desktop.services.record_profile import RecordProfile
from tests.fakes.real_desk import RealDesk
from ui.screens.person.port import PersonJobs


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RealDesk]:
    at = RealDesk(tmp_path)
    yield at
    at.close()


@pytest.fixture
def jobs(desk: RealDesk) -> PersonJobs:
    return PersonJobs(
        look=LookAtPerson(desk.desk),
        record_contact=RecordContact(desk.desk),
        correct=CorrectIdentity(desk.desk),
        link=LinkFiles(desk.desk),
        misfile=RecordInWrongFile(desk.desk),
        close_review=CloseReview(desk.desk),
        look_up=LookUpPerson(desk.desk, desk.registers),
        drafts=desk.drafts,
        open_next=OpenNext(desk.desk),
        ask_status=AskStatus(desk.desk, desk.registers),
        record_status=RecordStatus(desk.desk),
        record_profile=RecordProfile(desk.desk),
        print_extract=lambda _, purpose, given_to: desk.went.to.append(f"extract {purpose}|{given_to}"),
    )
