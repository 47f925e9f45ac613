"""``central-api desks``: codes for new ones, what each is there for, and when it was last heard of."""

from __future__ import annotations

from typing import Annotated

import typer

from central_api.administration import note
from central_api.commands.opening import AsJson, Data, answer, failed, opened, tell
from central_api.desk_list import DeskList, DeskStanding
from central_api.directions import read_directions, set_directions
from dost_desktop.catalogue.directions import load_directions

commands = typer.Typer(no_args_is_help=True, help="The desks.")

Desk = Annotated[str, typer.Argument(help="The desk's name: B03-01.")]


@commands.command(name="enrol-code")
def enrol_code(
    centre: Annotated[str, typer.Argument()],
    data: Data,
    as_desk: Annotated[
        str,
        typer.Option(
            "--as",
            help="The PC takes the place of this desk: its PC broke, or it is the one of two that stays.",
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """A one-time code with which one PC becomes a desk of the centre."""
    with opened(data) as office:
        code = office.enrolment.new_code(centre, as_desk)
        about = {"centre": centre} | ({"as_desk": as_desk} if as_desk else {})
        note(office.settings.data, "enrolment code made", **about)
    answer(code, as_json=as_json, code=code, **about)


@commands.command(name="list")
def every_one(
    data: Data,
    centre: Annotated[str, typer.Option(help="Only those of this centre.")] = "",
    as_json: AsJson = False,
) -> None:
    """Every desk: last heard of, its clock, and how many numbers of its blocks are left."""
    with opened(data) as office:
        rows = DeskList(office.database, office.token_book, office.clock).all(centre)
    tell(rows, line_of, as_json=as_json)


@commands.command(name="retire")
def retire(desk: Desk, data: Data, as_json: AsJson = False) -> None:
    """It is no desk any more. Let it send everything before: afterwards it is not let in."""
    with opened(data) as office:
        retired = DeskList(office.database, office.token_book, office.clock).retire(desk)
        if retired:
            note(office.settings.data, "desk retired", desk=desk)
    answer("retired" if retired else "was retired before", as_json=as_json, retired=retired)


@commands.command(name="directions")
def directions_of_desk(
    desk: Desk,
    data: Data,
    directions: Annotated[str, typer.Argument(help="With commas: employment,pension. Without: show.")] = "",
    as_json: AsJson = False,
) -> None:
    """What a desk is there for; it is offered the tickets of these directions only."""
    wanted = list(dict.fromkeys(filter(None, (each.strip() for each in directions.split(",")))))
    known = load_directions()
    unknown = [each for each in wanted if each not in known]
    if unknown:
        raise failed(f"DIRECTIONS are of {', '.join(known)}; not: {', '.join(unknown)}")
    with opened(data) as office:
        if wanted:
            set_directions(office.database, desk, wanted)
            note(office.settings.data, "directions set", desk=desk, directions=",".join(wanted))
        stand = read_directions(office.database, desk)
    answer(",".join(stand), as_json=as_json, desk=desk, directions=stand)


def line_of(each: DeskStanding) -> str:
    """How a desk stands, in one line."""
    seen = f"retired {each.retired_at}" if each.retired_at else f"last seen {each.last_seen or 'never'}"
    left = " ".join(f"{series} {count}" for series, count in sorted(each.numbers_left.items()))
    if each.doubled_at:
        seen = f"TWO PCs ARE THIS DESK since {each.doubled_at}: desks enrol-code --as {each.desk}"
    clock = f"  clock {each.seconds_off:+} s" if each.seconds_off else ""
    return f"{each.desk:<10} {seen:<34} {each.directions}  left: {left or '-'}{clock}"
