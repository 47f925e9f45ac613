"""Finding a person: every search beside its own statements in bare sqlcipher3, and among many beside among few."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Final

from dost_desktop.storage.connection import connect
from dost_desktop.storage.finding import BY_NAME, BY_NUMBER, NEAR_WORDS, match_of, number_values
from dost_desktop.storage.projection import variants, words_of
from tests.benchmarks.figure import Figure, medians
from tests.benchmarks.many_persons import KEY, RARE, SINGLE, card_of, many_persons, phone_of, pin_of
from tests.storage.desk import paths_in

FEW: Final = 10_000
_LIMIT: Final = 50
_DIFFERENT: Final = 400  # numbers of as many persons are asked for in turn: the next one is in no cache yet
_MOST: Final = 1.5
_GROWS_AT_MOST: Final = 2.0
_FREQUENT_MS: Final = 100.0


@dataclass(frozen=True, slots=True)
class Search:
    """What is typed, in turn; ``of`` says how fast it was promised to be among many."""

    what: str
    typed: Sequence[str]
    of: str  # "frequent", "rare" or "number"


class Place:
    """A database with so many persons: ours, and a bare connection to the same file."""

    def __init__(self, persons: int, stack: ExitStack) -> None:
        self.persons = persons
        self.ours, folder = many_persons(persons)
        stack.callback(self.ours.close)
        self.bare: Any = connect(paths_in(folder).database, KEY)
        stack.callback(self.bare.close)

    def by_us(self, typed: str) -> int:
        """How many our search finds."""
        with self.ours.open_reading() as reading:
            return len(reading.find_persons(typed))


def finding_person(*, persons: int, runs: int) -> list[Figure]:
    """Every search among ``persons``, beside bare sqlcipher3 and beside the same search among 10,000."""
    figures: list[Figure] = []
    with ExitStack() as stack:
        few = Place(FEW, stack)
        many = Place(persons, stack) if persons != FEW else few
        for search in _searches(min(persons, FEW)):
            figures.append(_beside_bare(many, search, runs))
            if many is not few:
                figures.append(_as_it_grows(few, many, search, runs))
    return figures


def _searches(persons: int) -> Sequence[Search]:
    chance = random.Random(11)
    some = [chance.randrange(persons) // 6 * 6 + 2 for _ in range(_DIFFERENT)]  # with phone and application
    pins = [pin for pin in map(pin_of, some) if any(sign.isdigit() for sign in pin)]
    return (
        Search("a frequent surname", ("eliyev", "memmedov", "hesenov"), "frequent"),
        Search("three letters", ("mem", "eli", "ibr"), "frequent"),
        Search("two frequent words", ("memmedov adil", "adil eliyev", "quliyeva a"), "frequent"),
        Search("a rare name", (RARE,), "rare"),
        Search("the name of one person", (SINGLE,), "rare"),
        Search("a mistyped rare name", (RARE[:3] + RARE[4:],), "rare"),
        Search("a FİN", pins, "number"),
        Search("a card number", [card_of(nth) for nth in some], "number"),
        Search("a telephone", [f"0{phone_of(nth)[4:]}" for nth in some], "number"),
        Search("an application's number", [f"B03/2026/M-{nth // 2:06}" for nth in some], "number"),
    )


def _beside_bare(place: Place, search: Search, runs: int) -> Figure:
    for typed in search.typed:
        found, counted = place.by_us(typed), len(_bare(place, typed)())
        if not found or found != counted:
            raise AssertionError(f"not the same persons: {search.what}: {found}, {counted}")
    ours, bare = itertools.cycle(search.typed), itertools.cycle(search.typed)
    asked = {typed: _bare(place, typed) for typed in search.typed}
    times = medians(runs, {"bare": lambda: len(asked[next(bare)]()), "ours": lambda: place.by_us(next(ours))})
    what = f"finding {search.what} among {place.persons:,}"
    return Figure(what, "the same statements in bare sqlcipher3", times["ours"], times["bare"], most=_MOST)


def _as_it_grows(few: Place, many: Place, search: Search, runs: int) -> Figure:
    among_few, among_many = itertools.cycle(search.typed), itertools.cycle(search.typed)
    times = medians(
        runs,
        {"few": lambda: few.by_us(next(among_few)), "many": lambda: many.by_us(next(among_many))},
    )
    what, beside = f"finding {search.what} among {many.persons:,}", f"among {few.persons:,}"
    if search.of == "frequent":
        return Figure(what, beside, times["many"], times["few"], limit=_FREQUENT_MS)
    return Figure(what, beside, times["many"], times["few"], most=_GROWS_AT_MOST)


def _bare(place: Place, typed: str) -> Callable[[], list[Any]]:
    """The statements that answer what was typed, prepared beforehand: nothing but sqlcipher3 is left to wait for."""
    run = place.bare.execute
    if any(letter.isdigit() for letter in typed):
        values = number_values(typed, _LIMIT)
        return lambda: list(run(BY_NUMBER, values).fetchall())
    words = words_of(typed)
    match = match_of([(word,) for word in words])
    near = [(json.dumps(sorted(variants(word))), len(word), len(word), 64) for word in words]

    def exact() -> list[Any]:
        return list(run(BY_NAME, (match, _LIMIT)).fetchall())

    def with_near() -> list[Any]:
        rows = exact()
        known = [[word for (word,) in run(NEAR_WORDS, asked).fetchall()] for asked in near]
        asked = match_of([(word, *others) for word, others in zip(words, known, strict=True)])
        return list({row[0]: row for row in (*rows, *run(BY_NAME, (asked, _LIMIT)).fetchall())})

    return exact if len(exact()) >= 5 else with_near
