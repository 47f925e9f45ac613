"""A desk's database of up to a million synthetic persons: written by bulk through the real tables, kept in build/.

Nobody is meant: surnames are made of Faker's Azerbaijani given names, and all names are combined at random. Their
frequencies fall as 1/rank, as names do: the most frequent surname has three in a hundred, thousands of others a few
in a million. Everybody was identified from papers; half have applied once, some were refused in writing. Finding
never looks at events, so theirs are of the right size only: no digest, signature or hash of them can be verified.
"""

from __future__ import annotations

import hashlib
import itertools
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from faker.providers.person.az_AZ import Provider as Azerbaijani
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.schema import CreateIndex, DropIndex, ExecutableDDLElement

from dost_desktop.domain import acts, evidence
from dost_desktop.domain.codec import to_json
from dost_desktop.domain.events import RULES, Content
from dost_desktop.domain.fold import By, apply_act
from dost_desktop.domain.ids import NumberKind, new_id
from dost_desktop.domain.person_file import empty_file
from dost_desktop.domain.vocabulary import Source
from dost_desktop.storage import projection
from dost_desktop.storage.database import Database
from dost_desktop.storage.event_rows import COLUMNS, content_text, json_text
from dost_desktop.storage.tables import metadata
from tests.benchmarks.practice import ROOT
from tests.storage.desk import LAW, NOW, issued, opened, paths_in, person

KEPT_IN: Final = ROOT / "build" / "persons"
KEY: Final = hashlib.sha256(b"synthetic persons").digest()  # of nobody's data
_VERSION: Final = 2  # of what is written here: raised when it changes
_A_WORK: Final = 5_000
_FREQUENT: Final = ("Məmmədov", "Əliyev", "Həsənov", "Hüseynov", "Quliyev", "İbrahimov", "Abbasov", "Cəfərov")
RARE: Final = "Nadirxanlı"  # the surname of eight persons, however many there are
SINGLE: Final = "Təkgünlü"  # … and of one
_HONOURS: Final = ("", "Ağa", "Hacı", "Mir", "Molla", "Şıx", "Kərbəlayı")
_PLANTED: Final = {9.0: SINGLE, **{float(tenth): RARE for tenth in range(1, 9)}}
_LETTERS: Final = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # of a FİN (facts 4.1)
_OPERATORS: Final = ("50", "51", "55", "70", "77", "99")
_STRANGE: Final = 1_299_827  # has no factor in common with 34: numbers in a row look thrown
_BY: Final = By("agent.one", "desk-7", NOW)
_INSERT_EVENT: Final = f"INSERT INTO event ({COLUMNS}, file) VALUES (?,?,?,?,?,?,?,?)"


@dataclass(frozen=True, slots=True)
class Names:
    """Names with how often each is met, cumulated."""

    words: Sequence[str]
    weights: Sequence[float]

    @classmethod
    def by_rank(cls, words: Sequence[str], head: int) -> Names:
        """The first of ``words`` is the most frequent; ``head`` flattens the top."""
        return cls(words, list(itertools.accumulate(1 / (rank + head) for rank in range(len(words)))))

    def some(self, chance: random.Random, count: int) -> list[str]:
        """``count`` of them, as often as they are met."""
        return chance.choices(self.words, cum_weights=self.weights, k=count)


def surnames() -> tuple[str, ...]:
    """Some thousands of men's surnames, the frequent ones first."""
    made = [
        f"{honour}{name.lower() if honour else name}{'y' if name[-1] in 'aəıioöuü' else ''}{ending}"
        for honour in _HONOURS
        for ending in ("ev" if honour else "ov", "zadə", "lı")
        for name in Azerbaijani.first_names_male
    ]
    return tuple(dict.fromkeys((*_FREQUENT, *made)))


def of_a_woman(surname: str) -> str:
    """``Əliyev`` is ``Əliyeva``; other endings stay."""
    return f"{surname}a" if surname.endswith(("ov", "ev")) else surname


def many_persons(persons: int) -> tuple[Database, Path]:
    """The database with so many persons, written now if it is not there yet; and the folder it lies in."""
    folder = KEPT_IN / f"{persons}-{_VERSION}"
    if (folder / "whole").exists():
        kept = Database.open(paths_in(folder), KEY)  # upgraded where the program went on
        if kept.backup is not None:
            kept.backup.unlink()
        return kept, folder
    Database.put_aside(paths_in(folder), NOW)
    database = Database.create(paths_in(folder), KEY, "bench")
    begun = time.monotonic()
    indices = [
        index for name in ("person", "application", "notice") for index in metadata.tables[name].indexes
    ]
    _change(
        database, [DropIndex(index) for index in indices]
    )  # made at the end they take a third of the time
    chance = random.Random(7)
    people = _people(chance, persons)
    for begin in range(0, persons, _A_WORK):
        _write(database, list(itertools.islice(people, _A_WORK)), begin)
        _say(f"{min(begin + _A_WORK, persons):,} of {persons:,} persons, {time.monotonic() - begun:.0f} s")
    with database.open_work() as work:
        projection.index_everybody(work.connection)
        work.commit()
    _change(database, [CreateIndex(index) for index in indices])
    _say(f"written in {time.monotonic() - begun:.0f} s\n")
    (folder / "whole").touch()
    return database, folder


