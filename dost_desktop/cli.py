"""The ``dost-desktop`` command: the window, and what is done without one. Only here and in ``ui.app`` adapters meet."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    help="DOST Desktop: registration of jobseekers and unemployed persons at a DOST centre.",
    pretty_exceptions_enable=False,
)

Home = Annotated[
    Path | None,
    typer.Option("--home", help="The folder of this desk's data (default: the user's data folder)."),
]


@app.callback(invoke_without_command=True)
def window(context: typer.Context, home: Home = None) -> None:
    """Open the window of this desk."""
    if context.invoked_subcommand is None:
        from ui.start import open_window  # noqa: PLC0415 - Qt is loaded for the window only

        raise typer.Exit(open_window(home))


@app.command()
def enrol(
    server: Annotated[str, typer.Option(help="Address of the central API.")],
    code: Annotated[str, typer.Option(help="One-time enrolment code from the administrator.")],
    home: Home = None,
) -> None:
    """Make this PC a desk of a centre."""
    from dost_desktop.office import Office  # noqa: PLC0415

    card = Office(home).enrol(server, code)
    typer.echo(f"{card.desk} · {card.centre.name}")


@app.command()
def practice(
    home: Annotated[Path, typer.Option(help="Where the practice office lives.")] = Path("demo"),
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Begin anew; the old folder is moved aside.")
    ] = False,
    tour: Annotated[
        bool, typer.Option("--tour", help="Play the guided tour even where there is a display.")
    ] = False,
) -> None:
    """Practise: a central API with synthetic people, a desk enrolled at it, and the window."""
    from ui.start import practise  # noqa: PLC0415

    raise typer.Exit(practise(home, fresh=fresh, tour=tour))


@app.command()
def tour(out: Annotated[Path, typer.Option(help="Where the notice, the log and the pictures go.")]) -> None:
    """Play the main job through the real window, without a display: found as employed, refused in writing."""
    from ui.start import practise  # noqa: PLC0415

    raise typer.Exit(practise(out, fresh=False, tour=True))


@app.command()
def verify(
    files: Annotated[list[Path], typer.Argument(help="PDF files to check.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    trust: Annotated[
        Path | None,
        typer.Option(exists=True, help="Whom to trust: a folder (trust.toml or certificates), or one file."),
    ] = None,
    lang: Annotated[str, typer.Option(help="az or en.")] = "az",
    home: Home = None,
) -> None:
    """Check the signatures of notices, also of files that this program did not make."""
    from dost_desktop.office import trusted_roots  # noqa: PLC0415
    from dost_desktop.signing.verify_command import run  # noqa: PLC0415

    raise typer.Exit(run(files, as_json, trust or trusted_roots(home), sys.stdout, lang=lang))


@app.command()
def check(
    agent: Annotated[str, typer.Option(help="Agent whose password opens the database.")],
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Rebuild lists and search from the events.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    home: Home = None,
) -> None:
    """Check every file of this desk: hashes, links, signatures, receipts, lists and documents."""
    from dost_desktop.office import Office  # noqa: PLC0415

    password = (
        typer.prompt("password", hide_input=True, err=True)
        if sys.stdin.isatty()
        else sys.stdin.readline().rstrip("\r\n")  # a script's: nobody can read along
    )
    report = Office(home).check(agent, password, rebuild=rebuild)
    found: list[dict[str, object]] = [
        {"file": str(each.file_id), "seq": each.seq, "flaw": each.flaw.value} for each in report.findings
    ]
    found += [{"trouble": trouble.value, "name": name} for trouble, name in report.troubles]
    told = {"files": report.files, "events": report.events, "documents": report.documents, "found": found}
    if as_json:
        typer.echo(json.dumps(told))
    else:
        typer.echo(f"{report.files} files, {report.events} events, {report.documents} documents")
        for each in found:
            typer.echo("  ".join(f"{name}: {value}" for name, value in each.items()))
        typer.echo("whole" if report.is_whole else f"{len(found)} found")
    raise typer.Exit(0 if report.is_whole else 1)
