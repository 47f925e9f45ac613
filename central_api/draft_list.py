"""The list of drafts that lie at a back office, kept with every run: it is found without reading files (SEED 11)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, delete, update

from central_api.database import insert_missing
from central_api.prepared import Prepared
from central_api.tables import back_office_drafts
from dost_desktop.domain import acts
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.suitable_work import why_none
from dost_desktop.domain.vocabulary import ApplicationState, EmployerAnswer

_MOVES_THEM: Final = frozenset(
    each.kind
    for each in (
        acts.IdentifyPerson,
        acts.SendToBackOffice,
        acts.ConfirmDecision,
        acts.ReturnDecision,
        acts.Withdraw,
        acts.RecordInWrongFile,
    )
)

_FORGET: Final = Prepared(delete(back_office_drafts).where(back_office_drafts.c.file_id == bindparam("file")))


def note_drafts(
    connection: Connection, state: PersonFile, run: Sequence[ChainedEvent], events: Sequence[ChainedEvent]
) -> None:
    """Keep the list as the file stands after ``run``, the last of its ``events``."""
    if not any(each.event.content.kind in _MOVES_THEM for each in run):
        return
    waiting = {each.id: each for each in state.applications if each.state is ApplicationState.AT_BACK_OFFICE}
    ids = {str(each) for each in waiting}
    mine = back_office_drafts.c.file_id == str(state.id)
    if waiting:
        gone = delete(back_office_drafts).where(mine, back_office_drafts.c.application.not_in(ids))
        connection.execute(gone)
    else:
        _FORGET(connection, file=str(state.id))
    for each in waiting.values():
        row = {**_row(state, each), **facts_of(state, each, events)}
        insert_missing(connection, back_office_drafts, row)
    if waiting:  # who they are may be known better by now
        connection.execute(update(back_office_drafts).where(mine).values(full_name=_name(state)))


def facts_of(
    state: PersonFile, application: Application, events: Sequence[ChainedEvent]
) -> dict[str, object]:
    """What an officer sees of a draft before opening it."""
    answer, employer = application.answer, why_none(application)
    return {
        "full_name": _name(state),
        "opened_at": instant_text(application.opened_at),
        "basis": "none" if employer in {None, EmployerAnswer.HIRED} else employer,
        "vacancies_seen": max(application.vacancies_seen, 0),
        "register_at": instant_text(answer.at) if answer else "",
        "returned": sum(_returns(each, application) for each in events),
    }


def _row(state: PersonFile, application: Application) -> dict[str, object]:
    sent_at = application.sent_at or application.opened_at
    return {
        "application": str(application.id),
        "file_id": str(state.id),
        "number": application.number,
        "centre": application.centre,
        "back_office": application.back_office,
        "sent_by": application.sent_by,
        "sent_at": instant_text(sent_at),
    }


def _name(state: PersonFile) -> str:
    return state.identity.full_name if state.identity else ""


def _returns(each: ChainedEvent, application: Application) -> bool:
    if each.event.content.kind != acts.ReturnDecision.kind or each.event.data is None:  # None: erased
        return False
    act = each.event.act()
    return isinstance(act, acts.ReturnDecision) and act.application == application.id
