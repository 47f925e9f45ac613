"""What waits for whom, and since when: a small part of the read model, so that reminders cost nothing among a million.

One row for each application that waits or came back, and one for each removal with an end; most steps touch none.
The terms themselves are the law's: lists count them when they are asked.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, Status
from dost_desktop.rows import WaitsFor
from dost_desktop.storage.connection import Connection

Waiting = tuple[str, str, bytes]  # for whom, since (of a removal: until) as a day or "", application or b""

_A: Final = ApplicationState
_BY_STATE: Final = {
    _A.WAITING_MAS: WaitsFor.MAS,
    _A.WAITING_REGISTER: WaitsFor.REGISTER,
    _A.WAITING_PERSON: WaitsFor.PERSON,
    _A.WAITING_EMPLOYER: WaitsFor.EMPLOYER,
    _A.AT_BACK_OFFICE: WaitsFor.BACK_OFFICE,
    _A.RETURNED: WaitsFor.AGENT_AFTER_BACK_OFFICE,
}
_INSERT: Final = "INSERT INTO waiting (what, since, application, file) VALUES (?,?,?,?)"
_DELETE: Final = "DELETE FROM waiting WHERE what = ? AND since = ? AND application = ? AND file = ?"


def waiting_values(file: PersonFile) -> list[Waiting]:
    """Every row of the file, in order."""
    rows = [row for each in file.applications if (row := _of_application(each)) is not None]
    known = file.registration
    if known.status is Status.TEMPORARILY_REMOVED and known.ends_on is not None:
        rows.append((WaitsFor.END_OF_REMOVAL.value, known.ends_on.isoformat(), b""))
    return sorted(rows)


def add_waiting(connection: Connection, no: int, file: PersonFile) -> None:
    """Write the rows of a file that has none."""
    for row in waiting_values(file):
        connection.change(_INSERT, (*row, no))


def update_waiting(connection: Connection, no: int, before: PersonFile, after: PersonFile) -> None:
    """Write what a step has changed; nothing where nothing waits otherwise than before."""
    old, new = waiting_values(before), waiting_values(after)
    if old == new:
        return
    for row in old:
        if row not in new:
            connection.change(_DELETE, (*row, no))
    for row in new:
        if row not in old:
            connection.change(_INSERT, (*row, no))


def _since(application: Application) -> date | None:
    """From which day the term of whoever is waited for counts; None where the law knows none."""
    match application.state:
        case _A.WAITING_PERSON if application.offers:
            return legal_date(application.offers[-1].at)
        case _A.WAITING_EMPLOYER if application.referral:
            return application.referral.presented_on
        case _A.AT_BACK_OFFICE if application.sent_at:
            return legal_date(application.sent_at)
        case _:
            return None


def _of_application(application: Application) -> Waiting | None:
    what = _BY_STATE.get(application.state)
    by_mas = application.kind is not ApplicationKind.UNEMPLOYED
    if application.state is _A.OPEN and application.returned_for and by_mas:
        what = WaitsFor.AGENT_AFTER_MAS
    if what is None:
        return None
    since = _since(application)
    return what.value, since.isoformat() if since else "", application.id.bytes
