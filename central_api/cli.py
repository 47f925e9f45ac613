"""``central-api``: what an administrator types."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, get_args

import typer
from pydantic import ValidationError

from central_api.app import build_app, build_office
from central_api.directions import read_directions, set_directions
from central_api.enrolment import add_centre
from central_api.lookups import normalised
from central_api.office import Office
from central_api.passwords import pronounceable
from central_api.problems import Problematic
from central_api.register_files import KINDS, load_register
from central_api.registers import RegisterUnreachable
from central_api.request_log import log_as_json
from central_api.self_service import OPENED
from central_api.serving import serve as serve_until_stopped
from central_api.settings import BadSetting, read_settings
from dost_desktop.catalogue.catalogue import load_catalogue
from dost_desktop.catalogue.directions import load_directions
from dost_desktop.catalogue.files import CatalogueBroken
from dost_desktop.contract.messages import AgentCard, CentreCard
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.ids import NumberKind, file_id
from dost_desktop.said_in_utf8 import say_in_utf8

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
agents = typer.Typer(no_args_is_help=True, help="Who works where.")
centres = typer.Typer(no_args_is_help=True, help="The centres.")
desks = typer.Typer(no_args_is_help=True, help="The desks.")
simulator = typer.Typer(no_args_is_help=True, help="What people do outside the centre, simulated.")
app.add_typer(agents, name="agents")
app.add_typer(centres, name="centres")
app.add_typer(desks, name="desks")
app.add_typer(simulator, name="simulator")

Data = Annotated[Path, typer.Option("--data", help="The folder of database, keys and blobs.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
OPENAPI = Path(__file__).parent / "openapi.json"


@contextmanager
def _office(data: Path, *, practice: bool = False) -> Iterator[Office]:
    """The server's parts; what an administrator can mend ends in one line and code 2."""
    try:
        office = build_office(read_settings(data, os.environ), [load_catalogue()], practice=practice)
    except (BadSetting, CatalogueBroken) as broken:
        raise _failed(str(broken)) from None
    try:
        yield office
    except Problematic as problem:
        raise _failed(problem.code) from None
    finally:
        office.stop()


def _failed(why: str) -> typer.Exit:
    typer.echo(why, err=True)
    return typer.Exit(2)


@app.command()
def init(data: Data) -> None:
    """Make the data folder, the tables and the server's keys; repeat it freely."""
    with _office(data) as office:
        typer.echo(f"ready, epoch {office.deployment.epoch}")


@app.command()
def serve(
    data: Data,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="0 takes a free one.")] = 0,
    port_file: Annotated[Path | None, typer.Option(help="Written when the server listens.")] = None,
) -> None:
    """Serve desks until SIGTERM or Ctrl+C."""
    log_as_json()
    with _office(data) as office:
        serve_until_stopped(build_app(office), office.bell, host, port, port_file)


@app.command(name="load-register")
def load(
    kind: Annotated[str, typer.Argument(help=" | ".join(KINDS))],
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    data: Data,
    only_good: Annotated[bool, typer.Option(help="Load the good rows although there are bad ones.")] = False,
) -> None:
    """Fill one of the simulated registers from a CSV file; bad rows are listed with line and reason."""
    if kind not in KINDS:
        raise _failed(f"KIND is one of {', '.join(KINDS)}")
    with _office(data) as office:
        loaded = load_register(office.database, kind, file, only_good=only_good)
    for bad in loaded.bad:
        typer.echo(f"{file.name}:{bad.line}: {bad.reason}", err=True)
    typer.echo(f"{loaded.rows} rows loaded")
    if loaded.bad:
        raise typer.Exit(1)


@app.command(name="self-service")
def electronic_applications(data: Data, as_json: AsJson = False) -> None:
    """The applications that people made in e-sosial: which are in their files, and why others wait."""
    with _office(data) as office:
        rows = office.self_service.standing()
    if as_json:
        typer.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2))
        return
    for row in rows:
        told = row.application_no if row.state == OPENED else row.reason or row.state
        typer.echo(
            f"{row.mas_number:<20} {row.centre:<6} {row.application_kind:<24} {row.submitted_at} {told}"
        )


@app.command(name="messages")
def standing_messages(data: Data, as_json: AsJson = False) -> None:
    """The messages to people that were not delivered: which are tried again, and which were given up."""
    with _office(data) as office:
        rows = office.messages.standing()
    if as_json:
        typer.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2))
        return
    for row in rows:
        typer.echo(
            f"{row.message:<24} {row.channel:<10} {row.state:<9} {row.tries} {row.due_at} {row.application}"
        )


@simulator.command(name="confirm")
def confirm_forms(
    data: Data,
    application: Annotated[str, typer.Argument(help="The application's number or id.")] = "",
    every: Annotated[bool, typer.Option("--all", help="All forms that wait.")] = False,
) -> None:
    """The person confirms the form in e-sosial; without a name, show the forms that wait for that."""
    with _office(data) as office:
        if not application and not every:
            for form in office.mas.unconfirmed():
                told = f"{form.confirmed_by:<14} {form.handed_in_at} {form.application}"
                typer.echo(f"{form.application_no:<32} {told}")
            return
        try:
            confirmed = office.mas.confirm("" if every else application)
        except RegisterUnreachable as away:
            raise _failed(f"{away} is away") from None
    if application and not confirmed:
        raise _failed("no form of this application waits")
    typer.echo(f"{confirmed} confirmed")


