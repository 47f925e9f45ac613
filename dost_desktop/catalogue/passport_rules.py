"""What a passport file must be before the program starts with it: 27 sections, one unit a term, one shape of ID."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from dost_desktop.catalogue.files import CatalogueFile, Place
from dost_desktop.catalogue.passport import Passport, Section

_CONTENT: Final = (
    dict.fromkeys((1, 2, 5, 21, 27), "text")
    | dict.fromkeys((3, 4, 6, 7, 8, 9, 10, 11, 12, 14, 16, 19, 20, 22, 24, 25, 26), "options")
    | dict.fromkeys((13, 15, 17, 18), "value")
    | {23: "steps"}
)
_UNITS: Final = (12, 14, 16)
_ID_SHAPE: Final = re.compile(r"[0-9]{2}(-[0-9]{2}){3}")
_STEPS: Final = 7
_BRANCHES_OF_STEP_6: Final = 5


def load_passport(file: CatalogueFile) -> Passport:
    """The passport of ``file``; raises CatalogueBroken at the first line that cannot be."""
    passport = file.build(Passport)
    for place, reason in _flaws(passport):
        raise file.broken(place, reason)
    return passport


def _flaws(passport: Passport) -> Iterator[tuple[Place, str]]:
    numbers = [section.number for section in passport.sections]
    for position, number in enumerate(numbers):
        if number != position + 1:
            yield ("section", position, "number"), f"section {position + 1} is expected here, not {number}"
    if len(numbers) != len(_CONTENT):
        yield (), f"the passport has {len(_CONTENT)} sections, the file has {len(numbers)}"
    for section in passport.sections:
        yield from _section_flaws(section)
    yield from _id_flaws(passport)
    yield from _step_flaws(passport.section(23))


def _section_flaws(section: Section) -> Iterator[tuple[Place, str]]:
    place: Place = ("section", section.number - 1)
    content = _CONTENT[section.number]
    given = {"text": section.text, "options": section.options, "steps": section.steps}
    if content == "value":
        if section.value is None or section.value < 1:
            yield (*place, "value"), f"section {section.number} needs a number above 0"
    elif not given[content]:
        yield place, f"section {section.number} needs {content}"
    for key in ("id", "code"):
        texts = [getattr(option, key) for option in section.options]
        for position in _repeated(texts):
            yield (*place, "options", position, key), f"{key} “{texts[position]}” stands twice in this list"
    yield from _choice_flaws(section, place)
    if section.number == 11:
        for position, option in enumerate(section.options):
            if not option.code:
                yield (*place, "options", position), "a back office needs its code"
        if len(section.ticked) != 1:
            yield place, "exactly one back office confirms the decisions"


def _choice_flaws(section: Section, place: Place) -> Iterator[tuple[Place, str]]:
    if (section.choose == "one" or section.number in _UNITS) and len(section.ticked) > 1:
        second = section.options.index(section.ticked[1])
        yield (*place, "options", second, "ticked"), "only one option of this list may be ticked"
    if section.number in _UNITS:
        if not section.ticked:
            yield (*place, "options"), "a term needs exactly one unit"
        for position, option in enumerate(section.options):
            if option.id not in {"month", "day", "hour", "minute"}:
                yield (*place, "options", position, "id"), "a unit is month, day, hour or minute"


def _id_flaws(passport: Passport) -> Iterator[tuple[Place, str]]:
    place: Place = ("section", 1, "text")
    service_id = passport.service_id
    if not _ID_SHAPE.fullmatch(service_id):
        yield place, "a service ID is written 11-22-33-44"
        return
    pairs = service_id.split("-")
    explained = [pair.digits for pair in passport.section(2).pairs]
    if explained != pairs:
        yield ("section", 1, "pairs"), f"the pairs explained are {explained}, the ID has {pairs}"
    if pairs[0] not in {option.code for option in passport.section(11).options}:
        yield place, f"no back office has the code {pairs[0]}"
    if not 1 <= int(pairs[1]) <= len(passport.section(3).options):
        yield place, f"there is no class {pairs[1]}"


def _step_flaws(section: Section) -> Iterator[tuple[Place, str]]:
    numbers = [step.number for step in section.steps]
    if numbers != list(range(1, _STEPS + 1)):
        yield ("section", 22), f"steps 1 to {_STEPS} are expected in order, not {numbers}"
    elif len(section.steps[5].branches) != _BRANCHES_OF_STEP_6:
        yield ("section", 22, "step", 5, "branches"), f"step 6 has {_BRANCHES_OF_STEP_6} branches"


def _repeated(texts: Iterable[str]) -> Iterator[int]:
    """Positions of what already stood before; empty texts are not compared."""
    seen: Counter[str] = Counter()
    for position, text in enumerate(texts):
        seen[text] += 1
        if text and seen[text] > 1:
            yield position
