"""``central-api simulator`` and ``demo``: people outside the centre, and a practice office; never used in earnest."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from central_api.commands.opening import AsJson, Data, answer, failed, opened
from central_api.simulated_mas import SimulatedMas

commands = typer.Typer(no_args_is_help=True, help="What people do outside the centre, simulated.")


@commands.command(name="confirm")
def confirm_forms(
    data: Data,
    application: Annotated[str, typer.Argument(help="The application's number or id.")] = "",
    every: Annotated[bool, typer.Option("--all", help="All forms that wait.")] = False,
    as_json: AsJson = False,
) -> None:
    """The person confirms the form in e-sosial; without a name, show the forms that wait for that."""
    with opened(data) as office:
        mas = office.mas
        if not isinstance(mas, SimulatedMas):
            raise failed("MAS is not simulated here: people confirm in e-sosial itself")
        if not application and not every:
            for form in mas.unconfirmed():
                told = f"{form.confirmed_by:<14} {form.handed_in_at} {form.application}"
                typer.echo(f"{form.application_no:<32} {told}")
            return
        confirmed = mas.confirm("" if every else application)
    if application and not confirmed:
        raise failed("no form of this application waits")
    answer(f"{confirmed} confirmed", as_json=as_json, confirmed=confirmed)


def demo(data: Data, as_json: AsJson = False) -> None:
    """A practice office with invented persons; a second run continues it."""
    from central_api.demo import open_practice_office  # noqa: PLC0415 - a server in earnest never loads it

    with opened(data, practice=True) as office:
        if not office.deployment.is_practice:
            raise failed("this data folder is in earnest use: practice needs one of its own")
        practice = open_practice_office(office)
    if as_json:
        typer.echo(json.dumps(practice, ensure_ascii=False, indent=2))
        return
    for each in practice["agents"]:
        typer.echo(f"{each['agent']:<12} {each['password']:<20} {each['name']} ({each['role']})")
    typer.echo(f"{practice['enrol_code']}  for one desk of {practice['centre']}")
