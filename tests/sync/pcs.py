"""Desks as PCs have them: a folder with keys, database and marks, opened by an agent's password."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeAlias, cast
from uuid import UUID

import pytest

from dost_desktop.domain.attestation import Series
from dost_desktop.domain.numbering import number_parts
from dost_desktop.office import Office
from dost_desktop.rows import RunState
from dost_desktop.storage.check import check_desk
from dost_desktop.sync.keyring import read_keyring
from dost_desktop.sync.report import Connection, SyncState
from dost_desktop.sync.round import Place
from tests.central_api.practice_desk import PASSWORD
from tests.sync.desks import PracticeDesk, Watch

SitsDown: TypeAlias = Callable[..., PracticeDesk]


@pytest.fixture
def sits_down() -> Iterator[SitsDown]:
    """An agent signs in at the desk of a folder; aysel where none is named."""
    with ExitStack() as leaving:

        def at(folder: Path, agent: str = "aysel") -> PracticeDesk:
            here = Office(folder)
            card, signed_in = here.card, here.sign_in(agent, PASSWORD)
            leaving.callback(signed_in.close)
            return PracticeDesk(
                signed_in.desk.name,
                signed_in.central,
                signed_in.database,
                signed_in.desk,
                signed_in.registers,
                cast("Watch", here.clock),
                Place(signed_in.desk.name, "B03"),
                card.enrolled,
            )

        yield at


def number(desk: PracticeDesk) -> int:
    """The next application's number, taken."""
    parts = number_parts(desk.number(Series.APPLICATION).text)
    assert parts is not None
    return parts[3]


def alarms(state: SyncState) -> list[str]:
    """What a person must hear."""
    return [each.code for each in state.alarms]


def unsent(desk: PracticeDesk) -> int:
    """How many clicks wait to be sent."""
    with desk.database.open_reading() as reading:
        counts = reading.outbox.counts()
        return counts[RunState.QUEUED] + counts[RunState.SENDING]


def is_whole(desk: PracticeDesk) -> bool:
    """Everything at the desk fits everything else."""
    with desk.database.open_reading() as reading:
        return check_desk(reading, read_keyring(reading.meta)).is_whole


def works(desk: PracticeDesk, person: str) -> UUID:
    """Identify a person, open an application, send it."""
    file = desk.identifies(person)
    desk.opens(file)
    assert desk.syncs().state.connection is Connection.ONLINE
    return file
