"""``central-api messages`` and ``owed``: what people were not told yet, and everything else that waits."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from central_api.administration import note
from central_api.commands.opening import AsJson, Data, answer, failed, moment, opened, tell
from central_api.message_list import MessageList, StandingMessage, Which
from central_api.owed import KINDS, Owed, OwedWork
from dost_desktop.domain.dates import instant

commands = typer.Typer(no_args_is_help=True, help="Messages to people that were not delivered.")
owed = typer.Typer(no_args_is_help=True, help="Everything the server still owes.")

Occasion = Annotated[str, typer.Argument(help="The event that is told of, as the list shows it.")]
Channel = Annotated[str, typer.Option(help="Only this one: e_cabinet or mobile.")]
Kind = Annotated[str, typer.Option(help=f"Only {', '.join(KINDS)}.")]


@commands.command(name="list")
def standing(
    data: Data,
    message: Annotated[str, typer.Option(help="Only this one: employer.silent.")] = "",
    as_json: AsJson = False,
) -> None:
    """Which are tried again, and which were given up; without anything of the person."""
    with opened(data) as office:
        rows = MessageList(office.database, office.clock).standing(Which(message=message))
    tell(rows, _line, as_json=as_json)


@commands.command(name="show")
def show(occasion: Occasion, data: Data, as_json: AsJson = False) -> None:
    """One message, by both channels."""
    with opened(data) as office:
        rows = MessageList(office.database, office.clock).standing(Which(occasion=occasion))
    if not rows:
        raise failed("no such message waits or was given up")
    tell(rows, _line, as_json=as_json)


@commands.command(name="replay")
def replay(
    data: Data,
    occasion: Annotated[str, typer.Argument(help="One message. Without: see the options.")] = "",
    every: Annotated[bool, typer.Option("--all", help="Everything that was given up.")] = False,
    message: Annotated[str, typer.Option(help="All of this one: employer.silent.")] = "",
    channel: Channel = "",
    since: Annotated[str, typer.Option(help="Of events since: 2026-11-24, or a moment.")] = "",
    as_json: AsJson = False,
) -> None:
    """Send once more, now, what was given up; the running server does it within seconds."""
    which = Which(occasion, channel, message, _since(since))
    if which.is_all and not every:
        raise failed("say which: an occasion, --message, --channel, --since, or --all")
    with opened(data) as office:
        count = MessageList(office.database, office.clock).replay(which)
        if count:
            note(office.settings.data, "messages replayed", count=count, occasion=occasion, letter=message)
    answer(f"{count} sent again", as_json=as_json, replayed=count)


@commands.command(name="drop")
def drop(
    occasion: Occasion,
    data: Data,
    reason: Annotated[str, typer.Option(help="Why nobody is told; it is noted.")],
    channel: Channel = "",
    as_json: AsJson = False,
) -> None:
    """Never try again: the person was told otherwise, or need not know."""
    if not reason.strip():
        raise failed("--reason: say why")
    with opened(data) as office:
        count = MessageList(office.database, office.clock).drop(Which(occasion=occasion, channel=channel))
        if not count:
            raise failed("no such message waits or was given up")
        note(office.settings.data, "messages dropped", count=count, occasion=occasion, reason=reason.strip())
    answer(f"{count} dropped", as_json=as_json, dropped=count)


@owed.command(name="list")
def list_owed(data: Data, kind: Kind = "", as_json: AsJson = False) -> None:
    """Duties, questions to registers, messages, applications from e-sosial: due for longest first."""
    _check_kind(kind)
    with opened(data) as office:
        rows = OwedWork(office.database, office.settings, office.clock).all(kind)
    tell(rows, _owed_line, as_json=as_json)


@owed.command(name="retry")
def retry_owed(data: Data, kind: Kind = "", as_json: AsJson = False) -> None:
    """Everything that waits is due now; what was given up: messages replay."""
    _check_kind(kind)
    with opened(data) as office:
        count = OwedWork(office.database, office.settings, office.clock).retry(kind)
        note(office.settings.data, "owed work due now", count=count, kind=kind)
    answer(f"{count} due now", as_json=as_json, due=count)


def _check_kind(kind: str) -> None:
    if kind not in {"", *KINDS}:
        raise failed(f"--kind is one of {', '.join(KINDS)}")


def _since(text: str) -> datetime | None:
    return instant(moment(text)) if text else None


def _line(row: StandingMessage) -> str:
    told = f"{row.tries} tries, next {row.due_at}" if row.state == "waiting" else f"{row.tries} tries"
    return f"{row.occasion} {row.channel:<10} {row.message:<24} {row.state:<9} {told}  {row.application}"


def _owed_line(row: Owed) -> str:
    last = f" ({row.last})" if row.last else ""
    return (
        f"{row.due_at} {row.kind:<13} {row.what:<34} {row.about} {row.state}, {row.attempts} attempts{last}"
    )
