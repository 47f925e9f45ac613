"""A register's file is loaded whole or not at all; what is wrong with it is said by line, whatever it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from central_api.office import Office
from central_api.register_files import Loaded, load_register
from central_api.tables import self_service, simulated_rows
from dost_desktop.domain.vocabulary import ApplicationKind

HEAD = "number,status,since,registration_number,bars"
GOOD = "5AB12CD,jobseeker,2026-01-02,IA-1,"
KIND = ApplicationKind.JOBSEEKER.value
OTHER = "5AB12CE,unemployed,2026-01-02,IA-2,"


def load(office: Office, folder: Path, content: str | bytes, kind: str = "status", **how: Any) -> Loaded:
    path = folder / "rows.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return load_register(office.database, kind, path, **how)


def stored(office: Office, register: str = "mas_status") -> list[tuple[str, str]]:
    chosen = select(simulated_rows.c.number, simulated_rows.c.row).where(
        simulated_rows.c.register == register
    )
    with office.database.reading() as connection:
        return [tuple(row) for row in connection.execute(chosen.order_by(simulated_rows.c.number))]


READ = {
    "plain": f"{HEAD}\n{GOOD}\n{OTHER}\n",
    "without an end of line": f"{HEAD}\n{GOOD}\n{OTHER}",
    "of Windows": f"{HEAD}\r\n{GOOD}\r\n{OTHER}\r\n",
    "with a BOM": b"\xef\xbb\xbf" + f"{HEAD}\n{GOOD}\n{OTHER}\n".encode(),
    "semicolons": f"{HEAD}\n{GOOD}\n{OTHER}\n".replace(",", ";"),
    "tabs": f"{HEAD}\n{GOOD}\n{OTHER}\n".replace(",", "\t"),
    "quoted": f'"number","status","since","registration_number","bars"\n"5AB12CD","jobseeker",,"IA-1",""\n{OTHER}\n',
    "empty lines": f"{HEAD}\n\n{GOOD}\n\n{OTHER}\n\n",
    "columns in another order": "bars,status,number,since,registration_number\n"
    ",jobseeker,5AB12CD,,\n,jobseeker,5AB12CE,,\n",
}


def test_a_good_file_takes_the_place_of_what_was_there(office: Office, tmp_path: Path) -> None:
    for name, content in READ.items():
        load(office, tmp_path, f"{HEAD}\n5AB12CF,jobseeker,,,\n")
        loaded = load(office, tmp_path, content)
        assert (loaded.rows, loaded.bad) == (2, []), name
        assert [number for number, _ in stored(office)] == ["5AB12CD", "5AB12CE"], name


#: what is wrong, the lines that are named with a word of the reason, and how many good rows there are beside it
BAD: dict[str, tuple[str | bytes, list[tuple[int, str]], int]] = {
    "nothing": ("", [(1, "empty")], 0),
    "no heading": (f"{GOOD}\n{OTHER}\n", [(1, "columns are missing: number")], 0),
    "a heading that lacks one": (f"{HEAD[:-5]}\n{GOOD}\n", [(1, "columns are missing: bars")], 0),
    "a column nobody knows": (f"{HEAD},colour\n{GOOD},red\n", [(1, "1 columns are unknown")], 0),
    "a column twice": (f"{HEAD},bars\n{GOOD},\n", [(1, "twice")], 0),
    "UTF-16": (f"{HEAD}\n{GOOD}\n".encode("utf-16"), [(1, "UTF-16")], 0),
    "Windows-1254": (
        f"{HEAD}\n{GOOD}\n5AB12CE,jobseeker,,şəhər,\n{OTHER}\n".replace("ə", "e").encode("cp1254"),
        [(3, "not UTF-8")],
        2,
    ),
    "a NUL": (f"{HEAD}\n{GOOD}\n5AB12CE,job\0seeker,,,\n", [(3, "NUL")], 1),
    "too few fields": (f"{HEAD}\n{GOOD}\n5AB12CE,jobseeker\n", [(3, "as many fields")], 1),
    "too many fields": (f"{HEAD}\n{GOOD}\n{OTHER},more\n", [(3, "as many fields")], 1),
    "a number twice": (
        f"{HEAD}\n{GOOD}\n{OTHER}\n5ab 12cd,jobseeker,,,\n",
        [(4, "stands on line 2 already")],
        2,
    ),
    "a quotation mark inside": (f'{HEAD}\n{GOOD}\n"5AB"12CE,jobseeker,,,\n', [(3, "quotation mark")], 1),
    "a quotation mark that is not closed": (
        f'{HEAD}\n{GOOD}\n"5AB12CE,jobseeker,,,\n',
        [(3, "quotation mark")],
        1,
    ),
    "one that would swallow the file": (
        f'{HEAD}\n{GOOD}\n"5AB12CE,jobseeker,,,\n' + "\n" * 60 + f"{OTHER}\n",
        [(3, "quotation mark")],
        2,
    ),
    "a field longer than any": (f"{HEAD}\n{GOOD}\n5AB12CE,{'x' * 200_000},,,\n", [(3, "quotation mark")], 1),
    "several": (
        f"{HEAD}\n5AB12CE,wizard,,,\n{GOOD}\n5AB12CF,jobseeker,02.01.2026,,\n",
        [(2, "status"), (4, "since")],
        1,
    ),
}


def test_a_bad_file_changes_nothing_and_its_good_rows_are_loaded_only_when_asked(
    office: Office, tmp_path: Path
) -> None:
    for name, (content, bad, good) in BAD.items():
        load(office, tmp_path, f"{HEAD}\n5AB12CX,jobseeker,,,\n")
        before = stored(office)
        for how in ({}, {"dry_run": True}, {"only_good": True, "dry_run": True}):
            loaded = load(office, tmp_path, content, **how)
            assert (loaded.rows, loaded.good) == (0, good), name
            assert [each.line for each in loaded.bad] == [line for line, _ in bad], name
            assert all(word in each.reason for each, (_, word) in zip(loaded.bad, bad, strict=True)), loaded
            assert stored(office) == before, name
        assert load(office, tmp_path, content, only_good=True).rows == good, name
        assert len(stored(office)) == (good or len(before)), name
        assert "wizard" not in repr(loaded)


def test_applications_from_e_sosial_are_added_and_a_bad_file_adds_none(
    office: Office, tmp_path: Path
) -> None:
    head = "number,kind,application_kind,centre,submitted_at,mas_number,phone\n"
    rows = [f"5AB12C{letter},pin,{KIND},B03,2026-11-24T09:30,M-{letter},\n" for letter in "DEF"]

    def count() -> int:
        with office.database.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(self_service)).scalar_one())

    assert load(office, tmp_path, head + rows[0], "self_service").rows == 1
    twice = load(office, tmp_path, head + "".join(rows) + rows[1], "self_service")
    assert (twice.rows, twice.bad[0].reason) == (0, "mas_number: stands on line 3 already")
    assert count() == 1
    assert load(office, tmp_path, head + "".join(rows), "self_service").rows == 3
    assert count() == 3


@pytest.mark.long
def test_a_million_rows_are_streamed(office: Office, tmp_path: Path) -> None:
    path, told = tmp_path / "many.csv", list[int]()
    with path.open("w", encoding="utf-8") as file:
        file.write("number,article,variant,facts\n")
        file.writelines(f'{number:07},4.1.1,,"{{}}"\n' for number in range(1_000_000))
    assert load_register(office.database, "employed", path, tell=told.append).rows == 1_000_000
    assert told[-1] == 1_000_000
    assert json.loads(stored(office, "mas_employed_persons")[0][1])["article"] == "4.1.1"
