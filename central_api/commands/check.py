"""``central-api check``: everything compared with everything, while the server serves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Final

import typer

from central_api.administration import note
from central_api.checking.findings import Found
from central_api.checking.mending import Mending
from central_api.checking.whole import Check, Count
from central_api.commands.opening import AsJson, answer, failed, opened
from central_api.export_check import prove
from central_api.office import Office

_KEPT: Final = 10_000  # findings in memory; more are counted


def check(
    data: Annotated[
        Path | None, typer.Option("--data", help="The folder of database, keys and blobs.")
    ] = None,
    export: Annotated[
        Path | None, typer.Option(help="An exported folder instead: needs no database.", file_okay=False)
    ] = None,
    as_json: AsJson = False,
    blobs: Annotated[bool, typer.Option("--blobs", help="Read every document too.")] = False,
    fix_derived: Annotated[
        bool, typer.Option("--fix-derived", help="Make anew what only follows from events, then check again.")
    ] = False,
) -> None:
    """Chains, signatures, posts, feeds, lists, numbers, what is owed. Ends with 1 when something is damaged."""
    if export is not None:
        _check_export(export, as_json=as_json)
        return
    if data is None:
        raise failed("--data or --export is needed")
    with opened(data) as office:
        tell: Callable[[str], None] = (lambda _text: None) if as_json else typer.echo
        found, count, beyond = _found(office, blobs, tell)
        if fix_derived and any(each.meaning.is_derived for each in found):
            mended = Mending(office).mend(found)
            note(office.settings.data, "derived data made anew", mended=mended)
            tell(f"{mended} made anew; what is left:")
            found, count, beyond = _found(office, blobs, tell)
    damaged = beyond + sum(each.meaning.is_damage for each in found)
    answer(
        f"{count.files} files, {count.events} events, {count.blobs} documents: {damaged or 'no'} damage found",
        as_json=as_json,
        files=count.files,
        events=count.events,
        documents=count.blobs,
        damaged=damaged,
        findings=[_facts(each) for each in found],
    )
    if damaged:
        raise typer.Exit(1)


def _check_export(folder: Path, *, as_json: bool) -> None:
    proof = prove(folder)
    if not as_json:
        for each in proof.wrong:
            typer.echo(each)
    told = f"{proof.files} files, {proof.events} events, {proof.documents} documents"
    answer(
        f"{told}: {len(proof.wrong) or 'no'} damage found; sealed by {proof.key or 'nobody'}",
        as_json=as_json,
        **asdict(proof),
    )
    if proof.wrong:
        raise typer.Exit(1)


def _found(office: Office, blobs: bool, tell: Callable[[str], None]) -> tuple[list[Found], Count, int]:
    checking, beyond = Check(office), 0
    kept: list[Found] = []
    for each in checking.findings(with_blobs=blobs):
        tell(_line(each))
        if len(kept) < _KEPT:
            kept.append(each)
        else:
            beyond += each.meaning.is_damage
    return kept, checking.count, beyond


def _line(found: Found) -> str:
    meaning = found.meaning
    detail = f" ({found.detail})" if found.detail else ""
    return f"{found.kind.value} {found.where}{detail}: {meaning.what}. To do: {meaning.to_do}"


def _facts(found: Found) -> dict[str, object]:
    meaning = found.meaning
    return {
        "kind": found.kind.value,
        "where": found.where,
        "detail": found.detail,
        "what": meaning.what,
        "to_do": meaning.to_do,
        "damage": meaning.is_damage,
        "mends": meaning.is_derived,
    }
