"""``central-api catalogues``: the law and the words of letters that desks and server work with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from central_api.administration import note
from central_api.commands.opening import AsJson, Data, answer, failed, opened, tell
from dost_desktop.catalogue.bundle import bundle_of
from dost_desktop.catalogue.catalogue import load_catalogue
from dost_desktop.catalogue.files import CatalogueBroken

commands = typer.Typer(no_args_is_help=True, help="The law and the words of letters.")


@commands.command(name="list")
def in_force(data: Data, as_json: AsJson = False) -> None:
    """Every catalogue this deployment judged by, the one in force first, and which are still accepted."""
    with opened(data) as office:
        cards = office.catalogues.listed().catalogues
    tell(
        cards,
        lambda each: (
            f"{each.version}  law {each.law[:12]}  {each.since}  {'accepted' if each.accepted else 'over'}"
        ),
        as_json=as_json,
    )


@commands.command(name="show")
def show(
    version: Annotated[str, typer.Argument(help="As list says it.")],
    data: Data,
    out: Annotated[Path | None, typer.Option(help="Write its files into this folder.")] = None,
    as_json: AsJson = False,
) -> None:
    """The files of one catalogue with their SHA-256; with --out to begin a change from."""
    with opened(data) as office:
        content = office.catalogues.read(version)
    if out is not None:
        for each in content.files:
            path = out / each.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(each.text, encoding="utf-8", newline="\n")
    tell(content.files, lambda each: f"{each.sha256}  {each.name}", as_json=as_json)


@commands.command(name="load")
def load(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False)], data: Data, as_json: AsJson = False
) -> None:
    """Put the catalogue of FOLDER (catalogue/, letters/, trust/) in force, when each process starts next."""
    try:
        law = load_catalogue(folder).version
        bundle = bundle_of(law, folder)
    except CatalogueBroken as broken:
        raise failed(str(broken)) from None
    with opened(data) as office:
        is_new = office.catalogues.bring(bundle, again=True)
        if is_new:
            note(office.settings.data, "catalogue put in force", version=bundle.version, law=law)
    told = f"{bundle.version} is in force: restart the servers" if is_new else "is in force already"
    answer(told, as_json=as_json, version=bundle.version, law=law, loaded=is_new)
