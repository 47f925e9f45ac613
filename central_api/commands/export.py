"""``central-api export`` and ``readings``: files as anybody can read them, and who looked at what."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final
from uuid import UUID

import typer

from central_api.administration import note
from central_api.commands.opening import AsJson, Data, answer, failed, moment, opened, tell
from central_api.exporting import Export, Scope
from central_api.lookups import normalised
from central_api.office import Office
from central_api.reading_audit import Asked, Looked, ReadingAudit
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.ids import NumberKind, file_id

Purpose = Annotated[str, typer.Option(help="Why; it is noted among the readings.")]
AboutPin = Annotated[str, typer.Option(help="One person: - reads the FİN from standard input.")]
AboutFile = Annotated[str, typer.Option("--file", help="One file, by its id.")]
NumberOf = Annotated[str, typer.Option(help="Of the number: pin or migration_pin.")]
_STDIN: Final = "-"


def export(
    data: Data,
    out: Annotated[Path, typer.Option(help="A folder that is empty or not there.")],
    purpose: Purpose,
    file: AboutFile = "",
    pin: AboutPin = "",
    kind: NumberOf = "pin",
    centre: Annotated[str, typer.Option(help="The files of this centre.")] = "",
    since: Annotated[str, typer.Option(help="Files that changed since: 2026-11-24, or a moment.")] = "",
    as_json: AsJson = False,
) -> None:
    """Write events, receipts, keys and documents, signed as a whole, readable without our programs."""
    if sum(map(bool, (file, pin, centre))) > 1:
        raise failed("--file, --pin and --centre: one of them")
    with opened(data) as office:
        scope = Scope(
            file=one_file(office, file, pin, kind), centre=centre, since=moment(since) if since else ""
        )
        done = Export(office).write(scope, out, stated(purpose))
        note(office.settings.data, "files exported", files=done.files, purpose=purpose)
    told = f"{done.files} files, {done.events} events, {done.documents} documents"
    missing = f"; {done.documents_missing} documents are not at the server" if done.documents_missing else ""
    answer(
        told + missing,
        as_json=as_json,
        files=done.files,
        events=done.events,
        documents=done.documents,
        documents_missing=done.documents_missing,
    )


def show_readings(
    data: Data,
    purpose: Purpose,
    file: AboutFile = "",
    pin: AboutPin = "",
    kind: NumberOf = "pin",
    agent: Annotated[str, typer.Option(help="What this agent looked at, by sign-in name.")] = "",
    since: Annotated[str, typer.Option(help="2026-11-24, or a moment.")] = "",
    as_json: AsJson = False,
) -> None:
    """Who looked at whose file, when and why; asking is noted among the readings too."""
    with opened(data) as office:
        asked = Asked(one_file(office, file, pin, kind), agent, moment(since) if since else "")
        looks = ReadingAudit(office.database, office.clock).readings(asked, stated(purpose))
        if as_json:
            tell(list(looks), _look, as_json=True)
        else:
            for each in looks:
                typer.echo(_look(each))
        note(office.settings.data, "readings asked", agent=agent, purpose=purpose)


def _look(each: Looked) -> str:
    about = f"{each.what:<20} {each.file} {each.purpose} {each.lookup_no or each.where}"
    return f"{each.at} {each.agent:<12} {each.desk:<14} {about}"


def stated(purpose: str) -> str:
    """The purpose, which must say something. Ends the command otherwise."""
    if not purpose.strip():
        raise failed("--purpose: say why")
    return purpose.strip()


def one_file(office: Office, file: str, pin: str, kind: str) -> UUID | None:
    """Whose file was named, None for nobody's. Ends the command for what is no id and no number."""
    if file:
        try:
            return UUID(file)
        except ValueError:
            raise failed("--file: an id is expected") from None
    if not pin:
        return None
    if pin != _STDIN:
        raise failed("--pin: only - : a number on the command line is seen by others")
    kinds = (NumberKind.PIN, NumberKind.MIGRATION_PIN)
    if kind not in kinds:
        raise failed(f"--kind is one of {', '.join(kinds)}")
    try:
        number = normalised(NumberKind(kind), sys.stdin.readline().strip())
    except InvalidValue as wrong:
        raise failed(f"--pin: {wrong.problem}") from None
    return file_id(office.lookups.secret, NumberKind(kind), number)
