"""What a practice office tells the person who started it: who can sign in, whom to try."""

from __future__ import annotations

import typer

from dost_desktop.practice import PIN_OF_PRACTICE, PracticeFacts

_TRY = ("found 4.1.1", "found 4.1.3 land_share", "not found", "permanent permit", "under 15", "expired card")


def tell_agents(facts: PracticeFacts) -> None:
    """The demo agents with their passwords, the token PIN of practice, and a person for each case."""
    typer.echo("Practice office: synthetic persons, nothing here has legal force.\n")
    typer.echo("  sign-in name   password            role          name")
    for agent in facts.agents:
        typer.echo(f"  {agent.agent:<14} {agent.password:<19} {agent.role:<13} {agent.name}")
    typer.echo(f"\n  token PIN of every agent: {PIN_OF_PRACTICE}\n")
    typer.echo("  person to try              number     case")
    for person in facts.persons:
        if person["case"] in _TRY:
            typer.echo(f"  {person['name']:<26} {person['number']:<10} {person['case']}")
    typer.echo("")
