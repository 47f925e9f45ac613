"""``central-api import-unsent``: what desks exported because they could not send it."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from central_api.administration import CannotBeDone, note
from central_api.commands.opening import AsJson, Data, answer, failed, opened
from central_api.importing import Imported, ImportUnsent
from central_api.importing_runs import Became, RunReport


def import_unsent(
    files: Annotated[
        list[Path], typer.Argument(help="Files written by a desk.", exists=True, dir_okay=False)
    ],
    data: Data,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would become of it; keep nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take in what desks exported, any number of times. Ends with 1 when something needs somebody."""
    with opened(data) as office, ExitStack() as stack:
        importing = ImportUnsent(office, office.enrolment.keys.recovery, dry_run=dry_run)
        try:
            named = [(each, stack.enter_context(each.open("rb"))) for each in files]
        except OSError as error:
            raise failed(f"{error.filename}: {error.strerror}") from None
        for path, file in named:  # all of them first: nothing of any is used when one cannot be
            try:
                importing.prove(file)
            except CannotBeDone as cannot:
                raise failed(f"{path.name} {cannot.problem}") from None
        done = []
        for path, file in named:
            done.append(importing(file))
            if not dry_run:
                note(office.settings.data, "unsent work imported", desk=done[-1].desk, **done[-1].counts)
            if not as_json:
                _tell(path, done[-1])
    is_settled = all(each.is_settled for each in done)
    answer(
        "nothing needs anybody" if is_settled else "some of it needs somebody",
        as_json=as_json,
        dry_run=dry_run,
        settled=is_settled,
        files=[_facts(path, each) for (path, _file), each in zip(named, done, strict=True)],
    )
    if not is_settled:
        raise typer.Exit(1)


def _tell(path: Path, done: Imported) -> None:
    counts = ", ".join(f"{count} {became}" for became, count in done.counts.items() if count)
    typer.echo(f"{path.name}: {done.desk}, exported {done.made_at} by {done.agent}")
    typer.echo(f"  clicks: {counts or 'none'}")
    typer.echo(
        f"  documents: {done.documents}, cases: {done.cases} new of {done.cases + done.cases_left}, looks: {done.looks}"
    )
    for each in done.runs:
        if each.became not in {Became.KNOWN, Became.TAKEN}:
            typer.echo(f"  {_line(each)}")
    for sha256, reason in done.documents_refused.items():
        typer.echo(f"  document {sha256}: {reason}")


def _line(run: RunReport) -> str:
    reason = f" ({run.reason}{', ' + run.cites if run.cites else ''})" if run.reason else ""
    return f"{run.became.value}{reason}: {run.made_at} {run.agent} {'+'.join(run.kinds)} in {run.file}, run {run.run}"


def _facts(path: Path, done: Imported) -> dict[str, object]:
    return {
        "name": path.name,
        "desk": done.desk,
        "centre": done.centre,
        "agent": done.agent,
        "made_at": done.made_at,
        "counts": done.counts,
        "runs": [
            {
                "run": each.run,
                "file": each.file,
                "made_at": each.made_at,
                "agent": each.agent,
                "kinds": each.kinds,
                "became": each.became.value,
                "reason": each.reason,
                "cites": each.cites,
            }
            for each in done.runs
        ],
        "documents": done.documents,
        "documents_refused": done.documents_refused,
        "cases": done.cases,
        "cases_left": done.cases_left,
        "looks": done.looks,
    }