def _change(database: Database, statements: Sequence[ExecutableDDLElement]) -> None:
    with database.open_work() as work:
        for statement in statements:
            work.connection.change(str(statement.compile(dialect=SQLiteDialect())))
        work.commit()


def _people(chance: random.Random, count: int) -> Iterator[evidence.Identity]:
    men, women = (
        Names.by_rank(Azerbaijani.first_names_male, 5),
        Names.by_rank(Azerbaijani.first_names_female, 5),
    )
    families, nth = Names.by_rank(surnames(), 3), 0
    while nth < count:
        some = min(_A_WORK, count - nth)
        names = zip(
            families.some(chance, some),
            men.some(chance, some),
            women.some(chance, some),
            men.some(chance, some),
            strict=True,
        )
        for family, man, woman, father in names:
            is_man = nth % 2 == 0
            surname = _PLANTED.get(nth * 10 / count, family)
            yield evidence.Identity(
                NumberKind.PIN,
                pin_of(nth),
                surname if is_man else of_a_woman(surname),
                man if is_man else woman,
                f"{father} {'oğlu' if is_man else 'qızı'}",
                date(1955, 1, 1) + timedelta(days=chance.randrange(20_000)),
                document_number=card_of(nth),
            )
            nth += 1


def pin_of(nth: int) -> str:
    """The number of the ``nth`` person; never twice."""
    left = (nth * _STRANGE * 7_919 + 12_345) % 34**7
    signs = []
    for _ in range(7):
        left, sign = divmod(left, 34)
        signs.append(_LETTERS[sign])
    return "".join(signs)


def card_of(nth: int) -> str:
    """The card of the ``nth`` person, of the new or of the old generation."""
    number = nth * _STRANGE % 10**7
    return f"AZE{number:08}" if nth % 5 == 0 else f"AA{number:07}"


def phone_of(nth: int) -> str:
    """The telephone of the ``nth`` person; every third has none."""
    number = nth * 7_919 % 10**7
    return f"+994{_OPERATORS[nth // 3 % 6]}{number:07}" if nth % 3 else ""


def _write(database: Database, people: Sequence[evidence.Identity], begin: int) -> None:
    with database.open_work() as work:
        for nth, identity in enumerate(people, begin):
            who = person(identity.number)
            did: list[acts.Act] = [acts.IdentifyPerson(identity, Source.PAPERS, unreachable_at=NOW)]
            if phone := phone_of(nth):
                did.append(acts.RecordContact(phone))
            did += _applied(nth)
            no = work.connection.insert("INSERT INTO file (file_id) VALUES (?)", (who.bytes,))
            work.connection.change_many(
                _INSERT_EVENT, [_event(who, each, seq, no) for seq, each in enumerate(did, 1)]
            )
            file = empty_file(who)
            for each in did:
                file = apply_act(file, each, _BY)
            issued_at = {
                each.notice: seq for seq, each in enumerate(did, 1) if isinstance(each, acts.IssueNotice)
            }
            projection.add_rows(work.connection, no, replace(file, changed_at=NOW), issued_at)
        work.commit()


def _event(who: UUID, act: acts.Act, seq: int, no: int) -> tuple[Any, ...]:
    """A row as an event has it; digest, signature and hashes are of the right length only."""
    made = new_id(NOW)
    content = Content(made, who, act.kind, NOW, "desk-7", "agent.one", LAW, RULES, made, 1, 1, LAW)
    return (seq, content_text(content), "A" * 86, "0" * 32, json_text(to_json(act)), bytes(32), bytes(32), no)


def _applied(nth: int) -> list[acts.Act]:
    if nth % 2:
        return []
    application: UUID = new_id(NOW)
    did: list[acts.Act] = [opened(f"05-04-05-00/B03/2026/M-{nth // 2:06}", application)]
    if nth % 10 == 0:
        did.append(issued(application, "ab" * 32, f"05-04-05-00/B03/2026/{nth // 10:06}"))
    return did


def _say(words: str) -> None:
    sys.stderr.write(f"\r{words}")
    sys.stderr.flush()
