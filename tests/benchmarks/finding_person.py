"""Finding a person: by name, beside the same MATCH, order and limit in bare sqlcipher3 over the same database."""

from __future__ import annotations

import random
import tempfile
from itertools import product
from pathlib import Path
from typing import Any, Final

from dost_desktop.storage.connection import connect
from dost_desktop.storage.database import Database
from tests.benchmarks.figure import Figure, medians
from tests.storage.desk import Signer, identified, new_desk, paths_in, person

_BARE: Final = (
    "SELECT f.file_id, p.full_name, p.number_kind, p.number, p.document_number, p.birth_date, p.phone, p.status,"
    " p.status_at, p.last_active_on, p.needs_review FROM person_names n JOIN person p ON p.file = n.rowid"
    " JOIN file f ON f.no = p.file WHERE n.person_names MATCH ? ORDER BY p.sort_key LIMIT 50"
)
_SURNAMES: Final = ("Əliyev", "Məmmədov", "Həsənov", "Quliyev", "Hüseynov", "Cəfərov", "Babayev", "Kərimov")
_GIVEN: Final = ("İlqar", "Şəbnəm", "Elçin", "Günay", "Rəşad", "Nərmin", "Tural", "Aygün", "Orxan", "Leyla")
_FATHERS: Final = ("Çingiz", "Ümid", "Vəli", "Hikmət", "Oqtay", "Zahid", "Fərhad")
_A_WORK: Final = 500
# what is typed, and the same as full-text search takes it
_TYPED: Final = {
    "a frequent name": ("eliyev", '"eliyev"*'),
    "a rare name": ("nadirov", '"nadirov"*'),
    "two words": ("memmedov gun", '"memmedov"* AND "gun"*'),
}


def finding_person(*, persons: int, runs: int) -> list[Figure]:
    """Frequent, rare and two-word searches among ``persons`` synthetic persons."""
    with tempfile.TemporaryDirectory(prefix="dost-bench-", ignore_cleanup_errors=True) as folder:
        database, key = new_desk(Path(folder))
        try:
            _fill(database, persons)
            driver: Any = connect(paths_in(Path(folder)).database, key)
            try:
                return [_of(database, driver, words, persons, runs) for words in _TYPED]
            finally:
                driver.close()
        finally:
            database.close()


def _of(database: Database, driver: Any, words: str, persons: int, runs: int) -> Figure:
    typed, match = _TYPED[words]

    def ours() -> int:
        with database.open_reading() as reading:
            return len(reading.find_persons(typed))

    def bare() -> int:
        return len(driver.execute(_BARE, (match,)).fetchall())

    if ours() != bare():
        raise AssertionError(f"not the same persons: {words}")
    times = medians(runs, {"bare": bare, "ours": ours})
    what = f"finding a person by {words} among {persons:,}"
    return Figure(what, "the same MATCH in bare sqlcipher3", times["ours"], times["bare"], most=1.5)


def _fill(database: Database, persons: int) -> None:
    """Many persons with usual names, and a few with one that nobody else has."""
    signer, chance = Signer(), random.Random(7)
    names = list(product(_SURNAMES, _GIVEN, _FATHERS))
    for begin in range(0, persons, _A_WORK):
        with database.open_work() as work:
            for number in range(begin, min(begin + _A_WORK, persons)):
                surname, given, father = chance.choice(names)
                if number % 1250 == 0:
                    surname = "Nadirov"
                pin = f"7{number:06}"
                who = person(pin)
                work.append(signer.run(who, identified(pin, surname, given, f"{father} oğlu")), who)
            work.commit()
