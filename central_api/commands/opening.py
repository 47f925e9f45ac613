"""How every command begins and ends: the office is built, refusals are one line and code 2, answers lines or JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from pydantic import BaseModel, ValidationError

from central_api.administration import CannotBeDone
from central_api.app import build_office
from central_api.database import UNLIMITED
from central_api.database_trouble import told_as_setting
from central_api.office import Office
from central_api.problems import Problematic
from central_api.registers import RegisterUnreachable
from central_api.settings import BadSetting, read_settings
from dost_desktop.catalogue.catalogue import load_catalogue
from dost_desktop.catalogue.files import CatalogueBroken
from dost_desktop.domain.dates import AZ_ZONE, instant, instant_text

Data = Annotated[Path, typer.Option("--data", help="The folder of database, keys and blobs.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Row = TypeVar("Row")
Card = TypeVar("Card", bound=BaseModel)


@contextmanager
def opened(data: Path, *, practice: bool = False) -> Iterator[Office]:
    """The server's parts; what an administrator can mend ends in one line and code 2."""
    try:
        settings = replace(read_settings(data, os.environ), statement_life=UNLIMITED)
        office = build_office(settings, [load_catalogue()], practice=practice)
    except (BadSetting, CatalogueBroken) as broken:
        raise failed(str(broken)) from None
    try:
        with told_as_setting(settings.database_url):
            yield office
    except BadSetting as broken:
        raise failed(str(broken)) from None
    except Problematic as problem:
        raise failed(problem.code) from None
    except CannotBeDone as cannot:
        raise failed(cannot.problem) from None
    except RegisterUnreachable as away:
        raise failed(f"{away} is away") from None
    finally:
        office.stop()


def failed(why: str) -> typer.Exit:
    """What to raise: ``why`` was said, and the code is 2."""
    typer.echo(why, err=True)
    return typer.Exit(2)


def tell(rows: Sequence[Row], line: Callable[[Row], str], *, as_json: bool) -> None:
    """Print ``rows`` as one JSON list, or each as its ``line``."""
    if as_json:
        _print([_plain(row) for row in rows])
        return
    for row in rows:
        typer.echo(line(row))


def answer(text: str, *, as_json: bool, **facts: Any) -> None:
    """Print what came of a command: ``facts`` as JSON, or ``text``."""
    if as_json:
        _print(facts)
    else:
        typer.echo(text)


def card_of(shape: type[Card], given: dict[str, Any]) -> Card:
    """What was typed, as it is kept. Ends the command with the names of what does not fit."""
    try:
        return shape.model_validate(given)
    except ValidationError as error:
        raise failed(", ".join(str(each["loc"][0]) for each in error.errors())) from None


def moment(text: str) -> str:
    """``2026-11-24``, which begins at midnight in Baku, or a whole moment. Ends the command on anything else."""
    try:
        if "T" in text:
            return instant_text(instant(text))
        return instant_text(datetime.combine(date.fromisoformat(text), time(), AZ_ZONE).astimezone(UTC))
    except ValueError:
        raise failed("--since: 2026-11-24 or 2026-11-24T06:00:00.000Z is expected") from None


def _plain(row: Any) -> Any:
    if isinstance(row, BaseModel):
        return row.model_dump(mode="json")
    return asdict(row) if is_dataclass(row) and not isinstance(row, type) else row


def _print(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))
