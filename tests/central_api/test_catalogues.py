"""Catalogues: kept by whoever brings a new one, the previous law accepted, and fetched by desks once."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path

import httpx
import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner

from central_api.catalogues import CatalogueShelf
from central_api.cli import app
from central_api.database import Database
from central_api.kept_tables import catalogues as table
from central_api.migrating import migrate
from central_api.office import Office
from dost_desktop.catalogue.bundle import bundle_of
from dost_desktop.catalogue.catalogue import Catalogue, load_catalogue
from dost_desktop.catalogue.files import CatalogueBroken
from dost_desktop.contract.catalogues import CatalogueContent, Catalogues
from tests.central_api.practice_desk import Clockwork, Desk, enrol, listening


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str], Path]:
    """A folder with the catalogue that ships, and one more line in the settings of the office."""

    def make(line: str) -> Path:
        folder = tmp_path / hashlib.sha256(line.encode()).hexdigest()[:8]
        for name in ("catalogue", "letters", "trust"):
            shutil.copytree(Path(str(files("resources"))) / name, folder / name, dirs_exist_ok=True)
        office = folder / "catalogue" / "office.toml"
        office.write_text(f"{office.read_text('utf-8')}\n# {line}\n", encoding="utf-8")
        return folder

    return make


def _bring(office: Office, folder: Path) -> str:
    law = load_catalogue(folder).version
    assert office.catalogues.bring(bundle_of(law, folder))
    return law


def _pushes(desk: Desk, number: str, law: str) -> str:
    file, done = desk.identification(number)
    [verdict] = desk.pushes(desk.records(file, *done, law=law))
    if verdict.answer != "accepted":
        desk.chains.pop(file)
    return str(getattr(verdict, "reason", verdict.answer))


def test_after_the_server_s_upgrade_the_desk_s_law_counts_and_the_one_before_does_not(
    office: Office,
    new_office: Callable[[], Office],
    clock: Clockwork,
    catalogue: Catalogue,
    people: dict[str, str],
    changed: Callable[[str], Path],
) -> None:
    numbers = [people[case] for case in ("not found", "found 4.1.1", "expired card")]
    newer, newest = _bring(office, changed("newer")), _bring(office, changed("newest"))
    upgraded = new_office()
    assert upgraded.laws.versions.versions == (newest, newer)
    with listening(upgraded) as address, httpx.Client(base_url=address, timeout=30) as http:
        desk = enrol(upgraded, http, clock).signs_in("aysel")
        told = [
            _pushes(desk, *each) for each in zip(numbers, (newest, newer, catalogue.version), strict=True)
        ]
    assert told == ["accepted", "accepted", "law_outdated"]


def test_the_program_brings_its_catalogue_once_among_many_processes(
    new_office: Callable[[], Office], catalogue: Catalogue, changed: Callable[[str], Path]
) -> None:
    first = new_office()
    older = changed("older")
    law = load_catalogue(older).version
    with first.database.writing() as connection:
        connection.execute(table.delete())
    assert first.catalogues.bring(bundle_of(law, older))  # what a server of the version before had left
    with ThreadPoolExecutor(3) as threads:
        offices = list(threads.map(lambda _: new_office(), range(3)))
    assert {each.laws.versions.versions for each in offices} == {(catalogue.version, law)}
    with first.database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(table)).scalar_one() == 2


def test_what_an_administrator_put_in_force_stays_after_a_restart_and_can_be_taken_back(
    office: Office,
    new_office: Callable[[], Office],
    catalogue: Catalogue,
    changed: Callable[[str], Path],
) -> None:
    law = _bring(office, changed("ours"))
    assert new_office().laws.versions.versions == (law, catalogue.version)
    assert not office.catalogues.bring(bundle_of(catalogue.version))
    assert office.catalogues.bring(bundle_of(catalogue.version), again=True)
    assert new_office().laws.versions.versions == (catalogue.version, law)


def test_another_trust_list_is_another_catalogue_under_the_same_law(
    office: Office, new_office: Callable[[], Office], catalogue: Catalogue, changed: Callable[[str], Path]
) -> None:
    ours = _bring(office, changed("ours"))
    folder = changed("ours")  # the same text again
    trust = folder / "trust" / "trust.toml"
    trust.write_text(f"{trust.read_text('utf-8')}\n# looked at\n", encoding="utf-8")
    assert office.catalogues.bring(bundle_of(ours, folder))
    assert new_office().laws.versions.versions == (ours, catalogue.version)
    listed = office.catalogues.listed().catalogues
    assert [each.law for each in listed] == [ours, ours, catalogue.version]
    assert all(each.accepted for each in listed)


def test_a_law_in_force_that_this_program_cannot_read_stops_it_and_an_old_one_does_not(
    office: Office, new_office: Callable[[], Office], catalogue: Catalogue, changed: Callable[[str], Path]
) -> None:
    folder = changed("of a later program")
    rules = folder / "catalogue" / "office.toml"
    rules.write_text(f"nobody_knows = 1\n{rules.read_text('utf-8')}", encoding="utf-8")
    assert office.catalogues.bring(bundle_of("f" * 64, folder))
    with pytest.raises(CatalogueBroken, match="nobody_knows"):
        new_office()
    assert office.catalogues.bring(bundle_of(catalogue.version), again=True)
    assert new_office().laws.versions.versions == (catalogue.version,)


def test_desks_fetch_a_catalogue_once(
    http: httpx.Client, desk: Desk, catalogue: Catalogue, tmp_path: Path
) -> None:
    answer = http.get("/v1/catalogues", headers=desk.as_desk)
    [card] = Catalogues.model_validate(answer.json()).catalogues
    assert (card.law, card.accepted) == (catalogue.version, True)
    same = http.get("/v1/catalogues", headers=desk.as_desk | {"If-None-Match": answer.headers["ETag"]})
    assert (same.status_code, same.content) == (304, b"")

    answer = http.get(f"/v1/catalogues/{card.version}", headers=desk.as_desk)
    assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    content = CatalogueContent.model_validate(answer.json())
    assert all(hashlib.sha256(each.text.encode()).hexdigest() == each.sha256 for each in content.files)
    for each in content.files:
        (tmp_path / each.name).parent.mkdir(exist_ok=True)
        (tmp_path / each.name).write_text(each.text, encoding="utf-8")
    assert load_catalogue(tmp_path).version == content.law  # a desk can work with what it got
    same = http.get(
        f"/v1/catalogues/{card.version}", headers=desk.as_desk | {"If-None-Match": f'"{card.version}"'}
    )
    assert (same.status_code, same.content) == (304, b"")
    unknown = http.get(f"/v1/catalogues/{'0' * 64}", headers=desk.as_desk)
    assert (unknown.status_code, unknown.json()["code"]) == (404, "catalogue.unknown")


def test_a_clock_that_is_behind_does_not_put_the_old_law_in_force_again(
    database_url: str, tmp_path: Path, clock: Clockwork, changed: Callable[[str], Path]
) -> None:
    database = Database(database_url or f"sqlite:///{(tmp_path / 'central.sqlite3').as_posix()}")
    migrate(database)
    shelf = CatalogueShelf(database, clock)
    laws = []
    for line in ("first", "second"):
        folder = changed(line)
        laws.append(load_catalogue(folder).version)
        assert shelf.bring(bundle_of(laws[-1], folder))
        clock.at = clock.at.replace(year=2025)
    assert [each.law for each in shelf.listed().catalogues] == laws[::-1]
    database.close()


def test_an_administrator_changes_the_catalogue_without_a_programmer(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    data, folder = ["--data", str(tmp_path / "server")], tmp_path / "ours"

    def run(*words: str, code: int = 0) -> str:
        result = CliRunner().invoke(app, ["catalogues", *words, *data])
        assert result.exit_code == code, result.output
        return result.output

    [card] = json.loads(run("list", "--json"))
    assert card["law"] == catalogue.version
    assert "letters/frame.toml" in run("show", card["version"], "--out", str(folder))
    assert run("show", "0" * 64, code=2) == "catalogue.unknown\n"
    assert "in force already" in run("load", str(folder))
    rules = folder / "catalogue" / "office.toml"
    rules.write_text(f"{rules.read_text('utf-8')}\n# ours\n", encoding="utf-8")
    loaded = json.loads(run("load", str(folder), "--json"))
    assert [(each["law"], each["accepted"]) for each in json.loads(run("list", "--json"))] == [
        (loaded["law"], True),
        (catalogue.version, True),
    ]
    rules.write_text("[", encoding="utf-8")
    assert run("load", str(folder), code=2).startswith("office.toml:1: ")
