"""The server's signing key, when it is changed: the new one is announced before anybody signs with it."""

from __future__ import annotations

import os

import typer

from central_api import clock
from central_api.administration import note
from central_api.commands.opening import AsJson, Data, answer, failed
from central_api.database import Database, Limits
from central_api.database_trouble import told_as_setting
from central_api.keys import load_keys, publish
from central_api.migrating import migrate
from central_api.settings import BadSetting, read_settings

commands = typer.Typer(no_args_is_help=True, help="The server's keys.")


@commands.command(name="announce")
def announce(data: Data, as_json: AsJson = False) -> None:
    """Make the signing key of this folder, or of DOST_SIGNING_KEY, known to all servers and desks."""
    try:
        settings = read_settings(data, os.environ)
        database = Database(settings.database_url, Limits.of(settings))
        try:
            with told_as_setting(settings.database_url):
                migrate(database)
                keys = load_keys(settings)
                known = publish(database, keys, settings, clock.now, announce=True).known
        finally:
            database.close()
    except BadSetting as bad:
        raise failed(str(bad)) from None
    note(settings.data, "signing key announced", key=keys.signing.name)
    answer(
        f"{keys.signing.name} signs; {len(known)} known",
        as_json=as_json,
        key=keys.signing.name,
        known=len(known),
    )


@commands.callback()
def _keys() -> None:
    """One command so far; named all the same."""
