"""The ``dost-desktop`` command: the window, and what is done without one. Only here and in ``ui.app`` adapters meet."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dost_desktop.office import Office, SignedIn

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
Agent = Annotated[str, typer.Option(help="Agent whose password opens the database.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Lang = Annotated[str, typer.Option(help="az or en.")]


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
    as_json: AsJson = False,
    trust: Annotated[
        Path | None,
        typer.Option(exists=True, help="Whom to trust: a folder (trust.toml or certificates), or one file."),
    ] = None,
    lang: Lang = "az",
    home: Home = None,
) -> None:
    """Check the signatures of notices, also of files that this program did not make."""
    from dost_desktop.office import trusted_roots  # noqa: PLC0415
    from dost_desktop.signing.verify_command import run  # noqa: PLC0415

    raise typer.Exit(run(files, as_json, trust or trusted_roots(home), sys.stdout, lang=lang))


@app.command()
def check(
    agent: Agent,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Rebuild lists and search from the events.")
    ] = False,
    as_json: AsJson = False,
    lang: Lang = "az",
    home: Home = None,
) -> None:
    """Check what this desk holds: chains, receipts, lists, outbox, numbers, documents, the server's heads."""
    from dost_desktop.commands import checking  # noqa: PLC0415

    with _at_the_desk(home, agent, lang) as (_office, signed_in):
        code = checking.run(signed_in, sys.stdout, rebuild=rebuild, as_json=as_json, lang=lang)
    raise typer.Exit(code)


@app.command()
def sync(
    agent: Agent,
    once: Annotated[bool, typer.Option("--once", help="One round; without: until nothing waits.")] = False,
    as_json: AsJson = False,
    lang: Lang = "az",
    home: Home = None,
) -> None:
    """Send what waits, without the window. 0: all sent, 1: something needs somebody, 2: nobody was reached."""
    from dost_desktop.commands import syncing  # noqa: PLC0415

    with _at_the_desk(home, agent, lang) as (office, signed_in):
        telling = syncing.Telling(sys.stdout, sys.stderr, lang, as_json)
        code = syncing.run(office, signed_in, telling, once=once)
    raise typer.Exit(code)


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="Where the file goes: unsent.dost-unsent.", dir_okay=False)],
    agent: Agent,
    as_json: AsJson = False,
    lang: Lang = "az",
    home: Home = None,
) -> None:
    """Write what this desk could not send into one sealed file, for ``central-api import-unsent``."""
    from dost_desktop.commands import exporting  # noqa: PLC0415

    with _at_the_desk(home, agent, lang) as (office, signed_in):
        code = exporting.run(office, signed_in, file, sys.stdout, as_json=as_json, lang=lang)
    raise typer.Exit(code)


@contextmanager
def _at_the_desk(home: Path | None, agent: str, lang: str) -> Iterator[tuple[Office, SignedIn]]:
    """The desk with this agent, whose password is asked for; left again whatever happens."""
    from dost_desktop.commands.words import LANGUAGES  # noqa: PLC0415
    from dost_desktop.office import Office  # noqa: PLC0415

    if lang not in LANGUAGES:
        raise typer.BadParameter(" | ".join(LANGUAGES), param_hint="--lang")
    password = (
        typer.prompt("password", hide_input=True, err=True)
        if sys.stdin.isatty()
        else sys.stdin.readline().rstrip("\r\n")  # a script's: nobody can read along
    )
    office = Office(home)
    signed_in = office.sign_in(agent, password)
    try:
        yield office, signed_in
    finally:
        signed_in.close()
