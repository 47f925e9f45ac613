"""``central-api load-register`` and ``self-service``: what the simulated registers know, and what they handed over."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from central_api.administration import note
from central_api.commands.opening import AsJson, Data, answer, failed, opened, tell
from central_api.register_files import load_register
from central_api.register_rows import KINDS
from central_api.self_service import OPENED, Standing


def load(
    kind: Annotated[str, typer.Argument(help=" | ".join(KINDS))],
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    data: Data,
    only_good: Annotated[bool, typer.Option(help="Load the good rows although there are bad ones.")] = False,
    dry_run: Annotated[bool, typer.Option(help="Read and list only; change nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Fill one of the simulated registers from a CSV file; bad rows are listed with line and reason."""
    if kind not in KINDS:
        raise failed(f"KIND is one of {', '.join(KINDS)}")
    with opened(data) as office:
        loaded = load_register(
            office.database,
            kind,
            file,
            only_good=only_good,
            dry_run=dry_run,
            tell=lambda rows: typer.echo(f"{rows} rows read", err=True),
        )
        if loaded.rows:
            note(office.settings.data, "register loaded", register=kind, rows=loaded.rows)
    if not as_json:
        for bad in loaded.bad:
            typer.echo(f"{file.name}:{bad.line}: {bad.reason}", err=True)
    told = f"{loaded.good} rows are good, nothing changed" if dry_run else f"{loaded.rows} rows loaded"
    answer(told, as_json=as_json, **asdict(loaded))
    if loaded.bad:
        raise typer.Exit(1)


def electronic_applications(data: Data, as_json: AsJson = False) -> None:
    """The applications that people made in e-sosial: which are in their files, and why others wait."""
    with opened(data) as office:
        rows = office.self_service.standing()
    tell(rows, _line, as_json=as_json)


def _line(row: Standing) -> str:
    told = row.application_no if row.state == OPENED else row.reason or row.state
    return f"{row.mas_number:<20} {row.centre:<6} {row.application_kind:<24} {row.submitted_at} {told}"
