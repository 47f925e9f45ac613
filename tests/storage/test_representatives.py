"""For how many applicants a representative spoke lately, as the desk's own memory counts it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

from dost_desktop.domain import acts
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.vocabulary import Basis
from dost_desktop.storage.check import check_desk
from dost_desktop.storage.database import Database
from tests.storage.desk import NOW, Signer, identified, opened, person

SPEAKER = Representative("Quliyev Araz", Basis.GUARDIAN, "12", NOW.date(), identity_number="9bc 3d4e")
NUMBER = "9BC3D4E"


def test_different_applicants_are_counted_and_another_speaker_takes_the_first_one_s_place(
    desk: Database, signer: Signer
) -> None:
    def opens(pin: str, days_ago: int, speaker: Representative | None = SPEAKER) -> tuple[UUID, UUID]:
        who, application = person(pin), uuid4()
        act = replace(opened(application=application), representative=speaker)
        with desk.open_work() as work:
            at = NOW - timedelta(days=days_ago)
            work.append(signer.run(who, identified(pin), act, at=at), who)
            work.commit()
        return who, application

    def count(days: int) -> int:
        with desk.open_reading() as reading:
            assert check_desk(reading, signer).is_whole
            return reading.applicants_of(NUMBER, NOW - timedelta(days=days))

    opens("5ZJ1K1M", 40)
    opens("5ZJ1K2M", 3)
    opens("5ZJ1K2M", 2)  # the same person's other application
    opens("5ZJ1K3M", 1, None)
    opens("5ZJ1K4M", 1, replace(SPEAKER, identity_number=""))
    who, application = opens("5ZJ1K5M", 1)
    assert (count(30), count(50)) == (2, 3)

    for speaker, expected in ((replace(SPEAKER, identity_number="8AB3C4D"), 1), (SPEAKER, 2), (None, 1)):
        with desk.open_work() as work:
            work.append(signer.run(who, acts.ShowRepresentation(application, speaker)), who)
            work.commit()
        assert count(30) == expected

    with desk.open_work() as work:
        work.rebuild()
        work.commit()
    assert (count(30), count(50)) == (1, 2)
