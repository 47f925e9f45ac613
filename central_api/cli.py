"""``central-api``: what an administrator types; the nouns are in ``commands``."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Annotated, Final

import typer

from central_api.administration import note
from central_api.app import build_app
from central_api.commands import (
    agents,
    catalogues,
    centres,
    check,
    desks,
    export,
    importing,
    keys,
    messages,
    registers,
    simulator,
)
from central_api.commands.opening import AsJson, Data, answer, failed, opened
from central_api.request_log import log_as_json
from central_api.serving import serve as serve_until_stopped
from central_api.settings import BadSetting
from central_api.workers import Refused
from dost_desktop.catalogue.files import CatalogueBroken
from dost_desktop.said_in_utf8 import say_in_utf8

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.add_typer(agents.commands, name="agents")
app.add_typer(catalogues.commands, name="catalogues")
app.add_typer(centres.commands, name="centres")
app.add_typer(desks.commands, name="desks")
app.add_typer(keys.commands, name="keys")
app.add_typer(messages.commands, name="messages")
app.add_typer(messages.owed, name="owed")
app.add_typer(simulator.commands, name="simulator")
app.command(name="check")(check.check)
app.command(name="export")(export.export)
app.command(name="import-unsent")(importing.import_unsent)
app.command(name="readings")(export.show_readings)
app.command(name="load-register")(registers.load)
app.command(name="self-service")(registers.electronic_applications)
app.command(name="demo")(simulator.demo)

OPENAPI: Final = Path(__file__).parent / "openapi.json"


@app.command()
def init(data: Data, as_json: AsJson = False) -> None:
    """Make the data folder, the tables and the server's keys; repeat it freely."""
    with opened(data) as office:
        epoch = office.deployment.epoch
    answer(f"ready, epoch {epoch}", as_json=as_json, epoch=epoch)


@app.command()
def serve(
    data: Data,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="0 takes a free one.", min=0, max=65535)] = 0,
    port_file: Annotated[Path | None, typer.Option(help="Written when the server listens.")] = None,
    workers: Annotated[int, typer.Option(help="Processes; several need PostgreSQL.", min=1, max=64)] = 1,
) -> None:
    """Serve desks until SIGTERM or Ctrl+C; a database that is away is waited for."""
    log_as_json()
    try:
        serve_until_stopped(data, host, port, port_file, workers)
    except (BadSetting, CatalogueBroken, Refused) as refused:
        raise failed(str(refused)) from None


@app.command()
def restored(
    data: Data,
    before: Annotated[
        int, typer.Option(min=0, max=20, help="How often this same backup was brought back before.")
    ] = 0,
    as_json: AsJson = False,
) -> None:
    """Say that the database comes from a backup: a new epoch, so that desks offer what they hold."""
    with opened(data) as office:
        office.restored(before)
        epoch = office.deployment.epoch
        note(office.settings.data, "restored from a backup", epoch=epoch)
    answer(f"epoch {epoch}", as_json=as_json, epoch=epoch)


@app.command(name="export-openapi")
def export_openapi(out: Annotated[Path, typer.Option(help="Where to write it.")] = OPENAPI) -> None:
    """Write the contract of the routes as OpenAPI."""
    out.write_text(openapi_text(), encoding="utf-8", newline="\n")


def openapi_text() -> str:
    """The OpenAPI document as it is committed."""
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as office:
        return json.dumps(build_app(office).openapi(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def main() -> None:
    """The entry point."""
    say_in_utf8()
    app()


if __name__ == "__main__":
    main()