@app.command()
def restored(data: Data) -> None:
    """Say that the database comes from a backup: a new epoch, so that desks offer what they hold."""
    with _office(data) as office:
        office.deployment.open_epoch()
        typer.echo(f"epoch {office.deployment.epoch}")


@app.command(name="export-openapi")
def export_openapi(out: Annotated[Path, typer.Option(help="Where to write it.")] = OPENAPI) -> None:
    """Write the contract of the routes as OpenAPI."""
    out.write_text(openapi_text(), encoding="utf-8", newline="\n")


def openapi_text() -> str:
    """The OpenAPI document as it is committed."""
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder, _office(Path(folder)) as office:
        return json.dumps(build_app(office).openapi(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


@app.command()
def demo(data: Data, as_json: AsJson = False) -> None:
    """A practice office with invented persons; a second run continues it."""
    from central_api.demo import open_practice_office  # noqa: PLC0415 - a server in earnest never loads it

    with _office(data, practice=True) as office:
        if not office.deployment.is_practice:
            raise _failed("this data folder is in earnest use: practice needs one of its own")
        practice = open_practice_office(office)
    if as_json:
        typer.echo(json.dumps(practice, ensure_ascii=False, indent=2))
        return
    for each in practice["agents"]:
        typer.echo(f"{each['agent']:<12} {each['password']:<20} {each['name']} ({each['role']})")
    typer.echo(f"{practice['enrol_code']}  for one desk of {practice['centre']}")


@agents.command(name="add")
def add_agent(
    agent: Annotated[str, typer.Argument(help="Sign-in name.")],
    name: Annotated[str, typer.Option(help="Surname, given name, patronymic.")],
    centre: Annotated[str, typer.Option()],
    data: Data,
    role: Annotated[str, typer.Option(help="agent, back_office, head or administrator")] = "agent",
    post: Annotated[str, typer.Option()] = "sosial agent",
    pin: Annotated[
        str, typer.Option(help="The agent's own FİN: nobody serves their own case. Not kept.")
    ] = "",
) -> None:
    """Add an agent, or give a known one a new post and password; the password is printed once."""
    allowed = get_args(AgentCard.model_fields["role"].annotation)
    if role not in allowed:
        raise _failed(f"--role is one of {', '.join(allowed)}")
    password = pronounceable()
    try:
        card = AgentCard.model_validate(
            {"agent": agent, "name": name, "role": role, "post": post, "centre": centre}
        )
    except ValidationError as error:
        raise _failed(", ".join(str(each["loc"][0]) for each in error.errors())) from None
    with _office(data) as office:
        if pin:
            try:
                own = file_id(office.lookups.secret, NumberKind.PIN, normalised(NumberKind.PIN, pin))
            except InvalidValue as wrong:
                raise _failed(f"--pin: {wrong.problem}") from None
            card = card.model_copy(update={"person": str(own)})
        office.accounts.add(card, password)
    typer.echo(password)


@agents.command(name="list")
def list_agents(data: Data, as_json: AsJson = False) -> None:
    """Everybody who holds a post now."""
    with _office(data) as office:
        cards = office.accounts.all()
    if as_json:
        typer.echo(json.dumps([card.model_dump() for card in cards], ensure_ascii=False, indent=2))
        return
    for card in cards:
        typer.echo(f"{card.agent:<12} {card.role:<14} {card.centre:<6} {card.name}")


@centres.command(name="add")
def add_new_centre(
    code: Annotated[str, typer.Argument(help="Category and number: B03.")],
    name: Annotated[str, typer.Option()],
    address: Annotated[str, typer.Option()],
    phone: Annotated[str, typer.Option()],
    data: Data,
) -> None:
    """Add a centre."""
    try:
        card = CentreCard.model_validate(
            {"code": code, "category": code[:1], "name": name, "address": address, "phone": phone}
        )
    except ValidationError as error:
        raise _failed(", ".join(str(each["loc"][0]) for each in error.errors())) from None
    with _office(data) as office:
        add_centre(office.database, card)


@desks.command(name="enrol-code")
def enrol_code(centre: Annotated[str, typer.Argument()], data: Data) -> None:
    """A one-time code with which one PC becomes a desk of the centre."""
    with _office(data) as office:
        typer.echo(office.enrolment.new_code(centre))


@desks.command(name="directions")
def directions_of_desk(
    desk: Annotated[str, typer.Argument(help="The desk's name: B03-01.")],
    data: Data,
    directions: Annotated[str, typer.Argument(help="With commas: employment,pension. Without: show.")] = "",
) -> None:
    """What a desk is there for; it is offered the tickets of these directions only."""
    wanted = list(dict.fromkeys(filter(None, (each.strip() for each in directions.split(",")))))
    known = load_directions()
    unknown = [each for each in wanted if each not in known]
    if unknown:
        raise _failed(f"DIRECTIONS are of {', '.join(known)}; not: {', '.join(unknown)}")
    with _office(data) as office:
        if wanted:
            set_directions(office.database, desk, wanted)
        typer.echo(",".join(read_directions(office.database, desk)))


def main() -> None:
    """The entry point."""
    say_in_utf8()
    app()


if __name__ == "__main__":
    main()
