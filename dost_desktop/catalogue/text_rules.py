"""Which words may stand in a letter: a wrong placeholder is found at start, not by the person it was meant for.

Source: letters 0.2 (the suffix rule), 0.5 (placeholders).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Final

from pydantic import Field

from dost_desktop.catalogue.files import CatalogueBroken, CatalogueFile, Data, Place
from dost_desktop.catalogue.grounds import Fact, Ground
from dost_desktop.catalogue.templates import conditional_parts, flaws, unconditional_names
from dost_desktop.catalogue.texts import Frame, GroundText, Line, Texts
from dost_desktop.domain.letter import Part

FRAME_VALUES: Final = frozenset(
    (
        "ministry_name",
        "agency_name",
        "centre_name",
        "centre_address",
        "centre_phone",
        "full_name",
        "pin",
        "document_kind",
        "document_no",
        "entity_voen",
        "address",
        "representative_name",
        "representation_kind",
        "representation_no",
        "representation_date",
        "application_no",
        "application_date",
        "application_time",
        "application_kind_name",
        "channel",
        "request",
        "decision",
        "lookup_date",
        "lookup_time",
        "lookup_no",
        "lookup_source",
        "documents_shown",
        "data_owner",
        "reasoning",
        "statement",
        "service_name",
        "service_id",
        "article",
        "article_ord",
        "appeal_body",
        "appeal_address",
        "complaint_days",
        "court_name",
        "language",
        "signed_at",
        "certificate_no",
        "served_on",
        "served_at",
        "accepted_permit_kinds",
    )
)
"""What every letter can name, besides the facts of its ground (letters 0.5)."""

CONDITIONS: Final = (
    "pin known",
    "pin unknown",
    "legal entity",
    "address known",
    "representative",
    "representative with a paper",
    "representative without a paper",
    "representation dated",
    "register answered",
    "register tried",
    "register not tried",
    "from papers",
    "statement given",
    "jobseeker",
    "unemployed applied for by a jobseeker",
    "article set",
    "any centre",
    "fee free",
    "complaint term set",
    "complaint term unset",
    "appeal address set",
    "interpreter offered",
    "translation attached",
)
"""Conditions of the frame; a ground adds ``fact <id>`` for each of its facts."""


class _LettersFile(Data):
    shared: Mapping[str, tuple[Line, ...]] = Field(default_factory=dict)
    letter: tuple[GroundText, ...]


def load_texts(
    frame_file: CatalogueFile,
    letter_files: Sequence[CatalogueFile],
    grounds: Mapping[str, Ground],
    facts: Mapping[str, Fact],
) -> Texts:
    """The words of the letters; raises CatalogueBroken at the first line that may not be printed."""
    frame = frame_file.build(Frame)
    for place, text, condition in _frame_templates(frame):
        for reason in flaws(text, FRAME_VALUES, frozenset(), frozenset(CONDITIONS)):
            raise frame_file.broken((*place, "text"), reason)
        if condition and condition not in CONDITIONS:
            raise frame_file.broken((*place, "when"), f"unknown condition: {condition}")
    order = [list(Part).index(block.part) for block in frame.blocks]
    for position, (before, after) in enumerate(pairwise(order), start=1):
        if after < before:
            raise frame_file.broken(("block", position, "part"), "the parts stand in the order of the paper")
    texts: dict[str, GroundText] = {}
    for file in letter_files:
        for words in _ground_texts(file, grounds, facts):
            if words.ground in texts:
                raise CatalogueBroken(file.name, 1, f"the letter for {words.ground} stands twice")
            texts[words.ground] = words
    for ground_id in grounds:
        if ground_id not in texts:
            raise CatalogueBroken(frame_file.name, 1, f"no letter for the ground {ground_id}")
    return Texts(frame, MappingProxyType(texts))


def _frame_templates(frame: Frame) -> Iterator[tuple[Place, str, str]]:
    """Place, text and condition of every template of the frame."""
    yield ("signature_note",), frame.signature_note, ""
    for key, texts in (("letterhead", frame.letterhead), ("receipt", frame.receipt)):
        for position, text in enumerate(texts):
            yield (key, position), text, ""
    for position, line in enumerate(frame.addressee):
        yield ("addressee", position), line.text, line.when
    for position, block in enumerate(frame.blocks):
        yield ("block", position), block.text, block.when


def _ground_texts(
    file: CatalogueFile, grounds: Mapping[str, Ground], facts: Mapping[str, Fact]
) -> Iterator[GroundText]:
    content = file.build(_LettersFile)
    for position, letter in enumerate(content.letter):
        place: Place = ("letter", position)
        ground = grounds.get(letter.ground)
        if ground is None:
            raise file.broken((*place, "ground"), f"no such ground: {letter.ground}")
        reason = _reasoning_flaw(letter.reasoning, ground, facts)
        if reason:
            raise file.broken((*place, "reasoning"), reason)
        lines: list[Line] = []
        for number, line in enumerate(letter.lines):
            here: Place = (*place, "lines", number)
            if line.use and line.use not in content.shared:
                raise file.broken(here, f"no such shared lines: {line.use}")
            for own, at in _with_places(content, line, here):
                reason = next(_line_flaws(own, ground, facts), "")
                if reason:
                    raise file.broken(at, f"{ground.id}: {reason}")
                lines.append(own)
        missing = {"facts", "legal_basis", "apply_again"} - {line.part for line in lines}
        if missing:
            raise file.broken(place, f"{ground.id} has no words for {', '.join(sorted(missing))}")
        yield letter.model_copy(update={"lines": tuple(lines)})


def _with_places(content: _LettersFile, line: Line, here: Place) -> Iterator[tuple[Line, Place]]:
    if not line.use:
        yield line, here
        return
    for number, shared in enumerate(content.shared[line.use]):
        yield shared, ("shared", line.use, number)


def _reasoning_flaw(text: str, ground: Ground, facts: Mapping[str, Fact]) -> str:
    line = Line(part="facts", text=text)
    return "" if not text else next(_line_flaws(line, ground, facts), "")


def _line_flaws(line: Line, ground: Ground, facts: Mapping[str, Fact]) -> Iterator[str]:
    if line.part is None or not line.text:
        yield "a line needs its part and its text"
    own = set(chain(ground.facts, ground.optional))
    choices = frozenset(name for name in own if facts[name].shape == "choice")
    rows = frozenset(name for name in own if facts[name].shape == "rows")
    if line.rows and line.rows not in rows:
        yield f"no such rows: {line.rows}"
        return
    conditions = set(CONDITIONS) | {f"fact {name}" for name in own}
    values = FRAME_VALUES | (own - choices - rows)
    if line.rows:
        values = frozenset(facts[line.rows].columns)
    yield from flaws(line.text, values, choices, conditions)
    if line.when and line.when not in conditions:
        yield f"unknown condition: {line.when}"
    yield from _bare_optionals(line, ground, facts)


def _bare_optionals(line: Line, ground: Ground, facts: Mapping[str, Fact]) -> Iterator[str]:
    """An optional fact is printed only where it is there, or has words for its absence."""
    bare = set(unconditional_names(line.text)) if not line.rows else set()
    for condition, text in conditional_parts(line.text):
        bare |= {name for name in unconditional_names(text) if condition != f"fact {name}"}
    for name in sorted(bare & set(ground.optional)):
        if not facts[name].otherwise and line.when != f"fact {name}":
            yield f"the optional fact {name} is printed without its condition"
