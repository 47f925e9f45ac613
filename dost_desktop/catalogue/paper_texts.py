"""The approved words of the office's papers as data; a wrong placeholder is found at start (letters 0.2, 0.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import Final

from pydantic import Field

from dost_desktop.catalogue.files import CatalogueFile, Data, Place
from dost_desktop.catalogue.office_paper import LineKind
from dost_desktop.catalogue.templates import flaws

# fmt: off
PAPER_VALUES: Final = frozenset((
    # the office and the person
    "centre_name", "centre_phone", "full_name", "pin", "document_kind", "document_no", "birth_date", "sex",
    "citizenship", "phone", "email", "lives_at", "registered_at_address", "agent_name", "today", "now",
    "representative_name", "representation_kind", "representation_no", "representation_date",
    "representation_until", "consent_name",
    # what the person can do and looks for
    "education", "institution", "graduated", "specialty", "skills", "experience", "jobs", "health_limits",
    "wanted", "regime", "district", "by_public_transport",
    # the application and the registration
    "application_no", "application_date", "registration_no", "registered_on", "offer_until", "status_word",
    "status_title", "basis", "removed_from", "removed_until", "removal_ground", "ground", "article", "article_ord",
    "stated_ground", "apply_again", "evidence", "accepted_on", "resumed_on", "cancelled_on", "lookup_date",
    "lookup_time", "lookup_no", "confirmed_on",
    # the referral
    "referral_no", "employer_name", "employer_voen", "employer_address", "vacancy_no", "position",
    "present_until", "employer_days",
    # a written answer that is called back
    "recalled_no", "recalled_date", "recalled_on", "recall_reason", "is_open",
    # the extract
    "extract_no", "extract_time", "unsent",
))
# fmt: on
"""What every paper can name; each is also a condition: it holds where the value is there."""

_ASKED: Final = PAPER_VALUES | {f"no {name}" for name in PAPER_VALUES}


class PaperLine(Data):
    """One line of a paper; ``insert`` names lines that the program lays there."""

    kind: LineKind = LineKind.PARAGRAPH
    text: str = ""
    label: str = ""
    when: str = ""
    insert: str = ""
    use: str = ""  # lines that several papers share


class AddressedTo(Data):
    """One line under the letterhead: to whom."""

    label: str
    text: str
    when: str = ""


class PaperText(Data):
    """One paper: its title and its lines, in order."""

    id: str
    title: str
    subtitle: str = ""
    number: str = ""
    date: str = ""
    addressee: tuple[AddressedTo, ...] = ()
    lines: tuple[PaperLine, ...] = Field(min_length=1)


class GroundWords(Data):
    """How a paper names a ground of removal or cancellation, and when one may apply again (letters 5.2, 6)."""

    id: str
    text: str
    again: str = ""


class _PapersFile(Data):
    shared: Mapping[str, tuple[PaperLine, ...]] = Field(default_factory=dict)
    paper: tuple[PaperText, ...] = ()
    ground: tuple[GroundWords, ...] = ()
    words: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PaperTexts:
    """Every paper by id, the grounds by id, and the words of closed sets by set and member."""

    papers: Mapping[str, PaperText]
    grounds: Mapping[str, GroundWords]
    words: Mapping[str, Mapping[str, str]]


def load_paper_texts(files: Sequence[CatalogueFile], endings: frozenset[str]) -> PaperTexts:
    """The words of the papers; raises CatalogueBroken at the first line that may not be printed.

    ``endings``: the grounds of removal and cancellation; each must have its words.
    """
    papers: dict[str, PaperText] = {}
    grounds: dict[str, GroundWords] = {}
    words: dict[str, Mapping[str, str]] = {}
    for file in files:
        content = file.build(_PapersFile)
        for place, reason in chain(_flaws(content), _strangers(content, papers, endings)):
            raise file.broken(place, reason)
        papers |= {each.id: _with_shared(each, content) for each in content.paper}
        grounds |= {each.id: each for each in content.ground}
        words |= content.words
    missing = sorted(endings - set(grounds))
    if missing:
        raise files[0].broken((), f"no words for the ground {missing[0]}")
    return PaperTexts(MappingProxyType(papers), MappingProxyType(grounds), MappingProxyType(words))


def _with_shared(paper: PaperText, content: _PapersFile) -> PaperText:
    lines = tuple(own for line in paper.lines for own in (content.shared[line.use] if line.use else (line,)))
    return paper.model_copy(update={"lines": lines})


def _strangers(
    content: _PapersFile, before: Mapping[str, PaperText], endings: frozenset[str]
) -> Iterator[tuple[Place, str]]:
    for number, paper in enumerate(content.paper):
        if paper.id in before or paper.id in {each.id for each in content.paper[:number]}:
            yield ("paper", number, "id"), f"the paper {paper.id} stands twice"
        for position, line in enumerate(paper.lines):
            if line.use and line.use not in content.shared:
                yield ("paper", number, "lines", position), f"no such shared lines: {line.use}"
    for number, ground in enumerate(content.ground):
        if ground.id not in endings:
            yield ("ground", number, "id"), f"no such ground: {ground.id}"


def _flaws(content: _PapersFile) -> Iterator[tuple[Place, str]]:
    for place, text, when in chain(_of_papers(content), _of_grounds(content)):
        for reason in flaws(text, PAPER_VALUES, frozenset(), _ASKED):
            yield place, reason
        if when and when not in _ASKED:
            yield place, f"unknown condition: {when}"


def _of_papers(content: _PapersFile) -> Iterator[tuple[Place, str, str]]:
    for number, paper in enumerate(content.paper):
        place: Place = ("paper", number)
        for key in ("title", "subtitle", "number", "date"):
            yield (*place, key), getattr(paper, key), ""
        for position, to in enumerate(paper.addressee):
            yield (*place, "addressee", position), to.text, to.when
        for position, line in enumerate(paper.lines):
            yield (*place, "lines", position), line.text, line.when
    for name, lines in content.shared.items():
        for position, line in enumerate(lines):
            yield ("shared", name, position), line.text, line.when


def _of_grounds(content: _PapersFile) -> Iterator[tuple[Place, str, str]]:
    for number, ground in enumerate(content.ground):
        yield ("ground", number, "text"), ground.text, ""
        yield ("ground", number, "again"), ground.again, ""
